"""*Respectively*: the first figure is the first name's, the second the second one's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.drafts import LIKELY, REVIEW, Scope, Slot
from claimsync.extract.questions.predicates import UNSURE
from claimsync.extract.questions.subject_words import SUBJECT
from claimsync.extract.text.closed_words import PREPOSITIONS
from claimsync.extract.text.rules import Rule
from claimsync.extract.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.text.tokens import Token

RULES = (
    Rule("link/respectively", ("respectively",),
         "figures belong to the names before them, one each, in their order",
         "Lyman and Sumy lost 12 and nine houses respectively.",
         "Lyman and Sumy lost 12 and nine houses."),
)  # fmt: skip
_REACH = 200  # characters on each side of a figure that its sentence may reach to
_SEVERAL = 2
_STOPS = frozenset(".!?;\n")


def respective(
    text: str, drafts: Sequence[ClaimDraft], off: frozenset[str] = frozenset()
) -> list[ClaimDraft]:
    """Return the drafts of a page, where *respectively* gives each figure its own place.

    >>> from claimsync.extract.extractor import extract
    >>> found = extract("Lyman and Sumy lost 12 and nine houses respectively.")
    >>> [(draft.figure.text, draft.code("subject")) for draft in found]
    [('12', 'Lyman'), ('nine', 'Sumy')]
    """
    found = list(drafts)
    rule = RULES[0].id
    at = text.find("respectively") if rule not in off else -1
    starts = sorted((draft.figure.start, place) for place, draft in enumerate(found)
                    if draft.figure is not None and at >= 0)  # fmt: skip
    while at >= 0:
        near = starts[bisect_left(starts, (at - _REACH, 0)) : bisect_left(starts, (at, 0))]
        places = [i for _, i in near if _STOPS.isdisjoint(_between(text, found[i].figure, at))]
        if places:
            _dealt(text, found, places, rule)
        at = text.find("respectively", at + 1)
    return found


def _between(text: str, figure: Slot | None, at: int) -> str:
    """Return what stands between a figure and *respectively*; a point in a number ends nothing."""
    if figure is None:
        return "."
    return text[figure.end : at].replace(".", " ", 0 if ". " in text[figure.end : at] else -1)


def _dealt(text: str, found: list[ClaimDraft], places: Sequence[int], rule: str) -> None:
    """Give each figure its name, or leave all for somebody to look at."""
    last = found[places[-1]]
    first = found[places[0]].figure
    names = _names(text, first.start) if first is not None else []
    spoken = {mention.name for place in places for mention in found[place].chain}
    speaks = any(name.text in speaker for name in names for speaker in spoken)
    fits = len(names) == len(places) >= _SEVERAL and not speaks
    dimension = _dimension([found[place] for place in places], names) if fits else "place"
    for order, place in enumerate(places):
        draft = found[place]
        if not fits:
            found[place] = replace(draft, confidence=min(draft.confidence, REVIEW))
            continue
        own = tuple(scope for scope in draft.scopes if scope.dimension != dimension)
        whose = Scope(dimension, names[order].text, names[order])
        draft = replace(draft, scopes=(*own, whose), rules=(*draft.rules, rule))
        if draft.measure != last.measure:
            sure = min(last.confidence, LIKELY) if _known(last) else REVIEW
            draft = replace(draft, measure=last.measure, noun=last.noun, confidence=sure,
                            measure_slot=last.measure_slot).carried("measure")  # fmt: skip
        found[place] = draft
    if fits and places[-1] + 1 < len(found):
        _summed(found, places)


def _dimension(drafts: Sequence[ClaimDraft], names: Sequence[Slot]) -> str:
    """Return what names tell that figures are dealt to: who acts, or where."""
    acts = any(_joint(scope, names) for draft in drafts for scope in draft.scopes)
    return SUBJECT if acts else "place"


def _joint(scope: Scope, names: Sequence[Slot]) -> bool:
    """Return whether a scope is of those who act, all names together."""
    slot = scope.slot
    return scope.dimension == SUBJECT and slot is not None and (
        slot.start == names[0].start and names[-1].end == slot.end
    )  # fmt: skip


def _summed(found: list[ClaimDraft], places: Sequence[int]) -> None:
    """Let *32,000 in the three camps* right behind have what was dealt as its parts."""
    at = places[-1] + 1
    whole, parts = found[at], [found[place] for place in places]
    numbers = [each.number for each in (whole, *parts)]
    where = next((scope for scope in whole.scopes if scope.dimension == "place"), None)
    if None in numbers or where is None or whole.measure != parts[0].measure:
        return
    if sum((each for each in numbers[1:] if each is not None), Fraction(0)) != numbers[0]:
        return
    codes = tuple(code for part in parts if (code := part.code("place")) is not None)
    if len(set(codes)) < len(parts):
        return
    scopes = tuple(replace(s, parts=codes) if s is where else s for s in whole.scopes)
    found[at] = replace(whole, scopes=scopes, rules=(*whole.rules, RULES[0].id))
    for each in (at, *places):
        found[each] = replace(found[each], confidence=max(found[each].confidence, LIKELY))


def _known(draft: ClaimDraft) -> bool:
    """Return whether more than a noun says what a figure is a figure of."""
    return bool(draft.measure) and not UNSURE & set(draft.rules)


def _names(text: str, stop: int) -> list[Slot]:
    """Return the names joined by commas and *and* before the first figure, one slot each."""
    start = max(stop - _REACH, 0)
    start = max(text.rfind(mark, start, stop) + 1 for mark in (". ", "\n", "! ", "? ")) or start
    words = [word for word in tokens(text, start, stop) if word.kind not in {"space", "newline"}]
    joint = next((i for i in range(len(words) - 2, 0, -1) if _joins(words, i)), None)
    if joint is None:
        return []
    found = [_name(text, words, joint + 1, 1), _name(text, words, joint - 1, -1)]
    while found[-1] is not None:
        before = next((i for i, word in enumerate(words) if word.start == found[-1].start), 0) - 1
        if before < 1 or words[before].text != ",":
            break
        found.append(_name(text, words, before - 1, -1))
    return [slot for slot in (*reversed(found[1:]), found[0]) if slot is not None]


def _joins(words: Sequence[Token], at: int) -> bool:
    """Return whether *and* stands between two names."""
    around = words[at - 1].text[:1].isupper() and words[at + 1].text[:1].isupper()
    return words[at].text == "and" and around


def _name(text: str, words: Sequence[Token], at: int, step: int) -> Slot | None:
    """Return the name that begins, or ends, at a word."""
    end = at
    while 0 <= end < len(words) and words[end].text[:1].isupper():
        end += step
    if end == at:
        return None
    first, last = (at, end - 1) if step > 0 else (end + 1, at)
    first += first < last and words[first].low in PREPOSITIONS  # *In Lyman and Sumy*
    return Slot.of(text, (words[first].start, words[last].end))
