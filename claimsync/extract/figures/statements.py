"""Statements: what a reading and its qualifier state, as a figure of the model."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import as_number
from claimsync.extract.figures.subunits import in_whole_units
from claimsync.model.figure import Figure, Qualifier
from claimsync.model.number import Number

if TYPE_CHECKING:
    from claimsync.extract.figures.number_words import Numeral
    from claimsync.extract.figures.qualifiers import Qualified
    from claimsync.extract.figures.readings import Reading

_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


def stated(reading: Reading, meant: Qualified) -> tuple[Figure, tuple[str, ...]]:
    """Return the figure of a reading, and the rules that spell it.

    A third is no decimal number: as a share it is stated as 33 to 34 %, which holds it exactly.
    """
    amount = reading.amount
    if amount is None:
        return _figure(Qualifier.EXACTLY, Number(reading.value), None), ()
    unit = amount.unit.name if amount.unit else None
    if amount.high is not None:
        return _range(amount.low, amount.high, amount.joint, unit), (amount.joint,)
    low = amount.low
    if low.form == "share" and unit is None:
        return _share(low.low, meant.qualifier), ()
    if low.number is None:
        return _vague(low, unit), ("vague",)
    return _figure(meant.qualifier, low.number, unit), ()


@lru_cache(maxsize=1 << 12)
def _figure(qualifier: Qualifier, number: Number, unit: str | None) -> Figure:
    """Return a figure of one number; a page tells the same ones again and again."""
    number, unit = in_whole_units(number, unit)
    return Figure(qualifier=qualifier, number=number, unit=unit)


def worth(reading: Reading) -> tuple[Fraction, Fraction]:
    """Return the least and the most that a reading's number says."""
    amount = reading.amount
    if amount is None:
        return Fraction(reading.value), Fraction(reading.value)
    low, high = amount.low.low, (amount.high or amount.low).high
    if amount.joint == "margin":
        return low - high, low + high
    return low, high


def _range(low: Numeral, high: Numeral, joint: str, unit: str | None) -> Figure:
    """Return a range, or a number with its margin."""
    one, two = low.number, high.number
    if one is None or two is None:  # ⅐–⅜: of two shares both are told in percent
        one, two = _percent(low.low), _percent(high.low, up=True)
        unit = unit or "%"
    one, (two, unit) = in_whole_units(one, unit)[0], in_whole_units(two, unit)
    if joint == "margin":
        return Figure(qualifier=Qualifier.MARGIN, number=one, margin=two, unit=unit)
    return Figure(qualifier=Qualifier.RANGE, number=one, to=two, unit=unit)


def _share(value: Fraction, qualifier: Qualifier) -> Figure:
    """Return a share in percent, rounded so that the figure still holds it."""
    hundred = value * 100
    if hundred.denominator == 1 or as_number(hundred, 0) is not None:
        return Figure(qualifier=qualifier, number=as_number(hundred), unit="%")
    low, high = _percent(value), _percent(value, up=True)
    if qualifier is Qualifier.EXACTLY:
        return Figure(qualifier=Qualifier.RANGE, number=low, to=high, unit="%")
    return Figure(qualifier=qualifier, number=low if qualifier in _LOWER else high, unit="%")


def _percent(value: Fraction, *, up: bool = False) -> Number:
    """Return a share in whole percent, rounded down or up."""
    hundred = value * 100
    return Number(-(-hundred.numerator // hundred.denominator) if up else int(hundred // 1))


def _vague(numeral: Numeral, unit: str | None) -> Figure:
    """Return a vague number word; where the policy has none, what it allows as a range."""
    if numeral.word is not None:
        return Figure(qualifier=Qualifier.WORD, word=numeral.word, unit=unit)
    low, high = _hundredths(numeral.low), _hundredths(numeral.high, up=True)
    return Figure(qualifier=Qualifier.RANGE, number=low, to=high, unit=unit)


def _hundredths(value: Fraction, *, up: bool = False) -> Number:
    """Return a value as a decimal number; a third of a mile in hundredths, down or up."""
    number = as_number(value)
    if number is not None:
        return number
    percent = _percent(value, up=up)
    return Number(percent.digits, percent.exponent - 2)
