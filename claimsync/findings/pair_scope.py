"""The last row of the pair table: why two claims cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.comparability import period_basis
from claimsync.findings.kinds import Basis, Kind
from claimsync.model.unit import Kind as UnitKind
from claimsync.table.keys import PHASE, UNIT, WHEN

if TYPE_CHECKING:
    from claimsync.findings.pair import Pair, Verdict

_TOLD_FIRST = (
    Basis.NO_COMMON_UNIT,
    Basis.OTHER_DENOMINATOR,
    Basis.SCOPE_UNKNOWN,
    Basis.SCOPE_OVERLAPS,
    Basis.OTHER_SCOPE,
    Basis.OTHER_PHASE,
)


def scope(pair: Pair) -> Verdict:
    """Row 15: the gravest of the differences between the two questions."""
    columns, differing = pair.table.space.columns, pair.differing()
    if not differing:
        over = max(option.over for option in pair.options)
        spread = (columns[over],) if over >= 0 else ()
        return pair.answer(Kind.NOT_COMPARABLE, Basis.SCOPE_UNKNOWN, keys=spread)
    basis = min((_basis(pair, column) for column in differing), key=_TOLD_FIRST.index)
    keys = tuple(columns[column] for column in differing)
    return pair.answer(Kind.NOT_COMPARABLE, basis, keys=keys)


def _basis(pair: Pair, column: int) -> Basis:
    """Return what a difference in one column means."""
    one, other = (codes[column] for codes in pair.codes)
    if column == UNIT:
        return Basis.NO_COMMON_UNIT
    if column == PHASE:
        return Basis.OTHER_PHASE
    if one == 0 or other == 0:
        return Basis.SCOPE_UNKNOWN
    if column == WHEN:
        return period_basis(*pair.names(WHEN)) or Basis.OTHER_SCOPE
    if pair.measure.kind is UnitKind.PERCENT:
        return Basis.OTHER_DENOMINATOR
    overlapping = pair.frame.scope.overlapping(column, one, other)
    return Basis.SCOPE_OVERLAPS if overlapping else Basis.OTHER_SCOPE
