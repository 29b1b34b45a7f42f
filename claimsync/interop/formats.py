"""Text in a table format to numbered rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.cells import MOST_BITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.interop.tables import Row

_SHOWN = 60


@dataclass(slots=True)
class Sheet:
    """Numbered rows, the header they share if they do, and lines that are no rows."""

    rows: list[Row] = field(default_factory=list)
    header: tuple[str, ...] | None = None
    errors: list[InvalidClaimError] = field(default_factory=list)
    context: object = None


def separated(text: str, file: str | None = None, *, mark: str = ",") -> Sheet:
    r"""Return the rows of CSV (RFC 4180) or, with a tab as ``mark``, TSV; its line numbers a row.

    >>> separated("source,measure\nAFP,killed\n").rows
    [(2, {'source': 'AFP', 'measure': 'killed'})]
    """
    sheet = Sheet()
    for line, cells in _records(text, mark, file, sheet.errors):
        if sheet.header is None:
            sheet.header = _named(cells)
        elif len(cells) == len(sheet.header):
            sheet.rows.append((line, dict(zip(sheet.header, cells, strict=True))))
        else:
            advice = (
                "quote cells that hold the separator"
                if len(cells) > len(sheet.header)
                else "fill the row up"
            )
            message = (
                f"expected {len(sheet.header)} cells as in the header, got {len(cells)}; {advice}"
            )
            sheet.errors.append(InvalidClaimError(message, Place(file, line)))
    return sheet


def _records(
    text: str, mark: str, file: str | None, errors: list[InvalidClaimError]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the records that are not blank with their first line; put broken ones into ``errors``."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            errors.append(_broken(str(error), Place(file, line)))
            if "limit" in str(error):
                return  # the reader stands inside the cell: what follows is no row
        else:
            if cells:
                yield line, cells


def _broken(message: str, place: Place) -> InvalidClaimError:
    """Return an error of the csv module in our words."""
    if "limit" in message:
        told = f"expected cells of at most {csv.field_size_limit():,} characters, got a longer one;"
        return InvalidClaimError(
            f"{told} shorten it or close its quote; the rows after it are not read", place
        )
    if "unexpected end" in message:
        return InvalidClaimError(
            "expected a closing quote, got the end of the file; close the quote", place
        )
    return InvalidClaimError(
        f"expected a row of cells, got one that breaks off ({message}); double its quotes", place
    )


def _named(cells: list[str]) -> tuple[str, ...]:
    """Return the header, where columns without a name go by their position."""
    return tuple(
        cell.strip() or f"column {position}" for position, cell in enumerate(cells, start=1)
    )


def lines_of_json(text: str, file: str | None = None) -> Sheet:
    r"""Return the rows of NDJSON, one object a line; other lines are errors, and reading goes on.

    >>> lines_of_json('{"source": "AFP"}\n{"source": ').errors[0].place.row
    2
    """
    sheet = Sheet()
    for line, content in enumerate(text.split("\n"), start=1):
        if content.strip():
            try:
                sheet.rows.append((line, _object(load(content))))
            except InvalidClaimError as error:
                sheet.errors.append(error.at(Place(file, line)))
    return sheet


def whole_json(text: str, file: str | None = None) -> Sheet:
    """Return the rows of a JSON list of records, or of an object with ``claims`` (and ``context``).

    >>> whole_json('{"claims": [{"source": "AFP"}]}').rows
    [(1, {'source': 'AFP'})]
    """
    sheet = Sheet()
    try:
        content = load(text)
    except InvalidClaimError as error:
        sheet.errors.append(error.at(Place(file, error.place.row)))
        return sheet
    if isinstance(content, dict):
        sheet.context = content.get("context")
        content = content.get("claims")
    if not isinstance(content, list):
        message = f"expected a list of records or an object with 'claims', got {_shown(content)}"
        sheet.errors.append(InvalidClaimError(message, Place(file)))
        return sheet
    for row, record in enumerate(content, start=1):
        try:
            sheet.rows.append((row, _object(record)))
        except InvalidClaimError as error:
            sheet.errors.append(error.at(Place(file, row)))
    return sheet


def load(text: str) -> Any:
    """Return what JSON ``text`` holds; decimals keep their digits.

    Raises InvalidClaimError, with the line, for anything but JSON (RFC 8259), for NaN, and for a
    key that stands twice in one object.
    r"""
    try:
        content = json.loads(
            text,
            parse_float=Decimal,
            parse_int=_whole,
            parse_constant=_constant,
            object_pairs_hook=_once,
        )
        if "\ud" in text.casefold():
            json.dumps(content, ensure_ascii=False, default=str).encode()
    except json.JSONDecodeError as error:
        message = f"expected JSON, got {text[error.pos : error.pos + 20]!r} at column {error.colno} ({error.msg})"
        raise InvalidClaimError(message, Place(row=error.lineno)) from None
    except RecursionError:
        raise InvalidClaimError(
            "expected a record, got JSON nested too deeply; flatten it"
        ) from None
    except UnicodeEncodeError:
        raise InvalidClaimError(
            "expected text, got half of a surrogate pair (\ud…); write the character"
        ) from None
    return content


def _whole(digits: str) -> int | str:
    """Return an integer; one too long to be a figure stays text, to be refused with its place."""
    return int(digits) if len(digits) < MOST_BITS else digits


def _constant(word: str) -> None:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise InvalidClaimError(f"expected JSON, got {word}; write null for an empty cell")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose keys differ."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InvalidClaimError(f"expected each key once, got {twice!r} twice; keep one")
    return found


def _object(record: object) -> dict[str, Any]:
    """Return a record."""
    if not isinstance(record, dict):
        raise InvalidClaimError(f'expected an object such as {{"source": …}}, got {_shown(record)}')
    return record


def _shown(content: object) -> str:
    """Return the beginning of what was found."""
    return "nothing" if content is None else repr(content)[:_SHOWN]
