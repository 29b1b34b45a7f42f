"""Statements that speak of one thing: told in other words, or by *the visit* and *the report*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, Scope
from claimsync.extract.linking.joins import STATEMENT
from claimsync.extract.questions.bearing import RULE as POINTS
from claimsync.extract.questions.subject_words import SUBJECT
from claimsync.extract.questions.ways import OWN_PLAN
from claimsync.extract.text.stems import stem, stems
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_LIKE = 0.7  # of the shorter statement's words
_FEWEST = 2
_NEAREST = 50  # statements looked back on for each word, so that long pages stay quick
_BACK = 8  # statements that *the visit* may reach back over
_POINTING = frozenset(
    "visit trip report claim accusation allegation meeting talk talks strike attack plan figure"
    " statement deal suggestion rumour rumor it this that matter".split()
)
_POINTERS = frozenset({"the", "this", "that", "such", "any", "these", "those", "a", "an", "reports",
                       "report", "of", "it", "second"})  # fmt: skip


def matched(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where statements on one thing bear one name.

    What somebody just said is unsure until somebody else takes a stance on it; then it counts.
    """
    found = list(drafts)
    order = [at for at, draft in enumerate(found) if not draft.readings and draft.measure]
    told: dict[int, frozenset[str]] = {at: _words(found[at].measure) for at in order}
    names: dict[int, str] = {}
    seen: dict[str, list[int]] = {}
    for place, at in enumerate(order):
        like = _same(at, found, order[max(place - _BACK, 0) : place])
        if like is None and len(told[at]) >= _FEWEST:
            like = _like(at, told, seen)
        if like is None and found[at].stance is not Stance.ASSERTS:
            like = _pointed(at, found, told, order[max(place - _BACK, 0) : place])
        if like is not None:
            names[at] = names.setdefault(like, found[like].measure)
        for word in told[at]:
            seen.setdefault(word, []).append(at)
    taken = {name for at, name in names.items() if found[at].stance is not Stance.ASSERTS}
    phases = {name: found[at].phase for at, name in names.items() if found[at].phase is not None}
    for at, name in names.items():
        sure = max(found[at].confidence, LIKELY) if name in taken else found[at].confidence
        rules = (*found[at].rules, STATEMENT)
        open_ = found[at].phase is None and not found[at].stance.affirms
        phase = phases.get(name) if open_ else found[at].phase  # *denied that it would be cut*
        found[at] = replace(found[at], measure=name, confidence=sure, rules=rules, phase=phase)
    return _each_his_own(found)


def _each_his_own(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where several tell the same of themselves: *both said they would run*."""
    speakers: dict[str, set[str | None]] = {}
    for draft in drafts:
        if OWN_PLAN in draft.rules:
            speakers.setdefault(draft.measure, set()).add(draft.origin)
    return [
        draft.carried(SUBJECT, scopes=(*draft.scopes, Scope(SUBJECT, draft.origin, None)))
        if OWN_PLAN in draft.rules and draft.origin and len(speakers[draft.measure]) > 1
        else draft
        for draft in drafts
    ]


def _same(at: int, found: Sequence[ClaimDraft], before: Sequence[int]) -> int | None:
    """Return the statement that a stance points at."""
    if POINTS not in found[at].rules:
        return None
    measure = found[at].measure
    return next((other for other in reversed(before) if found[other].measure == measure), None)


def _words(measure: str) -> frozenset[str]:
    """Return the stems of a statement."""
    return stems(word.strip("“”\"'‘’,.;:()") for word in measure.split())


def _like(at: int, told: dict[int, frozenset[str]], seen: dict[str, list[int]]) -> int | None:
    """Return the earlier statement that shares most words, if it shares enough."""
    counts: dict[int, int] = {}
    for word in told[at]:
        for other in seen.get(word, ())[-_NEAREST:]:
            counts[other] = counts.get(other, 0) + 1
    best: tuple[float, int] | None = None
    for other, shared in counts.items():
        fewest = min(len(told[at]), len(told[other]))
        if shared >= _FEWEST and shared >= _LIKE * fewest:
            share = shared / fewest, other
            best = share if best is None or share > best else best
    return best[1] if best else None


def _pointed(
    at: int, found: Sequence[ClaimDraft], told: dict[int, frozenset[str]], before: Sequence[int]
) -> int | None:
    """Return the statement that *the visit* or *the report* points back at."""
    words = [word.strip("“”\"'‘’,.;:()").casefold() for word in found[at].measure.split()]
    heads = [word for word in words if word not in _POINTERS]
    if len(heads) > 1 or not (heads and heads[0] in _POINTING):
        return None
    wanted = stem(heads[0])
    for other in reversed(before):
        same = wanted in told[other] or any(word.startswith(wanted) for word in told[other])
        if same and found[other].chain != found[at].chain:
            return other
    return None
