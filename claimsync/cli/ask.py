"""``claimsync ask``: what to ask next, of whom, and what each answer would lead to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import INVALID
from claimsync.cli.options import context_option, debug_option, format_option, input_of, zone_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.findings.inquiries import Inquiries
    from claimsync.report.text import Line


@click.command("ask", short_help="Tell what to ask next, and of whom.")
@click.argument("path")
@context_option
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True,
              help="How many questions to tell.")  # fmt: skip
@zone_option
@format_option
@debug_option
@click.pass_context
def command(
    ctx: click.Context, *, path: str, context: str | None, limit: int, zone: str, format: str
) -> None:
    """Tell what to ask next: the questions to named sources that settle most of what is open.

    Each possible answer is tried, and what it would lead to is told.
    """
    from claimsync.cli.writing import write_bytes, write_lines
    from claimsync.pipeline import reconcile
    from claimsync.report.asking import inquiry_record

    given = input_of((path,), context, zone)
    for error in given.errors:
        click.echo(f"error: {error}", err=True)
    found = reconcile(given.claims).ask(limit)
    if found.left:
        click.echo(f"{found.left:,} groups of connected claims were not looked at", err=True)
    if format == "json":
        records = [inquiry_record(inquiry) for inquiry in found]
        write_bytes(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        write_lines(_lines(found))
    ctx.exit(INVALID if given.errors else 0)


def _lines(found: Inquiries) -> Iterator[Line]:
    """Yield the inquiries with what each answer leads to."""
    from claimsync.report.asking import inquiry_lines
    from claimsync.report.text import Line

    if not found:
        yield Line(0, "nothing is open")
    for inquiry in found:
        yield from inquiry_lines(inquiry)
