"""``claimsync demo``: a day of news that comes with the package, from claims to findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimsync.cli.options import debug_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.model.claimset import ClaimSet
    from claimsync.report.text import Line


@click.command("demo", short_help="Show a day of news, from claims to findings.")
@debug_option
def command() -> None:
    """Show the claims of one day of a live blog, and what they say together."""
    from claimsync.cli.writing import write_lines
    from claimsync.notation import parse

    write_lines(_lines(parse(day_text())))


def day_text() -> str:
    """Return the day in the notation."""
    from importlib.resources import files

    return files("claimsync").joinpath("data", "live_blog.claims").read_text(encoding="utf-8")


def _lines(day: ClaimSet) -> Iterator[Line]:
    """Yield the declarations, the claims, and the report."""
    from claimsync.pipeline import reconcile
    from claimsync.report.text import Line, report_lines, shown

    yield Line(0, "what is declared", "bold")
    for line in str(day.context).splitlines():
        yield Line(2, shown(line))
    yield from (Line(0, ""), Line(0, "what was said", "bold"))
    for claim in day.claims:
        yield Line(2, shown(str(claim)))
    yield Line(0, "")
    yield from report_lines(reconcile(day))
