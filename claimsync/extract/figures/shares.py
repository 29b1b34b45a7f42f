"""Shares and vague numbers in words: two-thirds of, one in five, dozens, a few hundred."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import STOPS
from claimsync.extract.figures.number_words import PARTS, POWERS, SMALL, VAGUE, Numeral
from claimsync.extract.text.digits import exact
from claimsync.model.number import Number
from claimsync.model.policy import DEFAULT

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

_FEW = {"couple": "a couple", "few": "a few"}
_SCORES = (40, 200)  # several twenties, as far as hundreds begin
_PART_OF = frozenset("of less more fewer higher lower larger smaller".split())
_HALF_OF = frozenset("of the its their his her all those these our what that this".split())
_NOT_HALF = frozenset(
    "first second last final opening early earlier latter top bottom this that each front back "
    "other better in next third fourth half previous".split()
)
_STEPS = frozenset("by than about almost nearly around over under".split())  # fell by a third
_NEAR = frozenset(
    "nearly almost about around roughly than least under over by just approximately only some"
    .split()
)  # fmt: skip


def share(line: Line, at: int) -> Numeral | None:
    """Return *two-thirds*, *a third of*, *half of*, *one in five*."""
    word = line.word(at)
    if word == "half":
        return _half(line, at)
    over = 1 if word == "a" else SMALL.get(word, 0)
    if not 0 < over < SMALL["ten"]:
        return None
    hyphen = line.word(at + 1) == "-" and line.glued(at + 1)
    here = at + 2 if hyphen else at + 1
    under = PARTS.get(line.word(here))
    if under is None:
        return one_in(line, at, over)
    plural = line.word(here).endswith(("s", "ves")) and line.word(here) != "quarters"
    ends = line.word(at - 1) in _STEPS and not line.capital(here + 1) and (
        line.kind(here + 1) != "word" or line.word(here + 1) in STOPS
    )  # fmt: skip
    said = hyphen or ends or line.word(here + 1) in _PART_OF or (plural and over > 1)
    scaled = line.low[here + 1 : here + 3] == ["of", "a"] and line.word(here + 3) in POWERS
    if scaled or not said or over >= under or (over > 1) != line.word(here).endswith("s"):
        return None
    value = Fraction(over, under)
    return Numeral(at, here + 1, value, value, form="share")


def _half(line: Line, at: int) -> Numeral | None:
    """Return *half of*, *half the*, *nearly half*; *half an hour* is 0.5 of the unit."""
    before, after = line.word(at - 1), line.word(at + 1)
    if (
        (before in _NOT_HALF and not (after == "of" and before in {"that", "in"}))
        or (after == "-" and line.glued(at + 1))
        or before == "-"
    ):
        return None
    half = Fraction(1, 2)
    if after in {"a", "an"}:
        if line.word(at + 2) in line.grammar.powers or line.word(at + 2) == "dozen":
            return None
        return Numeral(at, at + 2, half, half, Number(5, -1), form="words")
    if after in _HALF_OF or before in _NEAR:
        return Numeral(at, at + 1, half, half, form="share")
    return None


def one_in(line: Line, at: int, over: int) -> Numeral | None:
    """Return *one in five*, *two in every 100*, *one out of three*: a share, not two counts."""
    joint = (
        1 if line.word(at + 1) == "in" else 2 if line.low[at + 1 : at + 3] == ["out", "of"] else 0
    )
    if not joint or line.word(at) == "a":
        return None
    end = at + 1 + joint
    every = line.word(end) in {"every", "each"}  # *two in every 100 households*
    end += every
    round_number = line.word(end) in {"10", "100", "1,000", "ten"}
    under = exact(line.texts[end]) if line.kind(end) == "number" else None
    size = SMALL.get(line.word(end), under[0] if under and not under[1] else 0)
    said = every or (line.word(end + 1) in STOPS and line.kind(at) == "word")  # three in four are
    near = at == 0 or line.word(at - 1) in _OPENS or line.kind(at - 1) == "punct"
    opens = at == 0 or line.word(at - 1) in _OPENS
    plain = opens and line.kind(at) == "word" and line.kind(end + 1) == "word"  # two in five nurses
    said = (
        said or plain or (near and over + 1 == size and line.kind(end + 1) == "word")
    )  # two in three men
    if not over < size or not (over == 1 or round_number or said) or size > _MOST_IN:
        return None
    value = Fraction(over, size)
    return Numeral(at, end + 1, value, value, form="share")


_OPENS = frozenset("about nearly almost than roughly some that said least".split())
_MOST_IN = 1000


def vague(line: Line, at: int) -> Numeral | None:
    """Return *dozens*, *tens of thousands*, *several hundred*, *a few*, *a couple of dozen*."""
    word, end = line.word(at), at + 1
    if word == "a" and line.word(at + 1) in _FEW:
        if line.word(at + 1) == "couple" and not _some(line, at + 2):
            return None
        word, end = _FEW[line.word(at + 1)], at + 2
    elif word not in VAGUE or (word == "scores" and line.word(end) != "of"):
        return None
    low, high = _bounds(word)
    scale_at = end + (line.word(end) == "of")
    scale = {"dozen": 12, "dozens": 12}.get(line.word(scale_at), 0)
    power = 0 if scale else line.grammar.powers.get(line.word(scale_at).removesuffix("s"), 0)
    if not scale and not power:
        known = word if word in DEFAULT.words else None
        return Numeral(at, end, low, high, word=known, form="vague")
    times = Fraction(scale or 10**power)
    phrase = " ".join((word, *line.low[end : scale_at + 1]))
    known = phrase if phrase in DEFAULT.words else None
    return Numeral(at, scale_at + 1, low * times, high * times, word=known, form="vague")


def _some(line: Line, at: int) -> bool:
    """Return whether *a couple* before ``at`` counts something: it may be two people in love."""
    return line.word(at) == "of" or (line.kind(at) == "word" and line.word(at) not in STOPS)


def _bounds(word: str) -> tuple[Fraction, Fraction]:
    """Return what a vague word allows at least and at most, as the policy has it."""
    if word == "scores":
        return Fraction(_SCORES[0]), Fraction(_SCORES[1])
    if (known := DEFAULT.words.get(word)) is not None:
        return Fraction(known.low), Fraction(known.high)
    unit = 10 ** POWERS[word]
    return Fraction(unit), Fraction(20 * unit)
