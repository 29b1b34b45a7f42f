"""Sentences without a cue that go on with the speaker of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.stances.attribution import Draft
from claimsync.extract.stances.topics import rival
from claimsync.extract.text.closed_words import BE, POSSESSIVES
from claimsync.extract.text.words import QUOTE
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.extract.text.words import Words

_NUMBERS = frozenset({*SMALL, "no", "none", "nobody", "half", "dozens", "hundreds", "thousands"})
_OPEN = frozenset({"says", "states", "tells", "voices", "according", "asks", "puts", "counts"})
# A paragraph without a cue goes on with the speaker before only where it adds to what he said.
_GOES_ON = frozenset("another further also he she they".split())
_MORE = frozenset({"others", "more", "further"})
_OPENING, _NEAR = 5, 8  # words
_WITHIN = frozenset({"in", "at", "during", "a"})
_LAID_DOWN = frozenset("deal agreement accord truce ceasefire treaty pact law rules terms".split())
_ELSEWHEN = frozenset("last previous earlier neighbouring neighboring".split())  # where others tell
# What goes on with a paragraph of which it is not a part.
_HANGS_ON = frozenset("another further among he she they it more several also her his".split())
_TOLD = frozenset({"said", "says", "told"})  # by somebody else, who was not made out
_OTHERS = frozenset("others more another other further also them remaining".split())
BEHIND = frozenset({"parenthesis", "inverted"})


def going_on(
    cut: Words, first: int, last: int, speaking: list[Draft], before: list[Draft]
) -> list[Draft]:
    """Return what a sentence without a cue carries over from the sentence or block before."""
    low = cut.low
    span = cut.span(first, last - 1)
    opened = next((one for one in before if one.opens), None)
    if opened:
        opened.content.append(span)
        return []
    if low[first] == QUOTE and speaking:
        _speaker(speaking).content.append(span)
        return []
    candidates = speaking or before
    spoken = low[first] == QUOTE and last - first <= len((QUOTE, "."))
    if not candidates or not (spoken or any(map(_numbers, low[first:last]))):
        return []
    if not (speaking or spoken or _refers(low[first:last])):
        return []
    one = _speaker(candidates)
    clock = low[first + 1 : first + 2] == [":"]
    opening = low[first] == QUOTE or _adds(low[first : min(last, first + _OPENING)])
    tells_on = speaking and not _quoted(cut, one) and not rival(cut, first, last)
    goes_on = (opening and not clock) or tells_on
    goes_on = goes_on and not _elsewhere(low[first:last])
    goes_on = goes_on and _TOLD.isdisjoint(low[first:last]) and not _traded(low[first:last])
    withheld = one.stance.withholds or one.stance is Stance.RETRACTS
    if not goes_on or not one.kinds & _OPEN or withheld:
        return []
    return [
        Draft(
            None,
            one.source,
            [span],
            Stance.ASSERTS,
            ("carried",),
            one.chain[:1] if low[first] in POSSESSIVES else one.chain,
            anonymous=one.anonymous,
            inferred=True,
            kinds=one.kinds,
        )
    ]


def _quoted(cut: Words, one: Draft) -> bool:
    """Return whether somebody was only quoted, so that the page goes on in its own voice."""
    return all(cut.text[start] in _MARKS for start, _ in one.content)


_MARKS = frozenset('“"‘«„')


def _elsewhere(low: list[str]) -> bool:
    """Return whether a sentence tells of something else: *In all of last winter 12 …*, *(Nine …)*.

    What a deal lays down is told by the page: *Under the deal, 12 …*.
    """
    if low[0] == "(" or (low[0] == "under" and not _LAID_DOWN.isdisjoint(low[:_OPENING])):
        return True
    opening = low[: low.index(",")] if "," in low[:_OPENING] else low[:_OPENING]
    year = any(len(word) == len("2019") and word.isdecimal() for word in opening)
    return low[0] in _WITHIN and (year or not _ELSEWHEN.isdisjoint(opening))


def _traded(low: list[str]) -> bool:
    """Return whether a sentence opens with what is traded, as a page tells itself: *Its shares*."""
    return not _TRADED.isdisjoint(low[:_SUBJECT])


_TRADED, _SUBJECT = frozenset({"shares", "stock", "stocks"}), 3  # words


def _numbers(word: str) -> bool:
    """Return whether a word is a number, or the first part of one is: *forty-one*."""
    return word[0].isdigit() or word.partition("-")[0] in _NUMBERS


def _refers(low: list[str]) -> bool:
    """Return whether a paragraph goes on with the one before it: *He puts it at 40*, *12 others*.

    One that tells of itself does not: *It was the worst storm*, *About 900 people work there*.
    """
    if low[:1] == ["it"] and low[1:2] and low[1] in BE:
        return False
    return low[0] in _HANGS_ON or not _OTHERS.isdisjoint(low[1:_NEAR])


def _adds(opening: list[str]) -> bool:
    """Return whether words add to what was told: *They …*, *At least 46 others*, *Ten more*."""
    if opening[0] in _GOES_ON:
        return True
    counts = opening[0] == "at" or opening[0] in _NUMBERS or opening[0][0].isdigit()
    more = next((at for at, word in enumerate(opening) if word in _MORE), 0)
    return counts and more > 0 and opening[more + 1 : more + 2] != ["than"]


def _speaker(drafts: list[Draft]) -> Draft:
    """Return the one of a sentence's attributions that a sentence after it goes on with."""
    for one in drafts:
        if one.rules[0] in BEHIND:
            return one
    return drafts[-1]
