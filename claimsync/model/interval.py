"""Intervals of exact numbers: what a figure allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; ``None`` is unbounded, an open end excludes itself.

    >>> Interval(21, 26)
    Interval(21 to 26)
    >>> print(Interval(21, 21))
    exactly 21
    >>> Interval(8, 12).meet(Interval(10, None))
    Interval(10 to 12)
    """

    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Make canonical: whole Fractions become ints, unbounded ends are not open."""
        for name in ("low", "high"):
            end = getattr(self, name)
            if end is None:
                object.__setattr__(self, f"{name}_open", False)
            elif isinstance(end, Fraction) and end.denominator == 1:
                object.__setattr__(self, name, end.numerator)

    @property
    def empty(self) -> bool:
        """Whether no number is in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def point(self) -> bool:
        """Whether exactly one number is in it."""
        return self.low is not None and self.low == self.high and not self.empty

    def __contains__(self, number: Exact) -> bool:
        """Return whether ``number`` lies in the interval."""
        return not self.meet(Interval(number, number)).empty

    def meet(self, other: Interval) -> Interval:
        """Return what both allow (it may be empty)."""
        low, low_open = _tighter((self.low, self.low_open), (other.low, other.low_open), max)
        high, high_open = _tighter((self.high, self.high_open), (other.high, other.high_open), min)
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both.

        >>> Interval(1, 2).hull(Interval(5, None))
        Interval(at least 1)
        """
        low, low_open = _wider((self.low, self.low_open), (other.low, other.low_open), min)
        high, high_open = _wider((self.high, self.high_open), (other.high, other.high_open), max)
        return Interval(low, high, low_open, high_open)

    def within(self, other: Interval) -> bool:
        """Return whether every number of this interval is in ``other``."""
        return self.meet(other) == self

    def disjoint(self, other: Interval) -> bool:
        """Return whether no number is in both."""
        return self.meet(other).empty

    def below(self, other: Interval) -> bool:
        """Return whether every number of this interval is less than every one of ``other``."""
        if self.high is None or other.low is None:
            return False
        return self.high <= other.low and self.disjoint(other)

    def scaled(self, factor: Exact) -> Interval:
        """Return the interval times a positive ``factor``."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Interval(low, high, self.low_open, self.high_open)

    def moved(self, by: Exact) -> Interval:
        """Return the interval with both ends higher by ``by``."""
        low, high = (None if end is None else end + by for end in (self.low, self.high))
        return Interval(low, high, self.low_open, self.high_open)

    def inwards(self) -> Interval:
        """Return the whole numbers of the interval, as an interval with closed ends."""
        low = (
            None
            if self.low is None
            else math.ceil(self.low) + (self.low_open and self.low == math.ceil(self.low))
        )
        high = (
            None
            if self.high is None
            else math.floor(self.high) - (self.high_open and self.high == math.floor(self.high))
        )
        return Interval(low, high)

    def __str__(self) -> str:
        """Return the interval in words."""
        if self.empty:
            return "nothing"
        if self.point:
            return f"exactly {number_text(self.low)}"
        if self.low is None or self.high is None:
            return self._unbounded_text()
        if self.low_open or self.high_open:
            joints = ("over" if self.low_open else "from", "under" if self.high_open else "to")
            return f"{joints[0]} {number_text(self.low)} {joints[1]} {number_text(self.high)}"
        return f"{number_text(self.low)} to {number_text(self.high)}"

    def _unbounded_text(self) -> str:
        """Return an interval without a low or a high end in words."""
        if self.low is not None:
            return f"{'more than' if self.low_open else 'at least'} {number_text(self.low)}"
        if self.high is not None:
            return f"{'under' if self.high_open else 'at most'} {number_text(self.high)}"
        return "any number"

    def __repr__(self) -> str:
        """Return the words inside the type's name."""
        return f"Interval({self})"


ANYTHING = Interval()


def number_text(number: Exact | None) -> str:
    """Return an exact number with grouping commas; a fraction as a decimal where it ends.

    >>> number_text(55000), number_text(Fraction(5, 2)), number_text(Fraction(1, 3))
    ('55,000', '2.5', '1/3')
    """
    if number is None:
        return "unbounded"
    if isinstance(number, int):
        return f"{number:,}"
    rest, places = number.denominator, 0
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= math.gcd(rest, 10)
        places += 1
    if rest != 1:
        return f"{number.numerator:,}/{number.denominator:,}"
    digits = f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    return f"{'-' if number < 0 else ''}{int(digits[:-places]):,}.{digits[-places:]}"


def _wider(
    one: tuple[Exact | None, bool], two: tuple[Exact | None, bool], pick: Callable[..., Exact]
) -> tuple[Exact | None, bool]:
    """Return the end that allows more; at equal ends a closed one does."""
    if one[0] is None or two[0] is None:
        return None, False
    if one[0] == two[0]:
        return one[0], one[1] and two[1]
    return one if pick(one[0], two[0]) == one[0] else two


def _tighter(
    one: tuple[Exact | None, bool], two: tuple[Exact | None, bool], pick: Callable[..., Exact]
) -> tuple[Exact | None, bool]:
    """Return the end that allows less; at equal ends an open one does."""
    if one[0] is None or two[0] is None:
        return two if one[0] is None else one
    if one[0] == two[0]:
        return one[0], one[1] or two[1]
    return one if pick(one[0], two[0]) == one[0] else two
