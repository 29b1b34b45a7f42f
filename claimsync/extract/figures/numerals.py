"""Numerals: amounts in digits, in words and in both, with their scale, exact.

``Line`` tokens are walked once from left to right; a numeral says where it ends, what it may be
worth at least and at most, and, where the words state one number, that number as written.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.figures.cardinals import cardinal_words
from claimsync.extract.figures.nouns import STOPS
from claimsync.extract.figures.number_words import LETTERS, Numeral, as_number, number_of, of_value
from claimsync.extract.figures.shares import one_in, share, vague
from claimsync.extract.text.digits import comma_is_point, exact
from claimsync.extract.text.tokens import FRACTIONS, THIN
from claimsync.model.number import SCALES, Number

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line


def numeral(line: Line, at: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that starts at token ``at``; ``$1.2 m`` counts as ``money``.

    >>> from claimsync.extract.figures.lines import Line
    >>> numeral(Line.of("two hundred and fifty-seven"), 0).number
    Number('257')
    >>> numeral(Line.of("1.2 million"), 0).number, numeral(Line.of("two-thirds of"), 0).low
    (Number('1.2 million'), Fraction(2, 3))
    """
    if line.kind(at) == "word":
        part = share(line, at) if line.grammar.on("share-words") else None
        loose = vague(line, at) if line.grammar.on("vague") else None
        return part or loose or cardinal_words(line, at)
    if line.kind(at) in {"number", "fraction"}:
        ratio = _ratio(line, at) if line.grammar.on("share-words") else None
        return ratio or _digits(line, at, money=money)
    return None


def _ratio(line: Line, at: int) -> Numeral | None:
    """Return *1 in 5* or *3 in 10* as a share."""
    if line.word(at + 1) not in {"in", "out"} or len(line.word(at)) != 1:
        return None
    return one_in(line, at, int(line.word(at))) if line.word(at).isdecimal() else None


def _digits(line: Line, at: int, *, money: bool) -> Numeral | None:
    """Return a numeral that opens with digits or with a sign such as ½."""
    end, pair = _grouped(line, at)
    if pair is None:
        return None
    part, stop = _fraction_behind(line, at, end)
    if part is not None:
        whole = 0 if line.kind(at) == "fraction" or stop == at + 3 == end + 2 else pair[0]
        return None if part == 1 else _with_fraction(line, (at, stop), part + whole, money=money)
    stop, power = _scales(line, end, money=money)
    last = power if power in SCALES.values() else _last_scale(line, stop, power)
    number = _scaled(*pair, power, last)
    if number is None or (comma_is_point(line.texts[at]) and not power):
        return _comma(line, at, stop, number)
    return Numeral(at, stop, number.value, number.value, number, power=power)


def _with_fraction(
    line: Line, span: tuple[int, int], value: Fraction, *, money: bool
) -> Numeral | None:
    """Return 2½ million, or the share ⅓."""
    end, power = _scales(line, span[1], money=money)
    if power == 0 and value < 1:
        return Numeral(span[0], end, value, value, as_number(value), form="share")
    return of_value((span[0], end), value * 10**power, power, "digits")


def _scaled(digits: int, exponent: int, power: int, last: int) -> Number | None:
    """Return digits in the scale that closes them; other scales become zeros."""
    if last:
        return number_of(digits * 10 ** (power - last), exponent + last)
    exponent += power
    return number_of(digits * 10**exponent, 0) if exponent > 0 else number_of(digits, exponent)


def _last_scale(line: Line, end: int, power: int) -> int:
    """Return the scale that closes the numeral, if it is one the notation writes out."""
    last = line.grammar.powers.get(line.word(end - 1), 0)
    return last if last in SCALES.values() and last <= power else 0


def _comma(line: Line, at: int, end: int, number: Number | None) -> Numeral | None:
    """Return a number with a decimal comma where a sign behind it says that it is one."""
    sure = line.word(end) in {"%", "％", "percent", "per", "€", "euro", "euros", "km", "kg"}
    return Numeral(at, end, number.value, number.value, number) if number and sure else None


def _grouped(line: Line, at: int) -> tuple[int, tuple[int, int] | None]:
    """Return where the digits at ``at`` end, thin gaps included, and what they are."""
    text = line.texts[at]
    if line.kind(at) == "fraction":
        return at + 1, (0, 0)
    end = at + 1
    if len(text) <= _GROUP and text.isdecimal() and text[0] != "0":
        while end - at <= _MOST_GROUPS and _group(line, at, end):
            end += 1
    if end == at + 1:
        return end, exact(text)
    if end - at > _MOST_GROUPS:
        return end, None
    return end, exact("".join(line.texts[at:end]).replace(",", "."))


