"""Steps of proofs, and how numbers, ends, questions and rows stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimsync.findings.asked import Asked
from claimsync.findings.numbers import ends_json, exact_json
from claimsync.reason.problem import FLOOR
from claimsync.table.keys import AS_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.findings.case import Case
    from claimsync.model.interval import Interval
    from claimsync.reason.certificates import Derivation
    from claimsync.reason.certificates import Step as Derived
    from claimsync.reason.problem import Problem
    from claimsync.table.columns import Table

Step = dict[str, Any]


def end_json(interval: Interval, end: str) -> dict[str, Any]:
    """Return one end of an interval, ``low`` or ``high``."""
    told = ends_json(interval)
    return {name: told[name] for name in (end, f"{end}_open") if name in told}


def label(table: Table, key: int) -> str:
    """Return the label of a question, its date included."""
    codes = table.space.codes[AS_OF]
    date = codes.names[int(key) // table.space.radices[AS_OF] % len(codes)]
    return str(Asked(table.question(key), date))


def cell_label(case: Case, cell: int) -> str:
    """Return the label of a cell's question."""
    return label(case.frame.table, case.cells.keys[cell])


def claim_step(claim: str, question: str, interval: Interval) -> Step:
    """Return the step by which a claim bounds a question."""
    step = {"step": "claim gives bound", "claim": claim, "question": question}
    return {**step, **ends_json(interval)}


def bound_step(case: Case, bound: int, *, usual: bool = False) -> Step:
    """Return the step by which the claim behind a bound bounds its cell, logically or usually."""
    cell = int(case.cell[bound])
    claim = case.frame.table.ids[int(case.row[bound])]
    low, high = ends_of_bound(case, bound, usual=usual)
    step = claim_step(claim, cell_label(case, cell), case.interval(cell, low, high))
    return {**step, "usual": True} if usual else step


def ends_of_bound(case: Case, bound: int, *, usual: bool) -> tuple[int, int]:
    """Return both encoded ends of a bound."""
    low, high = (case.usual_low, case.usual_high) if usual else (case.low, case.high)
    return int(low[bound]), int(high[bound])


def row_shape(case: Case, whole: int, parts: Sequence[int], *, complete: bool) -> Step:
    """Return how the shape of a row is told, with factors where units differ."""
    factors = case.factors(whole, parts)
    converted = {"factors": list(map(exact_json, factors))} if set(factors) - {1} else {}
    return {
        "whole": cell_label(case, whole),
        "parts": [cell_label(case, part) for part in parts],
        "complete": complete,
        **converted,
    }


def meet_step(numbers: Sequence[int], question: str, interval: Interval) -> Step:
    """Return the step by which bounds meet."""
    step = {"step": "bounds meet", "from": list(numbers), "question": question}
    return {**step, **ends_json(interval)}


def derived_steps(
    case: Case, problem: Problem, cells: Sequence[int], derivation: Derivation
) -> list[Step]:
    """Return the steps of a derivation, an end of a cell each; ``cells``: which they are."""
    values: list[int] = []
    steps: list[Step] = []
    for derived in derivation.steps:
        values.append(_value(problem, derived, values))
        cell, end = cells[derived.cell], "low" if derived.low else "high"
        infinity = problem.unbounded
        ends = (values[-1], infinity) if derived.low else (-infinity, values[-1])
        told = _reason(case, problem, cells, derived)
        interval = case.interval(cell, *ends)
        steps.append({**told, "question": cell_label(case, cell), **end_json(interval, end)})
    return steps


def _value(problem: Problem, derived: Derived, values: Sequence[int]) -> int:
    """Return the end that a derived step gives, encoded."""
    if derived.row < 0:
        ends = problem.low if derived.low else problem.high
        return int(problem.floor[derived.cell] if derived.bound == FLOOR else ends[derived.bound])
    used = [values[use] for use in derived.uses]
    to_whole = int(problem.whole[derived.row]) == derived.cell
    return sum(used) if to_whole else used[-1] - sum(used[:-1])


def _reason(case: Case, problem: Problem, cells: Sequence[int], derived: Derived) -> Step:
    """Return by what a derived step gives its end: a row, the floor, or a claim."""
    if derived.row >= 0:
        parts = [cells[part] for part in problem.parts(derived.row).tolist()]
        whole, complete = cells[int(problem.whole[derived.row])], problem.complete[derived.row]
        shape = row_shape(case, whole, parts, complete=bool(complete))
        return {"step": "row transfers bound", "row": shape, "from": list(derived.uses)}
    if derived.bound == FLOOR:
        return {"step": "floor"}
    claim = case.frame.table.ids[int(problem.tag[derived.bound])]
    return {"step": "claim gives bound", "claim": claim}
