"""Files to claims: notation, CSV, TSV, NDJSON and JSON, alone or several together."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike, fspath
from typing import TYPE_CHECKING

from claimsync.errors import FormatError, InvalidClaimError, InvalidClaimsError, Place
from claimsync.interop.content import STDIN, bytes_of, format_of, lines_in, unzipped
from claimsync.interop.contexts import context_of
from claimsync.interop.formats import Sheet, lines_of_json, separated, whole_json
from claimsync.interop.nested import validated
from claimsync.interop.sniff import sniffed
from claimsync.interop.tables import Table, read_rows
from claimsync.model.checks import context_faults
from claimsync.model.claimset import ClaimSet
from claimsync.model.columns import Claims
from claimsync.model.context import Context
from claimsync.notation import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Input:
    """The valid claims of an input, what is wrong with the rest, and hints on what is not read."""

    claims: ClaimSet
    errors: tuple[InvalidClaimError, ...] = ()
    hints: tuple[str, ...] = ()


def read(
    paths: Path | Iterable[Path],
    *,
    context: Context | ClaimSet | Path | None = None,
    zone: str = "",
    errors: list[InvalidClaimError] | None = None,
    stdin: bytes | None = None,
) -> ClaimSet:
    r"""Return the claims of one or several files, under their own declarations and ``context``.

    >>> read("-", stdin=b"source,measure,value\nAFP,killed,8\ndpa,killed,at least 7\n")
    ClaimSet(2 claims · 2 sources · 1 question)

    A file's suffix names its format; ``-`` stands for ``stdin``, whose format is looked for in it.
    ``zone`` (``+02:00``) serves times without one. Raises FormatError for a file of another kind,
    and InvalidClaimsError with everything that is wrong in the rows, unless ``errors`` is a list
    that takes it.
    """
    found = read_input(paths, context=context, zone=zone, stdin=stdin)
    if errors is None and found.errors:
        raise InvalidClaimsError(found.errors)
    if errors is not None:
        errors += found.errors
    return found.claims


def read_input(
    paths: Path | Iterable[Path],
    *,
    context: Context | ClaimSet | Path | None = None,
    zone: str = "",
    stdin: bytes | None = None,
) -> Input:
    r"""Return what ``read`` reads, with its errors and hints beside it.

    >>> read_input("-", stdin=b"source,measure,vale\nAFP,killed,8\n").hints
    ("-: column 'vale' is not known and kept as a note; did you mean 'value'?",)

    Raises FormatError, and InvalidClaimsError for declarations that cannot be used.
    """
    listed = [paths] if isinstance(paths, str | PathLike) else list(paths)
    reader = _Files(context_of(context, zone), zone, stdin)
    contents = [reader.opened(fspath(path)) for path in listed]
    return reader.input([content for content in contents if content is not None])


@dataclass(slots=True)
class _Content:
    """One file: its name, and its table or the sheet that the table will be read from."""

    name: str
    sheet: Sheet | None
    table: Table


class _Files:
    """Several files on their way to one set: declarations first, tables under them all."""

    def __init__(self, context: Context, zone: str, stdin: bytes | None) -> None:
        self._context, self._zone, self._stdin = context, zone, stdin
        self._dimensions: set[str] = set()

    def opened(self, name: str) -> _Content | None:
        """Return a file's claims if it is notation, else its rows; take its declarations."""
        try:
            text, format, unreadable = self._text(name)
        except InvalidClaimError as error:
            return _Content(name, None, Table(errors=[error]))
        if unreadable and format == "json":
            return _Content(name, None, Table(errors=unreadable))
        if format == "claims":
            table = self._document(text, name)
            table.errors += unreadable
            return _Content(name, None, table)
        sheet = _sheet(text, name, format)
        if isinstance(sheet.context, dict):
            try:
                self._context = self._context.joined(validated(Context, sheet.context))
            except InvalidClaimError as error:
                raise InvalidClaimsError([error.at(Place(name, column="context"))]) from None
        elif sheet.context is not None:
            got = type(sheet.context).__name__
            wrong = f"expected declarations as an object, got {got}; write them as Context does"
            unreadable = [*unreadable, InvalidClaimError(wrong, Place(name, column="context"))]
        return _Content(name, sheet, Table(errors=unreadable))

    def input(self, contents: list[_Content]) -> Input:
        """Return all files' claims as one set, checked."""
        context, errors = self._sound(contents)
        claims, hints = [], list[str]()
        for content in contents:
            table = (
                content.table
                if content.sheet is None
                else self._read(content.name, content.sheet, context)
            )
            claims.append(table.claims)
            errors += table.errors if content.sheet is None else content.table.errors + table.errors
            hints += table.hints
        found = ClaimSet.checked(Claims.joined(claims), context, errors)
        order = {content.name: position for position, content in enumerate(contents)}
        errors.sort(key=lambda e: (order.get(e.place.file or "", -1), e.place.row or 0))
        return Input(found, tuple(errors), tuple(hints))

    def _sound(self, contents: list[_Content]) -> tuple[Context, list[InvalidClaimError]]:
        """Return the declarations that hold together, and what is wrong with the others.

        What a file's own reading told already, with its row, is not told again.
        """
        faults = context_faults(self._context)
        placed = {error.message for content in contents for error in content.table.errors}
        wrong = [declaration for declaration, _ in faults]
        kept = [each for each in self._context.declarations() if each not in wrong]
        errors = [error for _, error in faults if error.message not in placed]
        return Context.of(kept, self._context.zone) if wrong else self._context, errors

    def _text(self, name: str) -> tuple[str, str, list[InvalidClaimError]]:
        """Return a file's text and format, and its unreadable lines."""
        if name != STDIN:
            format = format_of(name)
            text, errors = lines_in(bytes_of(name), name)
            return text, format, errors
        if self._stdin is None:
            raise FormatError("-: expected the bytes of standard input, got none; pass stdin=")
        data = unzipped(self._stdin, name) if self._stdin.startswith(b"\x1f\x8b") else self._stdin
        text, errors = lines_in(data, name)
        return text, sniffed(text), errors

    def _document(self, text: str, name: str) -> Table:
        """Return the claims of notation."""
        document = parse_document(text, file=name, context=self._context)
        self._context = self._context.joined(document.context)
        if self._zone:
            self._context = self._context.model_copy(update={"zone": self._zone})
        for claim in document.claims:
            if claim.question is not None:
                self._dimensions.update(dimension for dimension, _ in claim.question.dimensions)
        return Table(Claims.of(document.claims), list(document.errors))

    def _read(self, name: str, sheet: Sheet, context: Context) -> Table:
        """Return the claims of a sheet."""
        if not sheet.rows and not sheet.errors:
            empty = InvalidClaimError(
                "expected rows of claims, got none; check that the file was written", Place(name)
            )
            return Table(errors=[empty])
        table = read_rows(
            sheet.rows, context=context, file=name, header=sheet.header, dimensions=self._dimensions
        )
        table.errors += sheet.errors
        return table


def _sheet(text: str, name: str, format: str) -> Sheet:
    """Return the rows of a table in one of the formats."""
    match format:
        case "ndjson":
            return lines_of_json(text, name)
        case "json":
            return whole_json(text, name)
        case _:
            return separated(text, name, mark="\t" if format == "tsv" else ",")
