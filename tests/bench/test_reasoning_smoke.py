"""The benchmark of reasoning runs, and both sides of each ratio find the same."""

import pytest

pytest.importorskip("highspy")

from claimsync.reason.propagate import propagate
from tests.bench import highs
from tests.bench.bench import forest
from tests.bench.reasoning import main, mended, returns


def test_the_benchmark_of_reasoning_prints_its_ratios(capsys) -> None:
    main(cells=200, components=20, errors=2)

    assert capsys.readouterr().out.count("faster than one HiGHS") == 4


@pytest.mark.parametrize("total", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_both_find_the_same_least_weight(seed, total) -> None:
    problem = returns(200, errors=3, seed=seed, total=total)
    groups = mended(problem)

    assert all(group.weight == group.at_least for group in groups)
    assert sum(group.weight for group in groups) == highs.repair_weight(problem) > 0


def test_both_find_every_sum_of_the_benchmark_feasible() -> None:
    problem = forest(200, 19)
    sums = [(row, *problem.parts(row).tolist()) for row in range(len(problem.whole))]

    assert not propagate(problem).clashes
    assert highs.feasible(problem, sums) == len(sums) == 10


def test_both_find_a_broken_sum_infeasible() -> None:
    problem = forest(40, 19)
    problem.low[0] += 1
    problem.high[0] += 1
    sums = [(row, *problem.parts(row).tolist()) for row in range(len(problem.whole))]

    assert len(propagate(problem).clashes) == 1
    assert highs.feasible(problem, sums) == len(sums) - 1
