"""Totals: a figure for the whole to which all that a page tells of its places add up.

*Seven people were killed nationwide*, and five in one region and two in another: where the numbers
of all places add up exactly, the places are the parts of the whole.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, Scope
from claimsync.extract.tallies import IN_ALL, number_of
from claimsync.model.figure import Qualifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_FEWEST, _MOST = 2, 50  # parts
_NO_WHOLES = frozenset({"here", "there"})
_OVERALL = "overall"
_ALONE = (" alone", " province alone", " region alone")
RULE = "tally/summed"


def totalled(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a whole knows the places that add up to it.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Seven people died nationwide. Five died in Kolm. Two died in Vester."
    >>> totalled(extract(text))[0].scopes[0].parts
    ('Kolm', 'Vester')
    """
    found = list(drafts)
    groups: dict[object, list[int]] = {}
    for at, draft in enumerate(found):
        if _counts(draft):
            groups.setdefault((draft.measure, draft.code("who"), draft.phase), []).append(at)
    for group in groups.values():
        if _FEWEST < len(group) <= _MOST:
            _join(found, group)
    for group in groups.values():
        _contrast(found, group)
    return _united(found)


def _contrast(found: list[ClaimDraft], group: Sequence[int]) -> None:
    """Let *61 deaths in Belar alone* make Belar a part of what all deaths are told of."""
    parts = tuple(dict.fromkeys(code for at in group if (code := lone(found[at]))))
    for at in group if parts else ():
        if found[at].code("place") is None:
            scope = Scope("place", _OVERALL, None, parts=parts)
            found[at] = replace(
                found[at], scopes=(*found[at].scopes, scope), rules=(*found[at].rules, RULE)
            )


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


def _united(drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where one whole has the parts that any of its measures told of it."""
    parts: dict[str, dict[str, None]] = {}
    for draft in drafts:
        for scope in draft.scopes if RULE in draft.rules else ():
            if scope.dimension == "place" and scope.parts and scope.code != IN_ALL:
                parts.setdefault(scope.code, {}).update(dict.fromkeys(scope.parts))
    return [
        replace(draft, scopes=tuple(
            replace(s, parts=tuple(parts[s.code])) if s.parts and s.code in parts else s
            for s in draft.scopes
        ))
        for draft in drafts
    ]  # fmt: skip


def _join(found: list[ClaimDraft], group: Sequence[int]) -> None:
    """Let each whole of one measure know its parts."""
    for at in reversed(group):
        whole = found[at]
        place = next((s for s in whole.scopes if s.dimension == "place"), None)
        if place is not None and (place.parts or place.code in _NO_WHOLES):
            continue
        parts = _parts(found, group, whole)
        told = (whole, *parts.values())
        numbers = [number_of(part) for part in parts.values()]
        if any(one.readings[0].qualifier is not Qualifier.EXACTLY for one in told):
            continue
        if len(parts) < _FEWEST or sum(filter(None, numbers), Fraction(0)) != number_of(whole):
            continue
        codes = tuple(parts)
        named = replace(place, parts=codes) if place else Scope("place", IN_ALL, None, parts=codes)
        others = tuple(s for s in whole.scopes if s.dimension != "place")
        found[at] = replace(whole, scopes=(*others, named), rules=(*whole.rules, RULE))


def _parts(
    found: Sequence[ClaimDraft], group: Sequence[int], whole: ClaimDraft
) -> dict[str, ClaimDraft]:
    """Return what is told last of each other place, of the same days."""
    parts: dict[str, ClaimDraft] = {}
    for at in group:
        one = found[at]
        code = one.code("place")
        own = code is not None and code != whole.code("place")
        days = {draft.when.code for draft in (one, whole) if draft.when is not None}
        if not own or code is None or len(days) > 1 or one.code("event") != whole.code("event"):
            continue
        before = parts.get(code)
        if before is None or _clock(before) <= _clock(one):
            parts[code] = one
    undated = {code: one for code, one in parts.items() if one.when is None}
    return undated if whole.when is None and undated else parts  # another day's are no parts


def _clock(draft: ClaimDraft) -> str:
    """Return when within a live blog something was told, as text that orders."""
    return (draft.stamp or "").rjust(len("00:00"), "0")


def _counts(draft: ClaimDraft) -> bool:
    """Return whether a draft states one exact number of the page's own news."""
    stated = number_of(draft) is not None
    return bool(stated and draft.measure and draft.stance.affirms and draft.stamp != EARLIER)
