"""Which claim takes the place of which: by time stamps, by *earlier*, by what is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, ClaimDraft
from claimsync.extract.linking.echoes import alike_scope, topic
from claimsync.extract.linking.joins import HEADING
from claimsync.extract.page.retold import CORRECTED, UNSAID
from claimsync.extract.text.stamps import moment
from claimsync.model.claim import Claim, Link
from claimsync.model.context import Context
from claimsync.model.source import UNKNOWN, Speaker
from claimsync.model.stance import LinkVerb, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence


def updated(claims: Sequence[Claim], drafts: Sequence[ClaimDraft], context: Context) -> list[Claim]:
    """Return the claims, where a later entry of one source updates what it said before."""
    found = list(claims)
    standing: dict[object, dict[str | None, list[int]]] = {}  # by their stamps
    for at in sorted(range(len(found)), key=lambda at: (*_order(drafts[at].stamp), at)):
        if not found[at].readings or _above_all(drafts[at]):
            continue
        heading = HEADING in drafts[at].rules  # it may grow old, and updates nothing
        voice = context.speaker(found[at].attribution.origin)
        # Whom the text does not name may be anybody but within one sentence.
        own = drafts[at].chain or CORRECTED in drafts[at].rules
        key = voice, topic(drafts[at]), () if own else drafts[at].quote
        stamp = drafts[at].stamp
        if not drafts[at].chain and key[2] and (voice, topic(drafts[at]), ()) not in standing:
            standing[voice, topic(drafts[at]), ()] = {stamp: [at]}
        stamped = standing.setdefault(key, {})
        over = [] if heading else [before for before in stamped if told_before(before, stamp)]
        passed = [one for before in over for one in stamped.pop(before)]
        stamped.setdefault(stamp, []).append(at)
        replaced = [one for one in passed if found[one].readings != found[at].readings
                    and alike_scope(drafts[one], drafts[at])]  # fmt: skip
        if replaced:
            links = tuple(_replaces(found, drafts, one, at) for one in replaced)
            found[at] = found[at].model_copy(update={"links": links})
    return found


def _above_all(draft: ClaimDraft) -> bool:
    """Return whether a heading stands above all entries of a page, at no moment of its own."""
    return HEADING in draft.rules and draft.stamp in {None, EARLIER, LATER}


def _replaces(found: list[Claim], drafts: Sequence[ClaimDraft], before: int, at: int) -> Link:
    """Return the link to an earlier claim, which is given a name for it."""
    earlier = found[before]
    name = earlier.id or f"earlier-{earlier.content_hash[:4]}-{before}"
    found[before] = earlier.model_copy(update={"id": name})
    right = CORRECTED in (*drafts[before].rules, *drafts[at].rules)
    return Link(verb=LinkVerb.CORRECTS if right else LinkVerb.UPDATES, target=name)


def unsaid(claims: Sequence[Claim], drafts: Sequence[ClaimDraft]) -> list[Claim]:
    """Return the claims, where one that the next takes back, or sets right, bears its link."""
    found = list(claims)
    for at in range(1, len(found)):
        back = UNSAID in drafts[at].rules and drafts[at].stance is Stance.RETRACTS
        right = CORRECTED in drafts[at].rules
        before = at - 1 - (right and not drafts[at - 1].readings and at > 1)
        if back or (right and UNSAID in drafts[before].rules and not found[at].links):
            link = _replaces(found, drafts, before, at)
            link = link.model_copy(update={"verb": LinkVerb.RETRACTS}) if back else link
            told = found[at].attribution
            relays = found[before].attribution.voice == UNKNOWN != told.voice
            if right and relays:  # the page itself corrects what it said
                told = told.model_copy(update={"chain": (Speaker(name=UNKNOWN), *told.chain)})
            found[at] = found[at].model_copy(update={"links": (link,), "attribution": told})
    return found


def told_before(before: str | None, stamp: str | None) -> bool:
    """Return whether the page itself says that what bears one stamp was said before another.

    >>> told_before("earlier", None), told_before("08:40", "19:42"), told_before(None, None)
    (True, True, False)
    """
    if stamp == LATER or before == EARLIER:
        return before != stamp
    first, then = moment(before or ""), moment(stamp or "")
    return first is not None and then is not None and first.before(then)


def _order(stamp: str | None) -> tuple[object, ...]:
    """Return the key that sorts the stamps of a page; earlier and later lie outside."""
    if stamp in {EARLIER, LATER}:
        return (0 if stamp == EARLIER else 2,)
    told = moment(stamp or "")
    return 1, told is not None and not told.ago, told.place if told is not None else ()
