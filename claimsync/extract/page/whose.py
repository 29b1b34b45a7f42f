"""Whose figures are one question: names of one holder joined, and what one page leaves unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimsync.extract.drafts import REVIEW
from claimsync.extract.figures.nouns import plural
from claimsync.extract.page.answers import of_itself
from claimsync.extract.page.peers import left_open
from claimsync.extract.questions.subject_words import APART, HAPPENING, KINDS, PRONOUNS, SUBJECT
from claimsync.extract.questions.terms import NEWSROOM
from claimsync.extract.text.closed_words import HOLDERS, ROLES
from claimsync.extract.text.stems import without_genitive
from claimsync.model.figure import Spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimsync.extract.drafts import ClaimDraft

# Common nouns that stand for what was named before; the first one of a line is their name.
_STAND_INS = {
    word: words[0]
    for words in (
        "company firm group maker manufacturer employer business corporation operator airline"
        " carrier bank retailer steelmaker carmaker producer supplier".split(),
        "party alliance coalition".split(),
        "club team side".split(),
        "ship ferry vessel boat liner".split(),
        "country nation state".split(),
        "police officers policemen".split(),
        "army military forces troops soldiers".split(),
    )
    for word in words
}
_SAME = frozenset({"police", "army"})  # these mean the same people wherever they stand
_PEOPLE = frozenset(term.measure for term in NEWSROOM if term.unit == "person")
_ANYBODY = frozenset({"people", "persons", "others"})
_PERSONS = ROLES | HOLDERS
_BESIDE = 8  # characters between a cue and the pronoun that may stand for who speaks
_BESIDE_IT = ("cause", "for")
_OF_THINGS = frozenset({"cost", "worth", "price"})  # who speaks has none of these
_PRICE = "price"
_PERSONAL = frozenset("he she his her".split())
_PLAIN = frozenset(KINDS.values())
_DEEDS = ("shot down", "destroyed", "killed", "launched", "seized", "lost", "damaged")
_OTHERS = frozenset("other another unrelated unknown natural various".split())
_OWN = " own "
_ONE = 1
_MANY = 50  # names of one measure looked at, so that long pages stay quick


def settled(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where one holder has one name, and a page's only one goes without saying.

    Of two that are told apart, what names none of them is left for somebody to look at.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Alder Steel has 900 employees. The union said the firm had 1,200 employees."
    >>> [draft.code("subject") for draft in settled(extract(text))]
    ['Alder Steel', 'Alder Steel']
    """
    found = list(drafts)
    groups: dict[str, list[int]] = {}
    for at, draft in enumerate(found):
        if draft.readings and draft.measure:
            groups.setdefault(draft.measure.casefold(), []).append(at)
    for group in groups.values():
        _name(found, group)
        _happen(found, group)
        for dimension in _BESIDE_IT:
            _fill(found, group, dimension)
    return left_open(found)


def _fill(found: list[ClaimDraft], group: Sequence[int], dimension: str) -> None:
    """Let the one cause, or the one who pays, that a measure is told of be that of all."""
    told = {
        s.code.casefold(): s
        for at in group
        for s in found[at].scopes
        if s.dimension == dimension and _OTHERS.isdisjoint(s.code.casefold().split())
    }
    for at in group if told else ():
        draft = found[at]
        happened = dimension == "cause" and draft.code(HAPPENING) is not None  # not of cholera
        if draft.code(dimension) is None and len(told) == _ONE and not happened:
            scopes = (*draft.scopes, next(iter(told.values())))
            found[at] = draft.carried(dimension, scopes=scopes)


def _happen(found: list[ClaimDraft], group: Sequence[int]) -> None:
    """Let the one event that figures of a measure are of be that of all; a marked one is not."""
    now = _of_the_news(found, group)
    told = [s for at in now for s in found[at].scopes if s.dimension == HAPPENING]
    plain = {scope.code: scope for scope in reversed(told) if scope.code in _PLAIN}
    kinds = {scope.code.rpartition(" ")[2] for scope in told}
    for at in group if len(plain) == len(kinds) == _ONE else ():
        one = next(iter(plain.values()))
        behind = len(told) == _ONE or one.slot is None or one.slot.start < found[at].start
        if (
            at in now
            and found[at].code(HAPPENING) is None
            and (behind or {s.code for s in told} <= _PLAIN)
        ):
            scopes = (*found[at].scopes, one)
            found[at] = found[at].carried(HAPPENING, scopes=scopes)


def _of_the_news(found: Sequence[ClaimDraft], group: Sequence[int]) -> list[int]:
    """Return the figures of a page's news, where it looks back on other years as well."""
    now = [at for at in group if not of_another_year(found[at])]
    return now if any(found[at].when is not None for at in now) else list(group)


def of_another_year(draft: ClaimDraft) -> bool:
    """Return whether a figure is of a year that is over: what happened then is not the news."""
    page, when = (draft.said_at or "")[: len("2028")], draft.when
    told = when.code[: len("2028")] if when is not None else ""
    return told.isdecimal() and page.isdecimal() and told < page


