"""Why a reading lost: what it would have cost, and the findings that would have come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.findings.kinds import Kind
from claimsync.findings.readings import judged_as
from claimsync.findings.telling import reading_text
from claimsync.findings.ties import gist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.findings.case import Frame
    from claimsync.findings.kinds import Finding
    from claimsync.findings.readings import Part, Rank, Settled

_COUNTED = (("divergences", "divergence"), ("tensions", "tension"), ("agreements", "agreement"))


class Rejected(NamedTuple):
    """A reading that lost: why, the findings it would cause, and those that it would lose.

    Both are what taking the claim so brings at best, all other readings free.
    """

    reading: str
    why: str
    causes: tuple[Finding, ...]
    loses: tuple[Finding, ...]


def rejected(frame: Frame, settled: Settled) -> Iterator[tuple[int, Rejected]]:
    """Yield (claim row, losing reading) for every claim whose readings were judged."""
    for part in settled.parts:
        for at, row in enumerate(part.rows):
            lost = set(range(len(frame.table.options[row]))) - set(settled.survivors[row])
            if row not in settled.fixed:
                yield from (
                    (row, _lost(frame, settled, part, at, option)) for option in sorted(lost)
                )


def _lost(frame: Frame, settled: Settled, part: Part, at: int, option: int) -> Rejected:
    """Return what one option of the claim at a place of a part would have come to."""
    winner = part.best[0]
    ranked = [(rank, way) for way, rank in part.ranks.items() if way[at] == option]
    rank, way = min(ranked) if ranked else (None, (*winner[:at], option, *winner[at + 1 :]))
    told, instead = (
        judged_as(frame, part.component, settled.with_choice(part.rows, taken), settled.aside)
        for taken in (way, winner)
    )
    mine, theirs = {gist(finding) for finding in told}, {gist(finding) for finding in instead}
    return Rejected(
        reading_text(frame.table, part.rows[at], option),
        _why(rank, part.ranks[winner]),
        tuple(f for f in told if f.kind is not Kind.AGREEMENT and gist(f) not in theirs),
        tuple(f for f in instead if f.kind is Kind.AGREEMENT and gist(f) not in mine),
    )


def _why(rank: Rank | None, best: Rank) -> str:
    """Return the first thing in which one rank is worse than the best, in words."""
    if rank is None:
        return "no numbers satisfy it together with the other claims"
    for field, name in _COUNTED:
        mine, theirs = abs(getattr(rank, field)), abs(getattr(best, field))
        if mine != theirs:
            return f"{mine} {name if mine == 1 else name + 's'}, where there could be {theirs}"
    if rank.assumptions != best.assumptions:
        return f"{rank.assumptions} assumptions needed, where {best.assumptions} will do"
    return f"all else equal, thought less likely beforehand ({-rank.prior} against {-best.prior})"
