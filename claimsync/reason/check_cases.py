"""Checks of suppositions, of case splits, and of multiples of rows that add up to nonsense."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.reason.check_rows import clashing, coefficients, exact, inwards
from claimsync.reason.check_steps import Shown, ends_of, under

if TYPE_CHECKING:
    from claimsync.reason.check_rows import Ends, Number
    from claimsync.reason.check_steps import Step, Steps


def supposed(steps: Steps, step: Step) -> Shown:
    """Return one end of a question that is supposed, to be discharged later."""
    steps.need(("low" in step) != ("high" in step), "one end supposed", step)
    return steps.bounds(step, ends_of(step), frozenset({len(steps.shown)}))


def combined(steps: Steps, step: Step) -> Shown:
    """Return the contradiction of multiples of what is not negative that add up to less than 0.

    Farkas (1902), "Theorie der einfachen Ungleichungen": where linear bounds and rows cannot all
    hold, such multiples exist.
    """
    total: dict[str, Number] = defaultdict(int)
    rest, strict = Fraction(0), False
    seen = steps.uses(step["from"], "bound")
    for each, times in zip(seen, map(exact, step["times"]), strict=True):
        (end,) = [end for end in each.bound if end]
        steps.need(times > 0, "a multiplier above 0", times)
        sign = 1 if each.low else -1
        total[each.name] += sign * times
        rest, strict = rest - sign * times * end[0], strict or end[1] != 0
    for row in step["rows"]:
        times = exact(row["times"])
        fits = times > 0 or (times and row["complete"])
        steps.need(fits and not row.get("product"), "a sum; an open one times more than 0", row)
        steps.need(steps.facts.declares(row), "a row that is declared", row)
        for cell, count in coefficients(row).items():
            total[cell] += times * count
    left = {cell: str(count) for cell, count in total.items() if count}
    steps.need(not left, "questions that cancel", left)
    steps.need(rest < 0 or (rest == 0 and strict), "a sum below 0", rest)
    return Shown("contradiction", under=under(seen))


def split(steps: Steps, step: Step) -> Shown:
    """Return the contradiction of two cases of which one must hold."""
    one, other = steps.uses(step["from"], "contradiction")
    first, second = step["suppose"]
    (least, _), name = _denied(steps, one, first)
    (_, below), same = _denied(steps, other, second)
    steps.need(below and name == same, "a high and a low end of one question", step)
    rest = inwards(least, low=True) if steps.facts.whole(name) else least
    covered = rest and not clashing((steps.shown[second].low, rest))
    steps.need(covered, "two cases with nothing between", step)
    return Shown("contradiction", under=(one.under - {first}) | (other.under - {second}))


def concluded(steps: Steps, step: Step) -> Shown:
    """Return what holds since a supposition leads to a contradiction."""
    (bad,) = steps.uses(step["from"], "contradiction")
    ends, question = _denied(steps, bad, step["suppose"])
    steps.need(question == step["question"], question, step["question"])
    return steps.bounds(step, ends, bad.under - {step["suppose"]})


def _denied(steps: Steps, bad: Shown, number: int) -> tuple[Ends, str]:
    """Return what holds where a supposition that a contradiction rests on does not, and of what."""
    steps.need(type(number) is int and number in bad.under, "a supposition it rests on", number)
    (low, high), name = steps.shown[number].bound, steps.shown[number].name
    return (high and (high[0], high[1] + 1), low and (low[0], low[1] - 1)), name
