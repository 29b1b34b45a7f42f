"""Repairs checked: nothing lighter would do, and without what is set aside all holds."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimsync.errors import ProofError
from claimsync.reason.check import DENIALS, verify
from claimsync.reason.check_rows import clashing, coefficients, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimsync.reason.check_rows import Number
    from claimsync.reason.check_steps import Facts


def verify_repair(
    record: Mapping[str, Any],
    facts: Facts,
    claims: Iterable[str],
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Check that setting ``aside`` is a lightest way to leave nothing that excludes another.

    ``claims`` are all of the region, ``rows`` all whose questions lie in it; its questions are
    those to which ``holds`` gives a number. ``weights`` say what each claim weighs, and what is
    ``pinned`` may not be set aside.

    Raises ProofError.
    """
    try:
        region = set(claims)
        _check_weight(record, facts, region)
        _check_numbers(record, facts, region, rows)
    except ProofError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as bad:
        raise ProofError("a repair in its form", f"{type(bad).__name__}: {bad}", "repair") from bad


def _need(holds: object, expected: str, got: object) -> None:
    if not holds:
        raise ProofError(expected, str(got)[:500], "repair")


def _check_weight(record: Mapping[str, Any], facts: Facts, region: set[str]) -> None:
    """Check the weight told, and that no lighter set would do."""
    aside, pinned = set(record["aside"]), set(record["pinned"])
    weights = {claim: exact(weight) for claim, weight in record["weights"].items()}
    weight = exact(record["weight"])
    _need(all(each > 0 for each in weights.values()), "weights above 0", weights)
    _need(aside and not aside & pinned, "claims set aside, none of them pinned", sorted(aside))
    _need(weight == sum(weights[claim] for claim in aside), f"weight of {sorted(aside)}", weight)
    if "alone" in record:
        _check_position(record, facts, region, weights)
    else:
        _check_conflicts(record, facts, region, weights)


def _check_conflicts(
    record: Mapping[str, Any],
    facts: Facts,
    region: set[str],
    weights: Mapping[str, Number],
) -> None:
    """Check each conflict, and that no lighter set has a claim of every one."""
    aside, pinned, weight = set(record["aside"]), set(record["pinned"]), exact(record["weight"])
    conflicts = []
    for conflict in record["conflicts"]:
        shown = verify(conflict, facts, conflict["claims"])
        among = set(conflict["claims"])
        fits = shown.kind == "contradiction" or shown.kind in DENIALS
        _need(fits, "a contradiction or a denial", shown)
        _need(aside & among and among <= region, "a conflict of the region, resolved", among)
        conflicts.append(among - pinned)
    lighter = _lighter(conflicts, weights, weight)
    _need(lighter is None, f"nothing lighter than {weight}", lighter)


def _check_position(
    record: Mapping[str, Any],
    facts: Facts,
    region: set[str],
    weights: Mapping[str, Number],
) -> None:
    """Check that on one question, which is all there is, no claims that fit weigh more.

    Some of the heaviest that fit all allow the low end of one of them: from each such end on they
    are swept, adding what begins and taking off what has ended.
    """
    question, pinned, events = record["alone"], set(record["pinned"]), []
    for claim in region:
        (way,) = facts.ways(claim)
        _need(set(way) == {question}, f"claims on {question} alone", way)
        low, high = way[question]
        weight = weights.get(claim, Fraction(0))
        events.append((low or (-math.inf, 0), 0, weight, claim in pinned))
        events.append((high or (math.inf, 0), 1, -weight, claim in pinned))
    inside, begun, heaviest = Fraction(0), 0, Fraction(0)
    for _, ends, weight, must in sorted(events):
        inside, begun = inside + weight, begun + (must and not ends) - (must and ends)
        if begun == len(pinned) and not ends:
            heaviest = max(heaviest, inside)
    least = sum(weights.values()) - heaviest
    _need(exact(record["weight"]) == least, f"the least weight, {least}", record["weight"])


def _lighter(
    conflicts: Sequence[set[str]], weights: Mapping[str, Number], limit: Number
) -> list[str] | None:
    """Return claims lighter than ``limit`` of which every conflict has one; None if there are none.

    One claim of the smallest conflict not hit yet must go: each is tried in turn, lightest first.
    A claim that was tried stays from then on, so that no set is looked at twice.
    """
    todo: list[tuple[Number, tuple[str, ...], frozenset[str]]] = [(0, (), frozenset())]
    while todo:
        weight, gone, kept = todo.pop()
        left = [conflict - kept for conflict in conflicts if conflict.isdisjoint(gone)]
        if not all(left) or weight + _least(left, weights) >= limit:
            continue
        if not left:
            return sorted(gone)
        tried: frozenset[str] = kept
        smallest = min(left, key=lambda conflict: (len(conflict), *sorted(conflict)))
        for claim in sorted(smallest, key=lambda claim: (weights[claim], claim)):
            todo.append((weight + weights[claim], (*gone, claim), tried))
            tried |= {claim}
    return None


def _least(conflicts: Iterable[set[str]], weights: Mapping[str, Number]) -> Number:
    """Return what at least must go: conflicts that share no claim cost their lightest one each."""
    seen = set[str]()
    total: Number = 0
    for conflict in sorted(conflicts, key=len):
        if seen.isdisjoint(conflict):
            seen.update(conflict)
            total += min(weights[claim] for claim in conflict)
    return total


def _check_numbers(
    record: Mapping[str, Any],
    facts: Facts,
    region: set[str],
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Check that the numbers of ``holds`` fit every claim that stays, every row and question."""
    holds, aside = {q: exact(told) for q, told in record["holds"].items()}, set(record["aside"])
    for question, number in holds.items():
        least = facts.floor(question)
        _need(least is None or number >= least, f"{question} at least {least}", number)
        whole = number == number // 1 or not facts.whole(question)
        _need(whole, f"a whole number for {question}", number)
    _need(aside <= region, "claims of the region", sorted(aside - region))
    for claim in sorted(region - aside):
        ways = facts.ways(claim)
        fits = any(all(_inside(holds[q], way[q]) for q in way) for way in ways)
        _need(fits or not ways, f"what {claim} gives: {ways}", holds)
    for row in rows:
        _need(facts.declares(row), "a row that is declared", row)
        _need(_balanced(row, holds), "numbers that add up", row)


def _inside(number: Number, ends: Any) -> bool:
    """Return whether a number lies between two ends."""
    return not clashing((ends[0], (number, 0))) and not clashing(((number, 0), ends[1]))


def _balanced(row: Mapping[str, Any], holds: Mapping[str, Number]) -> bool:
    """Return whether numbers satisfy a row."""
    if row.get("product"):
        (factor,), (one, other) = map(exact, row.get("factors", [1])), row["parts"]
        over = holds[row["whole"]] - factor * holds[one] * holds[other]
    else:
        over = sum(count * holds[cell] for cell, count in coefficients(row).items())
    return over == 0 or (over > 0 and not row["complete"])
