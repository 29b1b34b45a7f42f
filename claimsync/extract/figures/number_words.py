"""Number words: the tables that numerals are read by, and what a numeral is."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from claimsync.errors import InvalidClaimError
from claimsync.extract.text.rules import Rule
from claimsync.model.number import SCALES, Number

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}  # fmt: skip


def is_number(word: str) -> bool:
    """Return whether a word is a number, in digits or in letters.

    >>> is_number("12"), is_number("twelve"), is_number("dozens")
    (True, True, False)
    """
    return word[0].isdigit() or word in SMALL


SCALE_RULES = (
    Rule("hundred", ("hundred",), "2", "Two hundred people fled.", "Hundredfold gains."),
    Rule("thousand", ("thousand", "tausend", "tsd", "тыс"), "3", "12 thousand fled.",
         "A thousandth part."),
    Rule("lakh", ("lakh", "lakhs", "lac", "lacs"), "5", "1.5 lakh voters.", "A lakeside town."),
    Rule("million", ("million", "millions", "mio", "mln", "mn", "millionen", "millones",
         "milioni", "млн"), "6", "1.2 million fled.", "A millionaire."),
    Rule("crore", ("crore", "crores"), "7", "Two crore doses.", "A corer of apples."),
    Rule("billion", ("billion", "billions", "bn", "bln", "milliarden", "milliarde", "milliard",
         "milliards", "mrd", "miliardi", "млрд"), "9", "3,5 Milliarden Euro.", "A billionaire."),
    Rule("trillion", ("trillion", "trillions", "tn", "trn"), "12", "$1tn.", "A trill."),
)  # fmt: skip
POWERS = {word: int(rule.says) for rule in SCALE_RULES for word in rule.words}
# Letters that scale a number only where they stand right behind it.
LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
PARTS = {
    word: value
    for words, value in (
        ("half halves", 2), ("third thirds", 3), ("quarter quarters fourth fourths", 4),
        ("fifth fifths", 5), ("sixth sixths", 6), ("seventh sevenths", 7), ("eighth eighths", 8),
        ("ninth ninths", 9), ("tenth tenths", 10),
    )
    for word in words.split()
}  # fmt: skip
VAGUE = {
    "dozens": "dozens", "tens": "tens", "hundreds": "hundreds", "thousands": "thousands",
    "scores": "scores", "several": "several",
    "millions": "millions", "billions": "billions", "trillions": "trillions",
}  # fmt: skip


class Numeral(NamedTuple):
    """Tokens ``first`` to ``last`` and what they are worth.

    ``number`` is the one number stated, as written; ``word`` a number word of the policy. A share
    such as *a third* is worth one exact value that no decimal number has.
    """

    first: int
    last: int
    low: Fraction
    high: Fraction
    number: Number | None = None
    word: str | None = None
    form: str = "digits"
    power: int = 0


def of_value(span: tuple[int, int], value: Fraction, power: int, form: str) -> Numeral | None:
    """Return the numeral of an exact value whose last scale was ``10**power``."""
    number = as_number(value, power)
    return Numeral(*span, value, value, number, form=form, power=power) if number else None


@lru_cache(maxsize=1 << 12)
def as_number(value: Fraction, power: int = 0) -> Number | None:
    """Return the decimal number with this value, written in units of ``10**power``.

    >>> as_number(Fraction(1200000), 6), as_number(Fraction(1, 3))
    (Number('1.2 million'), None)
    """
    scale = power if power in SCALES.values() else 0
    scaled, places = value / 10**scale, 0
    while scaled.denominator != 1 and places < _MOST_PLACES:
        scaled, places = scaled * 10, places + 1
    return number_of(scaled.numerator, scale - places) if scaled.denominator == 1 else None


_MOST_PLACES = 12


def number_of(digits: int, exponent: int) -> Number | None:
    """Return the number, or nothing where it has more digits than news has."""
    try:
        return Number(digits, exponent)
    except InvalidClaimError:
        return None
