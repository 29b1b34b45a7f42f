"""``claimsync schema``: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import json

import click

from claimsync.cli.options import debug_option


@click.command("schema", short_help="Print the JSON Schema of claims or of a result.")
@click.argument("what", type=click.Choice(("claims", "result")), default="claims")
@click.option("--strict", is_flag=True, help="Claims as a language model can fill them in.")
@debug_option
def command(what: str, *, strict: bool) -> None:
    """Print the JSON Schema of a set of claims, or of the result of check --format json."""
    from claimsync.cli.writing import write_bytes
    from claimsync.report.schema import claims_schema, draft_schema, result_schema

    if strict and what == "result":
        raise click.UsageError("--strict is for claims; leave it out for the result")
    schema = draft_schema() if strict else claims_schema() if what == "claims" else result_schema()
    write_bytes(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
