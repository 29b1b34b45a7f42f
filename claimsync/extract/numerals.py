"""Numerals: amounts in digits, in words and in both, with their scale, exact.

``Line`` tokens are walked once from left to right; a numeral says where it ends, what it may be
worth at least and at most, and, where the words state one number, that number as written.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError
from claimsync.extract.digits import comma_is_point, exact
from claimsync.extract.rules import Rule
from claimsync.extract.tokens import FRACTIONS, THIN
from claimsync.model.number import SCALES, Number
from claimsync.model.policy import DEFAULT

if TYPE_CHECKING:
    from claimsync.extract.lines import Line

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
_TENS = 20
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
_FEW = {"couple": "a couple", "few": "a few"}
_SCORES = (40, 200)  # several twenties, as far as hundreds begin


@dataclass(frozen=True, slots=True)
class Numeral:
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


def numeral(line: Line, at: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that starts at token ``at``; ``$1.2 m`` counts as ``money``.

    >>> from claimsync.extract.lines import Line
    >>> numeral(Line.of("two hundred and fifty-seven"), 0).number
    Number('257')
    >>> numeral(Line.of("1.2 million"), 0).number, numeral(Line.of("two-thirds of"), 0).low
    (Number('1.2 million'), Fraction(2, 3))
    """
    if line.kind(at) == "word":
        share = _share(line, at) if line.wording.on("share-words") else None
        vague = _vague(line, at) if line.wording.on("vague") else None
        return share or vague or _words(line, at)
    if line.kind(at) in {"number", "fraction"}:
        ratio = _ratio(line, at) if line.wording.on("share-words") else None
        return ratio or _digits(line, at, money=money)
    return None


def _of(line_span: tuple[int, int], value: Fraction, power: int, form: str) -> Numeral | None:
    """Return the numeral of an exact value whose last scale was ``10**power``."""
    number = as_number(value, power)
    return Numeral(*line_span, value, value, number, form=form, power=power) if number else None


def as_number(value: Fraction, power: int = 0) -> Number | None:
    """Return the decimal number with this value, written in units of ``10**power``.

    >>> as_number(Fraction(1200000), 6), as_number(Fraction(1, 3))
    (Number('1.2 million'), None)
    """
    scale = power if power in SCALES.values() else 0
    scaled, places = value / 10**scale, 0
    while scaled.denominator != 1 and places < _MOST_PLACES:
        scaled, places = scaled * 10, places + 1
    return _number(scaled.numerator, scale - places) if scaled.denominator == 1 else None


_MOST_PLACES = 12


def _number(digits: int, exponent: int) -> Number | None:
    """Return the number, or nothing where it has more digits than news has."""
    try:
        return Number(digits, exponent)
    except InvalidClaimError:
        return None


# ------------------------------------------------------------------------------------- digits


def _ratio(line: Line, at: int) -> Numeral | None:
    """Return *1 in 5* or *3 in 10* as a share."""
    if line.word(at + 1) not in {"in", "out"} or len(line.word(at)) != 1:
        return None
    return _one_in(line, at, int(line.word(at))) if line.word(at).isdecimal() else None


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
    if number is None or (comma_is_point(line.marks[at].text) and not power):
        return _comma(line, at, stop, number)
    return Numeral(at, stop, number.value, number.value, number, power=power)


def _with_fraction(
    line: Line, span: tuple[int, int], value: Fraction, *, money: bool
) -> Numeral | None:
    """Return 2½ million, or the share ⅓."""
    end, power = _scales(line, span[1], money=money)
    if power == 0 and value < 1:
        return Numeral(span[0], end, value, value, as_number(value), form="share")
    return _of((span[0], end), value * 10**power, power, "digits")


def _scaled(digits: int, exponent: int, power: int, last: int) -> Number | None:
    """Return digits in the scale that closes them; other scales become zeros."""
    if last:
        return _number(digits * 10 ** (power - last), exponent + last)
    exponent += power
    return _number(digits * 10**exponent, 0) if exponent > 0 else _number(digits, exponent)


