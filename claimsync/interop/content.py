"""What files hold, as text: suffixes, compression and encodings."""

from __future__ import annotations

import codecs
import gzip
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
    for start, (kind, advice) in _BINARY.items():
        if data.startswith(start):
            raise FormatError(f"{name}: expected a file of {_SUPPORTED}, got {kind}; {advice}")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise InvalidClaimError(
            f"expected {'UTF-16' if wide else 'UTF-8'}, got the byte 0x{data[error.start]:02X}"
            f" at position {error.start:,}; save the file as UTF-8",
            Place(name, row),
        ) from None
    if "\0" in text:
        at = text.index("\0")
        raise InvalidClaimError(
            f"expected text, got a NUL character at position {at:,}; save the file as UTF-8 text",
            Place(name, text.count("\n", 0, at) + 1),
        )
    if not text.strip():
        raise InvalidClaimError(
            "expected claims, got an empty file; check that it was written", Place(name)
        )
    return text
