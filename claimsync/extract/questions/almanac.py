"""The words of a sentence as a calendar reads them: numbers, years, months and days of the week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.calendar_words import MONTHS, SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

Read = tuple[str, int, str]  # the period, the position behind it, the rule

SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # and the month that ends it
PARTS = frozenset({"early", "late", "mid"})
SHIFTS = {"last": -1, "this": 0, "the": 0, "next": 1}
YEAR = 12  # months
_LONGEST_DAY = 31  # days of a month
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


class Almanac(NamedTuple):
    """The words of a sentence, the day of its page, and whether it looks ahead."""

    words: Sequence[Token]
    low: Sequence[str]
    today: date | None
    ahead: bool

    def word(self, at: int) -> str:
        """Return the word at a position, or nothing beyond either end."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def pair(self, at: int) -> tuple[str, str]:
        """Return the word at a position and the one behind it."""
        return self.word(at), self.word(at + 1)

    def number(self, at: int, least: int, most: int) -> int | None:
        """Return the number at a position within bounds, be it an ordinal."""
        word = self.word(at)
        digits = word[:-2] if word[-2:] in _ORDINALS else word
        plain = digits.isascii() and digits.isdecimal() and len(digits) <= len("2026")
        return int(digits) if plain and least <= int(digits) <= most else None

    def year(self, at: int) -> int | None:
        """Return the year at a position."""
        return self.number(at, 1900, 2099) if len(self.word(at)) == len("2026") else None

    def day(self, at: int) -> int | None:
        """Return the day of a month at a position."""
        return self.number(at, 1, _LONGEST_DAY)

    def ordinal(self, at: int) -> int:
        """Return 1 where the ending of an ordinal stands as a word of its own."""
        return int(self.word(at) in _ORDINALS)

    def capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self.words[at].text[:1].isupper()

    def month(self, at: int) -> tuple[int, int] | None:
        """Return the month named at a position and the position behind it."""
        word = self.word(at)
        if not word or not self.capital(at):
            return None
        if word in MONTHS:
            return MONTHS[word], at + 1
        if word in SHORT_MONTHS:
            return SHORT_MONTHS[word], at + 1 + (self.word(at + 1) == ".")
        return None

    def shift(self, at: int) -> tuple[int, int] | None:
        """Return how many years *last year* or *of this year* is from the page's, and its end."""
        at += self.word(at) == "of"
        named = self.word(at) in SHIFTS and self.word(at + 1) == "year"
        return (SHIFTS[self.word(at)], at + 2) if named else None

    def led(self, at: int) -> int:
        """Return where a date begins with the words of its part: *mid-February*, *early 2025*."""
        while at and (self.low[at - 1] in PARTS or self.pair(at - 2) == ("mid", "-")):
            at -= 1 + (self.low[at - 1] == "-")
        return at

    def nearest(self, month: int, day: int) -> date | None:
        """Return the day of a month nearest before the page, or after it where it looks ahead."""
        if self.today is None:
            return None
        told = date(self.today.year, month, day)
        if self.ahead:
            return told
        return told.replace(year=told.year - (told > self.today))


def months(year: int, first: int, count: int = 1) -> str:
    """Return a month, or the months from one on, whatever year they reach into.

    >>> months(2026, 2), months(2025, 11, 3), months(2026, 0)
    ('2026-02', '2025-11/2026-01', '2025-12')
    """
    named = [year * YEAR + first - 1 + at for at in (0, count - 1)]
    told = [f"{at // YEAR}-{at % YEAR + 1:02}" for at in named]
    return told[0] if count == 1 else "/".join(told)


def days(today: date, first: int, last: int) -> str:
    """Return the days between two numbers of days from a day.

    >>> days(date(2026, 3, 12), -1, 0)
    '2026-03-11/2026-03-12'
    """
    return f"{today + timedelta(days=first)}/{today + timedelta(days=last)}"
