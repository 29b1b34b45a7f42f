"""Breakdowns: short figures behind a figure that add up to it are its parts, each by its own words.

*Police made 37 arrests: 29 home fans and eight visitors*; *she treated 23. Fourteen went home and
nine to hospital.* The numbers alone say that they belong together: what does not add up is left.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.drafts import EARLIER, LIKELY, UNSETTLED, Scope, Slot
from claimsync.extract.page.tallies import IN_ALL, telling
from claimsync.extract.questions.terms import NEWSROOM
from claimsync.extract.text.rules import Rule
from claimsync.model.figure import Qualifier
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft

RULES = (
    Rule("tally/broken down", ("37: 29 of A and eight of B", "23. Fourteen did, nine did not"),
         "short figures right behind a figure that add up to it are its parts",
         "The choir has 37 singers: 29 women and eight men.",
         "The choir has 37 singers: 29 women and two men."),
)  # fmt: skip
RULE = RULES[0].id
PART = "part"
_FEWEST, _SEVERAL, _MOST = 2, 3, 12  # parts
_FAR = 500  # characters from a figure to its last part
_LABEL = 60  # characters of a part's name
_SMALL_SUM = 10
_OF_THEM = frozenset("of the these those them it that its their his her him".split())
# The rules of terms, each of which asks its own; where the hurt are cared for is no other question.
_TERMS = frozenset(f"measure/{term.measure}" for term in NEWSROOM) - {
    "measure/treated", "measure/hospitalised"
}  # fmt: skip
_SCALED = frozenset({"million", "billion", "trillion"})  # rules of sums, be they without a unit
_STOPS = (". ", "! ", "? ", ".” ", '." ')
_THEY = ("they were", "they are", "these were", "these are", "among them were")
_OF_ALL = ("of which", "of whom", "of those", "of these", "of them")
_NAMING = frozenset("with accounting for a further the and of which some another".split())
_LEADS = _OF_THEM | frozenset("were was are is have has had been be".split())
_TRAILS = frozenset("others other the and but while with remaining rest last a further".split())
_MARKS = ",;.:()\n–—"
_NESTED = frozenset({"included", "part"})  # *six of them for burns*
_NAMES = ("subject", "place", "who")


class _Run(NamedTuple):
    """Where the parts of a whole stand, and how each is named."""

    parts: tuple[int, ...]
    names: tuple[Slot, ...]


def broken_down(text: str, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts of a page, where figures that break one down are parts of it.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The club has seven players: three of Danish birth and four from its own school."
    >>> [draft.code("part") for draft in broken_down(text, extract(text))]
    ['in all', 'Danish birth', 'from its own school']
    """
    found = list(drafts)
    order = [at for at, draft in enumerate(found) if draft.readings and draft.figure is not None]
    taken: set[int] = set()
    for place, at in enumerate(order):
        led = place > 0 and _of_the(text, found[order[place - 1]], found[at])
        if at in taken or not _may_be_whole(found[at], led=led):
            continue
        run = _run(text, found, order, place)
        if run is not None:
            taken.update(run.parts)
            _join(found, at, run)
    return found


def _may_be_whole(draft: ClaimDraft, *, led: bool) -> bool:
    """Return whether a figure is one exact number of something, and has no parts yet.

    One that a part led up to (*14 of the 17*) is told as their whole, if of nothing else.
    """
    plain = draft.number is not None and draft.readings[0].qualifier in _EXACT
    settled = led or UNSETTLED not in draft.rules
    told = plain and bool(draft.measure) and not draft.heading and settled
    told = told and draft.event is None  # the sides of a swap are told by each and total
    return told and not any(scope.parts for scope in draft.scopes)


_EXACT = frozenset({Qualifier.EXACTLY, Qualifier.AROUND})


def _run(text: str, found: list[ClaimDraft], order: Sequence[int], place: int) -> _Run | None:
    """Return the parts of the figure at ``place`` of ``order``, if some behind it are."""
    whole = found[order[place]]
    behind = [
        at for at in order[place + 1 : place + 2 * _MOST]
        if _comparable(whole, found[at]) and _near(text, whole, found[at])
        and found[at].stamp != EARLIER and "former" not in found[at].rules  # up from 910
    ]  # fmt: skip
    before = order[place - 1] if place else -1
    led = before >= 0 and _of_the(text, found[before], whole)
    for skipped in range(min(len(behind), _FEWEST + 1)):
        if skipped and _NESTED.isdisjoint(found[behind[skipped - 1]].rules):
            break  # only what is told of some of them may stand between
        parts = _adding(whole, found, [*([before] if led else []), *behind[skipped:]])
        names = _names(text, found, parts, whole) if parts else None
        if names is not None and _belong(text, whole, found, parts, behind):
            return _Run(parts, names)
    return None


