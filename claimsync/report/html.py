"""A result as HTML: one static page, or a fragment for a notebook; no script, nothing fetched."""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimsync.findings.kinds import Kind
from claimsync.report.families import family_lines
from claimsync.report.summary import error_record, ordered
from claimsync.report.text import shown
from claimsync.report.words import (
    COLOUR,
    MEANING,
    count_line,
    counted,
    input_line,
    origins_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Template

    from claimsync.errors import InvalidClaimError
    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation
    from claimsync.model.claim import Claim

FRAGMENT_ROWS = 20
SHOWN_CLAIMS = 100
_CELL = "text-align:start;vertical-align:top;padding:.2em .6em;overflow-wrap:anywhere"


def html_fragment(result: Reconciliation) -> str:
    r"""Return a plain table of the first findings, for a notebook; colours are the page's own.

    >>> import claimsync as cs
    >>> text = html_fragment(cs.reconcile(cs.parse("<b>: killed = 8\nAFP: killed = 9")))
    >>> "&lt;b&gt; said 8" in text, "<b>" in text
    (True, False)
    """
    listed = [*ordered(result)]
    rows = "".join(map(_fragment_row, islice(listed, FRAGMENT_ROWS)))
    more = len(listed) - FRAGMENT_ROWS
    rest = f"<p>… {more:,} more: result.to_frame()</p>" if more > 0 else ""
    head = "".join(
        f'<th scope="col" style="{_CELL}">{name}</th>'
        for name in ("finding", "basis", "question", "why")
    )
    style = 'style="border-collapse:collapse"'
    table = f"<table {style}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    title = escape(f"{input_line(result)}: {count_line(result)}")
    return f'<div dir="auto"><p>{title}</p>{table if listed else ""}{rest}</div>'


def _fragment_row(finding: Finding) -> str:
    """Return a finding as a row of the fragment."""
    basis = ", ".join((str(finding.basis), *finding.modifiers))
    cells = (basis, finding.question, finding.why())
    told = "".join(f'<td dir="auto" style="{_CELL}">{escape(shown(cell))}</td>' for cell in cells)
    edge = f"{_CELL};border-inline-start:.3em solid {COLOUR[finding.kind]}"
    return f'<tr><th scope="row" style="{edge}">{escape(finding.kind)}</th>{told}</tr>'


def html_page(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> str:
    r"""Return a whole page: counts, a card a finding with its claims, implied bounds, errors.

    >>> import claimsync as cs
    >>> page = html_page(cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9")))
    >>> page.startswith("<!DOCTYPE html>"), "<script" in page
    (True, False)
    """
    listed = [*ordered(result)]
    groups = []
    for kind in Kind:
        own = [finding for finding in listed if finding.kind is kind]
        if own:
            cards = [_card(finding) for finding in own]
            heading = counted(len(own), kind)
            groups.append((_class(kind), heading, MEANING[kind], cards))
    implied = sorted((b.question, str(b.interval), ", ".join(b.claims)) for b in result.implied)
    return _template().render(
        title=f"{input_line(result)}: {count_line(result)}",
        colours={_class(kind): colour for kind, colour in COLOUR.items()},
        groups=groups,
        implied=implied,
        families=[shown(line) for line in family_lines(result)],
        undecided=[(", ".join(each.claims), each.reason) for each in result.undecided],
        errors=[error_record(error) for error in errors],
        notes=[*notes, *result.notes],
    )


def write_html(result: Reconciliation, path: str | None = None) -> str:
    """Return the page, and write it to ``path`` (UTF-8) if one is given."""
    page = html_page(result)
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page


def _class(kind: Kind) -> str:
    """Return the CSS class of a kind."""
    return kind.value.replace(" ", "-")


def _card(finding: Finding) -> dict[str, Any]:
    """Return what a card shows of a finding."""
    return {
        "id": finding.id,
        "basis": ", ".join((str(finding.basis), *finding.modifiers)),
        "question": finding.question,
        "why": finding.why(),
        "origins": origins_text(finding),
        "readings": finding.readings,
        "claims": [
            _said(finding.telling.table.claims[row], name) for row, name in _first_claims(finding)
        ],
        "more": len(finding.rows) - SHOWN_CLAIMS,
    }


def _first_claims(finding: Finding) -> Sequence[tuple[int, str]]:
    """Return rows and ids of the claims that a card lists."""
    ids = finding.telling.table.ids
    return [(row, ids[row]) for row in finding.rows[:SHOWN_CLAIMS]]


def _said(claim: Claim, name: str) -> dict[str, str]:
    """Return what a row of a card says of a claim."""
    told = claim.provenance
    bare = claim.model_copy(update={"provenance": type(told)(), "id": None})
    said = str(bare).removeprefix(f"{claim.attribution}:").strip()
    return {
        "id": name,
        "source": str(claim.attribution),
        "said": said,
        "quote": told.quote or "",
        "url": told.url if told.url and _is_web(told.url) else "",
        "address": told.url or "",
    }


def _is_web(url: str) -> bool:
    """Return whether an address may become a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


@cache
def _template() -> Template:
    """Return the page's template, compiled once."""
    from jinja2 import Environment

    from claimsync.report.page import PAGE

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_finalized
    )
    return environment.from_string(PAGE)


def _finalized(value: object) -> object:
    """Return what the page shows of a value: control marks as their codes, nothing for None."""
    if value is None:
        return ""
    return shown(value) if type(value) is str else value
