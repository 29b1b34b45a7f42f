"""How well pages are read, slot by slot, against the project's own gold.

``python -m tests.bench.gold`` prints the scores of the rules; ``--misses`` says what went wrong
where, ``--half before`` scores the half that was written without sight of the rules.
"""

from __future__ import annotations

import argparse

from tests.gold.findings import found_in
from tests.gold.read import APART, HALVES, pages, stances
from tests.gold.scores import score
from tests.gold.sentence_scores import macro_f1, stance_table


def main() -> None:
    """Print the scores."""
    from claimsync.extract.extractor import RuleExtractor

    options = argparse.ArgumentParser(description="Score extraction against the gold.")
    options.add_argument("--half", choices=(*HALVES, APART))
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    there = {gold.half for gold in pages()}
    halves = [half for half in (*HALVES, APART) if half in there]
    for half in (chosen.half,) if chosen.half else halves:
        _told(RuleExtractor(), half, misses=chosen.misses)


def _findings(half: str) -> tuple[int, int, int]:
    """Return how many findings are expected of the pages, how many come out, and false ones."""
    chosen = [gold for gold in pages() if gold.half == half]
    expected = sum(each.must for gold in chosen for each in gold.findings)
    faults = [fault for gold in chosen for fault in gold.faults(found_in(gold.name))]
    missing = sum(fault.startswith("missing") for fault in faults)
    return expected, expected - missing, len(faults) - missing


def _told(extractor, half: str, *, misses: bool) -> None:
    """Print the scores of one half."""
    scores = score(extractor, [gold for gold in pages() if gold.half == half])
    table, wrong = stance_table(extractor, [each for each in stances() if each.half == half])
    print(f"half {half}: slot, precision, recall, F1")
    lines = {"figures": scores.figures, **scores.slots, "all slots": scores.claims,
             "stances on pages": scores.stands}  # fmt: skip
    for name, each in lines.items():
        print(f"  {name:24} {each}")
    print(f"  invented figures         {scores.invented}")
    expected, there, false = _findings(half)
    print(f"  findings                 {there} of {expected} expected; false divergences {false}")
    share = scores.wrong_speakers / max(scores.spoken, 1)
    print(f"  wrong speakers           {share:.1%} ({scores.wrong_speakers} of {scores.spoken})")
    if table:
        print(f"  stances in sentences: macro-F1 {macro_f1(table):.3f}")
    for name, each in table.items():
        print(f"    {name:28} {each}")
    if misses:
        print("\n".join(f"  {line}" for line in scores.misses + wrong))


if __name__ == "__main__":
    main()
