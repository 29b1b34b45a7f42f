"""Relations in one form: a whole that others make up, or why a relation cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.model.unit import Kind, Unit, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimsync.model.measure import Measure, Relation, Shift, Term

_Side = dict[tuple[str, "Shift | None"], Fraction]
_COUNT = Unit(Kind.COUNT)
_SHARE = Fraction(1, 100)  # shares are kept in percent


class Entry(NamedTuple):
    """A measure in an equation, of which earlier date it is, and what it is multiplied by."""

    measure: str
    shift: Shift | None
    factor: Fraction


@dataclass(frozen=True)
class Equation:
    """``whole = Σ factor · part``, or ``whole = factor · part · part``; in each measure's own unit.

    Not ``complete``: the whole is at least that. ``plain``: a sum, once the units are one.
    """

    name: str
    whole: Entry
    parts: tuple[Entry, ...]
    complete: bool = True
    product: bool = False
    plain: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The whole and the parts."""
        return (self.whole, *self.parts)


class Refused(NamedTuple):
    """A relation that cannot be used, and why."""

    name: str
    reason: str


class Shared(NamedTuple):
    """A measure, the first of all that equations join to it, and how large its unit is there."""

    measure: Measure
    group: str
    size: Fraction


def equation_of(relation: Relation, measures: Mapping[str, Measure]) -> Equation | Refused:
    """Return a declared relation in canonical form, or why its measures do not go together.

    >>> from claimsync.model.measure import Measure
    >>> from claimsync.notation import parse_declaration
    >>> told = parse_declaration("relation new = total - total [previous day]")
    >>> known = {name: Measure(name=name) for name in told.measures}
    >>> found = equation_of(told, known)
    >>> found.whole.measure, [part.measure for part in found.parts], found.plain
    ('total', ['total', 'new'], True)
    """
    words = [name for name in relation.measures if measures[name].categories]
    if words:
        return Refused(str(relation), f"{words[0]!r} is told in words")
    return _product(relation, measures) if relation.product else _sum(relation, measures)


def unit_of_measure(measure: Measure) -> Unit:
    """Return the unit of a measure; without one it counts."""
    return unit_of(measure.unit) if measure.unit else _COUNT


def _alike(one: Unit, other: Unit) -> bool:
    """Return whether amounts in the two units can be added."""
    return one.kind is other.kind and one.base == other.base and one.zero == other.zero


def _apart(relation: Relation, one: Measure, other: Measure) -> Refused:
    """Return that two measures cannot stand in one relation."""
    units = " and ".join(measure.unit or "a count" for measure in (one, other))
    return Refused(str(relation), f"{one.name!r} and {other.name!r} are in {units}")


def _sum(relation: Relation, measures: Mapping[str, Measure]) -> Equation | Refused:
    """Return a sum, what is subtracted moved to the other side."""
    lone = measures[relation.measure]
    own = unit_of_measure(lone)
    left: _Side = {(relation.measure, None): own.size}
    terms: _Side = {}
    for term in relation.terms:
        unit = unit_of_measure(measures[term.measure])
        if not _alike(own, unit) and abs(term.factor.value) == 1:
            return _apart(relation, lone, measures[term.measure])
        # Between other kinds of unit the factor carries the units: 0.5 (kg a loaf) * loaves.
        size = unit.size if _alike(own, unit) else own.size
        known = (term.measure, term.shift)
        terms[known] = terms.get(known, Fraction(0)) + term.factor.value * size
    left |= {known: -weight for known, weight in terms.items() if weight < 0}
    right = {known: weight for known, weight in terms.items() if weight > 0}
    if len(left) + len(right) == 1:
        return Refused(str(relation), "its terms cancel out")
    return _turned(relation, left, right, measures)


def _turned(
    relation: Relation, left: _Side, right: _Side, measures: Mapping[str, Measure]
) -> Equation:
    """Return ``Σ left = Σ right`` (or ``≥``) with a whole: the one alone on its side, if any."""
    if len(left) > 1 and len(right) == 1 and relation.complete:
        left, right = right, left
    (whole, weight), *others = left.items()
    earlier = sorted(right.items(), key=lambda part: part[0][0] != whole[0])  # its own date first
    parts = [*earlier, *((known, -also) for known, also in others)]
    entries = tuple(Entry(*known, factor / weight) for known, factor in parts)
    units = {known: unit_of_measure(measures[known[0]]) for known, _ in (*left.items(), *parts)}
    plain = all(
        _alike(units[whole], units[known])
        and factor / weight == units[known].size / units[whole].size
        for known, factor in parts
    )
    return Equation(
        str(relation), Entry(*whole, Fraction(1)), entries, relation.complete, plain=plain
    )


def _product(relation: Relation, measures: Mapping[str, Measure]) -> Equation | Refused:
    """Return a product, in the units of its measures."""
    lone = measures[relation.measure]
    parts = [measures[term.measure] for term in relation.terms]
    stated = relation.terms[0].factor.value * relation.terms[1].factor.value
    factor = _conversion(*map(unit_of_measure, (lone, *parts)))
    if factor is None and stated == 1:
        return _apart(relation, lone, next(p for p in parts if p.unit != lone.unit))
    entries = [_entry(term) for term in relation.terms]
    entries[0] = entries[0]._replace(factor=stated * (factor or 1))
    whole = Entry(relation.measure, None, Fraction(1))
    return Equation(str(relation), whole, tuple(entries), relation.complete, product=True)


def _entry(term: Term) -> Entry:
    """Return a factor of a product."""
    return Entry(term.measure, term.shift, Fraction(1))


def _conversion(whole: Unit, one: Unit, other: Unit) -> Fraction | None:
    """Return by what a product of two amounts is multiplied to be one in the unit of the whole."""
    for factor, amount in ((one, other), (other, one)):
        if factor.kind in {Kind.PERCENT, Kind.COUNT} and _alike(whole, amount):
            share = factor.size * _SHARE if factor.kind is Kind.PERCENT else Fraction(1)
            return share * amount.size / whole.size
    return None


def shared_scales(
    equations: Iterable[Equation], measures: Mapping[str, Measure]
) -> dict[str, Shared]:
    """Return the measures that equations join, however far, with a common unit for each kind."""
    group: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for equation in equations:
        for entry in equation.entries:
            into, gone = group.get(equation.whole.measure, equation.whole.measure), entry.measure
            gone = group.get(gone, gone)
            if into != gone or into not in members:
                moved = [*members.pop(into, [into]), *members.pop(gone, [gone])]
                members[into] = list(dict.fromkeys(moved))
                group |= dict.fromkeys(members[into], into)
    found = {}
    for name, joined in members.items():
        units = {each: unit_of_measure(measures[each]) for each in joined}
        for each, unit in units.items():
            least = min(other.size for other in units.values() if _alike(unit, other))
            found[each] = Shared(measures[each], name, unit.size / least)
    return found
