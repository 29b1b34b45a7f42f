"""Reasoning as ratios, measured in one run: ``python -m tests.bench.reasoning [--cells N]``.

Needs the extra ``bench``. Each line is the time of what would be used instead over ours, or ours
over the floor that no method can undercut, on the same problem, in one thread. Nothing here
asserts a time.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np

from claimsync.reason.mending import Mending, regions
from claimsync.reason.problem import Problem
from claimsync.reason.propagate import propagate
from claimsync.reason.repairs import Group
from tests.bench import highs
from tests.bench.bench import copy_and_sum, forest

TRIALS = 100_000  # sets tried at most


def returns(cells: int, errors: int, *, seed: int = 1, total: bool = True) -> Problem:
    """Return sums of 19 parts each, all claimed, some of the claims wrong by a few.

    A ``total`` of all sums links the errors, so that each may be made up for in many ways.
    """
    random = np.random.default_rng(seed)
    sums = max(1, (cells - 1) // 20)
    parts = random.integers(10, 1000, size=(sums, 19))
    wholes = parts.sum(axis=1)
    ends = np.concatenate([[wholes.sum()], wholes, parts.ravel()])
    wrong = random.choice(np.arange(1, len(ends)), size=errors, replace=False)
    ends[wrong] += random.integers(1, 10, size=errors)
    count, first = len(ends), int(not total)
    flat = forest(20, 19)
    return replace(
        flat,
        floor=np.zeros(count, dtype=np.int64),
        cell=np.arange(count),
        low=ends,
        high=ends.copy(),
        tag=np.arange(count),
        whole=np.arange(sums + 1)[first:],
        start=np.array([0, *(sums + 19 * at for at in range(sums + 1))])[first:] - first * sums,
        part=np.arange(1 + first * sums, count),
        complete=np.ones(sums + 1 - first, dtype=bool),
        step=np.ones(count, dtype=np.int64),
        ticks=np.ones(count, dtype=np.int64),
    )


def ranges(cells: int, width: int, *, seed: int = 1) -> Problem:
    """Return sums as ``forest`` does, but of ranges, in any order, a fifth of the cells unclaimed.

    Ends move both ways through nearly every row.
    """
    random = np.random.default_rng(seed)
    flat = forest(cells, width, seed)
    kept = random.permutation(flat.cells)[: flat.cells * 4 // 5]
    ends = flat.low[kept]
    return replace(
        flat,
        cell=kept,
        low=np.maximum(ends - random.integers(0, 50, size=len(kept)), 0),
        high=ends + random.integers(0, 50, size=len(kept)),
        tag=np.arange(len(kept)),
    )


def mended(problem: Problem) -> list[Group]:
    """Return every group of conflicts with all its lightest repairs; every claim weighs 1."""
    found = propagate(problem)
    troubled = found.own.clash.copy()
    troubled[problem.whole[found.refused]] = True
    weight: dict[int, int | Fraction] = dict.fromkeys(problem.tag.tolist(), 1)
    return [
        group
        for region in regions(problem, troubled, ())
        for group in Mending(problem, region, weight, joint=False).groups(TRIALS * problem.cells)
    ]


def both(ours: Callable[[], Any], theirs: Callable[[], Any], times: int) -> tuple[float, float]:
    """Return the least time of the processor that each of two tasks takes, in turns, in seconds."""
    spent = []
    for task in (ours, theirs) * times:
        gc.collect()
        start = time.process_time()
        task()
        spent.append(time.process_time() - start)
    return min(spent[::2]), min(spent[1::2])


def main(cells: int, components: int, errors: int) -> None:
    """Print every ratio."""
    for size in (cells, cells * 10):
        for kind, problem in (("points", forest(size, 4)), ("ranges", ranges(size, 4))):
            ours, floor = both(partial(propagate, problem), partial(copy_and_sum, problem), 9)
            print(
                f"forest of {size:,} cells, {kind}: consistency and hull {ours:9.4f} s"
                f" {ours / floor:8.1f} x copy + sum"
            )
    for width in (3, 19):
        problem = forest(components * (width + 1), width)
        count = len(problem.whole)
        few = [(row, *problem.parts(row).tolist()) for row in range(min(count, 2_000))]
        ours, theirs = both(partial(propagate, problem), partial(highs.feasible, problem, few), 3)
        ours, theirs = ours / count, theirs / len(few)
        print(
            f"component of {width + 1:2} cells, {count:,} in a batch {ours * 1e6:9.2f} µs"
            f" {theirs / ours:8.0f} x faster than one HiGHS LP ({theirs * 1e6:.0f} µs)"
        )
    for total in (False, True):
        problem = returns(1_000, errors, total=total)
        groups = mended(problem)
        weight, sets = sum(of.weight or 0 for of in groups), sum(len(of.asides) for of in groups)
        ours, theirs = both(partial(mended, problem), partial(highs.repair_weight, problem), 5)
        print(
            f"repair of {problem.cells:,} cells, {errors} errors {'linked' if total else 'apart'}"
            f" {ours:9.4f} s {theirs / ours:8.2f} x faster than one HiGHS program"
            f" ({theirs:.2f} s, weight {highs.repair_weight(problem)});"
            f" weight {weight}, {sets} sets in {len(groups)} groups"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=100_000)
    parser.add_argument("--components", type=int, default=100_000)
    parser.add_argument("--errors", type=int, default=10)
    told = parser.parse_args()
    main(told.cells, told.components, told.errors)
