"""Tallies: a figure and its parts as one paragraph lists them, and only as far as it does."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, Scope
from claimsync.extract.questions.place_words import COUNTS
from claimsync.extract.text.rules import Rule
from claimsync.model.figure import Qualifier, Spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

RULES = (
    Rule("tally/listed", ("12 people: seven in A and five in B", "12 people, seven in A and …"),
         "short figures behind a figure, each with its place, are its parts",
         "Twelve people died, seven in Lyman and five in Sumy.",
         "Twelve people died in Lyman and five in Sumy."),
    Rule("tally/summed", ("in all", "altogether", "a total of", "that makes"),
         "a total behind figures with their places is their sum",
         "Seven people died in Lyman and five in Sumy: 12 in all.",
         "Seven people died in Lyman and five in Sumy."),
)  # fmt: skip
IN_ALL, REST = "in all", "the rest"
LISTED, SUMMED = (rule.id for rule in RULES)
_BY = ("place", "when", "subject")
_FEWEST, _MOST = 2, 50  # parts
_OVER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AROUND})
_UNDER = frozenset({Qualifier.NEARLY, Qualifier.UNDER, Qualifier.UP_TO, Qualifier.AROUND})
_ROUND = 20  # what is told as about so many is within a twentieth
_TELLING = 3  # digits


def telling(total: Fraction) -> bool:
    """Return whether a whole number has so many digits that two parts hardly make it by chance.

    >>> telling(Fraction(214)), telling(Fraction(4200))
    (True, False)
    """
    return total.denominator == 1 and len(str(total.numerator).rstrip("0")) >= _TELLING


def tallied(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of one paragraph, where a whole knows its parts.

    Parts are told apart by their places, else by their days, else by whose they are.
    """
    found = _rested(drafts)
    taken: set[int] = set()  # what is a part has no parts in the same list
    for at in range(len(found)):
        for by in _BY:
            parts = _behind(found, at, by) if at not in taken else []
            if len(parts) >= _FEWEST and _lists(found[at], [found[part] for part in parts], by):
                _join(found, at, parts, (by, LISTED))
                taken.update(parts)
                break
            if not _totals(found[at]):
                continue
            before = _before(found, at, by)
            stated = by == "when" and len(before) == _several_times(found[at])
            if len(before) >= _FEWEST and (
                stated or adds_up(found[at], [found[part] for part in before])
            ):
                found[at] = _named(found[at], found[before[0]])
                _join(found, at, before, (by, SUMMED))
                break
    return found


