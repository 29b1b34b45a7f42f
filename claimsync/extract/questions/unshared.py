"""Figures that do not go on with what was told before them, though they look as if they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SETTLES = frozenset("settling settled closing closed ending ended finishing close end".split())
_INCLUDING = frozenset("including remaining following missing".split())
_NEAR = 6  # words


def unshared(low: Sequence[str], first: int, after: int, *, counted: bool) -> bool:
    """Return whether the number in words ``first`` to ``after`` is not of what was told before.

    It closes at a level, something else is done to those ``counted``, or is yet to be done.

    >>> low = "it lost 6 points , settling at 2,127".split()
    >>> unshared(low, 7, 8, counted=False)
    True
    >>> unshared("and injuring 29".split(), 2, 3, counted=False)
    False
    """
    closes = first > 1 and low[first - 1] == "at" and low[first - 2] in _SETTLES
    acts = counted and first > 0 and low[first - 1].endswith("ing")
    acts = acts and low[first - 1] not in _INCLUDING  # for robbing four victims
    behind = low[after : after + _NEAR]
    yet = "yet" in behind and behind[behind.index("yet") + 1 :][:1] == ["to"]
    return closes or acts or yet
