"""The words of every report: headings, marks, colours, and how long lists are cut for display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.kinds import Kind
from claimsync.report.summary import counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation

SHOWN_IDS = 12
PLURAL = {
    Kind.DIVERGENCE: "divergences",
    Kind.NON_CONFIRMATION: "non-confirmations",
    Kind.AGREEMENT: "agreements",
    Kind.TENSION: "tensions",
    Kind.REVISION: "revisions",
    Kind.NOT_COMPARABLE: "not comparable",
    Kind.ECHO: "echoes",
}
MEANING = {
    Kind.DIVERGENCE: "claims that cannot all hold",
    Kind.NON_CONFIRMATION: "not said by anyone else, or spoken to without a yes or no",
    Kind.AGREEMENT: "claims that fit; not a proof that they are true",
    Kind.TENSION: "would diverge under an assumption or a usual reading",
    Kind.REVISION: "a source moved on from what it said",
    Kind.NOT_COMPARABLE: "claims that look alike and answer different questions",
    Kind.ECHO: "the same word of one origin, which confirms nothing",
}
# Told apart under every colour blindness, and readable on white; words always come first.
_REST = "#6b676a"
COLOUR = dict.fromkeys(Kind, _REST) | {
    Kind.AGREEMENT: "#1d6ae0",
    Kind.DIVERGENCE: "#a9570c",
    Kind.NON_CONFIRMATION: "#411963",
}


def counted(number: int, kind: Kind) -> str:
    """Return a number of findings in words.

    >>> counted(1, Kind.ECHO), counted(1939, Kind.AGREEMENT)
    ('1 echo', '1,939 agreements')
    """
    return f"{number:,} {kind if number == 1 else PLURAL[kind]}"


def input_line(result: Reconciliation) -> str:
    """Return how much was read."""
    told = counts(result)
    words = (("claims", "claim"), ("sources", "source"), ("questions", "question"))
    return ", ".join(f"{told[name]:,} {one if told[name] == 1 else name}" for name, one in words)


def count_line(result: Reconciliation) -> str:
    """Return how many findings there are, kinds without any left out."""
    told = counts(result)["findings"]
    shown = [counted(told[kind], kind) for kind in Kind if told[kind]]
    return " · ".join(shown) or "no findings"


def shortened(names: Sequence[str], most: int = SHOWN_IDS) -> str:
    """Return names in a row; of many the first, and how many more there are.

    >>> shortened(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def origins_text(finding: Finding) -> str:
    """Return how many independent origins there are, as far as that is known."""
    least, most = finding.origins_at_least, finding.origins_at_most
    return f"{least:,}" if least == most else f"at least {least:,}, at most {most:,}"
