"""Passives: what is said by whom the sentence names last, as in *the toll was put at 12 by X*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.speech.complements import CLAUSES, HEARERS, clause
from claimsync.extract.speech.contents import content_end
from claimsync.extract.text.clauses import phrase_end, subject
from claimsync.extract.text.closed_words import BE, PERIODS, STOPS, TIMES, before_auxiliaries
from claimsync.extract.text.sentence import Found

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_TELLING = frozenset({"says", "states", "puts", "counts"})
_NO_TELLING = frozenset(
    "rule post charge count advise boast signal confirm deny declare propose admit recall maintain"
    " observe value".split()
)
_THEN = frozenset({"this", "last", "late", "early"})  # *by the team this season*
_NEAR = 10  # words between the verb and *by*
_NOBODY = SMALL.keys() | TIMES | PERIODS | {"then", "noon", "midnight", "far", "mistake", "name"}


def passive(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame ``P was reported by X``, ``P was put at N by X``, ``P put by X at N``."""
    if cue.lemma == "tell":
        return _heard(sentence, index, cue)
    kinds = cue.kinds & _TELLING
    if not kinds or cue.lemma in _NO_TELLING or cue.form not in {"past", "participle"}:
        return None
    words, first = sentence.words, sentence.first
    before = _before_be(words.low, index, first)
    by = _by(words, index, sentence.last) if before is not None else 0
    told = subject(words, before, first) if by and before is not None else None
    if told is None or words.low[told[1]] in CLAUSES:
        return None
    stop = phrase_end(words, by + 1, sentence.last)
    stop = next((at for at in range(by + 2, stop) if words.low[at] in _THEN), stop)
    at = next((at for at in range(by + 2, stop) if words.low[at] == "at"), stop)
    content: list[Range] = [told, (index + 1, by - 1)] if index + 1 < by else [told]
    if words.low[at : at + 1] == ["at"] and at < sentence.end:
        content.append((at, sentence.end))
        stop = at
    source = (by + 1, min(stop - 1, sentence.end))
    return Found((index, index), source, content, "passive", kinds, region=(by, source[1]))


def _heard(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame ``The inquest was told that P``."""
    low, first = sentence.words.low, sentence.first
    before = _before_be(low, index, first) if cue.form == "past" else None
    heard = subject(sentence.words, before, first) if before is not None else None
    if heard is None or low[heard[1]] not in HEARERS:
        return None
    if low[index + 1 : index + 2] != ["that"] and not clause(sentence, index + 1):
        return None
    content = [(index + 1, content_end(sentence, index + 1, whole=True))]
    return Found((index, index), heard, content, "heard", frozenset({"tells"}))


def _before_be(low: list[str], index: int, first: int) -> int | None:
    """Return the last word before *was*, *has been*; None where no such word stands."""
    at = before_auxiliaries(low, index - 1, first + 1)
    return at if not BE.isdisjoint(low[at + 1 : index]) else None


def _by(words: Words, index: int, last: int) -> int:
    """Return where *by* names who tells; 0 for *by 12*, *by Monday*, *by counting*."""
    for at in range(index + 1, min(last - 1, index + _NEAR)):
        word = words.low[at]
        if word == "by":
            after = words.low[at + 1]
            nobody = after[0].isdigit() or after in _NOBODY or after in STOPS
            return 0 if nobody or (after.endswith("ing") and not words.capital(at + 1)) else at
        if word in STOPS or word in CLAUSES:
            return 0
    return 0
