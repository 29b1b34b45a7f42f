"""The places that a sentence names: where things were, what befell them, who speaks for them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions.place_names import Names
from claimsync.extract.questions.place_phrases import Phrases
from claimsync.extract.questions.place_words import BARE, LEADS, NOT_THERE
from claimsync.extract.questions.places import places
from claimsync.extract.questions.sentences import cut
from claimsync.extract.questions.subject_words import KINDS
from claimsync.extract.text.countries import country_names
from claimsync.extract.text.stems import without_genitive
from claimsync.extract.text.tokens import position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimsync.extract.questions.place_phrases import Place

TOWN, LAND = "mayor", "governor"  # kinds that are known by who speaks for them
COUNTRY = "country"
STRIKES = frozenset(
    "hit hits struck strikes reached rocked battered pounded flooded devastated shelled bombed"
    " attacked ravaged engulfed buried swamped".split()
)
_MAYORS = frozenset("mayor mayoress council police firefighters".split())
_GOVERNORS = frozenset("governor head prefect".split())
_SITE = "site"  # a house without a name
NEAR = "near"  # beside what is named, not in it
_KINDS = BARE | {"capital", "scene", "spot"}
_NO_NAMES = LEADS | frozenset(
    "the a an its his her their our but and even regional local provincial municipal federal"
    " national deputy former acting interim military security riot traffic border state city town"
    " county district".split()
)
_SPEAKS = frozenset(
    "spoke speaking told reporters visiting visited visit arrived flew travelled interview"
    " conference statement meeting summit".split()
)
_UPON = frozenset(
    "attack attacks strike strikes raid raids assault assaults shelling bombing bombings"
    " bombardment barrage missiles drones rockets bombs".split()
)
_AIMS = frozenset({"on", "against", "of", "at"})
# What may befall nothing but places.
_NATURAL = frozenset({"flood", "quake", "aftershock", "landslide"})
_FORCES = frozenset(word for word, kind in KINDS.items() if kind in _NATURAL)
_FIRED = _FORCES | frozenset(
    "drone drones missile missiles rocket rockets shell shells bomb bombs explosion explosions"
    " blast blasts artillery fire fires".split()
)
_BEFALLEN = frozenset("was were been is are".split())
_CAME_UNDER = frozenset("attack fire shelling bombardment bombing".split())
# Where a report was written: *KOLM (Nordlys) –*, *KOLM, Orenia (UNA) –*.
_WRITTEN = re.compile(
    r"^([A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,30}+)[A-ZÀ-Þ ]{0,30}+(?:, [^()\n—–-]{1,40})?"
    r"(?: ?\([^)\n]{2,20}\))? ?[—–-]",
    re.MULTILINE,
)
_SUFFERS = frozenset("saw suffered recorded witnessed".split())
# Behind such words the page uses a name as that of a place; *trust in Roe* does not.
_LED = re.compile(
    r"(?<!confidence )(?<!trust )(?<!faith )"
    r"\b(?:in|near|outside|across|throughout|around"
    r"|(?:mayor|city|town|village|port|residents|state|people|region|province|district|island) of) "
    r"(?:the )?([^\W\d_a-z][\w’'-]{1,30}+)"
)
_NAME = 6  # words of a name
_FIRE = 4  # words of *under heavy fire*
_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W\d_]{1,30}+\b")
_SAID = 6  # words of *told a news conference in*


class Named(NamedTuple):
    """A place that is named: where, its code, and what kind of place it is said to be.

    ``beside`` marks what only names who speaks, or what holds a house: *the mayor of Kolm*;
    ``struck`` what something befell: *a quake struck Kolm*.
    """

    start: int
    end: int
    code: str
    kind: str = ""
    beside: bool = False
    struck: bool = False


class Usage:
    """How a page writes its words: how often with a capital, and which of them as names of places.

    >>> usage = Usage("The mayor of Kolm spoke in Brod.")
    >>> usage.is_place("Kolm"), usage.is_place("The")
    (True, False)
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def capitals(self) -> Counter[str]:
        """How often each word is told with a capital."""
        return Counter(_CAPITAL.findall(self._text))

    def is_place(self, name: str) -> bool:
        """Return whether the page tells what was in a place of this name, or it is a country."""
        first, *_ = name.split()
        return without_genitive(first) in self._led or name in country_names().values()

    @cached_property
    def _led(self) -> frozenset[str]:
        written = (name.title() for name in _WRITTEN.findall(self._text))
        return frozenset(map(without_genitive, (*_LED.findall(self._text), *written)))