def _last_scale(line: Line, end: int, power: int) -> int:
    """Return the scale that closes the numeral, if it is one the notation writes out."""
    last = line.wording.powers.get(line.word(end - 1), 0)
    return last if last in SCALES.values() and last <= power else 0


def _comma(line: Line, at: int, end: int, number: Number | None) -> Numeral | None:
    """Return a number with a decimal comma where a sign behind it says that it is one."""
    sure = line.word(end) in {"%", "％", "percent", "per", "€", "euro", "euros", "km", "kg"}
    return Numeral(at, end, number.value, number.value, number) if number and sure else None


def _grouped(line: Line, at: int) -> tuple[int, tuple[int, int] | None]:
    """Return where the digits at ``at`` end, thin gaps included, and what they are."""
    mark = line.marks[at]
    if mark.kind == "fraction":
        return at + 1, (0, 0)
    end = at + 1
    if mark.end - mark.start <= 3 and mark.text.isdecimal() and mark.text[0] != "0":
        while end - at <= _MOST_GROUPS and _group(line, at, end):
            end += 1
    if end == at + 1:
        return end, exact(mark.text)
    if end - at > _MOST_GROUPS:
        return end, None
    return end, exact("".join(token.text for token in line.marks[at:end]).replace(",", "."))


_MOST_GROUPS = 6


def _group(line: Line, at: int, end: int) -> bool:
    """Return whether the token at ``end`` is the next three digits of the number at ``at``."""
    if line.kind(end) != "number":
        return False
    head = line.marks[end].text[:4]
    if not head[:3].isdecimal() or len(head) < 3 or head[3:].isdecimal():
        return False
    gap = line.gap(end)
    return gap in THIN or (gap == " " and not line.capital(at - 1) and len(head) == 3)


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
        return FRACTIONS[line.marks[at].text], end
    if line.kind(end) == "fraction":
        return FRACTIONS[line.marks[end].text], end + 1
    if end == at + 1 and _slash(line, at):
        return _over(line, at), at + 3
    if line.kind(end) == "number" and line.gap(end) == " " and _slash(line, end):
        fraction = _over(line, end, mixed=True)
        return (None, end) if fraction == 1 else (fraction, end + 3)
    return None, end


def _over(line: Line, at: int, *, mixed: bool = False) -> Fraction:
    """Return n/d of the tokens at ``at``, or 1 where they are no fraction."""
    over, under = exact(line.marks[at].text), exact(line.marks[at + 2].text)
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
    if line.word(end) == "-" and line.glued(end) and line.word(end + 1) in line.wording.powers:
        end += 1
    word = line.word(end)
    if word in line.wording.powers:
        stop = end + 2 if line.word(end + 1) == "." and word in {"mio", "mrd", "tsd"} else end + 1
        return stop, line.wording.powers[word]
    if power or word not in LETTERS:
        return None
    if word == "m" and not (money or _million(line, end)):
        return None
    if word in {"b", "t"} and not (money or (word == "b" and line.marks[end].text == "B")):
        return None
    return (end + 1, LETTERS[word]) if line.glued(end) or (money and word == "m") else None


_AFTER_METRES = frozenset(
    "long wide tall high deep away below above across from off apart race sprint hurdles final "
    "freestyle butterfly relay swim run event medal tower wall waves drop span of".split()
)


def _million(line: Line, at: int) -> bool:
    """Return whether the letter m right behind a number is a million rather than metres."""
    if not line.glued(at):
        return False
    after = line.word(at + 1)
    if line.marks[at].text == "M":
        return True
    if after in {"(", "-", "x", "×", "/"} or after in _AFTER_METRES:
        return False
    return line.kind(at + 1) == "word" or "." in line.marks[at - 1].text


# -------------------------------------------------------------------------------------- words


def _words(line: Line, at: int) -> Numeral | None:
    """Return a cardinal in words: *a hundred*, *two thousand five hundred*, *half a million*."""
    return _half_scale(line, at) or _dozen(line, at) or _cardinal(line, at)


