"""Quotations whose speaker any verb tells: *“P,” Roe shot back*, *“P,” quipped Roe*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.clauses import phrase_end
from claimsync.extract.text.closed_words import (
    DETERMINERS,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    is_adverb,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.text.sentence import Range, Sentence

_GOES_ON = ",?!"  # how a quotation ends whose speaker follows
_PARTICLES = frozenset({"back", "out", "in", "on", "up"})
_VOICES = frozenset({"voices"})
_LONGEST = 6  # words of a speaker
_HEADS = DETERMINERS | PRONOUNS | {"one", "another"}


def voiced(sentence: Sentence) -> Iterator[Found]:
    """Yield the frames ``“P,” X did`` of a sentence in which no known verb tells who speaks."""
    words = sentence.words
    for at in range(sentence.first, sentence.last - 2):
        if words.low[at] == QUOTE and words.text[words.ends[at] - 2] in _GOES_ON:
            told = _before_verb(sentence, at + 1) or _behind_verb(sentence, at + 1)
            if told is not None:
                verb, source = told
                yield Found((verb, verb), source, [(at, at)], "parenthesis", _VOICES,
                            region=(at + 1, sentence.last - 1))  # fmt: skip


def _before_verb(sentence: Sentence, start: int) -> tuple[int, Range] | None:
    """Return the verb behind a name or a role: *Roe shot back*, *the baker shrugged*."""
    words, low = sentence.words, sentence.words.low
    if not (words.capital(start) or low[start] in _HEADS):
        return None
    for at in range(start + 1, min(start + _LONGEST, sentence.last)):
        if _acts(sentence, at) and _ends(sentence, at + 1):
            return at, (start, at - 1)
        if low[at] in STOPS or (low[at] in PREPOSITIONS and low[at] != "of"):
            return None
    return None


def _behind_verb(sentence: Sentence, verb: int) -> tuple[int, Range] | None:
    """Return the verb before a name: *quipped Ana Roe*."""
    words = sentence.words
    start = verb + 1 + (words.low[verb + 1] in _PARTICLES)
    if not _acts(sentence, verb) or start >= sentence.last or not words.capital(start):
        return None
    return verb, (start, phrase_end(words, start, sentence.last) - 1)


def _acts(sentence: Sentence, at: int) -> bool:
    """Return whether a word is a verb of the past."""
    words = sentence.words
    return not words.capital(at) and (words.low[at].endswith("ed") or words.low[at] in _PAST)


_PAST = PASTS | {"shot"}


def _ends(sentence: Sentence, at: int) -> bool:
    """Return whether nothing that is acted on follows a verb."""
    if at >= sentence.last:
        return True
    word = sentence.words.low[at]
    return word in STOPS | PREPOSITIONS | TIMES | _PARTICLES or is_adverb(word)
