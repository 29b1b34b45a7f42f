"""``claimsync why``: the sentence and the proof of a finding, or of all that a claim is part of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import INVALID
from claimsync.cli.options import context_option, debug_option, format_option, input_of, zone_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation
    from claimsync.report.text import Line


@click.command("why", short_help="Tell why: the sentence and the proof of a finding.")
@click.argument("path")
@click.argument("id")
@context_option
@zone_option
@format_option
@debug_option
@click.pass_context
def command(
    ctx: click.Context, *, path: str, id: str, context: str | None, zone: str, format: str
) -> None:
    """Tell why: ID is a finding's id, the beginning of one, or a claim's id."""
    from claimsync.cli.writing import write_bytes, write_lines
    from claimsync.pipeline import reconcile
    from claimsync.report.summary import finding_record

    given = input_of((path,), context, zone)
    for error in given.errors:
        click.echo(f"error: {error}", err=True)
    result = reconcile(given.claims)
    found = findings_for(result, id)
    if format == "json":
        records = [finding_record(finding) for finding in found]
        write_bytes(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        write_lines(_lines(result, id, found))
    ctx.exit(INVALID if given.errors else 0)


def findings_for(result: Reconciliation, id: str) -> list[Finding]:
    """Return the findings that a claim is part of, or those whose id begins with ``id``.

    Raises click.UsageError where there is neither.
    """
    from claimsync.errors import did_you_mean
    from claimsync.report.summary import ordered

    listed = [*ordered(result)]
    if id in result.claims.ids:
        return [finding for finding in listed if id in finding.claims]
    found = [finding for finding in listed if id and finding.id.startswith(id)]
    if not found:
        known = [*result.claims.ids, *(finding.id for finding in listed)]
        hint = did_you_mean(id, known) or "'check' shows the ids"
        raise click.UsageError(f"expected the id of a finding or a claim, got {id!r}; {hint}")
    return found


def _lines(result: Reconciliation, id: str, found: Sequence[Finding]) -> Iterator[Line]:
    """Yield the claim, if it is one, and the findings with their steps."""
    from claimsync.report.text import Line, finding_lines, shown

    if id in result.claims.ids:
        yield Line(0, shown(str(result.claims.claim(id))), "bold")
        yield from _readings(result, id)
        if not found:
            yield Line(2, "this claim is part of no finding")
    for finding in found:
        yield from proved(finding, finding_lines(finding))


def _readings(result: Reconciliation, id: str) -> Iterator[Line]:
    """Yield how a claim is read, and why not otherwise."""
    from claimsync.report.text import Line, shown

    for reading in result.readings().get(id, ()):
        yield Line(2, shown(f"read as {reading}"))
    for lost in result.rejected().get(id, ()):
        yield Line(2, shown(f"not as {lost.reading}: {lost.why}"))
        yield from (Line(4, shown(f"it would cause {each}")) for each in lost.causes)
        yield from (Line(4, shown(f"it would lose {each}")) for each in lost.loses)


def proved(finding: Finding, lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the lines of a finding, its kind before them and the steps of its proof after them."""
    from claimsync.report.steps import proof_lines
    from claimsync.report.text import Line, shown

    yield Line(0, str(finding.kind), "bold")
    for line in lines:
        yield line._replace(text=shown(line.text))
    for step in proof_lines(finding.proof):
        yield Line(6, shown(step))