def _half_scale(line: Line, at: int) -> Numeral | None:
    """Return *half a million*, *half a dozen*, *a half-million*, *a quarter of a million*."""
    start = at + 1 if line.word(at) == "a" else at
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(line.word(start))
    if part is None:
        return None
    end = start + 1
    for joint in (("of", "a"), ("a",), ("-",), ()):
        after = end + len(joint)
        if tuple(line.low[end:after]) == joint and line.word(after) in {
            *line.wording.powers,
            "dozen",
        }:
            size = (
                12 if line.word(after) == "dozen" else 10 ** line.wording.powers[line.word(after)]
            )
            power = line.wording.powers.get(line.word(after), 0)
            return _of((at, after + 1), part * size, power, "words")
    return None


def _dozen(line: Line, at: int) -> Numeral | None:
    """Return *a dozen*, *two dozen*, *a score of*."""
    word, after = line.word(at), line.word(at + 1)
    if word == "dozen" and line.word(at - 1) != "-":
        return _of((at, at + 1), Fraction(12), 0, "words")
    if word in {"a", "one"} or (word in SMALL and word != "zero") or line.kind(at) == "number":
        times = SMALL.get(word, 1)
        if after == "dozen" or (after == "score" and line.word(at + 2) == "of"):
            return _of((at, at + 2), Fraction(times * (12 if after == "dozen" else 20)), 0, "words")
    return None


def _cardinal(line: Line, at: int) -> Numeral | None:
    """Return a cardinal number in words."""
    total, group, power, here, article = 0, 0, 0, at, line.word(at) in {"a", "an"}
    if article:
        if line.word(at + 1) not in line.wording.powers:
            return None
        group, here = 1, at + 1
    while (step := _step(line, here, total, group)) is not None:
        total, group, power, here = step
    if here == at + article:
        return None
    value, here, power = _and_a_half(line, here, Fraction(total + group), power)
    return _of((at, here), value, power, "words")


def _step(line: Line, at: int, total: int, group: int) -> tuple[int, int, int, int] | None:
    """Return total, group, last power and the next token after one more word of a cardinal."""
    started = bool(total or group)
    if line.word(at) in {"-", "and"} and started and _joins(line, at, group):
        at += 1
    word = line.word(at)
    if (small := SMALL.get(word)) is not None:
        return (total, group + small, 0, at + 1) if _fits(small, group, total) else None
    power = line.wording.powers.get(word, 0)
    if not power or not started:
        return None
    if power == 2:
        return (total, group * 100, 2, at + 1) if 0 < group < 100 else None
    if group == 0:
        return (total * 10**power, 0, power, at + 1) if total < 10**power else None
    if total % 10 ** (power + 3):
        return None
    return total + group * 10**power, 0, power, at + 1


def _fits(small: int, group: int, total: int) -> bool:
    """Return whether a word below a hundred may follow within the group: twenty-*one*."""
    if small == 0:
        return group == 0 and total == 0
    tens, ones = group % 100 // 10, group % 10
    return ones == 0 and tens == 0 if small >= 10 else ones == 0 and tens != 1


def _joins(line: Line, at: int, group: int) -> bool:
    """Return whether a hyphen or *and* at ``at`` joins two words of one cardinal."""
    before, after = line.word(at - 1), line.word(at + 1)
    if line.word(at) == "-":
        small = SMALL.get(after, 0)
        joined = 0 < small < 10 and group % 100 >= _TENS
        return line.glued(at) and line.glued(at + 1) and (joined or after in line.wording.powers)
    return before in line.wording.powers and line.wording.powers[before] <= 3 and after in SMALL


def _and_a_half(line: Line, at: int, value: Fraction, power: int) -> tuple[Fraction, int, int]:
    """Return the value with *and a half* added, and the scale that follows: two and a half million."""
    if line.low[at : at + 2] != ["and", "a"] or line.word(at + 2) not in {"half", "quarter"}:
        return value, at, power
    part = Fraction(1, PARTS[line.word(at + 2)])
    if power > 2:
        return value + part * 10**power, at + 3, power
    at, more = at + 3, line.wording.powers.get(line.word(at + 3), 0)
    return (value + part) * 10**more, at + bool(more), more


# ------------------------------------------------------------------------------ shares, vague


