"""Portions: what *two-thirds of the 1,200* comes to, where the same phrase names the whole."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import PARTS, SMALL, number_of
from claimsync.extract.text.rules import Rule
from claimsync.model.figure import Figure, Qualifier

if TYPE_CHECKING:
    from claimsync.extract.figures.quantities import Quantity

RULES = (
    Rule("share/of a whole", ("half of the 1,200", "two-thirds of its 90"),
         "a share of a number in the same phrase is about so many",
         "Half of the 1,200 sailors were injured.", "Half of the sailors were injured."),
    Rule("share/all but", ("all but five of the 103",),
         "all but some of a number in the same phrase are so many",
         "All but five of the 103 sailors were injured.", "All but five sailors were injured."),
)  # fmt: skip
_OF = frozenset({"of", "of the", "of its", "of their", "of his", "of her", "of all", "of these"})
_PERCENT = 100
_STEPS = frozenset({Qualifier.EXACTLY, Qualifier.RANGE})


def portion(text: str, share: Quantity, whole: Quantity) -> Quantity | None:
    """Return what a share of a whole comes to; None where the whole is not right behind it.

    >>> from claimsync.extract.figures.quantities import quantities
    >>> text = "Two-thirds of the 1,200 officers"
    >>> str(portion(text, *quantities(text)).figure)
    '~ 800'
    """
    number = whole.figure.number
    between = text[share.end : whole.start].casefold().strip(" %")
    near = between.removeprefix("percent ").removeprefix("per cent ") in _OF
    plain = whole.kind == "count" and whole.figure.qualifier is Qualifier.EXACTLY
    if share.role == "except" and near and plain:
        return _remainder(text, share, whole)
    if share.kind != "share" or not near or not plain or number is None:
        return None
    part = _fraction(text[share.number_start : share.number_end], share)
    if part is None or not 0 < part < 1:
        return None
    worth = number_of(round(number.value * part), 0)
    said = share.figure.qualifier
    how = Qualifier.AROUND if said in _STEPS else said
    if worth is None:
        return None
    figure = Figure(number=worth, qualifier=how)
    return share._replace(
        kind="count", figure=figure, noun=whole.noun, rules=(*share.rules, RULES[0].id)
    )


def _remainder(text: str, lacking: Quantity, whole: Quantity) -> Quantity | None:
    """Return how many *all but five of the 103* are; None where the five are no plain number."""
    some, every = lacking.figure.number, whole.figure.number
    opened = text.casefold().rfind("all", 0, lacking.start)
    exact = lacking.figure.qualifier is Qualifier.EXACTLY and lacking.kind == "count"
    if some is None or every is None or not exact or opened < 0 or some.value >= every.value:
        return None
    left = every.value - some.value
    worth = number_of(left.numerator, 0) if left.denominator == 1 else None
    return None if worth is None else lacking._replace(
        start=opened, end=whole.end, figure=Figure(number=worth), noun=whole.noun, role=None,
        rules=(*lacking.rules, RULES[1].id),
    )  # fmt: skip


def _fraction(said: str, share: Quantity) -> Fraction | None:
    """Return the exact share that words name: *two-thirds*, *4 in 10*, *40*."""
    words = said.casefold().replace("-", " ").split()
    if "in" in words and len(words) == len("4 in 10".split()):
        over, under = _small(words[0]), _small(words[2])
        return Fraction(over, under) if over and under else None
    under = PARTS.get(words[-1]) if words else None
    if under is not None:
        over = 1 if len(words) == 1 or words[0] in {"a", "one"} else _small(words[0])
        return Fraction(over, under) if over else None
    number = share.figure.number
    known = share.figure.unit == "%" and share.figure.to is None and number is not None
    return number.value / _PERCENT if known and number is not None else None


def _small(word: str) -> int | None:
    """Return a small number in words or digits."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= 3 else SMALL.get(word)  # noqa: PLR2004
