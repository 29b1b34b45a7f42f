"""What a page says once for all: the day and the place of the one event that it tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, Scope, Slot
from claimsync.extract.page.amendments import of_the_same_things
from claimsync.extract.page.answers import answered
from claimsync.extract.page.contrasts import lone
from claimsync.extract.questions.dates import day_of
from claimsync.extract.questions.own_clause import days_apart
from claimsync.extract.questions.predicates import PART
from claimsync.extract.text.calendar_words import DAYS
from claimsync.extract.text.stems import without_genitive
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from claimsync.extract.drafts import ClaimDraft

    _Counts = dict[tuple[str, str], set[Fraction | None]]  # the numbers of a measure at a place

_SEVERAL = 2
_DAY = "day"
_SO_FAR = ("since", "so far", "to date", "until now")
_OVER = 2  # months between what is over and a page


def carried(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of one page, where figures of one measure share the one day and place told.

    A measure that the page tells of two days, or of two places, is left as it is said.
    """
    known = {code for draft in drafts for scope in draft.scopes if scope.dimension == "place"
             for code in (scope.code, *scope.parts)}  # fmt: skip
    drafts = [_labelled(draft, known) for draft in drafts]
    days: dict[object, dict[str, Scope]] = {}
    places: dict[object, dict[str, Scope]] = {}
    counts: _Counts = {}
    seen: set[object] = set()
    undated: dict[str, int] = {}  # a day told late, behind several figures, is another one
    for draft in drafts:
        if not draft.readings or not draft.measure:
            continue
        awaited = draft.stance is Stance.EXPECTS and draft.phase is None  # not yet the news
        back = _topic(draft) in seen and _looks_back(draft)
        late = "when" not in draft.inferred and undated.get(draft.measure, 0) > _SEVERAL
        past = draft.stamp == EARLIER  # *up from 1,021 at midday* dates nothing else
        if draft.when is not None and _is_one(draft.when.code, draft.said_at) and not (
            back or late or awaited or past
        ):  # fmt: skip
            days.setdefault(_topic(draft), {})[draft.when.code] = draft.when
        for scope in draft.scopes:
            if scope.dimension == _DAY:
                days.setdefault(_topic(draft), {}).setdefault(scope.code, scope)
        seen.add(_topic(draft))
        told_now = draft.as_of is None and draft.stamp != EARLIER
        if draft.when is None and told_now and not draft.heading:
            undated[draft.measure] = undated.get(draft.measure, 0) + 1
        for scope in draft.scopes if PART not in draft.rules else ():
            # With "here" among them there are two; what is told of one *alone* is of no other.
            if scope.dimension == "place" and lone(draft) is None:
                places.setdefault(_topic(draft), {}).setdefault(scope.code, scope)
                counts.setdefault((draft.measure, scope.code), set()).add(draft.number)
    series = _series(drafts)
    speakers = [one.slot for draft in drafts for one in draft.chain if one.slot is not None]
    filled = [
        _filled(
            draft,
            {} if draft.measure in series else days,
            places,
            speakers,
            counts,
        )
        for draft in drafts
    ]
    return of_the_same_things(answered(filled))


def _series(drafts: Sequence[ClaimDraft]) -> frozenset[str]:
    """Return the measures that a page tells of several years: an undated one is of any of them."""
    told: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.when is not None and draft.when.code.isdecimal():
            told.setdefault(draft.measure, set()).add(draft.when.code)
    return frozenset(measure for measure, years in told.items() if len(years) > 1)


def _is_one(code: str, said_at: str | None) -> bool:
    """Return whether a date may be that of what a page tells: a night is, a year its own."""
    first, span, last = code.partition("/")
    one, other = day_of(first), day_of(last)
    if span:
        return one is not None and other is not None and (other - one).days == 1
    year = len(code) == len("2011")
    return bool(code) and (not year or (said_at or "").startswith(code))


def _looks_back(draft: ClaimDraft) -> bool:
    """Return whether a figure is told of another year by its number: *in 2011 a fire killed 45*."""
    when = draft.when
    if when is None or when.slot is None or when.code[:4] not in when.slot.text:
        return False
    page = draft.said_at[:4] if draft.said_at else None
    if len(when.code) > len("2011-03"):  # a day may be that of what the page is about
        years = page is not None and page.isdecimal() and when.code[:4].isdecimal()
        return years and int(page or 0) - int(when.code[:4]) >= _SEVERAL
    return page != when.code[:4]


def _labelled(draft: ClaimDraft, known: set[str]) -> ClaimDraft:
    """Return a draft with the place that labels its line: *Ruma: nine dead*."""
    quote = draft.quote[0]
    label, colon, _ = quote.text.partition(":")
    if not colon or label not in known or not draft.readings or draft.code("place") is not None:
        return draft
    slot = Slot(quote.start, quote.start + len(label), label)
    return replace(draft, scopes=(*draft.scopes, Scope("place", label, slot)))


def _topic(draft: ClaimDraft) -> object:
    """Return what is counted, and of whom; all of one exchange is one topic."""
    whose = draft.code("subject"), draft.code("event")
    return draft.measure, draft.event or draft.code("who"), draft.phase, *whose


