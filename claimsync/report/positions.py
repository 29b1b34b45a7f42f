"""The positions of a finding, in a size that can be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.values import CellDetail, cut_points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimsync.findings.kinds import Finding

MOST = 1_000_000  # memberships; beyond it a claim is listed in its first position alone


def positions_of(finding: Finding, most: int = MOST) -> tuple[list[list[str]], bool]:
    r"""Return the positions of a finding as claim ids, and whether shared claims are listed once.

    >>> import claimsync as cs
    >>> day = cs.parse("A: killed = 5  ^a\nB: killed = 8  ^b\nC: killed >= 4  ^c")
    >>> found = cs.reconcile(day).findings[0]
    >>> positions_of(found)
    ([['a', 'c'], ['b', 'c']], False)
    >>> positions_of(found, most=3)
    ([['a', 'c'], ['b']], True)

    A claim that allows much ("at least 5") holds with many positions, so that their sizes may add
    up to the square of the number of claims.
    """
    detail = finding.detail
    if not isinstance(detail, CellDetail) or len(finding.rows) ** 2 <= most:
        return [list(position) for position in finding.positions], False
    bounds = detail.case.bounds(detail.cell)
    low, high = detail.case.low[bounds], detail.case.high[bounds]
    points = np.asarray(cut_points(low, high), dtype=low.dtype)
    begun = np.searchsorted(np.sort(low), points, side="right")
    ended = np.searchsorted(np.sort(high), points, side="left")
    if int((begun - ended).sum()) <= most:
        return [list(position) for position in finding.positions], False
    return _each_once(finding, detail.case.row[bounds].tolist(), np.searchsorted(points, low)), True


def _each_once(finding: Finding, rows: list[int], first: NDArray[np.intp]) -> list[list[str]]:
    """Return the positions, a claim only in the first that it belongs to."""
    ids = finding.telling.table.ids
    found: dict[int, set[int]] = {}
    for row, position in sorted(zip(rows, first.tolist(), strict=True), key=lambda pair: pair[1]):
        found.setdefault(position, set()).add(row)
    listed: set[int] = set()
    positions = []
    for position in sorted(found):
        fresh = sorted(found[position] - listed)
        listed.update(fresh)
        positions.append([ids[row] for row in fresh])
    return [position for position in positions if position]
