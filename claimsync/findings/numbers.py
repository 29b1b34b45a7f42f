"""Numbers and intervals as JSON holds them exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimsync.model.interval import Exact, Interval


def exact_json(number: Exact | None) -> int | float | str | None:
    """Return a number as JSON holds it exactly: an int, a decimal that survives, else text.

    >>> exact_json(Fraction(5, 2)), exact_json(Fraction(1, 3)), exact_json(None)
    (2.5, '1/3', None)
    """
    if number is None or isinstance(number, int):
        return number
    if number.denominator == 1:
        return number.numerator
    near = float(number)
    return near if Fraction(repr(near)) == number else str(number)


def ends_json(interval: Interval) -> dict[str, Any]:
    """Return both ends of an interval; an open end says so."""
    ends: dict[str, Any] = {"low": exact_json(interval.low), "high": exact_json(interval.high)}
    if interval.low_open:
        ends["low_open"] = True
    if interval.high_open:
        ends["high_open"] = True
    return ends
