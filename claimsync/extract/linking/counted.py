"""Nouns that no term of the vocabulary knows, but that several sources count: *taps*, *defects*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import EARLIER, LATER, LIKELY, UNSETTLED
from claimsync.extract.linking.joins import NOUN
from claimsync.extract.linking.updates import told_before
from claimsync.extract.page.answers import COUNTING, PARTS, answers, of_itself
from claimsync.extract.page.retold import CORRECTED, VERSION
from claimsync.extract.questions.behind import SOME
from claimsync.extract.questions.deeds import HAS, code
from claimsync.extract.questions.kinds import head_noun
from claimsync.extract.questions.levels import NUMBER, REFERS, UNKNOWN
from claimsync.extract.questions.subject_words import APART, SUBJECT
from claimsync.extract.text.closed_words import BE
from claimsync.model.unit import Kind, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.drafts import ClaimDraft, Slot

# Everybody counts people and things of all sorts; only what happens to them makes a question.
_ANYTHING = frozenset(
    "people persons others things times days points parts sides cases ways kinds members items"
    " lives sources reports papers questions years months weeks hours minutes".split()
)
# Each competitor has its own of these, so that a figure without its holder asks nothing.
_HELD = frozenset("votes seats points goals runs medals shares mandates delegates wins".split())
_OPEN = UNKNOWN | {SOME, REFERS}  # what a noun alone, or one from the paragraph before, tells
_THEY = frozenset("they these those".split())
RATE = "rate"  # the rule of what comes so often: *5 buses a day*
LISTED = "listed"  # in place of what happens to things: what those spoken of consist of
_NUMBERS = frozenset("number figure total count tally".split())


def counted(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where a noun that two sources count in the same words is a measure.

    What happens to the things is part of the question: stolen paintings are not those that somebody
    has. One source's two numbers of it are numbers of two things; such a noun is left for somebody
    to look at, and so is one that only the page's own voice counts. What each holder counts for
    itself is a question of its own: *seats* ask nothing, *the seats of the Greens* do.
    """
    told: list[tuple[ClaimDraft, str]] = []
    deeds: dict[object, dict[str, str]] = {}
    answers = answering(drafts)
    for draft in _as_often(_one_spelling(drafts)):
        thing, deed = _thing(draft), deed_of(draft)
        if not deed and NUMBER in draft.rules and thing not in deeds:
            deed = HAS  # *the number of wolves*, of which nothing was told before
        told.append((draft, deed))
        if deed and _plain(draft):
            deeds.setdefault(thing, {}).setdefault(deed, _words(draft))
    lists = _lists(told)
    asked = [
        (_thing(draft), LISTED) if draft.quote in lists else _asked(draft, deed, deeds)
        for draft, deed in told
    ]
    open_ = [at in answers or _plain(draft) for at, (draft, _) in enumerate(told)]
    groups: dict[object, list[ClaimDraft]] = {}
    for at, (draft, _) in enumerate(told):
        if open_[at]:
            groups.setdefault(asked[at], []).append(draft)
    sure = {each for each, group in groups.items() if _one_thing(group)}
    return [
        _raised(draft, deed, deeds.get(_thing(draft), {}))
        if open_[at] and asked[at] in sure and _alone(draft, _OPEN if at in answers else UNKNOWN)
        else draft
        for at, (draft, deed) in enumerate(told)
    ]  # fmt: skip


def _lists(told: Sequence[tuple[ClaimDraft, str]]) -> frozenset[tuple[Slot, ...]]:
    """Return the quotes that list of what several things those just spoken of consist.

    *They were 68 soldiers and two nurses* is not of the nurses that somebody else tells of.
    """
    listed: dict[tuple[Slot, ...], set[str]] = {}
    for draft, deed in told:
        words = draft.quote[0].text.casefold().split()
        they = words[:1] != [] and words[0] in _THEY and not BE.isdisjoint(words[1:2])
        if not deed and draft.readings and they:
            listed.setdefault(draft.quote, set()).add(draft.measure)
    return frozenset(quote for quote, things in listed.items() if len(things) > 1)


def answering(drafts: Sequence[ClaimDraft]) -> frozenset[int]:
    """Return the positions of counts that go on with a noun, and of those they go on with.

    *31 members signed, said Ana; Ben put the figure at 24*: whatever the noun, both count the same.
    """
    found = set[int]()
    last: dict[str, int] = {}
    for at, draft in enumerate(drafts):
        if not draft.readings or not draft.measure or not PARTS.isdisjoint(draft.rules):
            continue
        before = last.get(draft.measure.casefold())
        last[draft.measure.casefold()] = at
        if before is not None and _goes_on(draft, drafts[before]):
            found.update((before, at))
    return frozenset(found)


def _goes_on(draft: ClaimDraft, told: ClaimDraft) -> bool:
    """Return whether somebody counts anew, or sets right, what was counted just before."""
    short = "measure" in draft.inferred and draft.noun is None and not _own(draft)
    short = short and not _OPEN.isdisjoint(told.rules)
    anew = answers(draft, told) and (
        not COUNTING.isdisjoint(draft.rules)
        or not _NUMBERS.isdisjoint(draft.quote[0].text.casefold().split())
    )
    again = draft.stamp == LATER or (draft.stamp == EARLIER and draft.origin == told.origin)
    return short and bool(anew or CORRECTED in draft.rules or (again and told.chain))


def _own(draft: ClaimDraft) -> bool:
    """Return whether somebody may count things of its own: *puts its own figure at 12*."""
    return " own " in draft.quote[0].text


def deed_of(draft: ClaimDraft) -> str:
    """Return what is said to happen to the things counted; nothing where they are only counted."""
    return code(draft.measure_slot.text) if draft.measure_slot is not None else ""


