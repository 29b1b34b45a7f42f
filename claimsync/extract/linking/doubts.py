"""Doubts: why a reading is left for somebody to look at, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, UNSETTLED
from claimsync.extract.questions.levels import REFERS, UNKNOWN, UNSURE
from claimsync.extract.questions.predicates import PART
from claimsync.extract.questions.tellers import GLUED, NOBODYS, VERSION
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.extract.drafts import ClaimDraft

OTHER_UNIT = "its unit is of another kind than that of the others"
EACH_OF_WHOM = "it is said of each, and not of how many"
TWO_WAYS = "its source seems to say two things at once"
SAID_BEFORE = "it was said before, and not what is said now"
_DISPUTED = "pipeline/disputed"
_APART = "whose it is, where, or what limits it, is not as with the others"
_NOT_SAID = frozenset({GLUED, NOBODYS, VERSION})


def doubt(draft: ClaimDraft) -> str:
    """Return why a draft is not sure enough to be judged.

    >>> from claimsync.extract.extractor import extract
    >>> [doubt(draft) for draft in extract("The mayor said 12 gadgets were shown.")]
    ['no term knows “gadgets”, and nobody else counts it']
    """
    if _DISPUTED in draft.rules:
        return "the extractors do not read it alike"
    if draft.figure is None:
        return _of_statement(draft)
    if draft.confidence >= LIKELY:
        return _APART
    return _of_measure(draft) or _of_telling(draft) or _APART


def _of_statement(draft: ClaimDraft) -> str:
    """Return why a statement is left."""
    if draft.stance is Stance.ASSERTS:
        return "nobody else speaks to it"
    if not draft.measure:
        return "what it bears on is not named"
    return "what it bears on is not clear" if draft.chain else "nobody is named who says so"


def _of_measure(draft: ClaimDraft) -> str:
    """Return what is not known of what a figure measures."""
    fired = UNSURE.intersection(draft.rules)
    if fired & UNKNOWN:
        noun = draft.noun.text if draft.noun is not None else draft.measure
        return f"no term knows “{noun}”, and nobody else counts it"
    if REFERS in fired:
        return "what it is of may stand in the paragraph before"
    if fired or not draft.measure:
        return "what it is of is not clear"
    return ""


def _of_telling(draft: ClaimDraft) -> str:
    """Return what is not known of when, how or by whom a figure is told."""
    if draft.when is not None and not draft.when.code:
        named = draft.when.slot.text if draft.when.slot is not None else "its time"
        return f"no calendar names “{named}”"
    if UNSETTLED in draft.rules:
        return "it is asked, supposed, heard of, or denied of others"
    if not _NOT_SAID.isdisjoint(draft.rules):
        return "nobody says so, or not any more"
    if draft.stance in {Stance.DENIES, Stance.QUESTIONS} and not draft.chain:
        return "nobody is named who says so"
    return "which of those told of is not clear" if PART in draft.rules else ""