def _rested(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where the last of several places is the rest: *and the other 900 abroad*.

    So *3,200 in Halvern, 1,400 in Ostra and the remaining 900 in smaller markets* has three parts.
    """
    found = list(drafts)
    for at in range(1, len(found)):
        one, last = found[at], found[at - 1]
        alike = one.measure == last.measure and one.origin == last.origin
        if "remaining" in one.rules and alike and _code(last, "place") and not _code(one, "place"):
            others = tuple(scope for scope in one.scopes if scope.dimension != "place")
            found[at] = replace(one, scopes=(*others, Scope("place", REST, one.figure)))
    return found


def _join(found: list[ClaimDraft], at: int, parts: Sequence[int], how: tuple[str, str]) -> None:
    """Let a whole name its parts, under a code of its own where the text names none."""
    by, rule = how
    codes = tuple(dict.fromkeys(code for part in parts if (code := _code(found[part], by))))
    whole = found[at]
    if by == "when":
        for part in parts:
            found[part] = _daily(found[part])
        by = "day"
        found[at] = _of_the_times(found[at])
    if adds_up(whole, [found[part] for part in parts]):
        for part in parts:
            found[part] = _of_whom(found[part], whole)
        for each in (at, *parts):
            found[each] = _added(found[each])
    whole = found[at]
    named = next((s for s in whole.scopes if s.dimension == by and s.code not in codes), None)
    scope = replace(named, parts=codes) if named else Scope(by, IN_ALL, None, parts=codes)
    others = tuple(s for s in whole.scopes if s.dimension != by)
    whos = [s for part in parts for s in found[part].scopes if s.dimension == "who"]
    if len({s.code for s in whos}) == 1 and whole.code("who") is None and whole.noun is None:
        others = (*others, whos[0])
    found[at] = replace(whole, scopes=(*others, scope), rules=(*whole.rules, rule))
    if by == "place":
        return
    last = max(at, *parts)
    for behind in range(last + 1, min(last + _MOST, len(found))):
        if found[behind].measure == whole.measure and _totals(found[behind]):
            scopes = (*found[behind].scopes, replace(scope, parts=()))
            found[behind] = found[behind].carried(by, scopes=scopes)


def _several_times(draft: ClaimDraft) -> int:
    """Return of how many times a figure is told together: *over the two days*, *in both months*."""
    when = draft.when
    said = when.slot.text.casefold().split() if when is not None and when.slot is not None else []
    if when is None or when.code or len(said) < _FEWEST:
        return 0
    counted = {"both": _FEWEST} | {word: at for at, word in enumerate(COUNTS, start=_FEWEST)}
    return counted.get(said[-2], 0)


def _of_the_times(whole: ClaimDraft) -> ClaimDraft:
    """Return a whole of several times under them, and of none of them."""
    several = _several_times(whole)
    if not several or whole.when is None or whole.when.slot is None:
        return whole
    code = f"{COUNTS[several - _FEWEST]} {whole.when.slot.text.split()[-1]}"  # *both days*, too
    scopes = (*whole.scopes, replace(whole.when, dimension="day", code=code))
    return replace(whole, when=None, scopes=scopes, confidence=max(whole.confidence, LIKELY))


def _of_whom(part: ClaimDraft, whole: ClaimDraft) -> ClaimDraft:
    """Return a part of a sum as one of the same holder: *she won 12, five in A*."""
    missing = tuple(
        scope for scope in whole.scopes
        if scope.dimension == "subject" and not scope.parts and part.code("subject") is None
    )  # fmt: skip
    return part.carried("subject", scopes=(*part.scopes, *missing)) if missing else part


def _added(draft: ClaimDraft) -> ClaimDraft:
    """Return a figure of a sum that adds up: what it counts is then sure enough."""
    unsure = draft.when is not None and not draft.when.code
    return draft if unsure or not draft.measure else replace(
        draft, confidence=max(draft.confidence, LIKELY)
    )  # fmt: skip


def _daily(part: ClaimDraft) -> ClaimDraft:
    """Return a part under its day as a code, so that days can add up."""
    when = part.when
    day = (Scope("day", when.code, when.slot),) if when is not None else ()
    return replace(part, when=None, scopes=(*part.scopes, *day))


def _code(draft: ClaimDraft, by: str) -> str | None:
    """Return what tells a part from the others, where the text says it of this part."""
    if by in draft.inferred:
        return None
    if by == "when":
        return draft.when.code or None if draft.when is not None else None
    return draft.code(by)


def _behind(found: Sequence[ClaimDraft], at: int, by: str) -> list[int]:
    """Return the figures behind one that may be its parts: the same measure, each its own place."""
    whole, parts, codes = found[at], [], set[str]()
    for position in range(at + 1, min(at + _MOST, len(found))):
        one = found[position]
        code = _code(one, by)
        if one.measure != whole.measure or (
            one.chain and whole.chain and one.chain[-1].name != whole.chain[-1].name
        ):
            break
        if code is None or code in codes or code == _code(whole, by):
            break
        if one.code("who") not in {None, whole.code("who")}:
            break
        codes.add(code)
        parts.append(position)
    return parts


def _before(found: Sequence[ClaimDraft], at: int, by: str) -> list[int]:
    """Return the figures right before a total, each with its own place."""
    parts: list[int] = []
    codes = set[str]()
    for position in range(at - 1, max(at - _MOST, -1), -1):
        one = found[position]
        code = _code(one, by)
        if code is None or code in codes or not _one_measure(found[at], one):
            break
        codes.add(code)
        parts.insert(0, position)
    return parts


def _one_measure(whole: ClaimDraft, one: ClaimDraft) -> bool:
    """Return whether a part counts what the whole counts: *75 homes* after *homes destroyed*."""
    if one.measure == whole.measure:
        return True
    noun = whole.noun.text.casefold() if whole.noun else ""
    return bool(one.measure) and (not noun or one.measure.startswith(noun.split()[-1]))


def _named(whole: ClaimDraft, part: ClaimDraft) -> ClaimDraft:
    """Return a whole under the measure of its parts."""
    if whole.measure == part.measure:
        return whole
    return whole.carried("measure", measure=part.measure, confidence=LIKELY)


def _lists(whole: ClaimDraft, parts: Sequence[ClaimDraft], by: str) -> bool:
    """Return whether a paragraph lists parts: short for the same in one sentence, or adding up."""
    if whole.measure == "" or whole.number is None:
        return False
    if adds_up(whole, parts):
        return True
    if by != "place" or (_code(whole, by) and REST in {part.code(by) for part in parts}):
        return False  # of several places and the rest the first is a part as well
    short = all("measure" in part.inferred for part in parts)
    return short and "measure" not in whole.inferred and whole.quote == parts[0].quote


def adds_up(whole: ClaimDraft, parts: Sequence[ClaimDraft]) -> bool:
    """Return whether parts add up to a whole."""
    numbers = [part.number for part in parts]
    told = [number for number in numbers if number is not None]
    return len(told) == len(numbers) and sum(told, Fraction(0)) == whole.number


def makes_up(whole: ClaimDraft, parts: Sequence[Fraction | None]) -> bool:
    """Return whether numbers make up a whole, be it about, more than, or nearly so many.

    >>> from claimsync.extract.extractor import extract
    >>> [draft] = extract("More than 90 homes were destroyed.")
    >>> [makes_up(draft, [Fraction(50), Fraction(last)]) for last in (41, 39, 141)]
    [True, False, False]
    """
    told = [number for number in parts if number is not None]
    number, total = whole.number, sum(told, Fraction(0))
    if number is None or len(told) < len(parts) or whole.readings[0].to is not None:
        return False
    over = whole.readings[0].qualifier in _OVER and number <= total
    under = whole.readings[0].qualifier in _UNDER and total <= number
    return total == number or ((over or under) and abs(total - number) * _ROUND <= number)


def _totals(draft: ClaimDraft) -> bool:
    """Return whether a figure is called a total, or is told of several times: *in the two days*."""
    if _several_times(draft):
        return True
    return any(figure.spread is Spread.TOTAL for figure in draft.readings) or "total" in (
        draft.figure.text.casefold() if draft.figure else ""
    )
