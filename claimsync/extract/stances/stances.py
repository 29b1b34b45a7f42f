"""Stances: what a source does with what it speaks of, and how far the matter has come."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.stances.senses import fits
from claimsync.extract.stances.stance_rules import MEANINGS, RULES
from claimsync.extract.stances.stance_words import CLASSES, HEDGES
from claimsync.extract.stances.targets import clause_end, target
from claimsync.extract.text.wordings import Wording, Wordings, wording
from claimsync.extract.text.words import Words, words
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimsync.extract.text.rules import RuleBook

Span = tuple[int, int]
_NEAR = 12
_LONGEST = 150  # words: what is longer is no sentence, and is read in pieces


class StanceMark(NamedTuple):
    """Words that set a stance or a phase, and the words that they bear on.

    ``target`` is what exactly is confirmed, denied or left open; None where nothing is named.
    """

    stance: Stance
    phase: Phase | None
    cue: Span
    target: Span | None
    hedges: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class _Match(NamedTuple):
    """A rule that fires, as a range of words, the end not included."""

    start: int
    end: int
    rule: str
    stance: Stance
    phase: Phase | None
    before: bool


def stances(text: str, start: int, end: int, *, rules: RuleBook = RULES) -> list[StanceMark]:
    """Return the stances and phases that are set between two offsets, in order.

    What a stance bears on has no stance of its own: who denies having confirmed a report, denies.

    >>> text = "The bank denied that it had confirmed the loss."
    >>> [(mark.stance.value, text[slice(*mark.target)]) for mark in stances(text, 0, len(text))]
    [('denies', 'it had confirmed the loss')]
    """
    return marks(words(text, start, end), wordings_of(rules))


class Stances:
    """The stances of a page, each sentence read once for all who ask.

    >>> page = Stances(words("The bank denied the loss."))
    >>> [mark.stance.value for mark in page.of(0, 25)]
    ['denies']
    """

    def __init__(self, cut: Words, known: Wordings | None = None) -> None:
        """Take the words of a page, and the wordings to look for."""
        self.words, self._known = cut, known or KNOWN
        self._signs = [at for at, word in enumerate(cut.low) if word in self._known.keys]
        self._read: dict[Span, list[StanceMark]] = {}

    def of(self, start: int, end: int) -> list[StanceMark]:
        """Return the stances that are set between two offsets, in order."""
        taken = self._read.get((start, end))
        if taken is None:
            taken = self._read[start, end] = self._marks(start, end)
        return taken

    def _marks(self, start: int, end: int) -> list[StanceMark]:
        """Return what the rules find between two offsets, where a word of theirs stands."""
        within = self.words.range(start, end)
        if within is None:
            return self.read(self.words.window(start, end))
        sign = bisect_left(self._signs, within[0])
        signed = sign < len(self._signs) and self._signs[sign] < within[1]
        return self.read(self.words.part(*within)) if signed else []

    def read(self, cut: Words) -> list[StanceMark]:
        """Return the stances that are set by words already cut."""
        return marks(cut, self._known)


def marks(cut: Words, known: Wordings) -> list[StanceMark]:
    """Return the stances and phases that are set by words already cut."""
    if len(cut.low) > _LONGEST:
        pieces = range(0, len(cut.low), _LONGEST)
        return [mark for at in pieces for mark in marks(cut.part(at, at + _LONGEST), known)]
    possible = known.possible(cut.low)
    if not possible:
        return []
    matches = list(_matches(cut, possible))
    if not matches:
        return []
    if len(matches) > 1:  # a plain negation counts only where it is all that is done
        matches = [match for match in matches if match.rule != "negates"]
    hedges = _hedges(cut)
    return [_mark(cut, match, hedges) for match in _outermost(cut, matches)]


@cache
def wordings_of(rules: RuleBook) -> Wordings:
    """Return the patterns of the rules."""
    return Wordings.of(
        (rule.id, wording(pattern, CLASSES)) for rule in rules for pattern in rule.words
    )


KNOWN = wordings_of(RULES)


def _matches(cut: Words, possible: Mapping[str, list[tuple[str, Wording]]]) -> Iterator[_Match]:
    """Yield at each place the longest rule that fires, never two over the same words."""
    low = cut.low
    done = 0
    for index in [index for index, word in enumerate(low) if word in possible]:
        if index < done:
            continue
        best: tuple[int, str] | None = None
        for id, pattern in possible[low[index]]:
            stop = pattern.end(low, index)
            longer = best is None or stop > best[0] or best[1] == "negates"
            if stop and longer and fits(cut, index, stop, id):
                best = stop, id
        if best is not None:
            stop, id = best
            stance, phase, before = MEANINGS[id]
            yield _Match(index, stop, id, stance, phase, before)
            done = index + 1 if id == "negates" else stop


def _outermost(cut: Words, matches: list[_Match]) -> Iterator[_Match]:
    """Yield the matches that no other one governs."""
    governed = -1
    for index, match in enumerate(matches):
        if match.start < governed or _yields(cut, match, matches[index + 1 :]):
            continue
        if not match.before and match.stance not in {Stance.ASSERTS, Stance.EXPECTS}:
            governed = clause_end(cut, match.end)
        yield match


def _yields(cut: Words, match: _Match, later: list[_Match]) -> bool:
    """Return whether a match gives way to a later one: confirmed that it could not verify."""
    if match.stance is Stance.CONFIRMS:
        inner = later[0] if later and later[0].start < clause_end(cut, match.end) else None
        return inner is not None and inner.stance.withholds
    return match.stance is Stance.EXPECTS and any(
        (other.before or (other.start == match.end and other.stance.withholds))
        and other.stance is not Stance.EXPECTS
        for other in later
    )  # *would neither confirm nor deny*


def _mark(cut: Words, match: _Match, hedges: list[tuple[int, str]]) -> StanceMark:
    """Return a match as spans of the text."""
    about = target(cut, match.start, match.end, match.rule, passive=match.before)
    near = tuple(hedge for index, hedge in hedges if abs(index - match.start) <= _NEAR)
    cue = cut.span(match.start, match.end - 1)
    return StanceMark(match.stance, match.phase, cue, about, near, (match.rule,))


def _hedges(cut: Words) -> list[tuple[int, str]]:
    """Return the words that weaken what is said, with their places."""
    if HEDGES.isdisjoint(cut.low):
        return []
    return [
        (index, cut.text[slice(*cut.span(index, index))])
        for index, word in enumerate(cut.low)
        if word in HEDGES
    ]


def stance_of(text: str, start: int, end: int, *, rules: RuleBook = RULES) -> StanceMark | None:
    """Return the mark that decides what a sentence does: the strongest, else the first; or None.

    >>> text = "The bank said it would neither confirm nor deny that two men will go."
    >>> stance_of(text, 0, len(text)).stance.value
    'neither confirms nor denies'
    """
    taken = stances(text, start, end, rules=rules)
    return min(taken, key=lambda mark: _WEIGHTS[mark.stance], default=None)


_WEIGHTS = {
    Stance.RETRACTS: 0,
    Stance.NEITHER: -1,
    Stance.NO_COMMENT: 0,
    Stance.CANNOT_VERIFY: 0,
    Stance.UNAWARE: 0,
    Stance.DENIES: 0,
    Stance.QUESTIONS: 0,
    Stance.CONFIRMS: 1,
    Stance.EXPECTS: 2,
    Stance.ASSERTS: 3,
}
