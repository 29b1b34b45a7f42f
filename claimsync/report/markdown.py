"""A result as Markdown, for issues, mails and pages that render it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Kind
from claimsync.report.families import family_lines
from claimsync.report.summary import error_record, ordered
from claimsync.report.text import shown
from claimsync.report.words import (
    MEANING,
    count_line,
    counted,
    input_line,
    origins_text,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.errors import InvalidClaimError
    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~<>&$-])")


def markdown_text(
    result: Reconciliation, errors: Iterable[InvalidClaimError] = (), notes: Iterable[str] = ()
) -> str:
    r"""Return a result as Markdown, all findings of it.

    >>> import claimsync as cs
    >>> day = cs.parse("Reuters: killed = 8  ^r\nAFP: killed = 9  ^a")
    >>> print(markdown_text(cs.reconcile(day)).splitlines()[4])
    ## 1 divergence
    """
    return "\n".join(_lines(result, list(errors), [*notes, *result.notes])) + "\n"


def escaped(text: str) -> str:
    r"""Return text that Markdown shows as it is.

    >>> escaped("<b> a_b | c")
    '\\<b\\> a\\_b \\| c'
    """
    plain = _MARKS.sub(r"\\\1", shown(text))
    # "://" and "www." become links by themselves in many places.
    return plain.replace("://", ":\u200b//").replace("www.", "www\u200b.").replace("@", "@\u200b")


def _lines(
    result: Reconciliation, errors: Sequence[InvalidClaimError], notes: Sequence[str]
) -> Iterator[str]:
    """Yield the lines of the document."""
    yield from ("# claimsync", "", f"{input_line(result)}: {count_line(result)}")
    listed = [*ordered(result)]
    for kind in Kind:
        own = [finding for finding in listed if finding.kind is kind]
        if own:
            yield from ("", f"## {counted(len(own), kind)}", "", f"{MEANING[kind].capitalize()}.")
            yield from ("", "| question | basis | why | claims | origins | id |")
            yield "|---|---|---|---|---|---|"
            yield from (_row(finding) for finding in own)
    yield from _section("Implied", [_bound(bound) for bound in _bounds(result)])
    yield from _section("What would resolve it", family_lines(result))
    open_ = [f"{shortened(each.claims)}: {each.reason}" for each in result.undecided]
    yield from _section("Undecided", open_)
    yield from _section("Errors", [_told(error) for error in errors])
    yield from _section("Notes", notes)


def _row(finding: Finding) -> str:
    """Return a finding as a row of a table."""
    basis = ", ".join((str(finding.basis), *finding.modifiers))
    cells = (finding.question, basis, finding.why(), shortened(finding.claims))
    told = (*cells, origins_text(finding), finding.id)
    return f"| {' | '.join(escaped(cell) for cell in told)} |"


def _bounds(result: Reconciliation) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what is implied, sorted."""
    return sorted((b.question, str(b.interval), b.claims) for b in result.implied)


def _bound(bound: tuple[str, str, tuple[str, ...]]) -> str:
    """Return one implied bound in words."""
    return f"{bound[0]}: {bound[1]} (from {shortened(bound[2])})"


def _told(error: InvalidClaimError) -> str:
    """Return an error with its place."""
    place = str(error.place)
    message = str(error_record(error)["message"])
    return f"{place}: {message}" if place else message


def _section(heading: str, entries: Sequence[str]) -> Iterator[str]:
    """Yield a heading with a list, nothing where there is none."""
    if entries:
        yield from ("", f"## {heading}", "")
        yield from (f"* {escaped(entry)}" for entry in entries)
