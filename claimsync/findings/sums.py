"""Sums: where parts and whole agree by aggregation, strain, or cannot hold together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.columns import Batch, code_of, kind_code
from claimsync.findings.joint import joint_findings
from claimsync.findings.kinds import (
    Agreement,
    Basis,
    Divergence,
    Finding,
    Kind,
    Modifier,
    Tension,
)
from claimsync.findings.linked import link_findings
from claimsync.findings.plain_sums import plain_sums
from claimsync.findings.support import Sum, Supports
from claimsync.findings.values import cut_points
from claimsync.reason.certificates import (
    Conflict,
    derive_clash,
    minimal_conflict,
    smaller_clash,
)
from claimsync.reason.propagate import Clash, Propagation, propagate
from claimsync.reason.slices import Slice, slice_of
from claimsync.table.keys import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.plain_sums import PlainSums
    from claimsync.findings.telling import Telling


@dataclass(frozen=True)
class ConflictDetail:
    """A minimal conflict over sums: where it was met, its cells, and who stands ``against``.

    ``relations`` are the rows of the case that are declared between measures.
    """

    case: Case
    found: Propagation
    conflict: Conflict
    clash: Clash
    cells: Sequence[int]
    against: tuple[int, ...]
    relations: tuple[int, ...] = ()

    @property
    def joins(self) -> tuple[int, ...]:
        """All claims that the sums run over, also those that the conflict does not need."""
        return self.conflict.involved

    def positions(self, rows: Sequence[int]) -> list[list[int]]:
        """Return the claims on the two sides of the conflict."""
        sides = [list(self.against), [row for row in rows if row not in self.against]]
        return [side for side in sides if side]


@dataclass(frozen=True)
class SumDetail:
    """An agreement or a tension between a whole and the sum of its parts (or of two sums)."""

    case: Case
    rows: tuple[int, ...]
    whole: Sum
    parts: Sum
    narrowed: tuple[int, ...] = ()


def sum_findings(case: Case, telling: Telling) -> Iterator[Finding | Batch]:
    """Yield what the rows of a case say, in the order of their wholes."""
    if len(case.cells.rows) == 0 and not case.found.problem.links:
        return
    told = list[Finding]()
    for each in _row_findings(case, telling):
        if isinstance(each, Batch) or each.kind is not Kind.DIVERGENCE:
            yield each
        elif _least(case, each):
            told.append(each)
    yield from told
    jointly = list(joint_findings(case, telling, told))
    yield from jointly
    yield from link_findings(case, telling, [*told, *jointly])


def _least(case: Case, finding: Finding) -> bool:
    """Return whether no claim of a conflict can be spared, by all sums and relations together."""
    if not case.joint:
        return True
    tags = frozenset(finding.rows)
    joint = next((each for each in case.joint if tags & each.system.tags), None)
    return joint is None or joint.minimal(tags) == tags


def _row_findings(case: Case, telling: Telling) -> Iterator[Finding | Batch]:
    """Yield what each row says with the sums below it."""
    found = case.found
    clashing = {clash.row: clash for clash in found.clashes}
    groups = _groups_with_one_clash_cell(case)
    split = {row for rows in groups for row in rows}
    for row, clash in sorted(clashing.items()):
        if row not in split:
            yield _conflict(case, telling, found, clash)
    for rows, cell in sorted(groups.items()):
        yield from _by_position(case, telling, rows, cell)
    supports = Supports(case)
    for row in found.forest.cyclic.tolist():
        if row not in split and not supports.fits(row):
            yield from _alone(case, telling, (row,), frozenset())
    yield from _agreements(case, telling, supports, set(clashing) | split)


def _groups_with_one_clash_cell(case: Case) -> dict[tuple[int, ...], int]:
    """Return the rows with exactly one cell whose own claims exclude each other, and that cell.

    The rows of an unclaimed whole stand together, since only their sums can be compared.
    """
    own, shape = case.found.own, case.cells.rows
    if not own.clash.any():
        return {}
    touched = np.repeat(np.arange(len(shape)), np.diff(shape.start))[own.clash[shape.part]]
    near = np.union1d(touched, np.flatnonzero(own.clash[shape.whole]))
    wholes = set(shape.whole[near].tolist())
    below = case.found.problem.rows_of_whole
    alone = [(row,) for row in near.tolist() if own.claimed[shape.whole[row]]]
    together = [tuple(below[whole]) for whole in sorted(wholes) if not own.claimed[whole]]
    found = {}
    for rows in (*alone, *together):
        parts = (part for row in rows for part in shape.parts(row).tolist())
        cells = {int(shape.whole[rows[0]]), *parts}
        clashing = [cell for cell in cells if own.clash[cell]]
        if len(clashing) == 1:
            found[rows] = clashing[0]
    return found


def _by_position(
    case: Case, telling: Telling, rows: tuple[int, ...], cell: int
) -> Iterator[Finding]:
    """Yield the finding of a row (or of two sums) for each position of its one diverging cell."""
    bounds = case.bounds(cell)
    whole = int(case.cells.rows.whole[rows[0]])
    for point in cut_points(case.low[bounds], case.high[bounds]):
        outside = (case.low[bounds] > point) | (case.high[bounds] < point)
        without = frozenset(case.row[bounds[outside]].tolist())
        clashes = list(_alone(case, telling, rows, without))
        supports = Supports(case, without)
        if clashes:
            yield from clashes
        elif case.found.own.claimed[whole]:
            yield from _told(case, telling, supports, rows[0])
        elif len(rows) > 1:
            yield from _two_sums(case, telling, supports, list(rows))


def _alone(
    case: Case, telling: Telling, rows: tuple[int, ...], without: frozenset[int]
) -> Iterator[Finding]:
    """Yield the conflict of some rows with the sums below them, every other row left out."""
    slice_ = slice_of(case.found.problem, rows, without)
    found = propagate(slice_.problem)
    for clash in found.clashes[:1]:
        yield _conflict(case, telling, found, clash, slice_)


def _conflict(
    case: Case, telling: Telling, found: Propagation, clash: Clash, slice_: Slice | None = None
) -> Finding:
    """Return the divergence that a clash (in a slice of the case) shows, as a minimal conflict."""
    cells = slice_.cells if slice_ else range(len(case.cells.keys))
    conflict = minimal_conflict(found, derive_clash(found, clash))
    smaller = smaller_clash(found, clash, conflict)
    if smaller is not None:
        less, inner = smaller
        rows = [slice_.rows[row] for row in inner.rows] if slice_ else inner.rows
        within_ = Slice(inner.problem, tuple(cells[cell] for cell in inner.cells), tuple(rows))
        return _conflict(case, telling, less, less.clashes[0], within_)
    basis = sum_basis(found, clash, conflict)
    problem = found.problem
    highs = {int(problem.tag[bound]) for bound in conflict.highs if bound >= 0}
    lows = {int(problem.tag[bound]) for bound in conflict.lows}
    against = tuple(sorted(lows if basis is Basis.PARTS_FALL_SHORT else highs))
    rows = (*against, *(tag for tag in conflict.tags if tag not in against))
    whole = _whole_of(found, clash, conflict, basis)
    relations = _relations(case, conflict, slice_)
    if relations:
        basis, whole = Basis.RELATION_BROKEN, int(problem.whole[clash.row])
    key = case.cells.keys[cells[whole]]
    detail = ConflictDetail(case, found, conflict, clash, cells, against, relations)
    modifiers = _modifiers(telling, against, rows[len(against) :])
    return Divergence(basis, rows, key, telling, modifiers, case.assumptions(rows), detail)


def _relations(case: Case, conflict: Conflict, slice_: Slice | None) -> tuple[int, ...]:
    """Return the rows of a case, declared between measures, that a conflict runs over."""
    used = {step.row for step in conflict.derivation.steps if step.row >= 0}
    rows = sorted(slice_.rows[row] for row in used) if slice_ else sorted(used)
    return tuple(row for row in rows if case.cells.rows.relation[row])


def sum_basis(found: Propagation, clash: Clash, conflict: Conflict) -> Basis:
    """Return which way a sum fails; between two sums the smaller one plays the whole."""
    problem = found.problem
    to_whole = clash.cell == int(problem.whole[clash.row])
    if not _two_sums_clash(found, clash) and to_whole != clash.above:
        return Basis.PARTS_FALL_SHORT
    highs = {int(problem.cell[bound]) for bound in conflict.highs if bound >= 0}
    lows = {int(problem.cell[bound]) for bound in conflict.lows}
    alone = len(highs) == 1 and len(lows) == 1
    return Basis.PART_EXCEEDS if alone else Basis.PARTS_EXCEED


def _two_sums_clash(found: Propagation, clash: Clash) -> bool:
    """Return whether two partitions of one whole clash, rather than a whole and its parts."""
    whole, source = found.problem.whole, -2 - clash.source
    return clash.source < -1 and clash.cell == int(whole[clash.row]) == int(whole[source])


def _whole_of(found: Propagation, clash: Clash, conflict: Conflict, basis: Basis) -> int:
    """Return the cell that a failing sum is about: the claimed whole, else what both make up."""
    bounds = conflict.lows if basis is Basis.PARTS_FALL_SHORT else conflict.highs
    cells = {int(found.problem.cell[bound]) for bound in bounds if bound >= 0}
    if len(cells) == 1 and not _two_sums_clash(found, clash):
        return cells.pop()
    return int(found.problem.whole[clash.row])


def _modifiers(telling: Telling, one: Sequence[int], other: Sequence[int]) -> tuple[Modifier, ...]:
    """Return how the origins on both sides of a sum relate; a shared one marks the finding."""
    shared = telling.origin_codes(one) & telling.origin_codes(other)
    modifiers = telling.relation_of((*one, *other))
    if shared and Modifier.SAME_ORIGIN not in modifiers:
        return (Modifier.SAME_ORIGIN, *(m for m in modifiers if m is not Modifier.SAME_SIDE))
    return modifiers


def _agreements(
    case: Case, telling: Telling, supports: Supports, told: set[int]
) -> Iterator[Finding | Batch]:
    """Yield the agreements and tensions of all rows that fit."""
    shape, claimed = case.cells.rows, case.found.own.claimed
    spoken = np.zeros(len(shape), dtype=bool)
    spoken[[row for row in told if row < len(shape)]] = True
    plain = plain_sums(case, spoken)
    yield _plainly(case, telling, supports, plain)
    for row in np.flatnonzero(claimed[shape.whole] & ~plain.plain & ~spoken).tolist():
        if supports.fits(row):
            yield from _told(case, telling, supports, row)
    free = np.flatnonzero(~claimed[shape.whole])
    for alike in shared(shape.whole, free):
        if not told.intersection(alike):
            yield from _two_sums(case, telling, supports, alike)


def _plainly(case: Case, telling: Telling, supports: Supports, plain: PlainSums) -> Batch:
    """Return the agreements and tensions of plain rows."""
    shape = case.cells.rows
    between = shape.relation[plain.row]
    agreed = np.where(between, code_of(Basis.RELATION), code_of(Basis.AGGREGATION))
    basis = np.where(plain.fits, agreed, code_of(Basis.OUTSIDE_USUAL))
    kind = np.where(plain.fits, kind_code(Kind.AGREEMENT), kind_code(Kind.TENSION))
    made = partial(_plain, case, telling, supports, plain.row)
    return Batch(kind, basis, case.cells.keys[shape.whole[plain.row]], plain.claims, made)


def _plain(
    case: Case, telling: Telling, supports: Supports, rows: NDArray[np.int64], at: int
) -> Finding:
    """Return the agreement or the tension of one of the plain rows."""
    row = int(rows[at])
    whole, parts = supports.of(int(case.cells.rows.whole[row])), supports.sum(row)
    return _verdict(case, telling, (row,), whole, parts)


def _told(case: Case, telling: Telling, supports: Supports, row: int) -> Iterator[Finding]:
    """Yield the finding of one row whose whole is claimed, if it is one."""
    whole, parts = supports.of(int(case.cells.rows.whole[row])), supports.sum(row)
    if _says_something(whole, parts):
        yield _verdict(case, telling, (row,), whole, parts)


def _two_sums(
    case: Case, telling: Telling, supports: Supports, rows: list[int]
) -> Iterator[Finding]:
    """Yield the findings between the sums of several partitions of one unclaimed whole."""
    listed = [row for row in rows if supports.sum(row).listed]
    if not listed:
        return
    first = min(listed, key=lambda row: (supports.sum(row).high, row))
    whole = supports.sum(first)
    for row in rows:
        parts = supports.sum(row)
        if row != first and whole.meets(parts) and _says_something(whole, parts):
            yield _verdict(case, telling, (first, row), whole, parts)


def _says_something(whole: Sum, parts: Sum) -> bool:
    """Return whether the parts are all there, or leave nothing to others, and none is torn."""
    rests_nothing = parts.low == whole.high
    if not (parts.listed or rests_nothing) or not whole.claims or not parts.claims:
        return False
    return not (whole.torn or parts.torn)


def _verdict(case: Case, telling: Telling, at: tuple[int, ...], whole: Sum, parts: Sum) -> Finding:
    """Return the agreement or the tension of a whole and its parts."""
    fits = parts.usual_low <= whole.usual_high and (
        not parts.listed or parts.usual_high >= whole.usual_low
    )
    rows = (*whole.claims, *(row for row in parts.claims if row not in whole.claims))
    modifiers = _modifiers(telling, whole.claims, parts.claims)
    cell = int(case.cells.rows.whole[at[0]])
    narrowed = _narrowed(case, at) if fits else ()
    if narrowed:
        modifiers = (*modifiers, Modifier.TIGHT)
    between = any(case.cells.rows.relation[row] for row in at)
    agreed = Basis.RELATION if between else Basis.AGGREGATION
    kind, basis = (Agreement, agreed) if fits else (Tension, Basis.OUTSIDE_USUAL)
    detail = SumDetail(case, at, whole, parts, narrowed)
    key = case.cells.keys[cell]
    return kind(basis, rows, key, telling, modifiers, case.assumptions(rows), detail)


def _narrowed(case: Case, rows: tuple[int, ...]) -> tuple[int, ...]:
    """Return the claimed cells narrowed to a point that their own claims leave open."""
    shape, own, final = case.cells.rows, case.found.own, case.found.final
    cells = {cell for row in rows for cell in (int(shape.whole[row]), *shape.parts(row).tolist())}
    return tuple(
        cell
        for cell in sorted(cells)
        if own.claimed[cell]
        and not own.clash[cell]
        and own.bounds.low[cell] != own.bounds.high[cell]
        and final.low[cell] == final.high[cell]
    )


class Undecided(NamedTuple):
    """Claims about which nothing was decided jointly, and why."""

    rows: tuple[int, ...]
    reason: str
