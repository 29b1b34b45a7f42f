"""Frames: the orders in which a sentence sets source, cue and content beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimsync.extract.clauses import (
    AUXILIARIES, BE, CONNECTIVES, DETERMINERS, MANNER, MODALS, OBJECTS, PREPOSITIONS, PRONOUNS,
    STOPS, SUBORDINATORS, TIMES, VERBS, is_adverb, phrase_end, subject,
)
from claimsync.extract.cues import cue_forms
from claimsync.extract.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.cues import Cue
    from claimsync.extract.words import Words

Range = tuple[int, int]
_CUES = cue_forms()
_INVERTS = frozenset({"says", "states", "voices", "asks"})
_TAIL_OPENS = PREPOSITIONS | TIMES | frozenset("when while who whose which recently about".split())
_WH = frozenset("that how why whether if what who where when".split())


@dataclass(slots=True)
class Found:
    """A cue with its source and content, as ranges of words, both ends included."""

    cue: Range
    source: Range | None
    content: list[Range] = field(default_factory=list)
    rule: str = ""
    region: Range | None = None  # what the cue takes up where it interrupts or ends its content


def speaks_after(words: Words, quote: int) -> bool:
    """Return whether a speaker and a cue follow a quotation at once."""
    low = words.low
    for index in range(quote + 1, min(len(low), quote + 9)):
        word = low[index]
        cue = _CUES.get(word)
        if cue and cue.form in {"past", "s"}:
            return True
        if word in {",", ";", ":", QUOTE} or word in VERBS:
            return False
    return False


def frames(words: Words, first: int, last: int, *, heading: bool = False) -> Iterator[Found]:
    """Yield what the sentence of the words from ``first`` up to ``last`` attributes."""
    low = words.low
    found: list[Found] = []
    cues = _CUES
    for index in range(first, last):
        word = low[index]
        if word in cues:
            one = _verb(words, index, first, last, cues[word], heading)
        elif word == "according" and index + 2 < last and low[index + 1] == "to":
            one = _according(words, index, first, last)
        else:
            continue
        if one:
            found.append(one)
    _clip(words, found)
    yield from found


def _content_end(words: Words, last: int) -> int:
    """Return the last word of a sentence, its full stop left out."""
    return last - 2 if words.low[last - 1] in {".", "!", "?", "…"} else last - 1


def _according(words: Words, index: int, first: int, last: int) -> Found | None:
    """Return the frame of ``according to X``."""
    low = words.low
    start = index + 2
    stop = phrase_end(words, start, last)
    if stop == start:
        return None
    end = _content_end(words, last)
    found = Found((index, index + 1), (start, min(stop, last) - 1), rule="according")
    if found.source and low[found.source[1]] == "." and found.source[1] == last - 1:
        found.source = (start, last - 2)
    before = index - 1 if index > first and low[index - 1] in ",—–-" else index
    found.region = (before, stop - 1)
    if before > first:
        found.content.append((first, before - 1))
    after = stop
    while after < last and low[after] not in {",", QUOTE, "—", "–", ":"}:
        after += 1
    if after < end and low[after] != QUOTE:
        after += 1
    if after <= end and (before <= first or low[after] not in {"who", "which"}):
        found.content.append((after, end))
    return found if found.content else None


def _verb(words: Words, index: int, first: int, last: int, cue: Cue, heading: bool) -> Found | None:
    """Return the frame of a verb, if one fits."""
    low = words.low
    kinds = cue.kinds
    if cue.form == "participle":
        return None
    if cue.form == "ing":
        return _participle(words, index, first, last, cue)
    before = index - 1
    while before >= first and (is_adverb(low[before]) or low[before] in AUXILIARIES):
        if low[before] in BE or low[before] in MODALS:
            return None
        before -= 1
    if before >= first and low[before] == "to":
        return None
    if cue.form == "base" and before != index - 1 and low[index - 1] in {"’s"}:
        return None
    inverted = _inverted(words, index, first, last, cue)
    if inverted:
        return inverted
    source = _source(words, before, first)
    if source is None:
        return None
    if not _fits(words, index, source, last, cue):
        return None
    return _parenthesis(words, index, source, first, last) or _plain(
        words, index, source, last, cue
    )


def _source(words: Words, before: int, first: int) -> Range | None:
    """Return the subject of the verb after ``before``."""
    low = words.low
    if before < first:
        return None
    if low[before] == "who":
        return before, before
    if low[before] == ",":
        back = before - 1
        while back > first and low[back] != ",":
            back -= 1
        if back <= first or before - back > 25:
            return None
        source = subject(words, back - 1, first)
        if source is None:
            return None
        if low[back + 1] in PREPOSITIONS or low[back + 1] in SUBORDINATORS or low[back + 1] in {"speaking", "asked", "who"}:
            return source
        return source[0], before - 1
    if low[before] == "and":
        return _shared(words, before, first)
    return subject(words, before, first)


def _shared(words: Words, conjunction: int, first: int) -> Range | None:
    """Return the subject that a verb after ``and`` shares with the verb before."""
    low = words.low
    for index in range(first + 1, conjunction):
        word = low[index]
        if word in _CUES and _CUES[word].form in {"past", "s"} or word in VERBS or word in AUXILIARIES:
            source = subject(words, index - 1, first)
            if source:
                return source
    return None


def _fits(words: Words, index: int, source: Range, last: int, cue: Cue) -> bool:
    """Return whether a verb speaks here and is no noun or other verb."""
    kinds = cue.kinds
    if "says" in kinds:
        return True
    low = words.low
    after = index + 1
    following = low[after] if after < last else "."
    preceding = low[index - 1]
    if preceding in DETERMINERS or preceding in PREPOSITIONS or preceding in {"’s", "'s"}:
        return False
    if following == "by":
        return False
    says = _complement(words, after, last)
    parenthetical = source[0] > 0 and low[source[0] - 1] in {",", QUOTE} and following in {",", ".", QUOTE, "in", "on", "to", "at"} | TIMES
    if "tells" in kinds:
        return following not in {".", ","} or parenthetical
    if says == "quote" or parenthetical:
        return bool(kinds & {"says", "states", "voices", "asks", "judges", "shows", "holds", "pledges"})
    if says == "that":
        return bool(kinds & {"states", "asks", "shows", "holds", "pledges"})
    if "states" in kinds:
        return cue.form != "base" and following not in {".", ","}
    if "asks" in kinds:
        return following in OBJECTS or following in {"about", "for", "if"}
    if "judges" in kinds:
        return cue.form != "base" and following not in {".", ","}
    if "pledges" in kinds:
        return cue.form != "base" and following in {"to"} | OBJECTS
    return False


def _complement(words: Words, after: int, last: int) -> str:
    """Return what follows a cue: that, quote, or nothing of the kind."""
    low = words.low
    for index in range(after, min(last, after + 14)):
        word = low[index]
        if word in _WH:
            return "that"
        if word == QUOTE:
            return "quote"
        if word in {":"}:
            return "quote"
        if word in {".", ";", "!", "?"} or word in VERBS:
            return ""
    return ""


def _inverted(words: Words, index: int, first: int, last: int, cue: Cue) -> Found | None:
    """Return the frame ``P, said X``."""
    low = words.low
    if index - 1 < first or low[index - 1] not in {",", QUOTE, "—", "–"} or not cue.kinds & _INVERTS:
        return None
    if cue.form == "base" and cue.lemma != "say":
        return None
    start = index + 1
    if start >= last or low[start] in STOPS or low[start] in TIMES or low[start] in PREPOSITIONS or low[start] in _WH:
        return None
    if low[start] in PRONOUNS or low[start] in OBJECTS:
        return None
    stop = phrase_end(words, start, last)
    if stop == last and low[last - 1] == ".":
        stop -= 1
    follows = low[stop] if stop < last else "."
    if follows in AUXILIARIES or follows in VERBS:
        return None
    if follows in _CUES or any(word in _CUES for word in low[start + 1 : stop]):
        return None
    quoted = low[index - 1] == QUOTE or (index - 2 >= first and low[index - 2] == QUOTE)
    if not quoted and not "says" in cue.kinds:
        return None
    before = index - 2 if low[index - 1] != QUOTE else index - 1
    found = Found((index, index), (start, stop - 1), [(first, before)], "inverted")
    found.region = (before + 1, last - 1)
    _after_tail(words, stop, last, found)
    return found


def _after_tail(words: Words, start: int, last: int, found: Found) -> None:
    """Add what goes on after a parenthesis."""
    low = words.low
    index = start
    while index < last and low[index] not in {",", QUOTE, ":", "—", "–"}:
        if low[index] == "that":
            return
        index += 1
    if index >= last - 1:
        found.region = (found.region[0], last - 1) if found.region else None
        return
    if low[index] == QUOTE:
        found.content.append((index, _content_end(words, last)))
    elif index + 1 < last:
        word = low[index + 1]
        cue = _CUES.get(word)
        if word in {"who", "which", "while", "after", "as", "when", "whose", "referring", "speaking", "where"} or (cue and cue.form == "ing") or word in {"and", "but"} and low[index + 2] != QUOTE:
            return
        found.content.append((index + 1, _content_end(words, last)))
    found.region = (found.region[0], index) if found.region else None


def _parenthesis(words: Words, index: int, source: Range, first: int, last: int) -> Found | None:
    """Return the frame ``P, X said`` with what may follow."""
    low = words.low
    before = source[0] - 1
    if before <= first - 1 or before < first:
        return None
    mark = low[before]
    if mark not in {",", QUOTE, "—", "–", "--"}:
        return None
    quoted = mark == QUOTE or (before - 1 >= first and low[before - 1] == QUOTE)
    after = low[index + 1] if index + 1 < last else "."
    if quoted and words.text[words.ends[before if mark == QUOTE else before - 1] - 2] in ",.?!—-…":
        pass
    elif not _tail(words, index + 1, last):
        return None
    if mark == "," and not quoted and (low[first] in PREPOSITIONS or low[first] in SUBORDINATORS and low[first] not in {"but", "and", "so", "nor"}) and not any(w in AUXILIARIES or w in VERBS for w in low[first:before]):
        return None
    end = before if mark == QUOTE else before - 1
    if end < first:
        return None
    start = first
    found = Found((index, index), source, [(start, end)], "parenthesis")
    found.region = (before if mark != QUOTE else before + 1, last - 1)
    _after_tail(words, index + 1, last, found)
    return found


def _tail(words: Words, start: int, last: int) -> bool:
    """Return whether only time, place and addressee follow a cue up to a comma or the end."""
    low = words.low
    if start >= last or low[start] in {",", ".", "!", "?", QUOTE, "—", "–"}:
        return True
    if low[start] not in _TAIL_OPENS and low[start] not in OBJECTS and low[start - 1] != "told":
        return False
    for index in range(start, last):
        word = low[index]
        if word in {",", "—", "–"}:
            return True
        if word in {"that", QUOTE, ":"} and index < start + 10:
            return False
    return True


def _plain(words: Words, index: int, source: Range, last: int, cue: Cue) -> Found | None:
    """Return the frame ``X said P``."""
    low = words.low
    start = _content_start(words, index + 1, last, cue)
    end = _content_end(words, last)
    if start > end:
        return None
    return Found((index, index), source, [(start, end)], "plain")


def _content_start(words: Words, start: int, last: int, cue: Cue) -> int:
    """Return the first word of what is said after a cue."""
    low = words.low
    addressed = "tells" in cue.kinds
    if start < last and (low[start] in {",", ":"}):
        start += 1
        if low[start - 1] == ":":
            return start
        comma = next((i for i in range(start, min(last, start + 15)) if low[i] == ","), -1)
        if low[start] in PREPOSITIONS and comma > 0:
            return comma + 1
        return start
    adjunct = start < last and (low[start] in PREPOSITIONS or low[start] in TIMES or is_adverb(low[start])) and "judges" not in cue.kinds
    if not (addressed or adjunct):
        return start
    for index in range(start, min(last, start + 25)):
        word = low[index]
        if word in {"that", QUOTE} or (addressed and word in {"to", "how", "whether", "what", "about"} and index > start):
            return index
        if word in {":", ","} and index + 1 < last:
            return index + 1
        if word in {".", ";"}:
            break
    if low[start] in TIMES or is_adverb(low[start]):
        return start + 1
    if addressed:
        return start + 1 if low[start] in OBJECTS else phrase_end(words, start, last)
    return start


def _participle(words: Words, index: int, first: int, last: int, cue: Cue) -> Found | None:
    """Return the frame ``X did it, saying P``, or ``X is saying P``."""
    low = words.low
    if not cue.kinds & {"says", "states", "tells", "judges", "cites"}:
        return None
    before = index - 1
    while before >= first and is_adverb(low[before]):
        before -= 1
    if before < first:
        return None
    source: Range | None = None
    if low[before] in BE:
        back = before - 1
        while back >= first and (is_adverb(low[back]) or low[back] in AUXILIARIES):
            back -= 1
        source = _source(words, back, first)
    elif low[before] in {",", "and"}:
        source = _main_subject(words, first, before)
    if source is None or index + 1 >= last or low[index + 1] in {".", ",", "by"}:
        return None
    return _plain(words, index, source, last, cue)


def _main_subject(words: Words, first: int, end: int) -> Range | None:
    """Return the subject of the nearest verb before ``end``, preferably one that speaks."""
    low = words.low
    for index in range(end - 1, first, -1):
        cue = _CUES.get(low[index])
        if cue and cue.form in {"past", "s"}:
            if source := subject(words, index - 1, first):
                return source
            if index + 1 < end and low[index - 1] in {",", QUOTE}:
                return index + 1, min(phrase_end(words, index + 1, end), end) - 1
    for index in range(first + 1, end):
        word = low[index]
        if word in VERBS or word in AUXILIARIES or word.endswith("ed"):
            if source := subject(words, index - 1, first):
                return source
    return None


def _clip(words: Words, found: list[Found]) -> None:
    """Let no content run into a parenthesis or a second cue that is not its own."""
    low = words.low
    for one in found:
        for other in found:
            if other is one:
                continue
            border = other.cue[0]
            if other.rule in {"parenthesis", "inverted", "according"} and other.region:
                border = other.region[0]
            elif not (other.rule == "plain" and low[border - 1] in {","} and low[border].endswith("ing")):
                continue
            else:
                border -= 1
            one.content = [
                (start, border - 1) if start < border <= end and one.cue[0] < border and start > one.cue[1] else (start, end)
                for start, end in one.content
            ]
        one.content = [piece for piece in one.content if piece[0] <= piece[1]]
