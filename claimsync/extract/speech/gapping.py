"""Gapping: *police put the crowd at 4,000, organisers at 15,000* leaves the second verb out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.labels import SPEAKERS
from claimsync.extract.text.closed_words import AUXILIARIES, PASTS, PREPOSITIONS, STOPS
from claimsync.extract.text.sentence import Found

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

# Who may be meant beside those whose names label a line; no poll, whose numbers are of parties.
_SPEAKERS = SPEAKERS - {"poll", "survey", "study"} | frozenset(
    "organisers organizers unions union opposition monitors employers activists protesters rebels"
    " governor minister president mayor spokesman spokeswoman hospital hospitals rivals"
    " critics".split()
)
_KINDS = frozenset({"puts", "counts"})
_JOINTS = frozenset({",", "and", "while", "but"})
_LONGEST = 6  # words of who is named without a verb
_NO_NAME = AUXILIARIES | PASTS | STOPS | (PREPOSITIONS - {"of", "for"})


def gapped(sentence: Sentence, one: Found) -> Found | None:
    """Return the second frame of ``X put it at 4,000, Y at 15,000``; the first ends before it."""
    if one.rule != "plain" or one.kinds.isdisjoint(_KINDS) or len(one.content) != 1:
        return None
    words = sentence.words
    ((start, end),) = one.content
    at = next((at for at in range(start, end + 1) if is_number(words.low[at])), end)
    if any(map(words.capital, range(start, at))):
        return None  # *put Labour at 40, the Greens at 12*
    lead = words.low[at - 1 : at] == ["at"]
    for joint in range(at + 1, end - 1):
        named = _named(words, joint, end, lead=lead)
        if named is not None:
            one.content = [(start, joint - 1)]
            told = [(named[1] + 1, end)]
            return Found(one.cue, named, told, "gapped", one.kinds)
    return None


def _named(words: Words, joint: int, end: int, *, lead: bool) -> Range | None:
    """Return who is named between a joint and *at 15,000*, or the figure alone."""
    low, first = words.low, joint + 1
    if low[joint] not in _JOINTS or low[first] in _JOINTS:
        return None
    for at in range(first + 1, min(end, first + _LONGEST) + 1):
        if is_number(words.low[at]):
            last = at - 1 - (low[at - 1] == "at")
            fits = (low[at - 1] == "at") is lead and last >= first
            speaks = words.capital(last) or low[last] in _SPEAKERS
            return (first, last) if fits and speaks else None
        if low[at - 1] in _NO_NAME or (low[at] in _NO_NAME and low[at] != "at"):
            return None
    return None
