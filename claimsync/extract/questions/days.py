"""Days and months of the calendar, and days of the week: *4 February*, *on Monday last week*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimsync.extract.questions.almanac import PARTS, SEASONS, months
from claimsync.extract.questions.outlook import AHEAD
from claimsync.extract.questions.subject_words import KINDS
from claimsync.extract.text.calendar_words import DAYS, SHORT_DAYS
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.questions.almanac import Almanac, Read

RULES = (
    Rule("date/weekday", ("on", "last", "next", "this"), "the nearest such day before the page's"
         " own, or after it where the sentence looks ahead", "Four people died on Wednesday.",
         "Four people died."),
    Rule("date/calendar", ("4 February", "February 4, 2026", "in January", "in 2024"),
         "a calendar date; without a year the nearest before the page's own",
         "Four people died on 4 February.", "Four people may march."),
    Rule("date/holiday", ("Christmas Day", "New Year's Eve"), "a day of the calendar by its name",
         "Four people died on New Year's Eve.", "Four people died in the new year."),
)  # fmt: skip
WEEKDAY, CALENDAR, HOLIDAY = (rule.id for rule in RULES)
HOLIDAYS = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26),
    ("new", "year", "day"): (1, 1), ("new", "year", "eve"): (12, 31),
}  # fmt: skip
FIRST = frozenset(words[0] for words in HOLIDAYS)
PARTS_OF_DAY = frozenset({"morning", "lunchtime", "afternoon", "evening", "night"})
_EARLIEST, _LATEST = 1000, 2999
_MEANT = frozenset({"set", "slated", "billed", "postponed"})  # for December
_IN = frozenset("in since last during of until this next throughout".split())
_AROUND = _IN | {"by", "before", "after", "through"}  # leads of a month that is nobody's name
_IN_YEAR = frozenset("in since of during by throughout until calendar fiscal year".split())
_ALL_YEAR = frozenset({"for", "over", "across", "all"})
_CLOSING = frozenset(
    {"", "that", "which", ",", ".", ";", ":", ")", "is", "was", "are", "were", "at", "and"}
)
_HAPPENED = frozenset({*KINDS, *"""
    campaign census coup crisis disaster election elections games massacre olympics pandemic
    referendum season tournament tragedy uprising vote war