def _name(found: list[ClaimDraft], group: Sequence[int]) -> None:
    """Give the figures of one measure one name a holder."""
    scopes = [(at, s) for at in group for s in found[at].scopes if s.dimension == SUBJECT]
    summed = {code for _, scope in scopes if scope.parts for code in (scope.code, *scope.parts)}
    told = {at: scope.code for at, scope in scopes if scope.code not in summed}
    if not told:
        return
    _call(found, told)
    _share(found, group, told)


def _call(found: list[ClaimDraft], told: Mapping[int, str]) -> None:
    """Give the holders that are told one name each, *it* included."""
    named = [code for code in told.values() if code.casefold() not in PRONOUNS]
    sold = found[min(told)].measure == _PRICE  # a season ticket is not a ticket
    names = {code: code for code in named} if sold else _joined(named)
    known = sorted(set(names.values()))
    first: dict[str, int] = {}
    for at, code in told.items():
        known_as = names.get(code, "")
        first[known_as] = min(first.get(known_as, found[at].start), found[at].start)
    meant: dict[object, str | None] = {
        None: None
    }  # by where a pronoun stands: one *it* is one holder
    for at, code in told.items():
        low = code.casefold()
        name = names.get(code)
        there = next(scope.slot for scope in found[at].scopes if scope.dimension == SUBJECT)
        if low in PRONOUNS and meant.get(there) is not None:
            name = None if _OWN in found[at].quote[0].text else meant[there]
            if name is None:  # *its rival put its own number at 40*
                found[at] = replace(found[at], confidence=min(found[at].confidence, REVIEW))
        elif low in PRONOUNS:
            before = [each for each in known[:_MANY] if first[each] < found[at].start]
            name = _meant(found[at], low, before)
            if name is None and not _own(found[at], low):
                name = _meant(found[at], low, sorted({*before, *filter(None, meant.values())}))
            meant[there] = name
            if name is None and known and not _for_all(found[at]):
                found[at] = replace(found[at], confidence=min(found[at].confidence, REVIEW))
                continue  # it is of somebody, and of none of those
        found[at] = _under(found[at], name)
    joined = _joined(now for at in told if (now := found[at].code(SUBJECT)) is not None)
    for at in told if not sold else ():  # *it* may have been given a longer name than is told later
        if (now := found[at].code(SUBJECT)) is not None:
            found[at] = _under(found[at], joined[now])


def _share(found: list[ClaimDraft], group: Sequence[int], told: Mapping[int, str]) -> None:
    """Let the one holder of a measure be that of all its figures; of several, leave them open."""
    open_ = any(found[at].code(SUBJECT) is None for at in told)  # a pronoun that means another one
    whos = {found[at].code("who") for at in told}
    known = sorted({code for at in told if (code := found[at].code(SUBJECT)) is not None})
    now = _of_the_news(found, list(told))
    only = next((s for at in now for s in found[at].scopes if s.dimension == SUBJECT), None)
    for at in group:
        draft = found[at]
        if draft.code(SUBJECT) is not None or only is None or draft.measure in _ANYBODY:
            continue  # of *people* nobody knows that they are of the same
        who = draft.code("who")
        if len(known) == _ONE and at not in told and not open_:
            alike = who is None or None in whos or who in whos
            if alike and not _apart(known[0]) and not _boasts(found, told, draft):
                found[at] = draft.carried(SUBJECT, scopes=(*draft.scopes, only))
        elif not (_for_all(draft) or _elsewhere(draft, known)):
            found[at] = replace(draft, confidence=min(draft.confidence, REVIEW))


def _elsewhere(draft: ClaimDraft, known: Sequence[str]) -> bool:
    """Return whether a place tells a figure apart from those of events: *the Otter Fire burned*."""
    happen = all(name.casefold().rpartition(" ")[2] in KINDS for name in known)
    return happen and draft.code("place") is not None and "place" not in draft.inferred


def _boasts(found: Sequence[ClaimDraft], told: Iterable[int], other: ClaimDraft) -> bool:
    """Return whether a holder tells of its own deeds only, and somebody else of a like deed.

    *The army says it shot down 12 drones. The rebels say 40 drones were shot down.*
    """
    deeds = [found[at] for at in told if found[at].measure_slot is not None]
    return bool(deeds and other.chain) and all(
        draft.chain
        and draft.chain[-1].name != other.chain[-1].name
        and (draft.measure.endswith(_DEEDS) or of_itself(other))
        and bool(_words(draft.code(SUBJECT) or "") & _words(draft.chain[-1].name))
        for draft in deeds
    )


def _for_all(draft: ClaimDraft) -> bool:
    """Return whether a figure may be that of all holders together: *30 people died*, *in all*."""
    total = any(figure.spread is Spread.TOTAL for figure in draft.readings)
    return total or draft.measure in _PEOPLE


