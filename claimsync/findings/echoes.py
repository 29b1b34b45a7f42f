"""One origin heard more than once: the same word is an echo, other words are relays or clashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimsync.findings.kinds import Basis, Divergence, Echo, Finding, Modifier
from claimsync.model.stance import Stance
from claimsync.table.keys import shared
from claimsync.table.timeline import Said, content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling


@dataclass(frozen=True)
class PairDetail:
    """Two claims against each other, and everyone who stands with either."""

    sides: tuple[tuple[int, ...], ...]

    def positions(self, _rows: Sequence[int]) -> list[list[int]]:
        """Return who stands on either side."""
        return [list(side) for side in self.sides]


def origin_findings(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield the echoes, differing relays and self-contradictions of each origin."""
    for rows in case.same_origin:
        yield from _echoes(case, telling, rows)
    yield from _clashes(case, telling)
    yield from _polarity_clashes(case, telling)


def _echoes(case: Case, telling: Telling, rows: list[int]) -> Iterator[Finding]:
    """Yield one echo for each thing that an origin was heard to say more than once."""
    table = case.frame.table
    said: dict[tuple[object, ...], list[int]] = {}
    for row in rows:
        now = content(table, row)
        said.setdefault((now.stance, now.bare, *_figures(now)), []).append(row)
    for same in said.values():
        if len(same) > 1:
            voices = {table.claims[row].attribution.voice for row in same}
            basis = Basis.SAME_ORIGIN if len(voices) > 1 else Basis.REPEATED
            yield Echo(basis, tuple(same), case.key[same[0]], telling)


def _figures(said: Said) -> tuple[object, ...]:
    """Return what the figures of a claim allow, whatever its question is called."""
    return tuple(meant[1:] for meant in said.meant if isinstance(meant, tuple))


def _clashes(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield where figures of one origin exclude each other, in one voice or between two."""
    for cell in np.flatnonzero(case.found.own.clash).tolist():
        for same in shared(case.origin, case.bounds(cell)):
            mine = np.array(same)
            if max(case.low[mine]) > min(case.high[mine]):
                yield from _clash(case, telling, cell, mine)


def _clash(case: Case, telling: Telling, cell: int, mine: NDArray[np.int64]) -> Iterator[Finding]:
    """Yield the clashes among one origin's figures: inside each voice, and between two voices."""
    by_voice: dict[str, list[int]] = {}
    for bound in mine.tolist():
        claim = case.frame.table.claims[int(case.row[bound])]
        by_voice.setdefault(claim.attribution.voice, []).append(bound)
    ends = {
        voice: (_highest_low(case, own), _lowest_high(case, own)) for voice, own in by_voice.items()
    }
    for top, bottom in ends.values():
        if case.low[top] > case.high[bottom]:
            yield _between(case, telling, cell, Basis.SELF_CONTRADICTION, (bottom, top))
    # The widest gap lies between the two highest low ends and the two lowest high ends.
    tops = sorted(ends, key=lambda voice: (-case.low[ends[voice][0]], voice))[:2]
    bottoms = sorted(ends, key=lambda voice: (case.high[ends[voice][1]], voice))[:2]
    pairs = [
        (ends[other][1], ends[one][0])
        for one in tops
        for other in bottoms
        if one != other and case.low[ends[one][0]] > case.high[ends[other][1]]
    ]
    if pairs:
        widest = max(
            pairs, key=lambda pair: (case.low[pair[1]] - case.high[pair[0]], *_names(case, pair))
        )
        yield _between(case, telling, cell, Basis.RELAY_DIFFERS, widest)


def _names(case: Case, bounds: Sequence[int]) -> tuple[str, ...]:
    """Return the voices behind some bounds."""
    claims = case.frame.table.claims
    return tuple(claims[int(case.row[bound])].attribution.voice for bound in bounds)


def _highest_low(case: Case, bounds: Sequence[int]) -> int:
    return max(bounds, key=lambda bound: (case.low[bound], -bound))


def _lowest_high(case: Case, bounds: Sequence[int]) -> int:
    return min(bounds, key=lambda bound: (case.high[bound], bound))


def _between(
    case: Case, telling: Telling, cell: int, basis: Basis, bounds: tuple[int, int]
) -> Finding:
    """Return the divergence between two figures of one origin."""
    rows = tuple(int(case.row[bound]) for bound in bounds)
    detail = PairDetail(tuple((row,) for row in rows))
    key = case.cells.keys[cell]
    assumptions = case.assumptions(rows)
    return Divergence(basis, rows, key, telling, (Modifier.SAME_ORIGIN,), assumptions, detail)


def _polarity_clashes(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield where one origin is heard to assert something and to deny it."""
    table = case.frame.table
    claims = table.claims
    if not table.takes(Stance.DENIES)[case.standing].any():
        return
    for rows in case.same_origin:
        for denial in (row for row in rows if claims[row].stance is Stance.DENIES):
            against = [
                row for row in rows if claims[row].stance.affirms and _denied(telling, row, denial)
            ]
            if against:
                pair = (against[0], denial)
                voices = {claims[row].attribution.voice for row in pair}
                basis = Basis.RELAY_DIFFERS if len(voices) > 1 else Basis.SELF_CONTRADICTION
                detail = PairDetail((tuple(against), (denial,)))
                key = case.key[denial]
                yield Divergence(basis, pair, key, telling, (Modifier.SAME_ORIGIN,), (), detail)


def _denied(telling: Telling, row: int, denial: int) -> bool:
    """Return whether a denial denies what is asserted: the occurrence, or (all of) the figure."""
    told, denied = telling.meaning(row), telling.meaning(denial)
    if denied is None:
        return told is None or told.positive
    return told is not None and told.usual.within(denied.logical)
