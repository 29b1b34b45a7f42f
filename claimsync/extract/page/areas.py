"""Places that words point back to: *in the county* is in Alder County, *there* where just told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, Scope, Slot
from claimsync.extract.page.sites import housed
from claimsync.extract.page.whereabouts import GATHERED, HAPPENED, Whereabouts
from claimsync.extract.questions.place_words import BARE, SITES, WHERE_FROM
from claimsync.extract.questions.subject_words import HARMS, SUBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.text.structure import Block

_CROWD = "attendance"
_ANY = (" a ", " an ")  # one that was not told of before
_COUNTRY, _CAPITAL, _THERE = "country", "capital", "there"


def located(text: str, page: Sequence[Block], drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of a page, where an area without a name is the one named before.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Alder County's sheriff said 40 people in the county were hurt."
    >>> [draft.code("place") for draft in extract(text)]
    ['Alder County']
    """
    known = Whereabouts(text, page, frozenset(draft.code("place") for draft in drafts))
    return housed([_placed(text, draft, known) for draft in drafts])


def _placed(text: str, draft: ClaimDraft, known: Whereabouts) -> ClaimDraft:
    """Return a draft at the place that its words point back to."""
    if draft.figure is None:
        return draft
    place = next((scope for scope in draft.scopes if scope.dimension == "place"), None)
    if place is None:
        return _at_scene(text, _of_town(draft, known), known)
    code = _meant(text, place, draft, known)
    if code is None or code == place.code:
        return draft
    scopes = (replace(s, code=code) if s is place else s for s in draft.scopes)
    return replace(draft, scopes=tuple(scopes))


def _meant(text: str, place: Scope, draft: ClaimDraft, known: Whereabouts) -> str | None:
    """Return the name of a place that is told without it: *the city*, *her region*, *there*."""
    first, _, kind = place.code.rpartition(" ")
    if place.slot is None or place.within or (first and first not in WHERE_FROM):
        return None
    start = place.slot.start
    if text[max(start - len(" an "), 0) : start].casefold().endswith(_ANY):
        return None
    if kind == _COUNTRY:
        return known.country(start, draft.origin or "")
    if kind == _THERE:
        return known.there(start)
    if kind in SITES - {_CAPITAL} and not first:
        return known.site(kind, start)
    return known.area(kind, start) if kind in BARE | {_CAPITAL} else None


def _of_town(draft: ClaimDraft, known: Whereabouts) -> ClaimDraft:
    """Return a figure of a town that is told of it as of a holder: *Lower Tarn lost 85 houses*."""
    scopes = tuple(
        replace(scope, dimension="place")
        if scope.dimension == SUBJECT and known.is_town(scope.code) else scope
        for scope in draft.scopes
    )  # fmt: skip
    return replace(draft, scopes=scopes)


def _at_scene(text: str, draft: ClaimDraft, known: Whereabouts) -> ClaimDraft:
    """Return the harmed, or a crowd, where it was just told to have happened."""
    figure = draft.figure
    happened = HAPPENED if draft.measure in HARMS else GATHERED
    of_it = draft.measure in HARMS or draft.measure == _CROWD
    if figure is None or not of_it or draft.code("place") is not None or draft.stamp == EARLIER:
        return draft
    told = known.befell(figure.start) if happened is HAPPENED else None
    if told is None and not draft.heading:
        told = known.scene(figure.start, happened)
    if told is None:
        return draft
    where = Scope("place", told.code, Slot.of(text, (told.start, told.end)))
    return draft.carried("place", scopes=(*draft.scopes, where))
