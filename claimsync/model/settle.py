"""Undeclared measures, settled by how the claims use them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from claimsync.model.columns import distinct
from claimsync.model.figure import Qualifier
from claimsync.model.measure import Measure
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimsync.model.columns import Claims
    from claimsync.model.context import Context
    from claimsync.model.figure import Figure
    from claimsync.model.measure import Relation


def settled_measures(claims: Claims, context: Context) -> dict[str, Measure]:
    """Return every measure by name; an undeclared one takes the unit it is used with most.

    It counts (whole numbers from 0) until a negative or fractional figure says otherwise, and holds
    categories if all its figures are words.
    """
    declared = dict(context.measure_by_name)
    uses: dict[str, _Use] = {}
    alike, example = distinct([claims.measure, claims.readings, claims.unit])
    for row, times in sorted(zip(example.tolist(), np.bincount(alike).tolist(), strict=True)):
        name, unit = claims.measure[row], claims.unit[row]
        if name is None or (name in declared and not _lacks_unit(declared[name])):
            continue
        use = uses.setdefault(name, _Use())
        for reading in claims.readings[row]:
            use.note(reading.figure, reading.figure.unit or unit, times)
    settled = {name: use.measure(name, declared.get(name)) for name, use in uses.items()}
    known = {**declared, **settled}
    for relation in context.relations:
        known |= {n: _joined(n, relation, known) for n in relation.measures if n not in known}
    return known


def _joined(name: str, relation: Relation, known: Mapping[str, Measure]) -> Measure:
    """Return a measure that only a relation names: of the kind of the others.

    A difference may fall below zero, and so may what goes with numbers that do.
    """
    others = [known[other] for other in relation.measures if other in known]
    unit = next((other.unit for other in others if other.unit), None)
    difference = name == relation.measure and any(t.factor.digits < 0 for t in relation.terms)
    counts = all(other.whole_numbers for other in others)
    free = difference or not counts or any(other.unbounded for other in others)
    return Measure(name=name, unit=unit, integer=counts, unbounded=free)


def _lacks_unit(measure: Measure) -> bool:
    """Return whether a declaration leaves the unit to its uses."""
    return measure.unit is None and not measure.categories


class _Use:
    """How the claims use one measure."""

    def __init__(self) -> None:
        self.units: Counter[str] = Counter()
        self.counts = True
        self.words = self.numbers = False

    @property
    def unit(self) -> str | None:
        """The unit used most, the first by name among equals: input order never counts."""
        return min(self.units, key=lambda unit: (-self.units[unit], unit), default=None)

    def note(self, figure: Figure, unit: str | None, times: int) -> None:
        """Take a figure into account that was told some times."""
        if unit:
            self.units[unit] += times
        if figure.qualifier is Qualifier.CATEGORY:
            self.words = True
        elif figure.states_number:
            self.numbers = True
            stated = (figure.number, figure.to, figure.margin)
            if any(number and (number.digits < 0 or number.exponent < 0) for number in stated):
                self.counts = self.counts and all(
                    number is None or (number.value >= 0 and number.value.denominator == 1)
                    for number in stated
                )

    def measure(self, name: str, declared: Measure | None) -> Measure:
        """Return the measure that these uses settle."""
        if declared is not None:
            return declared.model_copy(update={"unit": self.unit})
        if self.words and not self.numbers:
            return Measure(name=name, categories=True)
        if not self.counts and (self.unit is None or unit_of(self.unit).kind is Kind.COUNT):
            return Measure(name=name, unit=self.unit, integer=False, unbounded=True)
        return Measure(name=name, unit=self.unit)
