"""Headlines against their articles: ``python -m tests.bench.numhg [FILE]``.

The headline's own figure must be supported by the body, and the same headline with its number
changed by a factor between .7 and 1.4 must not be. Nothing here asserts a score. The set carries
no licence for redistribution: it is read where it lies, and the command says so where it is absent.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from claimsync.extract.linking.headlines import Body, counted
from tests.bench.texts import open_part, rows_of

_BLANK = "____"


def altered(number: str, dice: random.Random) -> str:
    """Return another number of as many decimals, .7 to 1.4 times as large."""
    plain = number.replace(",", "")
    decimals = len(plain.partition(".")[2])
    while True:
        told = f"{float(plain) * dice.uniform(0.7, 1.4):.{decimals}f}"
        if float(told) == float(plain):
            step = 10**-decimals
            told = f"{max(float(plain) + dice.choice((-step, step)), 0):.{decimals}f}"
        if float(told) != float(plain):
            return f"{int(told):,}" if "," in number else told


def accepted(cloze: str, number: str, body: Body) -> bool:
    """Return whether the figure that stands in the blank is supported by the body."""
    at = cloze.index(_BLANK)
    headline = cloze.replace(_BLANK, number)
    own = [
        one for one in counted(headline)
        if one.figure.number_start < at + len(number) and one.figure.number_end > at
    ]  # fmt: skip
    return bool(own) and all(body.support(one) is not None for one in own)


def scored(
    told: list[dict[str, Any]], seed: int = 11
) -> tuple[Counter[str], list[tuple[Any, ...]]]:
    """Return counts of right and wrong verdicts by annotation, and the wrong ones."""
    dice, counts, wrong = random.Random(seed), Counter[str](), []  # noqa: S311 - no secret
    for row in told:
        kind = row["cloze_annotation"].partition("(")[0]
        number = row["cloze_gt"]
        try:
            other = altered(number, dice)
        except ValueError:
            counts["skipped"] += 1
            continue
        body = Body(row["text"])
        true, false = accepted(row["cloze"], number, body), accepted(row["cloze"], other, body)
        counts[f"{kind} yes {true}"] += 1
        counts[f"{kind} no {not false}"] += 1
        counts["true accepts"] += true
        counts["false accepts"] += false
        counts["all"] += 1
        if not true or false:
            wrong.append((true, other if false else "", row))
    return counts, wrong


def main() -> None:
    """Print balanced accuracy and false accepts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=open_part("numhg_open"))
    parser.add_argument("--wrong", type=int, default=0, help="how many wrong verdicts to show")
    asked = parser.parse_args()
    if not asked.file.exists():
        print(f"no {asked.file}: set CLAIMSYNC_DATA to the folder that holds text/")
        return
    told = rows_of(asked.file)
    began = time.process_time()
    counts, wrong = scored(told)
    seconds = time.process_time() - began
    yes, no = counts["true accepts"] / counts["all"], counts["false accepts"] / counts["all"]
    print(f"NumHG: {counts['all']} headlines, balanced accuracy {50 * (yes + 1 - no):.1f},"
          f" true accepts {100 * yes:.1f} %, false accepts {100 * no:.1f} %,"
          f" {counts['all'] / seconds:.0f} a CPU-second")  # fmt: skip
    for true, other, row in wrong[: asked.wrong]:
        print(row["cloze"], "|", row["cloze_gt"], "|", row["cloze_annotation"],
              "|", "missed" if not true else f"accepts {other}")  # fmt: skip


if __name__ == "__main__":
    main()
