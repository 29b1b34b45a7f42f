"""Anchors: the day that a moment without a day of its own is of, told before it on the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions.dates import AS_OF, Dated, dates, day_of
from claimsync.extract.questions.moments import (
    CLOCK,
    EVENINGS,
    HOURS,
    NEXT,
    THEN,
    UNITS,
    hour,
    moved,
)
from claimsync.extract.questions.outlook import looks
from claimsync.extract.questions.sayings import rising, spoken
from claimsync.extract.text.tokens import made, marks, position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from claimsync.extract.text.structure import Block
    from claimsync.extract.text.tokens import Token

_LEADS = frozenset({"paragraph", "bullet"})
_LEADING, _BACK = 4, 5  # paragraphs that open a page, sentences looked back over
_NEAR = 2  # sentences that an undated one goes on with
_LATER = re.compile(r"\b(?:second|third|fourth|fifth|final|last) day\b", re.IGNORECASE)
_DAYLIKE = re.compile(
    r"(?:day|night|weekend)\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|(?:uary|ber)\b"
)
_WEEK, _DAY = 7, len("2026-02-04")
_BESIDE = 4  # characters between *by noon* and *on Thursday*
_VAGUE = "date/vague"
_MOMENTS = frozenset({CLOCK, THEN, NEXT})
_PRECISIONS = {"week": len("2026-02-02/2026-02-08"), "month": len("2026-02"), "year": len("2026")}


class Told(NamedTuple):
    """The days told around a sentence.

    ``before`` was told just before it, ``event`` is the day of what the page tells has happened,
    ``back`` the time that its paragraph looks back on, ``counted`` what it is told as of.
    """

    before: Dated | None = None
    event: Dated | None = None
    back: Dated | None = None
    counted: Dated | None = None


NOTHING = Told()


class Anchors:
    """The days that a page tells, each looked up where a moment asks for it."""

    def __init__(self, page: Sequence[Block], text: str, said_at: str | None) -> None:
        self._page, self._text, self._said_at = page, text, said_at
        self._known: dict[int, tuple[Dated, ...]] = {}  # by where a sentence begins

    def anchored(self, found: Sequence[Dated], block: Block, start: int) -> list[Dated]:
        """Return the dates of the sentence at ``start``, its moments under the day they are of.

        A moment whose day is told beside it adds nothing; one that no day was told for stays
        open if a word such as *noon* names it, and is none otherwise.
        """
        if all(one.rule not in _MOMENTS for one in found):
            return list(found)
        own = [one for one in found if one.period]
        read = (self._read(one, own, block, start) for one in found)
        told = [one for one in read if one is not None]
        joined = [one for one in told if one.rule == AS_OF and "T" in one.period]
        return [one for one in told if one in joined or not any(
            one.period == other.period[:_DAY] and 0 <= one.start - other.end <= _BESIDE
            for other in joined
        )]  # fmt: skip

    def told(
        self, found: Sequence[Dated], block: Block, start: int, words: Sequence[Token]
    ) -> Told:
        """Return the days told around the sentence at ``start``, whose own dates are ``found``."""
        if found and any(True for _ in _unspoken(found, words)):
            return Told(counted=self._counted(found))
        if block.kind == "heading":
            return NOTHING
        last, *more = self._dated(block, start) or ((),)
        if any(not self._recent(one) for one in last):
            one = last[0] if len(last) == 1 else None
            return Told(back=one if one is not None and self._over(one) else None)
        days = {one.period: one for one in (*last, *(one for day in more for one in day))}
        event = self._of_page(block, start) if not days else None
        if len(days) == 1:
            event = last[0]
        return Told(self._before(block, start), event)

    def _counted(self, found: Sequence[Dated]) -> Dated | None:
        """Return the day of the page's news, where figures are told as of a later one."""
        counted = min((one.period for one in found if one.rule == AS_OF), default="")
        news = self.news if counted else None
        return news if news is not None and news.period <= counted else None

    def _of_page(self, block: Block, start: int) -> Dated | None:
        """Return the day of the page's news, and of an entry with a time stamp its own.

        Behind a paragraph that looks back, nobody knows whether the news goes on.
        """
        above = self._above(block)
        told = self._dated(above, above.end)[:1] if above is not None else []
        if any(not self._recent(one) for day in told for one in day):
            return None
        if self.news is not None:
            return None if self._of_another(block, self.news) else self.news
        day = self._day(block)
        return Dated(start, start, day, "") if day else None

    def _dated(self, block: Block, start: int) -> list[tuple[Dated, ...]]:
        """Return the dates told in each sentence before one, in its paragraph, the last first."""
        last = bisect_left(block.sentences, (start,))
        before = reversed(block.sentences[max(last - _BACK, 0) : last])
        told = (self._dates(first, end) for first, end in before)
        days = (tuple(one for one in found if one.period and one.rule != AS_OF) for found in told)
        return [found for found in days if found]

    def _recent(self, one: Dated) -> bool:
        """Return whether a date, or the night or the days that it ends, is of the page's week."""
        today, last = day_of(self._said_at), one.period.rpartition("/")[2]
        return self._is_news(one._replace(period=last), today)

    def _over(self, one: Dated) -> bool:
        """Return whether a time, a day, a month or a year, was over when the page was written."""
        today = (self._said_at or "")[: len(one.period)]
        return "/" not in one.period and one.period < today

    @cached_property
    def news(self) -> Dated | None:
        """The one day of what the page's first lines tell, not of when it was told."""
        today = day_of(self._said_at)
        leading = [one for one in self._page if one.kind in _LEADS][:_LEADING]
        for block in leading if today is not None else ():
            days = [self._past_midnight(one, block) for start, end in block.sentences
                    for one in self._dates(start, end)]  # fmt: skip
            near = {one.period: one for one in reversed(days) if self._is_news(one, today)}
            if near:
                only = next(iter(near.values()))
                return only if _one(near) and only.rule != AS_OF else None
        return None

    def _is_news(self, one: Dated, today: date | None) -> bool:
        """Return whether a date is a day, or a night or a weekend, just before the page's own."""
        first, span, end = one.period.partition("/")
        last = end if span else first
        day = day_of(last) if len(last) == _DAY else None
        if day is None or today is None:
            return False
        short = not span or (day - (day_of(first) or day)).days == 1
        return short and 0 <= (today - day).days < _WEEK

    def _past_midnight(self, one: Dated, block: Block) -> Dated:
        """Return *shortly before midnight* of a printed page as the day before."""
        today, words = day_of(self._said_at), self._words(one)
        late = one.rule == CLOCK and words[-1:] == ["midnight"] and "after" not in words
        if not late or today is None or (self._live and block.said_at is not None):
            return one
        return one._replace(period=(today - timedelta(days=1)).isoformat())

    def _words(self, one: Dated) -> list[str]:
        """Return the words of a date in small letters, signs apart."""
        return [word.low for word in made(*marks(self._text, one.start, one.end))]

    def _read(
        self, one: Dated, own: Sequence[Dated], block: Block, start: int
    ) -> Dated | None:  # fmt: skip
        """Return a date, or a moment under its day."""
        if one.rule == THEN:
            return self._then(one, own, block, start)
        if one.rule == NEXT:
            told = self._told(own, block, start, _DAY) or self._day(block)
            day = day_of(told) if len(told) == _DAY else None
            period = (day + timedelta(days=moved(self._words(one)))).isoformat() if day else ""
            return one._replace(period=period)
        return self._clock(one, own, block, start) if one.rule == CLOCK else one

    def _then(
        self, one: Dated, own: Sequence[Dated], block: Block, start: int
    ) -> Dated | None:  # fmt: skip
        """Return *that night*, *in the same month* under the time told before it."""
        words = self._words(one)
        unit = words[-1]
        if words[0] == "first" and _LATER.search(self._text):
            return None  # which day the first was, a page of a later one may not tell
        before = [*(day for day in reversed(own) if day.start < one.start)]
        if own and not before:
            return None
        period = self._told(before, block, start, _PRECISIONS.get(unit))
        if not period and unit in UNITS and (above := self._above(block)) is not None:
            period = self._told((), above, above.end, _PRECISIONS.get(unit))
        if not period and unit not in UNITS and (unit == "time" or not before):
            period = self._day(block)
        fits = unit in UNITS or unit == "time" or len(period) == _DAY
        return one._replace(period=period) if period and fits else None

    def _told(
        self, before: Sequence[Dated], block: Block, start: int, precision: int | None
    ) -> str:  # fmt: skip
        """Return the time told last before a sentence, in it or in its paragraph."""
        for day in (*before, *self._back(block, start)):
            if precision is None or len(day.period) == precision:
                return day.period
            if precision < len(day.period) == _DAY:
                return day.period[:precision]
        return ""

    def _clock(
        self, one: Dated, own: Sequence[Dated], block: Block, start: int
    ) -> Dated | None:  # fmt: skip
        """Return a clock time under its day; *by noon* is up to when something was counted."""
        words = self._words(one)
        limit = words[0] == "by"
        if own and not limit:
            return None
        told = self._told(own, block, start, None) or self._day(block)
        told = told or self._past_midnight(one, block).period
        told = told if len(told) == _DAY else ""  # *by noon* of a year is of no day
        at = next((k for k, word in enumerate(words) if word in HOURS or word[0].isdigit()), 0)
        named = words[at] in HOURS
        if told and limit and words[at] in EVENINGS:
            return one._replace(period=told, rule=AS_OF)
        unsure = not told or (limit and named and not HOURS[words[at]]) or (
            words[at] == "midnight" and "after" in words
        )  # fmt: skip
        if unsure:
            return one._replace(rule=_VAGUE) if named else None
        if not limit:
            return one._replace(period=told)
        clock = HOURS[words[at]] if named else (hour(words, at) or ("",))[0]
        return one._replace(period=f"{told}T{clock}", rule=AS_OF)

    def _day(self, block: Block) -> str:
        """Return the day of the page's news; an entry with a time stamp is of the page's own."""
        if self.news is not None:
            return self.news.period
        return (self._said_at or "")[:_DAY] if self._live and block.said_at is not None else ""

    @cached_property
    def _live(self) -> bool:
        """Whether a page has entries with several time stamps."""
        return len({block.said_at for block in self._page} - {None}) > 1

    def _of_another(self, block: Block, news: Dated) -> bool:
        """Return whether the news of a live page was told in another entry than a block is of."""
        told = self._page[bisect_right(self._page, news.start, key=lambda one: one.start) - 1]
        return self._live and told.said_at not in {None, block.said_at}

    def _above(self, block: Block) -> Block | None:
        """Return the paragraph above one."""
        at = bisect_left(self._page, block.start, key=lambda one: one.start)
        return self._page[at - 1] if at else None

    def _before(self, block: Block, start: int) -> Dated | None:
        """Return the day of the page's news told just before an undated sentence.

        *He was greeted in Kolm on Thursday. Police said 4,000 people had come.*
        """
        last = bisect_left(block.sentences, (start,))
        if not last:
            return None
        told: list[Dated] = []
        for back, (first, end) in enumerate(reversed(block.sentences[max(last - _BACK, 0) : last])):
            if back == _NEAR and not told:
                return None
            coming = looks(self._text[first:end].casefold().split())
            if not coming and _DAYLIKE.search(self._text, first, end):
                told += [one for one in self._dates(first, end) if one.period]
        one_day = len({one.period for one in told}) == 1 and told[0].rule != AS_OF
        return told[0] if one_day and self._is_news(told[0], day_of(self._said_at)) else None

    def _back(self, block: Block, start: int) -> Iterator[Dated]:
        """Yield the dates of the sentences before one, the nearest first."""
        last = bisect_left(block.sentences, (start,))
        for first, end in reversed(block.sentences[max(last - _BACK, 0) : last]):
            yield from reversed([one for one in self._dates(first, end) if one.period])

    def _dates(self, start: int, end: int) -> tuple[Dated, ...]:
        """Return the dates of a sentence that are not only when somebody spoke."""
        if start not in self._known:
            self._known[start] = tuple(self._of_news(start, end))
        return self._known[start]

    def _of_news(self, start: int, end: int) -> Iterator[Dated]:
        """Yield the dates of a sentence that tell when something was, and not when it was told."""
        words = made(*marks(self._text, start, end))
        return _unspoken(dates(words, self._said_at), words)


def _one(near: Collection[str]) -> bool:
    """Return whether dates are of one day, be it told as a night of it: *overnight*."""
    first, *others = near
    return all(one in first.split("/") or first in one.split("/") for one in others)


def _unspoken(found: Sequence[Dated], words: Sequence[Token]) -> Iterator[Dated]:
    """Yield the dates that do not only tell when somebody spoke, or when a toll rose."""
    low = [word.low for word in words]
    for one in found:
        first = position(words, one.start)
        if not spoken(low, first, position(words, one.end)) and not rising(low, first):
            yield one
