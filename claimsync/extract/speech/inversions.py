"""Inversions: ``P, said X``, where the speaker stands behind the verb of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.complements import CLAUSES
from claimsync.extract.speech.labels import SPEAKERS
from claimsync.extract.speech.mentions import BODIES
from claimsync.extract.speech.nounlike import NOUNISH
from claimsync.extract.speech.resuming import clausal, resume
from claimsync.extract.text.clauses import appended, phrase_end
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    FINITE,
    HOLDERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    STOPS,
    TIMES,
    VERBS,
    is_past,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Sentence
    from claimsync.extract.text.words import Words


_TOLD = frozenset({"past", "s"})
_INVERTS = frozenset({"says", "states", "voices", "asks"})
_FINITE = frozenset({"says", "states", "tells", "holds", "pledges"})
TAIL_OPENS = PREPOSITIONS | TIMES | frozenset("when while who whose which recently about".split())


def inverted(sentence: Sentence, index: int, cue: Cue) -> Found | None:  # noqa: PLR0911 - a bar each
    """Return the frame ``P, said X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    start = index + 1
    if index <= first or start >= last or not cue.kinds & _INVERTS:
        return None
    mark = low[index - 1]
    if (mark != QUOTE and mark not in BREAKS) or (cue.form == "base" and cue.lemma != "say"):
        return None
    quoted = mark == QUOTE or low[index - 2] == QUOTE
    named = cue.form in _TOLD and _introduces(words, start)  # "P, noted Ana Roe."
    if not (quoted or named or "says" in cue.kinds) or _no_name(words, start):
        return None
    stop = phrase_end(words, start, last)
    if any(_speaks(words, at) for at in range(start + 1, stop)):
        return None
    if stop < last and (low[stop] in AUXILIARIES or low[stop] in VERBS):
        return None
    if not quoted and (_counts(words, start, stop) or not _closes(sentence, index, stop)):
        return None  # *Ana Roe, whose team has 41 seats, says 12 people died*
    stop = min(appended(words, stop, last), sentence.end + 1)
    end = index - 1 if mark == QUOTE else index - 2
    found = Found((index, index), (start, stop - 1), [(first, end)], "inverted", cue.kinds)
    found.region = (end + 1, last - 1)
    resume(sentence, stop, found)
    return found


def _introduces(words: Words, start: int) -> bool:
    """Return whether somebody is named: *Ana Roe*, *the Kolm Post*, *the mayor*, *one banker*."""
    if words.capital(start) or not words.text[slice(*words.span(start, start))].islower():
        return True  # *al-Noor*
    if words.low[start] not in _ARTICLES or start + 1 >= len(words.low):
        return False
    after = words.low[start + 1]
    return words.capital(start + 1) or after in _SOMEBODY or after.removesuffix("s") in _SOMEBODY


_ARTICLES = frozenset({"the", "a", "an", "one", "its"})
_SOMEBODY = SPEAKERS | BODIES | HOLDERS


def _counts(words: Words, start: int, stop: int) -> bool:
    """Return whether a number opens a clause, and no speaker: not *one banker*."""
    if words.low[start] != "one":
        return is_number(words.low[start])
    return stop - start == 1 or is_past(words.low[stop - 1])


def _closes(sentence: Sentence, index: int, stop: int) -> bool:
    """Return whether ``said X`` ends what is said, and is no verb after ``X, the mayor,``."""
    low, first = sentence.words.low, sentence.first
    back = index - 2
    while back > first and low[back] not in BREAKS:
        back -= 1
    if low[back] in BREAKS and _tells_more(sentence, back + 1, index - 2):
        return False
    if stop > sentence.end:
        return back > first or index - 1 > first + 1
    after = appended(sentence.words, stop, sentence.last)
    tail = low[stop] in TAIL_OPENS or low[stop] in BREAKS or low[after : after + 1] == [";"]
    return tail and (low[stop] == "," or clausal(sentence, index - 1))


def _tells_more(sentence: Sentence, start: int, last: int) -> bool:
    """Return whether what stands between two commas tells who was named before: X, the mayor,."""
    words, low = sentence.words, sentence.words.low
    for at in range(sentence.first, start - 1):
        acted = low[at].endswith("ed") and not words.capital(at)
        if low[at] in FINITE or low[at] in VERBS or acted:
            return False
    word = low[start]
    if word in DETERMINERS or word in ROLES or word in RELATIVES or word.isdigit():
        return True
    if word.endswith("ing") and not words.capital(start):
        return True
    return all(words.capital(at) for at in range(start, last + 1))


def _speaks(words: Words, index: int) -> bool:
    """Return whether a word is a cue that would need a subject of its own."""
    cue = words.cues.get(words.low[index])
    return (
        cue is not None
        and cue.form in {"past", "s"}
        and cue.lemma not in NOUNISH
        and bool(cue.kinds & _FINITE)
    )


def _no_name(words: Words, at: int) -> bool:
    """Return whether a word cannot open the name of a speaker, as *Per* can in *Per Lund*."""
    word = words.low[at]
    if at + 1 < len(words.low) and words.capital(at) and words.capital(at + 1):
        return False
    return (
        word in STOPS
        or word in TIMES
        or word in PREPOSITIONS
        or word in PRONOUNS
        or (word in OBJECTS and word != "reporters")
        or word in CLAUSES
    )
