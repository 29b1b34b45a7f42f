"""An attribution: what somebody said, by which words, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.model.stance import Stance

Span = tuple[int, int]


_TURNS = (";", ", while", ", whereas", ", but", ", although", " while", " whereas")
_JOINT = 20  # characters that hold the joint of two clauses


_RELAY = 80  # characters from who tells to who told it


class Attribution(NamedTuple):
    """Words that somebody said: by which cue, on whose word, and what.

    ``chain`` names the speakers, voice first, origin last, as far as the page tells who is meant;
    it is empty for a pronoun that may mean several. ``inferred``: the line has no cue of its own
    and goes on with the speaker before.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    anonymous: bool
    inferred: bool
    stance: Stance
    rules: tuple[str, ...] = ()

    @property
    def beside(self) -> Iterator[Span]:
        """Where who says it stands within what is said: *12, the mayor said, died*."""
        told = [span for span in (self.cue, self.source) if span is not None]
        for (_, end), (start, _) in pairwise(self.content):
            if len(told) > 1 and all(end <= first and last <= start for first, last in told):
                yield end, start

    def relayed(self, text: str) -> Iterator[Span]:
        """Yield where those stand on whose report somebody tells: *citing three diplomats*."""
        if self.source is None:
            return
        first = max(self.source[0] - _RELAY, 0)
        last = max(end for _, end in (self.source, *self.content)) + _RELAY
        for name in self.chain[1:]:
            at = text.find(name, first, last)
            if at >= 0:
                yield at, at + len(name)

    def turn(self, text: str) -> int | None:
        """Return where this one begins to speak behind another: *…, while police put it at 9*."""
        if self.rules[:1] == ("gapped",):
            return self.content[0][0]
        if self.source is None or self.rules[:1] != ("plain",):
            return None
        before = text[max(self.source[0] - _JOINT, 0) : self.source[0]].casefold().rstrip()
        return self.source[0] if before.endswith(_TURNS) else None


@dataclass(slots=True)
class Draft:
    """An attribution whose content may still grow."""

    cue: Span | None
    source: Span | None
    content: list[Span]
    stance: Stance
    rules: tuple[str, ...]
    chain: tuple[str, ...] = ()
    anonymous: bool = False
    inferred: bool = False
    opens: bool = False
    kinds: frozenset[str] = field(default=frozenset())

    def done(self) -> Attribution:
        """Return the attribution."""
        return Attribution(
            self.cue,
            self.source,
            tuple(self.content),
            self.chain,
            self.anonymous,
            self.inferred,
            self.stance,
            self.rules,
        )
