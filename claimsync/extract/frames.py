"""Frames: the orders in which a sentence sets source, cue and content beside each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.asides import (
    ESTIMATES,
    according,
    estimated,
    inverted,
    parenthesis,
    remark,
)
from claimsync.extract.clauses import (
    AUXILIARIES,
    BE,
    BREAKS,
    HOLDERS,
    PREPOSITIONS,
    TIMES,
    VERBS,
    antecedent,
    is_adverb,
    phrase_end,
    subject,
)
from claimsync.extract.contents import aside_end, content_end, content_start
from claimsync.extract.labels import label
from claimsync.extract.nominal import CLAIMS, claimed, noun_frame
from claimsync.extract.sentence import Found
from claimsync.extract.sources import JOINS, before_verb, main_subject, source_of
from claimsync.extract.speaking import DOCUMENTS, speaks
from claimsync.extract.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.cues import Cue
    from claimsync.extract.sentence import Range, Sentence
    from claimsync.extract.words import Words

# What somebody is told to judge or plan is part of what is said.
_TELLING = frozenset({"says", "states", "tells"})
# A clause that opens a sentence so ends at its comma: After X said P, Q.
_WHILES = frozenset(
    "when after before as if while although though since because once until".split()
)
_ADVERBIALS = PREPOSITIONS | _WHILES | {"asked", "speaking"}
_MINOR = frozenset({"judges", "pledges", "holds", "voices", "asks", "claims", "counts"})


_BEHIND = frozenset({"according", "parenthesis", "inverted"})
_FAULTS = frozenset("wrong false untrue fake incorrect misleading".split())
_DASHES = frozenset({"–", "—", "--"})
_OBJECTS = frozenset({"whom", "which"})  # the workers whom X says it hired
_TRIGGERS = CLAIMS | {"according", "by"}
SOMEBODY = HOLDERS | frozenset(
    "doctor nurse source diplomat agency ministry police company witness resident survivor".split()
)
_AGAINST = frozenset({"contrary", "despite", "unlike"})
_AMONG = frozenset({"among", "of"})  # among the measures announced on Tuesday:
_TAILS = PREPOSITIONS | TIMES | frozenset("it this that last when while and but".split())
_MEANS = frozenset("by for from despite before after".split())


def frames(sentence: Sentence) -> list[Found]:
    """Return what a sentence attributes, in the order of its cues."""
    low, cues = sentence.words.low, sentence.words.cues
    found: list[Found] = []
    first, last = sentence.first, sentence.last
    told = enumerate(low[first:last], start=first)
    for index in [at for at, word in told if word in cues or word in _TRIGGERS]:
        word = low[index]
        if word in cues:
            one = _verb(sentence, index, cues[word])
            one = one or (_claimed(sentence, index) if word in CLAIMS else None)
        elif word in CLAIMS:
            one = _claimed(sentence, index)
        elif word == "according" and low[index + 1 : index + 2] == ["to"]:
            one = according(sentence, index)
        elif word == "by" and not ESTIMATES.isdisjoint(low[index + 1 : index + 5]):
            one = estimated(sentence, index)
        else:
            continue
        if one:
            found.append(one)
    if not found and (named := noun_frame(sentence)):
        found.append(named)
    if not found and (ranges := label(sentence)):
        cue, source, content = ranges
        found.append(Found(cue, source, [content], "label", frozenset({"label"})))
    if len(found) > 1:
        _clip(sentence.words, found)
    return [
        one
        for one in found
        if (one.content or one.rule == "opens")
        and not (one.kinds <= _MINOR and _nested(one, found))
    ]


def _claimed(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``X's claim that P``, without the page's own ``was wrong``."""
    one = claimed(sentence, index)
    if one:
        ((start, end),) = one.content
        one.content = [(start, _faulted(sentence.words.low, start, end))]
    return one


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
        cue = words.cues.get(low[index])
        if cue and cue.form in {"past", "s"}:
            return True
        if low[index] in {",", ";", ":", QUOTE} or low[index] in VERBS:
            return False
    return False


