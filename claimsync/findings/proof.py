"""Proofs: numbered steps from claims to the finding, each checkable by itself in exact numbers.

*claim gives bound*, *floor*, *row transfers bound*, and last *bounds meet*, *bounds clash* or,
where no numbers are involved, the basis. Steps refer to earlier ones by number; shared ones are
told once.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimsync.findings.bridges import BridgeDetail
from claimsync.findings.sums import ConflictDetail, SumDetail
from claimsync.findings.values import CellDetail
from claimsync.reason.problem import FLOOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.model.interval import Exact, Interval

Step = dict[str, Any]


def exact_json(number: Exact | None) -> int | float | str | None:
    """Return a number as JSON holds it exactly: an int, a decimal that survives, else text.

    >>> exact_json(Fraction(5, 2)), exact_json(Fraction(1, 3)), exact_json(None)
    (2.5, '1/3', None)
    """
    if number is None or isinstance(number, int):
        return number
    near = float(number)
    return near if Fraction(repr(near)) == number else str(number)


def ends_json(interval: Interval) -> dict[str, Any]:
    """Return both ends of an interval; an open end says so."""
    ends: dict[str, Any] = {"low": exact_json(interval.low), "high": exact_json(interval.high)}
    if interval.low_open:
        ends["low_open"] = True
    if interval.high_open:
        ends["high_open"] = True
    return ends


def proof_of(finding: Finding) -> dict[str, Any]:
    """Return the proof of a finding."""
    match finding.detail:
        case CellDetail() as detail:
            steps = _cell_steps(detail)
        case ConflictDetail() as detail:
            steps = _conflict_steps(detail)
        case SumDetail() as detail:
            steps = _sum_steps(detail)
        case BridgeDetail() as detail:
            steps = _bridge_steps(finding, detail)
        case _:
            steps = _standing_steps(finding)
    return {"steps": [{"n": number, **step} for number, step in enumerate(steps)]}


def _question(case: Case, cell: int) -> str:
    return str(case.frame.table.question(case.cells.keys[cell]))


def _claim_step(case: Case, bound: int) -> Step:
    """Return the step by which a claim bounds a cell."""
    cell = int(case.cell[bound])
    interval = case.interval(cell, case.low[bound], case.high[bound])
    claim = case.frame.table.ids[int(case.row[bound])]
    return {
        "step": "claim gives bound",
        "claim": claim,
        "question": _question(case, cell),
        **ends_json(interval),
    }


def _cell_steps(detail: CellDetail) -> list[Step]:
    """Return one bound a claim, and whether they meet."""
    case, bounds = detail.case, detail.case.bounds(detail.cell)
    steps = [_claim_step(case, bound) for bound in bounds.tolist()]
    low, high = case.low[bounds], case.high[bounds]
    top = max(range(len(low)), key=lambda at: low[at])
    bottom = min(range(len(high)), key=lambda at: high[at])
    if low[top] > high[bottom]:
        return [*steps, {"step": "bounds clash", "low": top, "high": bottom}]
    met = case.interval(detail.cell, low[top], high[bottom])
    return [*steps, {"step": "bounds meet", "from": list(range(len(steps))), **ends_json(met)}]


def _row_shape(case: Case, whole: int, parts: Sequence[int], *, complete: bool) -> Step:
    """Return how the shape of a row is told."""
    factors = case.factors(whole, parts)
    converted = {"factors": list(map(exact_json, factors))} if set(factors) - {1} else {}
    return {
        "whole": _question(case, whole),
        "parts": [_question(case, part) for part in parts],
        "complete": complete,
        **converted,
    }


def _conflict_steps(detail: ConflictDetail) -> list[Step]:
    """Return the steps of a minimal conflict: one end of one cell each, then the clash."""
    case, problem = detail.case, detail.found.problem
    steps: list[Step] = []
    values: list[int] = []
    for step in detail.conflict.derivation.steps:
        cell, end = detail.cells[step.cell], "low" if step.low else "high"
        told: Step
        if step.row >= 0:
            used = [values[use] for use in step.uses]
            to_whole = int(problem.whole[step.row]) == step.cell
            values.append(sum(used) if to_whole else used[-1] - sum(used[:-1]))
            shape = _row_of(detail, step.row)
            told = {"step": "row transfers bound", "row": shape, "from": list(step.uses)}
        elif step.bound == FLOOR:
            values.append(int(problem.floor[step.cell]))
            told = {"step": "floor"}
        else:
            values.append(int((problem.low if step.low else problem.high)[step.bound]))
            claim = case.frame.table.ids[int(problem.tag[step.bound])]
            told = {"step": "claim gives bound", "claim": claim}
        told["question"] = _question(case, cell)
        steps.append({**told, **_end(case, cell, end, values[-1])})
    low, high = detail.conflict.derivation.ends
    return [*steps, {"step": "bounds clash", "low": low, "high": high}]


def _row_of(detail: ConflictDetail, row: int) -> Step:
    """Return how the shape of a row of a conflict is told."""
    problem, cells = detail.found.problem, detail.cells
    parts = [cells[part] for part in problem.parts(row).tolist()]
    whole, complete = cells[int(problem.whole[row])], bool(problem.complete[row])
    return _row_shape(detail.case, whole, parts, complete=complete)


def _end(case: Case, cell: int, end: str, value: int) -> dict[str, Any]:
    """Return one end of a cell as JSON."""
    infinity = case.frame.amounts.unbounded
    low, high = (value, infinity) if end == "low" else (-infinity, value)
    told = ends_json(case.interval(cell, low, high))
    return {name: told[name] for name in (end, f"{end}_open") if name in told}


class _SupportWriter:
    """Writes down what supports cells: claims, or the sums below, each step with both its ends."""

    def __init__(self, case: Case) -> None:
        self.case, self.steps = case, list[Step]()
        self._ends: list[tuple[int, int]] = []
        self._written: dict[int, list[int]] = {}

    def cell(self, cell: int, claims: Sequence[int]) -> list[int]:
        """Write the support of ``cell`` by ``claims``; return the numbers of its steps."""
        if cell not in self._written:
            case = self.case
            mine = [b for b in case.bounds(cell).tolist() if int(case.row[b]) in claims]
            if mine:
                self._written[cell] = [
                    self._add(
                        _claim_step(case, bound), (int(case.low[bound]), int(case.high[bound]))
                    )
                    for bound in mine
                ]
            else:
                rows = (case.cells.rows.whole == cell).nonzero()[0].tolist()
                self._written[cell] = [self.row(row, claims) for row in rows]
        return self._written[cell]

    def row(self, row: int, claims: Sequence[int]) -> int:
        """Write the sum of the parts of ``row``; return its number."""
        case, shape = self.case, self.case.cells.rows
        whole, parts = int(shape.whole[row]), shape.parts(row).tolist()
        complete = bool(shape.complete[row])
        below = [self.cell(part, claims) for part in parts]
        met = [self._met(part, steps) for part, steps in zip(parts, below, strict=True)]
        unbounded = case.frame.amounts.unbounded
        open_end = not complete or any(high >= unbounded for _, high in met)
        floorless = any(low <= -unbounded for low, _ in met)
        low = -unbounded if floorless else sum(low for low, _ in met)
        high = unbounded if open_end else sum(high for _, high in met)
        told = _row_shape(case, whole, parts, complete=complete)
        step = {
            "step": "row transfers bound",
            "row": told,
            "from": [number for steps in below for number in steps],
            "question": told["whole"],
            **ends_json(case.interval(whole, low, high)),
        }
        return self._add(step, (low, high))

    def _met(self, cell: int, steps: Sequence[int]) -> tuple[int, int]:
        """Return what the steps on one cell allow together; its floor where there are none."""
        floor = int(self.case.found.problem.floor[cell])
        ends = [self._ends[step] for step in steps]
        low = max([floor, *(low for low, _ in ends)])
        return low, min([self.case.frame.amounts.unbounded, *(high for _, high in ends)])

    def _add(self, step: Step, ends: tuple[int, int]) -> int:
        self.steps.append(step)
        self._ends.append(ends)
        return len(self.steps) - 1


def _sum_steps(detail: SumDetail) -> list[Step]:
    """Return whole and parts of a sum that fits, and what both allow."""
    writer, case = _SupportWriter(detail.case), detail.case
    cell = int(case.cells.rows.whole[detail.rows[0]])
    claimed = bool(case.found.own.claimed[cell])
    first = (
        writer.cell(cell, detail.whole.claims)
        if claimed
        else [writer.row(detail.rows[0], detail.whole.claims)]
    )
    last = writer.row(detail.rows[-1], detail.parts.claims)
    met = case.interval(
        cell, max(detail.whole.low, detail.parts.low), min(detail.whole.high, detail.parts.high)
    )
    return [*writer.steps, {"step": "bounds meet", "from": [*first, last], **ends_json(met)}]


def _bridge_steps(finding: Finding, detail: BridgeDetail) -> list[Step]:
    """Return both sides of a bridge, what is assumed, and how they compare."""
    writer, bridge = _SupportWriter(detail.case), detail.bridge
    sides = [
        *writer.cell(bridge.one, detail.one.claims),
        *writer.cell(bridge.other, detail.other.claims),
    ]
    assumed = [*finding.assumptions, *finding.modifiers]
    return [
        *writer.steps,
        {"step": "compared across", "assuming": [str(a) for a in assumed], "from": sides},
    ]


def _standing_steps(finding: Finding) -> list[Step]:
    """Return the claims of a finding that rests on what they say, not on sums."""
    table = finding.telling.table
    steps: list[Step] = [
        {"step": "claim", "claim": table.ids[row], "says": str(table.claims[row])}
        for row in finding.rows
    ]
    return [*steps, {"step": str(finding.basis), "from": list(range(len(steps)))}]
