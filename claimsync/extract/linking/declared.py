"""What a page declares without saying so: whose spokesman somebody is, what lies in what."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.extract.page.breakdowns import PART
from claimsync.extract.page.tallies import makes_up
from claimsync.extract.questions.place_words import COUNTS
from claimsync.extract.questions.vocabulary import INCLUDES
from claimsync.extract.speech.mentions import SPOKEN_FOR
from claimsync.extract.text.countries import adjectives, country_names, metonyms
from claimsync.extract.text.stems import without_genitive
from claimsync.model.codelist import Assumption, Completeness, Partition
from claimsync.model.context import Context
from claimsync.model.figure import Spread
from claimsync.model.measure import Measure, Party
from claimsync.model.question import Question
from claimsync.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimsync.extract.drafts import ClaimDraft
    from claimsync.extract.questions.vocabulary import Vocabulary
    from claimsync.model.context import Declaration

_PRONOUNS = frozenset({"Its", "His", "Her", "Their", "Our", "My", "A", "One"})
_SIDES = 2
UNNAMED = ("one side", "other side")
_BOTH = Partition(
    dimension="side", whole="both sides", parts=UNNAMED, completeness=Completeness.COMPLETE
)
_SHORT = 3  # letters of a side that other names may begin with by chance
_LONGEST_OFFICE, _ENOUGH = 8, 3  # words of an office's name; names that are kept of one ending


@dataclass(frozen=True, slots=True)
class Declared:
    """Declarations, and the sides between whom people are exchanged."""

    context: Context
    sides: tuple[str, ...]


def declarations(drafts: Sequence[ClaimDraft], vocabulary: Vocabulary) -> Declared:
    """Return what the text of the drafts declares."""
    sides = _sides(drafts)
    named = () if sides == UNNAMED else sides
    told: tuple[Declaration, ...] = (
        *_sources(drafts, named),
        *_measures(drafts, vocabulary),
        *_places(drafts),
        *([_BOTH] if sides == UNNAMED else ()),
        *_parties(drafts, named),
        *_assumptions(drafts),
    )
    return Declared(Context.of(told), sides)


def _sides(drafts: Sequence[ClaimDraft]) -> tuple[str, ...]:
    """Return the two sides of a swap, where the text names exactly two, or none of *both sides*."""
    named = {scope.parts for draft in drafts for scope in draft.scopes
             if scope.dimension == "side" and len(scope.parts) == _SIDES}  # fmt: skip
    named |= {tuple(reversed(parts)) for parts in named if tuple(reversed(parts)) in named}
    pairs = {frozenset(parts) for parts in named}
    if not pairs:
        return UNNAMED if any(_for_each_side(draft) for draft in drafts) else ()
    return tuple(sorted(next(iter(pairs)))) if len(pairs) == 1 else ()


def _for_each_side(draft: ClaimDraft) -> bool:
    """Return whether a figure holds for each of two sides, whatever their names: *each side*."""
    if not any(figure.spread is Spread.EACH for figure in draft.readings):
        return False
    said = " ".join(slot.text for slot in draft.quote).casefold().split()
    return any(word.strip(".,;:“”") in {"side", "sides"} for word in said)


def _sources(drafts: Sequence[ClaimDraft], sides: Sequence[str]) -> Iterator[Source]:
    """Yield for whom sources speak and which country, or side of a swap, they belong to."""
    told: dict[str, Source] = {}
    names = _by_ending({mention.name for draft in drafts for mention in draft.chain})
    for draft in drafts:
        for mention in draft.chain:
            said = mention.slot.text if mention.slot else mention.name
            if mention.name in told and told[mention.name].speaks_for:
                continue
            source = _source(mention.name, said, names, anonymous=draft.anonymous)
            side = _of_side(mention.name, said, sides) if source is None else None
            source = source or (Source(name=mention.name, part_of=side) if side else None)
            if source is not None and (mention.name not in told or source.speaks_for):
                told[mention.name] = source
    yield from _by_role(drafts, told)
    yield from told.values()
    for source in told.values():
        if source.speaks_for and source.speaks_for not in told:
            country = _country(source.speaks_for)
            if country and country != source.speaks_for:
                yield Source(name=source.speaks_for, part_of=country)


def _by_role(drafts: Sequence[ClaimDraft], told: dict[str, Source]) -> Iterator[Source]:
    """Yield who is named by a role alone elsewhere: *US envoy* beside *US envoy Steve Witkoff*."""
    names = {mention.name for draft in drafts for mention in draft.chain}
    for draft in drafts:
        for mention in draft.chain:
            said = mention.slot.text.removeprefix("the ") if mention.slot else ""
            role = said.removesuffix(mention.name).strip(" ,")
            short = role.partition(" of ")[0]
            for name in {role, short} & names if role != said else ():
                if name != mention.name:
                    told.pop(name, None)
                    yield Source(name=name, speaks_for=mention.name)


def _source(
    name: str, said: str, names: Mapping[str, list[str]], *, anonymous: bool
) -> Source | None:
    """Return the declaration of a source, from its name and the words that mention it."""
    office = "" if anonymous else _spoken_for(name, said.split())
    if office:
        known = _same(office, names, but=name)
        if known or (office[:1].isupper() and office not in adjectives()):
            return Source(name=name, speaks_for=known or office)
    country = _country(name) or _country(said)
    if country is None or country == name:
        return None
    return Source(name=name, part_of=country, anonymous=False)


def _spoken_for(name: str, words: Sequence[str]) -> str:
    """Return for whom somebody speaks: *a spokesman for Nordlys*, *the mayor's spokesman*."""
    at = next((i for i, word in enumerate(words) if word.casefold().strip(",") in SPOKEN_FOR), None)
    if at is None:
        return ""
    before, behind = list(words[:at]), list(words[at + 1 :])
    if behind[:1] in (["for"], ["of"]):
        end = next((i for i, word in enumerate(behind) if word.endswith(",")), len(behind))
        before = [word.strip(",") for word in behind[1 : end + 1]]
    told = [word for word in before if word.casefold() not in {"the", "a", "an"}]
    office = without_genitive(" ".join(told))
    return "" if office.endswith(",") or office == name or office in _PRONOUNS else office


