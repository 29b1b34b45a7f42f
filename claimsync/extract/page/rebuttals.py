"""Rebuttals: a figure told against the one before it is one of the same thing.

*Army: 64 enemy drones shot down. That is disputed in Kolm. Only 22 drones were brought down.*
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_POINTS = frozenset("that this it these those both which figure number claim account".split())
_AGAINST = frozenset(
    "disputed disputes dispute contested contests rejected rejects denied denies challenged"
    " challenges contradicted contradicts questioned questions".split()
)
_SHORT, _FAR = 12, 160  # words of a rebuttal; characters looked back on


def rebutting(text: str, mine: Sequence[ClaimDraft], before: Sequence[ClaimDraft], start: int
              ) -> list[ClaimDraft]:  # fmt: skip
    """Return the figures of the sentence at ``start``, where it rebuts the figure before.

    ``before`` are the figures of the paragraph, or else of the one above it.
    """
    found = list(mine)
    last = next((one for one in reversed(before[-1:]) if one.readings and one.measure), None)
    if not found or last is None or not _against(text, start):
        return found
    one = found[0]
    same = last.measure == one.measure or last.measure.endswith(f" {one.measure}")
    if not same or not one.measure:
        return found
    own = {scope.dimension for scope in one.scopes}
    missing = tuple(s for s in last.scopes if s.dimension not in own and not s.parts)
    found[0] = one.carried(
        "measure", *(scope.dimension for scope in missing),
        measure=last.measure, scopes=(*one.scopes, *missing), when=one.when or last.when,
    )  # fmt: skip
    return found


def _against(text: str, start: int) -> bool:
    """Return whether the sentence before ``start`` speaks against what was told."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - _FAR) : start].rstrip()
    words = line[line.rfind(".", 0, len(line) - 1) + 1 :].casefold().split()
    told = {word.strip(".,:;") for word in words}
    return len(words) <= _SHORT and not (_POINTS.isdisjoint(told) or _AGAINST.isdisjoint(told))
