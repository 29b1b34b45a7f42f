"""What follows a verb of speech: a clause, a quotation, a figure, a thing named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    DETERMINERS,
    GENITIVES,
    OBJECTS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    VERBS,
)
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Sentence

_FEW = 4  # words
_LONGEST_CHARGED, LONGEST_SUBJECT, _LONGEST_URGED = 12, 9, 6  # words
FINITE_OR_PAST = AUXILIARIES | PASTS
_JOINS = frozenset({"and", "but", "or"})
_ABOUT = frozenset({"for", "to", "on", "about", "of"})
_NEAR = 12  # words
# Who hears what others tell, so that a page may name them alone: *the inquest heard that P*.
HEARERS = frozenset(
    "court jury inquest inquiry tribunal hearing magistrates committee panel commission".split()
)
_ONLY_OBJECTS = OBJECTS - PRONOUNS - {"her"}
CLAUSES = frozenset("that how why whether if what who where when".split())
DOCUMENTS = frozenset(
    "study poll polls survey surveys report reports data figures analysis review records documents"
    " document census index investigation inquiry audit research statistics numbers results tally"
    " estimate estimates filing filings footage video images average averages table tables count"
    " examination assessment paper slide slides memo chart charts transcript transcripts recording"
    " recordings videos images photos photographs pictures letter emails e-mails"
    " analyses surveys studies".split()
)


def opens_object(sentence: Sentence, index: int) -> bool:
    """Return whether a word opens the object of a verb."""
    words = sentence.words
    if index >= sentence.last:
        return False
    word = words.low[index]
    return (
        word in DETERMINERS
        or word in OBJECTS
        or word in PRONOUNS
        or word in CLAUSES
        or words.capital(index)
        or word[0].isdigit()
    )


def judges(sentence: Sentence, after: int, cue: Cue) -> bool:
    """Return whether somebody or something is judged: *criticized the plan*, *called for a ban*."""
    low = sentence.words.low
    if cue.lemma == "charge":
        return "with" in low[after : after + _LONGEST_CHARGED]
    following = low[after] if after < sentence.last else "."
    if low[after - 1] in _ABOUT and (following.endswith("ing") or following in DOCUMENTS):
        return True  # *called for cutting P*, *pointed to reports that P*
    return opens_object(sentence, after) or following == "half"


def urged(low: list[str], after: int, last: int) -> bool:
    """Return whether somebody is urged to do something: *urged residents to leave*."""
    if after < last and low[after] in PREPOSITIONS:
        return False
    for index in range(after, min(last, after + _LONGEST_URGED)):
        if low[index] == "to":
            return index > after
        if low[index] in STOPS or low[index] in VERBS:
            return False
    return False


def clause(sentence: Sentence, after: int) -> bool:
    """Return whether a clause follows without *that*: *fear 40 people are dead*."""
    words, low = sentence.words, sentence.words.low
    opens = opens_object(sentence, after) or low[after : after + 1] == ["there"]
    if not opens or low[after] in CLAUSES or low[after] in _ONLY_OBJECTS:
        return False
    for index in range(after + 1, min(sentence.last - 1, after + LONGEST_SUBJECT)):
        word = low[index]
        found = (
            word in _JOINS and low[index + 1] in FINITE_OR_PAST
        )  # *found 12 and are looking for more*
        if found or word in STOPS or word in CLAUSES or word == "to":
            return False
        if word in GENITIVES and low[index - 1] not in PRONOUNS:
            continue
        past = word.endswith("ed") and index > after + 1 and not words.capital(index)
        if past or word in FINITE_OR_PAST:
            return True
    return False


def counts(low: list[str], after: int, last: int) -> bool:
    """Return whether a figure follows a verb that counts: *counted 16*, *recorded 41 degrees*."""
    for index in range(after, min(last, after + _FEW)):
        word = low[index]
        if is_number(word):
            if low[index + 1 : index + 2] in (["%"], ["percent"], ["per"]):
                return False  # who has counted 88% of the ballots has got so far, and tells nothing
            return low[index - 1] not in PREPOSITIONS or index == after
        if word in STOPS or word in CLAUSES:
            return False
    return False


def quoted(low: list[str]) -> bool:
    """Return whether a quotation stands in what follows, or begins below: *He continued:*."""
    return QUOTE in low or low[-1:] == [":"]


def complement_of(low: list[str], after: int, last: int) -> str:
    """Return what follows a cue: a clause, a quotation, or nothing of the kind."""
    for index in range(after, min(last, after + 14)):
        word = low[index]
        if word in CLAUSES:
            return "clause"
        if word in {QUOTE, ":"}:
            return "quote"
        if word in {".", ";", "!", "?"} or word in VERBS:
            return ""
    return ""


def forecasts(low: list[str], after: int, last: int) -> bool:
    """Return whether a thing of some size follows: forecasts *growth of 3 percent*."""
    for index in range(after, min(last, after + _NEAR)):
        if low[index][0].isdigit():
            return index > after
        if low[index] in STOPS or low[index] in CLAUSES:
            return False
    return False


def gives(low: list[str], after: int, last: int) -> bool:
    """Return whether a figure is given: *the toll as 12*, *a depth of 9 km*, *38 deaths*."""
    for index in range(after, min(last - 1, after + _NEAR)):
        word = low[index]
        if is_number(word):
            led = low[index - 1] in {"of", "as", "at"}
            told = low[index - 2] in _FIGURES or low[index - 1] in {"as", "at"}
            near = low[index + 1 : min(last, index + 1 + _FEW)]
            return told if led else not _TOLLS.isdisjoint(near)
        if word == ":" and low[index - 1] in _FIGURES:
            return is_number(low[index + 1])  # *gave a higher number: 15*
        if word in STOPS or word in CLAUSES:
            return False
    return False


_FIGURES = frozenset(
    "figure toll number total count tally estimate magnitude depth height length speed price cost"
    " rate share value temperature turnout size age weight date score average level range".split()
)
_TOLLS = frozenset(
    "deaths dead killed injured wounded missing cases infections victims casualties fatalities"
    " injuries arrests".split()
)
