"""Figures as stated: words, number, qualifier, unit; what they allow is computed under a policy."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from claimsync.errors import InvalidClaimError
from claimsync.model.base import Name, Value, notation
from claimsync.model.number import Number


class Qualifier(StrEnum):
    """How a figure is meant."""

    EXACTLY = "exactly"
    AROUND = "around"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    UNDER = "under"
    UP_TO = "up to"
    RANGE = "range"
    MARGIN = "give or take"
    WORD = "word"
    NO_INFORMATION = "no information"
    CATEGORY = "category"


class Spread(StrEnum):
    """Whether a figure holds for each part or for all parts together."""

    EACH = "each"
    TOTAL = "total"


_NUMBERS = {
    Qualifier.RANGE: {"number", "to"},
    Qualifier.MARGIN: {"number", "margin"},
    Qualifier.WORD: {"word"},
    Qualifier.CATEGORY: {"word"},
    Qualifier.NO_INFORMATION: set[str](),
}


class Figure(Value):
    """One stated figure.

    >>> print(Figure(qualifier="at least", number="21"))
    >= 21
    >>> print(Figure(number="157", spread="each", over="side"))
    = 157 each side

    ``to`` ends a range and ``margin`` is what follows ``+-``; a range is taken as said, never
    rounded. ``word`` is a vague number word (``dozens``) or a category. ``spread`` and ``over`` say
    that the figure holds for *each* part of a dimension or for all of them in *total*.
    """

    qualifier: Qualifier = Qualifier.EXACTLY
    number: Number | None = None
    to: Number | None = None
    margin: Number | None = None
    word: Name | None = None
    unit: Name | None = None
    spread: Spread | None = None
    over: Name | None = None

    @model_validator(mode="after")
    def _slots_fit(self) -> Self:
        """Refuse slots that the qualifier does not use, and bounds the wrong way round."""
        given = {
            name for name in ("number", "to", "margin", "word") if getattr(self, name) is not None
        }
        wanted = _NUMBERS.get(self.qualifier, {"number"})
        if given != wanted:
            raise InvalidClaimError(
                f"expected {' and '.join(sorted(wanted)) or 'no number'}"
                f" with {self.qualifier.value!r}, got {' and '.join(sorted(given)) or 'nothing'}"
            )
        if self.number is not None and self.to is not None and self.number.value > self.to.value:
            raise InvalidClaimError(
                f"expected low ≤ high, got {self.number}..{self.to}; swap the bounds"
            )
        if self.margin is not None and self.margin.value < 0:
            raise InvalidClaimError(f"expected a margin of 0 or more, got {self.margin}")
        if (self.spread is None) != (self.over is None):
            raise InvalidClaimError(
                "expected a dimension after 'each' or 'total'; write '157 each side'"
            )
        return self

    @property
    def exact(self) -> bool:
        """Whether it states one number, without a qualifier."""
        return self.qualifier is Qualifier.EXACTLY or (
            self.qualifier is Qualifier.RANGE and self.number == self.to
        )

    @property
    def states_number(self) -> bool:
        """Whether it says anything about a number."""
        return self.qualifier not in {Qualifier.CATEGORY, Qualifier.NO_INFORMATION}

    def __str__(self) -> str:
        """Return the notation, operator first."""
        return str(notation().render(self))
