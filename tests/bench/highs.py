"""The engine's questions put to HiGHS, in floating point: a program a component, or one in all."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from claimsync.reason.problem import Problem

highspy = pytest.importorskip("highspy")  # of the extra bench, never needed by the tests

# How far a claim that is set aside gives way. More, and the program finds nothing wrong: a switch
# may stand open by the solver's tolerance, and that much of BIG passes through it.
BIG = 1e4


def feasible(problem: Problem, components: Iterable[tuple[int, ...]]) -> int:
    """Return how many of some components (a whole, then its parts) HiGHS finds feasible."""
    solver = _silent()
    found = 0
    for cells in components:
        solver.passModel(_sum(problem, cells))
        solver.run()
        found += solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return found


def _sum(problem: Problem, cells: tuple[int, ...]) -> highspy.HighsLp:
    """Return one sum of cells with one bound each as a linear program."""
    at, count = list(cells), len(cells)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, 1
    model.col_cost_ = np.zeros(count)
    model.col_lower_ = problem.low[at].astype(float)
    model.col_upper_ = problem.high[at].astype(float)
    model.row_lower_ = model.row_upper_ = np.zeros(1)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array([0, count])
    model.a_matrix_.index_ = np.arange(count)
    model.a_matrix_.value_ = np.array([1.0, *[-1.0] * (count - 1)])
    return model


def repair_weight(problem: Problem) -> int:
    """Return how many claims must go at least, by one program with a switch for every claim."""
    solver = _silent()
    cells = [solver.addVariable(lb=float(floor)) for floor in problem.floor.tolist()]
    switches = {tag: solver.addBinary() for tag in sorted(set(problem.tag.tolist()))}
    for cell, low, high, tag in zip(
        problem.cell.tolist(),
        problem.low.tolist(),
        problem.high.tolist(),
        problem.tag.tolist(),
        strict=True,
    ):
        solver.addConstr(cells[cell] + BIG * switches[tag] >= low)
        solver.addConstr(cells[cell] - BIG * switches[tag] <= high)
    for row, whole in enumerate(problem.whole.tolist()):
        parts = [cells[part] for part in problem.parts(row).tolist()]
        solver.addConstr(cells[whole] - sum(parts) == 0)
    solver.minimize(sum(switches.values()))
    return round(solver.getObjectiveValue())


def _silent() -> highspy.Highs:
    """Return a solver that prints nothing and uses one thread."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's signature
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_feasibility_tolerance", 1e-9)
    return solver
