"""Kin measures: what one source calls arrested and the next detained, where the numbers add up.

Newsrooms keep such measures apart. But where all that is told under one of them, place by place,
adds up exactly to what is told under the other, they are two words for the same people.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.model.figure import Qualifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

KIN = (("arrested", "detained"), ("evacuated", "displaced"))
_FEWEST, _MOST = 2, 50  # parts
_MANNERS = frozenset({"suspects", "people", "residents"})  # whom the measure itself implies


def akin(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where the parts of a whole go under the whole's measure.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Police arrested 39 people. She said 27 were held in Kolm and 12 in Vester."
    >>> [draft.measure for draft in akin(extract(text))]
    ['arrested', 'arrested', 'arrested']
    """
    found = list(drafts)
    told: dict[str, list[int]] = {}
    for at, draft in enumerate(found):
        if draft.measure in _KNOWN and _exact(draft):
            told.setdefault(draft.measure, []).append(at)
    for one, other in KIN:
        for whole, parts in ((one, other), (other, one)):
            _rename(found, told.get(whole, []), told.get(parts, []))
    return found


_KNOWN = frozenset(measure for pair in KIN for measure in pair)


def _rename(found: list[ClaimDraft], wholes: Sequence[int], parts: Sequence[int]) -> None:
    """Let the parts in places that add up to a whole go under its measure."""
    placed = {code: at for at in parts[:_MOST] if (code := found[at].code("place")) is not None}
    total = sum((found[at].number or Fraction(0) for at in placed.values()), Fraction(0))
    whole = next((found[at] for at in wholes if found[at].number == total), None)
    if whole is None or len(placed) < _FEWEST:
        return
    for at in parts:
        scopes = tuple(
            s for s in found[at].scopes if s.dimension != "who" or s.code not in _MANNERS
        )
        found[at] = replace(found[at], measure=whole.measure, scopes=scopes)


def _exact(draft: ClaimDraft) -> bool:
    """Return whether a draft states one exact number."""
    return draft.number is not None and draft.stance.affirms and (
        draft.readings[0].qualifier is Qualifier.EXACTLY
    )  # fmt: skip
