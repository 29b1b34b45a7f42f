"""What is asked for: measures, how they relate, at which rates units convert, who would know."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from claimsync.errors import InvalidContextError
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


class Term(Value):
    """A measure inside a relation, with the number it is multiplied by and its shift in time."""

    measure: Name
    factor: Number = Field(default=Number(1))
    shift: Name | None = None


class Relation(Value):
    """How measures make up another: a sum of terms, or a product of two measures.

    Kept and parsed; reasoning does not use it yet, and the result says so.
    """

    measure: Name
    terms: tuple[Term, ...]
    product: bool = False

    @model_validator(mode="after")
    def _terms_are_terms(self) -> Self:
        """Refuse a relation to nothing, and a product of one."""
        if len(self.terms) < 1 + self.product:
            raise InvalidContextError(
                f"expected {'two measures' if self.product else 'a measure'}"
                f" to make up {self.measure!r}, got {len(self.terms)}; name them after '='"
            )
        return self

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
