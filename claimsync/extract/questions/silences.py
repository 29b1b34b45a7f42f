"""Silences: what somebody would not comment on, where the sentence itself does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, ClaimDraft

if TYPE_CHECKING:
    from collections.abc import Sequence


def spoken_to(draft: ClaimDraft, figures: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a bare *X declined to comment* as one on what the paragraph just told of X.

    ``figures`` are those of the paragraph so far. Where they do not name X, or several measures
    are told of X, it stays open what the silence bears on.

    >>> from claimsync.extract.extractor import RuleExtractor
    >>> from claimsync.extract.drafts import Document
    >>> page = Document("Voss cut 900 jobs, the union said. Voss declined to comment.")
    >>> [(one.stance.value, one.measure) for one in RuleExtractor().extract(page)]
    [('asserts', 'jobs cut'), ('no comment', 'jobs cut')]
    """
    if draft.measure or not draft.stance.withholds or not draft.chain:
        return draft
    name = draft.chain[-1].name
    told = {one.measure: one for one in figures if one.measure and _names(one, name)}
    if len(told) != 1:
        return draft
    ((measure, one),) = told.items()
    return replace(draft, measure=measure, measure_slot=one.measure_slot, scopes=one.scopes,
                   when=one.when, inferred=(*draft.inferred, "measure"),
                   confidence=LIKELY)  # fmt: skip


def _names(one: ClaimDraft, name: str) -> bool:
    """Return whether the words of a claim name somebody who is not the one to make it."""
    said_by = {mention.name for mention in one.chain}
    return name not in said_by and any(name in piece.text for piece in one.quote)
