"""When something happened: dates as the text says them, read against the day it was written."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.moments import FIRST as MOMENTS
from claimsync.extract.questions.moments import RULES as MOMENT_RULES
from claimsync.extract.questions.moments import SPANS, moment
from claimsync.extract.questions.outlook import AHEAD, ahead
from claimsync.extract.questions.stretches import END, NAMED, Calendar, stretch
from claimsync.extract.questions.stretches import FIRST as STRETCHES
from claimsync.extract.questions.stretches import RULES as STRETCH_RULES
from claimsync.extract.questions.years import FIRST, ORDERS, Page, earlier, years
from claimsync.extract.questions.years import RULES as YEAR_RULES
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

RULES = (
    Rule("date/weekday", ("on", "last", "next", "this"), "the nearest such day before the page's"
         " own, or after it where the sentence looks ahead", "Four people died on Wednesday.",
         "Four people died."),
    Rule("date/relative", ("today", "yesterday", "tomorrow", "last night", "this week"),
         "counted from the page's own day",
         "Four people died yesterday.", "Yesteryear, four died."),
    Rule("date/calendar", ("4 February", "February 4, 2026", "in January", "in 2024"),
         "a calendar date; without a year the nearest before the page's own",
         "Four people died on 4 February.", "Four people may march."),
    Rule("date/span", ("since", "between", "from"), "a span from one date to another",
         "Since 2022, four people have died.", "Since then, four people have died."),
    Rule("date/vague", ("earlier", "previously", "an hour earlier", "by noon", "at first"),
         "a time that no calendar names; what it dates is kept apart from what holds now",
         "An hour earlier, four people had died.", "Four people died."),
    Rule("date/as of", ("by Tuesday", "by 4 February"),
         "the day up to which something was counted",
         "Four people had died by Tuesday.", "Four people died on Tuesday."),
    *YEAR_RULES, *STRETCH_RULES, *MOMENT_RULES,
)  # fmt: skip
AS_OF = "date/as of"
_DAYS = {day.casefold(): number for number, day in enumerate(calendar.day_name)}
_DAYS |= {day[:3]: number for day, number in _DAYS.items()} | {"tues": 1, "thurs": 3, "thur": 3}
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_LEADS = frozenset({"on", "in", "since", "by", "until", "during", "from", "before", "after", "of"})
_SEASONS = frozenset("season spring summer autumn winter".split())
_VAGUE_UNITS = frozenset({"minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
                          "months", "year", "years"})  # fmt: skip
_VAGUE = frozenset("previously formerly initially originally recently".split())
_HOURS = frozenset({"hour", "hours", "minute", "minutes"})
_ONES = "one two three four five six seven eight nine ten".split()
_MEANT = frozenset({"set", "slated", "billed", "postponed"})  # for December
_RECORDS = frozenset("first worst biggest highest lowest deadliest largest only most".split())
_NEAR = 6  # words
_STARTED = frozenset("he she it they we then".split())  # "since" may also give a reason
_ARTICLES = frozenset({"the", "early", "late"})
_DETERMINERS, _NAMED = frozenset({"a", "an", "the", "its", "their"}), 6  # words
_EXPECTED = frozenset({"date/calendar", "date/weekday", "date/relative"})
_FIRST = frozenset(  # every word that a date may begin with
    (*_DAYS, *_MONTHS, *_SHORT, *_VAGUE, *_ONES, *FIRST, *ORDERS, *STRETCHES, *MOMENTS,
     "today", "tonight", "overnight", "yesterday", "tomorrow", "between",
     "earlier", "since", "an", "a", "several", "few")
)  # fmt: skip
_CLOSING = frozenset(
    {"", "that", "which", ",", ".", ";", ":", ")", "is", "was", "are", "were", "at", "and"}
)
_EARLIEST, _LATEST = 1000, 2999
_LONGEST_DAY = 31  # days of a month


_WEAK = {  # of what begins with these words, little is a date
    "a": _VAGUE_UNITS, "an": _VAGUE_UNITS, "the": NAMED, "that": SPANS, "same": SPANS,
    "at": frozenset({"first", "the", "that"}), "for": frozenset({"the"}),
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
    if one.rule != "date/vague" or not found:
        return one
    period = earlier(found[-1].period, walk.said(one))
    return one._replace(period=period, rule="date/relative") if period else one


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


_OWNERS = ("'s", "’s")


class _Walk:
    """One pass over the words of a sentence."""

    def __init__(self, words: Sequence[Token], said_at: str | None, low: list[str] | None) -> None:
        self._words = words
        self._low = [_unowned(word) for word in ([w.low for w in words] if low is None else low)]
        self._today = day_of(said_at)
        self._looks = self._ahead = not AHEAD.isdisjoint(self._low)
        self._page = Page(self._low, self._today, self._ahead)
        self._stretches = Calendar(self._low, self._today, self._ahead, self._day_at, self._month)

    @property
    def starts(self) -> list[int]:
        """Where a date may begin."""
        low = self._low
        return [
            at for at, word in enumerate(low)
            if (word in _FIRST and (word not in _WEAK or self._word(at + 1) in _WEAK[word]))
            or word[0].isdigit()
        ]  # fmt: skip

    def said(self, one: Dated) -> list[str]:
        """Return the words of a date, in small letters."""
        return [w.low for w in self._words if one.start <= w.start < one.end]

    def at(self, position: int) -> tuple[Dated | None, int]:
        """Return the date whose first word stands at ``position``, and where to look on."""
        if self._looks:
            self._look(ahead(self._low, position))
        found = moment(self._low, position)
        if found is not None:
            first, after, rule = found
            start, end = self._words[first].start, self._words[after - 1].end
            return Dated(start, end, "", rule), after
        for reader in (
            self._stretch,
            self._years,
            self._calendar,
            self._weekday,
            self._relative,
            self._vague,
        ):
            read = reader(position)
            if read is not None:
                lead = position - (self._word(position - 1) in _ARTICLES)
                lead -= self._word(lead - 1) in _LEADS
                since = self._since(lead)
                return self._led(self._low[lead if since is None else since], since or lead, *read)
        return None, position + 1

    def _since(self, lead: int) -> int | None:
        """Return where *since* stands, if a date is of what it names: *since a truce in June*."""
        if self._word(lead) not in {"in", "of", "on"}:
            return None
        for at in range(lead - 2, max(lead - _NAMED, 0), -1):
            if self._word(at) in _DETERMINERS:
                return at - 1 if self._word(at - 1) == "since" else None
        return None

    def _look(self, ahead: bool) -> None:  # noqa: FBT001 - which way
        """Read what follows as ahead of the page, or as behind it."""
        if ahead != self._ahead:
            self._ahead = ahead
            self._page = self._page._replace(ahead=ahead)
            self._stretches = self._stretches._replace(ahead=ahead)

    def _led(self, lead: str, position: int, period: str, after: int, rule: str) -> tuple[
        Dated | None, int
    ]:  # fmt: skip
        """Return a date under the word that leads it: a start, a limit, or the day itself."""
        if lead == "since":
            if self._compares(position) and self._low[after : after + 2] != [",", "when"]:
                return None, after  # "the first since October" dates the other one
            if period and not self._compares(position):
                period, rule = f"{period.partition('/')[0]}/..", "date/span"
        elif self._words[after - 1].low.endswith(_OWNERS):
            pass  # *by Saturday's quake* is no limit
        elif rule == END or (lead == "by" and self._ahead and rule in _EXPECTED):
            pass  # what is expected by 2031 is expected of 2031
        elif lead == "by" and period and "/" not in period and not self._ahead:
            rule = AS_OF
        elif lead in {"by", "until", "before", "after"}:
            period, rule = "", "date/vague"  # a limit, not the day itself
        start, end = self._words[position].start, self._words[after - 1].end
        return Dated(start, end, period, rule), after

    def _dated(self, position: int) -> bool:
        """Return whether a calendar date may begin at ``position``."""
        word = self._word(position)
        return word in _DAYS or word in _MONTHS or word in _SHORT or word[:1].isdigit() or (
            word in {"last", "the", "early", "late", "yesterday"}
        )  # fmt: skip

    def _compares(self, position: int) -> bool:
        """Return whether a superlative stands before *since*."""
        return not _RECORDS.isdisjoint(self._low[max(position - _NEAR, 0) : position])

    def _word(self, position: int) -> str:
        """Return the word at ``position``, or nothing behind the end."""
        return self._low[position] if 0 <= position < len(self._low) else ""

    def _number(self, position: int, least: int, most: int) -> int | None:
        """Return the number at ``position`` within bounds."""
        word = self._word(position)
        digits = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
        plain = digits.isascii() and digits.isdecimal() and len(digits) <= 4  # noqa: PLR2004 - a year
        return int(digits) if plain and least <= int(digits) <= most else None

    def _ordinal(self, position: int) -> int:
        """Return 1 where the ending of an ordinal stands as a word of its own."""
        return int(self._word(position) in {"st", "nd", "rd", "th"})

    def _month(self, position: int) -> tuple[int, int] | None:
        """Return the month named at ``position`` and the position behind it."""
        word = self._word(position)
        if not word or not self._words[position].text[:1].isupper():
            return None
        if word in _MONTHS:
            return _MONTHS[word], position + 1
        if word in _SHORT:
            return _SHORT[word], position + 1 + (self._word(position + 1) == ".")
        return None

    def _calendar(self, position: int) -> tuple[str, int, str] | None:
        """Return a day, month or year of the calendar."""
        day = self._number(position, 1, _LONGEST_DAY)
        if day is not None:
            after = position + 1 + self._ordinal(position + 1)
            month = self._month(after + (self._word(after) == "of"))
            return None if month is None else self._day(day, *month)
        month = self._month(position)
        if month is not None:
            return self._month_first(*month, position)
        year = self._number(position, _EARLIEST, _LATEST)
        if year is not None and self._word(position - 1) == "for" and self._closes(position + 1):
            return str(year), position + 1, "date/calendar"  # a budget for 2028
        if year is not None and self._word(position - 1) in {"in", "since", "of", "during", "by"}:
            return str(year), position + 1, "date/calendar"
        return None

    def _closes(self, position: int) -> bool:
        """Return whether a clause ends at ``position``, or a verb of being follows."""
        return self._word(position) in _CLOSING

    def _years(self, position: int) -> tuple[str, int, str] | None:
        """Return years and their parts: ``the first half of 2027``, ``from 2030``."""
        return years(self._page, position)

    def _stretch(self, position: int) -> tuple[str, int, str] | None:
        """Return a stretch of days or months: *6 and 7 May*, *at the weekend*."""
        return stretch(self._stretches, position)

    def _day_at(self, position: int) -> tuple[str, int, str] | None:
        """Return the day of the calendar or of the week at ``position``."""
        return self._calendar(position) or self._weekday(position)

    def _month_first(self, month: int, after: int, position: int) -> tuple[str, int, str] | None:
        """Return ``February 4, 2026``, ``February 2026`` or a month alone."""
        day = self._number(after, 1, _LONGEST_DAY)
        if day is not None:
            return self._day(day, month, after + 1 + self._ordinal(after + 1))
        year = self._number(after, _EARLIEST, _LATEST)
        if year is not None:
            return f"{year}-{month:02}", after + 1, "date/calendar"
        lead = self._word(position - 1)
        meant = lead == "for" and self._word(position - 2) in AHEAD | _MEANT
        if not meant and lead not in {"in", "since", "last", "during", "of", "until"}:
            return None  # May, March and August are also other words
        if self._today is None:
            return "", after, "date/calendar"
        guess = self._today.year - (month > self._today.month)
        if self._ahead:
            guess = self._today.year + (month < self._today.month)
        return f"{guess}-{month:02}", after, "date/calendar"

    def _day(self, day: int, month: int, after: int) -> tuple[str, int, str] | None:
        """Return a day of a month, its year said or the nearest before the page."""
        comma = self._word(after) == ","
        year = self._number(after + comma, _EARLIEST, _LATEST)
        after += (1 + comma) if year is not None else 0
        if year is None and self._today is None:
            return "", after, "date/calendar"
        try:
            if year is None and self._today is not None:
                told = date(self._today.year, month, day)
                told = told.replace(year=told.year - (told > self._today and not self._ahead))
            else:
                told = date(year or 0, month, day)
        except ValueError:
            return None
        return told.isoformat(), after, "date/calendar"

    def _weekday(self, position: int) -> tuple[str, int, str] | None:
        """Return a day of the week."""
        word = self._word(position)
        which = word if word in {"last", "next", "this"} else ""
        name = self._word(position + bool(which))
        if name not in _DAYS or not self._words[position + bool(which)].text[0].isupper():
            return None
        if len(name) < len("friday") and not which and self._word(position - 1) != "on":
            return None  # Sun, Sat and Wed are also other words
        after = position + 1 + bool(which)
        after += self._word(after) in {"morning", "afternoon", "evening", "night"}
        if self._today is None:
            return "", after, "date/weekday"
        back = (self._today.weekday() - _DAYS[name]) % 7
        if which == "next" or (self._ahead and which != "last"):
            told = self._today + timedelta(days=(7 - back) if back or which else 0)
        else:
            told = self._today - timedelta(days=back or 7 * (which == "last"))
        return told.isoformat(), after, "date/weekday"

    def _relative(self, position: int) -> tuple[str, int, str] | None:
        """Return a date counted from today."""
        word, following = self._word(position), self._word(position + 1)
        shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word)
        if shift is not None:
            told = self._today + timedelta(days=shift) if self._today else None
            return told.isoformat() if told else "", position + 1, "date/relative"
        if word == "overnight":
            return self._unit("last", "night"), position + 1, "date/relative"
        if word == "this" and following in {"morning", "afternoon", "evening"}:
            return (
                self._today.isoformat() if self._today else "", position + 2, "date/relative"
            )  # fmt: skip
        if word in {"last", "this", "next"} and following in {"week", "month", "year", "night"}:
            return self._unit(word, following), position + 2, "date/relative"
        ago = self._today is not None and following == "years" and self._word(position + 2) == "ago"
        back = (SMALL.get(word) or self._number(position, 2, _EARLIEST)) if ago else None
        if self._today is None or back is None:
            return None
        return str(self._today.year - int(back)), position + 3, "date/relative"

    def _unit(self, which: str, unit: str) -> str:
        """Return the week, month, year or night before, around or after today."""
        if self._today is None:
            return ""
        today, step = self._today, {"last": -1, "this": 0, "next": 1}[which]
        if unit == "year":
            return str(today.year + step)
        if unit == "month":
            months = today.year * 12 + today.month - 1 + step
            return f"{months // 12}-{months % 12 + 1:02}"
        if unit == "week":
            monday = today + timedelta(days=7 * step - today.weekday())
            return f"{monday}/{monday + timedelta(days=6)}"
        return f"{today - timedelta(days=1)}/{today}"  # the night belongs to both days

    def _vague(self, position: int) -> tuple[str, int, str] | None:
        """Return a time that no calendar names."""
        word, following = self._word(position), self._word(position + 1)
        adverb = self._word(position - 1) in {"have", "has", "had"} or following in _STARTED
        if word == "since" and not adverb and not self._dated(position + 1):
            return "", min(position + 2, len(self._low)), "date/vague"
        if word == "overnight" and self._today is not None:
            return self._unit("last", "night"), position + 1, "date/relative"
        two = (word == "at" and following == "first") or (word == "last" and following in _SEASONS)
        if two or word in _VAGUE or (word == "earlier" and following not in {"than", "this"}):
            return "", position + 1 + two, "date/vague"
        behind = self._word(position + 2)
        if following not in _VAGUE_UNITS or behind not in {"earlier", "ago", "before"}:
            return None
        if following in _HOURS and behind == "ago" and self._today is not None:
            return self._today.isoformat(), position + 3, "date/relative"
        return "", position + 3, "date/vague"
