"""Times that a page prints above its entries: *14:05 GMT*, *2h ago*, *March 12, 4:05 p.m. ET*."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claimsync.extract.text.calendar_words import SHORT_MONTHS

# Every pattern here fails after a few characters, so that no text, however hostile, takes more
# than linear time.
_ZONES = (
    r"(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|[ECMP][SD]?T|BST|IST|CES?T|EES?T|WES?T|MSK|TRT"
    r"|AE[SD]T|AWST|NZ[SD]T|JST|KST|HKT|SGT|PKT|WIB|WAT|CAT|EAT|SAST|local time"
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:(?:[:.h](\d{2})(?:[:.]\d{2})?)(?:[ \xa0]?([ap])\.?m\b\.?)?"
    r"|[ \xa0]?([ap])\.?m\b\.?)",
    re.IGNORECASE,
)
_ZONE = re.compile(rf"[ \xa0](?:{_ZONES})\b")
_AGO = re.compile(
    r"(?:(?:\d{1,2}|an?) ?(?:d|days?|h|hrs?|hours?|m|mins?|minutes?),? ?(?:and )?){1,2}ago\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,2}|an?) ?([dhm])", re.IGNORECASE)
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?:(?:(?P<day>\d{1,2}) (?P<month>[a-z]{3,9})\.?|(?P<name>[a-z]{3,9})\.? (?P<of>\d{1,2}))"
    r"(?:,? (?P<year>\d{4}))?|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_BEFORE = re.compile(_DAY + r",?(?: at| -|T)? ?", re.IGNORECASE)
_BEHIND = re.compile(r",? (?:on )?" + _DAY + r"(?![a-z0-9])", re.IGNORECASE)
_DATE = re.compile(_DAY, re.IGNORECASE)
_PRINTED = re.compile(
    r"(?:first |last )?(?:published|updated|modified|created)\b(?: (?:at|on))?:? *"
    r"(?:\d{1,2}[ /.:h]|\d{4}-|[a-z]{3,9}\.?,? \d{1,2}\b|an? (?:hour|minute|day))",
    re.IGNORECASE,
)
_POSTED = re.compile(r"posted (?:at|on) ", re.IGNORECASE)
_BREAKING = re.compile(r"[ \t]*breaking\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r" ?\(")
_OPENING = 32  # characters, by which a stamp has its first digit, unless it is *a minute ago*
_LONGEST = 60
_LAST_HOUR, _LAST_MINUTE, _NOON, _HOUR, _DAYLONG = 23, 59, 12, 60, 24 * 60
PARTS = {  # of a day, by the hour that lies amid them
    "dawn": 5, "daybreak": 5, "morning": 9, "noon": 12, "midday": 12, "lunchtime": 12,
    "afternoon": 15, "dusk": 19, "evening": 19, "nightfall": 19, "night": 22, "tonight": 22,
}  # fmt: skip
_LONG_ENOUGH = {len("2026-03-09"), len("2026-03-09T21:00")}
_MONTHS, _LEAP = 12, 2000  # a year that has every day
_MINUTES = {"d": _DAYLONG, "h": _HOUR, "m": 1}
_BLANKS = " \t\xa0\u200b\u2009\u202f"


class Moment(NamedTuple):
    """When a stamp says that an entry was written; ``ago`` counts back from when it was read.

    Without ``minutes`` it tells a day and no hour.
    """

    minutes: int | None
    day: tuple[int, int] | None = None
    year: int | None = None
    ago: bool = False

    def before(self, other: Moment) -> bool:
        """Return whether two stamps themselves say which came first.

        >>> moment("11 March, 23:40").before(moment("12 March, 09:15"))
        True
        >>> moment("3 hr 12 min ago").before(moment("4 hr 40 min ago"))
        False
        """
        minutes = self.until(other)
        return minutes is not None and minutes > 0

    def until(self, other: Moment) -> int | None:
        """Return the minutes from one stamp to another, None if they do not tell.

        >>> moment("11 March, 23:40").until(moment("12 March, 09:15"))
        575
        """
        if self.ago is not other.ago or (self.day is None) is not (other.day is None):
            return None
        years = (self.year, other.year) if self.year and other.year else (_LEAP, _LEAP)
        days = other._in(years[1]) - self._in(years[0])
        if self.minutes is None or other.minutes is None:
            return days * _DAYLONG if days else None
        return days * _DAYLONG + other.minutes - self.minutes

    def _in(self, year: int) -> int:
        """Return the number of the day told, if it was in a year."""
        month, day = self.day or (1, 1)
        return date(year, month, 1).toordinal() + day

    @property
    def place(self) -> tuple[int, tuple[int, int], int]:
        """The key that sorts moments told alike: year, day, minutes."""
        return self.year or 0, self.day or (0, 0), self.minutes or 0


@lru_cache(maxsize=1024)  # a page asks for each of its stamps again and again
def moment(stamp: str) -> Moment | None:
    """Return the moment that a stamp tells, None if it tells none.

    >>> moment("March 12, 2026, 4:05 p.m. ET")
    Moment(minutes=965, day=(3, 12), year=2026, ago=False)
    >>> moment("2026-03-12 evening")
    Moment(minutes=1140, day=(3, 12), year=2026, ago=False)
    """
    if ago := _AGO.match(stamp):
        past = sum((1 if n.isalpha() else int(n)) * _MINUTES[unit.casefold()]
                   for n, unit in _SPAN.findall(ago[0]))  # fmt: skip
        return Moment(-past, ago=True)
    dated = next((match for match in _DATE.finditer(stamp) if _day(match)), None)
    outside = stamp[dated.end() :] if dated is not None and dated.start() == 0 else stamp
    clock = _CLOCK.search(outside)
    if clock is None:
        return _part(outside, dated)
    hour, minute, half = int(clock[1]), int(clock[2] or 0), (clock[3] or clock[4] or "").casefold()
    if half:
        hour = hour % _NOON + _NOON * (half == "p")
    told = _day(dated) if dated is not None else None
    year, day = told if told is not None else (None, None)
    return Moment(hour * _HOUR + minute, day, year)


def day_and_part(period: str, said: str) -> str | None:
    """Return the stamp of a day and the part of it that words tell, None if they tell neither.

    >>> day_and_part("2026-03-09", "On Monday evening"), day_and_part("2026-03", "in March")
    ('2026-03-09 evening', None)
    """
    part = next((word for word in said.casefold().split() if word in PARTS), "")
    day = period.replace("T", " ") if len(period) in _LONG_ENOUGH else ""
    return f"{day} {part}".strip() or None


def _part(outside: str, dated: re.Match[str] | None) -> Moment | None:
    """Return the moment told by a part of the day, or by a day alone."""
    told = _day(dated) if dated is not None else None
    year, day = told if told is not None else (None, None)
    hour = next((PARTS[word] for word in outside.casefold().split() if word in PARTS), None)
    return None if day is None and hour is None else Moment(hour and hour * _HOUR, day, year)


def stamp_end(text: str, start: int, end: int) -> int:
    """Return where the time stamp that opens a line ends, or 0."""
    if text[start] == "(":
        close = text.find(")", start, min(end, start + _LONGEST))
        inner = close > 0 and _whole(text, start + 1, close)
        return close + 1 if inner else 0
    if posted := _POSTED.match(text, start, end):
        stop = _told(text, posted.end(), end)
        return end if stop and (stop == end or _BREAKING.match(text, stop, end)) else 0
    if text[start] not in "aA" and not _DIGIT.search(text, start, min(end, start + _OPENING)):
        return 0
    stop = told = _told(text, start, end)
    while 0 < stop < end and text[stop] in _BLANKS:
        stop += 1
    if stop in {0, end}:
        return stop
    if text[stop] in "-–—:|" and not text[stop + 1 : stop + 2].isdigit():
        return stop + 1
    return stop if _opens_entry(text, start, told, stop) else 0


def printed(text: str, start: int, end: int) -> bool:
    """Return whether a line tells when the page was published or changed, and nothing else.

    >>> printed("Updated 5:57 PM GMT+1, March 12, 2026", 0, 37)
    True
    >>> printed("Published figures show 12 dead", 0, 30)
    False
    """
    return end - start <= _LONGEST and _PRINTED.match(text, start, end) is not None


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a bracket holds a moment with its day, and nothing else."""
    return _BEFORE.match(text, start, end) is not None and _told(text, start, end) == end


