"""The user's own rows back, with the verdict on each claim beside them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimsync.report.summary import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimsync.findings.kinds import Finding
    from claimsync.findings.result import Reconciliation

VERDICT = ("verdict", "basis", "findings", "why")


def verdict_rows(result: Reconciliation, rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    r"""Return ``rows``, one a claim of the result in their order, with the verdict columns added.

    >>> import claimsync as cs
    >>> result = cs.reconcile(cs.parse("Reuters: killed = 8\nAFP: killed = 9"))
    >>> told = verdict_rows(result, [{"source": c.attribution.voice} for c in result.claims.claims])
    >>> [(row["source"], row["verdict"], row["basis"]) for row in told]
    [('Reuters', 'divergence', 'value'), ('AFP', 'divergence', 'value')]

    The verdict is the most pressing kind of finding that the claim is part of; ``findings`` holds
    the ids of them all. Where a column has that name already, ours is called ``claimsync …``.
    """
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered(result):
        for claim in finding.claims:
            about[claim].append(finding)
    listed = [dict(row) for row in rows]
    taken = {column for row in listed for column in row}
    names = [f"claimsync {name}" if name in taken else name for name in VERDICT]
    why: dict[Finding, str] = {}  # a sentence may be shared by many claims
    told = []
    for claim, row in zip(result.claims.ids, listed, strict=True):
        told.append(row | dict(zip(names, _verdict(about.get(claim, []), why), strict=True)))
    return told


def _verdict(findings: list[Finding], why: dict[Finding, str]) -> tuple[str, str, str, str]:
    """Return the cells of the verdict columns."""
    if not findings:
        return "", "", "", ""
    first = findings[0]
    if first not in why:
        why[first] = first.why()
    ids = " ".join(finding.id for finding in findings)
    return str(first.kind), str(first.basis), ids, why[first]
