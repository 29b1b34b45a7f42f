"""Proofs: numbered steps from claims to the finding, each checkable by itself in exact numbers.

*claim gives bound*, *floor*, *row transfers bound*, and last *bounds meet*, *bounds clash*,
*compared across* or, where no numbers are involved, the basis. Steps refer to earlier ones by
number; shared ones are told once. ``claimsync.reason.check`` checks them.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from claimsync.findings.asked import Asked
from claimsync.findings.bridges import BridgeDetail
from claimsync.findings.joint import JointDetail
from claimsync.findings.joint_proof import forced_steps, joint_steps
from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.linked import LinkDetail
from claimsync.findings.numbers import ends_json, exact_json
from claimsync.findings.revisions import FallDetail
from claimsync.findings.steps import (
    Step,
    bound_step,
    cell_label,
    claim_step,
    derived_steps,
    end_json,
    label,
    meet_step,
)
from claimsync.findings.sums import ConflictDetail, SumDetail
from claimsync.findings.supported import SupportWriter
from claimsync.findings.values import CellDetail
from claimsync.model.interval import Interval
from claimsync.reason.certificates import derive

if TYPE_CHECKING:
    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.table.cells import Linked

_FALLS = {Basis.CUMULATIVE_FALL, Basis.OUTSIDE_USUAL}
_ONE_ORIGIN = {Basis.RELAY_DIFFERS, Basis.SELF_CONTRADICTION}


def proof_of(finding: Finding) -> dict[str, Any]:
    """Return the proof of a finding."""
    match finding.detail:
        case CellDetail() as detail:
            steps = _cell_steps(detail, usual=finding.kind is Kind.TENSION)
        case ConflictDetail() as detail:
            steps = _conflict_steps(detail)
        case JointDetail(case=case, system=system, conflict=conflict):
            steps = joint_steps(case, system, conflict.steps)
        case LinkDetail() as detail:
            steps = _link_steps(detail, usual=finding.kind is Kind.TENSION)
        case SumDetail() as detail:
            steps = _sum_steps(detail, usual=finding.kind is Kind.TENSION)
        case BridgeDetail() as detail if not (detail.one.torn or detail.other.torn):
            steps = _bridge_steps(finding, detail)
        case FallDetail() if finding.basis in _FALLS and not _spread(finding):
            steps = _fall_steps(finding)
        case _ if finding.basis in _ONE_ORIGIN and _figures(finding):
            steps = _origin_steps(finding)
        case _:
            steps = _standing_steps(finding)
    return _numbered(steps)


def implied_proof(case: Case, cell: int) -> dict[str, Any]:
    """Return the proof of what all claims together allow for a cell of a consistent case."""
    if cell in case.joint_of_cell:
        joint, ends = forced_steps(case, cell)
        return _numbered([*joint, meet_step(ends, cell_label(case, cell), case.allowed(cell))])
    found, final = case.found, case.found.final
    wanted = [
        (cell, low, int(source[cell]))
        for low, ends, source in (
            (True, final.low, final.low_from),
            (False, final.high, final.high_from),
        )
        if found.problem.finite(ends[cell])
    ]
    derivation = derive(found, *wanted)
    steps = derived_steps(case, found.problem, range(found.problem.cells), derivation)
    if len(wanted) > 1:
        steps.append(meet_step(derivation.ends, cell_label(case, cell), case.allowed(cell)))
    return _numbered(steps)


def _numbered(steps: list[Step]) -> dict[str, Any]:
    return {"steps": [{"n": number, **step} for number, step in enumerate(steps)]}


def _cell_steps(detail: CellDetail, *, usual: bool) -> list[Step]:
    """Return one bound a claim, and whether they meet."""
    case, bounds = detail.case, detail.case.bounds(detail.cell)
    steps = [bound_step(case, bound, usual=usual) for bound in bounds.tolist()]
    low, high = (case.usual_low, case.usual_high) if usual else (case.low, case.high)
    low, high = low[bounds], high[bounds]
    top = max(range(len(low)), key=lambda at: low[at])
    bottom = min(range(len(high)), key=lambda at: high[at])
    everything = list(range(len(steps)))
    if low[top] > high[bottom]:
        clash = {"step": "bounds clash", "low": top, "high": bottom, "from": everything}
        return [*steps, clash]
    met = case.interval(detail.cell, low[top], high[bottom])
    return [*steps, meet_step(everything, cell_label(case, detail.cell), met)]


def _conflict_steps(detail: ConflictDetail) -> list[Step]:
    """Return the steps of a minimal conflict: one end of one cell each, then the clash."""
    derivation = detail.conflict.derivation
    steps = derived_steps(detail.case, detail.found.problem, detail.cells, derivation)
    low, high = derivation.ends
    return [*steps, {"step": "bounds clash", "low": low, "high": high}]


def _link_steps(detail: LinkDetail, *, usual: bool) -> list[Step]:
    """Return the claims on a relation's measures, and what they make of the whole: fit or clash."""
    writer, case, linked = SupportWriter(detail.case, usual=usual), detail.case, detail.linked
    everyone = frozenset(case.row.tolist())
    first = writer.cell(linked.whole, everyone)
    parts = dict.fromkeys(linked.parts)
    used = [number for part in parts for number in writer.cell(part, everyone)]
    whole = cell_label(case, linked.whole)
    made = {"step": "row transfers bound", "row": _link_row(case, linked), "from": used}
    steps = [*writer.steps, {**made, "question": whole, **ends_json(detail.parts)}]
    numbers, last = [*first, len(steps) - 1], len(steps) - 1
    if not usual:
        return [*steps, meet_step(numbers, whole, detail.whole.meet(detail.parts))]
    above = detail.whole.below(detail.parts)
    side = writer.tightest(first, low=not above)
    low, high = (last, side) if above else (side, last)
    return [*steps, {"step": "bounds clash", "low": low, "high": high, "from": numbers}]