def _comparable(whole: ClaimDraft, one: ClaimDraft) -> bool:
    """Return whether a figure may be a part: a number of the same kind, told by the same."""
    if one.number is None or one.number <= 0 or one.readings[0].qualifier not in _EXACT:
        return False
    unit, own = whole.readings[0].unit, one.readings[0].unit
    money = unit is not None and unit_of(unit).kind is Kind.MONEY
    alike = own == unit or (own is None and not _SCALED.isdisjoint(one.rules))
    apart = whole.when is not None and one.when is not None and one.when.code != whole.when.code
    known = not money and not _TERMS.intersection(one.rules) <= set(whole.rules)
    return alike and not (apart or known or one.heading)


def _near(text: str, whole: ClaimDraft, one: ClaimDraft) -> bool:
    """Return whether a figure stands in the paragraph of another, and close to it."""
    return one.start - whole.start <= _FAR and "\n" not in text[whole.start : one.start]


def _of_the(text: str, one: ClaimDraft, whole: ClaimDraft) -> bool:
    """Return whether a figure is told as one of a whole: *14 of the 17*."""
    if one.figure is None or whole.figure is None or one.number is None:
        return False
    return text[one.figure.end : whole.figure.start].strip() in {"of the", "of its", "of their"}


def _adding(whole: ClaimDraft, found: Sequence[ClaimDraft], told: Sequence[int]) -> tuple[int, ...]:
    """Return the first of some figures that add up to a whole; none if they overshoot."""
    total = Fraction(0)
    for count, at in enumerate(told[:_MOST], start=1):
        total += found[at].number or 0
        if total == whole.number and count >= _FEWEST:
            return tuple(told[:count])
        if whole.number is None or total >= whole.number:
            break
    return ()


def _belong(
    text: str, whole: ClaimDraft, found: Sequence[ClaimDraft], parts: Sequence[int],
    behind: Sequence[int],
) -> bool:  # fmt: skip
    """Return whether figures that add up to a whole are told as what it consists of."""
    if whole.figure is None or whole.number is None:
        return False
    first, last = found[parts[0]], found[parts[-1]]
    if _apart(text, found[parts[first.start < whole.start]], last):
        return False  # parts are told in one breath
    after = [found[at] for at in behind if found[at].start > last.start]
    if after and not _apart(text, last, after[0]) and _NESTED.isdisjoint(after[0].rules):
        return False  # the list goes on
    lead = text[whole.figure.end : first.start].casefold().strip()
    listed = lead.rstrip(",").endswith((":", "–", "—", " -", *_THEY, *_OF_ALL))
    short = all(_short(found[at], whole) for at in parts)
    voices = {found[at].origin for at in parts} | (set() if listed else {whole.origin})
    sure = telling(whole.number) or len(parts) >= _SEVERAL or whole.number >= _SMALL_SUM
    return len(voices - {None}) <= 1 and (listed or (short and sure))


def _short(one: ClaimDraft, whole: ClaimDraft) -> bool:
    """Return whether a figure names nothing that it counts, or what the whole counts."""
    if one.noun is None or one.figure is None:
        return True
    noun = one.noun.text.casefold().split()
    same = (whole.noun.text if whole.noun is not None else whole.measure).casefold().split()
    return (
        _OF_THEM.issuperset(noun) or noun[-1:] == same[-1:] or one.noun.start > one.figure.end + 1
    )


