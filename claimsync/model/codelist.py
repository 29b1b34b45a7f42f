"""Scope: dimensions, the codes they hold, and how parts make up a whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from claimsync.errors import InvalidContextError
from claimsync.model.base import Name, Value, notation

UNSPECIFIED = "unspecified"


class Sharing(StrEnum):
    """Whether the parts of a partition share members."""

    DISJOINT = "disjoint"
    MAYBE_OVERLAPPING = "maybe overlapping"
    OVERLAPPING = "overlapping"


class Completeness(StrEnum):
    """Whether the parts listed are all there are."""

    COMPLETE = "complete"
    OPEN = "open"
    AS_LISTED = "complete as listed"


class Partition(Value):
    """A whole and its parts, on one dimension.

    >>> sides = ("Russia", "Ukraine")
    >>> str(Partition(dimension="side", whole="both", parts=sides, completeness="complete"))
    'partition side: both = Russia + Ukraine'
    """

    dimension: Name
    whole: Name
    parts: tuple[Name, ...]
    completeness: Completeness = Completeness.OPEN
    sharing: Sharing = Sharing.DISJOINT
    closed: bool = False

    @model_validator(mode="after")
    def _parts_are_parts(self) -> Self:
        """Refuse a partition without parts, with a part twice, or of itself."""
        if not self.parts:
            raise InvalidContextError(
                f"expected parts of {self.whole!r}, got none; name them after '='"
            )
        if self.whole in self.parts or len(set(self.parts)) != len(self.parts):
            raise InvalidContextError(
                f"expected distinct parts of {self.whole!r}, got {', '.join(self.parts)};"
                " name each once"
            )
        return self

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class PathPartition(Value):
    """A dimension whose codes are paths: every prefix is the whole of its children.

    >>> str(PathPartition(dimension="precinct", completeness="complete as listed"))
    'partition precinct: by path, complete as listed'
    """

    dimension: Name
    completeness: Completeness = Completeness.OPEN

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class Assumption(Value):
    """One key value granted to equal another: ``category: POW = prisoner``."""

    key: Name
    code: Name
    means: Name

    @model_validator(mode="after")
    def _key_may_be_assumed(self) -> Self:
        """Refuse keys that are converted or dated, never assumed."""
        if self.key in {"measure", "when", "unit", "as of"}:
            raise InvalidContextError(
                f"expected an assumption on a dimension, the event or the phase, got {self.key!r};"
                " declare a rate for units, and write measures and periods in one way"
            )
        return self

    def __str__(self) -> str:
        """Return the assumption as findings name it."""
        return f"{self.key}: {self.code} = {self.means}"
