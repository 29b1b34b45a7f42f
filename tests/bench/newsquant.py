"""Quantities against NewsQuant: ``python -m tests.bench.newsquant [FILE]``.

Values, values with their change and values with their unit are matched one to one as multisets
within each sentence. The gold set counts other things than a claim does, so what is found is
brought to its terms first:

* it counts ages and durations, and neither dates, ordinals, names nor results (``COUNTED``);
* it leaves out a length of time that names a thing (a three-year plan);
* a vague plural reaches to the next power of ten (hundreds: 100 to 1,000), and *several* or *a few*
  is no number;
* *from 20 in 2008 to 29* is one range, where a claim has a former and a present level;
* *a driver* and *no one* are no numbers.

Nothing here asserts a score. The set carries no licence for redistribution: it is read where it
lies, and the command says so where it is absent.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from claimsync.extract.figures.quantities import Quantity, quantities
from tests.bench.texts import open_part, rows_of

SET = "newsquant_even"
COUNTED = {"count", "money", "share", "measure", "age", "duration", "term"}
UNCOUNTED = {"article-one", "none", "no-noun"}
_SIGNS = {
    "$": "dollar", "us$": "dollar", "usd": "dollar", "$ us": "dollar", "£": "pound sterling",
    "gbp": "pound sterling", "€": "euro", "eur": "euro", "%": "percentage",
    "percent": "percentage", "per cent": "percentage", "pc": "percentage",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One quantity as the gold set tells it: least and most, change, and ways to name its unit."""

    low: float
    high: float
    change: str
    units: frozenset[str]


def gold(row: dict[str, Any]) -> list[Told]:
    """Return the quantities that the annotators found in a sentence."""
    return [
        Told(*_bounds(str(found["value"])), found["change"], _units(found))
        for found in row["quantities"]
    ]


def _bounds(value: str) -> tuple[float, float]:
    """Return a value or a range such as ``100-1000``, the lower first."""
    match = re.fullmatch(r"\s*(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*(-?[\d.]+))?\s*", value)
    if match is None:
        return (float("nan"),) * 2
    low, high = float(match[1]), float(match[2] or match[1])
    return min(low, high), max(low, high)


def _units(found: dict[str, Any]) -> frozenset[str]:
    """Return the spellings of a unit in the gold set."""
    return frozenset(_unit(str(found[key] or "-")) for key in ("unit", "normalized_unit"))


def _unit(text: str) -> str:
    """Return a unit in one spelling: lower case, no plural, currencies by name."""
    words = " ".join(re.sub(r"\b(a|an) (?=\w)", "per ", text.lower()).split())
    words = " per ".join(_SIGNS.get(part, part) for part in words.split(" per "))
    return re.sub(r"(?<=\w\w)s\b", "", words)


def told(text: str) -> list[Told]:
    """Return what claimsync finds in a sentence, in the terms of the gold set."""
    found = [
        q for q in quantities(text) if q.kind in COUNTED and not UNCOUNTED.intersection(q.rules)
    ]
    return [_told(text, *pair) for pair in _paired(found) if _in_terms(text, pair[0])]


def _in_terms(text: str, found: Quantity) -> bool:
    """Return whether the gold set takes it for a number."""
    if found.kind == "duration" and text[found.number_end : found.number_end + 1] == "-":
        return False
    return text[found.number_start : found.number_end].lower() not in {
        "several",
        "a few",
        "a couple",
    }


def _paired(found: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Return each quantity twice, or with the level that it changed to."""
    rest = iter(found)
    for one in rest:
        single = "from-to" in one.rules and one.worth[0] == one.worth[1]
        two = next(rest, None) if single else None
        yield one, two or one


def _told(text: str, one: Quantity, two: Quantity) -> Told:
    """Return a quantity, or the span between two levels."""
    low, high = one.worth[0], two.worth[1]
    if "vague" in one.rules or str(one.figure.qualifier) == "word":
        high = 10 * low
    bounds = sorted((_number(low), _number(high)))
    names = {_unit(text[slice(*span)]) for span in (one.unit, two.unit, one.noun, two.noun) if span}
    names |= {_unit(unit) for unit in (one.figure.unit, two.figure.unit) if unit}
    return Told(bounds[0], bounds[1], one.change, frozenset(names or {"-"}))


def _number(value: Fraction) -> float:
    """Return a value as the gold set prints it."""
    return float(value) if abs(value) < Fraction(10) ** 300 else float("inf")


def _same_value(one: Told, two: Told) -> bool:
    """Return whether both ends are equal, as far as a float tells."""
    return all(
        abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))
        for a, b in ((one.low, two.low), (one.high, two.high))
    )


SCORES: dict[str, Callable[[Told, Told], bool]] = {
    "value": _same_value,
    "value and change": lambda a, b: _same_value(a, b) and a.change == b.change,
    "value and unit": lambda a, b: _same_value(a, b) and bool(a.units & b.units),
}


def hits(found: Iterable[Told], wanted: Iterable[Told], same: Callable[[Told, Told], bool]) -> int:
    """Return how many of two multisets match, one to one."""
    left = list(wanted)
    count = 0
    for one in found:
        partner = next((other for other in left if same(one, other)), None)
        if partner is not None:
            left.remove(partner)
            count += 1
    return count


def scores(rows: list[dict[str, Any]], tell: Callable[[str], list[Told]]) -> dict[str, str]:
    """Return precision, recall and F1 by what must match."""
    tally: Counter[str] = Counter()
    for row in rows:
        found, wanted = tell(row["text"]), gold(row)
        tally.update({"found": len(found), "wanted": len(wanted)})
        tally.update({name: hits(found, wanted, same) for name, same in SCORES.items()})
    return {
        name: "P {:.1%}  R {:.1%}  F1 {:.1%}".format(
            *_f1(tally[name], tally["found"], tally["wanted"])
        )
        for name in SCORES
    }


def _f1(hit: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean."""
    precision, recall = hit / max(found, 1), hit / max(wanted, 1)
    return precision, recall, 2 * hit / max(found + wanted, 1)


def speed(rows: list[dict[str, Any]], tell: Callable[[str], object], times: int = 3) -> float:
    """Return sentences per second of processor time, the best of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        for row in rows:
            tell(row["text"])
        best = min(best, time.process_time() - start)
    return len(rows) / best


def by_quantulum() -> Callable[[str], list[Told]] | None:
    """Return quantulum3's reading, where it is installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None

    def tell(text: str) -> list[Told]:
        found = parser.parse(text)
        spans = ((q.value, q.uncertainty or 0, q.unit.name) for q in found)
        values = [(value - off, value + off, name) for value, off, name in spans]
        return [Told(low, high, "=", frozenset({_unit(name)})) for low, high, name in values]

    return tell


def main(path: Path | None = None) -> None:
    """Print the scores and the speed, beside quantulum3's in the same run where it is installed."""
    path = path or open_part(SET)
    if not path.is_file():
        print(f"skipped: no {path.name}; CLAIMSYNC_DATA names the folder that holds text/")
        return
    rows = rows_of(path)
    print(f"{len(rows)} sentences of {path.name}")
    for name, tell in (("claimsync", told), ("quantulum3", by_quantulum())):
        if tell is None:
            print(f"{name}: not installed")
            continue
        for what, score in scores(rows, tell).items():
            print(f"{name:10}  {what:16}  {score}")
        run = quantities if tell is told else tell
        print(f"{name:10}  {speed(rows, run):,.0f} sentences a CPU-second")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path)
    main(arguments.parse_args().file)
