"""``claimsync graph``: who says what about which question, as a graph."""

from __future__ import annotations

import click

from claimsync.cli.ends import INVALID
from claimsync.cli.options import context_option, debug_option, input_of, zone_option


@click.command("graph", short_help="Print sources, claims and questions as a graph.")
@click.argument("path")
@context_option
@zone_option
@click.option("--format", "format", type=click.Choice(("json", "dot", "mermaid")), default="json",
              show_default=True)  # fmt: skip
@click.option("--finding", metavar="ID", help="Only the claims of the finding with this id.")
@debug_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    path: str,
    context: str | None,
    zone: str,
    format: str,
    finding: str | None,
) -> None:
    """Print sources, claims and questions as a graph: networkx node-link JSON, DOT or Mermaid."""
    from claimsync.cli.why import findings_for
    from claimsync.cli.writing import write_bytes
    from claimsync.pipeline import reconcile
    from claimsync.report.graphs import dot_text, mermaid_text, node_link_text

    given = input_of((path,), context, zone)
    for error in given.errors:
        click.echo(f"error: {error}", err=True)
    result = reconcile(given.claims)
    found = findings_for(result, finding) if finding is not None else [None]
    if len(found) != 1:
        ids = ", ".join(each.id for each in found if each)
        raise click.UsageError(
            f"expected the id of one finding, got {finding!r}, which fits {ids or 'none'}"
        )
    text = {"json": node_link_text, "dot": dot_text, "mermaid": mermaid_text}[format]
    write_bytes(text(result.graph(found[0])))
    ctx.exit(INVALID if given.errors else 0)
