"""Steps of joint reasoning as the steps of a proof, every number in its measure's unit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

from claimsync.findings.numbers import exact_json
from claimsync.findings.steps import cell_label
from claimsync.reason.problem import FLOOR
from claimsync.reason.steps import (
    Clashing,
    Combined,
    EitherWay,
    Given,
    Hence,
    Script,
    Supposed,
    Transferred,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.findings.case import Case
    from claimsync.reason.steps import End, Step
    from claimsync.reason.system import System

Told = dict[str, Any]


def joint_steps(case: Case, system: System, steps: Sequence[Step]) -> list[Told]:
    """Return steps as JSON."""
    teller = _Teller(case, system)
    return [teller.told(step, steps) for step in steps]


def joint_rows(case: Case, system: System) -> list[Told]:
    """Return the rows of a system as JSON."""
    teller = _Teller(case, system)
    return [teller.row(row) for row in range(len(system.rows))]


def forced_steps(case: Case, cell: int) -> tuple[list[Told], list[int]]:
    """Return the steps behind both ends of a cell that joint reasoning tightened.

    Also the numbers of the steps that give the ends.
    """
    joint, script = case.joint_of_cell[cell], Script()
    forced = {end.low: end.steps for end in case.forced[cell]}
    ends = []
    for low in (True, False):
        own = joint.own.end(cell, low=low)
        if low in forced:
            ends.append(script.extend(forced[low]))
        elif own:
            ends.append(script.add(joint.own.script.steps[own.step]))
    return joint_steps(case, joint.system, script.steps), ends


@dataclass(frozen=True)
class _Teller:
    """Words and units for the steps on one system."""

    case: Case
    system: System

    def end(self, cell: int, end: End, *, low: bool) -> Told:
        """Return one end of a cell, and the cell."""
        number = Fraction(end[0]) / self.case.unit(cell)
        name = "low" if low else "high"
        told = {"question": cell_label(self.case, cell), name: exact_json(number)}
        return {**told, f"{name}_open": True} if end[1] else told

    def row(self, row: int) -> Told:
        """Return how a row is told, its factors between the measures' units."""
        link = self.system.rows[row]
        told: Told = {
            "whole": cell_label(self.case, link.whole),
            "parts": [cell_label(self.case, part) for part in link.parts],
            "complete": link.complete,
        }
        whole, units = self.case.unit(link.whole), [self.case.unit(part) for part in link.parts]
        if link.product:
            factors = [link.factors[0] * prod(units) / whole]
            told["product"] = True
        else:
            pairs = zip(link.factors, units, strict=True)
            factors = [factor * unit / whole for factor, unit in pairs]
        return {**told, "factors": [*map(exact_json, factors)]} if set(factors) != {1} else told

    def told(self, step: Step, steps: Sequence[Step]) -> Told:  # noqa: PLR0911 - one a kind of step
        """Return one step as JSON."""
        match step:
            case Given(cell, low, value, bound):
                said: Told = {"step": "floor"}
                if bound != FLOOR:
                    claim = self.case.frame.table.ids[int(self.case.row[bound])]
                    said = {"step": "claim gives bound", "claim": claim}
                return {**said, **self.end(cell, value, low=low)}
            case Transferred(cell, low, value, row, uses):
                said = {"step": "row transfers bound", "row": self.row(row), "from": list(uses)}
                return {**said, **self.end(cell, value, low=low)}
            case Supposed(cell, low, value):
                return {"step": "suppose", **self.end(cell, value, low=low)}
            case Clashing(low=below, high=above):
                return {"step": "bounds clash", "low": below, "high": above}
            case Combined():
                return self.combined(step, steps)
            case EitherWay(contradictions, suppositions):
                said = {"step": "either way", "from": list(contradictions)}
                return {**said, "suppose": list(suppositions)}
            case Hence(cell, low, value, contradiction, supposition):
                said = {"step": "hence", "from": [contradiction], "suppose": supposition}
                return {**said, **self.end(cell, value, low=low)}

    def combined(self, step: Combined, steps: Sequence[Step]) -> Told:
        """Return multiples of ends and rows that cancel; a multiplier takes up its cell's unit."""
        times = []
        for use, factor in zip(step.uses, step.times, strict=True):
            bound = steps[use]
            if not isinstance(bound, Given | Supposed | Transferred | Hence):
                raise TypeError(f"expected the end of a cell, got {bound}")
            times.append(exact_json(Fraction(factor) * self.case.unit(bound.cell)))
        rows = [
            {
                **self.row(row),
                "times": exact_json(Fraction(factor) * self.case.unit(self.system.rows[row].whole)),
            }
            for row, factor in step.rows
        ]
        return {"step": "rows combine", "from": list(step.uses), "times": times, "rows": rows}
