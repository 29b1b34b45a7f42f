"""Text to standard output and files, in bytes that do not depend on the machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import leave_quietly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimsync.report.text import Line


def write_bytes(text: str) -> None:
    """Write UTF-8 to standard output, whatever its encoding is said to be."""
    write_pieces((text,))


def write_pieces(pieces: Iterable[str]) -> None:
    """Write pieces of one text to standard output, each before the next is made."""
    stream = sys.stdout.buffer
    try:
        for piece in pieces:
            stream.write(encoded(piece))
        stream.flush()
    except BrokenPipeError:
        leave_quietly()


def encoded(text: str) -> bytes:
    r"""Return UTF-8; half a surrogate pair, which has none, as its code.

    >>> encoded("é\ud800")
    b'\xc3\xa9\\ud800'
    """
    return text.encode("utf-8", errors="backslashreplace")


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Write pieces of one text to a file, each before the next is made.

    Raises click.UsageError where that is not possible.
    """
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - the path is the user's word
            file.writelines(encoded(piece) for piece in pieces)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"cannot write {path}: {error}; choose another path") from None


def write_new(path: str, text: str, *, force: bool = False, read: Iterable[str] = ()) -> None:
    """Write a file that is not there yet, or that holds the same, or any with ``force``.

    Raises click.UsageError for another one, which somebody may have edited, and for one of those
    that were ``read``, ``force`` or not.
    """
    if any(_same_file(path, other) for other in read):
        raise click.UsageError(f"{path} is what was read, and would be lost; name another file")
    if not force:
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - the path is the user's word
                same = file.read() == encoded(text)
        except (OSError, ValueError):
            same = True  # nothing to read; what is wrong with the path shows in writing
        if not same:
            raise click.UsageError(
                f"{path} is there already and may have been edited; name another file, or --force"
            )
    write_file(path, (text,))


def _same_file(one: str, other: str) -> bool:
    """Return whether two paths are of one file that is there."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def write_lines(lines: Iterable[Line]) -> None:
    """Write lines to standard output: in colour and wrapped on a terminal, plain in a pipe."""
    stream = sys.stdout
    try:
        if stream.isatty():
            _show(lines)
        else:
            from claimsync.report.text import ascii_text

            encoding = stream.encoding or "utf-8"
            text = "".join(f"{' ' * line.indent}{line.text}".rstrip() + "\n" for line in lines)
            stream.write(ascii_text(text, encoding))
        stream.flush()
    except BrokenPipeError:
        leave_quietly()


def _show(lines: Iterable[Line]) -> None:
    """Print on the terminal."""
    from rich.console import Console

    from claimsync.report.text import printed

    printed(lines, Console(file=sys.stdout, highlight=False, markup=False, emoji=False))
