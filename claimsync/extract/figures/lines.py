"""Lines: the stretch of a text that one figure and its words may share."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.extract.figures.grammar import grammar
from claimsync.extract.text.tokens import kind_of, made, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.figures.grammar import Grammar
    from claimsync.extract.text.tokens import Token

# Longer lines are cut at a gap, so that a text without a break needs no more memory than others.
MOST_CHARACTERS = 1 << 16
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]++")


@dataclass(slots=True)
class Line:
    """The tokens of a line without its gaps, side by side, and the rules to read by.

    >>> Line.of("At  Least 21").low
    ['at', 'least', '21']
    """

    text: str
    texts: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    grammar: Grammar

    @classmethod
    def of(
        cls, text: str, start: int = 0, end: int | None = None, rules: Grammar | None = None
    ) -> Line:
        """Return ``text[start:end]`` as a line."""
        texts, starts, ends = marks(text, start, len(text) if end is None else end)
        low = [token.lower() for token in texts]
        if "’" in text:
            low = [word.replace("’", "'") for word in low]
        return cls(text, texts, low, starts, ends, rules or grammar())

    def tokens(self, start: int, end: int) -> list[Token] | None:
        """Return the tokens between two offsets; None where the line is not all that is there."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first == last or self.starts[first] != start or self.ends[last - 1] != end:
            return None
        return made(self.texts[first:last], self.starts[first:last], self.ends[first:last])

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.low)

    def word(self, at: int) -> str:
        """Return the token at ``at`` in lower case; nothing outside the line."""
        try:
            return self.low[at] if at >= 0 else ""
        except IndexError:
            return ""

    def kind(self, at: int) -> str:
        """Return the kind of the token at ``at``; nothing outside the line."""
        try:
            return kind_of(self.texts[at]) if at >= 0 else ""
        except IndexError:
            return ""

    def glued(self, at: int) -> bool:
        """Return whether no gap stands between the tokens before and at ``at``."""
        return 0 < at < len(self.low) and self.ends[at - 1] == self.starts[at]

    def gap(self, at: int) -> str:
        """Return what stands between the tokens before and at ``at``."""
        return self.text[self.ends[at - 1] : self.starts[at]]

    def capital(self, at: int) -> bool:
        """Return whether the token at ``at`` is a word that opens with a capital."""
        return self.kind(at) == "word" and self.texts[at][0].isupper()


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    r"""Return the spans of the lines of ``text[start:end]``, endless ones in pieces.

    >>> list(lines("one\r\ntwo", 0, 8))
    [(0, 3), (5, 8)]
    """
    for match in _LINE.finditer(text, start, end):
        here, stop = match.span()
        while stop - here > MOST_CHARACTERS:
            gap = text.rfind(" ", here, here + MOST_CHARACTERS)
            cut = gap if gap > here else here + MOST_CHARACTERS
            yield here, cut
            here = cut
        yield here, stop
