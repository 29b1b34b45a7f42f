"""What to set aside so that no divergence is left: every lightest way, family by family.

A family is a set of divergences linked by shared claims: one wrong part that also spoils the total
is one story, not two. By default all claims weigh the same; weights and pins are the user's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from claimsync.errors import InvalidClaimError, did_you_mean
from claimsync.findings.echoes import PairDetail
from claimsync.findings.kinds import Basis
from claimsync.findings.repair_proof import RegionProof
from claimsync.reason.mending import Mending, regions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from decimal import Decimal

    import numpy as np
    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
    from claimsync.model.interval import Interval
    from claimsync.reason.mending import Sides
    from claimsync.reason.repairs import Group
    from claimsync.reason.steps import Exact

BUDGET = 2_000_000  # questions looked at, over all sets tried in a region


@dataclass(frozen=True)
class Repair:
    """Claims (ids) to set aside, their weight, and what the others then allow ``instead`` of each.

    ``instead`` is there where a claim bounds one question: exactly 28 in place of 29, say.
    """

    group: int
    aside: tuple[str, ...]
    weight: Exact
    instead: Mapping[str, Interval] = field(default_factory=dict)
    region: RegionProof | None = field(default=None, repr=False, compare=False)
    _tags: frozenset[int] = field(default=frozenset(), repr=False, compare=False)

    @cached_property
    def proof(self) -> dict[str, Any]:
        """The conflicts with their proofs, and a number for every question when it is aside.

        Where families share questions, a repair of each other one is set aside with it.
        """
        return {} if self.region is None else self.region.record(self._tags)

    def __str__(self) -> str:
        """Return what to set aside, and what the others would have in its place."""
        told = [
            f"{claim} (the others allow {self.instead[claim]})" if claim in self.instead else claim
            for claim in self.aside
        ]
        return f"set aside {', '.join(told)}"


@dataclass(frozen=True)
class Family:
    """Divergences (ids) with claims in common, and every lightest repair of all of them.

    No repair weighs less than ``at_least``; where the search ended early there may be ``more``, and
    ``why`` says so. ``weight`` is None where nothing that may be set aside resolves the family.
    """

    group: int
    findings: tuple[str, ...]
    claims: tuple[str, ...]
    repairs: tuple[Repair, ...]
    weight: Exact | None
    at_least: Exact
    more: bool = False
    why: str = ""
    region: RegionProof | None = field(default=None, repr=False, compare=False)

    def concerns(self, about: Finding | str) -> bool:
        """Return whether a divergence, or a claim by its id, belongs to the family."""
        return about in self.claims if isinstance(about, str) else about.id in self.findings

    @property
    def gap(self) -> Exact | None:
        """By how much the best repair known may be too heavy; 0: it is the lightest."""
        return None if self.weight is None else self.weight - self.at_least


def weighed(
    case: Case, weigh: Mapping[str, int | str | Fraction | Decimal], pin: Collection[str]
) -> dict[int, Exact]:
    """Return the weight of every claim row that may be set aside; 1 unless told otherwise.

    Names are claim ids, else origins, else voices. What one origin was heard to say several times
    weighs once: each hearing has its share.

    Raises InvalidClaimError for a name that is none, and for a weight that is not above 0.
    """
    named = _Names(case)
    pinned = frozenset(row for name in pin for row in named.rows(name))
    weight: dict[int, Exact] = {row: 1 for row in case.rows if row not in pinned}
    for name in sorted(weigh, key=lambda name: (named.rank(name), name), reverse=True):
        number = _number(weigh[name])
        if number is None or number <= 0:
            raise InvalidClaimError(
                f"expected a weight above 0 for {name!r}, got {weigh[name]!r};"
                " pin what must never be set aside"
            )
        told: Exact = number.numerator if number.denominator == 1 else number
        weight.update((row, told) for row in named.rows(name) if row not in pinned)
    for same in _echoes(case):
        weight |= {row: Fraction(weight[row]) / len(same) for row in same if row in weight}
    return weight


def _number(told: object) -> Fraction | None:
    """Return a weight as an exact number, if it is one."""
    try:
        return Fraction(str(told))
    except (ValueError, ZeroDivisionError):
        return None


def _echoes(case: Case) -> list[list[int]]:
    """Return the claim rows in which one origin says the same, where there are several."""
    said: dict[object, list[int]] = {}
    for rows in case.same_origin:
        for row in rows:
            option, claim = case.option(row), case.frame.table.claims[row]
            how = (option.meaning, option.over, option.each, claim.stance)
            said.setdefault((rows[0], *how), []).append(row)
    return [same for same in said.values() if len(same) > 1]


class _Names:
    """Claim rows by id, by origin and by voice."""

    def __init__(self, case: Case) -> None:
        table = case.frame.table
        self.ranked: tuple[dict[str, list[int]], ...] = ({}, {}, {})
        for row in case.rows:
            said = table.claims[row].attribution
            for known, name in zip(
                self.ranked, (table.ids[row], said.origin, said.voice), strict=True
            ):
                known.setdefault(name, []).append(row)

    def rank(self, name: str) -> int:
        """Return whether a name is an id (0), an origin (1) or a voice (2)."""
        for rank, known in enumerate(self.ranked):
            if name in known:
                return rank
        hint = did_you_mean(name, [each for known in self.ranked for each in known])
        raise InvalidClaimError(
            f"expected the id of a claim or the name of a source, got {name!r}"
            f"{'; ' + hint if hint else ''}"
        )

    def rows(self, name: str) -> list[int]:
        """Return the rows of a claim or a source."""
        return self.ranked[self.rank(name)][name]


def families(
    case: Case,
    divergences: Sequence[Finding],
    weight: Mapping[int, Exact],
    budget: int = BUDGET,
) -> tuple[Family, ...]:
    """Return the families of divergences with their repairs, in the order of their questions."""
    if not divergences:
        return ()
    found: list[Family] = []
    of_row: dict[int, list[Finding]] = {}
    for finding in divergences:
        for row in finding.rows:
            of_row.setdefault(row, []).append(finding)
    denied = [(finding, sides) for finding in divergences for sides in _opposed(finding)]
    opposed = tuple(sides for _, sides in denied)
    denials = {
        frozenset({one, other}): finding
        for finding, (first, second) in denied
        for one in first
        for other in second
    }
    for region in regions(case.found.problem, _troubled(case), opposed):
        joint = any(cell in case.joint_of_cell for cell in region.cells)
        mending = Mending(case.found.problem, region, weight, joint=joint)
        groups = mending.groups(budget)
        proof = RegionProof(case, mending, tuple(groups), denials)
        mended = [_Mended(proof, at) for at in range(len(groups))]
        for one in mended:
            near = {id(of): of for row in sorted(one.tags) for of in of_row.get(row, ())}
            # A divergence that another family resolves by itself is told there alone.
            told = [
                of
                for of in near.values()
                if one.resolves(of) or not any(other.resolves(of) for other in mended)
            ]
            if near:
                found.append(_family(one, told or list(near.values()), len(found) + 1))
    return tuple(found)


def _opposed(finding: Finding) -> Iterator[Sides]:
    """Yield the sides of a divergence that numbers do not show: who affirms, and who denies."""
    numbers = finding.basis in {Basis.RELAY_DIFFERS, Basis.SELF_CONTRADICTION}
    claims = finding.telling.table.claims
    if not isinstance(finding.detail, PairDetail):
        return
    if numbers and all(claims[row].readings and claims[row].stance.affirms for row in finding.rows):
        return
    sides = [frozenset(side) for side in finding.detail.sides if side]
    for at, one in enumerate(sides):
        for other in sides[:at]:
            yield other - one, one - other


def _troubled(case: Case) -> NDArray[np.bool_]:
    """Return the cells where something clashes, or that were not judged by propagation alone."""
    problem, found = case.found.problem, case.found
    troubled = found.own.clash.copy()
    troubled[problem.whole[found.refused]] = True
    for joint in case.joint:
        if joint.judged().conflicts:
            troubled[list(joint.system.cells)] = True
    return troubled


class _Mended(NamedTuple):
    """A region with the groups of its conflicts, and which of them is meant."""

    region: RegionProof
    at: int

    @property
    def mending(self) -> Mending:
        """The region as it is mended."""
        return self.region.mending

    @property
    def groups(self) -> Sequence[Group]:
        """All groups of the region."""
        return self.region.groups

    @property
    def group(self) -> Group:
        """The group that is meant."""
        return self.groups[self.at]

    @property
    def others(self) -> frozenset[int]:
        """A lightest repair of all other groups."""
        rest = [each for at, each in enumerate(self.groups) if at != self.at]
        return frozenset[int]().union(*(each.asides[0] for each in rest if each.asides))

    def resolves(self, finding: Finding) -> bool:
        """Return whether every repair of the group takes a claim of a divergence."""
        asides = self.group.asides
        return bool(asides) and not any(
            self.mending.spelt(aside).isdisjoint(finding.rows) for aside in asides
        )

    @property
    def tags(self) -> frozenset[int]:
        """All claim rows in the group's conflicts."""
        return self.mending.spelt(frozenset().union(*self.group.conflicts))


