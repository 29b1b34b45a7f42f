"""Dates of series: one number a date, whether asked by day or *as of* it, and the date before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from claimsync.model.measure import Shift
from claimsync.model.period import Period
from claimsync.table.keys import AS_OF, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from claimsync.table.keys import KeySpace

LONGEST_GAP = 31  # steps of a series without a figure that a relation still reaches across
_DAYS = {Shift.DAY: 1, Shift.WEEK: 7}
_MONTHS = {Shift.MONTH: 1, Shift.YEAR: 12}
NONE = -1


def date_before(period: Period, shift: Shift) -> Period | None:
    """Return the date one ``shift`` before; None for a time, a span, or a coarser date.

    >>> date_before(Period.parse("2024-03-01"), Shift.DAY)
    Period('2024-02-29')
    >>> date_before(Period.parse("2024-03-31"), Shift.MONTH)
    Period('2024-02-29')
    >>> date_before(Period.parse("2024-02"), Shift.DAY) is None
    True

    The last day of a month stands beside the last day of an earlier one.
    """
    match period.grain:
        case "day":
            text = _day_before(date.fromisoformat(period.text), shift)
        case "month" if shift in _MONTHS:
            text = _month_before(int(period.text[:4]), int(period.text[5:]), _MONTHS[shift])
        case "year" if shift is Shift.YEAR:
            text = f"{int(period.text) - 1:04}"
        case _:
            return None
    return Period.parse(text) if text >= "0001" else None


def _day_before(day: date, shift: Shift) -> str:
    """Return the day one shift before, in ISO 8601; before all calendars: nothing."""
    if shift in _DAYS:
        ordinal = day.toordinal() - _DAYS[shift]
        return date.fromordinal(ordinal).isoformat() if ordinal > 0 else ""
    month = _month_before(day.year, day.month, _MONTHS[shift])
    if month < "0001":
        return ""
    last = calendar.monthrange(int(month[:4]), int(month[5:]))[1]
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    return f"{month}-{last if ends else min(day.day, last):02}"


def _month_before(year: int, month: int, months: int) -> str:
    """Return the month some months before, in ISO 8601."""
    count = year * 12 + month - 1 - months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def dates_around(dates: Iterable[Period], shifts: Iterable[Shift]) -> Iterator[Period]:
    """Yield the dates before ``dates`` by each shift, and those in gaps that are not too long."""
    known = set(dates)
    for shift in dict.fromkeys(shifts):
        for period in known:
            found = list(_walk(period, shift, known))
            yield from found if len(found) <= LONGEST_GAP else found[:1]


def _walk(period: Period, shift: Shift, known: set[Period]) -> Iterator[Period]:
    """Yield the dates before ``period`` down to the first known one, at most one too many."""
    at = date_before(period, shift)
    for _ in range(LONGEST_GAP + 1):
        if at is None or at in known:
            return
        yield at
        at = date_before(at, shift)


@dataclass
class Slots:
    """The distinct dates of both columns, numbered; 0 is no date.

    ``of_when`` and ``of_as_of`` lead from codes to slots, ``when`` and ``as_of`` back (NONE: that
    column does not know the date).
    """

    of_when: NDArray[np.int64]
    of_as_of: NDArray[np.int64]
    when: NDArray[np.int64]
    as_of: NDArray[np.int64]
    before: Mapping[Shift, NDArray[np.int64]]

    def __len__(self) -> int:
        """Return how many slots there are, that of no date included."""
        return len(self.when)


def slots_of(space: KeySpace, shifts: Iterable[Shift]) -> Slots:
    """Return the slots of a key space, and for each shift the slot before each (NONE: none)."""
    columns = [space.codes[column].names[1:] for column in (WHEN, AS_OF)]
    periods = tuple(dict.fromkeys(period for names in columns for period in names))
    slot = {period: at for at, period in enumerate(periods, start=1)}
    of_when, of_as_of = (
        np.array([0, *(slot[name] for name in names)], dtype=np.int64) for names in columns
    )
    before = {}
    for shift in dict.fromkeys(shifts):
        earlier = (date_before(period, shift) for period in periods)
        found = [slot.get(period, NONE) if period else NONE for period in earlier]
        before[shift] = np.array([NONE, *found], dtype=np.int64)
    when, as_of = (_back(of, len(slot) + 1) for of in (of_when, of_as_of))
    return Slots(of_when, of_as_of, when, as_of, before)


def _back(slots: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the way from slots back to codes."""
    codes = np.full(count, NONE, dtype=np.int64)
    codes[slots] = np.arange(len(slots))
    return codes
