"""Participles: ``X did it, saying P``, ``X is saying P``, ``Citing X, Y said P``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.speech.plain import plain
from claimsync.extract.speech.relayed import relayed
from claimsync.extract.speech.sources import main_subject, source_of
from claimsync.extract.text.clauses import antecedent, phrase_end, subject
from claimsync.extract.text.closed_words import (
    BE,
    BREAKS,
    FINITE,
    HOLDERS,
    PREPOSITIONS,
    STOPS,
    before_auxiliaries,
    is_adverb,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

# What somebody is told to judge or plan is part of what is said.
TELLING = frozenset({"says", "states", "tells"})
_MINDING = TELLING | {"asks"}
_LONGEST_COMPANY = 6  # words
_ENDS = STOPS | PREPOSITIONS
# Why somebody acts or keeps silent: such words are nobody's.
_REASONS = frozenset(
    "investigation inquiry probe concern fear risk danger threat privacy confidentiality security"
    " safety secrecy law rule regulation policy procedure protocol litigation proceeding lawsuit"
    " case trial reason ground cost lack shortage need demand pressure weather condition problem"
    " difficulty issue uncertainty sensitivity competition constraint restriction sanction"
    " disruption delay violation breach practice tradition emergency health illness".split()
)
_MEANS = frozenset("by for from despite before after".split())
_SOMEBODY = HOLDERS | frozenset(
    "doctor nurse source diplomat agency ministry police company witness resident survivor".split()
)


def participle(  # noqa: PLR0911 - one return a form
    sentence: Sentence, index: int, cue: Cue
) -> Found | None:
    """Return the frame ``X did it, saying P``, or ``X is saying P``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    before = index - 1
    while before >= first and is_adverb(low[before]):
        before -= 1
    if index == first and "cites" in cue.kinds:
        return _citing(sentence)
    if low[before] == "as" and cue.kinds & TELLING:
        return relayed(sentence, index, cue.kinds & TELLING)
    if before < first or index + 1 >= last or low[index + 1] in {".", "by"}:
        return None
    kinds = cue.kinds & {"says", "states", "tells", "judges", "cites", "asks"}
    company = _company(sentence, before)
    documented = low[before] in DOCUMENTS or company is not None
    kinds |= cue.kinds & {"shows"} if documented else frozenset()
    quoting = low[index + 1] == QUOTE or low[index + 1 : index + 3] == [",", QUOTE]
    kinds |= cue.kinds & {"voices"} if quoting else frozenset()
    if not kinds or (low[index + 1] == "," and not quoting):
        return None
    if "cites" in kinds and _reason(low, index + 1, last):
        return None  # *citing an ongoing investigation* names nobody
    source = company or _acting(sentence, before, kinds, quoting=quoting)
    if source is None:
        return None
    found = plain(sentence, index, 1, source, kinds)
    if found:
        found.joint = before if low[before] in {",", "and"} else None
        found.joint = company[0] - 2 if company else found.joint
        found.rule = "participle"
    return found


def _reason(low: list[str], first: int, last: int) -> bool:
    """Return whether what is cited is why somebody does something, and no one's word."""
    stop = next((at for at in range(first, last) if low[at] in _ENDS), last)
    head = low[first:stop][-1:]
    return bool(head) and (head[0] in _REASONS or head[0].removesuffix("s") in _REASONS)


def _acting(
    sentence: Sentence, before: int, kinds: frozenset[str], *, quoting: bool
) -> Range | None:
    """Return whom a participle belongs to, by the word that stands before it."""
    words, first = sentence.words, sentence.first
    low = words.low
    if low[before] in BE:
        return source_of(words, before_auxiliaries(low, before - 1, first), first)
    if low[before] in {",", "and", QUOTE} or (low[before] in _MEANS and kinds & _MINDING):
        source = main_subject(words, first, before)
        if source is None and "cites" in kinds and low[before] == ",":
            return subject(words, before - 1, first)  # "the radio, citing a nurse, said"
        return source
    if low[before] in DOCUMENTS and "shows" in kinds:
        return antecedent(words, before, first)  # "a poll showing that P"
    return _framed(words, subject(words, before, first)) if quoting else None


def _company(sentence: Sentence, before: int) -> Range | None:
    """Return who speaks beside the rest of a sentence: *…, with police saying P*."""
    low = sentence.words.low
    stop = max(sentence.first, before - _LONGEST_COMPANY)
    start = next((at for at in range(before, stop, -1) if low[at] == "with"), 0)
    if not start or start == before or low[start - 1] not in BREAKS:
        return None
    inside = low[start + 1 : before + 1]
    return None if any(word in STOPS or word in FINITE for word in inside) else (start + 1, before)


def _framed(words: Words, shown: Range | None) -> Range | None:
    """Return who speaks in what is shown: *a video of the mayor* saying “Q”."""
    if shown is None:
        return None
    inner = range(shown[1] - 1, shown[0], -1)
    return next(((at + 1, shown[1]) for at in inner if words.low[at] == "of"), shown)


def _citing(sentence: Sentence) -> Found | None:
    """Return the frame ``Citing X, Y said P``, where X is somebody, or a paper by somebody."""
    words, first = sentence.words, sentence.first
    stop = phrase_end(words, first + 1, sentence.last)
    if not first + 1 < stop < sentence.last or words.low[stop] != ",":
        return None
    head = next((at for at in range(first + 1, stop) if words.low[at] in PREPOSITIONS), stop) - 1
    somebody = words.low[head].removesuffix("s") in _SOMEBODY or words.capital(head)
    somebody = somebody or (words.low[head] in DOCUMENTS and words.low[head + 1] == "by")
    if not somebody:
        return None
    return Found((first, first), None, [(first + 1, stop - 1)], "citing", frozenset({"cites"}))
