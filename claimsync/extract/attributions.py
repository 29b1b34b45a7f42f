"""Attributions: who says what, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimsync.extract.structure import Block
    from claimsync.model.stance import Stance

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that somebody said: by which cue, on whose word, and what."""

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    chain: tuple[str, ...]
    anonymous: bool
    inferred: bool
    stance: Stance
    rules: tuple[str, ...] = ()


def attributions(text: str, blocks: tuple[Block, ...]) -> list[Attribution]:  # noqa: ARG001
    """Return who says what in a page, in order."""
    return []
