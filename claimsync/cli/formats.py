"""A checked input and its shape in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from claimsync.cli.writing import write_lines, write_pieces
from claimsync.errors import InvalidClaimError, InvalidClaimsError
from claimsync.interop.files import Input
from claimsync.interop.rendering import to_records
from claimsync.interop.writers import to_csv
from claimsync.model.claimset import ClaimSet
from claimsync.model.policy import DEFAULT, Policy, RoundNumbers
from claimsync.pipeline import reconcile
from claimsync.report.html import html_page
from claimsync.report.markdown import markdown_text
from claimsync.report.ndjson import ndjson_lines
from claimsync.report.summary import json_pieces
from claimsync.report.table import verdict_rows
from claimsync.report.text import plain_text, report_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimsync.findings.result import Reconciliation


_POLICIES = {
    "default": DEFAULT,
    "approximate": Policy(name="approximate", round_numbers=RoundNumbers.APPROXIMATE),
}


class Report(NamedTuple):
    """A result, what was wrong with its input, and what is to be said of reading it."""

    result: Reconciliation
    errors: tuple[InvalidClaimError, ...]
    notes: tuple[str, ...]
    strict: bool


def report_of(read: Callable[[], Input], *, until: str | None, policy: str, strict: bool) -> Report:
    """Return what ``read`` gives, reconciled; of unusable declarations only the errors are told."""
    try:
        given = read()
    except InvalidClaimsError as group:
        told = tuple(e for e in group.exceptions if isinstance(e, InvalidClaimError))
        given = Input(ClaimSet(), told)
    except InvalidClaimError as error:
        given = Input(ClaimSet(), (error,))
    claims = ClaimSet() if strict and given.errors else given.claims
    result = reconcile(claims, policy=_POLICIES[policy], until=until)
    later = () if result.claims.claims or not claims.claims else (
        f"nothing was said by {until}: every claim was said later, and is left out",
    )  # fmt: skip
    return Report(result, given.errors, (*given.hints, *later), strict)


def rendered(report: Report, format: str) -> Iterable[str]:
    """Return a report in one of the formats, piece by piece."""
    result, errors, notes, _ = report
    match format:
        case "json":
            return json_pieces(result, errors, notes)
        case "ndjson":
            return ndjson_lines(result, errors, notes)
        case "csv":
            return (to_csv(verdict_rows(result, to_records(result.claims))),)
        case "md":
            return (markdown_text(result, errors, notes),)
        case "html":
            return (html_page(result, errors, notes),)
        case _:
            return () if _errors_only(report) else (plain_text(result, notes) + "\n",)


def show(report: Report, format: str) -> None:
    """Put a report on standard output; errors go beside it where the format has none."""
    if format in ("text", "csv"):
        for error in report.errors:
            click.echo(f"error: {error}", err=True)
    if format != "text":
        write_pieces(rendered(report, format))
    elif not _errors_only(report):
        write_lines(report_lines(report.result, report.notes))


def _errors_only(report: Report) -> bool:
    """Return whether nothing is to be said but the errors."""
    return bool(report.errors) and (report.strict or not report.result.claims.claims)
