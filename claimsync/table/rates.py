"""Conversion between units: exactly by size, between currencies only at a declared rate."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.model.measure import Rate


class Conversion(NamedTuple):
    """A factor into the measure's unit, a unit that stays by itself, and the rates granted.

    ``apart`` is how far the zeros of the two units lie apart, in the measure's.
    """

    factor: Fraction
    stays: str | None = None
    assumptions: tuple[str, ...] = ()
    apart: Fraction = Fraction(0)


class Rates:
    """The declared rates, looked up in both directions and over several steps."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        """Index ``rates`` by unit."""
        self._steps: dict[str, list[tuple[str, Fraction, str]]] = {}
        for rate in rates:
            factor = rate.number.value
            self._steps.setdefault(rate.unit, []).append((rate.other, factor, rate.assumption))
            if factor:
                self._steps.setdefault(rate.other, []).append(
                    (rate.unit, 1 / factor, rate.assumption)
                )

    def conversion(self, stated: str | None, wanted: str | None) -> Conversion:
        """Return how an amount in ``stated`` is told in ``wanted``.

        Money without a declared rate keeps its own currency, and an unknown unit stays one of its
        own: such figures are never compared.
        """
        if not stated or not wanted or stated == wanted:
            return Conversion(Fraction(1))
        path = self._path(stated, wanted)
        if path is not None:
            return path
        one, other = unit_of(stated), unit_of(wanted)
        if one.kind in {Kind.MONEY, Kind.OTHER} and one.base != other.base:
            return Conversion(Fraction(1), stays=stated)
        return Conversion(one.size / other.size, apart=(one.zero - other.zero) / other.size)

    def _path(self, stated: str, wanted: str) -> Conversion | None:
        """Return the conversion along declared rates, the fewest steps first."""
        frontier, seen = [(stated, Fraction(1), tuple[str, ...]())], {stated}
        for unit, factor, granted in frontier:
            if unit == wanted:
                return Conversion(factor, assumptions=granted)
            for other, step, assumption in self._steps.get(unit, ()):
                if other not in seen:
                    seen.add(other)
                    frontier.append((other, factor * step, (*granted, assumption)))
        return None
