"""Wants and offers: what somebody asks for and what another offers are figures of two questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKED, _OFFERED = "asked for", "offered"
_VERBS = {
    **dict.fromkeys(
        "asked asks asking demands demanded demanding wants wanted want wanting seeks seek"
        " seeking sought insists".split(), _ASKED),
    **dict.fromkeys("offered offers offering offer".split(), _OFFERED),
}  # fmt: skip
_STOPS = frozenset(',;:.()–—“”"') | {"said", "says", "than", "was", "were", "is", "after"}
_NEAR = 8  # words between the verb and the figure
_KINDS = frozenset({"share", "money"})


def wanted(measure: str, low: Sequence[str], at: int, kind: str) -> str:
    """Return a measure with whether the figure at word ``at`` is asked for or offered.

    >>> low = "the union is asking for a rise of 9 % and the port has offered 6 %".split()
    >>> wanted("rise", low, 8, "share"), wanted("rise", low, 15, "share")
    ('rise asked for', 'rise offered')
    """
    if kind not in _KINDS:
        return measure
    for index in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        if low[index] in _STOPS:
            break
        verb = _VERBS.get(low[index])
        if verb is not None:
            bare = measure.removesuffix(_ASKED).removesuffix(_OFFERED).strip()
            return verb if bare.casefold() in _VERBS or not bare else f"{bare} {verb}"
    return measure
