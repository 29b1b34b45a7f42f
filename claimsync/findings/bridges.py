"""Level 1: cells that differ in one assumed key, compared by what level 0 allows.

A bridge yields an agreement that names its assumption, or a tension; never a bound, and never a
divergence.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.kinds import Agreement, Basis, Finding, Kind, Modifier, Tension
from claimsync.findings.pairs import compared, weakest
from claimsync.findings.support import Supports
from claimsync.model.measure import Additivity
from claimsync.model.stance import Phase
from claimsync.table.keys import EVENT, PHASE, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.pairs import Verdict
    from claimsync.findings.support import Sum
    from claimsync.findings.telling import Telling
    from claimsync.model.meaning import Meaning


class Bridge(NamedTuple):
    """Two cells and what must be granted to compare them."""

    one: int
    other: int
    assumption: str
    otherwise: Basis | None
    cross_phase: bool = False


@dataclass(frozen=True)
class BridgeDetail:
    """Both sides of a bridge and what is assumed."""

    case: Case
    bridge: Bridge
    one: Sum
    other: Sum


def bridge_findings(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield the agreements and tensions across bridges, in the order of the cells."""
    supports = Supports(case)
    for group in _alternatives(bridges_of(case)):
        found = [
            finding for bridge in group if (finding := _judged(case, telling, supports, bridge))
        ]
        agreed = [finding for finding in found if finding.kind is Kind.AGREEMENT]
        yield from agreed or (found if len(group) == 1 else [])


def _alternatives(bridges: list[Bridge]) -> Iterator[list[Bridge]]:
    """Yield bridges grouped by what they leave open: a side may fit several events or wholes."""
    groups: dict[tuple[object, ...], list[Bridge]] = defaultdict(list)
    for bridge in bridges:
        key = (
            (bridge.one, bridge.assumption.partition(":")[0])
            if bridge.assumption
            else (bridge.one, bridge.other)
        )
        groups[key].append(bridge)
    yield from groups.values()


def bridges_of(case: Case) -> list[Bridge]:
    """Return every pair of cells that some assumption would join."""
    supported = _supported(case)
    pairs = [*_phases(case), *_left_out(case)]
    kept = [
        b
        for b in pairs
        if supported[b.one] and supported[b.other] and _one_date(case, b.one, b.other)
    ]
    return sorted(set(kept) | set(_only_parts(case)), key=lambda b: (b.one, b.other, b.assumption))


def _one_date(case: Case, one: int, other: int) -> bool:
    """Return whether the figures merged into two cells are not of different dates."""
    first, second = int(case.date[one]), int(case.date[other])
    return first == second or 0 in {first, second}


def _supported(case: Case) -> NDArray[np.bool_]:
    """Return which cells are claimed or have a claimed part below them."""
    supported = case.found.own.claimed.copy()
    shape = case.cells.rows
    owner = np.repeat(shape.whole, np.diff(shape.start))
    while True:
        before = int(supported.sum())
        supported[owner[supported[shape.part]]] = True
        if int(supported.sum()) == before:
            return supported


def _phases(case: Case) -> Iterator[Bridge]:
    """Yield the pairs of cells that differ in phase: plan and outcome, or one side names none."""
    space = case.frame.table.space
    phases = space.codes[PHASE].names
    if len(phases) == 1:
        return
    own = space.column(case.cells.keys, PHASE)
    groups: dict[int, list[int]] = defaultdict(list)
    for cell, key in enumerate(space.without(case.cells.keys, PHASE).tolist()):
        groups[key].append(cell)
    for cells in groups.values():
        for one, other in itertools.combinations(cells, 2):
            bridge = phase_bridge(one, other, phases[own[one]], phases[own[other]])
            if bridge:
                yield bridge


def phase_bridge(one: int, other: int, first: Phase | None, second: Phase | None) -> Bridge | None:
    """Return the bridge between two phases of one question, if there is one."""
    if first is None or second is None:
        return Bridge(one, other, f"phase: unspecified = {first or second}", Basis.PLAN_AND_OUTCOME)
    if (first.plan and second.outcome) or (first.outcome and second.plan):
        return Bridge(one, other, "", Basis.PLAN_AND_OUTCOME, cross_phase=True)
    if Phase.CANCELLED in {first, second} and (first.outcome or second.outcome):
        return Bridge(one, other, "", Basis.PLAN_AND_OUTCOME, cross_phase=True)
    return None


