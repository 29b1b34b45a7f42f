"""The places that a page names, looked up where a word such as *the city* points back to one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.page.nations import Nations
from claimsync.extract.questions.place_phrases import Phrases
from claimsync.extract.questions.place_words import BARE, LEADS, NOT_THERE
from claimsync.extract.questions.places import places
from claimsync.extract.questions.sentences import cut
from claimsync.extract.questions.subject_words import KINDS
from claimsync.extract.text.countries import country_names, metonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.questions.place_phrases import Place
    from claimsync.extract.text.structure import Block
    from claimsync.extract.text.tokens import Token

_TOWNS = frozenset("city town village municipality suburb".split())
_LANDS = frozenset("region province state oblast governorate county district prefecture".split())
_MAYORS = frozenset("mayor mayoress council police firefighters".split())
_GOVERNORS = frozenset("governor head prefect".split())
_TOWN, _LAND, _SITE = "mayor", "governor", "site"  # kinds known by who speaks for them; a house
_KINDS = BARE | {"capital"}
_NO_NAMES = LEADS | frozenset(
    "the a an its his her their our but and even regional local provincial municipal federal"
    " national deputy former acting interim new lord lady military security riot traffic border"
    " state city town county district".split()
)
_STRIKES = frozenset(
    "hit hits struck strikes reached rocked battered pounded flooded devastated shelled bombed"
    " attacked ravaged engulfed".split()
)
_BLASTS = frozenset({"blast", "explosion"})
_UPON = frozenset("attack attacks strike strikes raid raids assault shelling".split())
_DISASTERS = (
    KINDS.keys()
    | _STRIKES
    | frozenset(
        "exploded overturned collapsed capsized derailed sank erupted crashed burst swept fired"
        " detonated gunman gunmen bomber protest protests riot riots".split()
    )
)
_BACK, _FAR, _SCENE = 5, 12, 2  # sentences looked back over in a paragraph, on a page
_LEADING = 2  # blocks that open a page: its heading and its first paragraph
_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W\d_]{1,30}+\b")
_LONGEST = 4_000  # characters of a sentence


class Named(NamedTuple):
    """A place that is named: where, its code, and what kind of place it is said to be.

    ``beside`` marks what only names who speaks, or what holds a house: *the mayor of Kolm*.
    """

    start: int
    end: int
    code: str
    kind: str = ""
    beside: bool = False


class Whereabouts:
    """The places of a page, each sentence read once, and only if a word asks for it."""

    def __init__(self, text: str, page: Sequence[Block], codes: frozenset[str | None]) -> None:
        """Take the page in blocks, and the codes of the places that its figures tell."""
        self._text, self._page, self._codes = text, page, codes
        self._spans = [(*span, at) for at, block in enumerate(page) for span in block.sentences]
        self._starts = [start for start, _, _ in self._spans]
        self._known: dict[int, tuple[Named, ...]] = {}

    def is_town(self, name: str) -> bool:
        """Return whether figures are told of a place of this name, which stands for no country."""
        return name in self._codes and name not in metonyms() and not self._nations.of(name)

    def site(self, kind: str, offset: int) -> str | None:
        """Return the one *hospital*, *stadium* … with a name that was named before."""
        names = (one for names in self._far(offset) for one in names if one.start < offset)
        fits = {one.code for one in names if one.kind == kind}
        return fits.pop() if len(fits) == 1 else None

    def area(self, kind: str, offset: int) -> str | None:
        """Return the one *city*, *county* … that a word at an offset points back to."""
        own, *back = self._near(offset)
        own = [one for one in own if one.start < offset or one.beside]
        for names in (own, *back):
            fits = {one.code for one in names if one.kind == kind}
            fits = fits or {one.code for one in names if _may_be(one, kind)}
            if fits:
                return fits.pop() if len(fits) == 1 else None
        fits = {one.code for names in self._far(offset) for one in names if one.kind == kind}
        if not fits:
            fits = {one.code for one in self._leading if _may_be(one, kind)}
        return fits.pop() if len(fits) == 1 else None

    def there(self, offset: int) -> str | None:
        """Return the place that was named last before *there*."""
        own, *back = self._near(offset)
        for names in ([one for one in own if one.start < offset], *back):
            if any(not one.beside for one in names):
                one = _only(names)
                return one.code if one is not None else None
        return None

    def scene(self, offset: int) -> Named | None:
        """Return the one place of what is told to have happened just before a sentence.

        *A bomb went off in Kolm. Twelve people were killed.* What names a place itself has its own.
        """
        own, *back = self._near(offset)
        at = self._at(offset)
        if any(not one.beside for one in own):
            return None
        befell = list(self._befell(cut(self._text, *self._spans[at][:2])))
        if befell:
            return _only(befell)
        for (start, end, _), names in zip(self._spans[at - 1 :: -1], back[:_SCENE], strict=False):
            if any(not one.beside for one in names):
                low = self._text[start:end].casefold().replace(",", " ").split()
                return None if _DISASTERS.isdisjoint(low) else _only(names)
        return None

    def country(self, offset: int, speaker: str) -> str | None:
        """Return the country that *nationwide* is about; of several, the one that is near."""
        if len(self._nations) <= 1:
            only = self._nations.of(self._text[:_LONGEST])
            return next((one for one in only if one in self._codes), None)
        at = self._at(offset)
        start, end, block = self._spans[at]
        own, *back = self._near(offset)
        named = ([one for one in own if one.start < offset], *back)
        codes = (" ".join(one.code for one in names if not one.beside) for names in named)
        above = self._text[max(self._page[block].start, start - _LONGEST) : start]
        for piece in (*codes, speaker, self._text[start:end], above):
            told = self._nations.of(piece)
            if told:
                return told.pop() if len(told) == 1 else None
        return None

    @cached_property
    def _nations(self) -> Nations:
        return Nations(self._text)

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often each word is told with a capital."""
        return Counter(_CAPITAL.findall(self._text))

    @cached_property
    def _leading(self) -> tuple[Named, ...]:
        """The places of the first lines."""
        spans = [span for span in self._spans if span[2] < _LEADING]
        return tuple(one for start, end, _ in spans[:_BACK] for one in self._names(start, end))

    def _at(self, offset: int) -> int:
        """Return which sentence an offset stands in."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _near(self, offset: int) -> list[Sequence[Named]]:
        """Return the names of a sentence and of those before it in its paragraph, nearest first."""
        at = self._at(offset)
        block = self._spans[at][2]
        back = [span for span in self._spans[max(at - _BACK, 0) : at + 1] if span[2] == block]
        near: list[Sequence[Named]] = [self._names(*span[:2]) for span in reversed(back)]
        return [*near, self._dateline(self._page[block])]

    def _dateline(self, block: Block) -> Sequence[Named]:
        """Return the town where a paragraph was written: *KOLM, 4 May (KNA) –*."""
        words = cut(self._text, *block.dateline) if block.dateline is not None else []
        end = next((at for at, word in enumerate(words) if not word.text[0].isupper()), 0)
        if not end:
            return ()
        name = " ".join(word.text for word in words[:end])
        name = name.title() if name.isupper() else name
        return (Named(words[0].start, words[end - 1].end, name, _TOWN, beside=True),)

    def _far(self, offset: int) -> Iterator[Sequence[Named]]:
        """Yield the names of the sentences before one on the page, and of its first lines."""
        at = self._at(offset)
        yield from (self._names(*span[:2]) for span in self._spans[max(at - _FAR, 0) : at])
        yield self._leading

    def _names(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the places that a sentence names."""
        if start not in self._known:
            words = cut(self._text, start, end) if end - start <= _LONGEST else []
            named = (
                *self._placed(words),
                *self._struck(words),
                *self._governed(words),
                *_called(words),
            )
            self._known[start] = tuple(sorted(named))
        return self._known[start]

    def _placed(self, words: Sequence[Token]) -> Iterator[Named]:
        """Yield the places where something was."""
        for place in places(words):
            beside = place.code.split()[0] in NOT_THERE or "place/from" in place.rules
            if place.parts or beside or place.several or place.code in _KINDS:
                continue
            kind = self._kind(place)
            if kind == _SITE and place.within:
                yield Named(place.start, place.end, place.within)  # a market in Kolm
                continue
            yield Named(place.start, place.end, place.code, kind)
            if place.is_site and place.within:
                yield Named(place.start, place.end, place.within, beside=True)

    def _struck(self, words: Sequence[Token]) -> Iterator[Named]:
        """Yield what something befell: *a quake struck Tessaria*, *an attack on Kolm*."""
        low = [word.low for word in words]
        phrases = Phrases(words, low, frozenset())
        for at, word in enumerate(low):
            on = word == "on" and low[at - 1 : at] and low[at - 1] in _UPON
            read = phrases.at(at + 1) if word in _STRIKES or on else None
            while read is not None and read[0].code not in _KINDS:
                place, after = read
                yield Named(place.start, place.end, place.code, self._kind(place))
                more = low[after : after + 1] in (["and"], [","])
                read = phrases.named(after + 1) if more else None

    def _befell(self, words: Sequence[Token]) -> Iterator[Named]:
        """Yield the known places that events are called after: *the Kolm blast*, *Chile's quake*.

        An attack may be called after who attacks.
        """
        for at, word in enumerate(words):
            kind = KINDS.get(word.low) if word.text.islower() else None
            first = at
            while first > 0 and words[first - 1].text[0].isupper():
                first -= 1
            if kind is None or first == at:
                continue
            name = " ".join(one.text for one in words[first:at])
            bare = name.removesuffix("’s").removesuffix("'s")
            attack = kind == "attack" and word.low not in _BLASTS
            if bare in (self._codes if attack else self._codes | country_names().keys()):
                yield Named(words[first].start, words[at - 1].end, bare)

    def _kind(self, place: Place) -> str:
        """Return what a place is said to be: a *county*, a *city*, or nothing."""
        if place.is_site:
            return place.code.rpartition(" ")[2].casefold() if " " in place.code else _SITE
        if place.code in country_names().values():
            return "country"
        last = place.code.rpartition(" ")[2].casefold()
        before = self._text[max(place.start - len("municipality of  "), 0) : place.start].casefold()
        told = self._text[place.start : place.end].casefold().replace(",", " ").split()
        led = before.removesuffix(" of ").rpartition(" ")[2] if before.endswith(" of ") else ""
        kinds = (last, led, *told[:2])
        return next((kind for kind in kinds if kind in _KINDS), "")

    def _governed(self, words: Sequence[Token]) -> Iterator[Named]:
        """Yield what is governed, or spoken for: *the mayor of Kolm*, *Ruma's governor*."""
        low = [word.low for word in words]
        phrases = Phrases(words, low, frozenset())
        for at in (at for at, word in enumerate(low) if word in _MAYORS | _GOVERNORS):
            kind = _TOWN if low[at] in _MAYORS else _LAND
            behind = phrases.named(at + 2) if low[at + 1 : at + 2] == ["of"] else None
            if behind is not None:
                yield Named(words[at].start, behind[0].end, behind[0].code, kind, beside=True)
                continue
            first = at
            while first > 0 and words[first - 1].text[0].isupper():
                first -= 1
            name = " ".join(word.text for word in words[first:at] if word.low not in _NO_NAMES)
            bare = name.removesuffix("’s").removesuffix("'s")
            # Whoever begins a sentence bears a capital as well: *Angry residents*.
            if bare and (first or bare != name or self._capitals[bare.rpartition(" ")[2]] > 1):
                yield Named(words[first].start, words[at].end, bare, kind, beside=True)


def _called(words: Sequence[Token]) -> Iterator[Named]:
    """Yield the areas that bear their kind in their name, wherever: the *Alder County* sheriff."""
    for at, word in enumerate(words):
        if word.low in BARE and at and words[at - 1].text[0].isupper():
            first = at - 1
            while first > 0 and words[first - 1].text[0].isupper():
                first -= 1
            first += words[first].low in _NO_NAMES
            if first < at:
                code = " ".join(one.text for one in words[first : at + 1])
                yield Named(words[first].start, word.end, code, word.low, beside=True)


def _only(names: Sequence[Named]) -> Named | None:
    """Return the one place of some names, if they are of one."""
    told = {one.code: one for one in reversed(names) if not one.beside}
    return next(iter(told.values())) if len(told) == 1 else None


def _may_be(one: Named, kind: str) -> bool:
    """Return whether a name may be that of a *city*, or of the *region* that is governed."""
    if kind in _TOWNS:
        return one.kind in {"", _TOWN}
    return kind in _LANDS and one.kind == _LAND
