"""Stretches of days and months: *6 and 7 May*, *from Monday to Wednesday*, *at the weekend*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimsync.extract.questions.almanac import SEASONS
from claimsync.extract.questions.days import day_at, weekday
from claimsync.extract.text.calendar_words import DAYS as WEEKDAYS
from claimsync.extract.text.calendar_words import MONTHS as NAMES
from claimsync.extract.text.calendar_words import SHORT_MONTHS
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.questions.almanac import Almanac, Read

RULES = (
    Rule("date/days", ("6 and 7 May", "3-5 May", "on Monday and Tuesday"),
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
)  # fmt: skip
DAYS, MONTHS, WEEKEND, SEASON, END = (rule.id for rule in RULES)
FIRST = frozenset({"weekend", "last", "this", "the", "next", "past"})
_JOINTS = frozenset({"-", "–", "—", "to", "and", "/"})
_LEADS = {"between": frozenset({"and"}), "from": frozenset({"to", "until", "through"})}
_AT = frozenset({"at", "over", "on", "during"})
NAMED = frozenset({*SEASONS, "winter", "weekend", "end", "new", "early", "late", "current", "past"})
_DECEMBER, _MAY, _SUMMER, _SATURDAY = 12, 5, 8, 5
_LONG_OVER = 3  # months
_OWNERS = ("'s", "’s")


def stretch(page: Almanac, at: int) -> Read | None:
    """Return the stretch of time whose first word stands at ``at``."""
    word = page.word(at)
    if word in _LEADS:
        return _run(page, at + 1, _LEADS[word])
    if word in WEEKDAYS:
        return _weekdays(page, at)
    if word in NAMES or word in SHORT_MONTHS:
        return _quarter(page, at)
    if page.day(at) is not None:
        return _days(page, at, _JOINTS)
    return _named(page, at)


def _weekdays(page: Almanac, at: int) -> Read | None:
    """Return *Monday and Tuesday*, *Monday to Wednesday*; days apart are no span."""
    first = weekday(page, at)
    joint = page.word(first[1]) if first is not None else ""
    last = weekday(page, first[1] + 1) if first is not None and joint in _JOINTS else None
    if first is None or last is None or page.words[last[1] - 1].low.endswith(_OWNERS):
        return None
    if not (first[0] and last[0]):
        return "", last[1], "date/vague"
    apart = (date.fromisoformat(last[0]) - date.fromisoformat(first[0])).days
    one = apart == 1 if joint == "and" else apart > 0
    return (f"{first[0]}/{last[0]}", last[1], DAYS) if one else ("", last[1], "date/vague")


def _run(page: Almanac, at: int, joints: frozenset[str]) -> Read | None:
    """Return *between 1 June and 31 August*, *from Monday to Wednesday*, *from June to August*."""
    read = _days(page, at, joints) if page.day(at) is not None else None
    return read or _from_day(page, at, joints) or _from_month(page, at, joints)


def _days(page: Almanac, at: int, joints: frozenset[str]) -> Read | None:
    """Return *6 and 7 May* by its last day: the first one is of the same month."""
    joint = page.word(at + 1)
    joined = joint in joints and page.day(at + 2) is not None
    last = day_at(page, at + 2) if joined else None
    if last is None or not last[0]:
        return None
    first = f"{last[0][:-2]}{page.day(at):02}"
    apart = int(last[0][-2:]) - int(first[-2:])
    if apart < 1:
        return None
    listed = joint == "and" and "and" in joints and "to" in joints  # two days, not a span's ends
    if listed and apart > 1:
        return "", last[1], "date/vague"
    return f"{first}/{last[0]}", last[1], DAYS


def _from_day(page: Almanac, at: int, joints: frozenset[str]) -> Read | None:
    """Return the span from one whole date to another."""
    first = day_at(page, at)
    if first is None or page.word(first[1]) not in joints:
        return None
    last = day_at(page, first[1] + 1)
    if last is None:
        return None
    period = f"{first[0]}/{last[0]}" if first[0] and first[0] < last[0] else ""
    return period, last[1], "date/span"


def _from_month(page: Almanac, at: int, joints: frozenset[str]) -> Read | None:
    """Return the months from one to another, in the year that is over, or that is to come."""
    first = page.month(at)
    last = page.month(first[1] + 1) if first and page.word(first[1]) in joints else None
    if first is None or last is None or page.today is None or first[0] >= last[0]:
        return None
    year = page.today.year - (last[0] > page.today.month and not page.ahead)
    return f"{year}-{first[0]:02}/{year}-{last[0]:02}", last[1], MONTHS


def _quarter(page: Almanac, at: int) -> Read | None:
    """Return *July-September*, *the April to June period*."""
    read = _from_month(page, at, _JOINTS)
    if read is None:
        return None
    named = page.word(read[1]) in {"period", "quarter"}
    return read[0], read[1] + named, read[2]


def _named(page: Almanac, at: int) -> Read | None:
    """Return a weekend, a season, an end or the last hours by their names."""
    if page.today is None:
        return None
    past = page.pair(at) == ("this", "past")
    word, following = page.word(at), page.word(at + 1 + past)
    if following == "weekend" and word in {"last", "this", "the", "next"}:
        led = word != "the" or page.word(at - 1) in _AT
        return _weekend(page, page.today, word, at + 2 + past) if led else None
    if word == "weekend" and page.word(at - 1) == "at":
        return _weekend(page, page.today, "the", at + 1)
    of = page.year(at + 3) if page.word(at + 2) == "of" else None
    if word == "the" and following == "winter" and of is not None:
        double = 2 * (page.word(at + 4) in _JOINTS)  # 2024-25
        return f"{of}-12/{of + 1}-02", at + 4 + double, SEASON
    if word in {"last", "this", "the", "next"} and following in {*SEASONS, "winter"}:
        year = _season(page, page.today, word, following)
        return (year, at + 2, SEASON) if year else None
    return _end(page, page.today, at)


def _weekend(page: Almanac, today: date, which: str, after: int) -> Read:
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


def _season(page: Almanac, today: date, which: str, season: str) -> str:
    """Return the year of a season, or nothing where it may be of two."""
    if season == "winter":
        return _winter(today, which)
    over = today.month - SEASONS[season]
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


def _end(page: Almanac, today: date, at: int) -> Read | None:
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
