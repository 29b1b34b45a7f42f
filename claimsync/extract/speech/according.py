"""Sources named by a preposition: ``according to X``, ``per X``, ``by X's estimate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.resuming import ASIDE, nobody_else, tells_on
from claimsync.extract.text.clauses import appended, phrase_end
from claimsync.extract.text.closed_words import BREAKS, DETERMINERS, GENITIVES, PREPOSITIONS, STOPS
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Sentence
    from claimsync.extract.text.words import Words


# What is done according to plan is said by nobody.
_MANNERS = (["plan"], ["plans"], ["schedule"], ["law"], ["size"], ["need"], ["taste"], ["type"])
_OWNERS = (["his"], ["her"], ["their"], ["its"])
ESTIMATES = frozenset(
    "estimate estimates count tally account accounts reckoning admission calculation calculations"
    " figures".split()
)
_CONTRASTS = frozenset({";", "and", "but", "while", "whereas"})
_SUBJECTS = frozenset(
    "he she it they we i there".split()
)  # "according to his own count he has won"


def according(sentence: Sentence, index: int, width: int = 2) -> Found | None:
    """Return the frame of ``according to X``, ``per X``, ``in the words of X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    start = index + width
    stop = _before_figure(words, start + 1, phrase_end(words, start, last))
    stop = next((at for at in range(start + 1, stop) if low[at] in _SUBJECTS), stop)
    told = low[stop : stop + 1] == [","] and low[stop + 1 : stop + 2] in (["who"], ["whose"])
    inside = index > first + 1 and (
        low[index - 1] == "that" or low[index - 2 : index] == ["that", ","]
    )
    if stop < last and low[stop] == "," and (told or (index > first and not inside)):
        stop = appended(words, stop, last)
    if stop == start or low[start:stop] in _MANNERS:
        return None
    source = (start, min(stop - 1, sentence.end))
    opens = index > first and low[index - 1] in _CONTRASTS  # "…; according to Y, Q"
    before = index - 1 if index > first and (opens or low[index - 1] in BREAKS) else index
    before -= opens and before - 1 > first and low[before - 1] in BREAKS
    found = Found((index, start - 1), source, [], "according", frozenset({"according"}))
    found.region = None if inside else (before, stop - 1)  # "He said that, according to X, P"
    if before > first and not opens and not inside:
        found.content.append((first, before - 1))
    after = stop
    leads = not found.content and low[stop : stop + 1] and (
        is_number(low[stop]) or low[stop] in _SUBJECTS
    )  # fmt: skip
    while (
        after < last
        and not leads
        and low[after] not in BREAKS
        and low[after] not in {QUOTE, ":", ";"}
    ):
        after += 1
    alone = after < last and low[after] == ";" and nobody_else(words.part(after, last))
    if after < last and (low[after] in BREAKS or low[after] == ":" or alone):
        after += 1
    after += before > first and tells_on(sentence, after)
    if after <= sentence.end and (
        before <= first or (low[after] not in ASIDE and low[after] != ";")
    ):
        found.content.append((after, sentence.end))
    return found


def _before_figure(words: Words, start: int, stop: int) -> int:
    """Return where a source ends that no comma parts from its figure: *according to police 14*."""
    low = words.low
    for index in range(start, stop):
        before = low[index - 1]
        named = words.capital(index - 1) or before in PREPOSITIONS | DETERMINERS | GENITIVES
        if is_number(low[index]) and not named:
            return index
    return stop


def estimated(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``P, by X's estimate``."""
    words, first = sentence.words, sentence.first
    low = words.low
    last = next(at for at in range(index + 1, index + 5) if low[at] in ESTIMATES)
    aside = index > first and low[index - 1] in BREAKS
    if any(low[at] in STOPS for at in range(index + 1, last)) or not (aside or index == first):
        return None
    owned = last - 1 - (low[last - 1] == "own")  # "by her (own) account" names her
    owner = owned if low[index + 1 : owned + 1] in _OWNERS else last
    found = Found((index, index), (index + 1, owner), [], "according", frozenset({"according"}))
    found.region = (index - 1 if aside else index, last)
    if aside and index - 2 >= first:
        found.content.append((first, index - 2))
    elif low[last + 1 : last + 2] == [","] and last + 2 <= sentence.end:
        found.content.append((last + 2, sentence.end))
    return found
