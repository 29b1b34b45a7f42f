"""Years, and months counted back from the one that ends them: *the six months to September*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.almanac import YEAR, days, months
from claimsync.extract.questions.days import day_at
from claimsync.extract.text.calendar_words import MONTHS, SHORT_MONTHS
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.questions.almanac import Almanac, Read

RULES = (
    Rule("date/months to", ("the six months to 30 September", "the year to March", "the week to"),
         "months, or a week, counted back from the day that ends them",
         "In the six months to June, four people died.", "Six months on, four people died."),
    Rule("date/years", ("between 2026 and 2028", "from 2030", "the current year"),
         "years, from the first to the last",
         "The plan will save 40 million euros from 2030.", "From 2,030 people, four died."),
    Rule("date/trading", ("in early trading", "at the close"), "the page's own day",
         "Shares rose by 3% in early trading.", "Trading shares rose by 3%."),
)  # fmt: skip
MONTHS_TO, YEARS, TRADING = (rule.id for rule in RULES)
SPAN = "date/span"
_EDGES = frozenset({"start", "beginning", "end", "middle"})
_TRADED = frozenset({"early", "late", "morning", "afternoon", "opening"})
FIRST = frozenset({*SMALL, *_EDGES, *_TRADED, "year", "week", "quarter", "from", "between",
                   "current", "coming"})  # fmt: skip
_MONTHS = SHORT_MONTHS | MONTHS
ENDS = frozenset("to ended ending through until".split())
_AT = frozenset({"at", "around", "near", "towards", "toward"})
_DEALS = frozenset({"trading", "trade", "dealings", "deals"})
_UNITS = {"months": 1, "year": YEAR, "quarter": 3}
_WEEK = 6  # days before its last
_DAY = len("2026-02-04")
_FULL = len("a month earlier".split())


def years(page: Almanac, at: int) -> Read | None:
    """Return the years, or the months, whose first word stands at ``at``.

    >>> from claimsync.extract.questions.almanac import Almanac
    >>> page = Almanac((), "the six months to 30 september".split(), date(2027, 11, 18), False)
    >>> years(page, 1)
    ('2027-04/2027-09', 6, 'date/months to')
    """
    word = page.word(at)
    if word in {"between", "from"}:
        return _run(page, at, "and" if word == "between" else "to")
    if page.today is None:
        return None
    if word in _EDGES:
        return _edge(page, page.today, at)
    if word in {"coming", "current"} and page.word(at + 1) == "year":
        return str(page.today.year + (word == "coming")), at + 2, YEARS
    if word in _TRADED and page.word(at - 1) == "in" and page.word(at + 1) in _DEALS:
        return page.today.isoformat(), at + 2, TRADING
    return _week_to(page, at) or _months_to(page, page.today, at)


def _edge(page: Almanac, today: date, at: int) -> Read | None:
    """Return *since the start of October*, and *at the end of the year* as that year."""
    since = page.word(at - 2) == "since"
    led = since or (page.word(at - 2) in _AT and page.word(at - 3) != "than")
    if page.word(at + 1) != "of" or not led:
        return None
    at += 2
    shift = page.shift(at)
    if shift is not None and not since:
        return str(today.year + shift[0]), shift[1], YEARS
    at += page.word(at) in {"the", "this"}
    word, named = page.word(at), page.year(at)
    if not since:
        return (str(named), at + 1, YEARS) if named is not None else None
    if named is not None or word == "year":
        return f"{named or today.year}-01-01", at + 1, SPAN
    month = today.month if word == "month" else _MONTHS.get(word)
    if month is None:
        return None
    said = page.year(at + 1)
    year = said or today.year - (month > today.month)
    return months(year, month), at + 1 + (said is not None), SPAN


def _run(page: Almanac, at: int, joint: str) -> Read | None:
    """Return *between 2026 and 2028*, *from 2026 to 2028*, *from 2030*."""
    first, last = page.year(at + 1), page.year(at + 3)
    if first is None:
        return None
    if page.word(at + 2) == joint and last is not None and first < last:
        return f"{first}/{last}", at + 4, YEARS
    alone = joint == "to" and page.word(at + 2) != "to"
    return (f"{first}/..", at + 2, YEARS) if alone else None


def _week_to(page: Almanac, at: int) -> Read | None:
    """Return *the week to 8 March*, *the week ending Sunday*."""
    named = page.word(at) == "week" and page.word(at + 1) in ENDS
    last = day_at(page, at + 2 + (page.word(at + 2) == "on")) if named else None
    if last is None or len(last[0]) != _DAY:
        return None
    return days(date.fromisoformat(last[0]), -_WEEK, 0), last[1], MONTHS_TO


def _months_to(page: Almanac, today: date, at: int) -> Read | None:
    """Return *the six months to 30 September*, *the year ended March*, *the quarter to June*."""
    count, unit = page.word(at), at + 1
    many = int(SMALL.get(count) or (page.number(at, 1, YEAR) or 0))
    if count in _UNITS:
        many, unit = 1, at
    many *= _UNITS.get(page.word(unit), 0)
    if page.word(unit + 1) not in ENDS or not 0 < many <= YEAR:
        return None
    end = unit + 2
    while page.word(end) in {"the", "end", "of", "in", "on"}:
        end += 1
    end += page.day(end) is not None
    month = _MONTHS.get(page.word(end))
    if month is None:
        return None
    end += 1 + (page.word(end + 1) in {".", ","} and page.year(end + 2) is not None)
    if page.day(end) is not None:
        end += 1  # September 30
    said = page.year(end)
    year = said or today.year - (month > today.month and not page.ahead)
    return months(year, month - many + 1, many), end + (said is not None), MONTHS_TO


def earlier(anchor: str, said: Sequence[str]) -> str:
    """Return the month or year that *a month earlier*, *a year before* means beside ``anchor``.

    >>> earlier("2027-10", ["a", "month", "earlier"]), earlier("2027-01", ["a", "year", "earlier"])
    ('2027-09', '2026-01')
    >>> earlier("2027-10-03", ["a", "day", "earlier"])
    '2027-10-02'
    """
    one = len(said) == _FULL and said[0] in {"a", "one"}
    if not one or said[2] not in {"earlier", "before", "ago"}:
        return ""
    first, span, last = anchor.partition("/")
    if span:
        moved = earlier(first, said), earlier(last, said)
        return span.join(moved) if all(moved) and said[1] == "year" else ""
    return _one_earlier(anchor, said[1])


def same(anchor: str, year: str, today: date | None) -> str:
    """Return the months of another year that are those of ``anchor``, or of this year so far.

    >>> same("2025-12/2026-02", "2025", None), same("2026", "2025", date(2026, 3, 12))
    ('2024-12/2025-02', '2025-01/2025-03')
    """
    first, span, last = anchor.partition("/")
    if today is not None and anchor == str(today.year):
        return f"{year}-01/{year}-{today.month:02}"
    back = int((last or first)[:4] or 0) - int(year) if (last or first)[:4].isdecimal() else 0
    if back < 1 or not all(len(part) == len("2026-02") for part in (first, last or first)):
        return year
    told = [f"{int(part[:4]) - back}{part[4:]}" for part in (first, last) if part]
    return span.join(told)


def _one_earlier(anchor: str, unit: str) -> str:
    """Return the day, the month or the year before one."""
    if unit == "day" and len(anchor) == _DAY:
        return (date.fromisoformat(anchor) - timedelta(days=1)).isoformat()
    year, dash, month = anchor.partition("-")
    if not year.isdecimal() or (dash and not month.isdecimal()):
        return ""
    if unit == "year":
        return f"{int(year) - 1}{dash}{month}"
    return months(int(year), int(month) - 1) if unit == "month" and dash else ""
