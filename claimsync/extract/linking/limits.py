"""What limits a figure and no slot says: *before tax*, *in road accidents*, *another three*.

Two figures of one question are compared only where the text limits both alike; else those that
are limited are left for somebody to look at.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, REVIEW
from claimsync.extract.figures.not_quantities import ORDINALS
from claimsync.extract.figures.nouns import plural
from claimsync.extract.figures.number_words import SMALL
from claimsync.extract.linking.echoes import topic
from claimsync.extract.page.breakdowns import PART
from claimsync.extract.page.retold import COUNTS
from claimsync.extract.page.tallies import IN_ALL
from claimsync.extract.questions.kinds import head_noun
from claimsync.extract.questions.levels import UNKNOWN
from claimsync.extract.questions.place_words import SIDES
from claimsync.extract.questions.sentences import cut
from claimsync.extract.questions.subject_words import HARMS, KINDS
from claimsync.extract.text.closed_words import POSSESSIVES
from claimsync.model.figure import Spread
from claimsync.model.stance import Phase, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.extract.drafts import ClaimDraft, Mention, Slot
    from claimsync.extract.text.tokens import Token

_LEADS = frozenset(
    "in during before after by for among within under over excluding without".split()
)
_UPON = frozenset({"after", "before"})
_OWNERS = POSSESSIVES | {"our"}
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "all", "both"}) | _OWNERS
_PARTS = frozenset(  # of a day, a year, a series or a country: one of several
    "first second third fourth last final next previous full whole other same half quarter phase"
    " stage round wave week morning afternoon evening night noon midnight city town village region"
    " district province war conflict invasion insurgency uprising pandemic epidemic".split()
) | frozenset(ORDINALS)
_SINCE, _NEW = frozenset({"have", "has"}), frozenset({"new", "fresh"})
_BEFALL = HARMS | {"infected", "arrested"}
_SPANS = frozenset({"hour", "minute", "day", "week", "month", "year"})
_POLLS, _POLL = frozenset({"poll", "polls", "survey", "surveys"}), "poll "
_KILLERS = frozenset("attacker attackers gunman bomber shooter".split())  # counted, or not
_AFTER = frozenset({"aftershock", "aftershocks"})
_VAGUE = frozenset(  # nouns behind a preposition that limit nothing
    "total all hospital hospitals custody addition general least most far now part place fact"
    " recent connection response protest favour favor good serious critical stable intensive"
    " question public detail principle court parliament error full cash prison jail charge"
    " public private talks advance return exchange which whom what it them him her us me".split()
)
_HELD = _VAGUE | SMALL.keys() | KINDS.keys()  # what happened has a slot of its own
_CLAUSES = frozenset("because which who that when while although though".split())
_SORTS = frozenset("average mean median usual typical normal maximum minimum record".split())
_RANKS = frozenset(  # one of several: *three blasts, the largest of them of 2 tonnes*
    "strongest largest biggest highest longest tallest worst heaviest deadliest greatest smallest"
    " lowest weakest fastest deepest oldest youngest costliest".split()
)
_RANKED = frozenset(
    "of with at had measured measuring was were being reaching reached killing injuring".split()
)
_SPEAKS = frozenset("knows speaks tells writes talks warns hears complains".split())  # of 12 dead
_NEAR = 3  # drafts
_MOST = 4  # words of a noun phrase


def limited(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts; what is limited otherwise than its rivals is left to be looked at.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The firm put profit at €3 million before tax. Analysts said profit was €2 million."
    >>> [draft.confidence > REVIEW for draft in limited(extract(text))]
    [False, True]
    """
    told = list(drafts)
    groups: dict[object, list[int]] = {}
    for at, draft in enumerate(told):
        if draft.readings and draft.confidence > REVIEW:
            awaited = draft.phase in {None, Phase.SCHEDULED} and draft.stance is Stance.EXPECTS
            phase = Phase.SCHEDULED if awaited else draft.phase
            where = draft.code("place"), draft.code(PART)
            key = topic(draft), where, draft.when and draft.when.code, phase
            groups.setdefault(key, []).append(at)
    for group in groups.values():
        limits: dict[int, frozenset[str]] = {}
        last = frozenset[str]()
        for at in group if len(group) > 1 else ():
            short = "measure" in told[at].inferred  # it goes on with what was told before
            limits[at] = _limits(told, at) or (last if short else frozenset())
            last = frozenset(one for one in limits[at] if not one.startswith(_POLL))
        if len(set(limits.values())) > 1 and len({told[at].readings for at in group}) > 1:
            for at in (at for at, found in limits.items() if found):
                told[at] = replace(told[at], confidence=REVIEW)
    return told


def _limits(told: Sequence[ClaimDraft], at: int) -> frozenset[str]:
    """Return what limits a figure; *15 others were hurt* behind four dead are all of the hurt."""
    found = limits_of(told[at])
    before = next((one for one in reversed(told[max(at - _NEAR, 0) : at]) if one.readings), None)
    other = before is not None and UNKNOWN.isdisjoint(before.rules)  # not *1,200 people*
    first = other and before is not None and before.measure != told[at].measure
    return found - {"further"} if first else found


