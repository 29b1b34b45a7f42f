"""The proof of a repair: why nothing lighter would do, and numbers that hold once it is aside."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimsync.findings.joint_proof import joint_rows, joint_steps
from claimsync.findings.numbers import exact_json
from claimsync.findings.steps import cell_label
from claimsync.reason import exact
from claimsync.reason.joint import Joint
from claimsync.reason.refutation import refutation
from claimsync.reason.system import System, system_of
from claimsync.reason.witness import witness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.reason.mending import Mending
    from claimsync.reason.repairs import Group

_MOST_SPELT = 200  # conflicts that tags which say the same are spelt out into
Told = dict[str, Any]


@dataclass(frozen=True)
class RegionProof:
    """What the proofs of all repairs of one region share; ``opposed`` are its denials."""

    case: Case
    mending: Mending
    groups: tuple[Group, ...]
    opposed: Mapping[frozenset[int], Finding]

    @cached_property
    def system(self) -> System:
        """The region in exact numbers."""
        return system_of(self.case.found.problem, self.mending.region.cells)

    @cached_property
    def claims(self) -> list[str]:
        """The ids of all claims of the region."""
        return [self.case.frame.table.ids[row] for row in self.mending.region.tags]

    @cached_property
    def rows(self) -> list[Told]:
        """The rows of the region."""
        return joint_rows(self.case, self.system)

    @cached_property
    def conflicts(self) -> list[Told]:
        """The conflicts of all groups, each with its proof."""
        spelt = [
            tags
            for group in self.groups
            for conflict in group.conflicts
            for tags in _members(conflict, self.mending.alike)
        ]
        return [self.conflict(tags) for tags in dict.fromkeys(spelt)]

    def tells(self, tag: int, cell: int) -> bool:
        """Return whether bounds alone tell what stands in place of a claim on ``cell``.

        Words have no bounds, denials give none, and those of a product may be too wide.
        """
        measure = self.case.frame.table.measure(self.case.cells.keys[cell])
        denied = any(tag in side for sides in self.mending.region.opposed for side in sides)
        return not measure.categories and not denied and self.system.linear

    @property
    def mended(self) -> list[frozenset[int]]:
        """The lightest ways to mend the whole region, as far as one group varies at a time."""
        found = []
        for group in self.groups:
            rest = (each for each in self.groups if each is not group and each.asides)
            others = frozenset[int]().union(*(each.asides[0] for each in rest))
            found += [aside | others for aside in group.asides]
        return [] if any(group.more or not group.asides for group in self.groups) else found

    def shows(self, aside: frozenset[int]) -> bool:
        """Return whether the known conflicts can show that nothing lighter than ``aside`` would do.

        Not where the search ended early, nor where a question has too many figures to list pairs.
        """
        listed = frozenset[int]().union(*(each for g in self.groups for each in g.conflicts))
        known = all(g.weight == g.at_least and not g.why for g in self.groups)
        return known and aside <= listed

    def conflict(self, tags: frozenset[int]) -> Told:
        """Return one conflict with its proof."""
        ids = self.case.frame.table.ids
        claims = sorted(ids[row] for row in tags)
        if tags in self.opposed:
            return {"claims": claims, "steps": _denial(self.opposed[tags], sorted(tags))}
        steps = refutation(self.system, tags)
        if steps is None:
            raise AssertionError(f"expected a proof that {claims} conflict")
        told = joint_steps(self.case, self.system, steps)
        return {"claims": claims, "steps": [{"n": n, **step} for n, step in enumerate(told)]}

    def record(self, aside: frozenset[int]) -> Told:
        """Return the proof of a repair of the whole region: of this group, and one of each other.

        What is set ``aside``, why nothing lighter would do, and numbers that hold then.
        """
        ids, weight = self.case.frame.table.ids, self.mending.weight
        rows = self.mending.spelt(aside)
        told = {
            "aside": sorted(ids[row] for row in rows),
            "weight": exact_json(sum((weight[row] for row in sorted(rows)), start=0)),
            "holds": self.holds(aside),
        }
        options = self.case.frame.table.options
        plain = all(len(options[row]) == 1 for row in self.mending.region.tags)
        if self.mending.one_question and plain:
            (cell,) = self.mending.region.cells
            tags = {ids[row]: weight.get(row) for row in self.mending.region.tags}
            return {
                **told,
                "weights": {c: exact_json(w) for c, w in sorted(tags.items()) if w is not None},
                "pinned": sorted(claim for claim, w in tags.items() if w is None),
                "alone": cell_label(self.case, cell),
            }
        named = sorted({claim for conflict in self.conflicts for claim in conflict["claims"]})
        of_claim = {ids[row]: weight.get(row) for row in self.mending.region.tags}
        return {
            **told,
            "weights": {c: exact_json(w) for c in named if (w := of_claim[c]) is not None},
            "pinned": [claim for claim in named if of_claim[claim] is None],
            "conflicts": self.conflicts,
        }

    def holds(self, aside: frozenset[int]) -> dict[str, Any]:
        """Return a number for every question of the region that fits all claims not ``aside``."""
        cells, numbers = self.mending.region.cells, self._numbers(aside)
        pairs = zip(cells, numbers, strict=True)
        return {cell_label(self.case, cell): exact_json(number) for cell, number in pairs}

    def _numbers(self, aside: frozenset[int]) -> list[Fraction]:
        """Return the numbers in the units of their measures, in the order of the cells."""
        case, cells = self.case, self.mending.region.cells
        if self.mending.joint:
            answer = Joint(self.system).ask(self.system.tags - self.mending.spelt(aside))
            if not isinstance(answer, exact.Holds):
                raise AssertionError(f"expected numbers for a repair, got {answer}")
            return [answer.numbers[cell] / case.unit(cell) for cell in cells]
        found = self.mending.plainly.propagated([aside])
        amounts, table = case.frame.amounts, case.frame.table
        scales = [amounts.scale(table.measure(case.cells.keys[cell])) for cell in cells]
        return [Fraction(n, scale) for n, scale in zip(witness(found), scales, strict=True)]


def _members(
    conflict: frozenset[int], alike: Mapping[int, tuple[int, ...]]
) -> Iterator[frozenset[int]]:
    """Yield the conflicts that one between tags which stand for several spells out."""
    several = [alike[tag] for tag in sorted(conflict)]
    count = 1
    for tags in several:
        count *= len(tags)
    if count <= _MOST_SPELT:
        yield from (frozenset(each) for each in itertools.product(*several))
        return
    # As many as the largest has, every one of each in turn: enough for the weight to show.
    for at in range(max(map(len, several))):
        yield frozenset(tags[at % len(tags)] for tags in several)


def _denial(finding: Finding, rows: list[int]) -> list[Told]:
    """Return the steps of two claims of which one denies what the other affirms."""
    table = finding.telling.table
    steps: list[Told] = [
        {"step": "claim", "claim": table.ids[row], "says": str(table.claims[row])} for row in rows
    ]
    verdict = {"step": str(finding.basis), "from": list(range(len(steps)))}
    return [{"n": n, **step} for n, step in enumerate([*steps, verdict])]
