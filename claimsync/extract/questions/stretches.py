"""Stretches of days and months: *6 and 7 May*, *from Monday to Wednesday*, *at the weekend*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Day = Callable[[int], tuple[str, int, str] | None]
    Read = tuple[str, int, str]  # the period, the position behind it, the rule

RULES = (
    Rule("date/days", ("6 and 7 May", "3-5 May", "from Monday to Wednesday"),
         "the days from the first to the last; of two that do not follow each other, no span",
         "Four people died on 6 and 7 May.", "Six and seven people died."),
    Rule("date/months", ("the July-September period", "between June and August"),
         "the months from the first to the last",
         "Four people died in the July-September period.", "July was a wet period."),
    Rule("date/weekend", ("at the weekend", "last weekend", "over the weekend"),
         "a Saturday and a Sunday; the last before the page, or the next where it looks ahead",
         "Four people died at the weekend.", "The weekend edition told of four deaths."),
    Rule("date/season", ("this summer", "last autumn", "over the winter"),
         "the year of a season, whose months depend on where it is; a winter is of two years",
         "Four people died last autumn.", "Four people died in autumn leaves."),
    Rule("date/end", ("by the end of the year", "before the end of the month"),
         "the year, the month or the week by whose end something is to come",
         "Four people will go by the end of the year.", "Four people went to the end of the pier."),
    Rule("date/past hours", ("in the past 24 hours", "over the past day", "in the last few hours"),
         "the page's own day", "Four people died in the past 24 hours.",
         "Four people waited 24 hours."),
)  # fmt: skip
DAYS, MONTHS, WEEKEND, SEASON, END, HOURS = (rule.id for rule in RULES)
FIRST = frozenset({"weekend", "last", "this", "the", "next", "past"})
_JOINTS = frozenset({"-", "–", "—", "to", "and", "/"})
_LEADS = {"between": frozenset({"and"}), "from": frozenset({"to", "until"})}
_AT = frozenset({"at", "over", "on"})
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # and the month that ends it
NAMED = frozenset({*_SEASONS, "winter", "weekend", "end", "new", "early", "late", "current"})
_DECEMBER, _MAY, _SUMMER, _SATURDAY = 12, 5, 8, 5
_LONG_OVER = 3  # months
_LONGEST, _DAY = 31, 24  # days of a month, hours of a day


class Calendar(NamedTuple):
    """The words of a sentence and what a walk over them reads as a day."""

    low: Sequence[str]
    today: date | None
    ahead: bool
    day: Day  # a weekday or a date of the calendar at a position
    month: Callable[[int], tuple[int, int] | None]  # a month, and the position behind it

    def word(self, at: int) -> str:
        """Return the word at a position, or nothing behind the end."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def bare(self, at: int) -> bool:
        """Return whether a number that may be a day stands at a position."""
        word = self.word(at)
        return word.isascii() and word.isdecimal() and len(word) <= len("31") and (
            0 < int(word) <= _LONGEST
        )  # fmt: skip


def stretch(page: Calendar, at: int) -> Read | None:
    """Return the stretch of time whose first word stands at ``at``."""
    word = page.word(at)
    if word in _LEADS:
        return _run(page, at + 1, _LEADS[word])
    if page.bare(at):
        return _days(page, at, _JOINTS)
    return _named(page, at) or _quarter(page, at)


def _run(page: Calendar, at: int, joints: frozenset[str]) -> Read | None:
    """Return *between 1 June and 31 August*, *from Monday to Wednesday*, *from June to August*."""
    read = _days(page, at, joints) if page.bare(at) else None
    return read or _from_day(page, at, joints) or _from_month(page, at, joints)


def _days(page: Calendar, at: int, joints: frozenset[str]) -> Read | None:
    """Return *6 and 7 May* by its last day: the first one is of the same month."""
    joint = page.word(at + 1)
    last = page.day(at + 2) if joint in joints and page.bare(at + 2) else None
    if last is None or not last[0]:
        return None
    first = f"{last[0][:-2]}{int(page.word(at)):02}"
    apart = int(last[0][-2:]) - int(first[-2:])
    if apart < 1:
        return None
    listed = joint == "and" and "and" in joints and "to" in joints  # two days, not a span's ends
    if listed and apart > 1:
        return "", last[1], "date/vague"
    return f"{first}/{last[0]}", last[1], DAYS


def _from_day(page: Calendar, at: int, joints: frozenset[str]) -> Read | None:
    """Return the span from one whole date to another."""
    first = page.day(at)
    if first is None or page.word(first[1]) not in joints:
        return None
    last = page.day(first[1] + 1)
    if last is None:
        return None
    period = f"{first[0]}/{last[0]}" if first[0] and first[0] < last[0] else ""
    return period, last[1], "date/span"


