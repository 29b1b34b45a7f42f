"""Kinds of things under one name: *fishing boats* that are just *boats* to the next source."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.levels import UNKNOWN
from claimsync.extract.questions.subject_words import APART

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

# Words that make some of all the things, and not their kind: *broken lamps* are no *lamps*.
_SOME = APART | frozenset(
    "own foreign local young big small large empty full open good bad private public".split()
)


def one_kind(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a bare noun goes under the only kind of it that was told before.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Ana said the bay had 40 fishing boats. Ben counted 31 boats."
    >>> [draft.measure for draft in one_kind(extract(text))]
    ['fishing boats', 'fishing boats']
    """
    told: dict[str, dict[str, ClaimDraft]] = {}
    found: list[ClaimDraft] = []
    for draft in drafts:
        measure = draft.measure.casefold()
        head = _head(draft, measure)
        if not head or UNKNOWN.isdisjoint(draft.rules):
            found.append(draft)
        elif measure != head:
            told.setdefault(head, {}).setdefault(measure, draft)
            found.append(draft)
        else:
            kinds = told.get(head, {})
            mine = [kind for kind, one in kinds.items() if _of(one) and one.origin == draft.origin]
            found.append(_under(draft, () if mine else tuple(kinds)))
    return found


@lru_cache(maxsize=1 << 12)
def head_noun(measure: str) -> str:
    """Return the noun of a measure: *boats* of fishing boats, *jars* of jars of honey."""
    words = measure.split()
    if len(words) > 1 and plural(words[0]) and not plural(words[-1]):
        return words[0]
    return words[-1] if words and plural(words[-1]) else ""


def _head(draft: ClaimDraft, measure: str) -> str:
    """Return the noun that a draft counts: *breaches* in breaches of safety rules."""
    return head_noun(_of(draft) or measure)


def _of(draft: ClaimDraft) -> str:
    """Return the noun that others go on with an *of*; who counts two kinds so may drop either."""
    noun = draft.noun.text.casefold() if draft.noun is not None else ""
    lead, of, _ = noun.partition(" of ")
    return lead if of else ""


def _under(draft: ClaimDraft, kinds: Sequence[str]) -> ClaimDraft:
    """Return a draft under the only kind of its noun, if that is one."""
    if len(kinds) != 1:
        return draft
    marks = set(kinds[0].split()) - {draft.measure.casefold()}
    if not marks or any(word in _SOME or word.endswith("ed") for word in marks):
        return draft
    return replace(draft, measure=kinds[0])
