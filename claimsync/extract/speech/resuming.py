"""What goes on behind an aside: ``P, X said, and Q``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.text.closed_words import BREAKS, DETERMINERS, FINITE, VERBS
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Sentence
    from claimsync.extract.text.words import Words


_LONG = 12
_REOPENS = frozenset({",", "but", "and"})
ASIDE = frozenset("who which while after as when whose referring speaking where and but".split())
_COUNTERS = frozenset("counted counts put puts recorded records listed lists gave speaks".split())
_OF_WHAT_IS_SAID = frozenset(
    "including leaving killing injuring wounding bringing making raising taking adding saying"
    " citing quoting following causing destroying damaging forcing noting warning".split()
)


def resume(sentence: Sentence, start: int, found: Found) -> None:
    """Add what goes on after a parenthesis, and let the parenthesis end there."""
    low, last = sentence.words.low, sentence.last
    index = start
    while index < last and low[index] not in BREAKS and low[index] not in {QUOTE, ":", ";"}:
        if low[index] == "that":
            return
        index += 1
    if index >= last - 1 or found.region is None:
        return
    if low[index] == ";" and not _COUNTERS.isdisjoint(low[index:last]):
        return  # "12, X said; Y counted 14"
    resumes = index if low[index] == QUOTE else index + 1
    spoken = bool(found.content) and low[found.content[0][1]] == QUOTE
    if spoken and low[index] == "," and QUOTE not in low[resumes:last]:
        return  # “P,” X said, not even naming Y
    if found.rule == "inverted" and low[index] == "," and _acting(low[resumes]):
        resumes = next((at for at in range(resumes, last) if low[at] == QUOTE), last)
        if resumes == last:
            return  # said X, standing beside a lorry
    cue = sentence.words.cues.get(low[resumes])
    resumes += low[index] == "," and not spoken and tells_on(sentence, resumes)
    if low[index] == "," and (low[resumes] in ASIDE or (cue and cue.form == "ing")):
        if cue and cue.kinds & {"says", "states", "tells", "cites"}:
            return
        resumes = index + 1
        while resumes < last and not (low[resumes] == QUOTE and low[resumes - 1] in _REOPENS):
            resumes += 1
    if resumes <= sentence.end:
        end = next((at for at in range(resumes + 1, sentence.end) if low[at] == ";"), 0) - 1
        found.content.append((resumes, end if end >= resumes else sentence.end))
        found.region = (found.region[0], resumes - 1)


def tells_on(sentence: Sentence, at: int) -> bool:
    """Return whether *and* behind an aside goes on with a count: *, and 12 more were hurt*."""
    low, last = sentence.words.low, sentence.last
    if at + 2 >= last or low[at] not in {"and", "while"}:
        return False
    counts = any(is_number(word) for word in low[at + 1 : last])
    opens = low[at + 1] in DETERMINERS or is_number(low[at + 1])
    return (
        opens
        and counts
        and QUOTE not in low[at:last]
        and nobody_else(sentence.words.part(at, last))
    )


def _acting(word: str) -> bool:
    """Return whether a participle tells what a speaker does meanwhile: *said X, standing by*."""
    return word.endswith("ing") and word not in _OF_WHAT_IS_SAID


def nobody_else(words: Words) -> bool:
    """Return whether nobody else speaks or counts in what follows a semicolon."""
    return not any(
        word in words.cues or word == "according" or word in _COUNTERS for word in words.low
    )


def clausal(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma may be said by itself and is no name."""
    words, first = sentence.words, sentence.first
    low = words.low
    if sentence.titled or comma - first > _LONG:
        return True
    return any(
        word in FINITE
        or word in VERBS
        or word in words.cues
        or word.endswith("ed")
        or word.isdigit()
        for word in low[first:comma]
    )
