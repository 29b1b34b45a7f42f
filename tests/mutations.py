"""Proofs spoilt in every way: a number, an end, a step, a claim, a question, a row at a time."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from fractions import Fraction

Proof = dict
ENDS = ("low", "high")
REFERS = ("from", "suppose")


def spoilt(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Yield what was done to the proof, and the proof that came of it."""
    for spoil in (numbers, openness, claims, questions, rows, multipliers, words, removals):
        yield from spoil(proof)


def changed(proof: Proof, at: int, **slots) -> Proof:
    """Return the proof with some slots of one step changed."""
    steps = copy.deepcopy(proof["steps"])
    steps[at].update(slots)
    return {**proof, "steps": steps}


def moved(number, by):
    """Return a number of JSON moved by a whole number, as JSON holds it."""
    if isinstance(number, int):
        return number + by
    return str(Fraction(str(number)) + by)


def numbers(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Move every end up and down, and every number of a step.

    By a whole number: an end and the whole number inside it, both of which follow, lie nearer. The
    two numbers of a clash are references: see ``references``.
    """
    for at, step in enumerate(proof["steps"]):
        yield f"step {at}: another n", changed(proof, at, n=step["n"] + 1)
        for name in ENDS:
            if step["step"] != "bounds clash" and step.get(name) is not None:
                for by in (-1, 1):
                    told = {name: moved(step[name], by)}
                    yield f"step {at}: {name} moved by {by}", changed(proof, at, **told)


def references(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Let every reference point to each other step, but for a clash of two other bounds told.

    Of many claims on one question several pairs exclude each other, and any of them proves it.
    """
    for at, step in enumerate(proof["steps"]):
        for other in range(len(proof["steps"])):
            for place, number in enumerate(step.get("from", ())):
                if other != number:
                    refers = [*step["from"][:place], other, *step["from"][place + 1 :]]
                    yield f"step {at}: from {refers}", changed(proof, at, **{"from": refers})
            yield from _supposed(proof, at, other)


def _supposed(proof: Proof, at: int, other: int) -> Iterator[tuple[str, Proof]]:
    """Let what a step discharges point to another step."""
    told = proof["steps"][at].get("suppose")
    if isinstance(told, int) and told != other:
        yield f"step {at}: suppose {other}", changed(proof, at, suppose=other)
    for place in range(len(told) if isinstance(told, list) else 0):
        if told[place] != other:
            listed = [*told[:place], other, *told[place + 1 :]]
            yield f"step {at}: suppose {listed}", changed(proof, at, suppose=listed)


def openness(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Open every end that is closed, close every one that is open."""
    for at, step in enumerate(proof["steps"]):
        for name in ENDS:
            if step["step"] != "bounds clash" and step.get(name) is not None:
                flipped = not step.get(f"{name}_open", False)
                yield f"step {at}: {name} flipped", changed(proof, at, **{f"{name}_open": flipped})


def claims(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Put every other claim of the proof, and a stranger, in the place of each."""
    named = sorted({step["claim"] for step in proof["steps"] if "claim" in step})
    for at, step in enumerate(proof["steps"]):
        if "claim" in step:
            for other in (*named, "a stranger"):
                if other != step["claim"]:
                    yield f"step {at}: claim {other}", changed(proof, at, claim=other)


def exchanged(proof: Proof, one: str, other: str) -> Proof:
    """Return the proof with two claims in each other's place throughout."""
    steps = copy.deepcopy(proof["steps"])
    for step in steps:
        if "claim" in step:
            step["claim"] = {one: other, other: one}.get(step["claim"], step["claim"])
    return {**proof, "steps": steps}


def questions(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Put every other question of the proof in the place of each."""
    named = sorted({step["question"] for step in proof["steps"] if "question" in step})
    for at, step in enumerate(proof["steps"]):
        if "question" in step:
            for other in (*named, "nobody asked"):
                if other != step["question"]:
                    yield f"step {at}: question {other}", changed(proof, at, question=other)


def rows(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Drop each part of every row, flip whether it is complete, change a factor."""
    for at, step in enumerate(proof["steps"]):
        if "row" in step:
            for how, row in _bent(step["row"]):
                yield f"step {at}: {how}", changed(proof, at, row=row)
        for place, row in enumerate(step.get("rows", ())):
            for how, bent in _bent(row):
                listed = [*step["rows"][:place], bent, *step["rows"][place + 1 :]]
                yield f"step {at}: {how}", changed(proof, at, rows=listed)


def _bent(row: dict) -> Iterator[tuple[str, dict]]:
    """Yield each way to bend a row."""
    yield "complete flipped", {**row, "complete": not row["complete"]}
    yield "product flipped", {**row, "product": not row.get("product", False)}
    factors = row.get("factors")
    for at in range(len(row["parts"])):
        fewer = {"parts": [*row["parts"][:at], *row["parts"][at + 1 :]]}
        if factors and not row.get("product"):
            fewer["factors"] = [*factors[:at], *factors[at + 1 :]]
        yield f"part {at} dropped", {**row, **fewer}
    for at, factor in enumerate(factors or ()):
        more = [*factors[:at], moved(factor, 1), *factors[at + 1 :]]
        yield f"factor {at} moved", {**row, "factors": more}
    if "times" in row:
        yield "times moved", {**row, "times": moved(row["times"], 1)}
        yield "times negated", {**row, "times": str(-Fraction(str(row["times"])))}


def multipliers(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Move every multiplier, and drop each row that is multiplied."""
    for at, step in enumerate(proof["steps"]):
        for place, times in enumerate(step.get("times", ())):
            for other in (moved(times, 1), 0, str(-Fraction(str(times)))):
                listed = [*step["times"][:place], other, *step["times"][place + 1 :]]
                yield f"step {at}: times {listed}", changed(proof, at, times=listed)
        for place in range(len(step.get("rows", ()))):
            fewer = [*step["rows"][:place], *step["rows"][place + 1 :]]
            yield f"step {at}: row {place} dropped", changed(proof, at, rows=fewer)


def words(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Change what claims say, what is assumed, whether sides meet, and what the last step is."""
    for at, step in enumerate(proof["steps"]):
        if "says" in step:
            yield f"step {at}: says more", changed(proof, at, says=f"{step['says']}0")
        if "assuming" in step:
            yield f"step {at}: nothing assumed", changed(proof, at, assuming=[])
        if "meet" in step:
            yield f"step {at}: meet flipped", changed(proof, at, meet=not step["meet"])
    usual = any(step.get("usual") for step in proof["steps"])
    flipped = [
        {**step, "usual": not usual} if step["step"] == "claim gives bound" else step
        for step in proof["steps"]
    ]
    if flipped != proof["steps"]:
        yield "words as they are, or as usual", {**proof, "steps": flipped}
    yield "another last step", changed(proof, len(proof["steps"]) - 1, step="hearsay")
    yield "no last step", {**proof, "steps": proof["steps"][:-1]}


def removals(proof: Proof) -> Iterator[tuple[str, Proof]]:
    """Take out each step, with and without all that refers to it, the others numbered anew."""
    for gone in range(len(proof["steps"])):
        bare = [step for at, step in enumerate(proof["steps"]) if at != gone]
        yield f"step {gone} cut out", {**proof, "steps": bare}
        yield f"step {gone} removed", {**proof, "steps": [_without(step, gone) for step in bare]}


def _without(step: dict, gone: int) -> dict:
    """Return a step that does not know of one step, later ones having moved up."""
    kept = copy.deepcopy(step)

    def up(number: int) -> int:
        return number - (number > gone)

    kept["n"] = up(step["n"])
    if step["step"] == "bounds clash":
        kept = {name: number for name, number in kept.items() if number != gone or name == "n"}
        kept.update({name: up(kept[name]) for name in ENDS if name in kept})
    for name in REFERS:
        if isinstance(step.get(name), list):
            kept[name] = [up(number) for number in step[name] if number != gone]
        elif name in step:
            kept[name] = up(step[name])
    if "times" in step:
        pairs = zip(step["from"], step["times"], strict=True)
        kept["times"] = [times for number, times in pairs if number != gone]
    return kept