def _left_out(case: Case) -> Iterator[Bridge]:
    """Yield the pairs in which one side leaves out the event, or what the other has at its root."""
    space, scope = case.frame.table.space, case.frame.scope
    keys = case.cells.keys
    for column in (EVENT, *sorted(scope.pairs)):
        own = space.column(keys, column)
        fits = own > 0 if column == EVENT else np.isin(own, sorted(scope.roots(column)))
        without = find(keys, space.without(keys, column))
        name, names = space.columns[column], space.codes[column].names
        for cell in np.flatnonzero(fits & (own > 0) & (without >= 0)).tolist():
            assumed = f"{name}: unspecified = {names[own[cell]]}"
            yield Bridge(int(without[cell]), cell, assumed, Basis.IF_READ_AS_TOTAL)


def _only_parts(case: Case) -> Iterator[Bridge]:
    """Yield the claimed wholes with one claimed part, which may have been taken for the whole."""
    shape, claimed = case.cells.rows, case.found.own.claimed
    space, keys = case.frame.table.space, case.cells.keys
    owner = np.repeat(np.arange(len(shape)), np.diff(shape.start))
    alone = np.bincount(owner[claimed[shape.part]], minlength=len(shape)) == 1
    for row in np.flatnonzero(alone & claimed[shape.whole] & ~shape.relation).tolist():
        whole, parts = int(shape.whole[row]), shape.parts(row)
        mine = parts[claimed[parts]]
        measure = case.frame.table.measure(keys[whole])
        if shape.name[row] == "period" or measure.adds is Additivity.NONE:
            continue
        named, part = space.names(int(keys[whole])), space.names(int(keys[mine[0]]))
        changed = [name for name in part if part[name] != named.get(name)]
        if len(changed) == 1:
            assumed = f"{changed[0]}: {part[changed[0]]} = {named[changed[0]]}"
            yield Bridge(whole, int(mine[0]), assumed, None)


def _judged(case: Case, telling: Telling, supports: Supports, bridge: Bridge) -> Finding | None:
    """Return the agreement or tension across one bridge, if its origins are independent enough."""
    one, other = supports.of(bridge.one), supports.of(bridge.other)
    if set(one.claims) & set(other.claims) or not one.claims or not other.claims:
        return None
    rows = (*one.claims, *other.claims)
    least, most = telling.independent(rows)
    verdict = _compared(case, bridge, one, other)
    if verdict is None or (verdict[0] is Kind.AGREEMENT and least == 1 < most):
        return None
    kind, basis = verdict
    modifiers = telling.relation_of(rows)
    if bridge.cross_phase:
        modifiers = (Modifier.CROSS_PHASE, *modifiers)
    assumed = (bridge.assumption,) if bridge.assumption else ()
    cls = Agreement if kind is Kind.AGREEMENT else Tension
    key = case.cells.keys[bridge.one]
    return cls(
        basis,
        rows,
        key,
        telling,
        modifiers,
        (*case.assumptions(rows), *assumed),
        BridgeDetail(case, bridge, one, other),
    )


def _compared(case: Case, bridge: Bridge, one: Sum, other: Sum) -> Verdict | None:
    """Return how the two sides compare; None where nothing may be said."""
    if Phase.CANCELLED in _phases_of(case, bridge):
        return Kind.TENSION, Basis.PLAN_AND_OUTCOME
    otherwise = (Kind.TENSION, bridge.otherwise) if bridge.otherwise else None
    if not one.meets(other):
        return otherwise
    if one.torn or other.torn:
        return None
    claimed = case.found.own.claimed
    if claimed[bridge.one] and claimed[bridge.other]:
        return _figures_agree(case, one, other) or otherwise
    settled = one.high == other.low or other.high == one.low or (one.listed and other.listed)
    if not settled:
        return None
    usual = one.usual_low <= other.usual_high and other.usual_low <= one.usual_high
    return (Kind.AGREEMENT, Basis.AGGREGATION) if usual else otherwise


def _figures_agree(case: Case, one: Sum, other: Sum) -> Verdict | None:
    """Return the agreement of every figure on one side with every one on the other."""
    pairs = itertools.product(_meanings(case, one), _meanings(case, other))
    verdicts = [compared(mine, theirs) for mine, theirs in pairs]
    if any(kind is not Kind.AGREEMENT for kind, _ in verdicts):
        return None
    return Kind.AGREEMENT, weakest({basis for _, basis in verdicts})


def _phases_of(case: Case, bridge: Bridge) -> set[Phase | None]:
    """Return the phases of both cells."""
    space = case.frame.table.space
    return {
        space.names(int(case.cells.keys[cell])).get("phase") for cell in (bridge.one, bridge.other)
    }


def _meanings(case: Case, support: Sum) -> list[Meaning]:
    """Return what each figure on a claimed cell means."""
    codes = {case.option(row).meaning for row in support.claims}
    return [case.frame.table.meanings[code][1] for code in sorted(codes)]
