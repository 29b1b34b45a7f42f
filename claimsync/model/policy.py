"""The named policy under which figures are read: every width and phrase that is a choice.

Widths follow how readers take rounded and hedged numbers (Krifka 2007, "Approximate interpretation
of number words"; Solt 2014 on approximators); each is a parameter of the policy.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from pydantic import Field

from claimsync.model.base import Name, Value
from claimsync.model.number import Number


class RoundNumbers(StrEnum):
    """Whether a bare round number such as 55,000 is taken at its word."""

    EXACT = "exact"
    APPROXIMATE = "approximate"


class Unspecified(StrEnum):
    """Whether a dimension left out may be taken for the total without saying so."""

    UNKNOWN = "unknown"
    TOTAL = "total"


class Vague(Value):
    """A number word: from and to logically, and what readers usually understand."""

    low: int
    high: int
    usual_low: int
    usual_high: int


def _word(low: int, high: int, usual_low: int, usual_high: int) -> Vague:
    return Vague(low=low, high=high, usual_low=usual_low, usual_high=usual_high)


_WORDS = {
    "a dozen": _word(12, 12, 12, 12),
    "half a dozen": _word(6, 6, 6, 6),
    "a score": _word(20, 20, 20, 20),
    "a couple": _word(2, 3, 2, 2),
    "a few": _word(2, 10, 3, 5),
    "several": _word(3, 20, 3, 9),
    "tens": _word(10, 200, 20, 99),
    "dozens": _word(12, 200, 24, 99),
    "hundreds": _word(100, 2000, 200, 999),
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def _times(word: str, scale: int) -> Vague:
    """Return a number word so many times over; what is usual goes up to the next step."""
    one = _WORDS[word]
    top = (one.usual_high + 1) * scale - 1
    return _word(one.low * scale, one.high * scale, one.usual_low * scale, top)


_WORDS |= {
    **{f"{scale}s": _word(size, 20 * size, 2 * size, 10 * size - 1)
       for scale, size in _SCALES.items()},
    **{f"{word} of {scale}s": _times(word, size)
       for word in ("tens", "hundreds") for scale, size in _SCALES.items()},
    **{f"{word} {scale}": _times(word, size)
       for word in ("a few", "several") for scale, size in {"hundred": 100, **_SCALES}.items()},
}  # fmt: skip
_NO_INFORMATION = (
    "no information", "not available", "n/a", "unknown", "contact airline", "no data", "not known",
    "unavailable", "not reported", "not disclosed", "tbd", "tba", "to be determined", "no figure",
)  # fmt: skip


class Policy(Value):
    """How figures and gaps are read; by default as ``docs/reference/figures.md`` tells.

    >>> Policy(name="cautious", around_share="0.05").around_share
    Number('0.05')
    """

    name: Name = "default"
    round_numbers: RoundNumbers = RoundNumbers.EXACT
    unspecified: Unspecified = Unspecified.UNKNOWN
    around_share: Number = Number(1, -1)
    around_most: Number = Number(25, -2)
    usual_share: Number = Number(2, -2)
    beyond_share: Number = Number(25, -2)
    words: dict[str, Vague] = Field(default=_WORDS)
    no_information: tuple[str, ...] = _NO_INFORMATION

    def __hash__(self) -> int:
        """Hash by name and rounding: equal policies hash alike."""
        return hash((self.name, self.round_numbers, self.unspecified))

    def share(self, name: str) -> Fraction:
        """Return one of the width parameters as an exact number."""
        number: Number = getattr(self, name)
        return number.value


DEFAULT = Policy()
