"""Stances, scored on the project's own sentences: ``python -m tests.bench.stances``."""

from __future__ import annotations

import sys
from collections import Counter

from claimsync.extract.stances.attributions import attributions
from claimsync.extract.stances.stances import stance_of
from claimsync.extract.text.structure import blocks
from tests.gold.read import stances as gold

NONE = "nobody"
SPEECH = {"says", "states", "voices", "tells", "asks", "shows", "according", "cites"}


def judged(sentence):
    """Return the stance read from a sentence, and what it is about."""
    mark = stance_of(sentence, 0, len(sentence))
    if mark is None:
        found = [one for one in attributions(sentence, blocks(sentence)) if SPEECH & {*one.rules}]
        if not found or not found[0].content:
            return NONE, "", None
        return "asserts", sentence[slice(*found[0].content[0])], None
    about = sentence[slice(*mark.target)] if mark.target else ""
    return mark.stance.value, about, mark.phase and mark.phase.value


def f_scores(pairs):
    """Return F1 by stance from pairs of expected and found."""
    hits, expected, found = Counter(), Counter(), Counter()
    for want, got in pairs:
        expected[want] += 1
        found[got] += 1
        hits[want] += want == got
    return {name: 2 * hits[name] / (expected[name] + found[name]) for name in expected}


def main():
    rows = list(gold())
    for half in dict.fromkeys(row.half for row in rows):
        part = [row for row in rows if row.half == half]
        pairs = [(row.stance or NONE, judged(row.sentence)[0]) for row in part]
        scores = f_scores(pairs)
        about = [row for row in part if row.stance]
        overlap = sum(_meets(row.about, judged(row.sentence)[1]) for row in about)
        print(
            half,
            f"macro-F1 {sum(scores.values()) / len(scores):.3f}",
            f"about {overlap}/{len(about)}",
        )
        print("  ", " · ".join(f"{name} {score:.2f}" for name, score in scores.items()))


def _meets(expected, found):
    """Return whether at least half of the words are shared."""
    a, b = set(expected.lower().split()), set(found.lower().split())
    return bool(a | b) and len(a & b) / len(a | b) >= 0.5


if __name__ == "__main__":
    sys.exit(main())
