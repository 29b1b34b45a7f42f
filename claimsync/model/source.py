"""Who said it: sources, and attributions from the voice we heard to the origin behind it."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from claimsync.errors import InvalidClaimError
from claimsync.model.base import Name, Value, notation

UNKNOWN = "unknown"


class Source(Value):
    """A declared source.

    >>> Source(name="Dmitry Peskov", speaks_for="Kremlin").speaks_for
    'Kremlin'

    ``members`` is how many people an anonymous source is; people are no voices, they add no origin.
    """

    name: Name
    speaks_for: Name | None = None
    part_of: Name | None = None
    anonymous: bool = False
    members: int | None = Field(default=None, ge=1)
    may_overlap: tuple[Name, ...] = ()

    def __str__(self) -> str:
        """Return the declaration line."""
        return str(notation().render(self))


class Speaker(Value):
    """One link of an attribution: a name, and for whom it speaks this once."""

    name: Name
    on_behalf_of: Name | None = None


class Attribution(Value):
    """Who said it, voice first, origin last.

    >>> who = Attribution(chain=("RIA Novosti", "Russian defence ministry"))
    >>> who.voice, who.origin
    ('RIA Novosti', 'Russian defence ministry')
    """

    chain: tuple[Speaker, ...]
    anonymous: bool = False

    @model_validator(mode="before")
    @classmethod
    def _names_are_speakers(cls, data: object) -> object:
        """Accept plain names in the chain."""
        if isinstance(data, dict) and isinstance(data.get("chain"), (list, tuple)):
            chain = [{"name": link} if isinstance(link, str) else link for link in data["chain"]]
            return {**data, "chain": chain}
        return data

    @model_validator(mode="after")
    def _someone_spoke(self) -> Self:
        """Refuse an empty chain."""
        if not self.chain:
            raise InvalidClaimError(
                "expected at least one source, got none; write 'unknown' if it is"
            )
        return self

    @property
    def voice(self) -> str:
        """The name of whom we heard it from."""
        return self.chain[0].name

    @property
    def origin(self) -> str:
        """The name on whose word it rests, before ``speaks for`` is followed."""
        last = self.chain[-1]
        return last.on_behalf_of or last.name

    def __str__(self) -> str:
        """Return the notation."""
        return str(notation().render(self))