def _from_month(page: Calendar, at: int, joints: frozenset[str]) -> Read | None:
    """Return the months from one to another, in the year that is over, or that is to come."""
    first = page.month(at)
    last = page.month(first[1] + 1) if first and page.word(first[1]) in joints else None
    if first is None or last is None or page.today is None or first[0] >= last[0]:
        return None
    year = page.today.year - (last[0] > page.today.month and not page.ahead)
    return f"{year}-{first[0]:02}/{year}-{last[0]:02}", last[1], MONTHS


def _quarter(page: Calendar, at: int) -> Read | None:
    """Return *July-September*, *the April to June period*."""
    read = _from_month(page, at, _JOINTS)
    if read is None:
        return None
    named = page.word(read[1]) in {"period", "quarter"}
    return read[0], read[1] + named, read[2]


def _named(page: Calendar, at: int) -> Read | None:
    """Return a weekend, a season, an end or the last hours by their names."""
    word, following = page.word(at), page.word(at + 1)
    if page.today is None:
        return None
    if following == "weekend" and word in {"last", "this", "the", "next"}:
        led = word != "the" or page.word(at - 1) in _AT
        return _weekend(page, page.today, word, at + 2) if led else None
    if word == "weekend" and page.word(at - 1) == "at":
        return _weekend(page, page.today, "the", at + 1)
    if word in {"last", "this", "the", "next"} and following in {*_SEASONS, "winter"}:
        year = _season(page, page.today, word, following)
        return (year, at + 2, SEASON) if year else None
    if word in {"past", "last"} and (after := _hours(page, at)):
        return page.today.isoformat(), after, HOURS
    return _end(page, page.today, at)


def _hours(page: Calendar, at: int) -> int:
    """Return where *the past 12 hours*, *the past day*, *the last few hours* ends, or 0."""
    following = page.word(at + 1)
    if following in {"day", "hour"}:
        led = page.word(at - 1) == "the" and (following == "hour" or page.word(at) == "past")
        return at + 2 if led else 0
    many = following == "few" or (page.bare(at + 1) and int(following) <= _DAY)
    return at + 3 if many and page.word(at + 2) == "hours" else 0


def _weekend(page: Calendar, today: date, which: str, after: int) -> Read:
    """Return the Saturday and the Sunday meant."""
    back = (today.weekday() - _SATURDAY) % 7
    saturday = today - timedelta(days=back)
    if which == "next":
        return "", after, "date/vague"  # the coming one, or the one behind it
    if which == "last" and back < 2:  # noqa: PLR2004 - on a weekend, the last one is another
        saturday -= timedelta(days=7)
    elif which != "last" and page.ahead and back > 1:
        saturday += timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}", after, WEEKEND


def _season(page: Calendar, today: date, which: str, season: str) -> str:
    """Return the year of a season, or nothing where it may be of two."""
    if season == "winter":
        return _winter(today, which)
    over = today.month - _SEASONS[season]
    if which == "this" or (which == "the" and (page.ahead or over >= 0)):
        return str(today.year)
    if which == "last" and (over <= 0 or over > _LONG_OVER):
        return str(today.year - (over <= 0))
    return ""


def _winter(today: date, which: str) -> str:
    """Return the months of the winter nearest to a page, or of the last one."""
    first = today.year - (today.month < _DECEMBER)
    if which in {"this", "the"} and today.month > _SUMMER:
        first = today.year  # it is to come, or has come
    elif which == "next" or (which != "last" and today.month > _MAY):
        return ""
    elif which == "last" and today.month in {_DECEMBER, 1, 2}:
        first -= 1
    return f"{first}-12/{first + 1}-02"


def _end(page: Calendar, today: date, at: int) -> Read | None:
    """Return *the end of the year*, where it is a limit ahead; *the new year* is one as well."""
    limit = page.word(at - 1) in {"by", "before", "until"}
    if not limit or page.word(at) != "the":
        return None
    if [page.word(at + 1), page.word(at + 2)] == ["new", "year"]:
        return f"{today.year}-12", at + 3, END
    if [page.word(at + 1), page.word(at + 2), page.word(at + 3)] != ["end", "of", "the"]:
        return None
    unit = page.word(at + 4)
    if unit == "week":
        monday = today - timedelta(days=today.weekday())
        return f"{monday}/{monday + timedelta(days=6)}", at + 5, END
    period = {"year": f"{today.year}", "month": today.isoformat()[:7]}.get(unit)
    return (period, at + 5, END) if period else None
