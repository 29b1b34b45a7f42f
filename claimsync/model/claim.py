"""A claim: one source's answer to one question."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from claimsync.errors import InvalidClaimError
from claimsync.model.base import Value, canonical_name, notation
from claimsync.model.figure import Figure
from claimsync.model.number import Number
from claimsync.model.period import Period
from claimsync.model.question import Question
from claimsync.model.source import Attribution
from claimsync.model.stance import LinkVerb, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

ClaimId = Annotated[str, AfterValidator(canonical_name)]


def _prior(prior: Number | None) -> Number | None:
    """Refuse a prior outside (0, 1]."""
    if prior is not None and not 0 < prior.value <= 1:
        raise InvalidClaimError(f"expected a prior above 0 and at most 1, got {prior}")
    return prior


class Reading(Value):
    """One way to take an ambiguous figure, with how likely it is thought to be beforehand."""

    figure: Figure
    prior: Annotated[Number | None, AfterValidator(_prior)] = None


def _each_once(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return readings without repetitions; refuse a figure with two priors."""
    if len(readings) <= 1:
        return readings
    once = tuple(dict.fromkeys(readings))
    figures = [reading.figure for reading in once]
    twice = next((figure for figure in figures if figures.count(figure) > 1), None)
    if twice is not None:
        priors = [str(reading.prior or "none") for reading in once if reading.figure == twice]
        raise InvalidClaimError(
            f"expected one prior for the reading {twice}, got {' and '.join(priors)}"
        )
    return once


class Link(Value):
    """What the text says this claim does to another one."""

    verb: LinkVerb
    target: ClaimId


class Provenance(Value):
    """What else is known of a claim; it never decides whether two claims are equal."""

    quote: str | None = None
    url: str | None = None
    note: str | None = None
    published: str | None = Field(
        default=None, description="the text as published, kept beside bounds"
    )
    extra: dict[str, str] = Field(default_factory=dict)
    file: str | None = None
    row: int | None = None

    def __hash__(self) -> int:
        """Hash by what is hashable."""
        return hash((self.quote, self.url, self.note, self.published, self.file, self.row))


NOTHING_ELSE = Provenance()


def hash_of(text: str) -> str:
    """Return the first 8 hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class Claim(Value):
    """One source's answer to one question.

    >>> claim = Claim.parse("Vadym Filashkin: injured [place=Donetsk] >= 21  ^filashkin")
    >>> claim.attribution.voice, claim.stance.value, str(claim.question), claim.id
    ('Vadym Filashkin', 'asserts', 'injured [place=Donetsk]', 'filashkin')

    ``readings`` is empty for an occurrence (nothing but yes or no is said), holds one figure as a
    rule, and several where exactly one of them is meant. ``question`` is None only for a
    continuation that has not been resolved by a ClaimSet yet. Equality leaves provenance out.
    """

    attribution: Attribution
    question: Question | None
    readings: Annotated[tuple[Reading, ...], AfterValidator(_each_once)] = ()
    stance: Stance = Stance.ASSERTS
    said_at: Period | None = None
    as_of: Period | None = None
    links: tuple[Link, ...] = ()
    id: ClaimId | None = None
    provenance: Provenance = NOTHING_ELSE

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        """Refuse a claim without a question that links to none it could take one from."""
        if self.question is None and not self.links:
            raise InvalidClaimError(
                "expected a question, got none; write it, or link to a claim with ^id"
            )
        return self

    def _meant(self) -> tuple[Any, ...]:
        """Return what equality looks at."""
        return (
            self.attribution, self.question, self.readings, self.stance,
            self.said_at, self.as_of, self.links, self.id,
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same under the same id."""
        return isinstance(other, Claim) and self._meant() == other._meant()

    def __hash__(self) -> int:
        """Hash what equality looks at."""
        return hash(self._meant())

    @property
    def content_hash(self) -> str:
        """The first 8 hex digits of the SHA-256 of its notation, id and provenance left out."""
        bare: str = notation().claim_text(self, bare=True)
        return hash_of(bare)

    def meanings(self) -> Iterator[tuple[Question, Reading | None]]:
        """Yield every way to take the claim: an unambiguous question, and a figure or None."""
        if self.question is None:
            return
        for question in self.question.meanings():
            for reading in self.readings or (None,):
                yield question, reading

    def __str__(self) -> str:
        """Return the notation."""
        return str(notation().render(self))

    def __repr__(self) -> str:
        """Return the notation inside the type's name."""
        return f"Claim({str(self)!r})"

    @classmethod
    def parse(cls, line: str) -> Claim:
        """Return the claim that one line of the notation writes.

        Raises NotationError.
        """
        claim: Claim = notation().parse_claim(line)
        return claim
