"""What one page says twice, and what it says two ways at once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER
from claimsync.extract.linking.joins import HEADING
from claimsync.extract.page.answers import PARTS
from claimsync.extract.page.retold import CORRECTED, UNSAID
from claimsync.model.figure import Qualifier
from claimsync.model.policy import DEFAULT
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.model.figure import Figure

_BELOW = frozenset({Qualifier.AT_MOST, Qualifier.UNDER, Qualifier.UP_TO, Qualifier.NEARLY})
_ABOVE = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_WORDS = {
    word: (Fraction(vague.low), Fraction(vague.high)) for word, vague in DEFAULT.words.items()
}
_POINTS = 5  # percentage points that a word such as half leaves open
_QUARTER = Fraction(1, 4)


def echoed(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a heading's figure is that of the text below it, if it tells it.

    So a headline adds no voice of its own; one that no text bears out stays a claim by itself.
    """
    below: dict[object, ClaimDraft] = {}
    shares: dict[str, ClaimDraft] = {}
    for draft in drafts:
        if not draft.heading and draft.readings and draft.chain and draft.stance.affirms:
            below.setdefault(_key(draft), draft)
            shares.setdefault(draft.measure, draft)
    return [_like(draft, below.get(_key(draft)) or _rounded(draft, shares)) for draft in drafts]


def _rounded(draft: ClaimDraft, told: dict[str, ClaimDraft]) -> ClaimDraft | None:
    """Return the share that a headline rounds to a word: *half of schools* for 52 percent."""
    exact = told.get(draft.measure) if draft.heading and "share-words" in draft.rules else None
    if exact is None or not (len(draft.readings) == len(exact.readings) == 1):
        return None
    numbers = [one.readings[0].number for one in (draft, exact)]
    if None in numbers:
        return None
    low, high = sorted(number.value for number in numbers if number is not None)
    return exact if high - low <= _POINTS else None


def _key(draft: ClaimDraft) -> object:
    """Return what a heading and its text share: the measure, the number, and whose page it is."""
    numbers = tuple((figure.number, figure.to, figure.word) for figure in draft.readings)
    return draft.measure, numbers, draft.code("who"), _page(draft)


def _page(draft: ClaimDraft) -> str | None:
    """Return the outlet on whose page a draft stands, where it is known."""
    outlet = draft.chain[0] if draft.chain else None
    return outlet.name if outlet is not None and outlet.slot is None else None


def _like(draft: ClaimDraft, told: ClaimDraft | None) -> ClaimDraft:
    """Return a heading's draft in the words of the text that tells it."""
    if not draft.heading or told is None or not draft.readings:
        return draft
    if draft.chain and told.chain and draft.chain[0].name != told.chain[0].name and (
        draft.phase != told.phase
    ):  # fmt: skip
        return draft
    if told.stamp == EARLIER:  # the heading is what was said then
        return replace(draft.carried("chain"), chain=told.chain, anonymous=told.anonymous)
    rules = (*draft.rules, HEADING)
    return replace(
        draft.carried("chain", "place", "when"), chain=told.chain, anonymous=told.anonymous,
        scopes=told.scopes, when=told.when, event=told.event, phase=told.phase,
        stance=told.stance, readings=told.readings, rules=rules,
    )  # fmt: skip


def consistent(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Leave out what one voice says two ways at once: a misreading is likelier than a slip.

    What a later entry of a live blog says, or another outlet, is no slip.
    """
    told = list(drafts)
    said: dict[object, list[ClaimDraft]] = {}
    for draft in told:
        if draft.readings:
            said.setdefault(_moment(draft), []).append(draft)
    left = {
        id(draft)
        for group in said.values() if _apart(group)
        for draft in _but_wholes(group)
    }  # fmt: skip
    return [draft for draft in told if id(draft) not in left]


def _but_wholes(group: Sequence[ClaimDraft]) -> Sequence[ClaimDraft]:
    """Return what to leave out of figures that are apart: the parts, if the rest goes together.

    So it is with what was added: *the toll rose by three to 12*; *police said 17 officers had been
    hurt, two of them badly* says one thing of all the hurt.
    """
    wholes = [draft for draft in group if _SOME.isdisjoint(draft.rules)]
    parts = [draft for draft in group if not _SOME.isdisjoint(draft.rules)]
    return group if not wholes or not parts or _apart(wholes) else parts


_SOME = PARTS | {"up", "down"}


def superseded(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Leave out what somebody said earlier, unless the page tells what they say now."""
    now = {(draft.origin, topic(draft)) for draft in drafts if draft.stamp != EARLIER}
    return [
        d for d in drafts
        if d.stamp != EARLIER or UNSAID in d.rules or (d.origin, topic(d)) in now
    ]  # fmt: skip


def taken_back(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a figure that its own source walks back is what it said earlier.

    So it is, if the source then gives another one: *walked back that there were five; "two"*.
    """
    found = list(drafts)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if one.stance is not Stance.RETRACTS or not (one.readings and other.readings):
            continue
        same = one.chain and one.origin == other.origin
        if same and one.measure == other.measure and other.stance is Stance.ASSERTS:
            found[at] = replace(one, stance=Stance.ASSERTS, stamp=EARLIER, when=None)
            found[at + 1] = replace(other, stamp=LATER, when=None)
    return found


def topic(draft: ClaimDraft) -> object:
    """Return what is asked, wherever and whenever."""
    whose = (draft.code(name) for name in ("who", "subject", "event", "cause"))
    return draft.measure, draft.event, *whose


def alike_scope(one: ClaimDraft, other: ClaimDraft) -> bool:
    """Return whether no place and no date tells two drafts apart."""
    codes = {scope.dimension: scope.code for scope in one.scopes}
    for scope in other.scopes:
        if codes.get(scope.dimension, scope.code) != scope.code:
            return False
    return one.when is None or other.when is None or one.when.code == other.when.code


def _moment(draft: ClaimDraft) -> object:
    """Return who asks what at which moment."""
    codes = tuple(sorted((scope.dimension, scope.code) for scope in draft.scopes))
    when = draft.when.code if draft.when else None
    spread = draft.readings[0].spread if draft.readings else None
    chain = tuple(mention.name for mention in draft.chain)
    asked = draft.measure, draft.event, draft.phase, codes, when, spread
    # Nobody named tells nothing anew, unless the text sets itself right: it may be somebody else.
    anew = chain or draft.stamp != LATER or CORRECTED in draft.rules
    stamp = draft.stamp if anew else None
    denied = draft.stance is Stance.DENIES  # another figure may be told in its place
    return chain, asked, draft.stance.polar, denied, stamp, draft.said_at


def _apart(group: Sequence[ClaimDraft]) -> bool:
    """Return whether some figures of a group cannot both hold: the highest low, the lowest high."""
    allowed = [bound for draft in group for bound in map(bounds, draft.readings[:1]) if bound]
    lows = [low for low, _ in allowed]
    highs = [high for _, high in allowed if high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def bounds(figure: Figure) -> tuple[Fraction, Fraction | None] | None:
    """Return about what a figure allows; None for one without a number."""
    if figure.number is None:
        return _WORDS.get(figure.word or "")
    value = figure.number.value
    if figure.to is not None:
        return value, figure.to.value
    if figure.qualifier in _ABOVE:
        return value, None
    if figure.qualifier in _BELOW:
        return Fraction(0), value
    wide = abs(value) * _QUARTER if figure.qualifier is Qualifier.AROUND else Fraction(0)
    return value - wide, value + wide