_MOST_GROUPS, _GROUP = 6, 3


def _group(line: Line, at: int, end: int) -> bool:
    """Return whether the token at ``end`` is the next three digits of the number at ``at``."""
    if line.kind(end) != "number":
        return False
    head = line.texts[end][: _GROUP + 1]
    if not head[:_GROUP].isdecimal() or len(head) < _GROUP or head[_GROUP:].isdecimal():
        return False
    gap = line.gap(end)
    sure = head[0] == "0" or not line.capital(at - 1)  # Greens 121 000, but not Area 51 300
    return gap in THIN or (gap == " " and sure and len(head) == _GROUP)


def _slash(line: Line, at: int) -> bool:
    """Return whether the number at ``at`` is over another: 1/16."""
    return (
        line.word(at + 1) in {"/", "⁄"}
        and line.kind(at + 2) == "number"
        and line.glued(at + 1)
        and line.glued(at + 2)
    )


def _fraction_behind(line: Line, at: int, end: int) -> tuple[Fraction | None, int]:
    """Return the fraction that belongs to the digits before ``end``, and where it ends.

    A slash that is no fraction gives 1: whoever sees 9/11 or 24/7 must not take it for a number.
    """
    if line.kind(at) == "fraction":
        return FRACTIONS[line.texts[at]], end
    if line.kind(end) == "fraction":
        return FRACTIONS[line.texts[end]], end + 1
    if end == at + 1 and _slash(line, at):
        return _over(line, at), at + 3
    if line.kind(end) == "number" and line.gap(end) == " " and _slash(line, end):
        fraction = _over(line, end, mixed=True)
        return (None, end) if fraction == 1 else (fraction, end + 3)
    return None, end


def _over(line: Line, at: int, *, mixed: bool = False) -> Fraction:
    """Return n/d of the tokens at ``at``, or 1 where they are no fraction."""
    over, under = exact(line.texts[at]), exact(line.texts[at + 2])
    known = over and under and over[1] == under[1] == 0 and 0 < over[0] < under[0]
    said = line.word(at + 1) == "⁄" or _fraction_said(line, at + 3)
    said = said or (mixed and line.word(at + 2) in {"2", "3", "4", "5", "8", "16"})
    if not known or not said:
        return Fraction(1)
    return Fraction(over[0], under[0]) if over and under else Fraction(1)


def _fraction_said(line: Line, end: int) -> bool:
    """Return whether what follows n/d shows that a fraction is meant: 1/16 of, 1 1/2 miles."""
    return line.word(end) in {"of", "inch", "inches", "in", "mile", "miles", "cup", "cups"}


def _scales(line: Line, end: int, *, money: bool) -> tuple[int, int]:
    """Return where the scale words behind a number end, and the power of ten they make."""
    power = 0
    while (found := _scale(line, end, money=money, power=power)) is not None:
        end, step = found
        power += step
    return end, power


def _scale(line: Line, end: int, *, money: bool, power: int) -> tuple[int, int] | None:
    """Return where one scale word at ``end`` ends, and its power."""
    if line.word(end) == "-" and line.glued(end) and line.word(end + 1) in line.grammar.powers:
        end += 1
    word = line.word(end)
    if word in line.grammar.powers:
        stop = end + 2 if line.word(end + 1) == "." and word in {"mio", "mrd", "tsd"} else end + 1
        return stop, line.grammar.powers[word]
    if power or word not in LETTERS:
        return None
    if word == "m" and not (money or _million(line, end)):
        return None
    if word in {"b", "t"} and not (money or (word == "b" and line.texts[end] == "B")):
        return None
    return (end + 1, LETTERS[word]) if line.glued(end) or (money and word == "m") else None


_AFTER_METRES = frozenset(
    "long wide tall high deep away below above across from off apart race sprint hurdles final "
    "freestyle butterfly relay swim run event medal tower wall waves drop span of "
    "downstream upstream inland offshore underground uphill downhill ahead behind north south east "
    "west".split()
)


def _million(line: Line, at: int) -> bool:
    """Return whether the letter m right behind a number is a million rather than metres."""
    if not line.glued(at):
        return False
    after = line.word(at + 1)
    if line.texts[at] == "M":
        return True
    if after in {"(", "-", "x", "×", "/"} or after in _AFTER_METRES:
        return False
    if line.word(at - 2) == "the" and (after in STOPS or line.kind(at + 1) != "word"):
        return False  # she ran the 100m in
    return line.kind(at + 1) == "word" or "." in line.texts[at - 1]
