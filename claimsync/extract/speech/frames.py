"""Frames: the orders in which a sentence sets source, cue and content beside each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.figures.number_words import is_number
from claimsync.extract.speech.according import ESTIMATES, according, estimated
from claimsync.extract.speech.asides import parenthesis, remark
from claimsync.extract.speech.foreseen import FORESAW, foreseen
from claimsync.extract.speech.gapping import gapped
from claimsync.extract.speech.inversions import inverted
from claimsync.extract.speech.labels import SPEAKERS, label
from claimsync.extract.speech.nominal import CLAIMS, PRESS, claimed, noun_frame
from claimsync.extract.speech.participles import TELLING, participle
from claimsync.extract.speech.passives import passive
from claimsync.extract.speech.plain import faulted, plain
from claimsync.extract.speech.sources import JOINS, before_verb, source_of
from claimsync.extract.speech.speaking import particles, speaks
from claimsync.extract.speech.voiced import voiced
from claimsync.extract.text.clauses import appended, phrase_end
from claimsync.extract.text.closed_words import (
    BREAKS,
    DENYING,
    FINITE,
    PASTS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIMES,
    UNTRUE,
    VERBS,
)
from claimsync.extract.text.sentence import Found
from claimsync.extract.text.words import QUOTE

if TYPE_CHECKING:
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.sentence import Sentence
    from claimsync.extract.text.words import Words

_MINOR = frozenset({"judges", "pledges", "holds", "voices", "asks", "claims", "counts"})
_WITHHELD = frozenset({"pledges", "asks"})  # *declined to comment on a report by X that P*
_BEHIND = frozenset({"according", "parenthesis", "inverted"})
ASKED = frozenset("asked pressed questioned challenged".split())
_VIEWS = frozenset("words view opinion eyes".split())
_TRIGGERS = CLAIMS | _VIEWS | FORESAW | {"according", "by", "per"}
_TAILS = PREPOSITIONS | TIMES | frozenset("it this that last when while and but".split())


def frames(sentence: Sentence) -> list[Found]:
    """Return what a sentence attributes, in the order of its cues."""
    low, cues = sentence.words.low, sentence.words.cues
    found: list[Found] = []
    first, last = sentence.first, sentence.last
    told = enumerate(low[first:last], start=first)
    for index in [at for at, word in told if word in cues or word in _TRIGGERS]:
        one = _at(sentence, index)
        if one:
            _relied_on(low, found, one)
            found += [one, *([other] if (other := gapped(sentence, one)) else [])]
    if not found:
        found += voiced(sentence)
    if not found and (named := noun_frame(sentence)):
        found.append(named)
    if not found and (ranges := label(sentence)):
        cue, source, content = ranges
        found.append(Found(cue, source, [content], "label", frozenset({"label"})))
    _shaken(sentence, found)
    if len(found) > 1:
        _labelled(sentence, found)
        _clip(sentence.words, found)
        _closed(sentence, found)
    return [
        one
        for one in found
        if (one.content or one.rule == "opens")
        and not (one.kinds <= _MINOR and _nested(low, one, found))
    ]


def _relied_on(low: list[str], found: list[Found], one: Found) -> None:
    """Let *P, police said, according to X* cite X, who tells what police said."""
    if one.rule != "according" or not found or not found[-1].source or not one.source:
        return
    spoken = max(found[-1].cue[1], found[-1].source[1])
    behind = "says" in found[-1].kinds and found[-1].rule in _BEHIND
    if behind and low[spoken + 1 : one.cue[0]] == [","]:
        one.content, one.kinds, one.via = [one.source], frozenset({"cites"}), one.source


_BEHIND = frozenset({"parenthesis", "inverted"})


def _at(sentence: Sentence, index: int) -> Found | None:
    """Return the frame that the word at ``index`` makes."""
    low, cues = sentence.words.low, sentence.words.cues
    word = low[index]
    if word in FORESAW and (beside := foreseen(sentence, index)):
        return beside
    if word in _VIEWS and low[index - 2 : index + 2] == ["in", "the", word, "of"]:
        return according(sentence, index - 2, 4)
    if word in cues or word in CLAIMS:
        told = _verb(sentence, index, cues[word]) if word in cues else None
        return told or (_claimed(sentence, index) if word in CLAIMS else None)
    return _led(sentence, index)


def _led(sentence: Sentence, index: int) -> Found | None:
    """Return the frame of a preposition: *according to X*, *per X*, *by X's count*."""
    low, word = sentence.words.low, sentence.words.low[index]
    if word == "according" and low[index + 1 : index + 2] == ["to"]:
        return according(sentence, index)
    if word == "per" and _set_off(sentence, index):
        return according(sentence, index, 1)
    if word == "by" and not ESTIMATES.isdisjoint(low[index + 1 : index + 5]):
        return estimated(sentence, index)
    return None


def _labelled(sentence: Sentence, found: list[Found]) -> None:
    """Let who opens a sentence with a colon tell what others say: *Roe writes: P, police said*."""
    one = found[0]
    opens = one.cue[1] + 2
    if one.rule == "plain" and sentence.words.low[opens - 1 : opens] == [":"]:
        for other in found[1:]:
            other.content = [
                (max(start, opens), end) for start, end in other.content if end >= opens
            ]


def _shaken(sentence: Sentence, found: list[Found]) -> None:
    """Leave what news did to markets to the page: *P, X said, sending its shares down 5%*."""
    low = sentence.words.low
    for at in range(sentence.first + 1, sentence.last) if found else ():
        if low[at] not in _SENDS or low[at - 1] != "," or QUOTE in low[at : sentence.last]:
            continue
        if not _MARKETS.isdisjoint(low[at + 1 : at + 1 + _NEAR_BY]):
            for one in found:
                one.content = [(start, min(end, at - 2)) for start, end in one.content
                               if start < at - 1]  # fmt: skip
            return