def _words(draft: ClaimDraft) -> str:
    """Return the words that say what happens to the things counted."""
    return draft.measure_slot.text.casefold() if draft.measure_slot is not None else ""


def _thing(draft: ClaimDraft) -> object:
    """Return what is counted, whose it is, and whether so many come in a time."""
    return draft.measure.casefold(), draft.code("subject"), RATE in draft.rules


def _asked(draft: ClaimDraft, deed: str, deeds: dict[object, dict[str, str]]) -> object:
    """Return what is counted, and what happens to it: what happens to all, if it is not said."""
    thing = _thing(draft)
    told = deeds.get(thing, {})
    return thing, deed or (next(iter(told)) if len(told) == 1 else "")


def _one_spelling(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where *Turnout* and *turnout* are one measure."""
    small = {draft.measure for draft in drafts if draft.measure == draft.measure.casefold()}
    return [
        draft
        if (low := draft.measure.casefold()) not in small or low == draft.measure
        else replace(draft, measure=low)
        for draft in drafts
    ]


def _as_often(drafts: Sequence[ClaimDraft]) -> Iterator[ClaimDraft]:
    """Yield the drafts, where a short figure goes on with so many a day: *Now there are 3*."""
    often: dict[str, str | None] = {}
    for draft in drafts:
        short = "measure" in draft.inferred and draft.noun is None and bool(draft.readings)
        unit = often.get(draft.measure) if short and draft.readings[0].unit is None else None
        if RATE in draft.rules or not short:
            often[draft.measure] = draft.readings[0].unit if RATE in draft.rules else None
        readings = tuple(one.model_copy(update={"unit": unit}) for one in draft.readings)
        rules = (*draft.rules, RATE)
        yield replace(draft, rules=rules, readings=readings) if unit else draft


def _plain(draft: ClaimDraft) -> bool:
    """Return whether words name countable things, and things of one sort and one holder."""
    head = head_noun(draft.measure.casefold())
    asks = (head not in _ANYTHING and head not in _HELD) or draft.code("subject") is not None
    return bool(draft.readings and head) and asks and not _where(draft)


def _where(draft: ClaimDraft) -> bool:
    """Return whether things are only where something happened: *turned away at 31 stations*."""
    figure, quote = draft.figure, draft.quote[0]
    if figure is None or draft.measure_slot is not None or NUMBER in draft.rules:
        return False
    before = quote.text[: max(figure.start - quote.start, 0)].casefold().split()
    return before[-1:] != [] and before[-1] in _PLACING


_PLACING = frozenset("at from in across inside near outside".split())


def _one_thing(group: Sequence[ClaimDraft]) -> bool:
    """Return whether two sources count, or one counts anew; each says one number of a time."""
    said: dict[tuple[str | None, str], set[object]] = {}
    before: dict[tuple[str | None, str, str | None], set[object]] = {}
    stamps = {(draft.origin, draft.stamp) for draft in group if draft.chain}
    stamps |= {(draft.origin, LATER) for draft in group if CORRECTED in draft.rules}
    for draft in group:
        if UNSETTLED in draft.rules or (draft.when is not None and not draft.when.code):
            continue
        figures = tuple((f.number, f.to, f.word) for f in draft.readings)
        name = draft.origin
        past = any(told_before(draft.stamp, then) for who, then in stamps if who == name)
        when = draft.when.code if draft.when else ""
        if past or draft.stamp == EARLIER:
            before.setdefault((name, when, draft.stamp), set()).add(figures)
        else:
            said.setdefault((name, when), set()).add(figures)
    if len({name for name, _ in said if name and not APART.isdisjoint(name.split())}) > 1:
        return False  # the first survey and the second
    if (
        len({draft.origin for draft in group if draft.code(SUBJECT) is None and of_itself(draft)})
        > 1
    ):
        return False  # each tells what it did itself
    right = any(CORRECTED in one.rules and not one.chain for one in group)  # the page sets itself
    all_told = right or _acted(group)
    named = {key: each for key, each in said.items() if key[0] is not None or all_told}
    told_by_all = set().union(*named.values())
    others = (each for key, each in said.items() if key not in named)
    names = {name for name, _ in named}
    anew = any(
        len(each) == 1 and ((name, when) in named or (not when and name in names))
        for (name, when, _), each in before.items()
    )
    return (
        (len(names) > 1 or anew)
        and all(len(each) == 1 for each in named.values())
        and all(each <= told_by_all for each in others)
    )


def _acted(group: Sequence[ClaimDraft]) -> bool:
    """Return whether each draft says itself what happens to the things: then all ask the same."""
    return all(
        deed_of(draft) not in {"", HAS} and "measure" not in draft.inferred and not draft.stamp
        for draft in group
    )


def _alone(draft: ClaimDraft, unknown: frozenset[str]) -> bool:
    """Return whether nothing but the missing term makes a draft's reading unsure."""
    unit = draft.readings[0].unit if draft.readings else None
    dated = draft.when is None or bool(draft.when.code)
    count = unit is None or unit_of(unit).kind is Kind.COUNT
    if UNSETTLED in draft.rules:
        return False
    named = bool(draft.chain) or deed_of(draft) not in {"", HAS}
    named = named or not {CORRECTED, VERSION}.isdisjoint(draft.rules)
    return not unknown.isdisjoint(draft.rules) and named and dated and count


def _raised(draft: ClaimDraft, deed: str, deeds: dict[str, str]) -> ClaimDraft:
    """Return a draft that may be judged, under what happens where several things happen."""
    told = deeds.get(deed, "") if len(deeds) > 1 else ""
    measure, rules = f"{draft.measure.casefold()} {told}".strip(), (*draft.rules, NOUN)
    return replace(draft, measure=measure, confidence=max(draft.confidence, LIKELY), rules=rules)
