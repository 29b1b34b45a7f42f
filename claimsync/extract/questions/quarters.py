"""Parts of years, as business news names them: *the first half of 2027*, *third-quarter*, *Q4*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.almanac import YEAR, months
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from datetime import date

    from claimsync.extract.questions.almanac import Almanac, Read

RULES = (
    Rule("date/part of year", ("the first half", "third-quarter", "the first three months of 2025"),
         "halves, quarters and other months, of the page's own year where no other is named",
         "In the first half of 2025 sales fell by 4%.", "Sales fell by half."),
)  # fmt: skip
(PART,) = (rule.id for rule in RULES)
ORDERS = ("first", "second", "third", "fourth")
_LASTS = frozenset({"final", "last", "closing"})
_OPENING = frozenset({"first", "opening"})
_UNITS = {"half": 6, "quarter": 3}  # months
_LETTERS = {"q": 3, "h": 6}
LETTERS = frozenset("1234")
FIRST = frozenset({*ORDERS, *_LASTS, "opening", *_LETTERS})
_GAME = frozenset("goal goals scored score match game player players half-time penalty".split())
_LED = frozenset({"the", "its", "their", "in"})


def part_of_year(page: Almanac, at: int) -> Read | None:
    """Return the part of a year whose first word stands at ``at``.

    >>> from datetime import date
    >>> from claimsync.extract.questions.almanac import Almanac
    >>> page = Almanac((), "in the second half of last year".split(), date(2027, 11, 18), False)
    >>> part_of_year(page, 2)
    ('2026-07/2026-12', 7, 'date/part of year')
    """
    word = page.word(at)
    if word in _LETTERS:
        return _lettered(page, at, _LETTERS[word])
    if page.word(at + 1) in SMALL and page.word(at + 2) == "months":
        return _opening(page, at)
    hyphen = page.word(at + 1) == "-"
    unit = _UNITS.get(page.word(at + 1 + hyphen))
    if unit is None or not (hyphen or page.word(at - 1) in _LED):
        return None
    first = unit * ORDERS.index(word) + 1 if word in ORDERS else YEAR - unit + 1
    if first > YEAR or (word in _LASTS and page.word(at + 2) != "of"):
        return None  # *last quarter* is the one before the page's own
    read = _named(page, first, unit, at + 2 + hyphen)
    bare = page.word(at - 1) == "in" and not hyphen and read is not None and read[1] == at + 2
    return None if bare else read  # *in first half*, of a match


def _lettered(page: Almanac, at: int, unit: int) -> Read | None:
    """Return *Q3*, *H1 2027*."""
    which = int(page.word(at + 1)) if page.word(at + 1) in LETTERS else YEAR
    first = unit * (which - 1) + 1
    return _named(page, first, unit, at + 2) if first <= YEAR else None


def _opening(page: Almanac, at: int) -> Read | None:
    """Return *the first three months of 2025*, *the last two months of the year*."""
    many = SMALL[page.word(at + 1)]
    known = 1 < many < YEAR and page.word(at + 3) == "of"
    if not known or page.word(at) not in _OPENING | _LASTS:
        return None
    first = 1 if page.word(at) in _OPENING else YEAR - many + 1
    return _named(page, first, many, at + 3)


def _named(page: Almanac, first: int, many: int, after: int) -> Read | None:
    """Return so many months from the first one on, in the year that is named behind them."""
    of = page.word(after) == "of"
    named, shift = page.year(after + of), page.shift(after)
    if named is not None:
        return months(named, first, many), after + of + 1, PART
    if shift is not None and page.today is not None:
        return months(page.today.year + shift[0], first, many), shift[1], PART
    if of or page.today is None or not _GAME.isdisjoint(page.low):
        return None  # of the match, of the century
    year = _year(page, page.today, first + many - 1)
    return None if year is None else (months(year, first, many), after, PART)


def _year(page: Almanac, today: date, last: int) -> int | None:
    """Return the year of a part that ends with a month, if it can only be one."""
    if today.month >= last or page.ahead or "forecast" in page.low:
        return today.year
    return today.year - 1 if last == YEAR and today.month < YEAR // 3 else None
