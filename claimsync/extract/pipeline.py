"""Several extractors that vote: what they read alike is sure, the rest is looked at first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import REVIEW, SURE, checked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft, Document, Extractor


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Extractors by whom a reading must be shared; the first one's drafts are kept.

    >>> from claimsync.extract.drafts import Document
    >>> from claimsync.extract.extractor import RuleExtractor
    >>> page = Document("Twelve people were killed in Lyman, the governor said.")
    >>> [draft.confidence for draft in Pipeline((RuleExtractor(), RuleExtractor())).extract(page)]
    [95]
    """

    extractors: tuple[Extractor, ...]

    def extract(self, document: Document) -> tuple[ClaimDraft, ...]:
        """Return the first extractor's drafts, each as sure as the others make it.

        Where the others name another source for a figure, or none reads the figure at all, the
        draft goes to the review list; no slot is filled by a vote.
        """
        read = [
            [checked(draft, document.text) for draft in extractor.extract(document)]
            for extractor in self.extractors
        ]
        if len(read) == 1:
            return tuple(read[0])
        others = [{_place(draft): draft for draft in drafts} for drafts in read[1:]]
        return tuple(_voted(draft, others) for draft in read[0])


def _voted(draft: ClaimDraft, others: Sequence[dict[tuple[int, str], ClaimDraft]]) -> ClaimDraft:
    """Return a draft with the confidence that the vote gives it."""
    found = [drafts.get(_place(draft)) for drafts in others]
    votes = Counter(_said(one) == _said(draft) for one in found if one is not None)
    if votes[True] >= votes[False] and any(found):
        shared = votes[True] == len(others) and draft.confidence > REVIEW
        return replace(draft, confidence=SURE) if shared else draft
    rules = (*draft.rules, "pipeline/disputed")
    return replace(draft, confidence=min(draft.confidence, REVIEW), rules=rules)


def _place(draft: ClaimDraft) -> tuple[int, str]:
    """Return where a draft stands, and whether it is a figure or a stance."""
    return draft.start, "" if draft.figure else str(draft.stance)


def _said(draft: ClaimDraft) -> object:
    """Return what is voted on: figure, measure, stance and origin."""
    origin = draft.chain[-1].name.casefold() if draft.chain else ""
    return draft.readings, draft.measure, draft.stance, origin
