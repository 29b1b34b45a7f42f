"""Contrasts: *61 deaths in Belar alone* makes Belar a part of what all deaths are told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, Scope
from claimsync.extract.page.tallies import SUMMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_OVERALL = "overall"
_ALONE = (" alone", " province alone", " region alone")


def contrasted(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where what is told without a place holds one that is told *alone*.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Ninety people died. Sixty people died in Belar alone."
    >>> contrasted(extract(text))[0].scopes[0].parts
    ('Belar',)
    """
    found = list(drafts)
    groups: dict[object, list[int]] = {}
    for at, draft in enumerate(found):
        if _counts(draft):
            groups.setdefault((draft.measure, draft.code("who"), draft.phase), []).append(at)
    for group in groups.values():
        parts = tuple(dict.fromkeys(code for at in group if (code := lone(found[at]))))
        for at in group if parts else ():
            if found[at].code("place") is None:
                scopes = (*found[at].scopes, Scope("place", _OVERALL, None, parts=parts))
                found[at] = replace(found[at], scopes=scopes, rules=(*found[at].rules, SUMMED))
    return found


def lone(draft: ClaimDraft) -> str | None:
    """Return the place that a figure is told of *alone*.

    >>> from claimsync.extract.extractor import extract
    >>> [draft] = extract("Twelve people died in Belar alone.")
    >>> lone(draft)
    'Belar'
    """
    place = next((s for s in draft.scopes if s.dimension == "place"), None)
    if place is None or place.slot is None:
        return None
    for quote in draft.quote:
        behind = quote.text[max(place.slot.end - quote.start, 0) :]
        if quote.start <= place.slot.start and behind.startswith(_ALONE):
            return place.code
    return None


def _counts(draft: ClaimDraft) -> bool:
    """Return whether a draft states one exact number of the page's own news."""
    stated = draft.number is not None
    return bool(stated and draft.measure and draft.stance.affirms and draft.stamp != EARLIER)
