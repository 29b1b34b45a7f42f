"""Places that words point back to: *in the county* is in Alder County, *there* where just told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, Scope, Slot
from claimsync.extract.page.answers import PARTS
from claimsync.extract.page.continuing import elsewhere
from claimsync.extract.page.scenes import SCENES, Scenes, caused_by
from claimsync.extract.page.sites import housed
from claimsync.extract.page.whereabouts import Whereabouts
from claimsync.extract.page.whose import of_another_year
from claimsync.extract.questions.place_words import BARE, SITES, WHERE_FROM
from claimsync.extract.questions.subject_words import SUBJECT
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.page.naming import Usage
    from claimsync.extract.text.structure import Block

_ANY = (" a ", " an ")  # one that was not told of before
_COUNTRY, _CAPITAL, _THERE = "country", "capital", "there"


def located(
    text: str, page: Sequence[Block], drafts: Sequence[ClaimDraft], usage: Usage
) -> list[ClaimDraft]:
    """Return the drafts of a page, where an area without a name is the one named before.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Alder County's sheriff said 40 people in the county were hurt."
    >>> [draft.code("place") for draft in extract(text)]
    ['Alder County']
    """
    codes = {draft: code for draft in drafts if (code := draft.code("place")) is not None}
    known = Whereabouts(text, page, frozenset(codes.values()), usage)
    harmed = [(draft.start, code) for draft, code in codes.items()
              if caused_by(draft.measure) and not of_another_year(draft)
              and PARTS.isdisjoint(draft.rules)]  # fmt: skip
    scenes = Scenes(text, page, known, harmed)
    return housed([_at_scene(_placed(text, draft, known, scenes), scenes) for draft in drafts])


def _placed(text: str, draft: ClaimDraft, known: Whereabouts, scenes: Scenes) -> ClaimDraft:
    """Return a draft at the place that its words point back to."""
    if draft.figure is None:
        return draft
    place = next((scope for scope in draft.scopes if scope.dimension == "place"), None)
    if place is None:
        return _of_town(draft, known)
    pointed = place.slot is not None and place.code.rpartition(" ")[2] in SCENES
    told = scenes.told_before(place.slot.start) if pointed and place.slot is not None else None
    code = told.code if told is not None else _meant(text, place, draft, known)
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
    scopes = tuple(_as_place(scope, known) for scope in draft.scopes)
    return replace(draft, scopes=scopes)


def _as_place(scope: Scope, known: Whereabouts) -> Scope:
    """Return a holder as a place, if it is a town by its name or by its kind."""
    if scope.dimension != SUBJECT or scope.slot is None:
        return scope
    if scope.code in BARE:
        code = known.area(scope.code, scope.slot.start)
        return replace(scope, dimension="place", code=code) if code is not None else scope
    return replace(scope, dimension="place") if known.is_town(scope.code) else scope


def _at_scene(draft: ClaimDraft, scenes: Scenes) -> ClaimDraft:
    """Return what is done where something happens, or a crowd, where it is told to have."""
    figure, happened = draft.figure, caused_by(draft.measure)
    if figure is None or not happened or draft.code("place") is not None:
        return draft
    if draft.stamp == EARLIER or draft.stance is Stance.EXPECTS or elsewhere(draft):
        return draft
    told = scenes.of(figure.start, happened)
    if told is None:
        return draft
    where = Scope("place", told.code, Slot.of(scenes.text, (told.start, told.end)))
    return draft.carried("place", scopes=(*draft.scopes, where))