def _family(mended: _Mended, told: Sequence[Finding], number: int) -> Family:
    """Return one family with its repairs."""
    group, ids = mended.group, mended.region.case.frame.table.ids
    repairs = [
        Repair(
            number,
            tuple(sorted(ids[row] for row in mended.mending.spelt(aside))),
            _plain(group.weight or 0),
            {ids[row]: span for row, span in instead.items()},
            mended.region if mended.region.shows(aside | mended.others) else None,
            aside | mended.others,
        )
        for aside, instead in zip(group.asides, _instead(mended), strict=True)
    ]
    return Family(
        group=number,
        findings=tuple(finding.id for finding in told),
        claims=tuple(sorted(ids[row] for row in mended.tags)),
        repairs=tuple(sorted(repairs, key=lambda repair: repair.aside)),
        weight=None if group.weight is None else _plain(group.weight),
        at_least=_plain(group.at_least),
        more=group.more,
        why=group.why,
        region=mended.region,
    )


def _plain(number: Exact) -> Exact:
    """Return a whole number as an int."""
    return int(number) if number == int(number) else number


def _instead(mended: _Mended) -> list[dict[int, Interval]]:
    """Return, for each repair, what the rest allows in place of every claim on one question."""
    mending, asides = mended.mending, mended.group.asides
    left = mending.left([aside | mended.others for aside in asides])
    return [
        {
            row: mended.region.case.exactly(cell, *found(mending.number(cell)))
            for tag, cell in mending.single(aside).items()
            if mended.region.tells(tag, cell)
            for row in mending.alike[tag]
        }
        for aside, found in zip(asides, left, strict=True)
    ]