def _by_ending(names: AbstractSet[str]) -> dict[str, list[str]]:
    """Return names by the words they end with: *the defence ministry* by *defence ministry* too.

    A few of each ending are kept, the shortest first: of more than one, none is meant.
    """
    ending: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (name.count(" "), name)):
        words = name.casefold().split()[-_LONGEST_OFFICE:]
        for at in range(len(words)):
            alike = ending.setdefault(" ".join(words[at:]), [])
            if len(alike) < _ENOUGH:
                alike.append(name)
    return ending


def _same(office: str, names: Mapping[str, list[str]], *, but: str) -> str | None:
    """Return the one name that an office is told by elsewhere: *ministry*, *defence ministry*."""
    low = " ".join(office.casefold().split())
    ends = [name for name in names.get(low, ()) if name != but]
    exact = [name for name in ends if name.casefold() == low]
    found = exact or ends
    return found[0] if len(found) == 1 else None


def _of_side(name: str, said: str, sides: Sequence[str]) -> str | None:
    """Return the side of a swap that a source names: *Oldia's president*, *the Keshian envoy*."""
    words = f"{name} {said}".replace("’", " ").replace("'", " ").replace(",", " ").split()
    found = {
        side for side in sides for word in words
        if word == side or (len(side) > _SHORT and word.startswith(side))
    }  # fmt: skip
    return found.pop() if len(found) == 1 and name not in found else None


def _country(name: str) -> str | None:
    """Return the one country that a name is of, by its words; None for none or several."""
    found = set()
    words = [without_genitive(w.strip(",.()")) for w in name.split()]
    for at, word in enumerate(words):
        for piece in (word, " ".join(words[at : at + 2])):
            country = adjectives().get(piece) or metonyms().get(piece) or country_names().get(piece)
            if country:
                found.add(country)
    return found.pop() if len(found) == 1 else None


def _measures(drafts: Sequence[ClaimDraft], vocabulary: Vocabulary) -> Iterator[Measure]:
    """Yield the units of what is counted."""
    for measure in dict.fromkeys(draft.measure for draft in drafts if draft.readings):
        term = vocabulary.term(measure)
        if term is not None and term.unit is not None and not term.things:
            yield Measure(name=measure, unit=term.unit)


def _places(drafts: Sequence[ClaimDraft]) -> Iterator[Partition]:
    """Yield which places lie in which, and what sums of what, as far as the text says so."""
    held: dict[str, dict[str, None]] = {}
    listed: dict[tuple[str, str], tuple[str, ...]] = {}
    sums = _sums(drafts)
    for draft in drafts:
        for scope in draft.scopes:
            if scope.dimension == "side":
                yield Partition(dimension="side", whole=scope.code, parts=scope.parts,
                                completeness=Completeness.COMPLETE)  # fmt: skip
            elif scope.parts:
                listed[scope.dimension, scope.code] = scope.parts
            elif scope.within and scope.within != scope.code:
                held.setdefault(scope.within, {})[scope.code] = None
    for (dimension, whole), parts in listed.items():
        counted = _COUNTED.get(whole.partition(" ")[0])
        complete = counted == len(parts) or whole.endswith(f" and {parts[-1]}")
        complete = complete or dimension == PART or (dimension, whole) in sums
        done = Completeness.COMPLETE if complete else Completeness.OPEN
        yield Partition(dimension=dimension, whole=whole, parts=parts, completeness=done)
    for whole, codes in held.items():
        inside = tuple(code for code in codes if code not in listed.get(("place", whole), ()))
        if inside and ("place", whole) not in listed:
            yield Partition(dimension="place", whole=whole, parts=inside)


def _sums(drafts: Sequence[ClaimDraft]) -> frozenset[tuple[str, str]]:
    """Return the wholes that their parts make up by their numbers, as dimensions and codes."""
    told: dict[object, Fraction] = {}
    for draft in drafts:
        for scope in draft.scopes if draft.number is not None else ():
            told.setdefault((draft.measure, scope.dimension, scope.code), draft.number or _NONE)
    return frozenset(
        (scope.dimension, scope.code) for draft in drafts for scope in draft.scopes
        if scope.parts and draft.readings and makes_up(
            draft, [told.get((draft.measure, scope.dimension, part)) for part in scope.parts]
        )
    )  # fmt: skip


_NONE = Fraction(0)
_COUNTED = {word: number for number, word in enumerate(COUNTS, start=2)}


def _parties(drafts: Sequence[ClaimDraft], sides: tuple[str, ...]) -> Iterator[Party]:
    """Yield who would know of a swap: each side of it."""
    if any(draft.event == "swap" for draft in drafts):
        for side in sides:
            yield Party(source=side, question=Question(measure="people exchanged"))


def _assumptions(drafts: Sequence[ClaimDraft]) -> Iterator[Assumption]:
    """Yield which codes of *who* may be meant by a wider one that is used beside them."""
    for measure in {draft.measure for draft in drafts if draft.event == "swap"}:
        codes = {draft.code("who") for draft in drafts if draft.measure == measure}
        granted: set[str] = set()
        for wide, narrow in INCLUDES:
            if wide in codes and narrow in codes and narrow not in granted:
                granted.add(narrow)
                yield Assumption(key="who", code=narrow, means=wide)
