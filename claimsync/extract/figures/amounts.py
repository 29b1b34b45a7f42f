"""Amounts: a number with the currency before it and the unit behind it, and ranges of two."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.changes import direction, moves
from claimsync.extract.figures.measures import Measured, after, currency, per
from claimsync.extract.figures.number_words import Numeral, as_number
from claimsync.extract.figures.numerals import numeral
from claimsync.model.number import Number

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

_DASHES = frozenset("-–—‑−")
_MARGINS = frozenset({"±", "+/-"})
# Words that may stand between a joint and the second number of a range.
_EVEN = frozenset({"even", "maybe", "perhaps", "possibly"})


class Amount(NamedTuple):
    """Tokens ``first`` to ``last`` with one number or the two of a range.

    ``stop`` is the end of the unit, where one stands behind. ``joint`` tells how the two numbers
    are joined: to, or, between, margin.
    """

    first: int
    last: int
    stop: int
    low: Numeral
    high: Numeral | None = None
    unit: Measured | None = None
    joint: str = ""
    negative: bool = False


def amount(line: Line, at: int) -> Amount | None:
    """Return the amount that starts at token ``at``, a range where two numbers make one.

    >>> from claimsync.extract.figures.lines import Line
    >>> found = amount(Line.of("24–35bn euros"), 0)
    >>> found.low.number, found.high.number, found.unit.name
    (Number('24 billion'), Number('35 billion'), 'EUR')
    """
    first = _single(line, at)
    if first is None:
        return None
    between = line.word(at - 1) == "between"
    joined = _joined(line, first, between=between)
    return joined or first


def _single(line: Line, at: int) -> Amount | None:
    """Return one number with its currency, sign and unit."""
    here, negative = _sign(line, at)
    money = currency(line, here)
    if money is not None:
        here, below = _sign(line, money.last)
        negative = negative or below
    if line.word(here) == "." and line.kind(here + 1) == "number" and line.glued(here + 1):
        number = _below_one(line, here)
    else:
        number = numeral(line, here, money=money is not None)
    if number is None or (number.form == "vague" and (money or negative)):
        return None
    if negative:
        number = _below_zero(number)
    unit = _unit(line, number, money)
    stop = max(number.last, unit.last if unit else 0)
    if unit and money and unit.first < number.first:
        unit = unit._replace(last=money.last)
    return Amount(at, number.last, stop, number, unit=unit, negative=negative)


def _below_zero(number: Numeral) -> Numeral:
    """Return the numeral with a minus."""
    known = number.number
    below = Number(-known.digits, known.exponent) if known else None
    return number._replace(low=-number.high, high=-number.low, number=below)


def _sign(line: Line, at: int) -> tuple[int, bool]:
    """Return where a sign at ``at`` ends, and whether it is a minus."""
    word = line.word(at)
    if word == "minus":
        return at + 1 + (line.word(at + 1) == "-"), True
    return (at + 1, word != "+") if word in {"-", "−", "+"} else (at, False)


def opening(line: Line, at: int, fence: int) -> int:
    """Return where the amount whose number or currency stands at ``at`` opens, from ``fence`` on.

    >>> from claimsync.extract.figures.lines import Line
    >>> opening(Line.of("cost US $ 5"), 2, 0), opening(Line.of("minus 5"), 1, 0)
    (1, 0)
    """
    if line.word(at - 1) == "." and line.glued(at) and not line.glued(at - 1) and at > fence:
        at -= 1
    if at > fence and line.kind(at - 1) == "word" and _money_before(line, at):
        at -= 1
    elif at - 1 > fence and line.word(at - 1) == "." and line.word(at - 2) in {"rs", "rp"}:
        at -= 2
    if at > fence and _signed(line, at):
        at -= 1
        if line.word(at) == "-" and line.word(at - 1) == "minus" and at > fence:
            at -= 1
    return at


def _money_before(line: Line, at: int) -> bool:
    """Return whether the word before ``at`` is a currency, or its country's letters."""
    found = currency(line, at - 1)
    return found is not None and found.last in {at, at + 1}


def _signed(line: Line, at: int) -> bool:
    """Return whether a sign stands before ``at`` that is no hyphen or bullet."""
    sign = line.word(at - 1)
    if sign == "minus":
        return True
    if sign == "-" and line.word(at - 2) == "minus":
        return True
    if sign not in {"-", "−", "+"} or not line.glued(at):
        return False
    return not line.glued(at - 1) and (at > 1 or sign != "-")


def _below_one(line: Line, at: int) -> Numeral | None:
    """Return .5, whose zero is not written."""
    text = line.word(at + 1)
    if not text.isdecimal() or len(text) > 12:  # noqa: PLR2004 - longer is no share
        return None
    value = Fraction(int(text), 10 ** len(text))
    number = as_number(value)
    return Numeral(at, at + 2, value, value, number) if number else None


def _unit(line: Line, number: Numeral, money: Measured | None) -> Measured | None:
    """Return the unit: the currency before the number, with what it is per, or what follows."""
    if money is None:
        at = number.last + (line.word(number.last) == "of" and number.form == "vague")
        if number.form == "share" and line.low[number.last : number.last + 2] == ["of", "a"]:
            at = number.last + 2
        return after(line, at) or _more(line, at)
    found = after(line, number.last)
    if found is not None and found.kind == "money":
        return found._replace(first=money.first) if money.name in {"$", "USD"} else found
    at = number.last
    if at < len(line) and line.texts[at] == "US":
        money, at = money._replace(name="USD", last=at + 1), at + 1
    elif line.low[at : at + 4] == ["u", ".", "s", "."] and money.name in {"$", "USD"}:
        money, at = money._replace(name="USD", last=at + 4), at + 4
    return _per(line, at, money) or money


