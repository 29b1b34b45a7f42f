"""The phrase that tells a place: *the port city of Telm*, *Kolm's old town*, *the market hall*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.questions.place_names import Names
from claimsync.extract.questions.place_words import (
    ACTING,
    AREAS,
    BARE,
    BETWEEN,
    BODIES,
    COUNTS,
    FEATURES,
    HEADS,
    HEIGHTS,
    HOUSES,
    MANY,
    MODIFIERS,
    NUMBERED,
    PLURAL_AREAS,
    QUARTERS,
    SAINTS,
    SHARES_OF,
    SIDES,
    SITES,
    SUFFERED,
    TOWNS,
    WHERE_FROM,
    WORKS,
)
from claimsync.extract.text.closed_words import PREPOSITIONS, is_adverb, is_past
from claimsync.extract.text.countries import adjectives, country_names, metonyms
from claimsync.extract.text.stems import without_genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

_DETERMINERS = frozenset({"the", "a", "an", "this"})
_WHOLES = {"country": "country", "nation": "country", "world": "worldwide"}
_OWNING = ("’s", "'s")
_OWNERS = frozenset(f"{area}{mark}" for area in (*BARE, "country", "capital") for mark in _OWNING)
_NO_OWNED = frozenset("and or but in on at for with when while after before by".split())
_SPEAKING = frozenset("said says told was has had will is added wrote".split())
_GOES_ON = (
    _SPEAKING
    | _NO_OWNED
    | frozenset(  # what may stand behind a place that is told in full
        "to as since during over under near from across around through throughout where who which"
        " that so because than are were have would could may might be been not also now today"
        " yesterday alone itself this last late early amid following until between into the a an"
        " its his her their more".split()
    )
)
_DEMONYMS = ("ian", "ean", "ese", "ish")
_NAMED_BESIDE = BARE | {"capital", "port", "camp", "suburbs"}
_WHICH = frozenset("affected hit stricken neighbouring neighboring nearby adjacent".split()) | SIDES
_CLOSING = frozenset({"", ",", ".", ";", ":", ")"})
_MODIFIED = 4  # words before a site, or before *of*


class Place(NamedTuple):
    """A place in the text: its span, its code, the code it is said to lie in, and what found it.

    ``several`` is how many places it takes together: 3 for *the three districts*.
    """

    start: int
    end: int
    code: str
    within: str | None = None
    several: int = 0
    parts: tuple[str, ...] = ()
    lead: str = "in"
    rules: tuple[str, ...] = ("place/in",)

    @property
    def is_site(self) -> bool:
        """Whether it is a building, a road or the like, and no town."""
        return "place/site" in self.rules


Read = tuple[Place, int]


class Phrases:
    """Reads the places that begin at a word of a sentence, with the position behind them."""

    def __init__(self, words: Sequence[Token], low: Sequence[str], known: frozenset[str]) -> None:
        """Take the words, the same without case, and names that are no places."""
        self._words, self._low, self._known = words, low, known
        self._names = Names(words, low)

    def at(self, position: int) -> Read | None:
        """Return the place that is told from ``position`` on."""
        return (
            self.nation(position)
            or self._several(position)
            or self._headed(position)
            or self.named(position)
            or self._bare(position)
        )

    def nation(self, position: int) -> Read | None:
        """Return ``the whole country``."""
        last = position + 1 + (self._word(position + 1) in {"whole", "entire"})
        code = _WHOLES.get(self._word(last)) if self._word(position) == "the" else None
        if code is None or self._word(last + 1) == "of":
            return None
        return self._place(position, last + 1, code, "place/country"), last + 1

    def named(self, position: int) -> Read | None:
        """Return the name of a place, with what holds it: *the Polohy district of Zaporizhzhia*."""
        read = self._name(position)
        if read is None or self._word(read[1]) != "of":
            return read
        inner = self._name(read[1] + 1)
        return read if inner is None else (self._held(read, inner[0]), inner[1])

    def _headed(self, position: int) -> Read | None:
        """Return the place that a word for its kind leads to: *the port city of Telm*."""
        begin = position + (self._word(position) in _DETERMINERS)
        of = next((at for at in range(begin + 1, begin + _MODIFIED + 1) if self._word(at) == "of"),
                  None)  # fmt: skip
        if of is None or not all(self._small(at) for at in range(begin, of)):
            return None
        head = self._word(of - 1)
        inner = self._name(of + 1) or self.nation(of + 1)
        inner = inner or (self._bare(of + 1) if head in QUARTERS | SHARES_OF else None)
        if inner is None:
            return None
        place, after = inner
        if head in QUARTERS:
            start, code = self._words[begin].start, f"{head} of {place.code}"
            return place._replace(start=start, code=code, within=place.code), after
        if head in SHARES_OF | AREAS | TOWNS:
            rules = tuple(dict.fromkeys((*place.rules, "place/area")))
            return place._replace(rules=rules), after
        if head not in SITES:
            return None
        code, rules = self._names.spelt(begin, of), ("place/in", "place/site", "place/within")
        return Place(self._words[begin].start, place.end, code, place.code, rules=rules), after

    def _name(self, position: int) -> Read | None:
        """Return what bears a name, be it only in part: *southern Gaza*, *Kolm city centre*."""
        begin = self._past_modifiers(position)
        first = begin
        while self._word(first) in SIDES and self._small(first):
            first += 1
        stop = self._names.stop(first)
        if stop == first:
            return None
        stop = self._both(first, stop)
        last = self._head(stop)
        if self._word(last - 1) in BODIES or (self._word(last) in BODIES and not self._act(last)):
            return None
        works = last > stop and self._word(last - 1) in WORKS
        code = self._names.spelt(begin, stop if works else last)
        bare = without_genitive(code)
        if code != bare and (works or last == stop):
            if self._word(first) in SAINTS or self._word(last) in _NO_OWNED:
                bare = code  # "34 at St Orla's and 19 at Brenn Infirmary"
            elif self._kind(last) == "word" and not works:
                return None  # "in Ukraine's parliament": the parliament is the place
        country = country_names().get(bare.removesuffix("."))
        people = code in adjectives() or (last == stop and (
            self._of_people(first, stop) or self._initials_of(first, stop)
        ))  # fmt: skip
        if bare in self._known or (country is None and people):
            return None
        end = self._words[last - 1].end - (0 if works else len(code) - len(bare))
        rules = ("place/in", *self._sort(last - 1))
        opens = position + (self._word(position) in _DETERMINERS)
        return Place(self._words[opens].start, end, country or bare, rules=rules), last

    def _of_people(self, first: int, stop: int) -> bool:
        """Return whether a word says whose something is: *in Tessian hands*."""
        following = self._kind(stop) == "word" and self._word(stop) not in _GOES_ON
        adverb = is_past(self._word(stop)) or is_adverb(self._word(stop))
        return (stop == first + 1 and following and not adverb
                and self._word(first).endswith(_DEMONYMS))  # fmt: skip

    def _initials_of(self, first: int, stop: int) -> bool:
        """Return whether letters say what kind a thing is of: *through ATM fraud*."""
        letters = self._words[first].text
        short = stop == first + 1 and letters.isupper() and len(letters) < len("NORTH")
        return short and self._small(stop) and self._word(stop) not in _GOES_ON

    def _past_modifiers(self, position: int) -> int:
        """Return the position behind articles and words that are no part of a name."""
        position += self._word(position) in _DETERMINERS
        position += self._word(position) in _OWNERS  # the city's Tarn district
        while True:
            if self._word(position) in MODIFIERS:
                position += 1
            elif self._word(position + 1) in {"-", "‑"} and self._word(position + 2) in SUFFERED:
                position += 3  # drought-stricken Karsa
            else:
                return position

    def _both(self, first: int, stop: int) -> int:
        """Return the position behind a country that two names make: *Bosnia and Herzegovina*."""
        if self._word(stop) != "and" or stop + 1 >= len(self._words):
            return stop
        whole = self._names.spelt(first, stop + 2)
        return stop + 2 if whole in country_names() else stop

    def _head(self, stop: int) -> int:
        """Return the position behind what a name is the name of: *Brevic district hospital*."""
        last = at = stop
        while at < stop + _MODIFIED and self._small(at) and self._word(at) in BETWEEN:
            at += 1
            last = at if self._word(at - 1) in HEADS else last
        numbered = self._word(last - 1) in NUMBERED and self._kind(last) == "number"
        return last + (last > stop and numbered)

    def _sort(self, last: int) -> tuple[str, ...]:
        """Return the rules for what kind of place a word ends the name of."""
        if self._word(last) in AREAS:
            return ("place/area",)
        site = self._word(last) in SITES | FEATURES | HOUSES or self._word(last - 1) in NUMBERED
        return ("place/site",) if site else ()

    def _act(self, position: int) -> bool:
        """Return whether those behind a place are who acts there: *In Kolm police counted 900*."""
        after = self._word(position + 1)
        acts = is_past(after) or after in _SPEAKING
        opens = position <= len(("In", "Kolm")) or self._kind(position - 2) == "punct"
        return self._word(position) in ACTING and acts and opens

    def _held(self, read: Read, inner: Place) -> Place:
        """Return a place within another; of *the Orsk town of Zhal* it is Zhal."""
        outer, after = read
        holder = outer.code.rpartition(" ")[0]
        people = holder in adjectives() or holder in metonyms() or holder.endswith(_DEMONYMS)
        rules = tuple(dict.fromkeys((*outer.rules, *inner.rules, "place/within")))
        if self._word(after - 1) in TOWNS or (people and self._word(after - 1) in AREAS):
            within = adjectives().get(holder, holder) or None
            return inner._replace(within=within, rules=rules)
        return outer._replace(within=inner.code, rules=rules)

    def _bare(self, position: int) -> Read | None:
        """Return a place without a name: *the market hall*, *his region*, *the city*."""
        owned = self._word(position) in WHERE_FROM
        if owned and self._word(position + 1) in AREAS:
            code = f"{self._word(position)} {self._word(position + 1)}"
            return self._place(position, position + 2, code, "place/site"), position + 2
        if not (self._word(position) in _DETERMINERS or owned):
            return None
        owner = self._word(position + 1) if self._word(position + 1) in _OWNERS else ""
        begin = position + 1 + bool(owner)
        for last in range(begin, min(begin + _MODIFIED - 1, len(self._low))):
            if not self._small(last) or self._low[last] in PREPOSITIONS:
                return None
            if self._is_site(begin, last):
                last += self._word(last + 1) in SITES  # noqa: PLW2901 - the *village hall*
                code = self._names.spelt(begin, last + 1)
                if self._word(last) in QUARTERS and owner:
                    code = f"{code} of {owner[: -len('’s')]}"  # the country's north
                elif self._word(last) in BARE and self._word(position) in {"a", "an"}:
                    return None  # in a village near Karsa
                bare = self._place(begin, last + 1, code, "place/site"), last + 1
                return self._apposed(bare) or bare
        return None

    def _apposed(self, read: Read) -> Read | None:
        """Return the name set beside a kind of place: *in the capital, Osterad, on Monday*."""
        place, after = read
        if place.code.rpartition(" ")[2] not in _NAMED_BESIDE:
            return None
        comma = self._word(after) == ","
        named = self._name(after + comma)
        if named is None or (comma and self._word(named[1]) not in _CLOSING):
            return None
        return named[0]._replace(start=place.start), named[1]

    def _is_site(self, begin: int, last: int) -> bool:
        """Return whether a word is what a place is called by its kind."""
        word, after = self._word(last), self._word(last + 1)
        if word in BARE:
            told = after in _GOES_ON or is_past(after) or self._kind(last + 1) != "word"
            return told and self._kind(last + 1) != "number"
        site = word in SITES and after != "hall"
        return site or (last > begin and word in PLURAL_AREAS)

    def _several(self, position: int) -> Read | None:
        """Return ``the three districts``, or ``three districts`` that a number is told of."""
        named = self._word(position) in {"the", "all"}
        at = position + named
        count = self._word(at)
        if count not in COUNTS:
            return None
        last = at + 1 + (self._word(at + 1) in _WHICH)
        kind = self._word(last)
        if kind not in (MANY if named else PLURAL_AREAS) or not (named or self._counted(at)):
            return None
        place = self._place(position, last + 1, f"{count} {kind}")
        return place._replace(several=COUNTS.index(count) + 2, rules=("place/several",)), last + 1

    def _counted(self, at: int) -> bool:
        """Return whether a number stands before a position: *12 died in three districts*."""
        before = self._words[:at]
        return any(word.kind == "number" or word.low in COUNTS for word in before)

    def _place(self, first: int, stop: int, code: str, *rules: str) -> Place:
        """Return the place that the words from ``first`` to ``stop`` tell."""
        start, end = self._words[first].start, self._words[stop - 1].end
        return Place(start, end, code, rules=("place/in", *rules))

    def _small(self, position: int) -> bool:
        """Return whether a word without a capital stands at a position."""
        return position < len(self._words) and (
            self._words[position].text.islower() or self._words[position].text in {"-", "‑"}
        )

    def _word(self, position: int) -> str:
        return self._low[position] if position < len(self._low) else ""

    def _kind(self, position: int) -> str:
        return self._words[position].kind if position < len(self._words) else ""


def stands_on(place: Place) -> bool:
    """Return whether something may be *on* a place: on a road, a quay, on Mount Sel."""
    low = place.code.casefold().split()
    sited = not {"place/site", "place/area", "place/within"}.isdisjoint(place.rules)
    return sited or low[0] in HEIGHTS or (len(low) == 1 and any(map(str.isdigit, low[0])))