def _exceeds(draft: ClaimDraft, there: Scope, counts: _Counts) -> bool:
    """Return whether a heading has more than its place, as it seems: *4,200 jobs*, 2,600 there."""
    told = counts.get((draft.measure, there.code), set())
    whole = draft.number if draft.heading else None
    return whole is not None and bool(told) and all(n is not None and n < whole for n in told)


def _filled(
    draft: ClaimDraft,
    days: dict[object, dict[str, Scope]],
    places: dict[object, dict[str, Scope]],
    speakers: Sequence[Slot],
    counts: _Counts,
) -> ClaimDraft:
    """Return a draft with the one day and the one place that its page tells of."""
    if not draft.readings or not draft.measure or draft.stamp == EARLIER:
        return draft
    draft = _dated(draft, days.get(_topic(draft), {}))
    there = tuple(places.get(_topic(draft), {}).values())
    if len(there) > 1 and draft.code("place") is None:
        there = _of_speaker(draft, there)
    if (
        len(there) == 1
        and _known_by(there[0], draft, speakers)
        and not _exceeds(draft, there[0], counts)
        and not there[0].parts
        and draft.code("place") is None
        and draft.event is None
    ):
        draft = draft.carried("place", scopes=(*draft.scopes, there[0]))
    return draft


def _dated(draft: ClaimDraft, days: dict[str, Scope]) -> ClaimDraft:
    """Return a draft of the one day that its page tells, be it only by the name of a weekday."""
    if draft.when is not None:
        return draft
    own = next((scope for scope in draft.scopes if scope.dimension == _DAY), None)
    if own is not None:
        dated = [scope for scope in days.values() if own.code == _weekday(scope)]
        rest = tuple(scope for scope in draft.scopes if scope is not own)
        same = replace(draft, scopes=rest).carried("when", when=dated[0]) if dated else draft
        return same if len(dated) == 1 else draft
    told = _of_the_page(draft, tuple(days.values()))
    if len(told) != 1 or _apart(draft) or _up_to_now(draft):
        return draft
    if told[0].dimension == _DAY:
        return draft.carried(_DAY, scopes=(*draft.scopes, told[0]))
    return draft.carried("when", when=told[0])


def _weekday(scope: Scope) -> str:
    """Return the name of the weekday of a date of the calendar; nothing for other times."""
    day = day_of(scope.code) if scope.dimension == "when" else None
    return tuple(DAYS)[day.weekday()].title() if day is not None else ""


def _apart(draft: ClaimDraft) -> bool:
    """Return whether a figure is of what was days before, or after, what the page tells of."""
    before = draft.quote[0].text[: max(draft.start - draft.quote[0].start, 0)]
    return days_apart(before.casefold().split())


def _up_to_now(draft: ClaimDraft) -> bool:
    """Return whether a figure is of all days until now: *so far*, *since it began*."""
    said = f" {draft.quote[0].text.casefold()} "
    return any(f" {words} " in said for words in _SO_FAR)


def _known_by(there: Scope, draft: ClaimDraft, speakers: Sequence[Slot]) -> bool:
    """Return whether a place was told when a figure was; one told later may be a part of it.

    Where somebody is who answers (*a dealer in Kolm*) is no part.
    """
    slot = there.slot
    if slot is None or draft.heading or slot.start <= draft.start:
        return True
    near = slot.start - draft.start <= _SOON
    return near and any(one.start <= slot.start and slot.end <= one.end for one in speakers)


_SOON = 600  # characters


def _of_speaker(draft: ClaimDraft, told: Sequence[Scope]) -> tuple[Scope, ...]:
    """Return the one of several places whose body speaks: *Kolm's labour ministry said 12*."""
    name = draft.origin or ""
    words = {without_genitive(word) for word in name.split()}
    here = tuple(scope for scope in told if scope.code in words)
    return here if len(here) == 1 else ()


_RECENT = 180  # days before a page; what lies further back is no news


def _of_the_page(draft: ClaimDraft, told: tuple[Scope, ...]) -> tuple[Scope, ...]:
    """Return the days that a page tells of as news, where it looks back on others as well."""
    page = day_of(draft.said_at) if draft.said_at else None
    if page is None:
        return told
    if len(told) < _SEVERAL:
        # A month that is over is not when the page's own news happened.
        return tuple(scope for scope in told if not _is_over(scope.code, page))
    return tuple(scope for scope in told if _is_news(scope.code, page))


def _is_over(code: str, page: date) -> bool:
    """Return whether a date is a month or a year that ended well before the page."""
    months = [int(part) for part in code.split("-") if part.isdecimal()]
    if len(months) == 1:
        return months[0] < page.year
    year, month = months if len(months) == len(("year", "month")) else (page.year, page.month)
    return (page.year - year) * 12 + page.month - month >= _OVER


def _is_news(code: str, page: date) -> bool:
    """Return whether a page may tell of a day, a month or a year as its news."""
    day = day_of(code)
    if day is None:
        return code[:4] == page.isoformat()[:4]
    return 0 <= (page - day).days <= _RECENT