def _more(line: Line, at: int) -> Measured | None:
    """Return the unit of *14 more days*, *six further weeks*; *12 more m* has none."""
    found = after(line, at + 1) if line.word(at) in _FURTHER else None
    return found if found is not None and len(line.word(found.first)) > len("km") else None


_FURTHER = frozenset("more further additional extra other full straight consecutive".split())


def _per(line: Line, at: int, money: Measured) -> Measured | None:
    """Return the currency as a rate where one stands behind the number."""
    found = per(line, Measured(money.first, at, money.name, "money", money.rule))
    return found if found.last > at else None


_DOLLARS = frozenset("$ USD AUD CAD NZD HKD SGD TWD".split())


def _joined(line: Line, one: Amount, *, between: bool) -> Amount | None:
    """Return the range that starts with ``one``."""
    joint = _joint(line, one, between=between)
    if joint is None or not line.grammar.on(joint[1]):
        return None
    start, how = joint
    two = _single(line, start)
    if two is None or (two.negative and not one.negative) or not _fit(line, one, two, how):
        return None
    low, high = _sharing(one.low, two.low)
    if how == "to" and two.negative and high.low < low.low:
        low, high = high, low
    if how != "margin" and not (low.low < high.low or (low.low == high.low and how == "to")):
        return None
    if how == "or" and not _near(low, high):
        return None
    unit = two.unit or one.unit
    if unit is not None and two.unit is not None and one.unit is not None:
        unit = one.unit if unit.name == "$" else unit
    return Amount(one.first, two.last, two.stop, low, high, unit, how, one.negative)


def _joint(line: Line, one: Amount, *, between: bool) -> tuple[int, str] | None:  # noqa: PLR0911 - one return a joint
    """Return where the second number of a range begins, and how it is joined to the first."""
    at = one.stop
    word = line.word(at)
    if word in {"to", "through"} or (word == "and" and between):
        if _levels(line, one, at):
            return None
        hyphen = line.word(at + 1) == "-" and line.glued(at + 1)
        start = at + 1 + (hyphen or line.word(at + 1) in _EVEN)
        return start, "between" if between else "to"
    if word == "or":
        return at + 1 + (line.word(at + 1) in _EVEN), "or"
    if word in _DASHES:
        spaced = not line.glued(at) or not line.glued(at + 1)
        if line.word(at + 1) == "to" and not spaced:
            return at + 2 + (line.word(at + 2) in _DASHES), "to"
        return at + 1, "dash" if spaced else "to"
    if word in _MARGINS or line.low[at : at + 3] in (["give", "or", "take"], ["+", "/", "-"]):
        return at + (1 if word in _MARGINS else 3), "margin"
    return None


def _levels(line: Line, one: Amount, at: int) -> bool:
    """Return whether *to* at ``at`` leads to a new level rather than to the end of a range.

    In *from 5 to 7 to 8 percent* the first *to* makes a range, the second a change.
    """
    if line.word(one.first - 1) == "from" and moves(line, one.first - 1):
        two = _single(line, at + 1)
        return two is None or line.word(two.stop) != "to"
    if direction(line, one.first, one.unit.kind if one.unit else "count") is None:
        return False
    two = _single(line, at + 1)
    if two is None:
        return True
    both = one.unit is not None and two.unit is not None and line.word(one.first - 1) != "by"
    return both or two.low.low > _FAR * one.low.low


_FAR = 3


def _fit(line: Line, one: Amount, two: Amount, how: str) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether two amounts may be the ends of one range: same unit, or one says it."""
    if one.low.form == "vague" or two.low.form == "vague":
        return False
    if (one.low.form == "share") != (two.low.form == "share"):
        return False
    if how == "dash" and two.unit is None:
        return False
    if how == "or" and (one.unit is not None) and two.unit is None:
        return False
    if one.unit and two.unit and {one.unit.name, two.unit.name} <= _DOLLARS:
        return "$" in {one.unit.name, two.unit.name} or one.unit.name == two.unit.name
    if one.unit is not None and two.unit is not None and one.unit.name != two.unit.name:
        return one.unit.kind == two.unit.kind and two.unit.name.startswith(one.unit.name)
    if one.unit is not None and two.unit is None:
        return one.unit.first < one.low.first and line.word(two.stop) not in {"%", "percent"}
    return True


def _near(low: Numeral, high: Numeral) -> bool:
    """Return whether *three or four* is an estimate rather than a choice."""
    return high.low <= 2 * low.low + 1


def _sharing(one: Numeral, two: Numeral) -> tuple[Numeral, Numeral]:
    """Return both numbers in the scale that they share, as in *12 to 15 thousand*."""
    if not two.power or one.power or one.number is None or two.number is None:
        return one, two
    if one.low >= two.low / 10**two.power:
        return one, two
    value = one.low * 10**two.power
    number = as_number(value, two.power)
    return one._replace(low=value, high=value, number=number, power=two.power), two


def level(one: Amount, two: Amount) -> Amount:
    """Return the level before a change in the unit and scale of the level after it.

    >>> from claimsync.extract.figures.lines import Line
    >>> first, second = amount(Line.of("24.2"), 0), amount(Line.of("33 billion euros"), 0)
    >>> level(first, second).low.number, level(first, second).unit.name
    (Number('24.2 billion'), 'EUR')
    """
    size = Fraction(10) ** two.low.power
    near = Fraction(1, 10) < one.low.low * size / two.low.low < 10 if two.low.low else False  # noqa: PLR2004
    low = one.low
    if near and two.low.power and not low.power and low.number is not None and one.high is None:
        low, _ = _sharing(low, two.low._replace(low=size * (low.low + 1)))
    unit = two.unit if low.form != "share" else None
    return one._replace(low=low, unit=one.unit or unit)
