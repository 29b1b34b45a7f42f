"""Text in a table format to numbered rows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.strict_json import load

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
    """Yield the filled records with their first line; put broken ones into ``errors``."""
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


def _object(record: object) -> dict[str, Any]:
    """Return a record."""
    if not isinstance(record, dict):
        raise InvalidClaimError(f'expected an object such as {{"source": …}}, got {_shown(record)}')
    return record


def _shown(content: object) -> str:
    """Return the beginning of what was found."""
    return "nothing" if content is None else repr(content)[:_SHOWN]
