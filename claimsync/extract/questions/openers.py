"""Openers: the line above a list, whose date, and whose plan, are those of its points.

*The firm published its results for the first half:* dates every point below it; *Among the measures
announced on Tuesday:* tells that they are yet to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions.dates import dates
from claimsync.extract.text.tokens import made, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.questions.dates import Dated
    from claimsync.extract.text.structure import Block

_PLANS = frozenset(
    "measures plans plan proposals proposal pledges promises steps demands reforms".split()
)
_ISSUED = frozenset("published publishes released reported posted issued unveiled for".split())
_NEWS = frozenset({"date/weekday", "date/relative"})  # when they were published
_LONGEST = 400  # characters of a line that opens a list


class Opener(NamedTuple):
    """What a line says of the list below it: when, and whether its points are planned."""

    date: Dated | None = None
    plans: bool = False


NOTHING = Opener()


def opener(text: str, above: Block | None, block: Block, said_at: str | None) -> Opener:
    r"""Return what the line above a list says of its points; nothing where there is no list.

    >>> from claimsync.extract.text.structure import blocks
    >>> page = "The plans in short:\n\n- A 12% rise in spending\n- No new roads"
    >>> opener(page, *blocks(page)[:2], None).plans
    True
    """
    if above is None or block.kind != "bullet" or above.kind not in {"paragraph", "heading"}:
        return NOTHING
    start, end = above.sentences[-1] if above.sentences else (above.start, above.end)
    if end - start > _LONGEST:
        return NOTHING
    words = made(*marks(text, start, end))
    low = [word.low for word in words]
    if _ISSUED.isdisjoint(low):
        return Opener(None, _planned(low))
    told = [one for one in dates(words, said_at, low) if one.rule not in _NEWS]
    return Opener(told[0] if len(told) == 1 else None, _planned(low))


def _planned(low: Sequence[str]) -> bool:
    """Return whether a line announces what is planned: *among the measures announced:*."""
    return low[-1:] == [":"] and not _PLANS.isdisjoint(low)
