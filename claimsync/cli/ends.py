"""How a command ends: exit codes, and one line on what went wrong and what to do."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND, USAGE, INVALID, INTERNAL, INTERRUPTED = 1, 2, 3, 4, 130


@contextmanager
def guarded(ctx: click.Context) -> Iterator[None]:
    """Turn what is raised inside into a message on stderr and an exit code."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except BrokenPipeError:
        leave_quietly()
        ctx.exit(0)
    except KeyboardInterrupt:
        ctx.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        if debugging(ctx):
            traceback.print_exc()
        code, message = told(error)
        click.echo(f"claimsync: {message}", err=True)
        ctx.exit(code)


def debugging(ctx: click.Context) -> bool:
    """Return whether a traceback is wanted."""
    return bool(ctx.meta.get("claimsync.debug") or os.environ.get("CLAIMSYNC_DEBUG"))


def told(error: Exception) -> tuple[int, str]:
    """Return the exit code and the message of an error."""
    from claimsync import errors

    match error:
        case (
            errors.InvalidClaimsError() | errors.InvalidClaimError() | errors.InvalidContextError()
        ):
            return INVALID, str(error)
        case errors.FormatError() | errors.MissingExtraError() | errors.AmbiguousQuestionError():
            return USAGE, str(error)
        case errors.SearchLimitError():
            return INTERNAL, str(error)
        case _:
            what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
            return INTERNAL, (
                f"internal error ({what}); run again with --debug and report what it shows,"
                " with the input if you can share it"
            )


def leave_quietly() -> None:
    """Let nothing more reach a pipe that nobody reads, also not when the interpreter ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None
