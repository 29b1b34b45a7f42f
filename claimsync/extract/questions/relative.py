"""Times counted from the day of the page: *yesterday*, *last quarter*, *in the past three days*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.almanac import days, months
from claimsync.extract.questions.days import day_at
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.questions.almanac import Almanac, Read

RULES = (
    Rule("date/relative", ("today", "yesterday", "tomorrow", "last night", "two days ago"),
         "counted from the page's own day",
         "Four people died yesterday.", "Yesteryear, four died."),
    Rule("date/past", ("in the past three days", "over the past month"),
         "the days, months or years that reach up to the page's own",
         "Four people died in the past three days.", "Four people died three days on."),
    Rule("date/past hours", ("in the past 24 hours", "over the past day", "in the last few hours"),
         "the page's own day", "Four people died in the past 24 hours.",
         "Four people waited 24 hours."),
)  # fmt: skip
RELATIVE, PAST, HOURS = (rule.id for rule in RULES)
_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
FIRST = frozenset({*_SHIFTS, "overnight", "last", "this", "next", "past"})
_STEPS = {"last": -1, "this": 0, "next": 1}
_UNITS = frozenset({"week", "month", "quarter", "year", "night"})
_TODAY = frozenset({"morning", "afternoon", "evening", "lunchtime"})
_INTO = frozenset({"into", "to"})
_LAST_MONTH, _QUARTER = 12, 3
_MOST_DAYS, _DAY = 14, 24
_EARLIEST = 1000


def relative(page: Almanac, at: int) -> Read | None:
    """Return the time counted from today whose first word stands at ``at``."""
    word, following = page.pair(at)
    if word in _SHIFTS:
        after = at + 1 + (following in _TODAY | {"night"})
        before = word == "yesterday" and page.pair(at - 2) == ("day", "before")
        return _from_today(page, _SHIFTS[word] - before), after, RELATIVE
    if word == "overnight":
        return _overnight(page, at)
    if word == "this" and following in _TODAY:
        return _from_today(page, 0), at + 2, RELATIVE
    if word in {"past", "last"} and (read := _past(page, at)) is not None:
        return read
    if word in _STEPS and following in _UNITS and not _counted(page, at):
        return _unit(page.today, _STEPS[word], following), at + 2, RELATIVE
    return _ago(page, at)


def _from_today(page: Almanac, shift: int) -> str:
    """Return the day so many days from the page's."""
    return (page.today + timedelta(days=shift)).isoformat() if page.today else ""


def _overnight(page: Almanac, at: int) -> Read:
    """Return *overnight*, *overnight on Tuesday*, *overnight into Thursday*."""
    lead = page.word(at + 1)
    read = day_at(page, at + 2) if lead in _INTO | {"on"} else None
    if read is None or not read[0]:
        return _unit(page.today, -1, "night"), at + 1, RELATIVE
    if lead == "on":
        return read[0], read[1], RELATIVE
    return days(date.fromisoformat(read[0]), -1, 0), read[1], RELATIVE


def _counted(page: Almanac, at: int) -> bool:
    """Return whether a week is one of a month, *the last week of May*, or *the last year of* it."""
    return page.word(at + 2) in {"of", "in"} and (
        page.word(at - 1) == "the" or page.month(at + 3) is not None
    )


def _unit(today: date | None, step: int, unit: str) -> str:
    """Return the week, month, quarter, year or night before, around or after today."""
    if today is None:
        return ""
    if unit == "year":
        return str(today.year + step)
    if unit == "month":
        return months(today.year, today.month + step)
    if unit == "quarter":
        first = today.month - (today.month - 1) % _QUARTER
        return months(today.year, first + _QUARTER * step, _QUARTER)
    if unit == "week":
        monday = 7 * step - today.weekday()
        return days(today, monday, monday + 6)
    return days(today, -1, 0)  # the night belongs to both days


def _many(page: Almanac, at: int) -> int:
    """Return the small number at a position, or 0."""
    return int(SMALL.get(page.word(at)) or page.number(at, 1, _EARLIEST) or 0)


def _ago(page: Almanac, at: int) -> Read | None:
    """Return *two days ago*, *four years ago*; what is weeks ago is about then."""
    unit, ago = page.pair(at + 1)
    many = _many(page, at) if ago == "ago" else 0
    if page.today is None or not many:
        return None
    if unit in {"day", "days"} and many <= _MOST_DAYS:
        return _from_today(page, -many), at + 3, RELATIVE
    return (str(page.today.year - many), at + 3, RELATIVE) if unit == "years" else None


def _past(page: Almanac, at: int) -> Read | None:
    """Return *the past three days*, *the last six months*, *the past week*."""
    if page.today is None or page.word(at - 2) == "for":
        return None  # *for the past three years* tells how long
    if after := _hours(page, at):
        return page.today.isoformat(), after, HOURS
    many = _many(page, at + 1)
    unit = page.word(at + 2 if many else at + 1)
    named = many > 1 or (page.word(at) == "past" and not many)
    after = at + 2 + (many > 0)
    if not named or page.word(after) == "of" or page.word(at - 1) not in {"the", "these", "in"}:
        return None
    period = _reaching(page.today, many or 1, unit.removesuffix("s"))
    return (period, after, PAST) if period else None


def _reaching(today: date, many: int, unit: str) -> str:
    """Return so many days, weeks, months or years up to a day."""
    if unit in {"day", "week"}:
        return days(today, -many * (7 if unit == "week" else 1), 0) if many <= _EARLIEST else ""
    if unit == "month":
        return months(today.year, today.month - many, many + 1)
    return f"{max(today.year - many, 1)}/{today.year}" if unit == "year" else ""


def _hours(page: Almanac, at: int) -> int:
    """Return where *the past 12 hours*, *the past day*, *the last few hours* ends, or 0."""
    following = page.word(at + 1)
    if following in {"day", "hour"}:
        led = page.word(at - 1) == "the" and (following == "hour" or page.word(at) == "past")
        return at + 2 if led else 0
    many = following == "few" or page.number(at + 1, 1, _DAY) is not None
    return at + 3 if many and page.word(at + 2) == "hours" else 0
