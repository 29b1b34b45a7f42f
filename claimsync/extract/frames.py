"""Frames: the orders in which a sentence sets source, cue and content beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimsync.extract.clauses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MANNER,
    MODALS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    STOPS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    WEEKDAYS,
    antecedent,
    appended,
    is_adverb,
    phrase_end,
    subject,
)
from claimsync.extract.cues import cue_forms
from claimsync.extract.labels import label
from claimsync.extract.speaking import CLAUSES, NOUNISH, speaks
from claimsync.extract.words import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.cues import Cue
    from claimsync.extract.words import Words

Range = tuple[int, int]
_CUES = cue_forms()
_INVERTS = frozenset({"says", "states", "voices", "asks"})
ESTIMATES = frozenset("estimate estimates count tally account accounts reckoning".split())
_BREAKS = frozenset({",", "—", "–", "--", "―"})
_JOINS = frozenset({"and", "but", "or", "then"})
_TAIL_OPENS = PREPOSITIONS | TIMES | frozenset("when while who whose which recently about".split())
_ADJUNCTS = frozenset("in on at after during through from via before of".split())
_AFTER_TELLING = frozenset("that to how whether what about if".split())
# What somebody is told to judge or plan is part of what is said.
_MINOR = frozenset({"judges", "pledges", "holds", "voices", "asks"})
_PERIOD_OPENS = frozenset("last this earlier next late early two three days hours".split())
_FINITE = frozenset({"says", "states", "tells", "holds", "pledges"})
_MEANS = frozenset("by for from despite before after".split())
_ASIDE = frozenset("who which while after as when whose referring speaking where and but".split())


@dataclass(slots=True)
class Sentence:
    """A range of words that is read as one; ``titled``: nearly every word begins with a capital."""

    words: Words
    first: int
    last: int
    titled: bool = False
    heading: bool = False

    @property
    def end(self) -> int:
        """The last word before the full stop."""
        return self.last - 2 if self.words.low[self.last - 1] in ".!?…" else self.last - 1


@dataclass(slots=True)
class Found:
    """A cue with its source and content, as ranges of words, both ends included.

    ``region`` is what the cue takes up where it interrupts or ends its content; ``joint`` the word
    that joins the cue to another clause before it.
    """

    cue: Range
    source: Range | None
    content: list[Range] = field(default_factory=list)
    rule: str = ""
    kinds: frozenset[str] = frozenset()
    region: Range | None = None
    joint: int | None = None


def frames(sentence: Sentence) -> list[Found]:
    """Return what a sentence attributes, in the order of its cues."""
    low = sentence.words.low
    found: list[Found] = []
    for index in range(sentence.first, sentence.last):
        word = low[index]
        if word in _CUES:
            one = _verb(sentence, index, _CUES[word])
        elif word == "according" and low[index + 1 : index + 2] == ["to"]:
            one = _according(sentence, index)
        elif word == "by" and not ESTIMATES.isdisjoint(low[index + 1 : index + 5]):
            one = _estimated(sentence, index)
        else:
            continue
        if one:
            found.append(one)
    if not found and (ranges := label(sentence)):
        cue, source, content = ranges
        found.append(Found(cue, source, [content], "label", frozenset({"label"})))
    if len(found) > 1:
        _clip(sentence.words, found)
    return [
        one
        for one in found
        if (one.content or one.rule == "opens") and not (one.kinds <= _MINOR and _nested(one, found))
    ]


def _nested(one: Found, found: list[Found]) -> bool:
    """Return whether something stands within what somebody else says."""
    return any(
        other is not one and start <= one.cue[0] <= end
        for other in found
        for start, end in other.content
    )


def speaks_after(words: Words, quote: int) -> bool:
    """Return whether a speaker and a cue follow a quotation at once."""
    low = words.low
    for index in range(quote + 1, min(len(low), quote + 9)):
        cue = _CUES.get(low[index])
        if cue and cue.form in {"past", "s"}:
            return True
        if low[index] in {",", ";", ":", QUOTE} or low[index] in VERBS:
            return False
    return False


def _according(sentence: Sentence, index: int) -> Found | None:
    """Return the frame of ``according to X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    stop = phrase_end(words, index + 2, last)
    if stop < last and low[stop] == "," and index > first:
        stop = appended(words, stop, last)
    if stop == index + 2:
        return None
    source = (index + 2, min(stop - 1, sentence.end))
    before = index - 1 if index > first and low[index - 1] in _BREAKS else index
    found = Found((index, index + 1), source, [], "according", frozenset({"according"}))
    found.region = (before, stop - 1)
    if before > first:
        found.content.append((first, before - 1))
    after = stop
    while after < last and low[after] not in _BREAKS and low[after] not in {QUOTE, ":", ";"}:
        after += 1
    if after < last and low[after] in _BREAKS | {":"}:
        after += 1
    if after <= sentence.end and (before <= first or low[after] not in _ASIDE | {";"}):
        found.content.append((after, sentence.end))
    return found


