"""What a result holds besides findings: positions, bounds that are implied, what stayed open."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimsync.model.interval import Interval


class Position(NamedTuple):
    """One set of claims that hold together: what they allow, their ids, and their origins."""

    interval: Interval
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True)
class Bound:
    """A question, what all claims together force for it, and the ids of the claims that do."""

    question: str
    interval: Interval
    claims: tuple[str, ...]
    prove: Callable[[], dict[str, Any]] = field(repr=False, compare=False)

    @cached_property
    def proof(self) -> dict[str, Any]:
        """The steps from claims to the bound, also to the end that claims state themselves."""
        return self.prove()


class Open(NamedTuple):
    """Claims (ids) about which nothing was decided, and why."""

    claims: tuple[str, ...]
    reason: str
