"""Nouns that no term of the vocabulary knows, but that several sources count: *taps*, *defects*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, LIKELY, UNSETTLED
from claimsync.extract.nouns import plural
from claimsync.extract.predicates import ALONE
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

RULE = "link/counted noun"
# Everybody counts people and things of all sorts; only what happens to them makes a question.
_ANYTHING = frozenset(
    "people persons others things times days points parts sides cases ways kinds members items"
    " lives sources reports papers questions years months weeks hours minutes".split()
)
# Each competitor has its own of these, so that a figure without its holder asks nothing.
_HELD = frozenset("votes seats points goals runs medals shares mandates delegates wins".split())


def counted(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a noun that two sources count in the same words is a measure.

    One source's two numbers of a noun are numbers of two things; such a noun is left for somebody
    to look at, and so is one that only the page's own voice counts. What each holder counts for
    itself is a question of its own: *seats* ask nothing, *the seats of the Greens* do.
    """
    drafts = _one_spelling(drafts)
    groups: dict[object, list[ClaimDraft]] = {}
    for draft in drafts:
        if draft.readings and _plain(draft):
            groups.setdefault(_thing(draft), []).append(draft)
    sure = {thing for thing, group in groups.items() if _one_thing(group)}
    return [_raised(draft) if _thing(draft) in sure and _alone(draft) else draft
            for draft in drafts]  # fmt: skip


def _thing(draft: ClaimDraft) -> object:
    """Return what is counted, and whose it is."""
    return draft.measure.casefold(), draft.code("subject")


def _one_spelling(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where *Turnout* and *turnout* are one measure."""
    small = {draft.measure for draft in drafts if draft.measure == draft.measure.casefold()}
    return [
        draft
        if (low := draft.measure.casefold()) not in small or low == draft.measure
        else replace(draft, measure=low)
        for draft in drafts
    ]


def _plain(draft: ClaimDraft) -> bool:
    """Return whether words name countable things, and things of one sort and one holder."""
    head = draft.measure.casefold().rpartition(" ")[2]
    held = head in _HELD and draft.code("subject") is None
    return plural(head) and head not in _ANYTHING and not held


def _one_thing(group: Sequence[ClaimDraft]) -> bool:
    """Return whether at least two sources count, or one counts anew; each says one number."""
    said: dict[str | None, set[object]] = {}
    before: dict[str | None, set[object]] = {}
    told_now = {draft.chain[-1].name for draft in group if draft.chain and draft.stamp == LATER}
    for draft in group:
        if UNSETTLED in draft.rules:
            continue
        figures = tuple((f.number, f.to, f.word) for f in draft.readings)
        name = draft.chain[-1].name if draft.chain else None
        past = draft.stamp == EARLIER or (draft.stamp != LATER and name in told_now)
        told = before if past else said
        told.setdefault(name, set()).add(figures)
    own = said.pop(None, set())
    told_by_all = set().union(*said.values())
    anew = any(name in said and len(each) == 1 for name, each in before.items())
    return (
        (len(said) > 1 or anew)
        and all(len(each) == 1 for each in said.values())
        and (own <= told_by_all)
    )


def _alone(draft: ClaimDraft) -> bool:
    """Return whether nothing but the missing term makes a draft's reading unsure."""
    unit = draft.readings[0].unit if draft.readings else None
    dated = draft.when is None or bool(draft.when.code)
    count = unit is None or unit_of(unit).kind is Kind.COUNT
    if UNSETTLED in draft.rules:
        return False
    return ALONE in draft.rules and bool(draft.chain) and dated and count


def _raised(draft: ClaimDraft) -> ClaimDraft:
    """Return a draft that may be judged."""
    measure, rules = draft.measure.casefold(), (*draft.rules, RULE)
    return replace(draft, measure=measure, confidence=max(draft.confidence, LIKELY), rules=rules)
