"""Peers: two mayors, two central banks, two firms hardly count the same, each without a name."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from claimsync.extract.drafts import REVIEW
from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.place_words import AREAS
from claimsync.extract.questions.subject_words import SUBJECT
from claimsync.extract.text.countries import adjectives, country_names
from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.extract.drafts import ClaimDraft

_LOCAL = frozenset(
    "mayor police council hospital governor sheriff coroner department brigade prefect".split()
)
# What every firm, or every country, has one of; these words end the name of the measure.
_OWN = frozenset(
    "sales profit profits revenue revenues earnings turnover output income loss debt deficit"
    " surplus budget inflation growth unemployment rate rates gdp exports imports workforce staff"
    " headcount employees margin dividend reserves".split()
)
# Words of those who speak for what befell their own country.
_HOME = frozenset("health interior emergency emergencies disaster civil rescue welfare".split())
_OFFICIAL = frozenset(
    "ministry minister agency authority service department officials authorities".split()
)
_STEM = 5  # letters that a country shares with what is called after it
# Bodies of a country, one each; others look at what all countries and firms do.
_NATIONAL = frozenset("bank ministry minister government treasury statistics".split())
_BODIES = frozenset(
    "institute association union federation agency office chamber council fund commission forum"
    " board authority institution university college society trust centre center observatory"
    " research analytics economics partners capital securities post herald times news".split()
)
_STAND_INS = frozenset("company firm group maker bank carrier airline retailer".split())
_SMALL = frozenset("the a an of in for and at".split())
_ONE = 1
_COUNTRY = "country"


def left_open(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Return the drafts, where what one of several peers tells without a holder is left to look at.

    The mayor of Kolm and the mayor of Vester hardly count the same people, and neither of them
    speaks of a third place that only others named; nor is Nordbank's profit that of Sudbank.

    >>> from claimsync.extract.extractor import extract
    >>> text = "Nordbank said profit was 3 million euros. Sudbank said profit was 2 million euros."
    >>> [draft.confidence > REVIEW for draft in left_open(extract(text))]
    [False, False]
    """
    found = list(drafts)
    peers: dict[object, dict[str, list[int]]] = {}
    own: dict[str, list[int]] = {}
    for at, draft in enumerate(found):
        if not draft.readings or not draft.chain:
            continue
        for kind, name in _peers(draft.chain[-1].name):
            if draft.code("place") is None:
                asked = draft.measure, draft.code(SUBJECT), draft.code("who"), kind
                peers.setdefault(asked, {}).setdefault(name, []).append(at)
            elif "place" in draft.inferred and _elsewhere(kind, name, draft.code("place") or ""):
                found[at] = _left(draft)
        if draft.measure.casefold().rpartition(" ")[2] in _OWN:
            own.setdefault(draft.measure.casefold(), []).append(at)
    for places in peers.values():
        for at in (at for group in places.values() for at in group) if len(places) > 1 else ():
            found[at] = _left(found[at])
    for group in own.values():
        for at in _of_others(found, group):
            found[at] = _left(found[at])
    return found


def _left(draft: ClaimDraft) -> ClaimDraft:
    """Return a draft that somebody should look at."""
    return replace(draft, confidence=min(draft.confidence, REVIEW))


def _of_others(found: Sequence[ClaimDraft], group: Iterable[int]) -> list[int]:
    """Return the figures without a holder of their own that a peer of another holder tells."""
    unsaid = {at: _kind(found[at]) for at in group
              if found[at].code(SUBJECT) is None or SUBJECT in found[at].inferred}  # fmt: skip
    bodies = {(kind, name) for kind, name in unsaid.values() if name}
    holders = {words_of(code) for at in group if (code := found[at].code(SUBJECT)) is not None}
    return [
        at for at, (kind, name) in unsaid.items()
        if name and (
            any(kind == other and _differ(name, names) for other, names in bodies)
            or any(
                _differ(name, holder) and (kind == "") == _NATIONAL.isdisjoint(holder)
                for holder in holders
            )
        )
    ]  # fmt: skip


def _differ(name: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two names are of two holders; *Alder* may be *Alder Steel*."""
    return not (name <= other or other <= name)


def _kind(draft: ClaimDraft) -> tuple[str, frozenset[str]]:
    """Return what kind of body speaks, and its name: a country's, or a firm, which has no kind.

    Others, such as *an analyst* or *the union*, have no name that tells them from their peers.
    """
    said = draft.chain[-1].slot.text if draft.chain[-1].slot is not None else ""
    if words_of(said) > words_of(draft.chain[-1].name):
        return "person", frozenset()  # *chief executive Ana Roe*
    words = draft.chain[-1].name.split()
    common = [word.casefold() for word in words if not word[:1].isupper()
              or (word.casefold() in _BODIES | _NATIONAL and len(words) > _ONE)]  # fmt: skip
    names = [word for word in words if word.casefold() not in {*common, *_SMALL}]
    common = [word for word in common if word not in _SMALL]
    if not common:  # *Analysts* is no name
        return "", words_of(" ".join(names)) if names[1:] or not plural(words[-1]) else frozenset()
    if len(common) == _ONE and common[0] in _STAND_INS and not names:
        return "", frozenset(common)
    national = not _NATIONAL.isdisjoint(common) and _BODIES.isdisjoint(common)
    return ("country", words_of(" ".join(names))) if names and national else ("other", frozenset())


def _office(name: str) -> tuple[str, str] | None:
    """Return a local office and its place: *Kolm’s mayor*, *the police in Kolm*.

    *The police union Sentinel* is of no place.
    """
    words = [without_genitive(word) for word in name.split()]
    if "union" in words:
        return None
    offices = [word.casefold() for word in words if word.casefold() in _LOCAL]
    runs = groupby(words, lambda word: word[:1].isupper() and word.casefold() not in _LOCAL)
    names = [" ".join(run) for named, run in runs if named]
    if not names and not AREAS.isdisjoint(words):
        names = [" ".join(word for word in words if word not in _LOCAL)]  # the north district
    return (offices[0], names[0]) if len(offices) == len(names) == _ONE else None


def _peers(name: str) -> Iterator[tuple[str, str]]:
    """Yield what kind of office speaks, and for which town, or for which country at home."""
    office, land = _office(name), _land(name)
    if office is not None:
        yield office
    if land is not None:
        yield _COUNTRY, land


def _elsewhere(kind: str, name: str, place: str) -> bool:
    """Return whether a place that was only carried over is none that an office speaks for."""
    if kind == _COUNTRY:
        return _stem(place) in _countries() - {name}
    return name[:1].isupper() and not words_of(name) & words_of(place)


def _land(name: str) -> str | None:
    """Return whose home affairs an office speaks for: *Orenia’s interior ministry*."""
    words = [without_genitive(word) for word in name.split()]
    low = frozenset(word.casefold() for word in words)
    names = [word for word in words if word[:1].isupper()
             and word.casefold() not in _HOME | _OFFICIAL | _SMALL]  # fmt: skip
    land = _stem(" ".join(names))
    home = not _HOME.isdisjoint(low) or land in _countries()
    return land if names and home and not _OFFICIAL.isdisjoint(low) else None


def _stem(name: str) -> str:
    """Return what a country and what is called after it have in common."""
    return adjectives().get(name, country_names().get(name, name))[:_STEM]


@cache
def _countries() -> frozenset[str]:
    return frozenset(map(_stem, country_names()))


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name without case, marks of owners, and articles."""
    low = (without_genitive(word).casefold() for word in name.split())
    return frozenset(word.strip("’',") for word in low if word not in _SMALL)