class Naming:
    """Reads the names in one sentence of a text."""

    def __init__(self, text: str, start: int, end: int, usage: Usage) -> None:
        """Take the span of a sentence, and how its page writes its words."""
        self._text, self._usage = text, usage
        self._words = cut(text, start, end)
        self._low = [word.low for word in self._words]
        self._phrases = Phrases(self._words, self._low, frozenset())
        self._run = Names(self._words, self._low)

    def read(self) -> tuple[Named, ...]:
        """Return the places, in order.

        >>> text = "The mayor of Kolm blamed a fire in Brod."
        >>> read = Naming(text, 0, len(text), Usage(text)).read()
        >>> [(one.code, one.beside) for one in read]
        [('Kolm', True), ('Brod', False)]
        """
        return tuple(sorted(
            (*self._placed(), *self._struck(), *self._governed(), *self._called())
        ))  # fmt: skip

    def _placed(self) -> Iterator[Named]:
        """Yield the places where something was."""
        for place in places(self._words, low=self._low):
            if self._spoken(place) or place.parts or place.several or place.code in _KINDS:
                continue
            if place.code.split()[0] in NOT_THERE or "place/from" in place.rules:
                yield Named(place.start, place.end, place.code, NEAR)
                continue
            kind = self._kind(place)
            if kind == _SITE and place.within:
                yield Named(place.start, place.end, place.within)  # a market in Kolm
                continue
            yield Named(place.start, place.end, place.code, kind, beside=place.lead == "from")
            if place.is_site and place.within:
                yield Named(place.start, place.end, place.within, beside=True)

    def _spoken(self, place: Place) -> bool:
        """Return whether a place is only where somebody spoke, or went to."""
        at = position(self._words, place.start)
        return not _SPEAKS.isdisjoint(word.low for word in self._words[max(at - _SAID, 0) : at])

    def _struck(self) -> Iterator[Named]:
        """Yield what something befell: *a quake struck Tessaria*, *an attack on Kolm*.

        Who is attacked may be no place, if the page does not say so: *an attack on Hamas*.
        """
        low, phrases = self._low, self._phrases
        forced, fired = not _FORCES.isdisjoint(low), not _FIRED.isdisjoint(low)
        for at, word in enumerate(low):
            if word in _SUFFERS:
                yield from self._befallen(at)
                continue
            if word in STRIKES and low[at - 1 : at] and low[at - 1] in _BEFALLEN:
                yield from self._befallen(at - 1)
                continue
            if word == "under" and not _CAME_UNDER.isdisjoint(low[at + 1 : at + _FIRE]):
                yield from self._befallen(at - 1)
                continue
            on = word in _AIMS and low[at - 1 : at] and low[at - 1] in _UPON
            read = phrases.at(at + 1) if word in STRIKES or on else None
            while read is not None and read[0].code not in _KINDS:
                place, after = read
                sure = (forced or (fired and not on)) or "place/area" in place.rules
                sure = sure or self._usage.is_place(place.code)
                if sure and not place.code.islower():
                    kind = self._kind(place)
                    yield Named(place.start, place.end, place.code, kind, struck=True)
                more = low[after : after + 1] in (["and"], [","])
                read = phrases.named(after + 1) if more else None

    def _befallen(self, at: int) -> Iterator[Named]:
        """Yield the place named before a verb: *Kolm was hit*, *Kolm came under fire*."""
        first = self._before(at)
        code = self._run.spelt(first, at) if first < at else ""
        if code and self._usage.is_place(code):
            yield Named(self._words[first].start, self._words[at - 1].end, code, struck=True)

    def _kind(self, place: Place) -> str:
        """Return what a place is said to be: a *county*, a *city*, or nothing."""
        if place.is_site:
            named = " " in place.code and not place.code.islower()
            return place.code.rpartition(" ")[2].casefold() if named else _SITE
        if place.code in country_names().values():
            return COUNTRY
        last = place.code.rpartition(" ")[2].casefold()
        before = self._text[max(place.start - len("municipality of  "), 0) : place.start].casefold()
        told = self._text[place.start : place.end].casefold().replace(",", " ").split()
        led = before.removesuffix(" of ").rpartition(" ")[2] if before.endswith(" of ") else ""
        kinds = (last, led, *told[:2])
        return next((kind for kind in kinds if kind in _KINDS), "")

    def _governed(self) -> Iterator[Named]:
        """Yield what is governed, or spoken for: *the mayor of Kolm*, *Ruma's governor*."""
        words, low, phrases = self._words, self._low, self._phrases
        for at in (at for at, word in enumerate(low) if word in _MAYORS | _GOVERNORS):
            kind = TOWN if low[at] in _MAYORS else LAND
            behind = phrases.named(at + 2) if low[at + 1 : at + 2] == ["of"] else None
            if behind is not None:
                yield Named(words[at].start, behind[0].end, behind[0].code, kind, beside=True)
                continue
            first = self._before(at)
            name = self._run.spelt(first, at) if first < at else ""
            bare = without_genitive(name)
            # Whoever begins a sentence bears a capital as well: *Angry residents*.
            if bare and (
                first or bare != name or self._usage.capitals.get(bare.rpartition(" ")[2], 0) > 1
            ):
                yield Named(words[first].start, words[at].end, bare, kind, beside=True)

    def _called(self) -> Iterator[Named]:
        """Yield the areas that bear their kind in their name: the *Alder County* sheriff."""
        for at, word in enumerate(self._words):
            kind = without_genitive(word.low)
            first = self._before(at) if kind in BARE else at
            if first < at:
                code = without_genitive(self._run.spelt(first, at + 1))
                yield Named(self._words[first].start, word.end, code, kind, beside=True)

    def _before(self, at: int) -> int:
        """Return where the name that ends before a word begins; ``at`` if none does."""
        starts = range(max(at - _NAME, 0), at)
        return next((first for first in starts if self._low[first] not in _NO_NAMES
                     and self._run.stop(first) >= at), at)  # fmt: skip
