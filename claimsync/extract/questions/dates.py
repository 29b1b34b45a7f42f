"""When something happened: dates as the text says them, read against the day it was written."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions import days, moments, quarters, relative, stretches, years
from claimsync.extract.questions.almanac import PARTS, SEASONS, Almanac
from claimsync.extract.questions.outlook import ahead, looks
from claimsync.extract.questions.place_words import COUNTS
from claimsync.extract.text.calendar_words import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimsync.extract.questions.almanac import Read
    from claimsync.extract.text.tokens import Token

RULES = (
    *days.RULES, *relative.RULES, *years.RULES, *quarters.RULES, *stretches.RULES, *moments.RULES,
    Rule("date/span", ("since", "between", "from"), "a span from one date to another",
         "Since 2022, four people have died.", "Since then, four people have died."),
    Rule("date/vague", ("earlier", "previously", "an hour earlier", "by noon", "at first"),
         "a time that no calendar names; what it dates is kept apart from what holds now",
         "An hour earlier, four people had died.", "Four people died."),
    Rule("date/as of", ("by Tuesday", "as of 4 February", "up to Tuesday"),
         "the day up to which something was counted",
         "Four people had died by Tuesday.", "Four people died on Tuesday."),
)  # fmt: skip
SPAN, VAGUE, AS_OF = "date/span", "date/vague", "date/as of"
_LEADS = frozenset("on in since by until during from before after of through".split())
_VAGUE_UNITS = frozenset({"minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
                          "months", "year", "years"})  # fmt: skip
_SEVERAL = frozenset(COUNTS)
_COUNTED_FROM = frozenset("to since from ended ending through until before after ago".split())
_STRETCHES = frozenset("days nights weeks weekends months years".split())
_VAGUE = frozenset("previously formerly initially originally recently".split())
_HOURS = frozenset({"hour", "hours", "minute", "minutes"})
_RECORDS = frozenset("first worst biggest highest lowest deadliest largest only most".split())
_NEAR, _SAME = 6, 5  # words
_STARTED = frozenset("he she it they we then".split())  # "since" may also give a reason
_EARLIER = frozenset({"earlier", "later"})
_ARTICLES = frozenset({"the", *PARTS, "-"})
_DETERMINERS, _NAMED = frozenset({"a", "an", "the", "its", "their"}), 6  # words
_EXPECTED = frozenset({days.CALENDAR, days.WEEKDAY, relative.RELATIVE})
_UP_TO = frozenset({("as", "of"), ("as", "at"), ("up", "to"), ("up", "until")})
_OWNERS = ("'s", "’s")
_FIRST = frozenset(  # every word that a date may begin with
    (*DAYS, *SHORT_DAYS, *MONTHS, *SHORT_MONTHS, *days.FIRST, *relative.FIRST, *years.FIRST,
     *quarters.FIRST, *stretches.FIRST, *moments.FIRST, *_VAGUE, "earlier", "since", "an", "a",
     "several", "few", "both")
)  # fmt: skip
_WEAK = {  # of what begins with these words, little is a date
    "a": _VAGUE_UNITS, "an": _VAGUE_UNITS, "the": stretches.NAMED | moments.NAMED | _SEVERAL,
    "that": moments.SPANS, "same": moments.SPANS, "at": moments.AT, "in": moments.AT,
    "for": frozenset({"the"}), "new": frozenset({"year"}),
    "q": quarters.LETTERS, "h": quarters.LETTERS,
}  # fmt: skip


class Dated(NamedTuple):
    """A date in the text: its span, the EDTF period, or "" where no calendar can name it."""

    start: int
    end: int
    period: str
    rule: str


def dates(
    words: Sequence[Token], said_at: str | None = None, low: list[str] | None = None
) -> list[Dated]:
    """Return the dates among ``words`` (tokens without gaps), read against ``said_at``.

    ``low`` are the words without case, where they are at hand.

    >>> from claimsync.extract.text.tokens import tokens
    >>> words = [t for t in tokens("killed on Wednesday") if t.kind != "space"]
    >>> [found.period for found in dates(words, "2026-02-05")]
    ['2026-02-04']
    """
    walk = _Walk(words, said_at, low)
    found: list[Dated] = []
    position = 0
    for start in walk.starts:
        if start >= position:
            one, position = walk.at(start)
            if one is not None:
                found.append(_before(one, found, walk))
    return found


def _before(one: Dated, found: Sequence[Dated], walk: _Walk) -> Dated:
    """Return a date told by the one before it: *in October, from 5 % a month earlier*."""
    if one.rule == VAGUE and found:
        period = years.earlier(found[-1].period, walk.said(one))
        return one._replace(period=period, rule=relative.RELATIVE) if period else one
    if found and walk.same_period(one):
        return one._replace(period=years.same(found[-1].period, one.period, walk.today))
    return one


def day_of(said_at: str | None) -> date | None:
    """Return the calendar day of a full date, else None."""
    if said_at is None:
        return None
    try:
        return date.fromisoformat(said_at[:10])
    except ValueError:
        return None


def _unowned(word: str) -> str:
    """Return a word without the mark of an owner: *Tuesday's* attack was on Tuesday."""
    return word[:-2] if word.endswith(_OWNERS) else word


