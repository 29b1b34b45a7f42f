"""``claimsync relate``: how two claims stand to each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import INVALID
from claimsync.cli.options import context_option, debug_option, format_option, input_of, zone_option

if TYPE_CHECKING:
    from claimsync.model.claim import Claim
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.context import Context


@click.command("relate", short_help="Tell how two claims relate.")
@click.argument("claims", nargs=-1, required=True, metavar="[PATH] A B")
@context_option
@zone_option
@format_option
@debug_option
@click.pass_context
def command(
    ctx: click.Context, *, claims: tuple[str, ...], context: str | None, zone: str, format: str
) -> None:
    """Tell how claims A and B relate: ids of claims in PATH, or lines of the notation."""
    from claimsync.cli.why import proved
    from claimsync.cli.writing import write_bytes, write_lines
    from claimsync.findings.relate import relate
    from claimsync.report.summary import finding_record
    from claimsync.report.text import finding_lines

    if len(claims) not in (2, 3):
        raise click.UsageError("expected two claims, with or without a file before them")
    errors, (one, other), declared = _two(claims, context, zone)
    for error in errors:
        click.echo(f"error: {error}", err=True)
    finding = relate(one, other, context=declared)
    if format == "json":
        write_bytes(json.dumps(finding_record(finding), ensure_ascii=False, indent=2) + "\n")
    else:
        write_lines(proved(finding, finding_lines(finding)))
    ctx.exit(INVALID if errors else 0)


def _two(
    claims: tuple[str, ...], context: str | None, zone: str
) -> tuple[tuple[Exception, ...], tuple[Claim, Claim], Context]:
    """Return the errors of the file, both claims, and the declarations they are read with."""
    from claimsync.interop.contexts import context_of
    from claimsync.model.claimset import ClaimSet

    *path, one, other = claims
    if path:
        given = input_of((path[0],), context, zone)
        day, errors = given.claims, given.errors
    else:
        day, errors = ClaimSet.model_construct(claims=(), context=context_of(context, zone)), ()
    return errors, (_claim(day, one), _claim(day, other)), day.context


def _claim(day: ClaimSet, text: str) -> Claim:
    """Return the claim with this id, or the one that a line writes.

    Raises click.UsageError where the text is neither.
    """
    from claimsync.errors import did_you_mean
    from claimsync.notation import parse_document

    if text in day.ids:
        return day.claim(text)
    if ":" in text:
        document = parse_document(text, context=day.context)
        if len(document.claims) == 1 and not document.errors:
            return document.claims[0]
        for error in document.errors:
            raise click.UsageError(str(error))
    hint = did_you_mean(text, day.ids) or "'check' shows the ids"
    raise click.UsageError(
        f"expected the id of a claim or a line of the notation, got {text!r}; {hint}"
    )
