"""Houses that a page tells by their kind: *a hotel in Kolm* may be all of Kolm that it tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.questions.place_words import FEATURES, QUARTERS, SITES, WORKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft, Scope

_LASTING = frozenset(  # where people are kept, or what is no house: not what happened to a town
    "hospital hospitals clinic prison prisons jail jails camp camps shelter capital border coast"
    " suburbs scene site front river lake sea forest bay".split()
)
_HOUSES = (SITES | FEATURES | WORKS) - QUARTERS - _LASTING


def housed(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where one house of one town is told as the town, and two stay apart.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Nine died in a hotel in Kolm. Six died in a hotel in Brod."
    >>> [draft.code("place") for draft in housed(extract(text))]
    ['hotel in Kolm', 'hotel in Brod']
    """
    held: dict[str, set[str]] = {}
    for scope in (s for draft in drafts for s in draft.scopes if _bare(s)):
        held.setdefault(scope.code, set()).update({scope.within} if scope.within else ())
    houses = [code for code in held if code.rpartition(" ")[2] in _HOUSES]
    one = houses[0] if len(houses) == 1 and len(held[houses[0]]) == 1 else None
    if one is None and all(len(towns) <= 1 for towns in held.values()):
        return list(drafts)
    return [
        replace(draft, scopes=tuple(_told(scope, held, one) for scope in draft.scopes))
        for draft in drafts
    ]


def _told(scope: Scope, held: dict[str, set[str]], one: str | None) -> Scope:
    """Return a place under the name that tells it from others."""
    if not _bare(scope):
        return scope
    if scope.code == one:
        return replace(scope, code=next(iter(held[one])), within=None)
    if scope.within and len(held[scope.code]) > 1:
        return replace(scope, code=f"{scope.code} in {scope.within}")
    return scope


def _bare(scope: Scope) -> bool:
    """Return whether a place is told by its kind alone."""
    return scope.dimension == "place" and scope.code.islower()
