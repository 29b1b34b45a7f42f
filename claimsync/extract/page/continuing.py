"""What a sentence leaves unsaid because the one before it told it: a place, a year, a measure."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimsync.extract.drafts import REVIEW
from claimsync.extract.questions.dates import day_of
from claimsync.extract.questions.levels import STANDS
from claimsync.extract.questions.place_words import TAKEN
from claimsync.extract.questions.years import earlier
from claimsync.extract.text.countries import adjectives, country_names
from claimsync.extract.text.stems import without_genitive
from claimsync.model.figure import Spread
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft, Scope

NOW = frozenset("is are has have will now today this currently yet still since".split())
_ASIDE = frozenset({"included", "former"})  # of some, or of another time
_SEEN = frozenset("counted counts found recorded logged".split())  # of what is there
_TOLD = frozenset("spoken put given reported counted named".split())
_NEAR = 50  # figures looked back on, so that long pages stay quick
_DEICTIC = frozenset("here his her its their our".split())  # of the speaker's, not of the page's


def there(one: ClaimDraft, before: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a figure where the paragraph's last sentence was, if it names no place itself."""
    total = any(figure.spread is Spread.TOTAL for figure in one.readings)
    if not before or one.code("place") is not None or one.event is not None or total:
        return one
    last = list(takewhile(lambda draft: draft.quote == before[-1].quote, reversed(before)))[::-1]
    codes = {draft.code("place") for draft in last}
    if len(codes) != 1 or codes == {None} or one.origin != last[-1].origin:
        return one
    there = next(scope for scope in last[0].scopes if scope.dimension == "place")
    if _abroad(one, there.code) or elsewhere(one):
        return one
    return one.carried("place", scopes=(*one.scopes, there))


def elsewhere(one: ClaimDraft) -> bool:
    """Return whether a figure need not be where others are: *12 were taken to Brod*.

    Nor need what somebody had told before: *the ministry had spoken of 16*.
    """
    pairs = list(pairwise(one.quote[0].text.casefold().split()))
    taken = any(word in TAKEN and to == "to" for word, to in pairs)
    return taken or any(had == "had" and told in _TOLD for had, told in pairs)


def _abroad(one: ClaimDraft, place: str) -> bool:
    """Return whether a figure is told with a country of its own: *Israeli raids killed nine*."""
    words = (without_genitive(word.strip(".,;:’'”“"))
             for word in one.quote[0].text.split())  # fmt: skip
    lands = {adjectives().get(word) or country_names().get(word) for word in words} - {None}
    return bool(lands) and place not in lands


def shared(mine: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the figures of a sentence, where a second source answers what the first one did.

    *Last week's march drew 80,000 people, according to the unions, and 31,000 according to police.*
    """
    found = list(mine)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        voices = one.origin, other.origin
        short = "measure" in other.inferred and other.noun is None and other.measure == one.measure
        if not short or None in voices or voices[0] == voices[1] or other.event is not None:
            continue
        own = {scope.dimension for scope in other.scopes}
        if own - {"place"} or (other.when or one.when) != one.when:
            continue
        missing = tuple(scope for scope in one.scopes if scope.dimension not in own)
        found[at] = other.carried(
            *(scope.dimension for scope in missing),
            scopes=(*other.scopes, *missing), when=other.when or one.when,
        )  # fmt: skip
    return found


def then(one: ClaimDraft, before: Sequence[ClaimDraft]) -> ClaimDraft:
    """Return a figure in the year that its paragraph looks back on, if it names no time itself.

    *Four years ago she won with 58%. She led by 41,000 votes*; what is so now is not of then.
    """
    last = before[-1] if before else None
    if last is not None and last.when is not None and one.when is not None and one.when.slot:
        code = one.when.code or earlier(last.when.code, one.when.slot.text.casefold().split())
        return one if code == one.when.code else replace(one, when=replace(one.when, code=code))
    if last is None or last.when is None or one.when is not None or one.code("day") is not None:
        return one
    if one.stance is Stance.EXPECTS:
        return one
    page, code = (one.said_at or "")[:4], last.when.code
    past = page.isdecimal() and code[:4].isdecimal() and int(code[:4]) < int(page)
    now = not NOW.isdisjoint(one.quote[0].text.casefold().replace(",", " ").split())
    if not past or now or one.origin != last.origin or one.stamp != last.stamp:
        return one
    return one.carried("when", when=last.when)


def referred(one: ClaimDraft, before: Sequence[ClaimDraft], start: int) -> ClaimDraft:
    """Return a figure that refers to the one before it (*put the figure at*) under its scope."""
    refers = one.measure_slot is not None and one.measure_slot.start < start
    again = "measure" in one.inferred and one.when is None and one.figure is not None
    if not refers and again and (before[-1:] and before[-1].figure and before[-1].start < start):
        told = before[-1]
        same = told.measure == one.measure and told.when is not None and "/" in told.when.code
        return one.carried("when", when=told.when) if same else one
    like = [
        draft for draft in before[-_NEAR:]
        if draft.measure == one.measure and _ASIDE.isdisjoint(draft.rules)
    ]  # fmt: skip
    if not refers or not like:
        return one
    last = like[-1]
    years = {draft.when.code[: len("2028")] for draft in like if draft.when is not None}
    if len(years) > 1 and one.when is None:
        return replace(one, confidence=min(one.confidence, REVIEW))  # of one of them, or of now
    if STANDS in one.rules or "subject/stands" in last.rules:
        last = replace(last, scopes=tuple(s for s in last.scopes if s.dimension != "subject"))
    if any(figure.spread is Spread.TOTAL for figure in one.readings):
        return one  # *61,000 in all* is not of the last part told
    if one.code("place") is None and (last.code("place") or "").startswith("here"):
        one = replace(one, confidence=min(one.confidence, REVIEW))  # where the other is, it is not
    missing = tuple(
        s for s in last.scopes
        if one.code(s.dimension) is None and not s.parts and s.code.split()[0] not in _DEICTIC
    )  # fmt: skip
    if STANDS in one.rules and not one.chain and last.chain:
        one = replace(one.carried("chain"), chain=last.chain, anonymous=last.anonymous)
    there_now = one.cue is not None and one.cue.text.casefold() in _SEEN
    phase = last.phase if one.phase_slot is None and last.phase is not None else one.phase
    phase = one.phase if there_now and last.stance is Stance.EXPECTS else phase
    when = last.when if one.when is None or _longer(last.when, one.when) else one.when
    names = [scope.dimension for scope in missing]
    return one.carried(*names, scopes=(*one.scopes, *missing), when=when, phase=phase)


def _longer(told: Scope | None, said: Scope) -> bool:
    """Return whether a day is only when it was said: *also put it at 61 on Monday*."""
    if told is None or day_of(said.code) is None:
        return False
    return bool(told.code) and ("/" in told.code or len(told.code) == len("2028"))
