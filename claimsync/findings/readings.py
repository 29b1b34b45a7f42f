"""Ambiguous readings, settled by the other claims.

Every combination of the ambiguous claims of a bridged component is judged by the one engine. Fewest
divergences rank best, then fewest tensions, most agreements, fewest assumptions, and the prior; all
that rank best survive and are listed. Of too many combinations the exact solver finds those that
some numbers satisfy, and these are judged.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.errors import MissingExtraError, SearchLimitError
from claimsync.findings.bridges import bridge_findings
from claimsync.findings.case import case_of
from claimsync.findings.columns import Findings
from claimsync.findings.connections import connections, in_all_ways
from claimsync.findings.kinds import Kind
from claimsync.findings.propositions import proposition_findings
from claimsync.findings.sums import Undecided, sum_findings
from claimsync.findings.telling import Telling
from claimsync.findings.ties import Tie
from claimsync.findings.values import value_findings
from claimsync.reason.alternatives import always_torn, joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case, Frame
    from claimsync.findings.columns import Batch
    from claimsync.findings.kinds import Finding

MOST_COMBINATIONS = 2**10
_NAME = "name what is meant in some of these claims"
Combination = tuple[int, ...]


class Rank(NamedTuple):
    """What a combination costs, the least being best; agreements and priors count against it."""

    divergences: int
    tensions: int
    agreements: int
    assumptions: int
    prior: Fraction


@dataclass(frozen=True)
class Part:
    """A component with its ambiguous claims (rows), and the ranks of the combinations judged.

    ``complete``: all combinations were judged, not only those that some numbers satisfy.
    """

    rows: tuple[int, ...]
    component: tuple[int, ...]
    ranks: dict[Combination, Rank]
    complete: bool = True

    @property
    def best(self) -> list[Combination]:
        """The combinations that rank best, in order."""
        least = min(self.ranks.values())
        return [combination for combination, rank in self.ranks.items() if rank == least]


@dataclass
class Settled:
    """The chosen option of every claim, all that survive of the ambiguous, and what stayed open.

    ``aside`` are claims that count for nothing, ``fixed`` the options of claims whose reading is
    supposed, ``parts`` the components that were judged.
    """

    choice: NDArray[np.int64]
    survivors: dict[int, list[int]] = field(default_factory=dict)
    open: list[tuple[int, ...]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    aside: frozenset[int] = frozenset()
    fixed: dict[int, int] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def standing(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows whose readings are settled; the others take no part."""
        if not self.open:
            return rows
        return rows[~np.isin(rows, [one for group in self.open for one in group])]

    def ways(self, frame: Frame, row: int) -> Sequence[int]:
        """Return the options that are open for a claim."""
        if row in self.fixed:
            return (self.fixed[row],)
        return range(len(frame.table.options[row]))

    def with_choice(self, rows: Iterable[int], combination: Combination) -> NDArray[np.int64]:
        """Return the choice with some claims taken as ``combination`` says."""
        choice = self.choice.copy()
        for row, option in zip(rows, combination, strict=True):
            choice[row] = option
        return choice


def judged(case: Case, telling: Telling) -> list[Finding | Batch]:
    """Return what figures, sums, assertions and bridges say in one case."""
    return [
        *value_findings(case, telling),
        *sum_findings(case, telling),
        *proposition_findings(case, telling),
        *bridge_findings(case, telling),
    ]


def settle(
    frame: Frame,
    rows: NDArray[np.int64],
    aside: frozenset[int] = frozenset(),
    fixed: Mapping[int, int] = MappingProxyType({}),
) -> Settled:
    """Return which reading of each ambiguous claim among the current ``rows`` survives.

    Claims set ``aside`` count for nothing, and stay read as all claims together have them read;
    ``fixed`` are the options of claims whose reading is supposed.
    """
    first = np.zeros(len(frame.table), dtype=np.int64)
    settled = Settled(first, aside=aside, fixed=dict(fixed))
    ambiguous = rows[frame.table.ways.several[rows]].tolist()
    if not ambiguous:
        return settled
    if aside.intersection(ambiguous):
        settled.choice = settle(frame, rows, fixed=fixed).choice
        settled.fixed |= {row: int(settled.choice[row]) for row in aside}
    for component in _components(frame, rows.tolist(), ambiguous):
        _settle_component(frame, settled, component)
    return settled


def _components(frame: Frame, rows: Sequence[int], ambiguous: Sequence[int]) -> Iterator[list[int]]:
    """Yield the current claims of each component that holds an ambiguous one.

    Claims that meet at no cell, sum or bridge under any reading are in different ones.
    """
    label = dict(zip(rows, connections(frame, rows).tolist(), strict=True))
    groups: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        groups[label[row]].append(row)
    yield from (groups[name] for name in sorted({label[row] for row in ambiguous}))


