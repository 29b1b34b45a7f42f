"""Ambiguous readings, settled by the other claims.

Every combination of the ambiguous claims of a bridged component is judged by the one engine. Fewest
divergences rank best, then fewest tensions, most agreements, fewest assumptions, and the prior; all
that rank best survive and are listed.
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

from claimsync.findings.bridges import bridge_findings, bridges_of
from claimsync.findings.case import case_of
from claimsync.findings.kinds import Kind
from claimsync.findings.propositions import proposition_findings
from claimsync.findings.sums import Undecided, sum_findings
from claimsync.findings.telling import Telling
from claimsync.findings.values import value_findings
from claimsync.reason.forest import connected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimsync.findings.case import Case, Frame
    from claimsync.findings.kinds import Finding

MOST_COMBINATIONS = 2**10
# What a combination costs: divergences, tensions, minus agreements, assumptions, minus the prior.
Rank = tuple[int, int, int, int, Fraction]


class Tie(NamedTuple):
    """Ambiguous claims (rows) of one component, and the combinations of options that rank alike."""

    rows: tuple[int, ...]
    component: tuple[int, ...]
    combinations: tuple[tuple[int, ...], ...]
    aside: frozenset[int] = frozenset()

    def cases(self, frame: Frame, choice: Sequence[int]) -> Iterator[Case]:
        """Yield the component's case under each of the combinations."""
        for combination in self.combinations:
            taken = list(choice)
            for row, option in zip(self.rows, combination, strict=True):
                taken[row] = option
            yield case_of(frame, self.component, taken, self.aside)


