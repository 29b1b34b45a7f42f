"""Anchors: the day that a moment without a day of its own is of, told before it on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from claimsync.extract.questions.dates import AS_OF, Dated, dates, day_of
from claimsync.extract.questions.moments import CLOCK, HOURS, THEN, UNITS, hour
from claimsync.extract.questions.outlook import AHEAD
from claimsync.extract.stances.senses import SPEECH
from claimsync.extract.text.tokens import made, marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimsync.extract.text.structure import Block

_LEADING, _BACK = 4, 5  # paragraphs that open a page, sentences looked back over
_NEAR = 2  # sentences that an undated one goes on with
_LATER = re.compile(r"\b(?:second|third|fourth|fifth|final|last) day\b", re.IGNORECASE)
_DAYLIKE = re.compile(
    r"(?:day|night)\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|(?:uary|ber)\b"
)
_WEEK, _DAY = 7, len("2026-02-04")
_BESIDE = 4  # characters between *by noon* and *on Thursday*
_VAGUE = "date/vague"
_TOLD = SPEECH | frozenset("reporters statement interview conference briefing post email".split())
_PRECISIONS = {"week": len("2026-02-02/2026-02-08"), "month": len("2026-02"), "year": len("2026")}


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
        if all(one.rule not in {CLOCK, THEN} for one in found):
            return list(found)
        own = [one for one in found if one.period]
        read = (self._read(one, own, block, start) for one in found)
        told = [one for one in read if one is not None]
        joined = [one for one in told if one.rule == AS_OF and "T" in one.period]
        return [one for one in told if one in joined or not any(
            one.period == other.period[:_DAY] and 0 <= one.start - other.end <= _BESIDE
            for other in joined
        )]  # fmt: skip

    def of(self, found: Sequence[Dated]) -> Dated | None:
        """Return the day of the page's news, where figures are told as of a later one."""
        counted = min((one.period for one in found if one.rule == AS_OF), default="")
        news = self.news if counted else None
        return news if news is not None and news.period <= counted else None

    @cached_property
    def news(self) -> Dated | None:
        """The one day of what the page's first lines tell, not of when it was told."""
        today = day_of(self._said_at)
        leading = [one for one in self._page if one.kind == "paragraph"][:_LEADING]
        for block in leading if today is not None else ():
            days = [self._past_midnight(one, block) for start, end in block.sentences
                    for one in self._dates(start, end)]  # fmt: skip
            near = {one.period: one for one in reversed(days) if self._is_news(one, today)}
            if near:
                only = next(iter(near.values()))
                return only if len(near) == 1 and only.rule != AS_OF else None
        return None

    def _is_news(self, one: Dated, today: date | None) -> bool:
        """Return whether a date is a day just before the page's own."""
        day = day_of(one.period) if len(one.period) == _DAY else None
        return day is not None and today is not None and 0 <= (today - day).days < _WEEK

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

    def _above(self, block: Block) -> Block | None:
        """Return the paragraph above one."""
        at = bisect_left(self._page, block.start, key=lambda one: one.start)
        return self._page[at - 1] if at else None

    def before(self, found: Sequence[Dated], block: Block, start: int) -> Dated | None:
        """Return the day of the page's news told just before an undated sentence.

        *He was greeted in Kolm on Thursday. Police said 4,000 people had come.*
        """
        last = bisect_left(block.sentences, (start,))
        if found or not last or block.kind == "heading":
            return None
        told: list[Dated] = []
        for back, (first, end) in enumerate(reversed(block.sentences[max(last - _BACK, 0) : last])):
            if back == _NEAR and not told:
                return None
            looks = not AHEAD.isdisjoint(self._text[first:end].casefold().split())
            if not looks and _DAYLIKE.search(self._text, first, end):
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
        """Yield the dates of a sentence, each looked at for a verb of speech before it."""
        words = made(*marks(self._text, start, end))
        low = [word.low for word in words]
        for one in dates(words, self._said_at, low):
            at = next(at for at, word in enumerate(words) if word.start >= one.start)
            if not at or low[at - 1] not in _TOLD:
                yield one
