"""Stances: what a source does with what it speaks of, and how far the matter has come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimsync.extract.clauses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
)
from claimsync.extract.speaking import REFUSED
from claimsync.extract.stance_rules import CLASSES, HEDGES, MEANINGS, RULES
from claimsync.extract.wordings import NOT, Wordings, wording
from claimsync.extract.words import words
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.rules import RuleBook
    from claimsync.extract.words import Words

Span = tuple[int, int]
_LEADS = frozenset("that whether if of on about to as the in for by been being immediately".split())
_SPEECH = frozenset("said says say told tells announced warned wrote added according".split())
_ELECTORS = frozenset("senate parliament congress lawmakers council committee mps bishop".split())
_OPENING = frozenset("that whether if of on about to over".split())
_SELVES = frozenset("himself herself itself themselves myself yourself".split())
_DATES = frozenset("before until till soon".split())
_BIRTHS = frozenset("child baby babies twins".split())
_OF = (["that"], ["of"])
_REPORTS = frozenset("reports report claims claim suggestions rumours rumors allegations".split())


_LATE = frozenset("also later so still".split())
_FENCES = frozenset({";", "—", "–", ":", ",", "“", '"'})
_NEAR = 12
_SHORT = 4


@dataclass(frozen=True, slots=True)
class StanceMark:
    """Words that set a stance or a phase, and the words that they bear on.

    ``target`` is what exactly is confirmed, denied or left open; None where nothing is named.
    """

    stance: Stance
    phase: Phase | None
    cue: Span
    target: Span | None
    hedges: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
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
    cut = words(text, start, end)
    return marks(cut, rules=rules)


def marks(cut: Words, *, rules: RuleBook = RULES) -> list[StanceMark]:
    """Return the stances and phases that are set by words already cut."""
    known = _KNOWN if rules is RULES else _wordings(rules)  # to hash a book takes longer
    possible = known.possible(cut.low)
    if not possible:
        return []
    matches = list(_matches(cut, known, possible))
    if len(matches) > 1:  # a plain negation counts only where it is all that is done
        matches = [match for match in matches if match.rule != "negates"]
    hedges = _hedges(cut)
    return [_mark(cut, match, hedges) for match in _outermost(cut, matches)]


@cache
def _wordings(rules: RuleBook) -> Wordings:
    """Return the patterns of the rules."""
    return Wordings.of(
        (rule.id, wording(pattern, CLASSES)) for rule in rules for pattern in rule.words
    )


_KNOWN = _wordings(RULES)


def _matches(cut: Words, known: Wordings, possible: frozenset[int]) -> Iterator[_Match]:
    """Yield at each place the longest rule that fires, never two over the same words."""
    low = cut.low
    first = known.first
    done = 0
    for index in [index for index, word in enumerate(low) if word in first]:
        if index < done:
            continue
        best: tuple[int, str] | None = None
        for number, id, pattern in first[low[index]]:
            if number not in possible:
                continue
            stop = pattern.end(low, index)
            longer = best is None or stop > best[0] or best[1] == "negates"
            if stop and longer and _sense(cut, index, stop, id):
                best = stop, id
        if best is not None:
            stop, id = best
            stance, phase, before = MEANINGS[id]
            yield _Match(index, stop, id, stance, phase, before)
            done = index + 1 if id == "negates" else stop


def _sense(cut: Words, start: int, stop: int, id: str) -> bool:
    """Return whether the words have the sense of the rule where they stand."""
    low = cut.low
    before = low[start - 1] if start else ""
    if id in {"will", "may"}:
        if cut.capital(start) and (start > 0 or low[start] == "may"):
            return False
        if before in DETERMINERS - {"this", "that", "those", "both", "many", "more", "others"}:
            return False
        if before == "you":
            return False
        return low[start] != "would" or not _SPEECH.isdisjoint(low)
    if id == "negates":
        return before in {"i", "we"} or not _SPEECH.isdisjoint(low[max(0, start - _NEAR) : start])
    if id == "questions" and low[start] in {"in", "doubt"}:
        return before not in NOT | {"no", "a", "little", "any", "much"}
    if id == "confirms" and before == "to":
        return False
    if id == "expects":
        return _expects(low, start, stop)
    if id == "will-not":
        return not _SPEECH.isdisjoint(low) and _DATES.isdisjoint(low[stop : stop + _NEAR])
    if low[start : start + 2] == ["ruled", "out"] and before in BE:
        return False
    if id in {"confirms", "denies"} and _adjective(low, start, stop, before):
        return False
    if id == "denies" and low[start].startswith("den"):
        return (REFUSED | _SELVES).isdisjoint(low[start + 1 : start + 5]) and not (
            before in BE and low[start] == "denied"
        )
    return True


def _expects(low: list[str], start: int, stop: int) -> bool:
    """Return whether a form of expect, or ``is to``, looks ahead."""
    if low[start] == "expecting":
        return _BIRTHS.isdisjoint(low[start:])
    if low[stop - 1] != "to" or stop - start > 2:  # noqa: PLR2004  # is to, are to
        return True
    following = low[stop] if stop < len(low) else "."
    return following.isalpha() and following not in DETERMINERS | PREPOSITIONS | {"blame"}


def _adjective(low: list[str], start: int, stop: int, before: str) -> bool:
    """Return whether a participle only describes the noun after it: 311 confirmed cases."""
    if not low[start].endswith("ed"):
        return False
    following = low[stop] if stop < len(low) else "."
    if before in BE:
        if low[start] != "confirmed":
            return following != "by"
        return following not in {"by", ".", ",", "that", "on"} or not _ELECTORS.isdisjoint(
            low[stop : stop + 5]
        )
    return before in PREPOSITIONS or before in DETERMINERS - PRONOUNS or before.isdigit()


def _outermost(cut: Words, matches: list[_Match]) -> Iterator[_Match]:
    """Yield the matches that no other one governs."""
    governed = -1
    for index, match in enumerate(matches):
        if match.start < governed:
            continue
        inner = next(
            (m for m in matches[index + 1 :][:1] if _clause_end(cut, match.end) > m.start), None
        )
        if inner and match.stance is Stance.CONFIRMS and inner.stance.withholds:
            continue
        if match.stance is Stance.EXPECTS and any(
            m.before and m.stance is not Stance.EXPECTS for m in matches[index + 1 :]
        ):
            continue
        if not match.before and match.stance not in {Stance.ASSERTS, Stance.EXPECTS}:
            governed = _clause_end(cut, match.end)
        yield match


def _clause_end(cut: Words, start: int) -> int:
    """Return where the clause goes to that begins after a cue."""
    low = cut.low
    index = start
    while index < len(low):
        word = low[index]
        if word in {";", "—", "–", "?", "!", "”", '"'}:
            return index
        if word == "," and _leaves(low, index + 1):
            return index
        if word == "." and (index + 1 == len(low) or cut.capital(index + 1)):
            return index
        index += 1
    return index


def _leaves(low: list[str], index: int) -> bool:
    """Return whether what follows a comma is no longer part of the clause."""
    if low[index : index + 1] and low[index] in _NEW_CLAUSES:
        return True
    return not _SPEECH.isdisjoint(low[index : index + 7])


_NEW_CLAUSES = frozenset(
    "nor but and while although though saying adding he she it they said".split()
)


def _mark(cut: Words, match: _Match, hedges: list[tuple[int, str]]) -> StanceMark:
    """Return a match as spans of the text."""
    target = None if match.before else _after(cut, _object(cut, match))
    target = target or _before(cut, match.start, passive=match.before)
    near = tuple(hedge for index, hedge in hedges if abs(index - match.start) <= _NEAR)
    cue = cut.span(match.start, match.end - 1)
    return StanceMark(match.stance, match.phase, cue, target, near, (match.rule,))


def _object(cut: Words, match: _Match) -> int:
    """Return where what a stance bears on begins: a statement that the rule names is part of it."""
    low = cut.low
    if match.rule == "expects" and low[match.start].startswith("expect"):
        return match.start + 1
    last = match.end - 1
    named = last > match.start and (
        low[last] in CLASSES["saying"] or low[last] in CLASSES["stated"]
    )
    if named and low[match.end : match.end + 1] != ["that"]:
        verb = match.start
        while verb + 1 < last and (low[verb] in NOT or low[verb] in AUXILIARIES):
            verb += 1
        return verb + 1
    return match.end


def _after(cut: Words, start: int) -> Span | None:
    """Return what a stance bears on, after its cue."""
    low = cut.low
    end = _clause_end(cut, start)
    if start < end and low[start] in {",", ":", "“", '"', "”", "by"}:
        return None
    if low[start : start + 1] in (["on"], ["in"], ["at"]) and _times(low, start + 1, end):
        return None
    while start < end and (
        low[start] in _OPENING or (low[start] in _REPORTS and low[start + 1 : start + 2] in _OF)
    ):
        start += 1
    while end > start and low[end - 1] in STOPS:
        end -= 1
    return cut.span(start, end - 1) if start < end else None


def _times(low: list[str], start: int, end: int) -> bool:
    """Return whether only a time stands between two words."""
    return end - start <= _SHORT and any(word in TIMES or word.isdigit() for word in low[start:end])


def _before(cut: Words, stop: int, *, passive: bool) -> Span | None:
    """Return what a stance bears on, before its cue: the subject of a passive, or a quotation."""
    low = cut.low
    last = stop - 1
    while last >= 0 and (low[last] in AUXILIARIES or low[last] in STOPS or low[last] in _LATE):
        last -= 1
    first = last
    while (
        first > 0
        and low[first - 1] not in _FENCES
        and not (low[first - 1] in _SPEECH and low[first - 1] != "according")
    ):
        first -= 1
    if not passive and first > 1 and last - first < _SHORT and low[first - 1] in {",", "”", '"'}:
        last = first - 1
        while last >= 0 and low[last] in STOPS:
            last -= 1
        first = last
        while first > 0 and low[first - 1] not in {";", ":", "“", '"'}:
            first -= 1
        if low[first] in {"yes", "no"} and low[first + 1 : first + 2] == [","]:
            first += 2
    while first < last and low[first] in _OPENING:
        first += 1
    return cut.span(first, last) if 0 <= first <= last else None


def _hedges(cut: Words) -> list[tuple[int, str]]:
    """Return the words that weaken what is said, with their places."""
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
    marks = stances(text, start, end, rules=rules)
    return min(marks, key=lambda mark: _WEIGHTS[mark.stance], default=None)


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
