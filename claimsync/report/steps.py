"""Proofs as lines that a reader can follow, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TOLD = {"n", "step", "from", "low", "high", "low_open", "high_open", "row", "assuming", "says"}


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
        row = step["row"]
        sign = "=" if row["complete"] else ">="
        yield f"sum {row['whole']} {sign} {' + '.join(row['parts'])}"
    if step.get("assuming"):
        yield f"assuming {', '.join(step['assuming'])}"
    yield from _ends(step)


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