def limits_of(draft: ClaimDraft) -> frozenset[str]:
    """Return the words that limit what a figure is of, as far as no slot holds them."""
    figure = draft.figure
    quote = next((s for s in draft.quote if figure and s.start <= figure.start < s.end), None)
    if figure is None or quote is None:
        return frozenset()
    words = cut(quote.text, 0, len(quote.text))
    held = [(slot.start - quote.start, slot.end - quote.start) for slot in _slots(draft)]
    at = next((i for i, w in enumerate(words) if w.start >= figure.end - quote.start), len(words))
    first = next((i for i, w in enumerate(words) if w.end > figure.start - quote.start), at)
    free = [not any(start < w.end and w.start < end for start, end in held) for w in words]
    told = COUNTS if draft.stamp == EARLIER else frozenset()  # *up from 12 in its first count*
    before = _before(words, free, first)
    own = f"{head_noun(draft.measure)} of"  # *savings of 3 million* are savings
    found = {*_behind(words, free, at, told), *(limit for limit in before if limit != own)}
    if draft.measure.casefold().endswith("growth"):
        found -= {"by"}  # growth by 2 percent is growth of 2 percent
    if "further" in draft.rules and draft.phase is None and draft.stance is not Stance.EXPECTS:
        found.add("further")
    if draft.chain and _polls(draft.chain[-1]):
        found.add(_POLL + draft.chain[-1].name)  # a count asks others, and so does the next poll
    total = any(one.spread is Spread.TOTAL for one in draft.readings)
    if total and "when" in draft.inferred and any(w.low in _SINCE for w in words):
        found.add(IN_ALL)  # *41 have been killed in all* is of more than Monday
    found |= {w.low for w in words[at:] if w.low in _KILLERS}
    found |= {w.low for w in words[at : at + 1] if w.low in _AFTER}
    after = [w.low for w in words[at : at + 2]]
    if draft.measure in _BEFALL and not _NEW.isdisjoint(after[:1]):
        found.add("further")  # *18 new cases* are those of one day
    if after[:1] == ["of"] and not _OWNERS.isdisjoint(after):
        found.add(f"of {draft.origin or after[-1]}")
    return frozenset(found)


def _polls(voice: Mention) -> bool:
    """Return whether a poll speaks: *an exit poll*, *a survey by Fenwick*."""
    said = voice.slot.text if voice.slot is not None else voice.name
    return not _POLLS.isdisjoint(said.casefold().split())


def _slots(draft: ClaimDraft) -> Iterator[Slot]:
    """Yield the pieces of text that slots hold."""
    for slot in (draft.noun, draft.measure_slot, draft.when and draft.when.slot):
        if slot:
            yield slot
    slots = (*(scope.slot for scope in draft.scopes), *(named.slot for named in draft.chain))
    yield from (slot for slot in slots if slot is not None)


def _before(words: Sequence[Token], free: Sequence[bool], first: int) -> Iterator[str]:
    """Yield what sort of figure leads up to one: *the average attendance was*, *fell by*."""
    yield from (w.low for w in words[:first] if w.low in _SORTS)
    yield from (
        w.low for w, then in pairwise(words[:first]) if w.low in _RANKS and then.low in _RANKED
    )
    if first and words[first - 1].low == "by" and free[first - 1]:
        yield "by"
    lead = words[first - 2].low if first > 1 and words[first - 1].low == "of" else ""
    if plural(lead) and lead not in _SPEAKS:
        yield f"{words[first - 2].low} of"


def _behind(
    words: Sequence[Token], free: Sequence[bool], at: int, told: frozenset[str]
) -> Iterator[str]:
    """Yield the phrases behind a figure that limit it; those that ``told`` are in say who did."""
    stop = next(
        (i for i in range(at, len(words)) if words[i].kind != "word" or words[i].low in _CLAUSES),
        len(words),
    )
    for index in range(at, stop):
        if words[index].low not in _LEADS or not free[index]:
            continue
        named = index + 1
        article = named < stop and words[named].low in _ARTICLES
        named += article
        phrase = list(words[named : min(named + _MOST, stop)])
        name = phrase[phrase[0].low in SIDES :][:1] if phrase else []  # in southern Kolm
        if not name or not free[named] or name[0].text[:1].isupper():
            continue
        low = [w.low for w in phrase]
        if not told.isdisjoint(low):
            continue
        if words[index].low in _UPON and low[0].endswith("ing"):
            return  # *will lay off 900 after reporting a loss* tells why
        spans = low[0] in _SPANS and words[named - 1].low in {"a", "an"}  # fell in an hour
        if (low[0] in _PARTS or spans) if article else low[0] not in _HELD:
            end = next((i for i, word in enumerate(low) if i and word in _LEADS), len(low))
            yield " ".join((words[index].low, *low[: min(end, 2)]))
