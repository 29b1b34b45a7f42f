"""What files hold, as text: suffixes, compression and encodings."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from pathlib import Path

from claimsync.errors import FormatError, InvalidClaimError, Place, did_you_mean

FORMATS = {
    ".claims": "claims",
    ".csv": "csv",
    ".tsv": "tsv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".json": "json",
}
STDIN = "-"
_SUPPORTED = f"{', '.join(FORMATS)}, each also with .gz"
_FRAME = "pip install 'claimsync[{extra}]', load the table as a DataFrame and call from_frame"
_ELSEWHERE = {
    ".parquet": "arrow",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".xlsx": "excel",
    ".xls": "excel",
}
_BINARY = {
    b"PAR1": ("a Parquet file", _FRAME.format(extra="arrow")),
    b"ARROW1": ("an Arrow file", _FRAME.format(extra="arrow")),
    b"PK\x03\x04": ("a zip archive or spreadsheet", _FRAME.format(extra="excel")),
    b"\xd0\xcf\x11\xe0": ("an old spreadsheet", _FRAME.format(extra="excel")),
    b"\x1f\x8b": ("a gzip file", "add .gz to its name"),
    b"SQLite format 3": ("a database", "export the table as .csv"),
    b"%PDF": ("a PDF file", "export the table as .csv"),
}


def format_of(name: str) -> str:
    """Return the format that a file's suffix names.

    >>> format_of("day.claims"), format_of("returns.CSV.gz")
    ('claims', 'csv')

    Raises FormatError for any other suffix.
    """
    path = Path(name)
    suffix = (Path(path.stem) if path.suffix.casefold() == ".gz" else path).suffix.casefold()
    if suffix in FORMATS:
        return FORMATS[suffix]
    extra = _ELSEWHERE.get(suffix)
    advice = (
        _FRAME.format(extra=extra)
        if extra
        else did_you_mean(suffix, FORMATS) or "rename it or export it"
    )
    raise FormatError(
        f"{name}: expected a file of {_SUPPORTED}, got {suffix or 'no suffix'!r}; {advice}"
    )


def bytes_of(name: str) -> bytes:
    """Return what a file holds, uncompressed.

    Raises FormatError for a missing file, a directory, and a damaged .gz.
    """
    path = Path(name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        near = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        advice = did_you_mean(path.name, near) or "check the path"
        raise FormatError(f"{name}: expected a file, got none of that name; {advice}") from None
    except IsADirectoryError:
        raise FormatError(
            f"{name}: expected a file, got a directory; name the files in it"
        ) from None
    except (OSError, ValueError) as error:
        raise FormatError(f"{name}: expected a readable file, got: {error}") from None
    return unzipped(data, name) if path.suffix.casefold() == ".gz" else data


def unzipped(data: bytes, name: str) -> bytes:
    """Return gzip ``data`` uncompressed.

    Raises FormatError where it is truncated or damaged.
    """
    try:
        return gzip.decompress(data)
    except (EOFError, OSError, zlib.error) as error:
        raise FormatError(
            f"{name}: expected a whole gzip file, got: {error}; fetch it again"
        ) from None


def text_in(data: bytes, name: str) -> str:
    r"""Return ``data`` as text: UTF-8 with or without a byte order mark, UTF-16 with one.

    >>> text_in("\ufeffsource".encode(), "day.csv")
    'source'

    Raises FormatError for other kinds of file, and InvalidClaimError, with the row, for bytes that
    are no UTF-8 and for NUL characters.
    """
    text, errors = lines_in(data, name)
    if errors:
        raise errors[0]
    return text


def lines_in(data: bytes, name: str) -> tuple[str, list[InvalidClaimError]]:
    r"""Return ``data`` as text, its unreadable lines left blank, and an error for each of these.

    >>> text, errors = lines_in(b"a\n\xff\nb", "day.claims")
    >>> text.split("\n"), errors[0].place.row
    (['a', '', 'b'], 2)

    Raises FormatError for other kinds of file, InvalidClaimError for a file without any text.
    """
    for start, (kind, advice) in _BINARY.items():
        if data.startswith(start):
            raise FormatError(f"{name}: expected a file of {_SUPPORTED}, got {kind}; {advice}")
    errors: list[InvalidClaimError] = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _wide(data, name)
    else:
        text, errors = _readable(data.decode("utf-8-sig", "surrogateescape"), name)
    if not text.strip() and not errors:
        raise InvalidClaimError(
            "expected claims, got an empty file; check that it was written", Place(name)
        )
    return text, errors


def _wide(data: bytes, name: str) -> str:
    """Return UTF-16 as text."""
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise InvalidClaimError(
            f"expected UTF-16, got the byte 0x{data[error.start]:02X} at position"
            f" {error.start:,}; save the file as UTF-8",
            Place(name, data.count(b"\n", 0, error.start) + 1),
        ) from None


_UNREADABLE = re.compile("[\0\udc80-\udcff]")


def _readable(text: str, name: str) -> tuple[str, list[InvalidClaimError]]:
    """Return the text with unreadable lines blank, and what is wrong with each."""
    if not _UNREADABLE.search(text):
        return text, []
    lines, errors = text.split("\n"), []
    for at, line in enumerate(lines):
        if bad := _UNREADABLE.search(line):
            code = ord(bad[0])
            what = f"the byte 0x{code - 0xDC00:02X}" if code else "a NUL character"
            errors.append(
                InvalidClaimError(
                    f"expected UTF-8 text, got {what} at column {bad.start() + 1:,} of the line;"
                    " save the file as UTF-8",
                    Place(name, at + 1),
                )
            )
            lines[at] = ""
    return "\n".join(lines), errors
