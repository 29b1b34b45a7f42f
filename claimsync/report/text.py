"""A result as lines for a terminal or a pipe: what needs a human first, in words; colour second."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.kinds import Finding, Kind
from claimsync.report.families import family_lines
from claimsync.report.summary import ordered
from claimsync.report.words import (
    COLOUR,
    MEANING,
    count_line,
    counted,
    input_line,
    origins_text,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from claimsync.findings.inquiries import Inquiry
    from claimsync.findings.result import Reconciliation

SHOWN = dict.fromkeys(Kind, 20) | {Kind.DIVERGENCE: 100, Kind.NON_CONFIRMATION: 50}
SHOWN_POSITIONS = 6
SHOWN_ASKED = 3
ASKED_ABOUT = 60  # claims up to which a report says what to ask next
SHOWN_CLAIMS = 1000  # of larger findings the positions are not worked out for display
_MARK = {
    Kind.DIVERGENCE: "≠",
    Kind.NON_CONFIRMATION: "?",
    Kind.AGREEMENT: "=",
    Kind.TENSION: "≈",
    Kind.REVISION: "→",
    Kind.NOT_COMPARABLE: "∥",
    Kind.ECHO: "↺",
}
_ASCII = str.maketrans(
    {
        "≠": "!=", "≈": "~", "→": "->", "∥": "||", "↺": "&", "·": "-", "…": "...",
        "≥": ">=", "≤": "<=", "–": "-", "—": "-", "−": "-",
        "‘": "'", "’": "'", "“": '"', "”": '"',
    }
)  # fmt: skip
# Control and direction marks could move the cursor or turn words round: they are shown as codes.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Line(NamedTuple):
    """One line: how far it is indented, its words, and how they look where colours are wanted."""

    indent: int
    text: str
    style: str = ""


def plain_text(result: Reconciliation, notes: Iterable[str] = ()) -> str:
    r"""Return the report as plain lines.

    >>> import claimsync as cs
    >>> day = cs.parse("Reuters: killed = 8  ^r\nAFP: killed = 9  ^a")
    >>> print(plain_text(cs.reconcile(day)))  # doctest: +ELLIPSIS
    2 claims, 2 sources, 1 question: 1 divergence
    <BLANKLINE>
    1 divergence - claims that cannot all hold
      ≠ value: killed
        Because AFP said 9 and Reuters said 8, they cannot all hold for killed.
        positions: r | a
        origins: 2 · id: ...
    """
    return "\n".join(" " * line.indent + line.text for line in report_lines(result, notes))


def printed(lines: Iterable[Line], console: Console) -> None:
    """Print lines on a rich console: wrapped, in colour where it has any, never read as markup."""
    from rich.padding import Padding
    from rich.text import Text

    for line in lines:
        shape = Text(ascii_text(line.text, console.encoding), style=line.style, overflow="fold")
        console.print(Padding(shape, (0, 0, 0, line.indent)))


def ascii_text(text: str, encoding: str = "ascii") -> str:
    r"""Return text that ``encoding`` can hold: marks by their likes, other letters by their codes.

    >>> ascii_text("8 ≠ 9 · Київ", "cp1251"), ascii_text("Élysée ≥ 8")
    ('8 != 9 · Київ', '\\xc9lys\\xe9e >= 8')
    """
    told = "".join(char if _fits(char, encoding) else char.translate(_ASCII) for char in text)
    return told.encode(encoding, errors="backslashreplace").decode(encoding)


def _fits(char: str, encoding: str) -> bool:
    """Return whether an encoding has a character."""
    if char < "\x80":
        return True
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def report_lines(result: Reconciliation, notes: Iterable[str] = ()) -> Iterator[Line]:
    """Yield the lines of a report; what is cut for display is said so."""
    body = chain(
        [Line(0, f"{input_line(result)}: {count_line(result)}", "bold")],
        _findings(result),
        _section("implied: forced by all claims together, stated by none", _implied(result)),
        _section("what would resolve it: the least to set aside", family_lines(result)),
        _section("undecided", [f"{shortened(u.claims)}: {u.reason}" for u in result.undecided]),
        _section("notes", [*notes, *result.notes]),
        _section("ask next", _asking(result)),
    )
    for line in body:
        yield line._replace(text=shown(line.text))


def shown(text: str) -> str:
    r"""Return text on one line, control marks as their codes.

    >>> shown("a\n\x1b[31mred")
    'a \\x1b[31mred'
    """
    joined = " ".join(text.split("\n"))
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), joined)


def _findings(result: Reconciliation) -> Iterator[Line]:
    """Yield the findings, kind by kind."""
    listed = [*ordered(result)]
    for kind in Kind:
        own = [finding for finding in listed if finding.kind is kind]
        if not own:
            continue
        style = COLOUR[kind]
        yield Line(0, "")
        yield Line(0, f"{counted(len(own), kind)} - {MEANING[kind]}", f"bold {style}")
        for finding in own[: SHOWN[kind]]:
            yield from finding_lines(finding)
        if len(own) > SHOWN[kind]:
            cut = f"showing {SHOWN[kind]} of {counted(len(own), kind)}: --format json lists all"
            yield Line(2, cut, style)


def finding_lines(finding: Finding) -> Iterator[Line]:
    """Yield one finding: basis and question, the sentence, and what it rests on."""
    qualified = "".join(f", {modifier}" for modifier in finding.modifiers)
    head = f"{_MARK[finding.kind]} {finding.basis}{qualified}: {finding.question}"
    yield Line(2, head, COLOUR[finding.kind])
    yield Line(4, finding.why())
    yield Line(4, _held(finding))
    if finding.readings:
        read = [f"{name} as {reading}" for name, reading in finding.readings.items()]
        yield Line(4, f"read: {shortened(read)}")
    yield Line(4, f"origins: {origins_text(finding)} · id: {finding.id}")


def _held(finding: Finding) -> str:
    """Return the claims of a finding, or its positions where it has several."""
    if finding.kind is not Kind.DIVERGENCE or len(finding.rows) > SHOWN_CLAIMS:
        return f"claims: {shortened(finding.claims)}"
    positions = finding.positions
    if len(positions) < 2:  # noqa: PLR2004 - two sides
        return f"claims: {shortened(finding.claims)}"
    told = [shortened(position) for position in positions[:SHOWN_POSITIONS]]
    more = len(positions) - SHOWN_POSITIONS
    return f"positions: {' | '.join(told)}{f' | {more:,} more' if more > 0 else ''}"


def _implied(result: Reconciliation) -> list[str]:
    """Return what all claims together force."""
    told = sorted((b.question, str(b.interval), b.claims) for b in result.implied)
    return [f"{question}: {allowed} (from {shortened(ids)})" for question, allowed, ids in told]


def _asking(result: Reconciliation) -> list[str]:
    """Return the questions that settle most, for sets so small that working them out is quick."""
    if len(result.claims) > ASKED_ABOUT:
        return []
    found = [inquiry for inquiry in result.ask(SHOWN_ASKED) if inquiry.whom]
    told = [f"{inquiry} ({settled_text(inquiry)})" for inquiry in found]
    return [*told, "'claimsync ask' tells all, and what each answer leads to"] if told else []


def settled_text(inquiry: Inquiry) -> str:
    """Return how many open findings the answers to a question settle."""
    least, most = inquiry.settles
    count = f"{least}" if least == most else f"{least} to {most}"
    return f"settles {count} open {'finding' if most == 1 else 'findings'}"


def _section(heading: str, entries: Sequence[str]) -> Iterator[Line]:
    """Yield a heading with its entries, nothing where there are none; long lists are cut."""
    if not entries:
        return
    yield Line(0, "")
    yield Line(0, heading, "bold")
    for entry in entries[: SHOWN[Kind.ECHO]]:
        yield Line(2, entry)
    if len(entries) > SHOWN[Kind.ECHO]:
        cut = f"showing {SHOWN[Kind.ECHO]} of {len(entries):,}: --format json lists all"
        yield Line(2, cut)