def _verb(sentence: Sentence, index: int, cue: Cue) -> Found | None:  # noqa: PLR0911 - a form each
    """Return the frame of a verb, if one fits."""
    words, first = sentence.words, sentence.first
    low = words.low
    if cue.form == "participle" or (words.capital(index) and index > first and not sentence.titled):
        return None
    if cue.form == "ing":
        return _participle(sentence, index, cue)
    before = before_verb(words, index, first)
    if before is None:
        return None
    if turned := inverted(sentence, index, cue):
        return turned
    source = source_of(words, before, first)
    if source is None:
        return None
    as_told = source[0] > first and low[source[0] - 1] == "as"
    kind, width = speaks(sentence, index, source, cue)
    if as_told and cue.form != "base" and cue.kinds & _TELLING and _aside(low, index + width):
        return remark(sentence, index, width, source, cue.kinds & _TELLING)
    if not kind:
        return None
    return parenthesis(sentence, index, width, source, kind) or _plain(
        sentence, index, width, source, kind
    )


def _aside(low: list[str], after: int) -> bool:
    """Return whether *as X said* ends there: *as deficit forecasts diverge* tells of no speaker."""
    return after >= len(low) or not low[after].isalpha() or low[after] in _TAILS


def _plain(
    sentence: Sentence, index: int, width: int, source: Range, kind: frozenset[str]
) -> Found | None:
    """Return the frame ``X said P``."""
    opening = sentence.words.low[sentence.first]
    if opening in _AGAINST and sentence.words.low[source[0] - 1] == "what":
        return None  # "contrary to what X had said, P"
    said = sentence.words.low[index + width : index + width + 1]
    if (
        source[0] > sentence.first
        and sentence.words.low[source[0] - 1] == "what"
        and not (set(said) & BE)
    ):  # "what X says his plan would do" tells nothing of what follows
        what = (source[0] - 1, source[0] - 1)
        return Found((index, index + width - 1), source, [what], "plain", kind)
    start = content_start(sentence, index + width, kind)
    end = content_end(sentence, start)
    if "cites" in kind and start <= end:
        end = max(start, phrase_end(sentence.words, start, end + 1) - 1)
    if start > end:
        opens = sentence.words.low[sentence.last - 1] == ":" and opening not in _AMONG
        cue = (index, index + width - 1)
        return Found(cue, source, [], "opens", kind) if opens else None
    if source[0] - 1 == sentence.first and sentence.words.low[source[0] - 1] in _WHILES:
        comma = next((at for at in range(start, end) if sentence.words.low[at] == ","), end + 1)
        end = comma - 1
    if sentence.words.low[source[0] - 1 : source[0] + 1] == [",", "who"]:
        end = aside_end(sentence, start, end)
        if opening in _AGAINST:  # "unlike X, who said P, Y said Q"
            end = next((at - 1 for at in range(start, end) if sentence.words.low[at] == ","), end)
    if sentence.words.low[index - 1] in {"that", "which"} and source[1] == index - 2:
        end = _faulted(sentence.words.low, start, end)
    found = Found((index, index + width - 1), source, [(start, end)], "plain", kind)
    _join(sentence, found, index + width)
    return found


def _join(sentence: Sentence, found: Found, after: int) -> None:
    """Note where an attribution is joined to what another one tells before it."""
    index, source = found.cue[0], found.source or found.cue
    joint = index - 1
    low = sentence.words.low
    while joint > sentence.first and (is_adverb(low[joint]) or low[joint] in AUXILIARIES):
        joint -= 1
    if low[joint] in JOINS:
        found.joint = joint
    elif low[source[0] - 1] == "," and _colon(low, after):
        found.joint = source[0] - 1 if source[0] - 1 > sentence.first else None
        if found.joint and _told(sentence, found.joint):
            found.content.insert(0, (sentence.first, found.joint - 1))
    elif low[source[0] - 1] in {"but", "and", "while", "although", "though", "whereas"}:
        found.joint = source[0] - 1 if source[0] - 1 > sentence.first else None
    elif source[0] - 1 > sentence.first and (
        low[source[0] - 1] == ";" or (sentence.heading and low[source[0] - 1] in _DASHES)
    ):
        found.joint = source[0] - 1
    if low[source[0] - 1] in _OBJECTS and source[0] - 2 > sentence.first:
        found.content[:0] = _antecedents(sentence, source[0] - 2)


def _colon(low: list[str], after: int) -> bool:
    """Return whether a colon follows a cue, at once or behind *later*."""
    return ":" in low[after : after + 2] and (low[after] == ":" or low[after] in TIMES)


