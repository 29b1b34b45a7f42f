"""Options that several verbs share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimsync.interop.files import Input

Decorated = Any


def _debug(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    """Remember that tracebacks are wanted."""
    if wanted:
        ctx.meta["claimsync.debug"] = True


def _zone(_: click.Context, __: click.Parameter, zone: str) -> str:
    """Refuse a zone that is none."""
    if zone:
        from pydantic import ValidationError

        from claimsync.errors import InvalidClaimError
        from claimsync.model.context import Context

        try:
            Context(zone=zone)
        except (InvalidClaimError, ValidationError):
            message = f"expected an offset such as +02:00 or Z, got {zone!r}"
            raise click.BadParameter(message) from None
    return zone


def checked_time(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    """Refuse a time that is none."""
    if text is not None:
        from claimsync.errors import InvalidClaimError
        from claimsync.model.period import Period

        try:
            Period.parse(text)
        except InvalidClaimError as error:
            raise click.BadParameter(error.message) from None
    return text


debug_option: Callable[[Decorated], Decorated] = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_debug,
    help="Show a traceback when something goes wrong inside.",
)
context_option: Callable[[Decorated], Decorated] = click.option(
    "--context", metavar="FILE", help="A .claims file whose declarations the input is read with."
)
zone_option: Callable[[Decorated], Decorated] = click.option(
    "--zone",
    default="",
    metavar="OFFSET",
    callback=_zone,
    help="The zone of times without one, such as +02:00.",
)
PAGES = (".txt", ".md", ".html", ".htm")
said_at_option: Callable[[Decorated], Decorated] = click.option(
    "--said-at",
    metavar="DATE",
    callback=checked_time,
    help="The date of news pages, against which 'Wednesday' is read.",
)
statements_option: Callable[[Decorated], Decorated] = click.option(
    "--statements",
    is_flag=True,
    help="Of news pages, take what somebody just says as claims too.",
)
format_option: Callable[[Decorated], Decorated] = click.option(
    "--format",
    "format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="What standard output gets.",
)


def standard_input(paths: tuple[str, ...]) -> bytes | None:
    """Return what standard input holds, if ``-`` is among the paths."""
    if paths.count("-") > 1:
        raise click.UsageError("expected '-' once, since standard input can be read only once")
    return sys.stdin.buffer.read() if "-" in paths else None


def refuse_claims(paths: tuple[str, ...]) -> None:
    """Refuse files of claims where news pages are read."""
    from claimsync.interop.content import FORMATS

    for path in paths:
        name = path.casefold().removesuffix(".gz")
        if name.endswith(tuple(FORMATS)):
            raise click.UsageError(
                f"{path}: expected a news page ({', '.join(PAGES)}), got claims or a table;"
                f" 'claimsync check {path}' reads it"
            )


def refuse_unknown(paths: tuple[str, ...]) -> None:
    """Refuse what is neither a file of claims nor a news page by its suffix, or is not there.

    Raises FormatError.
    """
    from claimsync.errors import FormatError
    from claimsync.interop.content import STDIN, bytes_of, format_of

    for path in paths:
        if path == STDIN or path.casefold().endswith(PAGES):
            continue
        try:
            format_of(path)
        except FormatError as error:
            bytes_of(path)  # says so if it is not there
            pages = f"a news page is read as {', '.join(PAGES)}"
            raise FormatError(f"{error}; {pages}") from None


def input_of(
    paths: tuple[str, ...], context: str | None, zone: str = "", *,
    said_at: str | None = None, statements: bool = False,
) -> Input:  # fmt: skip
    """Return what the files hold, standard input for ``-``; news pages are read into claims."""
    stdin = standard_input(paths)
    refuse_unknown(paths)
    if "-" in paths or any(path.casefold().endswith(PAGES) for path in paths):
        from claimsync.cli.pages import file_of

        return file_of(paths, context, said_at=said_at, zone=zone, stdin=stdin,
                       statements=statements)  # fmt: skip
    from claimsync.interop.files import read_input

    return read_input(paths, context=context, zone=zone, stdin=stdin)
