"""``claimsync check``: read claims, say what they say together."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import FOUND, INTERNAL, INVALID
from claimsync.cli.options import (
    checked_time,
    context_option,
    debug_option,
    input_of,
    said_at_option,
    statements_option,
    zone_option,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.cli.formats import Report

FORMATS = ("text", "json", "ndjson", "csv", "md", "html")
KINDS = (
    "divergence",
    "non-confirmation",
    "agreement",
    "tension",
    "revision",
    "not comparable",
    "echo",
)  # spelled out, so that --help needs no model; a test compares them
POLICIES = ("default", "approximate")


def _kinds(_: click.Context, __: click.Parameter, text: str) -> frozenset[str]:
    """Return the kinds that a comma-separated list names; ``none`` names no kind."""
    names = [" ".join(name.split()).casefold() for name in text.split(",")]
    if names == ["none"]:
        return frozenset()
    for name in names:
        if name not in KINDS:
            known = ", ".join(KINDS)
            raise click.BadParameter(f"expected kinds out of {known}, or none; got {name!r}")
    return frozenset(names)


def _outputs(_: click.Context, __: click.Parameter, given: Sequence[str]) -> list[tuple[str, str]]:
    """Return format and path of each output."""
    found = []
    for text in given:
        format, colon, path = text.partition(":")
        if format not in FORMATS or not colon or not path:
            known = ", ".join(FORMATS)
            raise click.BadParameter(
                f"expected FORMAT:PATH with a format out of {known}; got {text!r}"
            )
        found.append((format, path))
    return found


@click.command("check", short_help="Say where claims agree, diverge or are not confirmed.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@context_option
@click.option("--format", "format", type=click.Choice(FORMATS), default="text", show_default=True,
              help="What standard output gets.")  # fmt: skip
@click.option("--output", "outputs", multiple=True, callback=_outputs, metavar="FORMAT:PATH",
              help="Write a file as well; may be given several times.")  # fmt: skip
@click.option("--fail-on", "kinds", default="divergence", show_default=True, callback=_kinds,
              metavar="KINDS", help="Kinds, with commas, that make the exit code 1.")  # fmt: skip
@click.option("--until", callback=checked_time, metavar="T", help="Leave out what was said later.")
@zone_option
@said_at_option
@statements_option
@click.option("--policy", type=click.Choice(POLICIES), default="default", show_default=True,
              help="How bare round numbers are read.")  # fmt: skip
@click.option("--verify", is_flag=True,
              help="Check the proof of every finding again, against the claims alone.")  # fmt: skip
@click.option("--strict", is_flag=True, help="With invalid rows, tell the errors and nothing else.")
@debug_option
@click.pass_context
def command(
    ctx: click.Context, *, paths: tuple[str, ...], context: str | None, format: str,
    outputs: list[tuple[str, str]], kinds: frozenset[str], until: str | None, zone: str,
    said_at: str | None, statements: bool, policy: str, verify: bool, strict: bool,
) -> None:  # fmt: skip
    """Say where the claims of all PATHs agree, diverge or are not confirmed.

    A PATH is a .claims, .csv, .tsv, .ndjson or .json file (also .gz), a news page (.txt, .md or
    .html), or - for standard input.
    """
    from claimsync.cli.formats import rendered, report_of, show
    from claimsync.cli.writing import write_file

    read = {os.path.realpath(path) for path in (*paths, *filter(None, [context]))}
    for _, path in outputs:
        if os.path.realpath(path) in read:
            raise click.UsageError(f"{path} is read as input; write the output to another path")
    report = report_of(
        lambda: input_of(paths, context, zone, said_at=said_at, statements=statements),
        until=until, policy=policy, strict=strict,
    )  # fmt: skip
    for name, path in outputs:
        write_file(path, rendered(report, name))
    show(report, format)
    if verify and not _verified(report):
        ctx.exit(INTERNAL)
    ctx.exit(_code(report, kinds))


def _verified(report: Report) -> bool:
    """Tell whether every proof holds; each that does not is named."""
    result, found = report.result, report.result.verify()
    count = result.proofs
    if not found:
        proofs = "1 proof" if count == 1 else f"{count:,} proofs"
        click.echo(f"{proofs} checked, all hold", err=True)
    for fault in found:
        click.echo(f"claimsync: the proof does not hold of {fault.what}: {fault.fault}", err=True)
    if found:
        click.echo(
            f"{len(found):,} of {count:,} proofs do not hold; this is an error of claimsync:"
            " report it, with the input if you can share it",
            err=True,
        )
    return not found


def _code(report: Report, kinds: frozenset[str]) -> int:
    """Return the exit code; invalid input beats findings."""
    if report.errors:
        return INVALID
    return FOUND if any(finding.kind in kinds for finding in report.result.findings) else 0
