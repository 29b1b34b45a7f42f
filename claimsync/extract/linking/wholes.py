"""Wholes: a figure without parts is of the whole that another one names the parts of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.page.tallies import IN_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft, Scope


def whole_again(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where what was one question with a whole before it had parts is so again.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Costs rise by 30 million, she said: 12 million for roads, 18 million for schools."
    >>> told = extract(text + " Costs rise by 40 million, he said.")
    >>> [draft.code("subject") for draft in whole_again(told)]
    ['in all', 'roads', 'schools', 'in all']
    """
    wholes: dict[object, dict[str, tuple[Scope, Scope | None]]] = {}
    for draft in drafts:
        for scope in draft.scopes:
            if scope.parts and scope.code == IN_ALL:
                wholes.setdefault(_counted(draft), {})[scope.dimension] = scope, draft.when
    return [
        _of_all(draft, wholes[_counted(draft)])
        if draft.readings and _counted(draft) in wholes
        else draft
        for draft in drafts
    ]


def _counted(draft: ClaimDraft) -> object:
    """Return what is counted, and of whom."""
    return draft.measure.casefold(), draft.code("who")


def _of_all(draft: ClaimDraft, told: dict[str, tuple[Scope, Scope | None]]) -> ClaimDraft:
    """Return a draft under the wholes that it is of; what has a day is no sum of days.

    A place that was only carried over, and is none of the parts, is that of the whole's day.
    """
    missing = {
        dimension: replace(scope, parts=()) for dimension, (scope, when) in told.items()
        if not _own(draft, scope, when) and not (dimension == "day" and draft.when is not None)
    }  # fmt: skip
    kept = tuple(scope for scope in draft.scopes if scope.dimension not in missing)
    return draft.carried(*missing, scopes=(*kept, *missing.values())) if missing else draft


def _own(draft: ClaimDraft, whole: Scope, when: Scope | None) -> bool:
    """Return whether a draft says itself of which part, or of which whole it is."""
    code, dimension = draft.code(whole.dimension), whole.dimension
    if code is None or code == IN_ALL or code in whole.parts:
        return code is not None
    same = when is not None and draft.when is not None and when.code == draft.when.code
    return dimension not in draft.inferred or dimension != "place" or not same
