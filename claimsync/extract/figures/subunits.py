"""Subunits: pence are hundredths of a pound, basis points of a percentage point."""

from __future__ import annotations

from claimsync.model.number import Number

_HUNDREDTHS = {"pence": "GBP", "basis point": "percentage point"}


def in_whole_units(number: Number, unit: str | None) -> tuple[Number, str | None]:
    """Return a number of subunits in the unit that they are hundredths of.

    >>> in_whole_units(Number(412), "pence per share"), in_whole_units(Number(4), "EUR")
    ((Number('4.12'), 'GBP per share'), (Number('4'), 'EUR'))
    """
    name, per, under = (unit or "").partition(" per ")
    if name not in _HUNDREDTHS:
        return number, unit
    return Number(number.digits, number.exponent - 2), f"{_HUNDREDTHS[name]}{per}{under}"
