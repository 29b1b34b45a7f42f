"""Periods of time in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, levels 0 and 1).

Read: ``2026``, ``2026-02``, ``2026-02-04``, date-times with a zone, ``2026-01-XX`` (one unnamed
day), ``2022-02/2026-02``, ``../2026-02-04``, and the qualifiers ``?``, ``~`` and ``%``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic_core import core_schema

from claimsync.errors import InvalidClaimError

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%]?)", re.ASCII)
_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_EXPECTED = (
    "expected a date such as 2026-02-04, 2026-01-XX, 2022-02/2026-02 or 2026-02-04T10:00+02:00"
)
SECOND = 1_000_000_000  # instants are nanoseconds since 1970-01-01T00:00Z


class Overlap(StrEnum):
    """How two periods lie to one another."""

    EQUAL = "equal"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"


@dataclass(frozen=True, slots=True)
class Period:
    """A period from ``start`` (included) to ``end`` (excluded), in nanoseconds UTC; None is open.

    >>> Period.parse("2026-02")
    Period('2026-02')
    >>> Period.parse("2026-02-04").overlap(Period.parse("2026-02")).value
    'within'
    """

    text: str
    start: int | None = field(compare=False)
    end: int | None = field(compare=False)

    @classmethod
    def parse(cls, text: str, zone: str = "") -> Period:
        """Return the period that EDTF ``text`` names; ``zone`` (``+02:00``) serves zoneless times.

        Raises InvalidClaimError for anything else, and for a time without a zone.
        """
        return _parse(text.strip(), zone)

    @property
    def unnamed(self) -> bool:
        """Whether it is one unnamed part of the span, as in ``2026-01-XX``."""
        return "X" in self.text

    @property
    def grain(self) -> str:
        """``year``, ``month`` or ``day`` for a plain calendar unit, else an empty string."""
        if not re.fullmatch(r"[\d-]+", self.text):
            return ""
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    def overlap(self, other: Period) -> Overlap:
        """Return how this period lies to ``other``."""
        if self == other:
            return Overlap.EQUAL
        (start, end), (other_start, other_end) = self.span, other.span
        if end <= other_start or other_end <= start:
            return Overlap.DISJOINT
        within, contains = (
            other_start <= start and end <= other_end,
            start <= other_start and other_end <= end,
        )
        if within and contains:  # same span, other words: 2026-01 and 2026-01-XX
            return (
                (Overlap.WITHIN if self.unnamed else Overlap.CONTAINS)
                if self.unnamed != other.unnamed
                else Overlap.OVERLAPS
            )
        return Overlap.WITHIN if within else Overlap.CONTAINS if contains else Overlap.OVERLAPS

    @property
    def span(self) -> tuple[float, float]:
        """Start and end with infinities for open ends (for comparisons only)."""
        return (
            float("-inf") if self.start is None else self.start,
            float("inf") if self.end is None else self.end,
        )

    def before(self, other: Period) -> bool:
        """Return whether all of it lies before ``other``: what orders two sayings in time."""
        if self.end is None or other.start is None:
            return False
        return self.end <= other.start and self.start != other.start

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.text

    def __repr__(self) -> str:
        """Return the text inside the type's name."""
        return f"Period({self.text!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        """Validate from EDTF text, a date or an aware datetime; write as text."""
        return core_schema.no_info_before_validator_function(
            _coerce,
            core_schema.is_instance_schema(cls),
            serialization=core_schema.to_string_ser_schema(),
            json_schema_input_schema=core_schema.str_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        """Tell the JSON Schema that periods travel as EDTF text."""
        return {"type": "string", "description": "an EDTF period such as '2026-02-04'"}


def _coerce(value: object) -> object:
    """Return a Period from text, date or datetime; leave the rest to the type check."""
    if isinstance(value, datetime):
        return Period.parse(value.isoformat())
    if isinstance(value, date):
        return Period.parse(value.isoformat())
    return Period.parse(value) if isinstance(value, str) else value


@lru_cache(maxsize=65536)
def _parse(text: str, zone: str) -> Period:
    """Return the period that stripped ``text`` names (cached: columns repeat their dates)."""
    if "/" in text:
        return _span(text, zone)
    if match := _TIME.fullmatch(text):
        return _instant(match, zone)
    if match := _DATE.fullmatch(text):
        return _calendar(match)
    raise InvalidClaimError(f"{_EXPECTED}, got {text[:60]!r}")


def _span(text: str, zone: str) -> Period:
    """Return the period of ``start/end``; ``..`` or nothing leaves an end open."""
    first, _, last = text.partition("/")
    if "/" in last or {first, last} <= {"", ".."}:
        raise InvalidClaimError(f"{_EXPECTED}, got {text[:60]!r}")
    ends = [None if part in {"", ".."} else _parse(part, zone) for part in (first, last)]
    start, end = (ends[0].start if ends[0] else None), (ends[1].end if ends[1] else None)
    if start is not None and end is not None and start >= end:
        raise InvalidClaimError(
            f"expected a period whose start comes first, got {text!r}; swap its ends"
        )
    return Period("/".join(str(part) if part else ".." for part in ends), start, end)


def _instant(match: re.Match[str], zone: str) -> Period:
    """Return the period of one date-time: an instant, one nanosecond long."""
    day, hour, minute, second, fraction, offset = match.groups()
    offset = offset or zone
    if not offset:
        raise InvalidClaimError(
            f"expected a time with a zone, got {match[0]!r};"
            f" write {match[0]}+02:00, or declare 'zone +02:00'"
        )
    try:
        moment = datetime.fromisoformat(
            f"{day}T{hour}:{minute}:{second or '00'}{offset.replace('Z', '+00:00')}"
        )
    except ValueError as error:
        raise InvalidClaimError(f"{_EXPECTED}, got {match[0]!r} ({error})") from None
    nanos = int((fraction or "").ljust(9, "0"))
    start = int((moment.astimezone(UTC) - _EPOCH).total_seconds()) * SECOND + nanos
    decimals = f".{fraction.rstrip('0')}" if nanos else ""
    text = moment.isoformat()
    body, tail = text[:19], text[19:]
    return Period(f"{body}{decimals}{'Z' if tail == '+00:00' else tail}", start, start + 1)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _calendar(match: re.Match[str]) -> Period:
    """Return the period of a year, month or day, some digits of which may be unnamed."""
    year, month, day, _ = match.groups()
    try:
        first = date(int(year.replace("X", "0")), _first(month), _first(day))
        last_year, last_month = (
            int(year.replace("X", "9")),
            int(month) if month and month != "XX" else 12,
        )
        length = calendar.monthrange(last_year, last_month)[1]
        last = date(last_year, last_month, int(day) if day and day != "XX" else length)
    except ValueError as error:
        raise InvalidClaimError(f"{_EXPECTED}, got {match[0]!r} ({error})") from None
    return Period(match[0], _midnight(first.toordinal()), _midnight(last.toordinal() + 1))


def _first(part: str | None) -> int:
    """Return the lowest month or day that ``part`` can be."""
    return 1 if part in {None, "XX"} else int(part or 1)


def _midnight(ordinal: int) -> int:
    """Return the instant at which the day with this ordinal begins (UTC)."""
    return (ordinal - 719163) * 86400 * SECOND
