"""Text in a table format to numbered rows."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimsync.errors import InvalidClaimError, Place
from claimsync.interop.strict_json import load
from claimsync.interop.tables import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.interop.tables import Chunk, Row

_SHOWN = 60


@dataclass(slots=True)
class Sheet:
    """A table as it is read: numbered rows, or chunks of columns under a header.

    ``errors`` are lines that are no rows; all are known once everything was read.
    """

    rows: Iterable[Row] = ()
    header: tuple[str, ...] | None = None
    chunks: Iterable[Chunk] = ()
    errors: list[InvalidClaimError] = field(default_factory=list)
    context: object = None


def separated(text: str, file: str | None = None, *, mark: str = ",") -> Sheet:
    r"""Return the columns of CSV (RFC 4180) or, with a tab as ``mark``, TSV; lines number its rows.

    >>> list(separated("source,measure\nAFP,killed\n").chunks)
    [((2,), [('AFP',), ('killed',)])]
    """
    sheet = Sheet()
    records = _records(text, mark, file, sheet.errors)
    for _, cells in records:
        sheet.header = _named(cells)
        sheet.chunks = _chunks(records, len(cells), file, sheet.errors)
        break
    return sheet


def _chunks(
    records: Iterator[tuple[int, list[str]]], width: int, file: str | None,
    errors: list[InvalidClaimError],
) -> Iterator[Chunk]:  # fmt: skip
    """Yield lines and columns of some records at a time; put uneven ones into ``errors``."""
    while several := list(islice(records, CHUNK)):
        errors += [_uneven(each, width, file) for each in several if len(each[1]) != width]
        even = [each for each in several if len(each[1]) == width]
        if even:
            lines, rows = zip(*even, strict=True)
            yield lines, list(zip(*rows, strict=True))


def _uneven(record: tuple[int, list[str]], width: int, file: str | None) -> InvalidClaimError:
    """Return what is wrong with a record of another width than the header."""
    line, cells = record
    advice = "quote cells that hold the separator" if len(cells) > width else "fill the row up"
    message = f"expected {width} cells as in the header, got {len(cells)}; {advice}"
    return InvalidClaimError(message, Place(file, line))


def _records(
    text: str, mark: str, file: str | None, errors: list[InvalidClaimError]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the filled records with their first line; put broken ones into ``errors``."""
    reader = csv.reader(_lines(text), delimiter=mark, strict=True)
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


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, of whatever system."""
    return (found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text))


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

    >>> list(lines_of_json('{"source": "AFP"}\n\n{"source": "dpa"}').rows)
    [(1, {'source': 'AFP'}), (3, {'source': 'dpa'})]
    """
    sheet = Sheet()
    sheet.rows = _objects(text, file, sheet.errors)
    return sheet


def _objects(text: str, file: str | None, errors: list[InvalidClaimError]) -> Iterator[Row]:
    """Yield the numbered objects of NDJSON; put other lines into ``errors``."""
    for line, found in enumerate(re.finditer(r"[^\n]*(?:\n|\Z)", text), start=1):
        content = found[0]
        if content.strip():
            try:
                yield line, _object(load(content.removesuffix("\n")))
            except InvalidClaimError as error:
                errors.append(error.at(Place(file, line)))


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
    rows: list[Row] = []
    for row, record in enumerate(content, start=1):
        try:
            rows.append((row, _object(record)))
        except InvalidClaimError as error:
            sheet.errors.append(error.at(Place(file, row)))
    sheet.rows = rows
    return sheet


def _object(record: object) -> dict[str, Any]:
    """Return a record."""
    if not isinstance(record, dict):
        raise InvalidClaimError(f'expected an object such as {{"source": …}}, got {_shown(record)}')
    return record


def _shown(content: object) -> str:
    """Return the beginning of what was found."""
    return "nothing" if content is None else repr(content)[:_SHOWN]