_SENDS = frozenset("sending pushing driving lifting knocking wiping pulling dragging".split())
_MARKETS = frozenset("share shares stock stocks price prices futures bonds yields index".split())
_NEAR_BY = 5  # words


def _set_off(sentence: Sentence, index: int) -> bool:
    """Return whether *per* names a source: *Per police, P*, *P, per police*; not *9 per day*."""
    words, after = sentence.words, index + 1
    if after >= sentence.last or (index > sentence.first and words.low[index - 1] != ","):
        return False
    named = words.low[after] == "the" or words.low[after] in SPEAKERS or words.capital(after)
    return bool(named) and words.low[after] not in {"capita", "cent"}


def _claimed(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``X's claim that P``, without the page's own ``was wrong``."""
    one = claimed(sentence, index)
    if one:
        ((start, end),) = one.content
        one.content = [(start, faulted(sentence.words.low, start, end))]
    return one


def _nested(low: list[str], one: Found, found: list[Found]) -> bool:
    """Return whether something stands within what somebody else says.

    Who will not speak of a claim leaves it to whoever made it, and so does who denies a statement;
    a figure that somebody denies is his to deny.
    """
    others = "claims" in one.kinds and one.source and low[one.source[0]] not in POSSESSIVES
    counts = any(is_number(word) for start, end in one.content for word in low[start : end + 1])
    return any(
        other is not one
        and start <= one.cue[0] <= end
        and not (others and (other.kinds <= _WITHHELD or (not counts and _denies(low, other))))
        for other in found
        for start, end in other.content
    )


def _denies(low: list[str], one: Found) -> bool:
    """Return whether somebody says that what is told is not so: *denied a report by X that P*."""
    return low[one.cue[0]] in DENYING


def _announced(sentence: Sentence, index: int) -> Found | None:
    """Return the frame ``Said X: P``."""
    words = sentence.words
    stop = phrase_end(words, index + 1, sentence.last)
    stop = appended(words, stop, sentence.last)
    named = stop > index + 1 and words.low[stop : stop + 1] == [":"] and stop < sentence.end
    if not named:
        return None
    content = [(stop + 1, sentence.end)]
    return Found((index, index), (index + 1, stop - 1), content, "announced", frozenset({"says"}))


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
    told = passive(sentence, index, cue)
    if (
        told
        or cue.form == "participle"
        or (words.capital(index) and index > first and not sentence.titled)
    ):
        return told
    if cue.form == "ing":
        return participle(sentence, index, cue)
    before = before_verb(words, index, first)
    if before is None:
        return None
    if before < first and "says" in cue.kinds:
        return _announced(sentence, index)
    if turned := inverted(sentence, index, cue):
        return turned
    source = source_of(words, before, first)
    if source is None or (cue.lemma == "report" and cue.form == "s" and _press(words, index - 1)):
        return None  # *media reports that P* is a noun
    as_told = source[0] > first and low[source[0] - 1] == "as"
    if as_told and low[source[1]] in UNTRUE:
        return None  # *dismissed as fake reports that P*
    if as_told and cue.form != "base":
        kinds, width = particles(cue.kinds, low[index + 1] if index + 1 < sentence.last else "")
        if kinds & TELLING and _aside(low, index + width):
            return remark(sentence, index, width, source, kinds & TELLING)
    kind, width = speaks(sentence, index, source, cue)
    if not kind:
        return None
    return parenthesis(sentence, index, width, source, kind) or plain(
        sentence, index, width, source, kind
    )


def _press(words: Words, index: int) -> bool:
    """Return whether a word is the press at large, and no paper's name."""
    return words.low[index] in PRESS and not words.capital(index)


def _aside(low: list[str], after: int) -> bool:
    """Return whether *as X said* ends there: *as deficit forecasts diverge* tells of no speaker."""
    return after >= len(low) or not low[after].isalpha() or low[after] in _TAILS


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


def _closed(sentence: Sentence, found: list[Found]) -> None:
    """Let what an opening question tells end with it: *Asked about reports that P, X said Q*."""
    low, first = sentence.words.low, sentence.first
    if low[first] not in ASKED:
        return
    answers = [one.source[0] for one in found if one.source and low[one.source[0] - 1] == ","]
    border = next((at for at in answers if at - 1 > first), 0)
    for one in found:
        if one.cue[0] < border:
            one.content = [(start, min(end, border - 2)) for start, end in one.content
                           if start < border]  # fmt: skip


def _spliced(words: Words, other: Found, found: list[Found]) -> int:
    """Return the comma where a clause is spliced on: *X said he left, Y said he stayed*; or 0.

    The clause before has a verb of its own, and nothing joins the two.
    """
    comma = other.source[0] - 1 if other.rule == "plain" and other.source else 0
    if comma <= 0 or words.low[comma] != ",":
        return 0
    for one in found:
        for start, end in one.content if one.rule == "plain" and one is not other else ():
            if start < comma < end and words.low[start] not in SUBORDINATORS | {"that"}:
                told = words.low[start:comma]
                acts = any(word in PASTS or word in FINITE for word in told)
                return comma if acts else 0
    return 0


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
        elif spliced := _spliced(words, other, found):
            border = spliced
        else:
            continue
        for one in found:
            if one is not other and one.cue[1] < border:
                one.content = [
                    (start, min(end, border - 1)) if one.cue[1] < start < border else (start, end)
                    for start, end in one.content
                    if start != border + 1 or not one.region
                ]
