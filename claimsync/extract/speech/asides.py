"""Asides: source and cue set into or after what is said, as in ``P, X said``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.inversions import TAIL_OPENS
from claimsync.extract.speech.resuming import ASIDE, clausal, resume
from claimsync.extract.text.closed_words import (
    AUXILIARIES,
    BREAKS,
    FINITE,
    MANNER,
    PERIODS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    VERBS,
    WEEKDAYS,
    is_past,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.sentence import Range, Sentence


_ABOUT = frozenset("between about around over under near nearly".split())
_OPENINGS = SUBORDINATORS - {"but", "and", "so", "nor"}
_PERIOD_OPENS = frozenset("last this earlier next late early two three days hours".split())
_TERMINALS = frozenset({".", "!", "?", ";"})
_FEW = 6  # words of a figure that is set aside


def remark(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found:
    """Return the frame ``as X noted, P``."""
    first = sentence.first
    found = Found((index, index + width - 1), source, [], "remark", kind)
    start = source[0] - 1
    low = sentence.words.low
    end = start - 2 if low[start - 1] in BREAKS else start - 1
    begin = _set_aside(low, first, end)
    if end >= first:
        found.content.append((begin, end))
    found.region = (start - 1, sentence.last - 1)
    resume(sentence, index + width, found)
    return found


def _set_aside(low: list[str], first: int, end: int) -> int:
    """Return where what is not so, as somebody said, begins: *12 died, not 20 as police claimed*.

    What stands before it is whoever else's.
    """
    for at in range(end - 1, max(first, end - _FEW), -1):
        if low[at] in BREAKS:
            return at + 2 if low[at + 1] == "not" else first
    return first


def parenthesis(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``P, X said`` with what may follow."""
    words, first = sentence.words, sentence.first
    low = words.low
    before = source[0] - 1
    if before < first or (low[before] != QUOTE and low[before] not in BREAKS):
        return None
    end = before if low[before] == QUOTE else before - 1
    if end < first:
        return None
    quoted = low[end] == QUOTE
    tail = _tail(sentence, index + width, quoted=quoted)
    if not tail and quoted and low[first] in PREPOSITIONS and not clausal(sentence, end):
        return None
    spoken = quoted and words.text[words.ends[end] - 2] in ",.?!—-…"
    resumed = not quoted and _resumes(sentence, index + width)
    if not spoken and (not tail or (resumed and _adverbial(sentence, before))):
        return None
    start = end if quoted and low[end - 1] == ":" else first  # "She smiled: “P,” she said"
    if sentence.heading:  # a headline tells several things
        start = next((at + 1 for at in range(end - 1, first, -1) if low[at] == ";"), first)
    found = Found((index, index + width - 1), source, [(start, end)], "parenthesis", kind)
    found.region = (end + 1, sentence.last - 1)
    resume(sentence, index + width, found)
    return found


def _resumes(sentence: Sentence, start: int) -> bool:
    """Return whether a clause of its own follows a parenthesis: *On Monday, X said, two died*.

    What only joins something (*killing 12*, *and left*) leaves the clause before it what was said.
    """
    low = sentence.words.low
    if start > sentence.end or low[start] in _TERMINALS:
        return False
    if low[start] not in BREAKS or start >= sentence.end:
        return True
    after = low[start + 1]
    return not (after.endswith("ing") or after in ASIDE or after in TIMES)


def _adverbial(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma only tells when or where."""
    low = sentence.words.low
    opening = low[sentence.first]
    finite = any(word in FINITE or word in VERBS for word in low[sentence.first : comma])
    if opening.endswith("ing") and sentence.first + 1 < comma:
        return not finite  # "Speaking in Kolm", not "Rising seas could take 12 homes"
    if low[comma - 1] in PERIODS and opening in _PERIOD_OPENS:
        return True
    following = low[sentence.first + 1]
    counts = following in {"least", "most"} or (
        opening in _ABOUT and is_number(following)
    )  # *between 12 and 15 people*, *over 40*
    if counts or (opening not in PREPOSITIONS and opening not in _OPENINGS):
        return False
    return not finite and not _acts_behind(low[sentence.first : comma])


def _acts_behind(low: list[str]) -> bool:
    """Return whether a clause of its own follows when or where: *In Lyman, 12 people died*."""
    last = len(low) - low[::-1].index(",") if "," in low else 0
    if not last or low[last] in PREPOSITIONS | SUBORDINATORS | RELATIVES:
        return False
    return any(is_past(word) for word in low[last + 1 :])


def _tail(sentence: Sentence, start: int, *, quoted: bool) -> bool:
    """Return whether only time, place and addressee follow a cue up to a comma or the end."""
    low, last = sentence.words.low, sentence.last
    if start >= last or low[start] in {".", "!", "?", ";", QUOTE, "—", "–", "―"}:
        return start >= last or low[start] != QUOTE
    if low[start] == ",":
        return quoted or low[start + 1 : start + 2] != [QUOTE]
    told = low[start - 1] in {"told", "tells"}
    dated = PERIODS | WEEKDAYS
    told = told or (
        low[start] in _PERIOD_OPENS and not dated.isdisjoint(low[start + 1 : start + 2])
    )
    counts = start + 1 < last and _counts(low[start], low[start + 1])
    if counts or (low[start] not in TAIL_OPENS and not told):
        return False
    for index in range(start, last):
        if low[index] in BREAKS:
            return True
        if low[index] in {"that", QUOTE, ":"} and index < start + 10:
            return index + 1 < last and _relative(low, index)
    return True


def _relative(low: list[str], that: int) -> bool:
    """Return whether *that* tells more of a manner of speech: *a briefing that began at nine*."""
    verb = low[that + 1]
    past = verb in VERBS or verb in AUXILIARIES or verb.endswith("ed")
    return low[that] == "that" and low[that - 1] in MANNER and past


def _counts(opening: str, word: str) -> bool:
    """Return whether words behind a cue open a figure: *at least 12*, *about 40*, *in all*."""
    if opening in {"about", "around", "over", "under", "between"}:
        return is_number(word)
    return (opening == "at" and word in {"least", "most"}) or (opening, word) == ("up", "to")