def _under(draft: ClaimDraft, name: str | None) -> ClaimDraft:
    """Return a draft under its holder's name, or without one."""
    scopes = tuple(
        replace(scope, code=name or "") if scope.dimension == SUBJECT else scope
        for scope in draft.scopes
    )
    return replace(draft, scopes=tuple(scope for scope in scopes if scope.code))


def _joined(codes: Iterable[str]) -> dict[str, str]:
    """Return the name that each code goes under: *Alder* and *the firm* under *Alder Steel*."""
    told = list(dict.fromkeys(codes))
    words = {code: _words(code) for code in told}
    first: dict[frozenset[str], str] = {}
    for code in told:
        first.setdefault(words[code], code)
    near = list(first.items())[:_MANY]
    names: dict[str, str] = {}
    for code in told:
        wider = [one for words_of, one in near
                 if _shortens(words[code], words_of)]  # fmt: skip
        names[code] = wider[0] if len(wider) == _ONE else first[words[code]]
    proper = [one for one in dict.fromkeys(names.values())
              if one[:1].isupper() and one.casefold() not in _STAND_INS]  # fmt: skip
    for code in told:
        if len(proper) == _ONE and names[code] == code and _stands_in(code):
            names[code] = proper[0]
    return names


def _shortens(short: frozenset[str], long: frozenset[str]) -> bool:
    """Return whether a name is a part of another one that tells nothing apart: *Alder*."""
    return short < long and APART.isdisjoint(long - short)


def _stands_in(code: str) -> bool:
    """Return whether a common noun may stand for any name: *the company*, but not *the army*."""
    kind = _STAND_INS.get(code.casefold())
    return kind is not None and kind not in _SAME


def _words(code: str) -> frozenset[str]:
    """Return the words of a name without case and number; *officers* are police."""
    low = [without_genitive(word) for word in code.casefold().split()]
    kept = [_STAND_INS[word] if _STAND_INS.get(word) in _SAME else word for word in low]
    return frozenset(word.removesuffix("s") or word for word in kept if word not in {"the", "of"})


def _apart(code: str) -> bool:
    """Return whether a name tells its holder from others of the kind: *a similar bridge*."""
    return not APART.isdisjoint(code.casefold().split())


def _meant(draft: ClaimDraft, pronoun: str, known: Sequence[str]) -> str | None:
    """Return whom a pronoun means: who speaks, or the only one that is named."""
    speaker = draft.origin
    if pronoun in {"it", "its"}:
        known = [name for name in known if " " in name or not plural(name.casefold())]
    if speaker is None or not _own(draft, pronoun):
        return known[0] if len(known) == _ONE else None
    mine = [name for name in known if _words(name) & _words(speaker) == _words(name)]
    if len(mine) == _ONE:
        return mine[0]
    if not known:
        person = not _PERSONS.isdisjoint(speaker.casefold().split())
        return None if person and pronoun in {"it", "its"} else speaker
    if draft.measure in _OF_THINGS:
        return known[0] if len(known) == _ONE else None
    if len(known) != _ONE or pronoun not in {"it", "they"}:
        return None
    person = not _PERSONS.isdisjoint(speaker.casefold().split())
    many = pronoun == "they" and known[0].endswith("s") and not _several(speaker)
    return known[0] if person or many else None


def _several(speaker: str) -> bool:
    """Return whether who speaks is several: *police*, *the pilots*."""
    return speaker.endswith("s") or speaker.casefold().split()[-1] in _STAND_INS


def _own(draft: ClaimDraft, pronoun: str) -> bool:
    """Return whether a pronoun may be who speaks: *Alder said it had 900*, *we have 900*."""
    if pronoun in _PERSONAL and not (draft.chain and draft.chain[-1].name[:1].isupper()):
        return False  # *the prosecution says she has moved it*
    if pronoun in {"we", "i", "our", "my"}:
        return True
    slot = next((s.slot for s in draft.scopes if s.dimension == SUBJECT), None)
    if slot is None or draft.cue is None or not draft.cue.text[-1:].isalpha():
        return False  # in a turn of a talk *they* are others
    return 0 <= slot.start - draft.cue.end <= _BESIDE


def one_event(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts without the events that tell nothing apart: all of one kind, none marked.

    >>> from claimsync.extract.extractor import extract
    >>> text = "The blast killed 12 people. Three people died in the explosion."
    >>> [draft.code("event") for draft in one_event(extract(text))]
    [None, None]
    """
    told: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.readings and (code := draft.code(HAPPENING)) is not None:
            told.setdefault(draft.measure.casefold(), set()).add(code)
    plain = {measure: codes & _PLAIN for measure, codes in told.items()
             if len(codes & _PLAIN) == _ONE}  # fmt: skip
    return [
        replace(draft, scopes=tuple(s for s in draft.scopes if s.dimension != HAPPENING))
        if draft.code(HAPPENING) in plain.get(draft.measure.casefold(), ())
        else draft
        for draft in drafts
    ]
