"""Sources: the noun phrase on whose word a verb tells something, wherever the sentence puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.speech.nounlike import NOUNISH
from claimsync.extract.text.clauses import antecedent, before_time, phrase_end, subject
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    BREAKS,
    CONTRACTED,
    CONTRACTING,
    FINITE,
    GENITIVES,
    MODALS,
    NOT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    VERBS,
    WEEKDAYS,
    before_auxiliaries,
    is_adverb,
)
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range
    from claimsync.extract.text.words import Words

_LONGEST_ASIDE = 30
_OPENINGS = frozenset("asked when after if while as although though because once since".split())
_ASIDES = PREPOSITIONS | SUBORDINATORS | {"speaking", "asked", "however", "meanwhile"}
_NO_SUBJECTS = RELATIVES | {"it"}
_COUNTING_IN = frozenset({"including", "excluding", "counting", "among"})
JOINS = frozenset({"and", "but", "or", "then"})


def before_verb(words: Words, index: int, first: int) -> int | None:
    """Return the last word before a verb and its auxiliaries; None for passives and infinitives."""
    low = words.low
    before = index - 1
    if _house(words, before, first):
        return before
    while before >= first and (_adverb(words, before, first) or low[before] in AUXILIARIES):
        if low[before] in BE or low[before] in MODALS or low[before] == "having":
            return None
        before -= 1 + (low[before] in CONTRACTED)
    before = before_time(low, before, first)
    if before >= first and low[before] == "on" and low[before + 1] in WEEKDAYS:
        before -= 1
    if low[max(before - 1, first) : before + 1] == ["on", "average"]:
        before = before_auxiliaries(low, before - 2, first)
    if before >= first and low[before : before + 2] == ["at", "first"]:
        before -= 1
    if before > first and low[before].isdigit() and low[before - 1] == "in":
        before -= 2
    return None if before >= first and low[before] == "to" else before


def _house(words: Words, last: int, first: int) -> bool:
    """Return whether a genitive ends the name of a house: *Sotheby’s* said, *St Anne’s* denied."""
    owned = last > first and words.low[last] in GENITIVES and words.capital(last - 1)
    return bool(owned) and words.low[last - 1] not in CONTRACTING | {"let"}


def _adverb(words: Words, index: int, first: int) -> bool:
    """Return whether a word is an adverb, and not the end of a name: the Ashby Weekly."""
    return is_adverb(words.low[index]) and not (
        index > first and words.capital(index) and words.low[index] not in WEEKDAYS
    )


def source_of(words: Words, before: int, first: int) -> Range | None:
    """Return the subject of the verb after ``before``."""
    low = words.low
    if before < first:
        return None
    if low[before] == "who":
        return before, before
    if low[before] in RELATIVES and before > first and low[before - 1] not in STOPS:
        return before, before
    if low[before] in BREAKS:
        return _interrupted(words, before, first)
    if low[before] in JOINS:
        return _shared(words, before, first)
    return _counted(words, _judged(words, subject(words, before, first), first))


def _counted(words: Words, source: Range | None) -> Range | None:
    """Return a source that is no mere number: *212 cases, of which 61*, *two in three*."""
    if source is None:
        return None
    named = words.low[source[0] : source[1] + 1]
    share = named[0] in SMALL and named[1:2] == ["in"]
    mere = all(word[0].isdigit() or word in {",", "."} for word in named)
    part = named[0] in _COUNTING_IN  # *killed 18 people, including one found today*
    return None if mere or share or part else source


def _judged(words: Words, source: Range | None, first: int) -> Range | None:
    """Return who is told of by *X, who spoke as the talks are not public, told*, not *public*."""
    if source is None or source[0] != source[1] or words.capital(source[0]):
        return source
    low, before = words.low, source[0] - 1
    if before <= first or not (low[before] in BE or (low[before] in NOT and low[before - 1] in BE)):
        return source
    for index in range(before, first, -1):
        if low[index] in STOPS:
            return None
        if low[index] == "who":
            return antecedent(words, index - 1, first)
    return None


def _interrupted(words: Words, before: int, first: int) -> Range | None:
    """Return the subject in ``X, the mayor, said``; with what is between if it tells who X is."""
    low = words.low
    back = before - 1
    while back > first and low[back] != low[before]:
        back -= 1
    if back <= first or before - back > _LONGEST_ASIDE:
        return None
    source = subject(words, back - 1, first)
    if source and (citing := _citing(words, source, first)):
        return citing
    aged = False
    while source and (told := _only_tells(words, source)) > first:
        source, aged = subject(words, told - 1, first), True
    if source is None or low[source[1]] in PRONOUNS:
        return source
    opening = low[back + 1]
    made = opening == "by" and not DOCUMENTS.isdisjoint(low[source[0] : source[1] + 1])
    if aged or made:  # "Ana Roe, 34, of Ashby, Md., said"; "Another poll, by Datum, put it at 12"
        return source[0], before - 1
    acting = opening.endswith("ing") and not words.capital(back + 1)
    if (opening in _ASIDES and opening != "whose") or is_adverb(opening) or acting:
        return source
    return source[0], before - 1


def _citing(words: Words, source: Range, first: int) -> Range | None:
    """Return who cites: *X* in *X, citing Y, which quoted Z, said*."""
    low, (start, _) = words.low, source
    cue = words.cues.get(low[start])
    if not cue or "cites" not in cue.kinds or low[start - 1] != "," or start - 2 < first:
        return None
    return subject(words, start - 2, first)


def _only_tells(words: Words, piece: Range) -> int:
    """Return where the comma stands before a mere age or place: *34*, *of Ashby, Md.*; or 0."""
    low, (first, last) = words.low, piece
    if low[first - 1] == "of" and low[first - 2] == ",":
        return first - 2
    short = low[last] == "." and last - first == 1
    return first - 1 if low[first - 1] == "," and (short or low[first].isdigit()) else 0


def _shared(words: Words, conjunction: int, first: int) -> Range | None:
    """Return the subject that a verb after ``and`` shares with the verb before."""
    low = words.low
    if low[first] in _OPENINGS and "," in low[first:conjunction]:
        first = low.index(",", first) + 1  # "Asked if she would stay, X smiled and said"
    for index in range(first + 1, conjunction):
        word = low[index]
        cue = words.cues.get(word)
        finite = (
            (cue and (cue.form in {"past", "s"} or low[index - 1].endswith("s")))
            or word in VERBS
            or word in FINITE
        )
        if not finite and not (word.endswith("ed") and not words.capital(index)):
            continue
        before = index - 1
        while before >= first and is_adverb(low[before]):
            before -= 1
        source = source_of(words, before, first) if low[before] not in JOINS else None
        if source and low[source[1]] not in _NO_SUBJECTS:
            return source
    return None


def main_subject(words: Words, first: int, end: int) -> Range | None:
    """Return the subject of the nearest verb of speech before ``end``, else of the first verb."""
    low = words.low
    for index in range(end - 1, first, -1):
        cue = words.cues.get(low[index])
        if not cue or cue.form not in {"past", "s"} or words.capital(index):
            continue
        if cue.form == "s" and cue.lemma in NOUNISH:
            continue
        before = before_verb(words, index, first)
        source = source_of(words, before, first) if before is not None else None
        if source and low[source[1]] not in RELATIVES:
            return source
        if not source and index + 1 < end and low[index - 1] in {",", QUOTE}:
            return index + 1, min(phrase_end(words, index + 1, end), end) - 1
    return _shared(words, end, first)
