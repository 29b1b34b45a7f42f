"""Counters: who counts, values or estimates a figure, where no verb of speech tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.drafts import Mention, Slot
from claimsync.extract.figures.nouns import plural
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.questions.tellers import (
    NAMELESS,
    Voice,
    is_version,
    outlet_of,
    subject_of,
)
from claimsync.extract.speech.mentions import nameable
from claimsync.extract.text.closed_words import (
    BE,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    STOPS,
    WEEKDAYS,
    is_adverb,
)
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.drafts import Document
    from claimsync.extract.questions.sentences import Sentence
    from claimsync.extract.text.tokens import Token

Span = tuple[int, int]
_WIDE = 10  # words between who counts and the figure
_WIDEST = 9  # words of a source
_COUNTERS = frozenset(
    "counted counts put puts recorded records registered listed lists gave gives speaks spoke"
    " tallied measured documented reported reports estimates estimated valued values reckons"
    " reckoned thinks assessed assesses expects foresees forecasts predicts projects".split()
)
_BARE = frozenset(
    "estimate count put record list give speak value reckon measure assess expect forecast predict"
    " project show".split()
)
_GOING_ON = frozenset("speaking putting counting listing reporting estimating giving".split())
_NOUNS = frozenset({"forecasts", "projects"})  # as often of things as of who says so
_OFFERS = frozenset("offered offers demanded demands sought proposed".split())
_FEW = 2  # words between a plural and its verb
_TOLD_OF = frozenset("wrote writes told tells complained complains".split())  # of 40 graves
REVISES = frozenset(
    "raised raises revised revises lowered lowers updated updates cut cuts has".split()
)
_ASKS = frozenset("asked asks asking appealed appeals appealing".split())  # *for 40 million*
_DEMANDS = frozenset("demanded demands demanding".split())
_ISSUES = frozenset("launched launches made makes issued issues renewed filed".split())
_APPEALS = frozenset("appeal call bid request offer demand claim".split())
_COUNTS = frozenset(
    "count number toll figure estimate tally total list sum valuation record records".split()
)
_WORKS = _COUNTS | frozenset("projection poll survey study forecast report analysis model".split())
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "two", "three"})
_QUOTES = frozenset("quoted quotes quote cited cites cite".split())
_SAYING = (["as", "saying"], ["as", "putting"], ["as", "telling"])
_SHARES = frozenset({"%", "percent", "cent"})
_PASSIVE = frozenset("put estimated valued given reckoned assessed placed set".split())
_STATES = BE | frozenset("stands stood came comes at of".split())
_ENDS = frozenset("and but while or who which that as after before when last this".split())


def counted_by(
    document: Document, sentence: Sentence, figure: Span, *, offers: bool = False
) -> Voice | None:
    """Return who counts a figure: *Police put the crowd at 11,500*, *put at 12 by the dealer*.

    With ``offers`` also who offers or demands it.
    """
    stop = position(sentence.words, figure[0])
    near = sentence.words[max(stop - _WIDE, 0) : stop]
    found = (
        _quoted(document, sentence, sentence.words[:stop])
        or _passive(document, sentence, near, figure[1])
        or _own(document, sentence, near)
        or (
            None
            if _got_so_far(sentence.words[stop:])
            else _active(document, sentence, near, offers=offers)
        )
    )
    named = found.chain[-1].slot if found is not None else None
    return found if named is not None and nameable(named.text) else None


def _got_so_far(behind: Sequence[Token]) -> bool:
    """Return whether a figure is how far a count has got: *has counted 88% of the ballots*."""
    low = [word.low for word in behind[1:4]]
    return "of" in low and not _SHARES.isdisjoint(low[: low.index("of")])


def put_at(near: Sequence[Token]) -> bool:
    """Return whether words lead up to a figure in the passive: *is put at*, *was valued at*."""
    low = [word.low for word in near]
    return any(
        low[at] in _PASSIVE and low[at + 1 : at + 2] in (["at"], ["as"])
        and (not BE.isdisjoint(low[max(at - 3, 0) : at]) or low[at - 1 : at] == [","])
        for at in range(len(low))
    )  # fmt: skip


def _quoted(document: Document, sentence: Sentence, before: Sequence[Token]) -> Voice | None:
    """Return who is quoted as saying a figure, and by whom."""
    low = [word.low for word in before]
    at = next((at for at in range(len(low) - 1, 0, -1) if low[at - 1 : at + 1] in _SAYING), 0)
    verb = next((i for i in range(at - 2, max(at - _WIDE, 0), -1) if low[i] in _QUOTES), 0)
    if not verb or not {";", ":", "“", '"'}.isdisjoint(low[verb:]):
        return None
    span = subject_of(document.text, sentence, before[verb].start)
    if span is None:
        return None
    first = _named(document, span, before[verb])
    if low[verb - 1] in BE:
        return first  # police were quoted as saying
    last = at - 1
    if last <= verb + 1 or before[verb + 1].low in NAMELESS:
        return None
    named = _named(document, (before[verb + 1].start, before[last - 1].end), before[verb])
    return first._replace(chain=(*first.chain, named.chain[-1]))


def _passive(
    document: Document, sentence: Sentence, near: Sequence[Token], end: int
) -> Voice | None:
    """Return by whom a figure is put at a number."""
    words = sentence.words
    at = next((i for i in range(position(words, end), len(words)) if words[i].low == "by"), None)
    until = words[at].start if at is not None else 0
    beside = [word for word in words if end <= word.start < until]
    plain = all(word.kind == "word" and word.low not in _ENDS for word in beside)
    told = put_at(near) or put_at([word for word in words if word.start < end])
    if at is None or not plain or not told or len(beside) > len("more euros".split()):
        return None
    last = first = at + 1
    while last < len(words) and last - first < _WIDEST and words[last].text not in STOPS and (
        words[last].low not in _ENDS and words[last].low not in PREPOSITIONS - {"of", "for"}
    ):  # fmt: skip
        last += 1
    if last == first or words[first].low in NAMELESS or words[first].kind != "word":
        return None
    return _named(document, (words[first].start, words[last - 1].end), words[at])


def _own(document: Document, sentence: Sentence, near: Sequence[Token]) -> Voice | None:
    """Return whose count a figure is: *the union’s own figure is*, *has its own number:*."""
    for at in range(len(near) - 1, 0, -1):
        if near[at].low not in _COUNTS:
            continue
        if any(word.low not in _STATES and word.text != ":" for word in near[at + 1 :]):
            return None
        holder = at - 1 - (near[at - 1].low == "own")
        if holder < 0:
            return None
        owner = near[holder]
        if owner.low in POSSESSIVES and holder and near[holder - 1].low in {"has", "have", "gives"}:
            span = subject_of(document.text, sentence, near[holder - 1].start)
            return _named(document, span, near[at]) if span else None
        if owner.low.endswith(("’s", "'s", "s’", "s'")):
            span = subject_of(document.text, sentence, owner.end)
            return _named(document, span, near[at]) if span else None
        return None
    return None


def _active(
    document: Document, sentence: Sentence, near: Sequence[Token], *, offers: bool
) -> Voice | None:
    """Return who puts a figure at a number, or counts it."""
    for at in range(len(near) - 1, -1, -1):
        word, low = near[at], near[at].low
        if word.text in STOPS or (low in _COUNTERS and at and _numbered(near[at - 1])):
            return None  # *19 counts of fraud and two of theft*
        if (holder := _holds(document, sentence, near, at)) is not None:
            return _named(document, holder, word)
        if _tells(near, at) or (offers and low in _OFFERS):
            span = _teller(document, sentence, near, at)
            return _named(document, span, word) if span is not None else None
    return None


def _tells(near: Sequence[Token], at: int) -> bool:
    """Return whether a verb tells a figure: *put at*, *raised its estimate*, *is speaking of*."""
    low = near[at].low
    behind = [word.low for word in near[at + 1 : at + 4]]
    return (
        low in _COUNTERS | _DEMANDS
        or (low in _GOING_ON and not BE.isdisjoint(w.low for w in near[max(at - 2, 0) : at]))
        or (low in _TOLD_OF and near[-1].low == "of")
        or (low in _ASKS and "for" in behind)
        or (low in REVISES and not _COUNTS.isdisjoint(behind))
        or (low in _ISSUES and not _APPEALS.isdisjoint(behind))
        or (low in _BARE and _plurals(near, at))
    )


def _plurals(near: Sequence[Token], at: int) -> bool:
    """Return whether several tell by a verb in its base form: *analysts forecast*."""
    before = [one.low for one in near[max(at - _FEW, 0) : at]]
    plurals = any(plural(one) for one in before if not is_adverb(one))
    return plurals and near[at - 1].low not in REVISES


def _teller(document: Document, sentence: Sentence, near: Sequence[Token], at: int) -> Span | None:
    """Return who tells a figure by a verb."""
    low = near[at].low
    put = near[at - 1].low in BE and not low.endswith("ing")
    if at and (
        put or near[at - 1].text.endswith("ed") or (low in _COUNTERS and _described(near, at))
    ):
        return None  # what is put at a number does not put it; *called reports of 12 a lie*
    span = subject_of(document.text, sentence, near[at].start)
    if span is None or is_version(document.text[slice(*span)]):
        return None
    if low in _BARE and not REVISES.isdisjoint(document.text[slice(*span)].split()):
        return None  # *Alder cut its sales forecast*
    thing = document.text[span[0]].islower() and not document.text.startswith("the ", span[0])
    return None if low in _NOUNS and thing else span  # *as budget forecasts clash over 12 schools*


def _described(near: Sequence[Token], at: int) -> bool:
    """Return whether a verb tells of a thing, or of no figure: *estimated to be*, *gave up*.

    So do nouns of its form: *set records with 12 goals*.
    """
    after = near[at + 1].low if at + 1 < len(near) else ""
    return after in _NO_COUNTING or (near[at].text.endswith("ed") and after in {"to", "at", "as"})


_NO_COUNTING = BE | frozenset("up away back out off in with for by from during".split())


def _holds(document: Document, sentence: Sentence, near: Sequence[Token], at: int) -> Span | None:
    """Return which survey or count says so: *the poll has Roe on 51%*, *arrives at 64%*."""
    low = [word.low for word in near[at:]]
    placed = low[0] in HAVE and not _PLACES.isdisjoint(low[2:])
    arrives = low[0] in _ARRIVES and low[1:2] == ["at"]
    given = low[0] in _GIVEN and at > 0 and near[at - 1].low in HAVE
    if not (placed or arrives or given):
        return None
    span = subject_of(document.text, sentence, near[at].start)
    if span is None:
        return None
    named = document.text[slice(*span)]
    counts = not _SURVEYS.isdisjoint(named.casefold().split())
    return span if counts or (arrives and not named.islower()) else None


_PLACES = frozenset({"on", "at"})
_ARRIVES = frozenset("arrives arrived arrive".split())
_GIVEN = frozenset({"given", "put"})
_SURVEYS = frozenset("poll polls survey surveys count projection projections tally commission"
                     " board results forecast".split())  # fmt: skip


def _numbered(before: Token) -> bool:
    """Return whether a word is a number, behind which stands a noun."""
    return before.kind == "number" or before.low in SMALL


def _named(document: Document, span: Span, word: Token) -> Voice:
    """Return the voice of who counts."""
    slot = Slot.of(document.text, span)
    name = slot.text.removeprefix("The ").removeprefix("the ")
    if name.rpartition(" on ")[2].casefold() in WEEKDAYS:
        name = name.rpartition(" on ")[0] or name  # *the ministry on Monday raised*
    for mark in ("’s", "'s", "’", "'"):
        name = name.removesuffix(mark)
    work, by, maker = name.partition(" by ")
    if by and not _WORKS.isdisjoint(work.casefold().split()):
        name = maker.removeprefix("the ")  # *the latest projection by the pollster Fenwick*
    cue = Slot(word.start, word.end, word.text)
    chain = (*outlet_of(document), Mention(name, slot))
    return Voice(chain, cue=cue, rules=("cue/counts",))
