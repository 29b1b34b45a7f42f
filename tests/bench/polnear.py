"""Who said what, scored on the open part of PolNeAR: ``python -m tests.bench.polnear``.

``--misses`` lists the figures that are missed or attributed to somebody else, by class of cause.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from claimsync.extract.figures.quantities import quantities
from claimsync.extract.speech.nominal import CLAIMS
from claimsync.extract.stances.attributions import attributions
from claimsync.extract.text.cues import CUES, RULES, forms
from claimsync.extract.text.structure import blocks
from tests.bench.texts import open_part, rows_of

DATA = open_part("polnear_dev")
PLAIN = {
    form
    for rule in ("says", "states", "voices", "tells", "asks")
    for verb in RULES[rule].words
    for _, form in forms(verb.partition("-")[0])
}
BESIDE = set(
    "has have had is are was were be been being to also again now then later once not n't did does"
    " do would will on out in".split()
)


def words_of(text, spans):
    """Return the words of some spans by place."""
    import re

    return {
        start + match.start()
        for start, end in spans
        for match in re.finditer(r"\w+", text[start:end])
    }


def core(text, cue):
    """Return whether a gold cue is a plain reporting verb, or according to."""
    said = " ".join(text[start:end] for start, end in cue).lower().strip(" :,")
    if said == "according to":
        return True
    rest = [w for w in said.split() if w not in BESIDE and not w.endswith("ly")]
    return len(rest) == 1 and rest[0] in PLAIN


def f_score(found, gold):
    both = len(found & gold)
    return 2 * both / (len(found) + len(gold)) if found or gold else 0.0


def jaccard(found, gold):
    return len(found & gold) / len(found | gold) if found | gold else 0.0


def scored(row, counts, show=None):
    """Add one article to the counts."""
    text = row["text"]
    begin = time.process_time()
    found = [one for one in attributions(text, blocks(text)) if one.cue and not one.inferred]
    counts["seconds"] += time.process_time() - begin
    gold = row["attributions"]
    cues = [(start, end) for one in gold for start, end in one["cue"]]
    for one in found:
        start, end = one.cue
        right = any(a <= start and end <= b for a, b in cues)
        counts["cues"] += 1
        counts["cues right"] += right
        if show is not None and not right:
            show.append(("FP", one, None))
    for one in gold:
        if not core(text, one["cue"]):
            continue
        counts["core"] += 1
        at_cue = [f for f in found if any(a <= f.cue[0] and f.cue[1] <= b for a, b in one["cue"])]
        counts["core cue"] += bool(at_cue)
        source, content = words_of(text, one["source"]), words_of(text, one["content"])
        sources = [
            f for f in at_cue if f.source and f_score(words_of(text, [f.source]), source) >= 0.5
        ]
        contents = [f for f in at_cue if jaccard(words_of(text, f.content), content) >= 0.5]
        counts["core source"] += bool(sources)
        counts["core content"] += bool(contents)
        hit = any(f in contents for f in sources)
        counts["core hit"] += hit
        if show is not None and not hit:
            kind = "NOCUE" if not at_cue else "SRC" if not sources else "CONT"
            show.append((kind, at_cue[0] if at_cue else None, one))
    figures(text, found, gold, counts, show)


def figures(text, found, gold, counts, show):
    """Score the figures that stand within content."""
    for one in quantities(text):
        spot = range(one.number_start, one.number_end)
        ours = [f for f in found if _holds(f.content, spot)]
        theirs = [g for g in gold if _holds(g["content"], spot)]
        plain = [g for g in theirs if core(text, g["cue"])]
        counts["figures"] += bool(theirs)
        counts["figures core"] += bool(plain)
        counts["figures core both"] += bool(ours and plain)
        counts["figures found"] += bool(ours)
        counts["figures both"] += bool(ours and theirs)
        if ours and theirs:
            counts["figures source"] += _same_source(text, ours, theirs)
        if show is not None and bool(ours) != bool(theirs):
            show.append(("FIG+" if ours else "FIG-", one, theirs or ours))


def misses(text, found, gold):
    """Yield each figure that is not attributed as in the gold: its class, and the words around."""
    for one in quantities(text):
        spot = range(one.number_start, one.number_end)
        ours = [f for f in found if _holds(f.content, spot)]
        theirs = [g for g in gold if _holds(g["content"], spot)]
        if bool(ours) == bool(theirs) and (not ours or _same_source(text, ours, theirs)):
            continue
        if theirs and not ours:
            kind = "missed: " + _missed(text, found, theirs)
        else:
            kind = (
                "wrong source: " + ours[0].rules[0]
                if theirs
                else "added: " + (ours[0].rules[1:2] or ours[0].rules)[0]
            )
        around = text[max(0, spot[0] - 90) : spot[-1] + 60]
        yield kind, f"[{text[spot[0] : spot[-1] + 1]}] {' '.join(around.split())}"


def _holds(content, spot):
    """Return whether a figure stands in content."""
    return any(start <= spot[0] and spot[-1] < end for start, end in content)


def _same_source(text, ours, theirs):
    """Return whether any attribution of a figure has the gold's source."""
    return any(
        f.source
        and g["source"]
        and f_score(words_of(text, [f.source]), words_of(text, g["source"])) >= 0.5
        for f in ours
        for g in theirs
    )


