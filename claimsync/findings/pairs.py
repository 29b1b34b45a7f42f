"""How two figures on one question lie to each other: the rows 9 to 12 of the pair table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis, Kind

if TYPE_CHECKING:
    from claimsync.model.meaning import Meaning

Verdict = tuple[Kind, Basis]
WEAKEST_LAST = (Basis.EXACT, Basis.ROUNDING, Basis.REFINEMENT, Basis.BOUNDS)


def compared(one: Meaning, other: Meaning) -> Verdict:
    """Return the kind and basis for two figures of equal scope.

    Disjoint logical intervals diverge; usual ones that meet agree; the rest is a tension.
    """
    if one.logical.disjoint(other.logical):
        return Kind.DIVERGENCE, Basis.VALUE
    if one.usual.disjoint(other.usual) and not _same(one, other):
        return Kind.TENSION, Basis.OUTSIDE_USUAL
    return Kind.AGREEMENT, _how(one, other)


def _same(one: Meaning, other: Meaning) -> bool:
    """Return whether both state the same number, without a qualifier."""
    return (one.exact and other.exact and one.logical == other.logical) or (
        one.logical.point and one.logical == other.logical
    )


def _how(one: Meaning, other: Meaning) -> Basis:
    """Return on what two compatible figures agree."""
    if _same(one, other):
        return Basis.EXACT
    if _rounded(one, other):
        return Basis.ROUNDING
    if one.logical.within(other.logical) or other.logical.within(one.logical):
        return Basis.REFINEMENT
    return Basis.BOUNDS


def _rounded(one: Meaning, other: Meaning) -> bool:
    """Return whether the coarser number is what the other one rounds to."""
    if one.number is None or other.number is None or not one.grain or not other.grain:
        return False
    return abs(one.number - other.number) <= max(one.grain, other.grain) / 2


def weakest(bases: set[Basis]) -> Basis:
    """Return the weakest of the bases on which pairs agree."""
    return max(bases, key=WEAKEST_LAST.index)
