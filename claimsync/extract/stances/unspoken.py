"""Unspoken stances: who declines, cannot verify, confirms or expects without a verb of speech."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.speech.sources import source_of
from claimsync.extract.text.clauses import phrase_end
from claimsync.extract.text.closed_words import (
    BE,
    CONTRACTED,
    PRONOUNS,
    RELATIVES,
    before_auxiliaries,
)
from claimsync.extract.text.cues import forms
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.wordings import NOT
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from claimsync.extract.stances.stances import StanceMark
    from claimsync.extract.text.sentence import Range
    from claimsync.extract.text.words import Words

_PLAIN = frozenset({"negates", "will-not"})
_ASKED = frozenset("? ask asks asked asking wonder wonders wondered".split())
_TURNS = frozenset({";", "but", "while", "although", "though", "whereas"})
_NEAR = 5  # words
_AUTHORS = frozenset({"i", "we", "you"})
# Verbs that take an affirming stance by themselves; to be likely to happen is nobody's stance.
_AFFIRMING = frozenset(
    form
    for verb in (
        "confirm verify corroborate validate authenticate expect predict anticipate foresee intend"
        " aim"
    ).split()
    for name, form in forms(verb)
    if name in {"past", "s", "base"}
) | {"forecasts", "projects", "projected", "sees"}


def unspoken(
    words: Words, within: Range, found: list[Found], taken: list[StanceMark]
) -> list[Found]:
    """Return the attributions of a sentence with those that only its stances make.

    ``within`` is the sentence as a range of words, the end not included. A cue that is part of the
    words of a stance gives way to it: in *neither confirmed nor denied* nobody denies.
    """
    extra: list[Found] = []
    for mark in taken:
        place = words.over(mark.cue)
        if not _counts(words, mark, place):
            continue
        if mark.stance.withholds or mark.stance is Stance.RETRACTS:
            found = [one for one in found if not _part(one, place)]
        if mark.stance is Stance.DENIES or mark.stance.affirms:
            place = place[0], place[0]
        inside = within[0] <= place[0] <= place[1] < within[1]
        over = [one for one in found if _covers(one, place)] if inside else []
        one = _taken(words, within, place, mark) if inside else None
        if one is None:
            continue
        if over and (joint := _joint(words, one, mark)):
            found = [_until(each, joint) if each in over else each for each in found]
            extra.append(one)
        elif not over or (
            one.source and _nested(words, over, place, mark) and not _narrow(words, one, over)
        ):
            extra.append(one)
    return found + extra


def _joint(words: Words, one: Found, mark: StanceMark) -> int:
    """Return the word before *, but the firm declined to comment*, 0 if it is no such clause."""
    if one.source is None or words.low[one.source[0]] in PRONOUNS or mark.stance.affirms:
        return 0
    low, at = words.low, one.source[0] - 1
    if at < 1 or not (low[at] in _TURNS or (low[at] == "and" and mark.stance.withholds)):
        return 0
    return at - 1 - (low[at - 1] in {",", ";"})


def _until(one: Found, joint: int) -> Found:
    """Return what is attributed without the clause behind ``joint``, which is another's."""
    kept = [(start, min(end, joint)) for start, end in one.content if start <= joint]
    return replace(one, content=kept) if kept else one


def _counts(words: Words, mark: StanceMark, place: Range) -> bool:
    """Return whether the words of a stance may stand for a verb of speech."""
    word = words.low[place[0]]
    if mark.stance.affirms:
        passive = place[0] > 0 and words.low[place[0] - 1] in BE
        return word in _AFFIRMING and (mark.stance is Stance.CONFIRMS or not passive)
    if word in _ASKED or mark.rules[0] in _PLAIN:
        return False
    return mark.stance is not Stance.DENIES or word not in NOT | {"no"}


def _nested(words: Words, over: list[Found], place: Range, mark: StanceMark) -> bool:
    """Return whether within what one says another expects: *said the ministry expects 5 percent*.

    The words of a cue itself are no such expectation.
    """
    cued = any(one.cue[0] <= place[1] and place[0] <= one.cue[1] for one in over)
    return mark.stance is Stance.EXPECTS and not cued and words.low[place[0]] in _AFFIRMING


def _narrow(words: Words, one: Found, over: list[Found]) -> bool:
    """Return whether who expects is no other than who says so, or is the one that is spoken for.

    *Ms Sand said Velmark expected* is her word; *because the ministry expects* is the ministry's.
    """
    start, end = one.source or one.cue
    if words.low[start] in PRONOUNS or words.low[end] in RELATIVES:
        return True
    told = [first for each in over for first, last in each.content if first <= start <= end <= last]
    return not any(start > first + (words.low[first] == "that") for first in told)


def _part(one: Found, place: Range) -> bool:
    """Return whether a cue stands within the words of a stance and has no subject of its own."""
    if not place[0] <= one.cue[0] <= place[1] or one.source is None:
        return False
    return place[0] <= one.source[1] <= place[1]


def _covers(one: Found, place: Range) -> bool:
    """Return whether the words of a stance are part of an attribution, cue or content."""
    if one.cue[0] <= place[1] and place[0] <= one.cue[1]:
        return True
    return any(start <= place[0] <= end for start, end in one.content)


def _taken(words: Words, within: Range, place: Range, mark: StanceMark) -> Found | None:
    """Return who takes a stance, and what it bears on."""
    low, (start, end) = words.low, place
    if mark.stance is Stance.DENIES and low[start] in BE:
        return None  # "the claim was wrong": the subject is what is denied
    before = before_auxiliaries(low, start - 1 - (low[start] in CONTRACTED), within[0])
    if low[max(before - 1, 0) : before + 1] == ["on", "average"]:
        before = before_auxiliaries(low, before - 2, within[0])
    source = None if mark.rules[0].endswith("-before") else source_of(words, before, within[0])
    content = words.over(mark.target) if mark.target else place
    passive = start > within[0] and low[start - 1] in BE and low[start].endswith(("ed", "en"))
    if low[end + 1 : end + 2] == ["by"] and start > within[0] and low[start - 1] in BE:
        source = _agent(words, end + 1, within[1])
    elif low[end + 1 : end + 2] == ["from"] and mark.stance is Stance.NO_COMMENT:
        source = _agent(words, end + 1, within[1])  # "there was no comment from X"
        if source and content[0] <= source[1]:
            content = (min(source[1] + 1, content[1]), content[1])
    elif passive and mark.stance is Stance.DENIES:  # the subject of a passive denies nothing
        by = next((at for at in range(end + 1, min(end + _NEAR, within[1])) if low[at] == "by"), 0)
        source = _agent(words, by, within[1]) if by else None
    if source is None and mark.stance is not Stance.CANNOT_VERIFY:
        return None
    if source and low[source[1]] in _AUTHORS:
        return None
    passive = passive or (start > within[0] and low[start - 1] in BE)
    if source and (low[source[1]] == "there" or (low[source[1]] == "it" and passive)):
        source = None
    return Found(place, source, [content], "stance", frozenset({"stance"}))


def _agent(words: Words, by: int, end: int) -> Range | None:
    """Return who does what a passive tells: rejected as fake *by the ministry*."""
    last = max(by + 1, min(phrase_end(words, by + 1, end), end) - 1)
    return None if last >= end else (by + 1, last)
