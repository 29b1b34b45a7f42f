"""Where something happened: places as the text names them, and which it says lies in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.questions.place_phrases import Phrases, Place, stands_on
from claimsync.extract.questions.place_words import (
    ALL_OVER,
    BARE,
    COUNTS,
    LEADS,
    MANY,
    NATION,
    NOT_THERE,
    QUARTERS,
    SIDES,
    TAKEN,
    WHERE_FROM,
)
from claimsync.extract.text.closed_words import BE, HOLDERS, is_past
from claimsync.extract.text.countries import country_names
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimsync.extract.questions.place_phrases import Read
    from claimsync.extract.text.tokens import Token

RULES = (
    Rule("place/in", ("in", "at", "near", "across", "from", "outside", "around", "throughout"),
         "a name behind such a word is where it happened",
         "Four people died in Lyman.", "Four people died in January."),
    Rule("place/area", ("region", "district", "province", "city", "county"),
         "such a word belongs to the name before or behind it",
         "Four people died in the Kherson region.", "Four people died in the region."),
    Rule("place/within", ("in", "of", ","), "a place named behind another holds it",
         "Four died in the Polohy district of Zaporizhzhia.", "Four died in Lyman and in Sumy."),
    Rule("place/several", ("the three districts", "the two towns"),
         "the places that the text has counted, taken together",
         "Nine people died in three districts.", "People died in three districts."),
    Rule("place/site", ("in the market hall", "on the quay"), "a site is a place without a name",
         "Eight people died in the market hall.", "Eight people died in the end."),
    Rule("place/list", ("in A and B", "in A, B and C"), "places named together are the parts of"
         " what is told of them all",
         "Nine people died in Qasr and Ruma.", "Nine died in Qasr and one in Ruma."),
    Rule("place/country", ("nationwide", "across the country"),
         "all of the country that the page is about",
         "Nine people were killed nationwide.", "Nine people were killed, the nation heard."),
    Rule("place/wide", ("worldwide", "citywide", "statewide"), "all of what such a word names",
         "Nine people were killed worldwide.", "Nine people in the wide world were killed."),
    Rule("place/hit", ("worst hit", "was hardest hit", "worst affected"),
         "a name before such words is where most of it happened",
         "Upper Sel was worst hit, with nine deaths.", "Nine died in the worst storm."),
    Rule("place/from", ("north of", "south-east of"), "what lies in a direction from a place",
         "Nine died 20 miles north of Tessa.", "Nine died in the north."),
    Rule("place/where", (", where",), "a name before *where* is where it happened",
         "They flew to Kolm, where nine people had died.", "He asked Roe where nine had died."),
)  # fmt: skip
_WIDE = {
    "worldwide": "worldwide", "globally": "worldwide", "citywide": "city", "statewide": "state",
} | dict.fromkeys(NATION, "country")  # fmt: skip
_PRESENTS: tuple[list[str], ...] = (["is"], ["are"], ["’s"], ["comes"])
_WRITES: tuple[list[str], ...] = (["wrote"], ["write"], ["written"], ["reported"], ["noted"])
_STRUCK = frozenset({"hit", "affected", "where"})
_STOPPED: tuple[list[str], ...] = ([], ["."], [","], [";"], ["!"])
_STAKES = frozenset("shares share stake stakes stock investors shareholders confidence".split())
_AHEAD = frozenset("points point votes lead leads win victory advantage edge majority % up".split())
_SPEAKING = frozenset("said says told was has had will is added wrote".split())
_WAYS = frozenset("road highway border train line waters route bus ferry bridge halfway".split())
_STREETS = frozenset("streets outskirts suburbs centre center".split())
_DONE = frozenset("hurt shot hit held died dead lost found seen".split())
_EXISTS = frozenset("was were is are has have had will would may might could ’s 's".split())
_PEOPLE = frozenset("residents inhabitants villagers households".split())
_OFFICE = 8  # words
_LONGEST = 6  # words of a name


def places(
    words: Sequence[Token], known: frozenset[str] = frozenset(), low: list[str] | None = None
) -> list[Place]:
    """Return the places among ``words`` (tokens without gaps).

    >>> from claimsync.extract.text.tokens import tokens
    >>> words = [t for t in tokens("killed in the Kherson region") if t.kind != "space"]
    >>> [place.code for place in places(words)]
    ['Kherson region']

    ``known`` are names known to be people or offices, which are no places; ``low`` the words
    without case, where they are at hand.
    """
    low = [word.low for word in words] if low is None else low
    openings = [at for at, word in enumerate(low) if word in _OPENINGS]
    return _Reader(words, low, known).read(openings) if openings else []


class _Reader:
    """Reads the places of one sentence from left to right."""

    def __init__(self, words: Sequence[Token], low: Sequence[str], known: frozenset[str]) -> None:
        self._words, self._low, self._known = words, low, known
        self._phrases = Phrases(words, low, known)
        self._found: list[Place] = []

    def read(self, openings: Sequence[int]) -> list[Place]:
        """Return the places that the words at ``openings`` may begin."""
        behind = 0
        for at in openings:
            if at < behind:
                continue
            read = self.at(at)
            if read is not None:
                self._found.append(read[0])
                behind = read[1]
        return self._found

    def at(self, at: int) -> Read | None:
        """Return the place that the word at a position opens, and the position behind it."""
        return _OPENINGS[self._low[at]](self, at)

    def wide(self, at: int) -> Read:
        """Return *nationwide* and the like."""
        word = self._low[at]
        return self._point(at, _WIDE[word], "place/country" if word in NATION else "place/wide")

    def pointed(self, at: int) -> Read | None:
        """Return *here* or *abroad*."""
        return None if self._on_page(at) else self._point(at, self._low[at], "place/site")

    def whole(self, at: int) -> Read | None:
        """Return *the whole country*, whatever stands before it."""
        return self._phrases.nation(at - 1) if at else None

    def towards(self, at: int) -> Read | None:
        """Return the town to whose streets people take, or the house that they are taken to."""
        the, streets, of = [*self._low[at + 1 : at + 4], "", "", ""][:3]
        if the == "the" and streets in _STREETS and of == "of":
            return self._phrases.at(at + 1)
        read = self._phrases.at(at + 1) if self._low[at - 1 : at] != [] and (
            self._low[at - 1] in TAKEN
        ) else None  # fmt: skip
        return read if read is not None and read[0].is_site and " " in read[0].code else None

    def lived(self, at: int) -> Read | None:
        """Return the town whose people are counted: *9,000 residents of Kolm*."""
        peopled = at > 0 and self._low[at - 1] in _PEOPLE
        read = self._phrases.at(at + 1) if peopled else None
        return (read[0]._replace(lead="of"), read[1]) if read is not None else None

    def _point(self, at: int, code: str, rule: str) -> Read:
        """Return a place that one word tells."""
        word = self._words[at]
        return Place(word.start, word.end, code, rules=(rule,)), at + 1

    def led(self, at: int) -> Read | None:
        """Return the place behind a word such as *in*: one, or several that are joined."""
        if self._belongs(at):
            return None
        across = self._low[at - 1 : at] == ["from"]  # from across the border
        lead = "from" if across else self._low[at]
        read = self._phrases.at(at + 1)
        if read is None or (lead == "on" and not stands_on(read[0])):
            return None
        both = self._told_beside(read) or self._joined(read, opens=not at)
        if lead == "between":
            way = at and self._low[at - 1] in _WAYS
            return self._beside(lead, both) if both is not None and way else None
        if both is not None:
            return both
        if lead == "from":
            own = self._low[at + 1] in WHERE_FROM  # from its own school
            travels = own or self._low[read[1] : read[1] + 1] == ["to"]  # from Kolm to Brod
            return None if travels else (read[0]._replace(lead=lead), read[1])
        outer = self._outer(read[1])
        if outer is not None:
            rules = tuple(dict.fromkeys((*read[0].rules, *outer[0].rules, "place/within")))
            read = read[0]._replace(within=outer[0].code, rules=rules), outer[1]
        read = read[0]._replace(lead=lead), read[1]
        wide = lead in ALL_OVER and (read[0].code in BARE or "place/country" in read[0].rules)
        return self._beside(lead, read) if lead in NOT_THERE and not wide else read

    def _told_beside(self, read: Read) -> Read | None:
        """Return the town that a house without a name lies beside: *a bridge near Kolm*."""
        place, after = read
        led = place.is_site and place.code.islower() and self._low[after : after + 1] != []
        town = self.led(after) if led and self._low[after] in NOT_THERE else None
        named = town is not None and town[0].code != town[0].code.lower()
        return (town[0]._replace(start=place.start), town[1]) if town and named else None

    def _beside(self, lead: str, read: Read) -> Read:
        """Return what lies beside a place, not in it: *near Kolm*."""
        place, after = read
        return place._replace(code=f"{lead} {place.code}", within=None, parts=()), after

    def beyond(self, at: int) -> Read | None:
        """Return what lies in a direction from a place: 20 miles *north of Tessa*."""
        if self._low[at + 1 : at + 2] != ["of"] or self._low[at - 1 : at] == ["the"]:
            return None
        if self._found and self._found[-1].end == self._words[at - 2].end:
            return None  # in Alder County, east of Kolm
        read = self._phrases.at(at + 2)
        if read is None:
            return None
        place, after = read
        first = at - 2 if self._low[at - 1 : at] == ["-"] else at  # north-east
        start = self._words[first].start
        code = f"{''.join(self._low[first : at + 1])} of {place.code}"
        rules = (*place.rules, "place/from")
        return place._replace(start=start, code=code, within=None, rules=rules), after

    def told(self, at: int) -> Read | None:
        """Return the place that is named before *worst hit*, or before *, where*."""
        before = self._low[at - 1 : at]
        if self._low[at] == "where":
            return self._before(at - 1, at, "place/where") if before == [","] else None
        was = self._low[at - 2 : at - 1] != [] and self._low[at - 2] in BE
        fits = before in (["worst"], ["hardest"])
        return self._before(at - 1 - was, at, "place/hit") if fits else None

    def _before(self, stop: int, at: int, rule: str) -> Read | None:
        """Return the name that ends before ``stop``, unless it was read as a place already."""
        first = stop
        while first > 0 and self._words[first - 1].text[0].isupper() and stop - first < _LONGEST:
            first -= 1
        if first == stop or any(place.end > self._words[first].start for place in self._found):
            return None
        name = " ".join(word.text for word in self._words[first:stop])
        start, end = self._words[first].start, self._words[stop - 1].end
        return None if name in self._known else (Place(start, end, name, rules=(rule,)), at + 1)

    def _belongs(self, lead: int) -> bool:
        """Return whether a name is no place: *shares in Telvia*, *a lead of 12 points over Roe*."""
        before = self._low[lead - 1] if lead else ""
        if self._low[lead] == "over":
            return before in _AHEAD
        if self._low[lead] == "in":
            return before in _STAKES or before == "based"
        return self._low[lead] == "at" and (
            before in HOLDERS or before.removesuffix("s") in HOLDERS
        )

    def there(self, at: int) -> Read | None:
        """Return where *there* is: the one place told before it, else whom the sentence names."""
        one = len(self._found) == 1 and self._found[0].lead != "from"
        if one or not at or not self._means_place(at):
            return None  # "in Qasr at least 31 died there"
        own = self._found[-1].code if self._found else self._governed(at)
        return self._point(at, own or "there", "place/site")

    def _means_place(self, at: int) -> bool:
        """Return whether *there* is a place: *were hurt there by debris*, not *there were*."""
        after = self._low[at + 1 : at + 2]
        done = self._low[at - 1].endswith("ed") or self._low[at - 1] in _DONE
        office = (
            "of" in self._low[:at]
        )  # *the governor of the Lesk region said two were hurt there*
        counted = self._words[at - 1].kind == "number"  # *96 there so far*
        near = any(word.kind == "number" or word.low in COUNTS for word in self._words[at - 3 : at])
        if near and after in (["were"], ["was"]) and self._low[at - 1].endswith("s"):
            return is_past((self._low[at + 2 : at + 3] or [""])[0])  # three shops there were closed
        return after in _STOPPED or ((counted or (office and done)) and after[0] not in _EXISTS)

    def _governed(self, at: int) -> str | None:
        """Return the area that whoever speaks governs: *the governor of the Lesk region*."""
        for of in (of for of in range(min(at, _OFFICE)) if self._low[of] == "of"):
            read = self._phrases.named(of + 1)
            if read is not None and "place/area" in read[0].rules:
                return read[0].code
        return None

    def _on_page(self, at: int) -> bool:
        """Return whether *here* is the page itself: *Here is what we know*, *I wrote here*."""
        before = self._low[max(at - 1, 0) : at]
        presents = self._low[at + 1 : at + 2] in _PRESENTS or before == ["is"]
        return self._low[at] == "here" and (presents or before in _WRITES)

    def _joined(self, read: Read, *, opens: bool = False) -> Read | None:
        """Return places joined by commas and *and*, as one place that has them as its parts.

        What ``opens`` a sentence is a list of places only if it is set apart: *In Kolm, Roe and
        Lentz spoke* tells of one.
        """
        named, after, low = [read[0]], read[1], self._low
        comma = opens and low[after : after + 1] == [","]
        while after + 1 < len(low) and low[after] in {",", "and"}:
            last = low[after] == "and" or low[after + 1] == "and"
            following = after + 1 + (low[after] == "," and last)
            more = self._phrases.named(following)
            if more is None or low[following] in {"a", "an"}:
                return None
            named.append(more[0])
            after = more[1]
            if last:
                break
        else:
            return None
        if after < len(low) and low[after] in _SPEAKING and len(named) == len("AB"):
            return None  # "in Moscow and Peskov said"
        if comma and self._words[after : after + 1] and self._words[after].kind == "word":
            return None
        area = low[after - 1] if low[after - 1] in MANY else ""
        code = " and ".join(
            (", ".join(place.code for place in named[:-1]), named[-1].code.removesuffix(f" {area}"))
        )
        parts = tuple(place.code.removesuffix(f" {area}") for place in named)
        rules = ("place/in", "place/list")
        return Place(named[0].start, named[-1].end, code, parts=parts, rules=rules), after

    def _outer(self, at: int) -> Read | None:
        """Return the place that is said to hold the one before: ``, Donetsk region``, ``in …``."""
        if at >= len(self._low) or self._low[at] not in {",", "in", "of", "at"}:
            return None
        if self._low[at] != ",":
            return self._phrases.named(at + 1)
        read = self._phrases.at(at + 2) if self._low[at + 1 : at + 2] == ["in"] else (
            self._phrases.named(at + 1)
        )  # fmt: skip
        if read is None:
            return None
        place, after = read
        closed = after >= len(self._low) or self._low[after] in {",", ".", ";", ":", ")"}
        area = "place/area" in place.rules or place.code in country_names().values()
        part = place.code.split()[0] in SIDES and " " in place.code
        # Else it is one of a list of places, or the next clause.
        return read if closed and (area or part) and not place.code.islower() else None


_OPENINGS: Mapping[str, Callable[[_Reader, int], Read | None]] = {
    **dict.fromkeys(LEADS, _Reader.led),
    **dict.fromkeys(QUARTERS, _Reader.beyond),
    **dict.fromkeys(_WIDE, _Reader.wide),
    **dict.fromkeys(_STRUCK, _Reader.told),
    **dict.fromkeys(("here", "abroad"), _Reader.pointed),
    "there": _Reader.there, "of": _Reader.lived, "to": _Reader.towards, "whole": _Reader.whole,
}  # fmt: skip