def _told(text: str, start: int, end: int) -> int:
    """Return where a moment that begins at ``start`` ends, or 0."""
    if ago := _AGO.match(text, start, end):
        return _clocked(text, ago.end(), end)
    dated = _BEFORE.match(text, start, end)
    match = _CLOCK.match(text, dated.end(), end) if dated is not None else None
    match = match or _CLOCK.match(text, start, end)
    if match is None:
        return 0
    stop = match.end()
    if zone := _ZONE.match(text, stop, end):
        stop = zone.end()
    behind = _BEHIND.match(text, stop, end)
    return behind.end() if behind is not None and _day(behind) else stop


def _clocked(text: str, told: int, end: int) -> int:
    """Return where *11m ago* ends, with the clock time that may stand in brackets behind it."""
    opened = _BRACKET.match(text, told, end)
    stop = _told(text, opened.end(), end) if opened is not None else 0
    return stop + 1 if stop and text[stop : stop + 1] == ")" else told


def _day(match: re.Match[str]) -> tuple[int | None, tuple[int, int]] | None:
    """Return the year, if told, and the month and day of a date; None if it is no date."""
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return (year, (month, day)) if 1 <= month <= _MONTHS else None
    name = (match["month"] or match["name"]).casefold()[:3]
    if name not in SHORT_MONTHS:
        return None
    day = int(match["day"] or match["of"])
    return (int(match["year"]) if match["year"] else None), (SHORT_MONTHS[name], day)


def _opens_entry(text: str, start: int, told: int, stop: int) -> bool:
    """Return whether a clock time alone opens an entry, as in *15:05 Six were hurt*."""
    match = _CLOCK.match(text, start, told)
    if match is None or match[2] is None or stop == told:
        return False
    if int(match[1]) > _LAST_HOUR or int(match[2]) > _LAST_MINUTE:
        return False
    colon = ":" in match[0]
    counts = colon and text[stop].isdigit() and not _CLOCK.match(text, stop)
    opens = text[stop].isupper() or text[stop] in "“\"‘'" or counts
    return opens and (colon or len(match[1]) > 1)
