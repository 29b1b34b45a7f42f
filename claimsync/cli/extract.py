"""``claimsync extract``: a news page to claims that can be edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimsync.cli.ends import INVALID
from claimsync.cli.options import (
    debug_option,
    refuse_claims,
    said_at_option,
    standard_input,
    statements_option,
    zone_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.cli.pages import Page
    from claimsync.extract.drafts import ClaimDraft


@click.command("extract", short_help="Read claims from news pages.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="Write a file instead of standard output.")
@click.option("--force", is_flag=True, help="With -o, replace a file that is there.")
@click.option("--format", "format", type=click.Choice(("claims", "json")), default="claims",
              show_default=True, help="Claims, or drafts with their spans.")  # fmt: skip
@said_at_option
@statements_option
@zone_option
@debug_option
@click.pass_context
def command(
    ctx: click.Context, *, paths: tuple[str, ...], output: str | None, force: bool, format: str,
    said_at: str | None, statements: bool, zone: str,
) -> None:  # fmt: skip
    """Read claims from news pages: .txt, .md or .html files, or - for standard input.

    What is read too unsurely stands at the end as comments, for somebody to look at.
    """
    from claimsync.cli.pages import drafts_of, pages_of
    from claimsync.cli.writing import write_bytes, write_new
    from claimsync.extract.drafts import drafts_json

    refuse_claims(paths)
    stdin = standard_input(paths)
    given = pages_of(paths, stdin)
    read = drafts_of(given.pages, said_at=said_at, zone=zone)
    if format == "json":
        text = drafts_json(draft for _, told in read for draft in told) + "\n"
    else:
        text = "\n".join(_lines(read, statements=statements)) + "\n"
    if output is None:
        write_bytes(text)
    else:
        write_new(output, text, force=force, read=paths)
    for said in (*(f"error: {error}" for error in given.errors), *given.hints):
        click.echo(said, err=True)
    ctx.exit(INVALID if given.errors else 0)


def _lines(
    read: Sequence[tuple[Page, tuple[ClaimDraft, ...]]], *, statements: bool
) -> Iterator[str]:
    """Yield the claims of all pages, and as comments what is to be looked at."""
    from claimsync.extract.linking.link import linked

    found = linked((draft for _, told in read for draft in told), statements=statements)
    yield from str(found.claims).splitlines()
    left = [
        f"# {page.name}:{_line(page.text, draft.start)}: {_shown(draft)} - {doubt}"
        for page, told in read
        for mine in ({id(draft) for draft in told},)
        for draft, doubt in zip(found.review, found.doubts, strict=True)
        if id(draft) in mine and not draft.states
    ]
    if left:
        yield from ("", "# To look at: read too unsurely to be judged", *left)


def _line(text: str, offset: int) -> int:
    """Return the number of the line that holds ``offset``."""
    return text.count("\n", 0, offset) + 1


def _shown(draft: ClaimDraft) -> str:
    """Return what is said of a draft on one line."""
    said = " ".join(" ".join(slot.text for slot in draft.quote).split())[:160]
    figure = " ".join(draft.figure.text.split()) + " · " if draft.figure else ""
    return f"{figure}{draft.measure or '?'} · {said}"