def _settle_component(frame: Frame, settled: Settled, component: list[int]) -> None:
    """Settle the ambiguous claims of one component by judging the combinations."""
    ambiguous = [row for row in component if len(frame.table.options[row]) > 1]
    rows = tuple(row for row in ambiguous if row not in settled.aside)
    if not rows:
        return
    search = _Search(frame, settled, tuple(component), rows)
    part = search.part()
    if isinstance(part, str):
        settled.open.append(rows)
        reason = f"{search.size:,} combinations of readings: {part}"
        settled.undecided.append(Undecided(rows, reason))
        return
    settled.parts.append(part)
    best = part.best
    settled.choice = settled.with_choice(rows, best[0])
    for at, row in enumerate(rows):
        settled.survivors[row] = sorted({combination[at] for combination in best})
    if len(best) > 1:
        settled.ties.append(Tie(rows, tuple(component), tuple(best), settled.aside))


class _Search(NamedTuple):
    """The combinations of the ambiguous claims (rows) of one component."""

    frame: Frame
    settled: Settled
    component: tuple[int, ...]
    rows: tuple[int, ...]

    @property
    def ways(self) -> list[Sequence[int]]:
        """The options of each of the claims."""
        return [self.settled.ways(self.frame, row) for row in self.rows]

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return math.prod(map(len, self.ways))

    def part(self) -> Part | str:
        """Return the component with its combinations judged, or why nothing was decided."""
        if self.size <= MOST_COMBINATIONS:
            return self._judged(itertools.product(*self.ways), complete=True)
        try:
            found, least = self._feasible()
        except MissingExtraError as error:
            return f"{error} to search them, or {_NAME}"
        except SearchLimitError as error:
            return f"{error}; {_NAME}"
        if not found:
            return f"no numbers satisfy any of them with the other claims; {_NAME}"
        part = self._judged(found, complete=False)
        # All others diverge more often than `least`; only if the best of these does not, it wins.
        if min(part.ranks.values()).divergences > least:
            return f"none of those that some numbers satisfy is free of divergence; {_NAME}"
        return part

    def _judged(self, combinations: Iterable[Combination], *, complete: bool) -> Part:
        """Return the component with every one of ``combinations`` judged."""
        ranks = {each: self._rank(each) for each in combinations}
        return Part(self.rows, self.component, ranks, complete)

    def _rank(self, combination: Combination) -> Rank:
        """Return what a combination costs."""
        choice = self.settled.with_choice(self.rows, combination)
        found = judged_as(self.frame, self.component, choice, self.settled.aside)
        counts = found.counts()
        assumed = {assumption for finding in found for assumption in finding.assumptions}
        priors = (_prior(self.frame, row, int(choice[row])) for row in self.rows)
        return Rank(
            counts[Kind.DIVERGENCE],
            counts[Kind.TENSION],
            -counts[Kind.AGREEMENT],
            len(assumed),
            -math.prod(priors, start=Fraction(1)),
        )

    def _feasible(self) -> tuple[list[Combination], int]:
        """Return the combinations that some numbers satisfy, and how often all of them diverge.

        Raises MissingExtraError, and SearchLimitError where they cannot be listed.
        """
        table, frame = self.frame.table, self.frame
        if any(table.claims[row].as_of for row in self.component):
            raise SearchLimitError("figures of several dates are not searched")
        ways = [(row, at) for row in self.component for at in self.settled.ways(frame, row)]
        case = in_all_ways(frame, ways, self.settled.aside)
        tag = {way: at for at, way in enumerate(ways)}
        groups = [
            [tag[row, at] for at in options]
            for row, options in zip(self.rows, self.ways, strict=True)
        ]
        label = [int(table.origins.origin_of_claim[ways[at][0]]) for at in case.row.tolist()]
        found = joint(case.found.problem, label, groups, MOST_COMBINATIONS)
        combinations = [tuple(ways[at][1] for at in tags) for tags in found]
        return combinations, len(always_torn(case.found.problem, label, groups))


def judged_as(
    frame: Frame, component: Sequence[int], choice: NDArray[np.int64], aside: frozenset[int]
) -> Findings:
    """Return what a component says under a choice of readings."""
    return Findings.of(
        judged(case_of(frame, component, choice, aside), Telling(frame.table, choice))
    )


def _prior(frame: Frame, row: int, option: int) -> Fraction:
    """Return how likely an option was thought to be beforehand; without a word, all alike."""
    options = frame.table.options[row]
    reading = options[option].reading
    if reading is not None and reading.prior is not None:
        return reading.prior.value
    return Fraction(1, len(options))