class _Walk:
    """One pass over the words of a sentence."""

    def __init__(self, words: Sequence[Token], said_at: str | None, low: list[str] | None) -> None:
        self._words = words
        self._low = [_unowned(word) for word in ([w.low for w in words] if low is None else low)]
        self._looks = looks(self._low)
        self._page = Almanac(words, self._low, day_of(said_at), self._looks)

    @property
    def starts(self) -> list[int]:
        """Where a date may begin."""
        low = self._low
        return [
            at for at, word in enumerate(low)
            if (word in _FIRST and (word not in _WEAK or self._page.word(at + 1) in _WEAK[word]))
            or word[0].isdigit()
        ]  # fmt: skip

    @property
    def today(self) -> date | None:
        """The day of the page."""
        return self._page.today

    def same_period(self, one: Dated) -> bool:
        """Return whether a year is that of *the same period* as was told before it."""
        before = [word.low for word in self._words if word.start < one.end][-_SAME:]
        return len(one.period) == len("2028") and ("same", "period") in pairwise(before)

    def said(self, one: Dated) -> list[str]:
        """Return the words of a date, in small letters."""
        return [w.low for w in self._words if one.start <= w.start < one.end]

    def at(self, position: int) -> tuple[Dated | None, int]:
        """Return the date whose first word stands at ``position``, and where to look on."""
        if self._looks and self._page.ahead != (coming := ahead(self._low, position)):
            self._page = self._page._replace(ahead=coming)
        found = moments.moment(self._low, position)
        if found is not None:
            first, after, rule = found
            start, end = self._words[first].start, self._words[after - 1].end
            return Dated(start, end, "", rule), after
        for reader in _READERS:
            read = reader(self._page, position)
            if read is not None:
                return self._led(position, *read)
        return None, position + 1

    def _led(self, position: int, period: str, after: int, rule: str) -> tuple[
        Dated | None, int
    ]:  # fmt: skip
        """Return a date under the words that lead it: a start, a limit, or the day itself."""
        lead = self._lead(position)
        since = self._since(lead)
        first = lead if since is None else since
        word = self._low[first]
        if word == "since":
            if self._compares(first) and self._low[after : after + 2] != [",", "when"]:
                return None, after  # "the first since October" dates the other one
            today = self.today is not None and period == self.today.isoformat()
            if period and not today and not self._compares(first):
                period, rule = f"{period.partition('/')[0]}/..", SPAN
        elif self._words[after - 1].low.endswith(_OWNERS):
            pass  # *by Saturday's quake* is no limit
        elif rule == stretches.END or (word == "by" and self._page.ahead and rule in _EXPECTED):
            pass  # what is expected by 2031 is expected of 2031
        elif self._counts_up(first) and period and "/" not in period and not self._page.ahead:
            rule = AS_OF
        elif word in {"by", "until", "before", "after"}:
            period, rule = "", VAGUE  # a limit, not the day itself
        start, end = self._words[first].start, self._words[after - 1].end
        return Dated(start, end, period, rule), after

    def _lead(self, position: int) -> int:
        """Return where a date begins with the words that lead it: *earlier on Thursday*."""
        low, at = self._low, position
        while at and low[at - 1] in _ARTICLES:
            at -= 1
        at -= self._page.word(at - 1) in _LEADS or self._page.pair(at - 2) in _UP_TO
        at -= self._page.pair(at - 1) in _UP_TO
        return at - (self._page.word(at - 1) in _EARLIER)

    def _since(self, lead: int) -> int | None:
        """Return where *since* stands, if a date is of what it names: *since a truce in June*."""
        if self._page.word(lead) not in {"in", "of", "on"}:
            return None
        for at in range(lead - 2, max(lead - _NAMED, 0), -1):
            if self._page.word(at) in _DETERMINERS:
                return at - 1 if self._page.word(at - 1) == "since" else None
        return None

    def _counts_up(self, first: int) -> bool:
        """Return whether words lead to the day up to which something was counted."""
        word = self._page.word(first)
        return word in {"by", "through"} or self._page.pair(first) in _UP_TO

    def _compares(self, position: int) -> bool:
        """Return whether a superlative stands before *since*."""
        return not _RECORDS.isdisjoint(self._low[max(position - _NEAR, 0) : position])


def _vague(page: Almanac, at: int) -> Read | None:
    """Return a time that no calendar names."""
    word, following = page.pair(at)
    adverb = page.word(at - 1) in {"have", "has", "had"} or following in _STARTED
    if word == "since" and not adverb and not days.dated(page, at + 1):
        return "", min(at + 2, len(page.low)), VAGUE
    two = (word == "at" and following == "first") or (
        word == "last" and following in {*SEASONS, "season", "winter"}
    )
    if two or word in _VAGUE or (word == "earlier" and not _dates_earlier(page, at + 1)):
        return "", at + 1 + two, VAGUE
    behind = page.word(at + 2)
    several = word == "both" or (word == "the" and following in _SEVERAL)  # over the two days
    if several and (last := at + 2 - (word == "both")) and page.word(last) in _STRETCHES:
        return None if page.word(last + 1) in _COUNTED_FROM else ("", last + 1, VAGUE)
    if following not in _VAGUE_UNITS or behind not in {"earlier", "ago", "before"}:
        return None
    if following in _HOURS and behind == "ago" and page.today is not None:
        return page.today.isoformat(), at + 3, relative.RELATIVE
    return "", at + 3, VAGUE


def _dates_earlier(page: Almanac, at: int) -> bool:
    """Return whether *earlier* leads a date: *earlier on Thursday*, *earlier this week*."""
    word = page.word(at)
    return word in {"than", "this", "today", *DAYS} or (
        word in {"on", "in"} and days.dated(page, at + 1) and page.word(at + 1) != "the"
    )


_READERS: tuple[Callable[[Almanac, int], Read | None], ...] = (
    stretches.stretch, quarters.part_of_year, years.years, days.calendar_day, days.weekday,
    relative.relative, _vague,
)  # fmt: skip
