"""What a text itself says was told earlier, or is told now in its place: updates, corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, LIKELY, Slot
from claimsync.extract.page.retold import (
    AFTER,
    ASIDE,
    CORRECTED,
    HAD_SAID,
    MISTAKES,
    NOW,
    REVISED_FROM,
    REVISED_TO,
    SAID_THEN,
    THEN,
    UNSAID,
    UP_FROM,
    VERSION,
    blamed,
    retold,
    set_right,
)
from claimsync.extract.page.versions import (
    BEFORE,
    CHANGED,
    FORMERLY,
    TOLD,
    clause,
    in_place_of,
    is_own,
    of_the_same,
    versions,
    words_of,
)
from claimsync.extract.questions.predicates import UNSURE
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_TOLD_NOW = frozenset({REVISED_TO, THEN, NOW, CORRECTED})  # the others were told before
_IN_PLACE = frozenset({None, CORRECTED, HAD_SAID, SAID_THEN})  # *it should have said 12*
_PAIRED = frozenset({REVISED_FROM, REVISED_TO})
_SAME_VOICE = frozenset({HAD_SAID, SAID_THEN})
_BACK = _PAIRED | _SAME_VOICE | {UP_FROM, ASIDE}
_STOPS = (". ", ".\n", "\n", "! ", "? ", ".”", '."')
_POINTS = frozenset("that this the it those these both".split())
_SHORT = 12  # words of a sentence that takes something back
_NO_DAY = FORMERLY | {"since", "then", "now", "later", "has", "have"}
_PART_ROLES = frozenset({"included", "part", "remaining", "further"})
_PRONOUNS = frozenset("it they he she".split())
_LAST, _FEW = 200, 6  # figures looked back on, so that long pages stay quick
_SUBJECT = 4  # words of a clause up to its subject: *an hour earlier it*


def amended(
    text: str, drafts: Sequence[ClaimDraft], off: frozenset[str] = frozenset()
) -> list[ClaimDraft]:
    """Return the drafts of a page, where what it tells as earlier or as set right says so.

    >>> from claimsync.extract.extractor import extract
    >>> [d.stamp for d in extract("The mayor had earlier spoken of 12 dead.")]
    ['earlier']
    """
    found: list[ClaimDraft] = []
    for read in drafts:
        draft, rule = read, retold(text, read)
        at = -1 - bool(found[1:] and not found[-1].readings)  # behind what is said of figures
        last = found[at] if found and VERSION in found[at].rules else None
        if last is not None and rule in _IN_PLACE and in_place_of(text, draft, last):
            rule, draft = CORRECTED, of_the_same(draft, last)
        back = rule in _BACK and not (rule == ASIDE and draft.heading)
        before = _gone_back_on(text, draft, found, rule) if back else None
        if before is not None:
            draft = of_the_same(draft, _whole(before, draft) if rule in _SAME_VOICE else before)
        if rule is None or rule in off or (rule in _SAME_VOICE and before is None):
            found.append(draft)
            continue
        if rule == CORRECTED and last is not None:
            found[at] = replace(last, rules=(*last.rules, UNSAID))
        found[-1:] = _righted(text, draft, rule, found[-1:])
        found.append(_as_before(_stamped(draft, rule, found, text), found))
        if _corrects(text, draft, rule):
            found[-1] = replace(found[-1], rules=(*found[-1].rules, CORRECTED))
        if found[-1].stamp == EARLIER and UNSAID not in off:
            found[-1:] = _unsaid(text, found[-1])
    return found


def _corrects(text: str, draft: ClaimDraft, rule: str) -> bool:
    """Return whether an earlier figure is told to set it right, or a slip is blamed for it."""
    if draft.figure is None:
        return False
    opening = words_of(clause(text, draft.figure.start))[:1]
    return (rule == VERSION and opening == ["correction"]) or blamed(
        text[draft.figure.end : draft.figure.end + AFTER]
    )


def _righted(text: str, draft: ClaimDraft, rule: str, last: list[ClaimDraft]) -> list[ClaimDraft]:
    """Return the page's own figure as right that stands before what it first gave in its place.

    *The office has 612 ballots. Correction: at 17:40 we said the number was 712.*
    """
    right = [
        one for one in last
        if one.readings and not one.chain and one.measure == draft.measure and one.stamp != EARLIER
    ]  # fmt: skip
    if not right or rule != VERSION or not _corrects(text, draft, rule):
        return last
    return [replace(right[0], stamp=right[0].stamp or LATER, rules=(*right[0].rules, CORRECTED))]


def _gone_back_on(
    text: str, draft: ClaimDraft, found: Sequence[ClaimDraft], rule: str | None
) -> ClaimDraft | None:
    """Return the figure told before that a voice goes back on: in one breath, or what it said."""
    if rule not in _SAME_VOICE:
        last = found[-1] if found and found[-1].readings else None
        near = last is not None and not any(
            stop in text[last.start : draft.start] for stop in _STOPS
        )
        led = _PAIRED if rule in _PAIRED else {CORRECTED}
        paired = last is not None and (rule == UP_FROM or not led.isdisjoint(last.rules))
        return last if near and paired else None
    if not draft.chain:
        draft = _of_it(text, draft, found)
    told = [
        one for one in found[-_FEW:]
        if one.readings and _told_it_too(one, draft) and (rule == HAD_SAID or NOW in one.rules)
    ]  # fmt: skip
    wholes = [one for one in told if any(scope.parts for scope in one.scopes)] or told
    return wholes[-1] if len({one.scopes for one in wholes}) == 1 else None  # or none knows which


def _whole(told: ClaimDraft, draft: ClaimDraft) -> ClaimDraft:
    """Return what a voice told, with what it said of the same before; the parts are of today."""
    own = {scope.dimension for scope in draft.scopes}
    kept = (replace(one, parts=()) for one in told.scopes if one.dimension not in own)
    return replace(told, scopes=(*draft.scopes, *kept))


def _told_it_too(told: ClaimDraft, draft: ClaimDraft) -> bool:
    """Return whether a voice, be it under a longer name, told a figure of the same thing."""
    names = [frozenset(_voice(each).casefold().split()) for each in (told, draft)]
    same = bool(names[1]) and names[1] <= names[0] and told.measure == draft.measure
    apart = any(draft.code(one.dimension) not in {None, one.code} for one in told.scopes)
    return same and not (apart or told.heading or told.stamp == EARLIER)


def _unsaid(text: str, draft: ClaimDraft) -> list[ClaimDraft]:
    """Return an earlier figure, and that the next sentence takes it back."""
    start = draft.figure.end if draft.figure is not None else draft.start
    stop = _sentence_end(text, start)
    end = _sentence_end(text, stop + 1)
    slot = Slot.of(text, (stop + 1 + text[stop + 1 : stop + 2].isspace(), end))
    words = words_of(slot.text)
    takes = words[:1] and words[0] in _POINTS and MISTAKES & set(words) and len(words) <= _SHORT
    if not takes or any(char.isdecimal() for char in slot.text):
        return [draft]
    taken = replace(
        draft, quote=(slot,), figure=None, readings=(), noun=None, measure_slot=None,
        stance=Stance.RETRACTS, stance_slot=slot, stamp=LATER, cue=None,
        confidence=_sure(draft), rules=(UNSAID,),
    )  # fmt: skip
    return [replace(draft, rules=(*draft.rules, UNSAID)), taken]


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence around ``start`` ends, behind its stop."""
    ends = (at for mark in _STOPS if (at := text.find(mark, start, start + BEFORE)) >= 0)
    return min(ends, default=min(start + BEFORE, len(text) - 1)) + 1