def _link_row(case: Case, linked: Linked) -> Step:
    """Return how a relation with factors, or a product, is told."""
    product = linked.equation.product
    factors = (prod(linked.factors),) if product else linked.factors
    return {
        "whole": cell_label(case, linked.whole),
        "parts": [cell_label(case, part) for part in linked.parts],
        "complete": True,
        **({"factors": [*map(exact_json, factors)]} if set(factors) != {1} else {}),
        **({"product": True} if product else {}),
    }


def _sum_steps(detail: SumDetail, *, usual: bool) -> list[Step]:
    """Return whole and parts of a sum that fits, and what both allow; or do not, usually."""
    writer, case = SupportWriter(detail.case, usual=usual), detail.case
    cell, claims = int(case.cells.rows.whole[detail.rows[0]]), frozenset(detail.whole.claims)
    claimed = bool(case.found.own.claimed[cell])
    first = writer.cell(cell, claims) if claimed else [writer.row(detail.rows[0], claims)]
    last = writer.row(detail.rows[-1], frozenset(detail.parts.claims))
    if usual:
        writer.clash([*first, last])
    else:
        writer.meet(cell, [*first, last])
    return writer.steps


def _bridge_steps(finding: Finding, detail: BridgeDetail) -> list[Step]:
    """Return both sides of a bridge, what is assumed, and whether they meet."""
    writer, sides = _sides(detail, usual=False)
    if finding.kind is Kind.TENSION and writer.fit(*sides):
        usually, others = _sides(detail, usual=True)
        if not usually.fit(*others):
            writer, sides = usually, others
    assumed = [str(each) for each in (*finding.assumptions, *finding.modifiers)]
    compared = {"step": "compared across", "assuming": assumed, "from": sides}
    return [*writer.steps, {**compared, "meet": writer.fit(*sides)}]


def _sides(detail: BridgeDetail, *, usual: bool) -> tuple[SupportWriter, list[int]]:
    """Return what writes both sides of a bridge, and the numbers of their steps."""
    writer, bridge = SupportWriter(detail.case, usual=usual), detail.bridge
    pairs = ((bridge.one, detail.one), (bridge.other, detail.other))
    return writer, [
        writer.meet(cell, writer.cell(cell, frozenset(side.claims))) for cell, side in pairs
    ]


def _fall_steps(finding: Finding) -> list[Step]:
    """Return that a series cannot be where it was told to be later, having been higher."""
    table, telling = finding.telling.table, finding.telling
    (early, later), allowed = finding.rows, [telling.figure(r).logical for r in finding.rows]
    asked = [
        str(Asked(table.question(telling.option(row).key), table.claims[row].as_of))
        for row in (early, later)
    ]
    told = [
        {**claim_step(table.ids[row], question, interval)}
        for row, question, interval in zip(finding.rows, asked, allowed, strict=True)
    ]
    row = {"whole": asked[1], "parts": asked[:1], "complete": False}
    rises = {"step": "row transfers bound", "row": row, "from": [0], "question": asked[1]}
    least = Interval(allowed[0].low, None, allowed[0].low_open)
    return [
        *told,
        {**rises, **end_json(least, "low")},
        {"step": "bounds clash", "low": 2, "high": 1},
    ]


def _spread(finding: Finding) -> bool:
    """Return whether a figure is told over parts, so that its question is not the one asked."""
    return any(finding.telling.option(row).over >= 0 for row in finding.rows)


def _figures(finding: Finding) -> bool:
    """Return whether all claims of a finding assert figures."""
    claims, telling = finding.telling.table.claims, finding.telling
    return all(claims[r].stance.affirms and telling.meaning(r) for r in finding.rows)


def _origin_steps(finding: Finding) -> list[Step]:
    """Return how two figures of one origin clash."""
    table, telling = finding.telling.table, finding.telling
    asked = label(table, finding.key)
    allowed = [telling.figure(row).logical for row in finding.rows]
    steps = [
        claim_step(table.ids[row], asked, interval)
        for row, interval in zip(finding.rows, allowed, strict=True)
    ]
    low = int(allowed[0].below(allowed[1]))
    return [*steps, {"step": "bounds clash", "low": low, "high": 1 - low}]


def _standing_steps(finding: Finding) -> list[Step]:
    """Return the claims of a finding that rests on what they say, not on sums.

    What rests on absence, such as silence or a single origin, lists the claims that were looked at.
    """
    table = finding.telling.table
    steps: list[Step] = [
        {"step": "claim", "claim": table.ids[row], "says": str(table.claims[row])}
        for row in finding.rows
    ]
    return [*steps, {"step": str(finding.basis), "from": list(range(len(steps)))}]
