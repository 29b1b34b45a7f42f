"""Cells: what a table holds in one place, as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Generic, TypeVar

from claimsync.errors import InvalidClaimError

T = TypeVar("T")
EXACT_IN_FLOAT = 1e16
MOST_BITS = 400  # more than any number of the model has, less than str() refuses
MOST_SHOWN = 60


class Memo(dict[Any, T], Generic[T]):
    """What each distinct key stands for, computed when it is first asked for."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        """Keep the function; a key for which it raises is not remembered."""
        super().__init__()
        self._compute = compute

    def __missing__(self, key: Any) -> T:
        """Compute and remember."""
        value = self[key] = self._compute(key)
        return value


def text_of(cell: object) -> str:
    """Return the text of a cell, empty for None, NaN and NaT.

    Whole floats lose their ``.0``, because frames turn columns of whole numbers with gaps into
    floats; a datetime at midnight without a zone is its day, because frames and spreadsheets hold
    days so.

    >>> text_of(" 314 "), text_of(314.0), text_of(float("nan")), text_of(None)
    ('314', '314', '', '')

    Raises InvalidClaimError for lists, mappings and other cells that are no single value.
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    for kind, text in _TEXTS:
        if isinstance(cell, kind):
            return text(cell)
    return _foreign_text(cell)


def _int_text(number: int) -> str:
    """Return the digits, or too many of them to be read as a number."""
    return str(number) if number.bit_length() < MOST_BITS else "9" * MOST_BITS


def _float_text(number: float) -> str:
    """Return the shortest text that gives the float back; nothing for NaN."""
    if number != number:  # noqa: PLR0124 - the test for NaN
        return ""
    whole = number.is_integer() and abs(number) < EXACT_IN_FLOAT
    return str(int(number)) if whole else repr(float(number))


def _time_text(moment: Any) -> str:
    """Return ISO 8601 text; nothing for pandas' NaT, which is a datetime unequal to itself."""
    if moment != moment:  # noqa: PLR0124 - the test for NaT
        return ""
    text: str = moment.isoformat()
    if isinstance(moment, datetime) and moment.tzinfo is None and text.endswith("T00:00:00"):
        return text[:10]
    return text


def _foreign_text(cell: Any) -> str:
    """Return the text of a numpy scalar, or of a missing value of a frame library."""
    if type(cell).__name__ in {"NAType", "NaTType"}:
        return ""
    kind = getattr(getattr(cell, "dtype", None), "kind", "")
    if kind == "M":
        return text_of(cell.astype("datetime64[us]").item())
    if kind == "f":
        return text_of(float(str(cell)))  # str: 0.1 as float32 is written 0.1
    if kind in {"i", "u", "b", "U"} and hasattr(cell, "item"):
        return text_of(cell.item())
    raise InvalidClaimError(
        f"expected text or a number in the cell, got {type(cell).__name__}"
        f" {repr(cell)[:MOST_SHOWN]}; write one value"
    )


_TEXTS: tuple[tuple[type[Any], Callable[[Any], str]], ...] = (
    (bool, str),  # before int, of which it is one
    (int, _int_text),
    (float, _float_text),
    (Decimal, lambda number: "" if number.is_nan() else str(number)),
    (date, _time_text),  # a datetime is a date
    (time, _time_text),
)
