"""What the hours overtake: four dead in the morning and, as somebody else says, nine at night."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import EARLIER, LATER
from claimsync.extract.linking.echoes import alike_scope, bounds, topic
from claimsync.extract.text.stamps import day_and_part, moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from fractions import Fraction

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.questions.vocabulary import Vocabulary
    from claimsync.extract.text.stamps import Moment
    from claimsync.model.context import Context

RISES, WAVERS = "rises", "wavers"
_COURSES = {"turnout": RISES} | dict.fromkeys(  # by the last word of a measure without a term
    "level levels river water wind winds gusts temperature temperatures queue queues tailback"
    " delay delays share".split(), WAVERS,
)  # fmt: skip
_HOURS = 2 * 60  # minutes after which a count has gone on
_MANY = 50  # figures of one question looked at, so that long pages stay quick


class _Told(NamedTuple):
    """A figure with who tells it, when, and what it allows."""

    at: int
    voice: str | None
    when: Moment | None
    low: Fraction
    high: Fraction | None


class _Head(NamedTuple):
    """What stands above the entries of a page, which tells how things stand by the newest."""

    end: int
    newest: Moment | None


def overtaken(
    drafts: Sequence[ClaimDraft], page: Sequence[ClaimDraft], context: Context,
    vocabulary: Vocabulary,
) -> list[ClaimDraft]:  # fmt: skip
    """Leave out figures of a count that goes on, where somebody else's newer one passes them.

    In a live blog the four dead of 9:15 are no rival of the nine of 18:40; but a morning's nine are
    of the evening's four, as a toll does not fall. ``page`` has all drafts, with their stamps.
    """
    groups: dict[object, list[int]] = {}
    for at, draft in enumerate(drafts):
        if draft.readings and draft.stance.affirms and _course(draft, vocabulary):
            groups.setdefault(topic(draft), []).append(at)
    head = _head(page)
    left: set[int] = set()
    for group in groups.values():
        told = list(_told(drafts, group, head, context.speaker))
        rises = _course(drafts[group[0]], vocabulary) == RISES
        for one in _last(told):
            if any(_passes(drafts, one, other, rises=rises) for other in told[:_MANY]):
                left.add(one.at)
                left.update(_said_before(drafts, one, told))
    return [draft for at, draft in enumerate(drafts) if at not in left]


def _course(draft: ClaimDraft, vocabulary: Vocabulary) -> str:
    """Return how a count goes on over the hours, nothing if it does not."""
    term = vocabulary.term(draft.measure)
    told = term.course if term is not None else ""
    return told or _COURSES.get(draft.measure.casefold().rpartition(" ")[2], "")


def _told(
    drafts: Sequence[ClaimDraft], group: Sequence[int], head: _Head, speaker: Callable[[str], str]
) -> Iterator[_Told]:
    """Yield the figures of a group that have a number; those of a page's head are its newest."""
    for at in group:
        draft = drafts[at]
        allowed = bounds(draft.readings[0])
        if allowed is not None:
            voice = speaker(draft.origin) if draft.origin is not None else None
            when = head.newest if draft.start < head.end else _when(draft)
            yield _Told(at, voice, when, *allowed)


def _head(page: Sequence[ClaimDraft]) -> _Head:
    """Return where the first entry of a live blog begins, and the newest stamp of its entries."""
    stamped = [(draft.start, when) for draft in page if (when := _stamped(draft)) is not None]
    if len({when for _, when in stamped}) == 1 or not stamped:
        return _Head(0, None)
    newest = reduce(_newer, (when for _, when in stamped), None)
    return _Head(min(start for start, _ in stamped), newest)


def _newer(one: Moment | None, other: Moment) -> Moment:
    """Return the later of two moments, the first one if neither is."""
    return other if one is None or one.before(other) else one


def _when(draft: ClaimDraft) -> Moment | None:
    """Return when a figure was told, or up to when it holds."""
    until = draft.as_of
    if until is not None and until.slot is not None:
        return moment(day_and_part(until.code, until.slot.text) or "")
    return _stamped(draft)


def _stamped(draft: ClaimDraft) -> Moment | None:
    """Return when an entry was written, or when its text says that something was said."""
    return moment(draft.stamp) if draft.stamp and draft.stamp not in {EARLIER, LATER} else None


def _day(draft: ClaimDraft) -> Moment | None:
    """Return the day that a figure is of."""
    return moment(day_and_part(draft.when.code, "") or "") if draft.when is not None else None


def _last(told: Sequence[_Told]) -> Iterator[_Told]:
    """Yield the figures that their own source does not update: those are passed by it alone."""
    latest: dict[str, Moment] = {}
    for one in told:
        if one.voice is not None and one.when is not None:
            latest[one.voice] = _newer(latest.get(one.voice), one.when)
    for one in told:
        if one.voice is None or latest.get(one.voice) == one.when:
            yield one


def _asked_alike(one: ClaimDraft, other: ClaimDraft) -> bool:
    """Return whether two figures are of one place, and of no two days."""
    places = ({(s.dimension, s.code) for s in draft.scopes} for draft in (one, other))
    return next(places) == next(places) and alike_scope(one, other)


def _said_before(drafts: Sequence[ClaimDraft], one: _Told, told: Sequence[_Told]) -> Iterator[int]:
    """Yield what a voice had said of the same before a figure of its own."""
    for other in told[:_MANY]:
        if other.voice == one.voice is not None and alike_scope(drafts[other.at], drafts[one.at]):
            yield other.at


def _passes(drafts: Sequence[ClaimDraft], one: _Told, other: _Told, *, rises: bool) -> bool:
    """Return whether a figure of somebody else, hours later, is where a count has gone on to."""
    if other.voice == one.voice is not None or other.when is None:
        return False
    when = one.when or _day(drafts[one.at]) if drafts[other.at].as_of else one.when
    hours = when.until(other.when) if when is not None else None
    if hours is None or hours < _HOURS or not _asked_alike(drafts[one.at], drafts[other.at]):
        return False
    above = one.high is not None and other.low > one.high
    below = other.high is not None and other.high < one.low
    return above or (below and not rises)