@dataclass
class Settled:
    """The chosen option of every claim, all that survive of the ambiguous, and what stayed open."""

    choice: list[int]
    survivors: dict[int, list[int]] = field(default_factory=dict)
    open: list[tuple[int, ...]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    aside: frozenset[int] = frozenset()
    fixed: dict[int, int] = field(default_factory=dict)

    def standing(self, rows: Sequence[int]) -> list[int]:
        """Return the rows whose readings are settled; the others take no part."""
        return [row for row in rows if row not in {one for group in self.open for one in group}]

    def ways(self, frame: Frame, row: int) -> Sequence[int]:
        """Return the options that are open for a claim."""
        if row in self.fixed:
            return (self.fixed[row],)
        return range(len(frame.table.options[row]))


def judged(case: Case, telling: Telling) -> list[Finding]:
    """Return what figures, sums, assertions and bridges say in one case."""
    return [
        *value_findings(case, telling),
        *sum_findings(case, telling),
        *proposition_findings(case, telling),
        *bridge_findings(case, telling),
    ]


def settle(
    frame: Frame,
    rows: Sequence[int],
    aside: frozenset[int] = frozenset(),
    fixed: Mapping[int, int] = MappingProxyType({}),
) -> Settled:
    """Return which reading of each ambiguous claim among the current ``rows`` survives.

    Claims set ``aside`` count for nothing, and stay read as all claims together have them read;
    ``fixed`` are the options of claims whose reading is supposed.
    """
    settled = Settled([0] * len(frame.table), aside=aside, fixed=dict(fixed))
    ambiguous = [row for row in rows if len(frame.table.options[row]) > 1]
    if not ambiguous:
        return settled
    if aside.intersection(ambiguous):
        settled.choice = settle(frame, rows, fixed=fixed).choice
        settled.fixed |= {row: settled.choice[row] for row in aside}
    for component in _components(frame, rows, ambiguous):
        _settle_component(frame, settled, component)
    return settled


def _components(frame: Frame, rows: Sequence[int], ambiguous: Sequence[int]) -> Iterator[list[int]]:
    """Yield the current claims of each bridged component that holds an ambiguous one."""
    claims = {row: at for at, row in enumerate(rows)}
    most = max(len(frame.table.options[row]) for row in ambiguous)
    edges: list[tuple[int, int]] = []
    anchor: dict[int, int] = {}
    for turn in range(most):
        choice = [min(turn, len(options) - 1) for options in frame.table.options]
        edges.extend(_edges(case_of(frame, rows, choice), claims, anchor))
    label = connected(len(rows) + len(anchor), *np.array(edges, dtype=np.int64).T)
    groups: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        groups[int(label[claims[row]])].append(row)
    wanted = {int(label[claims[row]]) for row in ambiguous}
    yield from (groups[name] for name in sorted(wanted))


def _edges(case: Case, claims: dict[int, int], anchor: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the edges from claims to their questions, and between those that something joins."""

    def node(key: int) -> int:
        return anchor.setdefault(int(key), len(claims) + len(anchor))

    keys = case.cells.keys.tolist()
    yield from (
        (claims[int(row)], node(keys[cell])) for row, cell in zip(case.row, case.cell, strict=True)
    )
    yield from ((claims[row], node(case.key[row])) for row in case.rows)
    shape = case.cells.rows
    for row, whole in enumerate(shape.whole.tolist()):
        yield from ((node(keys[whole]), node(keys[part])) for part in shape.parts(row).tolist())
    yield from ((node(keys[b.one]), node(keys[b.other])) for b in bridges_of(case))


def _settle_component(frame: Frame, settled: Settled, component: list[int]) -> None:
    """Settle the ambiguous claims of one component by judging every combination."""
    ambiguous = [
        row for row in component if len(frame.table.options[row]) > 1 and row not in settled.aside
    ]
    if not ambiguous:
        return
    ways = [settled.ways(frame, row) for row in ambiguous]
    if math.prod(map(len, ways)) > MOST_COMBINATIONS:
        settled.open.append(tuple(ambiguous))
        reason = (
            f"more than {MOST_COMBINATIONS:,} combinations of readings;"
            " name what is meant in some of these claims"
        )
        settled.undecided.append(Undecided(tuple(ambiguous), reason))
        return
    ranked: dict[Rank, list[tuple[int, ...]]] = defaultdict(list)
    for combination in itertools.product(*ways):
        choice = settled.choice.copy()
        for row, option in zip(ambiguous, combination, strict=True):
            choice[row] = option
        ranked[_rank(frame, component, choice, ambiguous, settled.aside)].append(combination)
    best = ranked[min(ranked)]
    for at, row in enumerate(ambiguous):
        settled.choice[row] = best[0][at]
        settled.survivors[row] = sorted({combination[at] for combination in best})
    if len(best) > 1:
        settled.ties.append(Tie(tuple(ambiguous), tuple(component), tuple(best), settled.aside))


def _rank(
    frame: Frame,
    component: Sequence[int],
    choice: list[int],
    ambiguous: Sequence[int],
    aside: frozenset[int],
) -> Rank:
    """Return what the combination costs; the least is best."""
    case, telling = case_of(frame, component, choice, aside), Telling(frame.table, choice)
    found = judged(case, telling)
    kinds = [finding.kind for finding in found]
    assumed = {assumption for finding in found for assumption in finding.assumptions}
    prior = math.prod((_prior(frame, row, choice[row]) for row in ambiguous), start=Fraction(1))
    return (
        kinds.count(Kind.DIVERGENCE),
        kinds.count(Kind.TENSION),
        -kinds.count(Kind.AGREEMENT),
        len(assumed),
        -prior,
    )


def _prior(frame: Frame, row: int, option: int) -> Fraction:
    """Return how likely an option was thought to be beforehand; without a word, all alike."""
    options = frame.table.options[row]
    reading = options[option].reading
    if reading is not None and reading.prior is not None:
        return reading.prior.value
    return Fraction(1, len(options))


def told_in_every_tie(
    frame: Frame,
    settled: Settled,
    findings: list[Finding],
    tell: Callable[[Case, Telling], list[Finding]],
) -> list[Finding]:
    """Return the findings that hold under all of the readings that rank alike."""
    for tie in settled.ties:
        certain: set[object] | None = None
        for case in tie.cases(frame, settled.choice):
            told = {_gist(finding) for finding in tell(case, Telling(frame.table, case.choice))}
            certain = told if certain is None else certain & told
        inside = set(tie.component)
        findings = [f for f in findings if _gist(f) in (certain or ()) or _untouched(f, inside)]
    return findings


def _gist(finding: Finding) -> object:
    """Return what must hold under every reading: kind, question, claims (figures: any basis)."""
    figures = {Kind.DIVERGENCE, Kind.AGREEMENT, Kind.TENSION}
    basis = None if finding.kind in figures else finding.basis
    return (finding.kind, int(finding.key), basis, frozenset(finding.rows))


def _untouched(finding: Finding, component: set[int]) -> bool:
    """Return whether a finding does not depend on how the claims of a component are read.

    Who withholds or is silent does not, where the finding reaches beyond the component.
    """
    beyond = not component.issuperset(finding.rows)
    return component.isdisjoint(finding.rows) or (beyond and finding.kind is Kind.NON_CONFIRMATION)