def _estimated(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``P, by X's estimate``."""
    words, first = sentence.words, sentence.first
    low = words.low
    last = next(at for at in range(index + 1, index + 5) if low[at] in ESTIMATES)
    aside = index > first and low[index - 1] in _BREAKS
    if any(low[at] in STOPS for at in range(index + 1, last)) or not (aside or index == first):
        return None
    found = Found((index, index), (index + 1, last), [], "according", frozenset({"according"}))
    found.region = (index - 1 if aside else index, last)
    if aside and index - 2 >= first:
        found.content.append((first, index - 2))
    elif low[last + 1 : last + 2] == [","] and last + 2 <= sentence.end:
        found.content.append((last + 2, sentence.end))
    return found


def _verb(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame of a verb, if one fits."""
    words, first = sentence.words, sentence.first
    low = words.low
    if cue.form == "participle" or (
        words.capital(index) and index > first and not sentence.titled
    ):
        return None
    if cue.form == "ing":
        return _participle(sentence, index, cue)
    before = _before(words, index, first)
    if before is None:
        return None
    if inverted := _inverted(sentence, index, cue):
        return inverted
    source = _source(words, before, first)
    if source is None:
        return None
    kind, width = speaks(sentence, index, source, cue)
    if not kind:
        return None
    if low[source[0] - 1 : source[0]] == ["as"] and source[0] > first:
        return _remark(sentence, index, width, source, kind)
    return _parenthesis(sentence, index, width, source, kind) or _plain(
        sentence, index, width, source, kind
    )


def _before(words: Words, index: int, first: int) -> int | None:
    """Return the last word before a verb and its auxiliaries; None for passives and infinitives."""
    low = words.low
    before = index - 1
    while before >= first and (is_adverb(low[before]) or low[before] in AUXILIARIES):
        if low[before] in BE or low[before] in MODALS:
            return None
        before -= 1
    if before >= first and low[before] == "on" and low[before + 1] in WEEKDAYS:
        before -= 1
    if before > first and low[before].isdigit() and low[before - 1] == "in":
        before -= 2
    return None if before >= first and low[before] == "to" else before


def _source(words: Words, before: int, first: int) -> Range | None:
    """Return the subject of the verb after ``before``."""
    low = words.low
    if before < first:
        return None
    if low[before] == "who":
        return before, before
    if low[before] in RELATIVES and before > first and low[before - 1] not in STOPS:
        return antecedent(words, before - 1, first) or (before, before)
    if low[before] in _BREAKS:
        return _interrupted(words, before, first)
    if low[before] in _JOINS:
        return _shared(words, before, first)
    return subject(words, before, first)


def _interrupted(words: Words, before: int, first: int) -> Range | None:
    """Return the subject in ``X, the mayor, said``; with what is between if it tells who X is."""
    low = words.low
    back = before - 1
    while back > first and low[back] != low[before]:
        back -= 1
    if back <= first or before - back > 30:
        return None
    source = subject(words, back - 1, first)
    if source is None or low[source[1]] in PRONOUNS:
        return source
    opening = low[back + 1]
    aside = PREPOSITIONS | SUBORDINATORS | {"speaking", "asked", "however", "meanwhile"}
    if (opening in aside and opening != "whose") or is_adverb(opening):
        return source
    return source[0], before - 1


def _shared(words: Words, conjunction: int, first: int) -> Range | None:
    """Return the subject that a verb after ``and`` shares with the verb before."""
    low = words.low
    for index in range(first + 1, conjunction):
        word = low[index]
        cue = _CUES.get(word)
        finite = (cue and cue.form in {"past", "s"}) or word in VERBS or word in AUXILIARIES
        if not finite and not (word.endswith("ed") and not words.capital(index)):
            continue
        before = index - 1
        while before >= first and is_adverb(low[before]):
            before -= 1
        source = _source(words, before, first) if low[before] not in _JOINS else None
        if source and low[source[1]] not in RELATIVES | {"it"}:
            return source
    return None


def _inverted(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame ``P, said X``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    start = index + 1
    if index <= first or start >= last or not cue.kinds & _INVERTS:
        return None
    mark = low[index - 1]
    if (mark != QUOTE and mark not in _BREAKS) or (cue.form == "base" and cue.lemma != "say"):
        return None
    quoted = mark == QUOTE or low[index - 2] == QUOTE
    if not (quoted or "says" in cue.kinds) or _no_name(low[start]):
        return None
    stop = phrase_end(words, start, last)
    if any(_speaks(low, at) for at in range(start + 1, stop)):
        return None
    if stop < last and (low[stop] in AUXILIARIES or low[stop] in VERBS):
        return None
    if not quoted and not (_clausal(sentence, index - 1) and _closes(sentence, index, stop)):
        return None
    stop = min(appended(words, stop, last), sentence.end + 1)
    end = index - 1 if mark == QUOTE else index - 2
    found = Found((index, index), (start, stop - 1), [(first, end)], "inverted", cue.kinds)
    found.region = (end + 1, last - 1)
    _resume(sentence, stop, found)
    return found


def _speaks(low: list[str], index: int) -> bool:
    """Return whether a word is a cue that would need a subject of its own."""
    cue = _CUES.get(low[index])
    return (
        cue is not None
        and cue.form in {"past", "s"}
        and cue.lemma not in NOUNISH
        and bool(cue.kinds & _FINITE)
    )


def _closes(sentence: Sentence, index: int, stop: int) -> bool:
    """Return whether ``said X`` ends what is said, and is no verb after ``X, the mayor,``."""
    low, first = sentence.words.low, sentence.first
    back = index - 2
    while back > first and low[back] not in _BREAKS:
        back -= 1
    apposition = low[back] in _BREAKS and (low[back + 1] in DETERMINERS or low[back + 1] in ROLES)
    if apposition and not any(word in AUXILIARIES or word in VERBS for word in low[first:back]):
        return False
    return stop >= sentence.end or low[stop] in _TAIL_OPENS or low[stop] in _BREAKS


def _no_name(word: str) -> bool:
    """Return whether a word cannot open the name of a speaker."""
    return (
        word in STOPS
        or word in TIMES
        or word in PREPOSITIONS
        or word in PRONOUNS
        or word in OBJECTS - {"reporters"}
        or word in CLAUSES
    )


def _clausal(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma may be said by itself and is no name."""
    words, first = sentence.words, sentence.first
    low = words.low
    if sentence.titled or comma - first > 12:
        return True
    return any(
        word in AUXILIARIES or word in VERBS or word in _CUES or word.endswith("ed") or word.isdigit()
        for word in low[first:comma]
    )


def _remark(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found:
    """Return the frame ``as X noted, P``."""
    first = sentence.first
    found = Found((index, index + width - 1), source, [], "remark", kind)
    start = source[0] - 1
    low = sentence.words.low
    end = start - 2 if low[start - 1] in _BREAKS else start - 1
    if start - 1 > first and end >= first:
        found.content.append((first, end))
    found.region = (start - 1, sentence.last - 1)
    _resume(sentence, index + width, found)
    return found


def _parenthesis(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``P, X said`` with what may follow."""
    words, first = sentence.words, sentence.first
    low = words.low
    before = source[0] - 1
    if before < first or (low[before] != QUOTE and low[before] not in _BREAKS):
        return None
    end = before if low[before] == QUOTE else before - 1
    if end < first:
        return None
    quoted = low[end] == QUOTE
    tail = _tail(sentence, index + width, quoted=quoted)
    if not tail and quoted and low[first] in PREPOSITIONS and not _clausal(sentence, end):
        return None
    if not (quoted and words.text[words.ends[end] - 2] in ",.?!—-…"):
        if not tail or (not quoted and _adverbial(sentence, before)):
            return None
    found = Found((index, index + width - 1), source, [(first, end)], "parenthesis", kind)
    found.region = (end + 1, sentence.last - 1)
    _resume(sentence, index + width, found)
    return found


def _adverbial(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before a comma only tells when or where."""
    low = sentence.words.low
    opening = low[sentence.first]
    if opening in _PERIOD_OPENS and comma - sentence.first < 5:  # noqa: PLR2004  # last month,
        return True
    if opening not in PREPOSITIONS and opening not in SUBORDINATORS - {"but", "and", "so", "nor"}:
        return False
    return not any(word in AUXILIARIES or word in VERBS for word in low[sentence.first : comma])


def _tail(sentence: Sentence, start: int, *, quoted: bool) -> bool:
    """Return whether only time, place and addressee follow a cue up to a comma or the end."""
    low, last = sentence.words.low, sentence.last
    if start >= last or low[start] in {".", "!", "?", QUOTE, "—", "–", "―"}:
        return start >= last or low[start] != QUOTE
    if low[start] == ",":
        return quoted or low[start + 1] != QUOTE
    told = low[start - 1] in {"told", "tells"}
    if low[start] not in _TAIL_OPENS and not told:
        return False
    for index in range(start, last):
        if low[index] in _BREAKS:
            return True
        if low[index] in {"that", QUOTE, ":"} and index < start + 10:
            return False
    return True


def _resume(sentence: Sentence, start: int, found: Found) -> None:
    """Add what goes on after a parenthesis, and let the parenthesis end there."""
    low, last = sentence.words.low, sentence.last
    index = start
    while index < last and low[index] not in _BREAKS and low[index] not in {QUOTE, ":"}:
        if low[index] == "that":
            return
        index += 1
    if index >= last - 1 or found.region is None:
        return
    resumes = index if low[index] == QUOTE else index + 1
    cue = _CUES.get(low[resumes])
    if low[index] == "," and (low[resumes] in _ASIDE or (cue and cue.form == "ing")):
        if cue and cue.kinds & {"says", "states", "tells", "cites"}:
            return
        resumes = index + 1
        while resumes < last and not (low[resumes] == QUOTE and low[resumes - 1] == ","):
            resumes += 1
    if resumes <= sentence.end:
        found.content.append((resumes, sentence.end))
        found.region = (found.region[0], resumes - 1)


def _plain(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``X said P``."""
    start = _content_start(sentence, index + width, kind)
    end = _content_end(sentence, start)
    if "cites" in kind and start <= end:
        end = max(start, phrase_end(sentence.words, start, end + 1) - 1)
    if start > end:
        opens = sentence.words.low[sentence.last - 1] == ":"
        cue = (index, index + width - 1)
        return Found(cue, source, [], "opens", kind) if opens else None
    if sentence.words.low[source[0] - 1 : source[0] + 1] == [",", "who"]:
        end = _aside_end(sentence, start, end)
    found = Found((index, index + width - 1), source, [(start, end)], "plain", kind)
    joint = index - 1
    low = sentence.words.low
    while joint > sentence.first and (is_adverb(low[joint]) or low[joint] in AUXILIARIES):
        joint -= 1
    if low[joint] in _JOINS:
        found.joint = joint
    elif low[source[0] - 1] in {"but", "and", "while", "although", "though", "whereas"}:
        found.joint = source[0] - 1 if low[source[0] - 2] in _BREAKS else None
    return found


def _aside_end(sentence: Sentence, start: int, end: int) -> int:
    """Return where ``X, who said P, left`` leaves what is said and goes on with X."""
    low = sentence.words.low
    for index in range(start, end):
        after = low[index + 1]
        if low[index] == "," and (
            after in VERBS or after in AUXILIARIES or after.endswith("ed") or after in _CUES
        ):
            return index - 1
    return end


def _content_start(sentence: Sentence, start: int, kind: frozenset[str]) -> int:
    """Return the first word of what is said after a cue."""
    low, last = sentence.words.low, sentence.last
    if start >= last:
        return start
    word = low[start]
    if word == ":":
        return start + 1
    if word == ",":
        for index in range(start + 2, min(last, start + 20)):
            if low[index] == "that" and low[index - 1] == ",":
                return index
        comma = next((i for i in range(start + 2, min(last, start + 15)) if low[i] == ","), 0)
        return comma + 1 if comma and low[start + 1] in PREPOSITIONS else start + 1
    if word in CLAUSES or word == QUOTE:
        return start
    if "tells" in kind:
        return _after_addressee(sentence, start)
    if word in TIMES:
        return _content_start(sentence, start + 1, kind)
    if word in _ADJUNCTS and not low[start + 1].isdigit() and "judges" not in kind:
        return _after_adjunct(sentence, start)
    return start


def _after_addressee(sentence: Sentence, start: int) -> int:
    """Return where what is told begins, after whom it is told to."""
    low, last = sentence.words.low, sentence.last
    for index in range(start, min(last, start + 25)):
        word = low[index]
        if word == QUOTE or (word in _AFTER_TELLING and index > start):
            return index
        if word in {":", ","} and index + 1 < last:
            return index + 1
        if word == ";":
            break
    return start + 1 if low[start] in OBJECTS else phrase_end(sentence.words, start, last)


def _after_adjunct(sentence: Sentence, start: int) -> int:
    """Return where content begins after a time, place or manner of speech."""
    low, last = sentence.words.low, sentence.last
    for index in range(start + 1, min(last, start + 25)):
        word = low[index]
        if word == "that" or (word == QUOTE and low[index - 1] not in {"the", "a", "of", "on"}):
            return index
        if word == ":" or (word == "," and low[index + 1 : index + 2] == [QUOTE]):
            return index + 1
        if word in VERBS or word in AUXILIARIES or word in {";", ","}:
            break
    if low[start + 1] in WEEKDAYS:
        return start + 2
    for index in range(start + 1, min(last, start + 5)):
        if low[index] in MANNER:
            return index + 1
        if low[index] in PREPOSITIONS:
            break
    return start


def _content_end(sentence: Sentence, start: int) -> int:
    """Return the last word of what is said: a thing named ends before ``, which``."""
    low = sentence.words.low
    clause = low[start] in CLAUSES or low[start] == QUOTE if start < sentence.last else True
    for index in range(start + 1, sentence.end):
        if low[index] == ";":
            return index - 1
        if low[index] == "," and not clause and low[index + 1] in {"which", "who", "although"}:
            return index - 1
    return sentence.end


def _participle(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame ``X did it, saying P``, or ``X is saying P``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    before = index - 1
    while before >= first and is_adverb(low[before]):
        before -= 1
    if before < first or index + 1 >= last or low[index + 1] in {".", "by"}:
        return None
    kinds = cue.kinds & {"says", "states", "tells", "judges", "cites", "asks"}
    quoting = low[index + 1] == QUOTE or low[index + 1 : index + 3] == [",", QUOTE]
    if not kinds or (low[index + 1] == "," and not quoting):
        return None
    source: Range | None = None
    if low[before] in BE:
        back = before - 1
        while back >= first and (is_adverb(low[back]) or low[back] in AUXILIARIES):
            back -= 1
        source = _source(words, back, first)
    elif low[before] in {",", "and"} or (low[before] in _MEANS and "says" in kinds):
        source = _main_subject(words, first, before)
    elif quoting:
        source = subject(words, before, first)
    if source is None:
        return None
    found = _plain(sentence, index, 1, source, kinds)
    if found:
        found.joint = before if low[before] in {",", "and"} else None
        found.rule = "participle"
    return found


def _main_subject(words: Words, first: int, end: int) -> Range | None:
    """Return the subject of the nearest verb of speech before ``end``, else of the first verb."""
    low = words.low
    for index in range(end - 1, first, -1):
        cue = _CUES.get(low[index])
        if not cue or cue.form not in {"past", "s"} or words.capital(index):
            continue
        if cue.form == "s" and cue.lemma in NOUNISH:
            continue
        before = _before(words, index, first)
        source = _source(words, before, first) if before is not None else None
        if source and low[source[1]] not in RELATIVES:
            return source
        if not source and index + 1 < end and low[index - 1] in {",", QUOTE}:
            return index + 1, min(phrase_end(words, index + 1, end), end) - 1
    return _shared(words, end, first)


def _clip(words: Words, found: list[Found]) -> None:
    """Let no content run into a parenthesis or into a second cue that is not its own."""
    for other in found:
        if other.region and other.rule != "plain":
            border = other.region[0]
        elif other.joint is not None:
            border = other.joint
            if words.low[border - 1] == ",":
                border -= 1
        else:
            continue
        for one in found:
            if one is not other and one.cue[1] < border:
                one.content = [
                    (start, min(end, border - 1)) if one.cue[1] < start < border else (start, end)
                    for start, end in one.content
                ]
