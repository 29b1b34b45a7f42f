"""Asides: what somebody else thinks of what was just told.

*The union said 12 were hurt, a figure that police dispute*: the stance is that of police.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.stances.stances import StanceMark
from claimsync.extract.text.clauses import phrase_end
from claimsync.extract.text.closed_words import BE, DENYING, PRONOUNS, STOPS, before_auxiliaries
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.stances.stances import Stances
    from claimsync.extract.text.sentence import Range
    from claimsync.extract.text.words import Words

Span = tuple[int, int]
TOLD = frozenset(
    "claim claims report reports allegation allegations accusation accusations assertion assertions"
    " statement statements account accounts suggestion suggestions rumour rumours rumor rumors"
    " story version announcement remark remarks charge charges".split()
)
COUNTED = frozenset("figure figures number numbers toll tally total count estimate".split())
_NOUNS = TOLD | COUNTED
_OPENS = frozenset({"which", "something"})
_KEYS = _NOUNS | _OPENS
_DASHES = frozenset({",", "–", "—", "--"})
_LONGEST = 16  # words of an aside
_WIDEST = 7  # words of a source


class Aside(NamedTuple):
    """An aside: where it starts, what it calls what was told, who thinks so, and what."""

    start: int
    noun: Span
    source: Span
    cue: Span
    mark: StanceMark


class Asides:
    """The asides of a page, each sentence looked at once for all who ask.

    >>> from claimsync.extract.stances.stances import Stances
    >>> from claimsync.extract.text.words import words
    >>> text = "Ana said 12 people had died, a figure that police denied."
    >>> found = Asides(Stances(words(text))).of(0, len(text))
    >>> found.mark.stance.value, text[slice(*found.source)]
    ('denies', 'police')
    """

    def __init__(self, stances: Stances) -> None:
        """Take the stances of a page."""
        self.stances = stances
        self._found: dict[Span, Aside | None] = {}

    def of(self, start: int, end: int) -> Aside | None:
        """Return the aside with which the sentence between two offsets ends."""
        if (start, end) not in self._found:
            cut = self.stances.words
            taken = self.stances.of(start, end)
            self._found[start, end] = _aside(cut, *cut.reach(start, end), taken)
        return self._found[start, end]


def _aside(cut: Words, first: int, last: int, taken: Sequence[StanceMark]) -> Aside | None:
    """Return the aside with which the words from ``first`` up to ``last`` end."""
    low, begin = cut.low, max(first + 1, last - _LONGEST)
    if _KEYS.isdisjoint(low[begin:last]):
        return None
    for at in range(begin, last - 2):
        if low[at] in _DASHES and (noun := _noun(low, at + 1)):
            return _taken(cut, at, noun, last, taken)
    return None


def _noun(low: Sequence[str], at: int) -> int:
    """Return the position of *figure* or *which*, 0 where no aside opens there."""
    if low[at] in _OPENS:
        return at
    return at + 1 if low[at] in {"a", "an"} and low[at + 1] in _NOUNS else 0


def _taken(
    cut: Words, start: int, noun: int, last: int, taken: Sequence[StanceMark]
) -> Aside | None:
    """Return the aside whose stance somebody takes who is named in it."""
    low = cut.low
    behind = noun + 1 + (low[noun + 1] in {"that", "which"})
    found = _stance(cut, noun, behind, last, taken)
    if found is None:
        return None
    cue, mark = found
    end = before_auxiliaries(low, cue[0] - 1, behind) + 1
    source = (behind, end - 1)
    if end == behind:
        by = next((at for at in range(cue[1] + 1, min(cue[1] + 3, last)) if low[at] == "by"), last)
        source = (by + 1, phrase_end(cut, by + 1, last) - 1)
    words = low[source[0] : source[1] + 1]
    if not 0 < len(words) <= _WIDEST or words[-1] in PRONOUNS or not STOPS.isdisjoint(words):
        return None
    spans = cut.span(noun, noun), cut.span(*source), cut.span(*cue)
    return Aside(cut.starts[start], *spans, mark)


def _stance(
    cut: Words, noun: int, behind: int, last: int, taken: Sequence[StanceMark]
) -> tuple[Range, StanceMark] | None:
    """Return the stance that an aside takes, and its words."""
    target = cut.span(noun, noun)
    for mark in taken:
        if mark.cue[0] >= cut.starts[behind] and mark.stance not in _PLAIN:
            first = bisect_left(cut.starts, mark.cue[0])
            cue = first, max(first, bisect_left(cut.starts, mark.cue[1]) - 1)
            return cue, mark._replace(target=target)
    at = next((at for at in range(behind, last) if cut.low[at] in DENYING), None)
    if at is None or (cut.low[at - 1] in BE and cut.low[at + 1 : at + 2] != ["by"]):
        return None
    return (at, at), StanceMark(Stance.DENIES, None, cut.span(at, at), target, (), ("denies",))


_PLAIN = frozenset({Stance.ASSERTS, Stance.EXPECTS, Stance.RETRACTS})
