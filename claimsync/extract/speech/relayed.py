"""Relayed speech: *X quoted Y as saying P*, and *Y was quoted (by X) as saying P*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.speech.contents import content_end, content_start
from claimsync.extract.speech.sources import before_verb, source_of
from claimsync.extract.text.clauses import phrase_end, subject
from claimsync.extract.text.closed_words import BE, PREPOSITIONS, STOPS
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence
    from claimsync.extract.text.words import Words

_RELAYS = frozenset("quoted quotes cited cites quoting citing".split())
_NEAR = 12  # words between *quoted* and *as*


def relayed(sentence: Sentence, saying: int, kinds: frozenset[str]) -> Found | None:
    """Return the frame of *as saying*: whose words they are, and who passes them on.

    ``via`` of what is found is the one who passes them on: the mayor in *the mayor quoted police
    as saying P*.
    """
    low, first = sentence.words.low, sentence.first
    stop = max(first, saying - _NEAR)
    quoted = next((at for at in range(saying - 2, stop, -1) if low[at] in _RELAYS), 0)
    if not quoted or any(low[at] in STOPS for at in range(quoted + 1, saying)):
        return None
    passive = _auxiliary(low, quoted, first)
    named, via = _passive(sentence, quoted, saying, passive) if passive else (
        _active(sentence, quoted, saying)
    )  # fmt: skip
    if named is None:
        return None
    start = content_start(sentence, saying + 1, kinds)
    end = content_end(sentence, start)
    if named[0] > first and low[named[0] - 1] == QUOTE:  # “P,” X was quoted as saying
        via = _behind(sentence, saying) or via
        start, end = first, named[0] - 1
    if start > end:
        return None
    return Found((saying - 1, saying), named, [(start, end)], "relayed", kinds, via=via)


def _behind(sentence: Sentence, saying: int) -> Range | None:
    """Return by whom it was passed on, behind the cue: *was quoted as saying by Kolm Radio*."""
    if sentence.words.low[saying + 1 : saying + 2] != ["by"] or saying + 2 > sentence.end:
        return None
    return saying + 2, min(phrase_end(sentence.words, saying + 2, sentence.last) - 1, sentence.end)


def _auxiliary(low: list[str], quoted: int, first: int) -> int:
    """Return where *was* stands in *was quoted*, *was also quoted*; 0 if it does not."""
    return next((at for at in range(quoted - 1, max(first, quoted - 3), -1) if low[at] in BE), 0)


def _active(sentence: Sentence, quoted: int, saying: int) -> tuple[Range | None, Range | None]:
    """Return whom somebody quotes, and who does."""
    words = sentence.words
    before = before_verb(words, quoted, sentence.first)
    via = source_of(words, before, sentence.first) if before is not None else None
    return (quoted + 1, saying - 2) if quoted + 1 < saying - 1 else None, via


def _passive(
    sentence: Sentence, quoted: int, saying: int, auxiliary: int
) -> tuple[Range | None, Range | None]:
    """Return who is quoted, and by whom."""
    words = sentence.words
    by = quoted + 1 if words.low[quoted + 1] == "by" else 0
    via = (by + 1, _phrase(words, by + 1, saying - 2)) if by and by + 1 < saying - 1 else None
    before = auxiliary - 1
    if before >= sentence.first and words.low[before] in {"has", "have", "had"}:
        before -= 1
    return subject(words, before, sentence.first), via


def _phrase(words: Words, start: int, last: int) -> int:
    """Return the last word of who passes something on: *by Tass on Monday* is Tass."""
    for at in range(start + 1, last + 1):
        if words.low[at] in PREPOSITIONS - {"of"}:
            return at - 1
    return last
