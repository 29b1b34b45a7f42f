"""The plain frame: ``X said P``, and how it is joined to what another one tells before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import STATES
from claimsync.extract.speech.contents import aside_end, content_end, content_start
from claimsync.extract.speech.nounlike import NOUNISH
from claimsync.extract.speech.sources import JOINS
from claimsync.extract.text.clauses import antecedent, phrase_end
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BE,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    before_auxiliaries,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence

# A clause that opens a sentence so ends at its comma: After X said P, Q.
_WHILES = frozenset(
    "when after before as if while although though since because once until lest".split()
)
_ADVERBIALS = PREPOSITIONS | _WHILES | {"asked", "speaking"}
_FAULTS = frozenset("wrong false untrue fake incorrect misleading".split())
_DASHES = frozenset({"–", "—", "--", "-"})
_OBJECTS = frozenset({"whom", "which"})  # the workers whom X says it hired
_CLAUSES = frozenset({"says", "tells", "holds"})
_AMONG = frozenset({"among", "of"})  # among the measures announced on Tuesday:
_ENDS = PREPOSITIONS | AUXILIARIES | STOPS
_AGAINST = frozenset({"contrary", "despite", "unlike"})


def plain(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``X said P``."""
    opening = sentence.words.low[sentence.first]
    if opening in _AGAINST and sentence.words.low[source[0] - 1] == "what":
        return None  # "contrary to what X had said, P"
    said = sentence.words.low[index + width : index + width + 1]
    if _are_said_to_be(sentence.words.low, index):
        return None
    if (
        source[0] > sentence.first
        and sentence.words.low[source[0] - 1] == "what"
        and not (set(said) & BE)
    ):  # "what X says his plan would do" tells nothing of what follows
        what = (source[0] - 1, source[0] - 1)
        return Found((index, index + width - 1), source, [what], "plain", kind)
    start = content_start(sentence, index + width, kind)
    end = content_end(sentence, start, whole=bool(kind & _CLAUSES))
    if "cites" in kind and start <= end:
        end = max(start, phrase_end(sentence.words, start, end + 1) - 1)
    if start > end:
        opens = sentence.words.low[sentence.last - 1] == ":" and opening not in _AMONG
        cue = (index, index + width - 1)
        return Found(cue, source, [], "opens", kind) if opens else None
    if source[0] - 1 == sentence.first and sentence.words.low[source[0] - 1] in _WHILES:
        comma = next((at for at in range(start, end) if sentence.words.low[at] == ","), end + 1)
        end = comma - 1
    if sentence.words.low[source[0] - 1] in _DASHES:  # *a pledge – some say a vain one – to*
        fence = (at for at in range(start + 1, end) if sentence.words.low[at] in _DASHES)
        end = next(fence, end + 1) - 1
    if _tells_more(sentence, source):
        end = aside_end(sentence, start, end)
        if opening in _AGAINST:  # "unlike X, who said P, Y said Q"
            end = next((at - 1 for at in range(start, end) if sentence.words.low[at] == ","), end)
    if sentence.words.low[index - 1] in {"that", "which"} and source[1] == index - 1:
        end = faulted(sentence.words.low, start, end)
    found = Found((index, index + width - 1), source, [(start, end)], "plain", kind)
    _join(sentence, found, index + width)
    return found


def _are_said_to_be(low: list[str], index: int) -> bool:
    """Return whether others report what somebody is: *the 140 people reported missing in Brae*."""
    states = low[index] == "reported" and not STATES.isdisjoint(low[index + 1 : index + 2])
    return states and not _ENDS.isdisjoint(low[index + 2 : index + 3])


def _tells_more(sentence: Sentence, source: Range) -> bool:
    """Return whether a clause set aside speaks: *X, who said P, left*, *X, whose owner said P,*."""
    low, first = sentence.words.low, source[0]
    if low[first - 1 : first + 1] in ([",", "who"], [",", "which"]):
        return True
    aside = first - 2 > sentence.first and low[first - 2] == ","
    return aside and low[first - 1] in {"whose", "which", "whom"}


def _join(sentence: Sentence, found: Found, after: int) -> None:
    """Note where an attribution is joined to what another one tells before it."""
    index, source = found.cue[0], found.source or found.cue
    low = sentence.words.low
    joint = max(before_auxiliaries(low, index - 1, sentence.first), sentence.first)
    if low[joint] in JOINS:
        found.joint = joint
    elif low[source[0] - 1] == "," and _colon(low, after):
        found.joint = source[0] - 1 if source[0] - 1 > sentence.first else None
        if found.joint and _told(sentence, found.joint):
            found.content.insert(0, (sentence.first, found.joint - 1))
    elif (low[source[0] - 1] == "," and _quotes(low, after)) or low[source[0] - 1] in {
        "but",
        "and",
        "while",
        "although",
        "though",
        "whereas",
    }:
        found.joint = source[0] - 1 if source[0] - 1 > sentence.first else None
    elif source[0] - 1 > sentence.first and (
        low[source[0] - 1] == ";" or (sentence.heading and low[source[0] - 1] in _DASHES)
    ):
        found.joint = source[0] - 1
    if low[source[0] - 1] in _OBJECTS and source[0] - 2 > sentence.first:
        found.content[:0] = _antecedents(sentence, source[0] - 2)
    elif _reduced(sentence, source, after):
        found.content[:0] = _antecedents(sentence, source[0] - 1)


def _reduced(sentence: Sentence, source: Range, after: int) -> bool:
    """Return whether a noun before is what is told of: *the 12 percent rate he proposed for*."""
    low, first = sentence.words.low, source[0]
    if low[first] not in PRONOUNS or low[first] == "who" or first - 1 <= sentence.first:
        return False
    noun = low[first - 1]
    gap = low[after : after + 1] and (low[after] in PREPOSITIONS or low[after] in FINITE)
    closed = noun in STOPS or noun in SUBORDINATORS or noun in PREPOSITIONS
    closed = closed or (noun in sentence.words.cues and noun not in NOUNISH)
    return bool(gap) and not closed and noun not in VERBS and noun not in FINITE


def _colon(low: list[str], after: int) -> bool:
    """Return whether a colon follows a cue, at once or behind *later*."""
    return ":" in low[after : after + 2] and (low[after] == ":" or low[after] in TIMES)


def _quotes(low: list[str], after: int) -> bool:
    """Return whether a quotation follows a cue: *replied “P”*, *replied, “P”*."""
    return low[after : after + 1] == [QUOTE] or low[after : after + 2] == [",", QUOTE]


def _told(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before ``, X said: Q`` is told as well, and is no adverbial."""
    low, first = sentence.words.low, sentence.first
    opening = low[first]
    if opening in _ADVERBIALS or opening.endswith("ing"):
        return False
    return any(word in BE or word in VERBS for word in low[first:comma])


def _antecedents(sentence: Sentence, last: int) -> list[Range]:
    """Return what ``whom X says`` tells of, with its figure: the 300 workers."""
    last -= sentence.words.low[last] == ","
    told = antecedent(sentence.words, last, sentence.first)
    if told is None:
        return []
    start = told[0]
    while start > sentence.first and sentence.words.low[start - 1][0].isdigit():
        start -= 1
    return [(start, last)]


def faulted(low: list[str], start: int, end: int) -> int:
    """Return where what was claimed ends, if the same sentence says that it is wrong."""
    for index in range(start + 1, end):
        if low[index] in BE and low[index + 1] in _FAULTS:
            return index - 1
    return end
