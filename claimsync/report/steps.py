"""Proofs as lines that a reader can follow, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TOLD = {
    "n", "step", "from", "low", "high", "low_open", "high_open", "row", "rows", "times",
    "suppose", "assuming", "meet", "says", "usual",
}  # fmt: skip


def proof_lines(proof: Mapping[str, Any]) -> list[str]:
    r"""Return the steps of a proof, one a line, each with the numbers of those it rests on.

    >>> import claimsync as cs
    >>> found = cs.reconcile(cs.parse("A: killed = 8  ^a\nB: killed = 9  ^b")).findings[0]
    >>> for line in proof_lines(found.proof):
    ...     print(line)
    0. claim gives bound: claim a, question killed, exactly 8
    1. claim gives bound: claim b, question killed, exactly 9
    2. bounds clash: low of step 1 above high of step 0
    """
    return [f"{step['n']}. {_words(step)}" for step in proof["steps"]]


def _words(step: Mapping[str, Any]) -> str:
    """Return one step in words."""
    if step["step"] == "bounds clash":
        return f"bounds clash: low of step {step['low']} above high of step {step['high']}"
    told = ", ".join(_parts(step))
    by = f" [by {', '.join(map(str, step['from']))}]" if step.get("from") else ""
    return f"{step['step']}{': ' if told else ''}{told}{by}"


def _parts(step: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a step holds."""
    for name, value in step.items():
        if name not in _TOLD:
            yield f"{name} {value}"
    if "says" in step:
        yield f"says {step['says']}"
    if "row" in step:
        yield _row(step["row"])
    if "rows" in step:
        yield from _multiples(step)
    if "suppose" in step:
        yield _discharged(step)
    if step.get("assuming"):
        yield f"assuming {', '.join(step['assuming'])}"
    if "meet" in step:
        yield "they meet" if step["meet"] else "they do not meet"
    yield from _ends(step)
    if step.get("usual"):
        yield "as such words are usually meant"


def _row(row: Mapping[str, Any]) -> str:
    """Return a row as an equation."""
    sign, factors = "=" if row["complete"] else ">=", row.get("factors")
    if row.get("product"):
        by = [str(factor) for factor in factors or () if factor != 1]
        return f"product {row['whole']} {sign} {' * '.join([*by, *row['parts']])}"
    terms = zip(row["parts"], factors or [1] * len(row["parts"]), strict=True)
    told = [part if factor == 1 else f"{factor} * {part}" for part, factor in terms]
    return f"sum {row['whole']} {sign} {' + '.join(told)}"


def _multiples(step: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is multiplied so that all but a number below 0 cancels."""
    for number, times in zip(step["from"], step["times"], strict=True):
        yield f"{times} * step {number}"
    for row in step["rows"]:
        yield f"{row['times']} * ({_row(row)})"
    yield "of which a number below 0 is left"


def _discharged(step: Mapping[str, Any]) -> str:
    """Return which suppositions a step does away with."""
    if isinstance(step["suppose"], list):
        return "one holds of " + " and ".join(f"step {number}" for number in step["suppose"])
    return f"step {step['suppose']} does not hold"


def _ends(step: Mapping[str, Any]) -> Iterator[str]:
    """Yield the bound that a step gives; an end that is not there is not spoken of."""
    low, high = step.get("low"), step.get("high")
    below = "under" if step.get("high_open") else "to"
    above = "over" if step.get("low_open") else "from"
    match low, high:
        case None, None:
            if "low" in step or "high" in step:
                yield "unbounded"
        case _, None:
            yield f"more than {low}" if step.get("low_open") else f"at least {low}"
        case None, _:
            yield f"under {high}" if step.get("high_open") else f"at most {high}"
        case _ if low == high:
            yield f"exactly {low}"
        case _:
            yield f"{above} {low} {below} {high}"
