"""Readings that rank alike: only what holds under all of them is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.case import case_of
from claimsync.findings.columns import Findings
from claimsync.findings.kinds import Kind
from claimsync.findings.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from claimsync.findings.case import Case, Frame
    from claimsync.findings.columns import Batch
    from claimsync.findings.kinds import Finding


class Tie(NamedTuple):
    """Ambiguous claims (rows) of one component, and the combinations of options that rank alike."""

    rows: tuple[int, ...]
    component: tuple[int, ...]
    combinations: tuple[tuple[int, ...], ...]
    aside: frozenset[int] = frozenset()

    def cases(self, frame: Frame, choice: Sequence[int] | NDArray[np.int64]) -> Iterator[Case]:
        """Yield the component's case under each of the combinations."""
        for combination in self.combinations:
            taken = list(choice)
            for row, option in zip(self.rows, combination, strict=True):
                taken[row] = option
            yield case_of(frame, self.component, taken, self.aside)


def told_in_every_tie(
    frame: Frame,
    ties: Sequence[Tie],
    choice: Sequence[int] | NDArray[np.int64],
    findings: list[Finding | Batch],
    tell: Callable[[Case, Telling], list[Finding | Batch]],
) -> list[Finding | Batch]:
    """Return the findings that hold under all of the readings that rank alike."""
    if not ties:
        return findings
    told_first: Iterable[Finding] = Findings.of(findings)
    for tie in ties:
        certain: dict[object, set[int]] | None = None
        for case in tie.cases(frame, choice):
            found = Findings.of(tell(case, Telling(frame.table, case.choice)))
            told = {gist(finding): set(finding.rows) for finding in found}
            certain = told if certain is None else _shared(certain, told)
        inside, kept = set(tie.component), certain or {}
        told_now = [_told(finding, inside, kept) for finding in told_first]
        told_first = [finding for finding in told_now if finding]
    return list(told_first)


def _told(finding: Finding, inside: set[int], certain: dict[object, set[int]]) -> Finding | None:
    """Return a finding as it holds under every reading of a component, None where it does not."""
    if inside.isdisjoint(finding.rows):
        return finding
    common = certain.get(gist(finding))
    if common is None:
        return finding if _beyond(finding, inside) else None
    return _with_claims(finding, common)


def _shared(one: dict[object, set[int]], other: dict[object, set[int]]) -> dict[object, set[int]]:
    """Return what is told in both, with the claims that are part of it in both."""
    return {told: rows & other[told] for told, rows in one.items() if told in other}


def _with_claims(finding: Finding, rows: set[int]) -> Finding:
    """Return a finding about fewer claims: those that are part of it under every reading."""
    if rows.issuperset(finding.rows):
        return finding
    return replace(finding, rows=tuple(row for row in finding.rows if row in rows))


def gist(finding: Finding) -> object:
    """Return what must hold under every reading: kind, question, claims (figures: any basis).

    Who withholds yes and no does so whatever others are read to say: their claims do not count.
    """
    figures = {Kind.DIVERGENCE, Kind.AGREEMENT, Kind.TENSION}
    basis = None if finding.kind in figures else finding.basis
    claims = finding.telling.table.claims
    withheld = frozenset(row for row in finding.rows if claims[row].stance.withholds)
    silence = finding.kind is Kind.NON_CONFIRMATION and withheld
    return (finding.kind, int(finding.key), basis, withheld if silence else frozenset(finding.rows))


def _beyond(finding: Finding, component: set[int]) -> bool:
    """Return whether a finding does not depend on how the claims of a component are read.

    Who withholds or is silent does not, where the finding reaches beyond the component.
    """
    return finding.kind is Kind.NON_CONFIRMATION and not component.issuperset(finding.rows)
