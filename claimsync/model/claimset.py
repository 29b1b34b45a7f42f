"""Claims together with the declarations they are read with, all references checked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Self, cast

from pydantic import BeforeValidator, WrapSerializer, model_validator

from claimsync.errors import InvalidClaimsError
from claimsync.model.base import Value, notation
from claimsync.model.checks import checked_claims, context_faults
from claimsync.model.claim import Claim
from claimsync.model.columns import Claims
from claimsync.model.context import Context
from claimsync.model.links import claim_ids
from claimsync.model.settle import settled_measures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimsync.errors import InvalidClaimError
    from claimsync.model.measure import Measure


def _listed(claims: object) -> object:
    """Return claims as the tuple that is checked."""
    return tuple(claims) if isinstance(claims, Claims) else claims


def _written(claims: Iterable[Claim], write: Callable[[tuple[Claim, ...]], object]) -> object:
    """Return claims as a tuple of them is written."""
    return write(tuple(claims))


Listed = Annotated[tuple[Claim, ...], BeforeValidator(_listed), WrapSerializer(_written)]


class ClaimSet(Value):
    r"""Claims and their context.

    >>> import claimsync as cs
    >>> day = cs.parse("Reuters: killed = 8\nAFP: killed = 9")
    >>> day
    ClaimSet(2 claims · 2 sources · 1 question)
    >>> day.ids[0] == day.claims[0].content_hash
    True

    Raises InvalidClaimsError (all errors at once) for duplicate ids, links to nowhere, circles
    among sources or partitions, codes outside a closed list, and figures that do not fit their
    measure.
    """

    claims: Listed = ()
    context: Context = Context()

    @model_validator(mode="after")
    def _references_hold(self) -> Self:
        """Check everything that no claim can check alone, and resolve continuations."""
        errors = [error for _, error in context_faults(self.context)]
        columns = Claims.of(self.claims)
        kept = columns if errors else checked_claims(columns, self.context, errors)
        if errors:
            raise InvalidClaimsError(errors)
        object.__setattr__(self, "claims", tuple(kept))
        return self

    @classmethod
    def checked(
        cls, claims: Iterable[Claim] | Claims, context: Context, errors: list[InvalidClaimError]
    ) -> ClaimSet:
        """Return the valid claims as a set, and put what is wrong with the others into ``errors``.

        The context must have been checked with ``context_faults`` before.
        """
        columns = claims if isinstance(claims, Claims) else Claims.of(tuple(claims))
        kept = checked_claims(columns, context, errors)
        return cls.model_construct(claims=cast("Any", kept), context=context)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each claim: as given, else its content hash (``-2`` for a repeat)."""
        return claim_ids(self.columns)

    @cached_property
    def columns(self) -> Claims:
        """The claims as columns."""
        return self.claims if isinstance(self.claims, Claims) else Claims.of(self.claims)

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Every measure by name: as declared, else as the claims settle it."""
        return settled_measures(self.columns, self.context)

    def claim(self, claim_id: str) -> Claim:
        """Return the claim known by ``claim_id``.

        Raises KeyError.
        """
        return self.claims[self._rows[claim_id]]

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        """The row of each id."""
        return {claim_id: row for row, claim_id in enumerate(self.ids)}

    def __iter__(self) -> Iterator[Claim]:  # type: ignore[override]  # a set yields what it holds
        """Iterate over the claims."""
        return iter(self.claims)

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self.claims)

    def __str__(self) -> str:
        """Return the notation: declarations, a blank line, claims."""
        return str(notation().render(self))

    def __repr__(self) -> str:
        """Return what is in it, counted."""
        counts = (
            (len(self.claims), "claim"),
            (self.columns.voices, "source"),
            (self.columns.questions, "question"),
        )
        told = " · ".join(f"{n:,} {word if n == 1 else word + 's'}" for n, word in counts)
        return f"ClaimSet({told})"