""".split()})  # fmt: skip
_THEN = frozenset({"in", "during", ""})  # what leads *the 2019 flood*, be it nothing
_DASHES = frozenset({"-", "–", "/"})
_ISO = len("2026-02-04".split("-"))


def calendar_day(page: Almanac, at: int) -> Read | None:
    """Return a day, month or year of the calendar."""
    day = page.day(at)
    if day is not None:
        after = at + 1 + page.ordinal(at + 1)
        month = page.month(after + (page.word(after) == "of"))
        return None if month is None else _day(page, day, *month)
    month = page.month(at)
    if month is not None:
        return _month_first(page, *month, at)
    if page.word(at) in FIRST:
        return _holiday(page, at)
    year = page.number(at, _EARLIEST, _LATEST)
    return _year(page, year, at) if year is not None else None


def _year(page: Almanac, year: int, at: int) -> Read | None:
    """Return *in 2024*, *in the 2019 flood*, *in 2024-25*, or a whole day, *2026-02-04*."""
    if page.word(at + 1) in _DASHES:
        return _iso(page, at) or _double(page, year, at)
    first = page.led(at)
    lead = page.word(first - 1)
    if lead in SEASONS or lead == "winter":
        lead = "in"  # the months of a season depend on where it is
    closed = lead in _ALL_YEAR and page.word(at + 1) in _CLOSING
    if lead in _IN_YEAR or closed or (lead == "the" and _of_event(page, at)):
        return str(year), at + 1, CALENDAR
    return None


def _of_event(page: Almanac, at: int) -> bool:
    """Return whether a year tells which event is meant: *in the 2019 flood*."""
    return page.word(at + 1) in _HAPPENED and page.word(at - 2) in _THEN and (
        page.word(at - 3) not in {"than", "as", "like", "unlike"}
    )  # fmt: skip


def _iso(page: Almanac, at: int) -> Read | None:
    """Return *2026-02-04*."""
    parts = [page.word(at + 2 * part) for part in range(_ISO)]
    if page.word(at + 3) != "-" or not all(len(part) > 1 for part in parts):
        return None
    try:
        return date.fromisoformat("-".join(parts)).isoformat(), at + 5, CALENDAR
    except ValueError:
        return None


def _double(page: Almanac, year: int, at: int) -> Read | None:
    """Return *2024-25*, a season or a year of accounts."""
    following = page.word(at + 2)
    double = len(following) == len("25") and following == str(year + 1)[-2:]
    return (f"{year}/{year + 1}", at + 3, CALENDAR) if double else None


def _month_first(page: Almanac, month: int, after: int, at: int) -> Read | None:
    """Return ``February 4, 2026``, ``February 2026`` or a month alone."""
    day = page.day(after)
    if day is not None:
        return _day(page, day, month, after + 1 + page.ordinal(after + 1))
    after_comma = after + (page.word(after) == "," and page.year(after + 1) is not None)
    year = page.number(after_comma, _EARLIEST, _LATEST)
    if year is not None:
        return f"{year}-{month:02}", after_comma + 1, CALENDAR
    shift = page.shift(after)
    if shift is not None and page.today is not None:
        return f"{page.today.year + shift[0]}-{month:02}", shift[1], CALENDAR
    first = page.led(at)
    lead = page.word(first - 1)
    meant = lead == "for" and page.word(first - 2) in AHEAD | _MEANT
    named = first < at or lead in (_IN if page.word(at) == "may" else _AROUND)
    if not (meant or named):
        return None  # May, March and August are also other words
    if page.today is None:
        return "", after, CALENDAR
    return months(_year_of(page, page.today, month, lead), month), after, CALENDAR


def _year_of(page: Almanac, today: date, month: int, lead: str) -> int:
    """Return the year of a month without one: the nearest, before the page or ahead of it."""
    if lead == "this":
        return today.year
    if lead == "last":
        return today.year - (month >= today.month)
    if lead == "next" or page.ahead:
        return today.year + (month < today.month or (lead == "next" and month == today.month))
    return today.year - (month > today.month)


def _day(page: Almanac, day: int, month: int, after: int) -> Read | None:
    """Return a day of a month, its year said or the nearest before the page."""
    comma = page.word(after) == ","
    year = page.number(after + comma, _EARLIEST, _LATEST)
    after += (1 + comma) if year is not None else 0
    shift = page.shift(after)
    try:
        if year is not None:
            told = date(year, month, day)
        elif page.today is None:
            return "", after, CALENDAR
        elif shift is not None:
            told, after = date(page.today.year + shift[0], month, day), shift[1]
        else:
            told = page.nearest(month, day) or page.today
    except ValueError:
        return None
    return told.isoformat(), after, CALENDAR


def _holiday(page: Almanac, at: int) -> Read | None:
    """Return a day that has a name."""
    for words, (month, day) in HOLIDAYS.items():
        after = at + len(words)
        if tuple(page.low[at:after]) == words:
            year = page.number(after, _EARLIEST, _LATEST)
            told = date(year, month, day) if year is not None else page.nearest(month, day)
            return told.isoformat() if told else "", after + (year is not None), HOLIDAY
    return None


def weekday(page: Almanac, at: int) -> Read | None:
    """Return a day of the week, with the calendar's name for it: *Tuesday, 10 March*."""
    which = page.word(at) if page.word(at) in {"last", "next", "this"} else ""
    named = at + bool(which) + (which != "" and page.word(at + 1) in {"past", "coming"})
    day = named_day(page, named, plain=not which)
    if day is None:
        return None
    after = named + 1
    after += page.word(after) in PARTS_OF_DAY
    dated = calendar_day(page, after + (page.word(after) in {",", "("}))
    if dated is not None and len(dated[0]) in {0, len("2026-02-04")} and not which:
        return dated[0], dated[1], WEEKDAY
    if page.today is None:
        return "", after, WEEKDAY
    week = _week(page, after)
    if week is not None:
        monday = page.today + timedelta(days=7 * week[0] - page.today.weekday())
        return (monday + timedelta(days=day)).isoformat(), week[1], WEEKDAY
    back = (page.today.weekday() - day) % 7
    if which == "next" or (page.ahead and which != "last"):
        told = page.today + timedelta(days=(7 - back) if back or which else 0)
    else:
        told = page.today - timedelta(days=back or 7 * (which == "last"))
    return told.isoformat(), after, WEEKDAY


def named_day(page: Almanac, at: int, *, plain: bool = True) -> int | None:
    """Return the number of the day of the week named at a position."""
    word = page.word(at)
    day = DAYS.get(word, SHORT_DAYS.get(word))
    if day is None or not page.capital(at):
        return None
    # Sun, Sat and Wed are also other words
    return None if word not in DAYS and plain and page.word(at - 1) != "on" else day


def _week(page: Almanac, at: int) -> tuple[int, int] | None:
    """Return how many weeks *last week* behind a weekday is from the page's, and its end."""
    at += page.word(at) == "of"
    named = {"last": -1, "this": 0, "next": 1}
    which, unit = page.pair(at)
    return (named[which], at + 2) if which in named and unit == "week" else None


def day_at(page: Almanac, at: int) -> Read | None:
    """Return the day of the calendar or of the week at a position."""
    return calendar_day(page, at) or weekday(page, at)


def dated(page: Almanac, at: int) -> bool:
    """Return whether a date of the calendar may begin at a position."""
    word = page.word(at)
    return (
        word in DAYS
        or word in SHORT_DAYS
        or page.month(at) is not None
        or word[:1].isdigit()
        or word in PARTS
        or word in {"last", "the", "this", "yesterday"}
    )
