"""What others answer to a claim in the sentence that tells it: *…, a figure that X could not …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.clauses import DETERMINERS, STOPS

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_CLAIMED = frozenset(
    "figure number toll count total tally sum estimate claim assertion allegation accusation"
    " statement account charge version report".split()
)
_ANSWERS = frozenset(
    f"{verb}{ending}"
    for verb in ("confirm", "verif", "den", "disput", "reject", "comment", "corroborat")
    for ending in ("", "y", "ied", "ies", "e", "ed", "es", "s")
)
_ARTICLES = frozenset({"a", "an"})
_FEW = 3  # words of what was claimed


def answered(sentence: Sentence) -> int:
    """Return the comma behind which others answer to what was said before it; 0 if none do."""
    low, last = sentence.words.low, sentence.last
    for at in range(sentence.first + 1, last - _FEW):
        if low[at] == "," and low[at + 1] in _ARTICLES:
            told = low[at + 2 : at + 2 + _FEW]
            if not _CLAIMED.isdisjoint(told) and not _ANSWERS.isdisjoint(low[at + 2 : last]):
                return at
    return 0


def holder_of(words: Words, source: Range) -> Range:
    """Return who answers, without what is answered to: *a claim the army denied*."""
    first, last = source
    if words.low[first] not in _ARTICLES:
        return source
    for at in range(first + 1, min(first + 1 + _FEW, last)):
        if words.low[at] in STOPS:
            return source
        if words.low[at] in _CLAIMED and (
            words.low[at + 1] in DETERMINERS or words.capital(at + 1)
        ):
            return at + 1, last
    return source