def _missed(text, found, theirs):
    """Return why a figure is missed, by the cue of the shortest gold attribution around it."""
    gold = min(theirs, key=lambda one: sum(end - start for start, end in one["content"]))
    if any(a <= f.cue[0] and f.cue[1] <= b for f in found for a, b in gold["cue"]):
        return "the cue is read, the figure stands outside"
    said = " ".join(text[start:end] for start, end in gold["cue"]).lower().split()
    if not any(word.isalpha() for word in said):
        return "a mark for a cue"
    if not gold["source"]:
        return "nobody is named"
    if any(word in CUES for word in said):
        return "the cue is known, its order is not"
    nouns = any(word in CLAIMS for word in said)
    return "a noun for a cue" if nouns else "the cue is unknown, or no speech"


def rate(above, below):
    return f"{above / below:.3f}" if below else "-"


def table(rows, show=None):
    """Return the scores of some articles by name."""
    c = Counter()
    size = 0
    for row in rows:
        scored(row, c, show)
        size += len(row["text"].split())
    return {
        "cue precision": rate(c["cues right"], c["cues"]),
        "core recall": rate(c["core hit"], c["core"]),
        "core cue": rate(c["core cue"], c["core"]),
        "core source": rate(c["core source"], c["core"]),
        "core content": rate(c["core content"], c["core"]),
        "core relations": c["core"],
        "figures P": rate(c["figures both"], c["figures found"]),
        "figures R": rate(c["figures both"], c["figures"]),
        "figures R, core": rate(c["figures core both"], c["figures core"]),
        "right source": rate(c["figures source"], c["figures both"]),
        "articles of 805 words a CPU-second": round(size / 805 / max(c["seconds"], 1e-9)),
    }


def listed(rows):
    """Print the figures that are not attributed as in the gold, most frequent class first."""
    found = {}
    for row in rows:
        text = row["text"]
        read = [one for one in attributions(text, blocks(text)) if one.cue and not one.inferred]
        for kind, around in misses(text, read, row["attributions"]):
            found.setdefault(kind, []).append(around)
    for kind, lines in sorted(found.items(), key=lambda one: -len(one[1])):
        print(f"{len(lines)} {kind}", *lines, sep="\n  ")


def main():
    if not DATA.exists():
        print(f"skipped: {DATA} is absent")
        return
    told = rows_of(DATA)
    if "--misses" in sys.argv[1:]:
        listed(told)
        return
    for name, part in (("first half", told[0::2]), ("second half", told[1::2]), ("all", told)):
        print(name, " · ".join(f"{k} {v}" for k, v in table(part).items()))


if __name__ == "__main__":
    sys.exit(main())
