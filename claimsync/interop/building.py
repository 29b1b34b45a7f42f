"""Claims of what the cells of a row hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.model.building import built
from claimsync.model.claim import Claim, Provenance
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimsync.model.claim import Reading
    from claimsync.model.question import Question


def built_claim(
    found: Mapping[str, Any],
    question: Question | None,
    readings: tuple[Reading, ...],
    provenance: Provenance,
) -> Claim:
    """Return the claim of what a row holds, by column, and of what was made of it."""
    get = found.get
    fields = {
        "attribution": found["source"],
        "question": question,
        "readings": readings,
        "stance": get("stance", Stance.ASSERTS),
        "said_at": get("said_at"),
        "as_of": get("as_of"),
        "links": get("link", ()),
        "id": get("id"),
        "provenance": provenance,
    }
    return built(Claim, fields)


def built_provenance(
    found: Mapping[str, Any], extra: dict[str, str], file: str | None, row: int
) -> Provenance:
    """Return what else a row tells: notes, the text beside its bounds, and where it stands."""
    get = found.get
    fields = {
        "quote": get("quote"),
        "url": get("url"),
        "note": get("note"),
        "published": get("value") if "low" in found or "high" in found else None,
        "extra": extra,
        "file": file,
        "row": row,
    }
    return built(Provenance, fields)
