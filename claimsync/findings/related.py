"""Whether a row between questions is a declared relation: its measures, its dates, its factors."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimsync.findings.asked import without
from claimsync.model.unit import Unit, unit_of
from claimsync.reason.check_rows import exact
from claimsync.table.equations import Equation, equation_of
from claimsync.table.series import LONGEST_GAP, date_before

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from claimsync.findings.asked import Asked
    from claimsync.findings.facts import ClaimFacts
    from claimsync.model.measure import Relation, Term
    from claimsync.model.period import Period

Key = tuple[str, "Period | None"]


def related(facts: ClaimFacts, relation: Relation, row: Mapping[str, Any]) -> bool:
    """Return whether ``row`` says what ``relation`` does, for the figures of some date."""
    cells = [facts.asked(label) for label in (row["whole"], *row["parts"])]
    product = bool(row.get("product"))
    told = {asked.question.measure for asked in cells}
    if told != set(relation.measures) or product is not relation.product:
        return False
    if row["complete"] is not relation.complete or not _alike(facts, relation, cells):
        return False
    holds = _multiplied if product else _added
    dates = dict.fromkeys(date_of(facts, asked) for asked in cells)
    return any(holds(facts, relation, row, _keys(facts, cells, date), date) for date in dates)


def _alike(facts: ClaimFacts, relation: Relation, cells: Sequence[Asked]) -> bool:
    """Return whether all else is asked alike; figures by day must not be *as of* several dates."""
    ignored = facts.beside_the_point(relation.measures)
    plain = [without(asked.question, ignored) for asked in cells]
    bare = {question.model_copy(update={"measure": "", "when": None}) for question in plain}
    versions = {asked.as_of if asked.question.when else None for asked in cells}
    by_day = [asked for asked in cells if asked.question.when]
    return len(bare) == len(versions) == 1 and facts.dates(by_day) <= 1


def date_of(facts: ClaimFacts, asked: Asked) -> Period | None:
    """Return the date that a figure is about: the day asked for, else what it is *as of*."""
    return asked.question.when or asked.as_of or facts.latest(asked)


def _keys(facts: ClaimFacts, cells: Sequence[Asked], date: Period | None) -> list[Key]:
    """Return measure and date of each question; a flow without one is of the date looked at."""
    found = []
    for asked in cells:
        measure = facts.claims.measures[asked.question.measure]
        own = date_of(facts, asked)
        found.append((measure.name, date if own is None and not measure.dated else own))
    return found


def _added(
    facts: ClaimFacts, relation: Relation, row: Mapping[str, Any], keys: list[Key],
    date: Period | None,
) -> bool:  # fmt: skip
    """Return whether a row is a multiple of a relation that adds up."""
    factors = [exact(factor) for factor in row.get("factors", [1] * len(row["parts"]))]
    if len(factors) != len(row["parts"]):
        return False
    told: dict[Key, Fraction] = {}
    for key, factor in zip(keys, [Fraction(-1), *factors], strict=True):
        told[key] = told.get(key, Fraction(0)) - factor
    wanted = _declared(facts, relation, facts.asked(row["whole"]), date, told)
    if wanted is None or wanted.keys() != told.keys():
        return False
    times = wanted[keys[0]]
    same = all(wanted[key] == times * told[key] for key in told)
    return same and (times > 0 or relation.complete)


def _declared(
    facts: ClaimFacts, relation: Relation, cell: Asked, date: Period | None, told: Collection[Key]
) -> dict[Key, Fraction] | None:
    """Return by what a relation multiplies each figure of a date, all on one side."""
    own = _unit(facts, relation.measure)
    found: dict[Key, Fraction] = {(relation.measure, date): own.size}
    for term in relation.terms:
        there = _before(facts, relation, term, cell, date, told=told) if term.shift else date
        if term.shift and there is None:
            return None
        unit, key = _unit(facts, term.measure), (term.measure, there)
        alike = (unit.kind, unit.base) == (own.kind, own.base)
        size = term.factor.value * (unit.size if alike else own.size)
        found[key] = found.get(key, Fraction(0)) - size
    return {key: factor for key, factor in found.items() if factor}


def _before(facts: ClaimFacts, relation: Relation, term: Term, cell: Asked, date: Period | None, *,
    told: Collection[Key]) -> Period | None:  # fmt: skip
    """Return of which date an earlier term is: the one before, or the last one told on a series.

    The latter where a row names that, the series is told at ``date``, and no figure is told that
    speaks of any date between.
    """
    there = date_before(date, term.shift) if date and term.shift else None
    beside = {relation.measure, *(other.measure for other in relation.terms if not other.shift)}
    if there is None or term.shift is None or term.measure not in beside:
        return there
    if (term.measure, there) in told:
        return there
    ignored, at = facts.beside_the_point(relation.measures), there
    if date is None or term.measure not in facts.spoken(date, cell, ignored):
        return there
    for _ in range(LONGEST_GAP + 1):
        if (term.measure, at) in told:
            return at
        if set(relation.measures) & facts.spoken(at, cell, ignored):
            break
        earlier = date_before(at, term.shift)
        if earlier is None:
            break
        at = earlier
    return there


def _unit(facts: ClaimFacts, measure: str) -> Unit:
    """Return the unit of a measure."""
    return unit_of(facts.claims.measures[measure].unit or "count")


def _multiplied(
    facts: ClaimFacts, relation: Relation, row: Mapping[str, Any], keys: list[Key],
    date: Period | None,
) -> bool:  # fmt: skip
    """Return whether a row is a relation that multiplies."""
    equation = equation_of(relation, facts.claims.measures)
    if not isinstance(equation, Equation):
        return False
    wanted = [
        (entry.measure, date_before(date, entry.shift) if date and entry.shift else date)
        for entry in equation.entries
    ]
    factor = equation.parts[0].factor * equation.parts[1].factor
    told = [exact(factor) for factor in row.get("factors", [1])]
    return (
        keys[0] == wanted[0]
        and sorted(keys[1:], key=str) == sorted(wanted[1:], key=str)
        and (told == [factor])
    )
