"""A sentence as it is read, and what is found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimsync.extract.text.words import Words

Range = tuple[int, int]
_FEWEST, _HEADLINE = 4, 25  # words of a headline


@dataclass(slots=True)
class Sentence:
    """A range of words that is read as one."""

    words: Words
    first: int
    last: int
    heading: bool = False

    @property
    def titled(self) -> bool:
        """Whether nearly every word of a short line begins with a capital, as in a headline."""
        first, last = self.first, self.last
        if not _FEWEST <= last - first <= _HEADLINE:
            return False
        words = self.words
        capitals = [words.capital(at) for at in range(first, last) if words.low[at][0].isalpha()]
        return 4 * sum(capitals) > 3 * len(capitals)

    @property
    def end(self) -> int:
        """The last word before the full stop."""
        return self.last - 2 if self.words.low[self.last - 1] in ".!?…" else self.last - 1


@dataclass(slots=True)
class Found:
    """A cue with its source and content, as ranges of words, both ends included.

    ``region`` is what the cue takes up where it interrupts or ends its content; ``joint`` the word
    that joins the cue to another clause before it; ``via`` who passes the words on.
    """

    cue: Range
    source: Range | None
    content: list[Range] = field(default_factory=list)
    rule: str = ""
    kinds: frozenset[str] = frozenset()
    region: Range | None = None
    joint: int | None = None
    via: Range | None = None
