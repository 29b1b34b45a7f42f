"""Labels: lines that name a place and then what happened there, *Lowlands: nine dead*."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import Scope, Slot
from claimsync.extract.figures.number_words import is_number
from claimsync.extract.page.scenes import caused_by
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.text.structure import Block

LABELLED = "place/label"
RULES = (
    Rule(
        LABELLED,
        (),
        "the place that labels a line",
        "Rain fell in the Lowlands.\n\n- Lowlands: nine dead",
        "It was a hard year.\n\n- Killed: nine",
    ),
)
_LONGEST, _MOST = 40, 50  # characters of a label, labels of a page
_NEARBY = 20_000  # characters in which a place is named
_SMALL = frozenset({"of", "the", "and"})
_LEADS = frozenset("at about some around over more nearly almost up no".split())


class Line(NamedTuple):
    """The name that labels a line, and where the line ends."""

    slot: Slot
    end: int


def labelled(text: str, page: Sequence[Block], drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, those of what is done to people and things at the place of their line."""
    lines = labels(text, page)
    return [_labelled(draft, lines) for draft in drafts] if lines else [*drafts]


def _labelled(draft: ClaimDraft, lines: Sequence[Line]) -> ClaimDraft:
    """Return a draft at the place that labels its line, where it has no place of its own."""
    if draft.figure is None or draft.code("place") is not None or not caused_by(draft.measure):
        return draft
    slot = next((one.slot for one in lines if one.slot.end <= draft.start < one.end), None)
    if slot is None:
        return draft
    scopes = (*draft.scopes, Scope("place", slot.text, slot))
    return replace(draft, scopes=scopes, rules=(*draft.rules, LABELLED))


def labels(text: str, page: Sequence[Block]) -> list[Line]:
    r"""Return the lines that a place labels.

    Of lines in a row one must be known as a place from elsewhere on the page: *Killed: 12* is none.

    >>> from claimsync.extract.text.structure import blocks
    >>> text = "Rain fell in the Lowlands.\n- Lowlands: nine dead\n- Coastal Plain: 14 dead"
    >>> [line.slot.text for line in labels(text, blocks(text))]
    ['Lowlands', 'Coastal Plain']
    """
    found: list[Line] = []
    row: list[Line] = []
    for block in (*page, None):
        slot = _label(text, block) if block is not None and len(found) < _MOST else None
        if block is not None and slot is not None:
            row.append(Line(slot, block.end))
            continue
        if any(_placed(text, one.slot.text) for one in row[:_MOST]):
            found += row
        row = []
    return found


def _label(text: str, block: Block) -> Slot | None:
    """Return the name with which a line opens, if a colon and a number follow it."""
    start = block.sentences[0][0]
    colon = text.find(":", start, min(start + _LONGEST, block.end))
    name = text[start : max(colon, start)]
    behind = text[colon + 1 : colon + _LONGEST].casefold().split()[:1]
    named = name[:1].isupper() and all(
        word[:1].isupper() or word in _SMALL for word in name.split()
    )
    counts = behind != [] and (is_number(behind[0]) or behind[0] in _LEADS)
    return Slot(start, colon, name) if named and counts else None


def _placed(text: str, name: str) -> bool:
    """Return whether something is told to be in what a label names."""
    lead = r"\b(?:(?:in|near|across|around) (?:the )?+|(?:of|to|from) the )"
    return re.search(lead + re.escape(name) + r"\b", text[:_NEARBY]) is not None
