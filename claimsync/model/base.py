"""What every value of the model shares: frozen, closed, canonical text."""

from __future__ import annotations

import importlib
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from claimsync.errors import InvalidClaimError


class Value(BaseModel):
    """A frozen value; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_JOINERS = "\u200c\u200d"  # Persian, Hindi and emoji are spelt with them


def canonical_name(text: str) -> str:
    """Return a name with one spelling: NFC, single spaces, none at the ends.

    >>> canonical_name("  Steve   Witkoff ")
    'Steve Witkoff'

    Raises InvalidClaimError for an empty name or one with control characters.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise InvalidClaimError(
            "expected a name, got nothing; write the name or leave the slot out"
        )
    if not name.isprintable():
        bad = next((c for c in name if not (c.isprintable() or c in _JOINERS)), None)
        if bad is None:
            return name
        raise InvalidClaimError(
            f"expected a printable name, got the character U+{ord(bad):04X} in {name[:60]!r};"
            " remove it"
        )
    return name


Name = Annotated[str, AfterValidator(canonical_name)]


def notation() -> Any:
    """Return the notation: values know that they have one, not what it looks like.

    Imported by name, because the notation stands above the model: ``str(value)`` is
    ``notation.render(value)`` and ``Claim.parse`` is ``notation.parse_claim``.
    """
    return importlib.import_module("claimsync.notation")
