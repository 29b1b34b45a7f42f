"""Speed as ratios, measured in one run: ``python -m tests.bench.bench [--claims N]``.

Each line is our time over that of what a user would do instead, on the same data, in one
thread, the best of three. Nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from pydantic import TypeAdapter, create_model

import claimsync as cs
from claimsync.interop import to_ndjson
from claimsync.reason.problem import Problem
from claimsync.reason.propagate import propagate


def best(task: Callable[[], Any], times: int = 3) -> float:
    """Return the least of some timings, in seconds of the processor."""
    spent = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        task()
        spent.append(time.process_time() - start)
    return min(spent)


def tally(claims: int, seed: int = 1) -> pd.DataFrame:
    """Return totals and parts of many events, some rows divergent, as a user's table holds them."""
    random = np.random.default_rng(seed)
    events = max(1, claims // 5)
    parts = random.integers(0, 500, size=(events, 3))
    total = parts.sum(axis=1) + (random.random(events) < 0.02)
    rival = total + (random.random(events) < 0.05)
    frame = pd.DataFrame(
        {
            "source": np.tile(["tally", "agency", "north", "mid", "south"], events),
            "measure": "injured",
            "event": np.repeat([f"event {at}" for at in range(events)], 5),
            "low": np.column_stack([total, rival, parts]).ravel(),
            "[place]": np.tile(["all", "all", "n", "m", "s"], events),
        }
    )
    return frame.assign(high=frame["low"])


def by_hand(frame: pd.DataFrame) -> tuple[int, int]:
    """Return divergences and broken sums as a careful pandas script finds them."""
    cells = frame.groupby(["event", "[place]"])
    bounds = pd.DataFrame({"low": cells["low"].max(), "high": cells["high"].min()}).reset_index()
    divergent = int((bounds["low"] > bounds["high"]).sum())
    parts = bounds[bounds["[place]"] != "all"].groupby("event")[["low", "high"]].sum()
    whole = bounds[bounds["[place]"] == "all"].set_index("event")
    joined = whole.join(parts.add_suffix("_parts"))
    broken = (joined["low_parts"] > joined["high"]) | (joined["high_parts"] < joined["low"])
    return divergent, int((broken & (joined["low"] <= joined["high"])).sum())


def forest(cells: int, width: int, seed: int = 1) -> Problem:
    """Return many two-level sums, each of ``width`` parts, as the engine takes them."""
    random = np.random.default_rng(seed)
    rows = max(1, cells // (width + 1))
    parts = random.integers(0, 1000, size=(rows, width))
    ends = np.concatenate([parts.sum(axis=1), parts.ravel()])
    count = len(ends)
    return Problem(
        floor=np.zeros(count, dtype=np.int64),
        cell=np.arange(count),
        low=ends,
        high=ends.copy(),
        tag=np.arange(count),
        whole=np.arange(rows),
        start=np.arange(0, rows * width + 1, width),
        part=np.arange(rows, count),
        complete=np.ones(rows, dtype=bool),
        unbounded=2**61,
        step=np.ones(count, dtype=np.int64),
        ticks=np.ones(count, dtype=np.int64),
    )


def copy_and_sum(problem: Problem) -> Any:
    """Return what no solver can undercut: every end read once."""
    return problem.low.copy().sum() + problem.high.copy().sum()


def main(claims: int) -> None:
    """Print every ratio."""
    context = cs.parse("measure injured: unit person\npartition place: all = n + m + s").context
    frame = tally(claims)
    found = cs.reconcile(cs.from_frame(frame, context=context))
    print(f"{claims:,} claims: {found.counts}; by hand: {by_hand(frame)}")
    hand = best(lambda: by_hand(frame))
    read = best(lambda: cs.from_frame(frame, context=context), 1)
    day = cs.from_frame(frame, context=context)
    whole = best(lambda: cs.reconcile(day), 1)
    print(f"three checks by hand in pandas       {hand:8.3f} s")
    print(f"frame to claims                      {read:8.3f} s  {read / hand:7.1f} x")
    print(f"claims to findings                   {whole:8.3f} s  {whole / hand:7.1f} x")

    text = to_ndjson(frame.astype(str).to_dict("records"))
    fields = dict.fromkeys(("source", "measure", "event", "low", "high", "place"), (str, ""))
    lines = TypeAdapter(create_model("Line", **fields))  # type: ignore[call-overload]
    checked = best(lambda: [lines.validate_python(json.loads(line)) for line in io.StringIO(text)])
    ours = best(
        lambda: cs.reconcile(cs.from_records(map(json.loads, io.StringIO(text)), context=context)),
        1,
    )
    print(f"NDJSON lines through pydantic        {checked:8.3f} s")
    print(f"NDJSON lines to findings             {ours:8.3f} s  {ours / checked:7.1f} x")

    for cells in (claims, claims * 10):
        problem = forest(cells, 4)
        copied = best(partial(copy_and_sum, problem))
        spent = best(partial(propagate, problem))
        each = spent / max(1, len(problem.whole)) * 1e6
        print(
            f"forest of {cells:,} cells, consistency and hull {spent:8.3f} s"
            f"  {spent / copied:7.0f} x copy + sum, {each:.2f} µs a component of 5 cells"
        )
    growth = [
        best(lambda size=size: propagate(forest(size, 4)), 2) for size in (claims, claims * 10)
    ]
    print(f"growth of the engine, exponent       {np.log10(growth[1] / growth[0]):8.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    main(parser.parse_args().claims)
