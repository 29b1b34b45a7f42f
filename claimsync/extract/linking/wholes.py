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
    wholes: dict[object, dict[str, Scope]] = {}
    for draft in drafts:
        for scope in draft.scopes:
            if scope.parts and scope.code == IN_ALL:
                wholes.setdefault(_counted(draft), {})[scope.dimension] = scope
    return [
        _of_all(draft, wholes[_counted(draft)])
        if draft.readings and _counted(draft) in wholes
        else draft
        for draft in drafts
    ]


def _counted(draft: ClaimDraft) -> object:
    """Return what is counted, and of whom."""
    return draft.measure.casefold(), draft.code("who")


def _of_all(draft: ClaimDraft, told: dict[str, Scope]) -> ClaimDraft:
    """Return a draft under the wholes that it is of; what has a day is no sum of days."""
    missing = tuple(
        replace(scope, parts=()) for dimension, scope in told.items()
        if draft.code(dimension) is None and not (dimension == "day" and draft.when is not None)
    )  # fmt: skip
    names = (scope.dimension for scope in missing)
    return draft.carried(*names, scopes=(*draft.scopes, *missing)) if missing else draft