_PART_OF = frozenset("of less more fewer higher lower larger smaller".split())
_HALF_OF = frozenset("of the its their his her all those these our what that this".split())
_NOT_HALF = frozenset(
    "first second last final opening early earlier latter top bottom this that each front back "
    "other better in next third fourth half previous".split()
)
_NEAR = frozenset(
    "nearly almost about around roughly than least under over by just approximately only some"
    .split()
)  # fmt: skip


def _share(line: Line, at: int) -> Numeral | None:
    """Return *two-thirds*, *a third of*, *half of*, *one in five*."""
    word = line.word(at)
    if word == "half":
        return _half(line, at)
    over = 1 if word == "a" else SMALL.get(word, 0)
    if not 0 < over < 10:
        return None
    hyphen = line.word(at + 1) == "-" and line.glued(at + 1)
    here = at + 2 if hyphen else at + 1
    under = PARTS.get(line.word(here))
    if under is None:
        return _one_in(line, at, over)
    plural = line.word(here).endswith(("s", "ves")) and line.word(here) not in {"quarters"}
    said = hyphen or line.word(here + 1) in _PART_OF or (plural and over > 1)
    if not said or over >= under or (over > 1) != line.word(here).endswith("s"):
        return None
    value = Fraction(over, under)
    return Numeral(at, here + 1, value, value, form="share")


def _half(line: Line, at: int) -> Numeral | None:
    """Return *half of*, *half the*, *nearly half*; *half an hour* is 0.5 of the unit."""
    before, after = line.word(at - 1), line.word(at + 1)
    if before in _NOT_HALF or (after == "-" and line.glued(at + 1)) or before == "-":
        return None
    half = Fraction(1, 2)
    if after in {"a", "an"}:
        if line.word(at + 2) in {*line.wording.powers, "dozen"}:
            return None
        return Numeral(at, at + 2, half, half, Number(5, -1), form="words")
    if after in _HALF_OF or before in _NEAR:
        return Numeral(at, at + 1, half, half, form="share")
    return None


def _one_in(line: Line, at: int, over: int) -> Numeral | None:
    """Return *one in five* and *one out of three*: a share, not two counts."""
    joint = (
        1 if line.word(at + 1) == "in" else 2 if line.low[at + 1 : at + 3] == ["out", "of"] else 0
    )
    if not joint or line.word(at) == "a":
        return None
    end = at + 1 + joint
    round_number = line.word(end) in {"10", "100", "1,000", "ten"}
    under = exact(line.marks[end].text) if line.kind(end) == "number" else None
    size = SMALL.get(line.word(end), under[0] if under and not under[1] else 0)
    if not over < size or not (over == 1 or round_number) or size > _MOST_IN:
        return None
    value = Fraction(over, size)
    return Numeral(at, end + 1, value, value, form="share")


_MOST_IN = 1000


def _vague(line: Line, at: int) -> Numeral | None:
    """Return *dozens*, *tens of thousands*, *several hundred*, *a few*, *a couple of dozen*."""
    word, end = line.word(at), at + 1
    if word == "a" and line.word(at + 1) in _FEW:
        word, end = _FEW[line.word(at + 1)], at + 2
    elif word not in VAGUE or (word == "scores" and line.word(end) != "of"):
        return None
    low, high = _bounds(word)
    scale_at = end + (line.word(end) == "of")
    scale = {"dozen": 12, "dozens": 12}.get(line.word(scale_at), 0)
    power = 0 if scale else line.wording.powers.get(line.word(scale_at).removesuffix("s"), 0)
    if not scale and not power:
        known = word if word in DEFAULT.words else None
        return Numeral(at, end, low, high, word=known, form="vague")
    times = Fraction(scale or 10**power)
    return Numeral(at, scale_at + 1, low * times, high * times, form="vague")


def _bounds(word: str) -> tuple[Fraction, Fraction]:
    """Return what a vague word allows at least and at most, as the policy has it."""
    if word == "scores":
        return Fraction(_SCORES[0]), Fraction(_SCORES[1])
    if (known := DEFAULT.words.get(word)) is not None:
        return Fraction(known.low), Fraction(known.high)
    unit = 10 ** POWERS[word]
    return Fraction(unit), Fraction(20 * unit)
