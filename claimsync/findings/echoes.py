"""One origin heard more than once: the same word is an echo, different words differ in the relay or clash."""

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
    """Yield the echoes, differing relays and self-contradictions of each origin on each question."""
    for rows in _same_origin(case):
        yield from _echoes(case, telling, rows)
    yield from _clashes(case, telling)
    yield from _polarity_clashes(case, telling)


def _same_origin(case: Case) -> Iterator[list[int]]:
    """Yield the claims that share cell key and origin, where there are several."""
    origin = case.frame.table.origins.origin_of_claim
    for rows in shared(case.key, case.rows):
        yield from shared(origin, rows)


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
    """Yield where figures of one origin on one cell exclude each other, voice against voice or its own."""
    for cell in np.flatnonzero(case.found.own.clash).tolist():
        for same in shared(case.origin, case.bounds(cell).tolist()):
            mine = np.array(same)
            if max(case.low[mine]) > min(case.high[mine]):
                yield from _clash(case, telling, cell, mine)


def _clash(case: Case, telling: Telling, cell: int, mine: np.ndarray) -> Iterator[Finding]:
    """Yield the clash between the extremes of one origin's figures, first inside one voice."""
    claims = case.frame.table.claims
    by_voice: dict[str, list[int]] = {}
    for bound in mine.tolist():
        by_voice.setdefault(claims[int(case.row[bound])].attribution.voice, []).append(bound)
    torn = [own for own in by_voice.values() if max(case.low[own]) > min(case.high[own])]
    for own in torn:
        yield _extremes(case, telling, cell, Basis.SELF_CONTRADICTION, own)
    if not torn or len(by_voice) > len(torn):
        pair = _extreme_pair(case, mine.tolist())
        voices = {claims[int(case.row[bound])].attribution.voice for bound in pair}
        if len(voices) > 1:
            yield _extremes(case, telling, cell, Basis.RELAY_DIFFERS, mine.tolist())


def _extreme_pair(case: Case, bounds: list[int]) -> tuple[int, int]:
    """Return the bound with the lowest high end and the one with the highest low end."""
    return min(bounds, key=lambda b: (case.high[b], b)), max(
        bounds, key=lambda b: (case.low[b], -b)
    )


def _extremes(case: Case, telling: Telling, cell: int, basis: Basis, bounds: list[int]) -> Finding:
    """Return the divergence between the two extreme figures among ``bounds``."""
    rows = tuple(int(case.row[bound]) for bound in _extreme_pair(case, bounds))
    detail = PairDetail(tuple((row,) for row in rows))
    key = case.cells.keys[cell]
    return Divergence(
        basis, rows, key, telling, (Modifier.SAME_ORIGIN,), case.assumptions(rows), detail
    )


def _polarity_clashes(case: Case, telling: Telling) -> Iterator[Finding]:
    """Yield where one origin is heard to assert something and to deny it."""
    claims = case.frame.table.claims
    if not any(claims[row].stance is Stance.DENIES for row in case.rows):
        return
    for rows in _same_origin(case):
        for denial in (row for row in rows if claims[row].stance is Stance.DENIES):
            against = [row for row in rows if claims[row].stance.affirms and _denied(telling, row, denial)]
            if against:
                pair = (against[0], denial)
                voices = {claims[row].attribution.voice for row in pair}
                basis = Basis.RELAY_DIFFERS if len(voices) > 1 else Basis.SELF_CONTRADICTION
                detail = PairDetail((tuple(against), (denial,)))
                key = case.key[denial]
                yield Divergence(basis, pair, key, telling, (Modifier.SAME_ORIGIN,), (), detail)


def _denied(telling: Telling, row: int, denial: int) -> bool:
    """Return whether an assertion is what a denial denies: the occurrence, or (all of) the figure."""
    told, denied = telling.meaning(row), telling.meaning(denial)
    if denied is None:
        return told is None or (told.logical.low is not None and told.logical.low > 0)
    return told is not None and told.usual.within(denied.logical)
