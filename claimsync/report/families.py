"""What would resolve each family of divergences, as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.report.words import shortened

if TYPE_CHECKING:
    from claimsync.findings.repairs import Family, Repair
    from claimsync.findings.result import Reconciliation

_SHOWN = 4


def family_lines(result: Reconciliation) -> list[str]:
    """Return one sentence a family: what would resolve it, and what the others have instead."""
    return [_line(family) for family in result.families()]


def _line(family: Family) -> str:
    """Return what resolves one family."""
    told = f"divergence {family.findings[0]}"
    if len(family.findings) > 1:
        told = f"divergences {shortened(family.findings)}, which share claims"
    if not family.repairs:
        return f"{told}: {family.why}"
    ways = "; or ".join(_way(repair) for repair in family.repairs[:_SHOWN])
    left = len(family.repairs) - _SHOWN
    more = f"; or one of {left:,} more ways: --format json lists all" if left > 0 else ""
    early = f" ({family.why}: at least {family.at_least} must go)" if family.more else ""
    return f"{told}: set aside {ways}{more}{early}"


def _way(repair: Repair) -> str:
    """Return one repair in words."""
    if len(repair.aside) == 1 and repair.aside[0] in repair.instead:
        (claim,) = repair.aside
        return f"{claim} (the others allow {repair.instead[claim]})"
    return shortened(repair.aside)
