"""Stances: what a source does with what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimsync.model.stance import Phase, Stance


@dataclass(frozen=True, slots=True)
class StanceMark:
    """Words that set a stance or a phase, and the words that they bear on."""

    stance: Stance
    phase: Phase | None
    cue: tuple[int, int]
    target: tuple[int, int] | None
    hedges: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def stances(text: str, start: int, end: int) -> list[StanceMark]:  # noqa: ARG001
    """Return the stances taken between two offsets."""
    return []
