"""What a page says that it wrote before itself, and what it says in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import UNSETTLED
from claimsync.extract.questions.predicates import UNSURE
from claimsync.extract.text.closed_words import WEEKDAYS
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

BEFORE = 160  # characters looked at before a figure
FORMERLY = frozenset("earlier previously initially originally first formerly before".split())
OLD = frozenset("earlier previous first initial original former preliminary".split())
CHANGED = frozenset(
    "revised corrected raised lowered updated increased reduced amended upgraded downgraded".split()
)
TOLD = frozenset(
    "said reported put spoke spoken gave given claimed announced estimated admitted counted told"
    " confirmed".split()
)
_ENTRIES = frozenset("post entry update edition".split())
_AMISS = frozenset("wrongly incorrectly mistakenly erroneously misstated".split())
_ARTICLES = frozenset({"a", "an", "the", "our", "correction"})
_IT = (["it", "is"], ["it", "was"], ["the", "figure", "is"], ["the", "number", "is"])
_ISSUES = frozenset({"yesterday", "last", "issue", "edition"}) | {
    day + mark for day in (*WEEKDAYS, "week", "month", "yesterday") for mark in ("’s", "'s")
}
_WROTE = frozenset("said reported wrote told announced printed".split())
_MOMENTS = frozenset("at this last yesterday on earlier".split())
_PAGES = frozenset("page article story report post piece headline".split())
_ENDS = (". ", "! ", "? ", "\n", ".” ", '." ', "?” ", '?" ', ";")


def versions(text: str, draft: ClaimDraft) -> bool:
    """Return whether the sentence of a figure speaks of an earlier version of the page."""
    start = draft.figure.start if draft.figure is not None else draft.start
    opening = words_of(clause(text, start))
    if not draft.chain and (_wrote(opening) or _said_itself(text, start, opening)):
        return True
    sentence = text[max(start - BEFORE, 0) : start].casefold().replace(";", ",")
    words = words_of(clause(sentence, len(sentence)))
    return any(
        words[at - 1] in OLD and _own(words[at : at + 3], whose=words[at - 2 : at - 1])
        for at in range(1, len(words))
    )


def _wrote(words: Sequence[str]) -> bool:
    """Return whether the page tells what it wrote: *in last week's paper we put the cost at*."""
    at = words.index("we") if "we" in words else 0
    if words[:1] == ["the"] and not at:
        return False  # *The first reported deaths*
    before = any(word in _ISSUES or word in FORMERLY for word in words[: at + 2])
    before = before or any(word[:1].isdecimal() for word in words[:at])  # at 19:50 we said
    then = at + 1 < len(words) and words[at + 1] in _WROTE and words[at] == "we"
    before = before or (then and not _MOMENTS.isdisjoint(words[at + 2 : at + 3]))
    return before and not (TOLD | {"wrote", "printed"}).isdisjoint(words[at + 1 : at + 4])


def _said_itself(text: str, start: int, opening: Sequence[str]) -> bool:
    """Return whether a page that was set right tells what it said: *it had given 36 towers*."""
    if opening[:1] != ["it"] or TOLD.isdisjoint(opening[1:4]):
        return False
    said = text[max(start - 2 * BEFORE, 0) : start]
    before = words_of(clause(said, max(said.rstrip().rfind(". "), 0)))
    return "this" in before and not (_PAGES.isdisjoint(before) or CHANGED.isdisjoint(before))


def _own(words: Sequence[str], whose: Sequence[str]) -> bool:
    """Return whether a version or an entry is the page's: *version of this report*, *post said*."""
    behind = words[1:]
    if words[0] == "version":
        return behind[:1] != ["of"] or behind[1:] in (["this"], ["the"])
    here = behind[1:] == ["this"] or not (TOLD | _AMISS).isdisjoint(behind[:1])
    return words[0] in _ENTRIES and here and _ARTICLES.issuperset(whose)


def is_own(name: str) -> bool:
    """Return whether who speaks is the page itself: *a previous entry in this blog*."""
    return not _ENTRIES.isdisjoint(name.casefold().split())


def in_place_of(text: str, draft: ClaimDraft, told: ClaimDraft) -> bool:
    """Return whether a figure is told right behind one that the page itself told before.

    *An earlier version said that 21 people had been arrested. It was 12.*
    """
    if None in (draft.figure, told.figure) or not (draft.readings and told.readings):
        return False
    between = text[told.figure.end : draft.figure.start] if draft.figure and told.figure else "\n"
    near = len(between) <= BEFORE and "\n" not in between and sum(map(between.count, ".;")) <= 1
    unit, own = told.readings[0].unit, draft.readings[0].unit
    same = own == unit or (own is None and unit_of(unit or "").kind is Kind.COUNT)  # 214 times
    bare = draft.noun is None or (draft.figure and draft.noun.end <= draft.figure.start)  # in fact
    short = bare or draft.measure == told.measure
    start = draft.figure.start if draft.figure is not None else draft.start
    says = (
        draft.chain and "chain" not in draft.inferred and words_of(clause(text, start)) not in _IT
    )
    return near and short and same and not says


def of_the_same(draft: ClaimDraft, told: ClaimDraft) -> ClaimDraft:
    """Return a figure as one of what the page told before in error."""
    own = (rule for rule in draft.rules if rule not in UNSURE | {UNSETTLED})
    rules = (*own, *(rule for rule in told.rules if rule in UNSURE))
    unit = draft.readings[0].unit or told.readings[0].unit
    return replace(
        draft.carried("measure"), measure=told.measure, measure_slot=told.measure_slot,
        scopes=told.scopes, when=told.when, chain=told.chain, phase=told.phase,
        confidence=told.confidence, rules=rules,
        readings=tuple(one.model_copy(update={"unit": unit}) for one in draft.readings),
    )  # fmt: skip


def clause(text: str, at: int) -> str:
    """Return what stands before ``at`` in its clause."""
    said = text[max(at - BEFORE, 0) : at]
    return said[max(said.rfind(end) + len(end) if end in said else 0 for end in _ENDS) :]


def words_of(said: str) -> list[str]:
    """Return the words of a piece of text in small letters."""
    return [word for each in said.casefold().split() if (word := each.strip(".,:;“”\"'‘’()–—"))]
