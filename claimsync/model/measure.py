"""What is asked for: measures, how they relate, at which rates units convert, who would know."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Self

from pydantic import Field, field_validator, model_validator

from claimsync.errors import InvalidClaimError, InvalidContextError
from claimsync.model.base import Name, Value, notation
from claimsync.model.number import Number
from claimsync.model.question import Question
from claimsync.model.unit import Kind, unit_of


class Additivity(StrEnum):
    """Over what a measure adds up: parts and periods, parts alone, nothing."""

    FLOW = "flow"
    STOCK = "stock"
    NONE = "not additive"


class Measure(Value):
    """A declared measure; what is left out follows from its unit.

    >>> killed = Measure(name="killed", unit="person", cumulative=True)
    >>> killed.whole_numbers, killed.floor
    (True, Fraction(0, 1))
    """

    name: Name
    unit: Name | None = None
    integer: bool | None = None
    additivity: Additivity | None = None
    minimum: Number | None = None
    unbounded: bool = False
    cumulative: bool = False
    categories: bool = False
    implies: Question | None = None

    @cached_property
    def kind(self) -> Kind:
        """The kind of its unit; without a unit it counts."""
        return unit_of(self.unit).kind if self.unit else Kind.COUNT

    @cached_property
    def whole_numbers(self) -> bool:
        """Whether only whole numbers are possible."""
        return self.kind is Kind.COUNT if self.integer is None else self.integer

    @cached_property
    def floor(self) -> Fraction | None:
        """The smallest possible number: as declared, else 0 for counts, else none."""
        if self.minimum is not None:
            return self.minimum.value
        if self.unbounded or self.kind is not Kind.COUNT:
            return None
        return Number(0).value

    @property
    def adds(self) -> Additivity:
        """Over what it adds up: as declared, else flow, else (shares, categories) nothing."""
        if self.categories or (self.unit and not unit_of(self.unit).additive):
            return Additivity.NONE
        return self.additivity or Additivity.FLOW

    @property
    def dated(self) -> bool:
        """Whether the date a figure is *as of* belongs to the question."""
        return self.cumulative or self.adds is Additivity.STOCK

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class Shift(StrEnum):
    """Which earlier date of its series a term of a relation is about."""

    DAY = "previous day"
    WEEK = "previous week"
    MONTH = "previous month"
    YEAR = "previous year"


class Term(Value):
    """A measure inside a relation, with the number it is multiplied by and its shift in time."""

    measure: Name
    factor: Number = Field(default=Number(1))
    shift: Shift | None = None

    @model_validator(mode="after")
    def _counts(self) -> Self:
        """Refuse a term that adds nothing."""
        if self.factor.digits == 0:
            raise InvalidContextError(
                f"expected a number other than 0 before {self.measure!r}, got 0; leave it out"
            )
        return self


class Relation(Value):
    """How measures make up another: a sum of terms, or a product of two measures.

    >>> from claimsync.notation import parse_declaration
    >>> relation = parse_declaration("relation casualties >= killed + injured")
    >>> [term.measure for term in relation.terms], relation.complete
    (['killed', 'injured'], False)

    Not ``complete``: the measure is at least that, there may be more.
    """

    measure: Name
    terms: tuple[Term, ...]
    product: bool = False
    complete: bool = True

    @model_validator(mode="after")
    def _terms_are_terms(self) -> Self:
        """Refuse a relation to nothing, a product of more or fewer than two, and to itself."""
        if not self.terms or (self.product and len(self.terms) != 2):  # noqa: PLR2004 - two
            raise InvalidContextError(
                f"expected {'two measures' if self.product else 'a measure'}"
                f" to make up {self.measure!r}, got {len(self.terms)}; name them after '=',"
                " and a longer product in two relations"
            )
        if any(term.measure == self.measure and term.shift is None for term in self.terms):
            raise InvalidContextError(
                f"expected other measures to make up {self.measure!r}, got itself;"
                " remove it, or say of which date it is, as in [previous day]"
            )
        return self

    @property
    def measures(self) -> tuple[str, ...]:
        """All measures that it joins, each once."""
        return tuple(dict.fromkeys((self.measure, *(term.measure for term in self.terms))))

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class Rate(Value):
    """A declared rate between units: one ``unit`` is ``number`` of ``other``.

    >>> print(Rate(unit="EUR", number="1.10", other="USD").assumption)
    rate: EUR = 1.10 USD
    """

    unit: Name
    number: Number
    other: Name

    @field_validator("number")
    @classmethod
    def _above_zero(cls, number: Number) -> Number:
        """Refuse a rate at which nothing, or less, is worth something."""
        if number.value <= 0:
            raise InvalidClaimError(f"expected a rate above 0, got {number}; correct it")
        return number

    @property
    def assumption(self) -> str:
        """How a finding that used it names it."""
        return f"rate: {self.unit} = {self.number} {self.other}"

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class Party(Value):
    """Who would know: the silence of ``source`` on fitting questions is a finding.

    ``dimensions`` may narrow the questions, as ``[place=Donetsk]`` does.
    """

    source: Name
    question: Question

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))
