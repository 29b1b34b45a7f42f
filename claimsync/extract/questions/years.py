"""Years and their parts, as business news names them: *the six months to 30 September*."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

RULES = (
    Rule("date/months to", ("the six months to 30 September", "the year to March"),
         "months counted back from the one that ends them",
         "In the six months to June, four people died.", "Six months on, four people died."),
    Rule("date/part of year", ("the first half", "the third quarter of this year"),
         "halves and quarters, of the page's own year where no other is named",
         "In the first half of 2025 sales fell by 4%.", "Sales fell by half."),
    Rule("date/years", ("between 2026 and 2028", "from 2030", "the current year", "two years ago"),
         "years, from the first to the last",
         "The plan will save 40 million euros from 2030.", "From 2,030 people, four died."),
    Rule("date/trading", ("in early trading", "at the close"), "the page's own day",
         "Shares rose by 3% in early trading.", "Trading shares rose by 3%."),
)  # fmt: skip
MONTHS_TO, PART, YEARS, TRADING = (rule.id for rule in RULES)
SPAN = "date/span"
FIRST = frozenset({*SMALL, "year", "from", "between", "current", "early", "late", "morning",
                   "afternoon", "opening", "start", "beginning", "coming"})  # fmt: skip
ORDERS = ("first", "second", "third", "fourth")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_ENDS = frozenset("to ended ending through until".split())
_DEALS = frozenset({"trading", "trade", "dealings", "deals"})
_GAME = frozenset("goal goals scored score match game player players half-time penalty".split())
_YEAR, _DECEMBER = 12, 12
_SHIFTS = {"this": 0, "the": 0, "last": -1, "next": 1}

Read = tuple[str, int, str]  # the period, the position behind it, the rule


class Page(NamedTuple):
    """The words of a sentence, the day of its page, and whether it looks ahead."""

    low: Sequence[str]
    today: date | None
    ahead: bool

    def word(self, at: int) -> str:
        """Return the word at a position, or nothing behind the end."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def year(self, at: int) -> int | None:
        """Return the year at a position."""
        word = self.word(at)
        plain = word.isascii() and word.isdecimal() and len(word) == len("2026")
        return int(word) if plain and word[:2] in {"19", "20"} else None


def years(page: Page, at: int) -> Read | None:  # noqa: PLR0911 - one return a form
    """Return the years, or the part of one, whose first word stands at ``at``.

    >>> from datetime import date
    >>> page = Page("the six months to 30 september".split(), date(2027, 11, 18), False)
    >>> years(page, 1)
    ('2027-04/2027-09', 6, 'date/months to')
    """
    word = page.word(at)
    if word in ORDERS:
        return _part(page, at)
    if word in {"start", "beginning"}:
        return _start(page, at)
    if word == "coming" and page.word(at + 1) == "year" and page.today:
        return str(page.today.year + 1), at + 2, YEARS
    if word == "current" and page.word(at + 1) == "year" and page.today:
        return str(page.today.year), at + 2, YEARS
    if word in {"between", "from"}:
        return _run(page, at, "and" if word == "between" else "to")
    if word in {"early", "late", "morning", "afternoon", "opening"}:
        deals = page.word(at - 1) == "in" and page.word(at + 1) in _DEALS and page.today
        return (page.today.isoformat(), at + 2, TRADING) if deals and page.today else None
    return _ago(page, at) or _months_to(page, at)


def _ago(page: Page, at: int) -> Read | None:
    """Return the year of *four years ago*; twenty years ago is about then."""
    if page.word(at + 1) != "years" or page.word(at + 2) != "ago" or page.today is None:
        return None
    back = SMALL.get(page.word(at), 0)
    return (str(page.today.year - back), at + 3, YEARS) if 1 < back < SMALL["ten"] else None


def _start(page: Page, at: int) -> Read | None:
    """Return *the start of the year*, *the beginning of October*, where *since* leads it."""
    if page.word(at + 1) != "of" or page.word(at - 2) != "since" or page.today is None:
        return None
    at += 2 + (page.word(at + 2) in {"the", "this"})
    word, named = page.word(at), page.year(at)
    if named is not None or word == "year":
        return f"{named or page.today.year}-01-01", at + 1, SPAN
    month = page.today.month if word == "month" else _MONTHS.get(word)
    if month is None:
        return None
    said = page.year(at + 1)
    year = said or page.today.year - (month > page.today.month)
    return f"{year}-{month:02}", at + 1 + (said is not None), SPAN