def _apart(text: str, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Return whether a sentence ends between two figures."""
    between = text[one.start : other.start]
    return any(stop in between for stop in _STOPS)


def _names(
    text: str, found: Sequence[ClaimDraft], parts: Sequence[int], whole: ClaimDraft
) -> tuple[Slot, ...] | None:
    """Return the words that tell each part from the others; None where they do not."""
    names: list[Slot] = []
    last = whole.figure.end if whole.figure is not None else 0
    for at, after in zip(parts, (*parts[1:], None), strict=True):
        stop = found[after].start if after is not None else None
        figure = found[at].figure
        of_it = whole if found[at].start < whole.start else found[at]  # 14 of the 17 pots broke
        slot = _ahead(found[at], last) or _words(text, of_it, stop) or _slot(found[at])
        slot = slot or _leading(text, last, found[at])
        last = figure.end if figure is not None else last
        if slot is None:
            return None
        names.append(slot)
    return tuple(names) if len({name.text.casefold() for name in names}) == len(names) else None


def _words(text: str, part: ClaimDraft, stop: int | None) -> Slot | None:
    """Return the words behind a part's figure, up to the next stop or the next part."""
    start = part.figure.end if part.figure is not None else part.start
    end = min(start + _LABEL, len(text) if stop is None else stop)
    stops = (at for mark in _MARKS if (at := text.find(mark, start, end)) >= 0)
    words = text[start : min(stops, default=end)].split()
    while words and words[0] in _LEADS:
        words.pop(0)
    while words and words[-1] in _TRAILS:
        words.pop()
    if not words or words[0] in _TRAILS:
        return None
    first = text.find(words[0], start)
    last = first
    for word in words:
        last = text.find(word, last) + len(word)
    return Slot.of(text, (first, last))


def _leading(text: str, last: int, part: ClaimDraft) -> Slot | None:
    """Return the words that lead up to a part and name it: *Europe accounting for 1.5 billion*."""
    start = max(last, part.start - _LABEL)
    start = (
        max((text.rfind(mark, start, part.start) + 1 for mark in _MARKS), default=start) or start
    )
    words = text[start : part.start].split()
    while words and words[0] in _NAMING:
        words.pop(0)
    while words and words[-1] in _NAMING:
        words.pop()
    if not words or not words[0][:1].isupper():
        return None
    first = text.find(words[0], start)
    return Slot.of(text, (first, text.find(words[-1], first) + len(words[-1])))


def _ahead(part: ClaimDraft, last: int) -> Slot | None:
    """Return the words that name a part between it and the one before: *services €480m*."""
    slot = next((scope.slot for scope in part.scopes if scope.dimension == "subject"), None)
    return slot if slot is not None and last < slot.start < part.start else None


def _slot(part: ClaimDraft) -> Slot | None:
    """Return the words that say whose, where or who a part is."""
    told = (scope.slot for name in _NAMES for scope in part.scopes if scope.dimension == name)
    return next((slot for slot in told if slot is not None), None)


def _join(found: list[ClaimDraft], at: int, run: _Run) -> None:
    """Let a whole name its parts, by their places if they have some, and each part be one of it."""
    whole = found[at]
    places = [_placed(found[part]) for part in run.parts]
    by = "place" if any(places) and _distinct(places) else PART
    told: list[Scope] = []
    for part, name, place in zip(run.parts, run.names, places, strict=True):
        told.append((place if by != PART else None) or Scope(by, " ".join(name.text.split()), name))
        found[part] = _part(found[part], whole, told[-1])
    codes = {one.code for one in told}
    named = next((s for s in whole.scopes if s.dimension == by and s.code not in codes), None)
    scope = replace(named or Scope(by, IN_ALL, None), parts=tuple(one.code for one in told))
    others = tuple(one for one in whole.scopes if one.dimension != by)
    rules = (*(rule for rule in whole.rules if rule != UNSETTLED), RULE)
    found[at] = replace(
        whole, scopes=(*others, scope), confidence=max(whole.confidence, LIKELY), rules=rules
    )


def _placed(part: ClaimDraft) -> Scope | None:
    """Return where a part is, if its own words say so; money is parted by what it is for."""
    place = next((scope for scope in part.scopes if scope.dimension == "place"), None)
    if place is None or place.slot is None or part.readings[0].unit is not None:
        return None
    return place if 0 < place.slot.start - part.start <= _LABEL else None


def _distinct(places: Sequence[Scope | None]) -> bool:
    """Return whether no two parts are told of one place."""
    codes = [place.code for place in places if place is not None]
    return len(set(codes)) == len(codes)


def _part(part: ClaimDraft, whole: ClaimDraft, name: Scope) -> ClaimDraft:
    """Return a part of what its whole is of, under its own name."""
    unit = whole.readings[0].unit
    others = tuple(one for one in whole.scopes if one.dimension != name.dimension)
    return replace(
        part.carried("measure", *(one.dimension for one in others)),
        measure=whole.measure, measure_slot=whole.measure_slot, event=whole.event,
        scopes=(*others, name), when=whole.when, stance=whole.stance, phase=whole.phase,
        chain=part.chain or whole.chain, anonymous=part.anonymous or whole.anonymous,
        readings=(part.readings[0].model_copy(update={"unit": unit}),),
        confidence=max(part.confidence, LIKELY), rules=(*part.rules, RULE),
    )  # fmt: skip
