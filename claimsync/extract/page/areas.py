"""Areas named before: *in the county* is in Alder County, and *96 there* in the place just told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import Scope, Slot
from claimsync.extract.questions.place_words import BARE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_AREAS = "county|province|region|oblast|district|governorate|prefecture|municipality|state"
_THE = re.compile(rf"\b(?:in|across|throughout) the ({_AREAS})\b(?! of)")
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could)\b)")
_BEHIND, _BEFORE = 60, 800  # characters behind a figure, and before it


def located(text: str, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of a page, where an area without a name is the one named before.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Alder County's sheriff said 40 people in the county were hurt."
    >>> [draft.code("place") for draft in extract(text)]
    ['Alder County']
    """
    found: list[ClaimDraft] = []
    last: Scope | None = None
    for draft in drafts:
        one = _placed(text, draft, last) if draft.figure is not None else draft
        found.append(one)
        last = next((s for s in one.scopes if s.dimension == "place"), last)
    return found


def _placed(text: str, draft: ClaimDraft, last: Scope | None) -> ClaimDraft:
    """Return a draft in the area, or at the place, that its words point back to."""
    said = draft.code("place") if "place" not in draft.inferred else None
    if draft.figure is None or said not in {None, "there", *BARE}:
        return draft
    end = min(draft.figure.end + _BEHIND, max(quote.end for quote in draft.quote))
    if (area := _THE.search(text, draft.figure.end, end)) is not None:
        code, span = _named(text, area[1], area.start()), area.span(1)
    elif (there := _THERE.search(text, draft.figure.end, end)) is not None:
        told = last if last is not None and last.slot is not None else None
        near = told is not None and told.slot is not None and (
            "\n" not in text[told.slot.end : there.start()]
        )  # fmt: skip
        code, span = (told.code if told and near else None), there.span()
    else:
        return draft
    if code is None or any(mark in text[draft.figure.end : span[0]] for mark in ",;:"):
        return draft
    others = tuple(scope for scope in draft.scopes if scope.dimension != "place")
    inferred = tuple(name for name in draft.inferred if name != "place")
    place = Scope("place", code, Slot.of(text, span))
    return replace(draft, scopes=(*others, place), inferred=inferred)


def _named(text: str, area: str, end: int) -> str | None:
    """Return the one area of a kind that was named last: in its sentence, else nearby."""
    pattern = _name_of(area)
    start = max(end - _BEFORE, 0)
    line = text.rfind("\n", start, end) + 1
    for first in (max(line, start), start):
        named = {one[0] for one in pattern.finditer(text, first, end)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _name_of(area: str) -> re.Pattern[str]:
    """Return what a name of such an area looks like: *Alder County*, *Brod Oblast*."""
    return re.compile(rf"\b[A-Z][\w-]*+ (?:{area.capitalize()}|{area})\b")
