"""Contents: where what is said begins after its cue, and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL, is_number
from claimsync.extract.speech.complements import CLAUSES, clause
from claimsync.extract.speech.nounlike import NOUNISH
from claimsync.extract.text.clauses import phrase_end
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    DETERMINERS,
    MANNER,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    VERBS,
    WEEKDAYS,
    is_past,
)
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Sentence
    from claimsync.extract.text.words import Words

_CLAUSAL = CLAUSES | {QUOTE, "to"}
_ASIDES = frozenset("which who where although while when during after".split())
_SPEAKING_ON = frozenset(
    "contradicting echoing referring alluding speaking disputing correcting repeating"
    " citing".split()
)
_CONTRADICTS = frozenset("disputes denies rejects contests questions doubts says insists".split())
_SUBJECT = 4  # words
_COUNTING_IN = frozenset("including excluding counting".split())
_FURTHER = frozenset("another some others".split())
_ON_WHOSE_WORD = frozenset({"according", "citing", "quoting"})
_ADJUNCTS = frozenset("in on at after during through from via before of".split())


_AFTER_TELLING = frozenset("that to how whether what about if".split())


def content_start(  # noqa: PLR0911 - one return a kind of opening
    sentence: Sentence, start: int, kind: frozenset[str]
) -> int:
    """Return the first word of what is said after a cue."""
    low, last = sentence.words.low, sentence.last
    if start >= last:
        return start
    word = low[start]
    if word == ":":
        return start + 1
    if word == ",":
        for index in range(start + 2, min(last, start + 20)):
            if low[index] == "that" and low[index - 1] == ",":
                return index
        comma = next((i for i in range(start + 2, min(last, start + 15)) if low[i] == ","), 0)
        return comma + 1 if comma and low[start + 1] in PREPOSITIONS else start + 1
    if word in CLAUSES or word == QUOTE:
        return start
    if word in OBJECTS and low[start + 1 : start + 2] == [":"]:
        return start + 2  # "scolded him: “P”"
    if "tells" in kind:
        return _after_addressee(sentence, start)
    if word in TIMES:
        return content_start(sentence, start + 1, kind)
    adjunct = word in _ADJUNCTS and start + 1 < last and not low[start + 1].isdigit()
    if adjunct and "judges" not in kind:
        after = _after_adjunct(sentence, start)
        beside = (
            low[after : after + 1] == [","]
            and low[after + 1 : after + 2] != []
            and (low[after + 1] in _ON_WHOSE_WORD)
        )
        return content_start(sentence, after, kind) if beside else after
    return start


def _after_addressee(sentence: Sentence, start: int) -> int:
    """Return where what is told begins, after whom it is told to."""
    low, last = sentence.words.low, sentence.last
    for index in range(start, min(last, start + 25)):
        word = low[index]
        if word == QUOTE or (word in _AFTER_TELLING and index > start):
            return index
        if index > start and word in PRONOUNS and _opens(low, index):
            return index
        if word in {":", ","} and index + 1 < last:
            return index + 1
        if word == ";":
            break
    if low[start] in OBJECTS:
        return start + 1
    stop = phrase_end(sentence.words, start, last)
    return next((at for at in range(start + 1, stop) if _opens(low, at)), stop)


def _opens(low: list[str], at: int) -> bool:
    """Return whether what is told begins behind who hears it: told the inquiry *he* had seen P."""
    if low[at - 1] in DETERMINERS or low[at - 1] in PREPOSITIONS:
        return False
    return low[at] in PRONOUNS or low[at] in DETERMINERS or low[at][0].isdigit()


def _after_adjunct(sentence: Sentence, start: int) -> int:
    """Return where content begins after a time, place or manner of speech."""
    low, last = sentence.words.low, sentence.last
    for index in range(start + 1, min(last, start + 25)):
        word = low[index]
        if word == "that" or (word == QUOTE and low[index - 1] not in {"the", "a", "of", "on"}):
            return index
        if word == ":" or (word == "," and low[index + 1 : index + 2] == [QUOTE]):
            return index + 1
        if word in VERBS or word in AUXILIARIES or word in {";", ","}:
            break
    if low[start + 1] in WEEKDAYS:
        return start + 2
    for index in range(start + 1, min(last, start + 5)):
        if low[index] in MANNER:
            return index + 1
        if low[index] in PREPOSITIONS:
            break
    return start


def content_end(sentence: Sentence, start: int, *, whole: bool = False) -> int:
    """Return the last word of what is said: a thing named ends before ``, which``.

    ``whole``: what is said is surely a clause.
    """
    low = sentence.words.low
    if low[start : start + 2] == [QUOTE, "and"] and start + 2 < sentence.end:
        after = low[start + 2]  # "chanted “Out!” and went on till two": the quotation is all
        if (after in VERBS or after.endswith("ed")) and after not in sentence.words.cues:
            return start
    clausal = whole or start >= sentence.last or low[start] in _CLAUSAL or clause(sentence, start)
    for index in range(start + 1, sentence.end):
        if low[index] == ";" and not _goes_on(
            sentence.words.part(index + 1, sentence.last), low[start]
        ):
            return index - 1
        turned = low[index + 1] in _SPEAKING_ON or (not clausal and _turns_away(low[index + 1]))
        if low[index] == "," and (turned or _another(sentence, index + 1)):
            return index - 1
    return sentence.end


def _another(sentence: Sentence, start: int) -> bool:
    """Return whether another speaks behind the comma of a headline: *, defence disputes P*."""
    near = sentence.words.low[start + 1 : min(start + _SUBJECT, sentence.end)]
    return sentence.heading and not _CONTRADICTS.isdisjoint(near)


def _turns_away(word: str) -> bool:
    """Return whether what follows a thing named tells what else was done: *, using old maps*."""
    return word in _ASIDES or (word.endswith("ing") and word not in _COUNTING_IN)


def _goes_on(words: Words, opening: str) -> bool:
    """Return whether what follows a semicolon is still said: *; another nine drones were lost*.

    Behind *that* a row of clauses is: *that Alder lost 12 boats; Norvia lost nine*.
    """
    low = words.low
    if opening == "that":
        low = low[: low.index(";")] if ";" in low else low
    if any(word in {"according", "but"} or _speaks(words, word) for word in low):
        return False
    if opening == "that":
        return any(map(is_number, low))
    first = low[0] if low else ""
    return ";" not in low and (first in _FURTHER or first in SMALL or first[:1].isdigit())


def _speaks(words: Words, word: str) -> bool:
    """Return whether a word is a verb of speech and not as often a noun."""
    return word in words.cues and words.cues[word].lemma not in NOUNISH


def aside_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where ``X, who said P, left`` leaves what is said and goes on with X."""
    low, cues = sentence.words.low, sentence.words.cues
    for index in range(start, end):
        after = low[index + 1]
        if low[index] == "," and (is_past(after) or after in AUXILIARIES or after in cues):
            return index - 1
    return end