def _as_before(draft: ClaimDraft, before: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return what is revised under the scope in which the same voice told it before.

    *Revised its number to 18 trapped* speaks of the men that it spoke of.
    """
    if draft.stamp == EARLIER or not draft.chain:
        return draft
    own = (d for d in reversed(before[-_LAST:]) if d.readings and d.measure == draft.measure
           and d.stamp != EARLIER and _voice(d) == _voice(draft)
           and _PART_ROLES.isdisjoint(d.rules))  # fmt: skip
    last = next(own, None)
    if last is None:
        return draft
    missing = tuple(s for s in last.scopes if draft.code(s.dimension) is None and not s.parts)
    if not missing:
        return draft
    return draft.carried(*(s.dimension for s in missing), scopes=(*draft.scopes, *missing))


def _voice(draft: ClaimDraft) -> str:
    """Return on whose word a draft rests, without the mark of an owner."""
    return draft.chain[-1].name.replace("’", "").replace("'", "") if draft.chain else ""


def _stamped(draft: ClaimDraft, rule: str, before: Sequence[ClaimDraft], text: str) -> ClaimDraft:
    """Return a draft with when it was told, and who *it* or *they* are, as told just before."""
    opening = words_of(clause(text, draft.figure.start)) if draft.figure else []
    if versions(text, draft) or set_right(opening):
        # *An earlier version said police had counted 12; the correct figure is 21.*
        told = before[-1].chain if before and VERSION in before[-1].rules else ()
        named = draft.chain if "chain" not in draft.inferred else ()
        chain = () if draft.chain and is_own(draft.chain[-1].name) else draft.chain
        chain = named or told if set_right(opening) else chain
        draft = replace(draft, chain=chain, anonymous=False, stance=Stance.ASSERTS,
                        stance_slot=None, confidence=_sure(draft))  # fmt: skip
    clock = draft.stamp if draft.stamp != EARLIER else None
    stamp = (clock or LATER) if rule in _TOLD_NOW else EARLIER
    draft = _undated(replace(draft, stamp=stamp, rules=(*draft.rules, rule)))
    if stamp == EARLIER and _dates_telling(text, draft):
        draft = replace(draft, when=None, confidence=_sure(draft))
    return draft if draft.chain else _of_it(text, draft, before)


def _of_it(text: str, draft: ClaimDraft, before: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a figure that *it* or *they* told as one of who told the figure before."""
    last = before[-1] if before and before[-1].chain else None
    if last is None or draft.figure is None or "\n" in text[last.start : draft.start]:
        return draft
    leading = words_of(clause(text, draft.figure.start))
    if _PRONOUNS.isdisjoint(leading[:_SUBJECT]):
        return draft
    return replace(draft.carried("chain"), chain=last.chain, anonymous=last.anonymous)


def _dates_telling(text: str, draft: ClaimDraft) -> bool:
    """Return whether a date says when somebody told a figure: *on Monday she had spoken of six*."""
    slot = draft.when.slot if draft.when is not None else None
    if slot is None or draft.figure is None:
        return False
    between = words_of(text[slot.end : draft.figure.start])
    leads = slot.start >= draft.figure.start - len(clause(text, draft.figure.start))
    return leads and "had" in between and not TOLD.isdisjoint(between)


def _undated(draft: ClaimDraft) -> ClaimDraft:
    """Return a draft without a date that says no more than *since* or *earlier*."""
    when = draft.when
    named = words_of(when.slot.text) if when is not None and when.slot is not None else []
    if when is None or when.code or not (_NO_DAY | CHANGED).issuperset(named):
        return draft
    return replace(draft, when=None, confidence=_sure(draft))


def _sure(draft: ClaimDraft) -> int:
    """Return how sure a reading is whose date or voice was all that made it unsure."""
    known = draft.measure and not UNSURE & set(draft.rules)
    return max(draft.confidence, LIKELY) if known else draft.confidence


def of_the_same_things(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where what somebody had said earlier is of what he says now.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The council said nine people died in Kolm. An hour earlier it had spoken of five."
    >>> [draft.code("place") for draft in of_the_same_things(extract(text))]
    ['Kolm', 'Kolm']
    """
    now: dict[object, ClaimDraft] = {}
    found: list[ClaimDraft] = []
    for draft in drafts:
        asked = draft.origin, draft.measure
        formerly = draft.stamp == EARLIER and asked[0] is not None and draft.when is None
        before = now.get(asked) if formerly else None
        if before is not None and all(before.code(s.dimension) == s.code for s in draft.scopes):
            own = {scope.dimension for scope in draft.scopes}
            missing = tuple(s for s in before.scopes if not s.parts and s.dimension not in own)
            names = [s.dimension for s in missing] + ["when"] * (before.when is not None)
            scopes = (*draft.scopes, *missing)
            found.append(draft.carried(*names, scopes=scopes, when=before.when))
            continue
        found.append(draft)
        told = draft.readings and draft.stamp != EARLIER and not draft.heading
        if told and not (asked in now and _is_part(draft, now[asked])):
            now[asked] = draft
    return found


def _is_part(draft: ClaimDraft, whole: ClaimDraft) -> bool:
    """Return whether a figure is one of those that another one is broken down into."""
    return any(draft.code(scope.dimension) in scope.parts for scope in whole.scopes)
