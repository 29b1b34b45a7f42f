"""Items: figures behind a colon that add up to the one before it are of its time and its stance.

*Costs will rise by 30 million next year, she said: 12 million for roads, 18 million for schools.*
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import Scope, Slot
from claimsync.extract.page.tallies import adds_up
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

_FEWEST, _NAMED, _FAR = 2, 4, 60  # items; words of a name; characters it may take
_LEADS = frozenset({"in", "for", "from"})
_ENDS = frozenset(",;.:()")


def itemised(text: str, told: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of a sentence, where the items of a sum are told as the sum is."""
    found = list(told)
    at = next((at for at in range(len(found) - _FEWEST) if _heads(text, found, at)), None)
    if at is None:
        return found
    found[at] = _voiced(found[at], found[at + 1])
    for behind in range(at + 1, len(found)):
        found[behind] = _as_told(_named(text, found[behind], found[at]), found[at])
    return found


def _heads(text: str, found: Sequence[ClaimDraft], at: int) -> bool:
    """Return whether a figure is the sum of all that are told behind the colon that follows it."""
    head, first = found[at], found[at + 1]
    if head.figure is None or first.figure is None or not head.measure or not head.number:
        return False
    between = text[head.figure.end : first.figure.start]
    return between.rstrip().endswith(":") and adds_up(head, found[at + 1 :])


def _voiced(head: ClaimDraft, item: ClaimDraft) -> ClaimDraft:
    """Return a sum as the word of who tells its items, where he is named between them."""
    named = item.chain[-1].slot if item.chain else None
    if head.chain or named is None or head.figure is None or item.figure is None:
        return head
    between = head.figure.end <= named.start < item.figure.start
    if not between:
        return head
    return replace(head, chain=item.chain, anonymous=item.anonymous, cue=item.cue)


def _named(text: str, item: ClaimDraft, head: ClaimDraft) -> ClaimDraft:
    """Return an item as the part of the sum that the words behind it name: *in health*."""
    counts = item.noun is not None and item.figure is not None and (
        item.noun.start <= item.figure.end + 1
    )  # fmt: skip
    if item.figure is None or counts or item.code("place"):
        return item
    start = item.figure.end
    if item.when is not None and item.when.slot is not None and item.when.slot.start >= start:
        return item  # *30 in June and 40 in July*
    words: list[str] = []
    for word in text[start : start + _FAR].split():
        if word in {"and", "or"}:
            break
        words.append(word)
        if word[-1] in _ENDS:
            break
    if not 1 < len(words) <= _NAMED or words[0] not in _LEADS:
        return item
    name = " ".join(words[1:]).rstrip("".join(_ENDS))
    first = text.find(name, start)
    if first < 0 or not name:
        return item
    scopes = tuple(scope for scope in item.scopes if scope.dimension != "subject")
    whose = Scope("subject", name, Slot(first, first + len(name), name))
    return item.carried("measure", measure=head.measure, scopes=(*scopes, whose))


def _as_told(item: ClaimDraft, head: ClaimDraft) -> ClaimDraft:
    """Return an item of the day of its sum, and as far ahead as that is."""
    if item.when is None and head.when is not None:
        item = item.carried("when", when=head.when)
    unit = head.readings[0].unit
    if item.readings and item.readings[0].unit is None and unit is not None:
        item = replace(item, readings=(item.readings[0].model_copy(update={"unit": unit}),))
    if item.stance is Stance.ASSERTS and head.stance is Stance.EXPECTS:
        return replace(item, stance=head.stance, phase=head.phase)
    return item
