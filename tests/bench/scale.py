"""Time and memory of one table, from frame to findings: ``python -m tests.bench.scale --claims N``.

Times are of the processor, in one thread. Memory is the highest resident set, less that of the
process with the frame alone; the frame is let go once it is read. Nothing here asserts anything.
"""

from __future__ import annotations

import argparse
import resource
import time

import claimsync as cs
from tests.bench.bench import tally


def highest() -> float:
    """Return the highest resident set so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def main(claims: int) -> None:
    """Print what one table takes."""
    context = cs.parse("measure injured: unit person\npartition place: all = n + m + s").context
    frame = tally(claims)
    before, start = highest(), time.process_time()
    day = cs.from_frame(frame, context=context)
    del frame
    read = time.process_time()
    counts = cs.reconcile(day).counts
    found = time.process_time()
    print(f"{claims:,} claims: {counts}")
    print(f"frame to claims                      {read - start:8.2f} s")
    print(f"claims to findings                   {found - read:8.2f} s")
    print(
        f"memory, without that of the frame    {highest() - before:8,.0f} MB of {highest():,.0f} MB"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    main(parser.parse_args().claims)
