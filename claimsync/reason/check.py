"""Proofs checked step by step in exact numbers, by rules that share nothing with the engine."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

from claimsync.errors import ProofError
from claimsync.reason.check_cases import combined, concluded, split, supposed
from claimsync.reason.check_rows import ANYTHING, clashing, meet, transferred
from claimsync.reason.check_steps import USUAL, Shown, Steps, ends_of, under

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimsync.reason.check_rows import Ends
    from claimsync.reason.check_steps import Facts, Step

DENIALS = (
    "polarity",
    "denied figure",
    "presupposition denied",
    "relay differs",
    "self-contradiction",
)
_ONE = ("neither confirms nor denies", "no comment", "cannot verify", "unaware", "questions")
_NEEDED = {  # what claims must do, each another one, for a finding that rests on no numbers
    **dict.fromkeys(DENIALS, ("affirms", "denies")),
    **{word: (word,) for word in (*_ONE, "no information")},
}


def verify(proof: Mapping[str, Any], facts: Facts, claims: Iterable[str]) -> Shown:
    """Return what a proof shows that rests on just these ``claims``; raises ProofError."""
    steps = Steps(facts, proof["steps"])
    try:
        return _checked(steps, set(claims))
    except ProofError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as bad:
        steps.refuse("a step in its form", f"{type(bad).__name__}: {bad}")


def _checked(steps: Steps, claims: set[str]) -> Shown:
    """Check every step, then that all were needed and nothing else was."""
    for at, step in enumerate(steps.told):
        steps.need(type(step["n"]) is int and step["n"] == at, "steps numbered from 0", step)
        steps.shown.append(_followed(steps, step))
    named = {step["claim"] for step in steps.told if "claim" in step}
    steps.need(named == claims, f"the claims {sorted(claims)}", sorted(named))
    idle = sorted(set(range(len(steps.told) - 1)) - steps.used)
    steps.need(not idle, "no step but the last that none uses", idle)
    last = steps.shown[-1]
    steps.need(last.under <= {USUAL}, "no supposition left", sorted(last.under))
    return last


def _followed(steps: Steps, step: Step) -> Shown:  # noqa: PLR0911 - one a kind of step
    """Return what a step shows."""
    match step["step"]:
        case "claim gives bound":
            return _claimed(steps, step)
        case "floor":
            least = steps.facts.floor(step["question"])
            return steps.bounds(step, (None if least is None else (least, 0), None))
        case "row transfers bound":
            return _carried(steps, step)
        case "bounds meet":
            return _met(steps, step)
        case "bounds clash":
            return _clashed(steps, step)
        case "suppose":
            return supposed(steps, step)
        case "rows combine":
            return combined(steps, step)
        case "either way":
            return split(steps, step)
        case "hence":
            return concluded(steps, step)
        case "claim":
            said = steps.facts.says(step["claim"])
            steps.need(step["says"] == said, "what the claim says", step)
            return Shown("claim", step["claim"])
        case "compared across":
            return _compared(steps, step)
        case basis:
            return _standing(steps, step, basis)


def _claimed(steps: Steps, step: Step) -> Shown:
    """Return what a claim gives, taken in one way throughout the proof."""
    told, question, claim = ends_of(step), step["question"], step["claim"]
    ends = [at for at, name in enumerate(("low", "high")) if name in step]
    ways = steps.facts.usual(claim) if step.get("usual") else steps.facts.ways(claim)
    gives = {at: ways[at].get(question) for at in steps.taken.get(claim, range(len(ways)))}
    fit = [at for at, way in gives.items() if way and all(way[end] == told[end] for end in ends)]
    if not (fit and ends):
        steps.refuse(f"one of {[*gives.values()]} by {claim}", told)
    steps.taken[claim] = fit
    return Shown("bound", question, *told, frozenset({USUAL} if step.get("usual") else ()))


def _carried(steps: Steps, step: Step) -> Shown:
    """Return what a row says of one of its questions, knowing the others."""
    row, asked = step["row"], step["question"]
    known: dict[str, Ends] = {}
    seen = steps.uses(step["from"], "bound")
    steps.need(steps.facts.declares(row), "a row that is declared", row)
    for each in seen:
        known[each.name] = meet((known.get(each.name, ANYTHING), each.bound))
    beside = {row["whole"], *row["parts"]} - {asked}
    steps.need(known.keys() <= beside, "bounds on its other questions", row)
    return steps.bounds(step, transferred(row, asked, known), under(seen))


def _met(steps: Steps, step: Step) -> Shown:
    """Return what all of some bounds on a question allow."""
    seen = steps.uses(step["from"], "bound", step["question"])
    ends = meet(each.bound for each in seen)
    steps.need(not clashing(ends) and {"low", "high"} <= step.keys(), "both ends, in order", step)
    return steps.bounds(step, ends, under(seen))


def _clashed(steps: Steps, step: Step) -> Shown:
    """Return the contradiction of a low end above a high end."""
    pair = [step["low"], step["high"]]
    low, high = steps.uses(pair, "bound")
    seen = steps.uses(step.get("from", pair), "bound", low.name)
    steps.need(low in seen and high in seen, "both among the bounds told", step)
    steps.need(clashing((low.low, high.high)), "a low end above the high end", (low, high))
    return Shown("contradiction", low.name, under=under(seen))


def _compared(steps: Steps, step: Step) -> Shown:
    """Return whether two questions that some assumption makes one have a number in common."""
    seen = one, other = steps.uses(step["from"], "bound")
    alike = steps.facts.compares(one.name, other.name, step["assuming"])
    steps.need(alike, "questions that are one, granting what is assumed", step)
    fits = not clashing(meet((one.bound, other.bound)))
    steps.need(step["meet"] is fits, f"meet: {fits}", step["meet"])
    return Shown("compared across", under=under(seen))


def _standing(steps: Steps, step: Step, basis: str) -> Shown:
    """Return a verdict on what claims say, with those among them who must be there."""
    claims = [each.name for each in steps.uses(step["from"], "claim")]
    needed = _NEEDED.get(basis, ())
    does = {claim: steps.facts.does(claim) for claim in claims} if needed else {}
    fit = any(
        all(word in does[claim] for claim, word in zip(chosen, needed, strict=True))
        for chosen in permutations(does, len(needed))
    )
    steps.need(fit, f"claims with {needed}", claims)
    return Shown(basis)