def _told(sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before ``, X said: Q`` is told as well, and is no adverbial."""
    low, first = sentence.words.low, sentence.first
    opening = low[first]
    if opening in _ADVERBIALS or opening.endswith("ing"):
        return False
    return any(word in BE or word in VERBS for word in low[first:comma])


def _antecedents(sentence: Sentence, last: int) -> list[Range]:
    """Return what ``whom X says`` tells of, with its figure: the 300 workers."""
    told = antecedent(sentence.words, last, sentence.first)
    if told is None:
        return []
    start = told[0]
    while start > sentence.first and sentence.words.low[start - 1][0].isdigit():
        start -= 1
    return [(start, last)]


def _faulted(low: list[str], start: int, end: int) -> int:
    """Return where what was claimed ends, if the same sentence says that it is wrong."""
    for index in range(start + 1, end):
        if low[index] in BE and low[index + 1] in _FAULTS:
            return index - 1
    return end


def _participle(sentence: Sentence, index: int, cue: Cue) -> Found | None:
    """Return the frame ``X did it, saying P``, or ``X is saying P``."""
    words, first, last = sentence.words, sentence.first, sentence.last
    low = words.low
    before = index - 1
    while before >= first and is_adverb(low[before]):
        before -= 1
    if index == first and "cites" in cue.kinds:
        return _citing(sentence)
    if before < first or index + 1 >= last or low[index + 1] in {".", "by"}:
        return None
    kinds = cue.kinds & {"says", "states", "tells", "judges", "cites", "asks"}
    kinds |= cue.kinds & {"shows"} if low[before] in DOCUMENTS else frozenset()
    quoting = low[index + 1] == QUOTE or low[index + 1 : index + 3] == [",", QUOTE]
    if not kinds or (low[index + 1] == "," and not quoting):
        return None
    source = _acting(sentence, before, kinds, quoting=quoting)
    if source is None:
        return None
    found = _plain(sentence, index, 1, source, kinds)
    if found:
        found.joint = before if low[before] in {",", "and"} else None
        found.rule = "participle"
    return found


def _acting(
    sentence: Sentence, before: int, kinds: frozenset[str], *, quoting: bool
) -> Range | None:
    """Return whom a participle belongs to, by the word that stands before it."""
    words, first = sentence.words, sentence.first
    low = words.low
    if low[before] in BE:
        back = before - 1
        while back >= first and (is_adverb(low[back]) or low[back] in AUXILIARIES):
            back -= 1
        return source_of(words, back, first)
    if low[before] in {",", "and"} or (low[before] in _MEANS and "says" in kinds):
        source = main_subject(words, first, before)
        if source is None and "cites" in kinds and low[before] == ",":
            return subject(words, before - 1, first)  # "the radio, citing a nurse, said"
        return source
    if low[before] in DOCUMENTS and "shows" in kinds:
        return antecedent(words, before, first)  # "a poll showing that P"
    return subject(words, before, first) if quoting else None


def _citing(sentence: Sentence) -> Found | None:
    """Return the frame ``Citing X, Y said P``, where X is somebody and no paper or worry."""
    words, first = sentence.words, sentence.first
    stop = phrase_end(words, first + 1, sentence.last)
    if not first + 1 < stop < sentence.last or words.low[stop] != ",":
        return None
    head = next((at for at in range(first + 1, stop) if words.low[at] in PREPOSITIONS), stop) - 1
    somebody = words.low[head].removesuffix("s") in SOMEBODY or words.capital(head)
    if not somebody:
        return None
    return Found((first, first), None, [(first + 1, stop - 1)], "citing", frozenset({"cites"}))


def _part(words: Words, found: list[Found]) -> None:
    """Let what a second one behind it tells begin behind the first: *12, say X, and 14, say Y*."""
    named = [one for one in found if one.rule in _BEHIND and one.region]
    for former, one in pairwise(named):
        start = max(former.cue[1], former.source[1] if former.source else 0) + 1
        while start < one.cue[0] and (words.low[start] in BREAKS | JOINS | {";", "while"}):
            start += 1
        if former.content and former.content[0][0] < former.cue[0]:
            kept = [(max(start, first), end) for first, end in one.content
                    if end >= max(start, first)]  # fmt: skip
            one.content = kept if kept or one.rule == "according" else one.content


def _clip(words: Words, found: list[Found]) -> None:
    """Let no content run into a parenthesis or into a second cue that is not its own."""
    _part(words, found)
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
                    if start != border + 1 or not one.region
                ]