def _part(page: Page, at: int) -> Read | None:
    """Return *the first half of 2027*, *the third quarter*."""
    part = page.word(at + 1)
    if part not in {"half", "quarter"} or page.word(at - 1) not in {"the", "its", "their", "in"}:
        return None
    months = 6 if part == "half" else 3
    first = months * ORDERS.index(page.word(at)) + 1
    if first > _DECEMBER:
        return None
    last, after, year = first + months - 1, at + 2, None
    if page.word(after) == "of":
        named = page.year(after + 1)
        shift = _SHIFTS.get(page.word(after + 1)) if page.word(after + 2) == "year" else None
        if named is not None:
            year, after = named, after + 2
        elif shift is not None and page.today:
            year, after = page.today.year + shift, after + 3
        else:
            return None  # of the match, of the century
    elif page.year(after) is not None:
        year, after = page.year(after), after + 1
    elif page.today is not None and page.word(at - 1) != "in" and _GAME.isdisjoint(page.low):
        over = page.today.month >= last or page.ahead or "forecast" in page.low
        year = page.today.year if over else _just_over(page.today, last)
    return None if year is None else (f"{year}-{first:02}/{year}-{last:02}", after, PART)


def _just_over(today: date, last: int) -> int | None:
    """Return the year before, where a part of it has just ended; else it may be of any year."""
    return today.year - 1 if last == _DECEMBER and today.month < _DECEMBER // 3 else None


def _run(page: Page, at: int, joint: str) -> Read | None:
    """Return *between 2026 and 2028*, *from 2026 to 2028*, *from 2030*."""
    first, last = page.year(at + 1), page.year(at + 3)
    if first is None:
        return None
    if page.word(at + 2) == joint and last is not None and first < last:
        return f"{first}/{last}", at + 4, YEARS
    alone = joint == "to" and page.word(at + 2) != "to"
    return (f"{first}/..", at + 2, YEARS) if alone else None


def _months_to(page: Page, at: int) -> Read | None:
    """Return *the six months to 30 September*, *the year ended March*."""
    count, unit = page.word(at), at + 1
    if count == "year":
        many, unit = _YEAR, at
    else:
        many = SMALL.get(count, int(count) if count.isdecimal() and len(count) < len("100") else 0)
    named = page.word(unit) in {"months", "year"} and page.word(unit + 1) in _ENDS
    if not named or not 0 < many <= _YEAR or page.today is None:
        return None
    end = unit + 2 + (page.word(unit + 2) in {"the", "end"})
    end += page.word(end).isdecimal() and len(page.word(end)) < len("100")
    month = _MONTHS.get(page.word(end))
    if month is None:
        return None
    end += 1 + (page.word(end + 1) in {".", ","} and page.year(end + 2) is not None)
    if page.word(end).isdecimal() and page.year(end) is None:
        end += 1  # September 30
    said = page.year(end)
    year = said or page.today.year - (month > page.today.month and not page.ahead)
    start = year * _YEAR + month - many
    period = f"{start // _YEAR}-{start % _YEAR + 1:02}/{year}-{month:02}"
    return period, end + (said is not None), MONTHS_TO


def earlier(anchor: str, said: Sequence[str]) -> str:
    """Return the month or year that *a month earlier*, *a year before* means beside ``anchor``.

    >>> earlier("2027-10", ["a", "month", "earlier"]), earlier("2027-01", ["a", "year", "earlier"])
    ('2027-09', '2026-01')
    """
    one = len(said) == len("a month earlier".split()) and said[0] in {"a", "one"}
    if not one or said[2] not in {"earlier", "before", "ago"}:
        return ""
    first, span, last = anchor.partition("/")
    if span:
        moved = earlier(first, said), earlier(last, said)
        return span.join(moved) if all(moved) and said[1] == "year" else ""
    year, dash, month = anchor.partition("-")
    if not year.isdecimal() or (dash and not month.isdecimal()):
        return ""
    if said[1] == "year":
        return f"{int(year) - 1}{dash}{month}"
    if said[1] != "month" or not dash:
        return ""
    at = int(year) * _YEAR + int(month) - 2
    return f"{at // _YEAR}-{at % _YEAR + 1:02}"
