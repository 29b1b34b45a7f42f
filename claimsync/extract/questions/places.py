"""Where something happened: places as the text names them, and which it says lies in which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimsync.extract.text.clauses import BE, HOLDERS, is_past
from claimsync.extract.text.countries import adjectives, country_names
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
         "Nine people died in the three districts.", "Nine people died in three districts."),
    Rule("place/site", ("in the market hall", "on the quay"), "a site is a place without a name",
         "Eight people died in the market hall.", "Eight people died in the end."),
    Rule("place/list", ("in A and B", "in A, B and C"), "places named together are the parts of"
         " what is told of them all",
         "Nine people died in Qasr and Ruma.", "Nine died in Qasr and one in Ruma."),
    Rule("place/country", ("nationwide", "across the country"),
         "all of the country that the page is about",
         "Nine people were killed nationwide.", "Nine people were killed, the nation heard."),
    Rule("place/hit", ("worst hit", "was hardest hit", "worst affected"),
         "a name before such words is where most of it happened",
         "Upper Sel was worst hit, with nine deaths.", "Nine died in the worst storm."),
)  # fmt: skip
_LEADS = frozenset(
    "in at on near across from outside around throughout inside within over through off".split()
)
AREAS = frozenset(
    "region regions district districts province provinces oblast city county counties state town"
    " village municipality governorate department prefecture island islands valley area suburb"
    " neighbourhood neighborhood peninsula strip coast ward precinct".split()
)
MANY = frozenset("regions districts provinces counties states towns villages cities islands"
                  " wards municipalities governorates areas countries accidents attacks"
                  " strikes incidents blasts explosions crashes camps hospitals sites"
                  " schools".split())  # fmt: skip
_COUNTS = "two three four five six seven eight nine ten eleven twelve".split()
_SIDES = frozenset("northern southern eastern western central north south east west greater"
                   " occupied upper lower north-eastern south-eastern".split())  # fmt: skip
_NO_PLACES = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct"
    " nov dec parliament congress court christmas easter ramadan covid i english french german"
    " spring summer autumn winter telegram twitter facebook x whatsapp instagram youtube"
    " signal number mr mrs ms dr sir lord lady reuters afp ap bbc cnn god"
    .split()
)  # fmt: skip
_SHORT_MONTH = len("mar")
_OFFICES = frozenset(
    "ministry minister police council government president governor mayor army hospital company"
    " university parliament office agency board administration spokesman spokeswoman officials"
    " authorities official telegram street road avenue square airport bridge station prison times"
    " post news herald guardian journal magazine gazette".split()
)
_SEVERAL = frozenset({"police", "officials", "authorities"})
_PARTICLES = frozenset("of de la las los el al del du le upon".split())
_HYPHENED = frozenset({"-", "‑", "upon", "on", "sur", "le", "la", "en", "by"})
_HEIGHTS: tuple[list[str], ...] = (["mount"], ["lake"], ["cape"], ["isle"])
_PLURAL_AREAS = frozenset("districts provinces counties villages towns islands valleys areas"
                          " suburbs neighbourhoods regions".split())  # fmt: skip
_NOT_THERE = frozenset({"near", "outside", "around", "off"})  # beside the place, not in it
_NATION = frozenset({"nationwide", "countrywide"})
_OPENING = (
    _LEADS | _NATION | {"here", "there", "abroad", "the", "to"}
)  # words with which a place may begin
_SITES = frozenset(
    "hall market hospital clinic school station church mosque temple building factory plant mine"
    " shaft bridge quay harbour harbor port square prison airport stadium theatre theater hotel"
    " capital suburbs coast border junction scene"
    " hills depot barracks refinery shelter camp tunnel club mall"
    " north south east west".split()
)
_PRESENTS: tuple[list[str], ...] = (["is"], ["are"], ["’s"], ["comes"])
_WRITES: tuple[list[str], ...] = (["wrote"], ["write"], ["written"], ["reported"], ["noted"])
_STOPPED: tuple[list[str], ...] = ([], ["."], [","], [";"], ["!"])
_STAKES = frozenset("shares share stake stakes stock investors shareholders confidence".split())
_TOWNS = frozenset("town village city suburb port market republic island".split())
_SPEAKING = frozenset("said says told was has had will is added wrote".split())
_NO_OWNED = frozenset("and or but in on at for with when while after before by".split())
_BESIDE_US = frozenset("nearby neighbouring neighboring adjacent surrounding".split())
_STREETS = frozenset("streets outskirts suburbs centre center".split())
_STRUCK = frozenset({"hit", "affected"})
_LONGEST = 6  # words of a name


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
    found: list[Place] = [*_hit(words, low, known)]
    position = 0
    for at in [at for at, word in enumerate(low) if word in _OPENING]:
        if at < position:
            continue
        position = at
        if _on_page(low, position) or _belongs(low, position):
            continue
        if low[position] == "there" and len(found) == 1 and found[0].lead != "from":
            continue  # "in Qasr at least 31 died there"
        read = _at(words, low, position, known, found)
        if read is not None:
            found.append(read[0])
            position = read[1]
    return found


def _hit(words: Sequence[Token], low: Sequence[str], known: frozenset[str]) -> Iterator[Place]:
    """Yield the place that is called the worst hit: *Upper Sel worst hit, with nine deaths*."""
    for at, word in enumerate(low):
        if word not in _STRUCK or low[at - 1 : at] not in (["worst"], ["hardest"]):
            continue
        stop = at - 1 - (low[at - 2] in BE)
        first = stop
        while first > 0 and words[first - 1].text[0].isupper() and stop - first < _LONGEST:
            first -= 1
        name = " ".join(word.text for word in words[first:stop])
        if name and name not in known:
            yield Place(words[first].start, words[stop - 1].end, name, rules=("place/hit",))


def _belongs(low: Sequence[str], lead: int) -> bool:
    """Return whether a name is no place but a firm: *shares in Telvia*, *an analyst at Crest*."""
    before = low[lead - 1] if lead else ""
    if low[lead] == "in":
        return before in _STAKES
    return low[lead] == "at" and (before in HOLDERS or before.removesuffix("s") in HOLDERS)


def _at(  # noqa: PLR0911 - one return a kind of opening
    words: Sequence[Token], low: Sequence[str], position: int, known: frozenset[str],
    found: Sequence[Place],
) -> tuple[Place, int] | None:  # fmt: skip
    """Return the place that the word at ``position`` opens, and the position behind it."""
    word = words[position]
    if low[position] == "to":
        return _name(words, low, position + 1, known) if _streets(low, position) else None
    if low[position] in _LEADS:
        read = _led(words, low, position + 1, known)
        if read is not None and low[position] in _NOT_THERE:
            code = f"{low[position]} {read[0].code}"
            return read[0]._replace(code=code, within=None), read[1]
        if read is not None and low[position] == "from":
            return read[0]._replace(lead="from"), read[1]
        return read
    if low[position] == "there" and position and _means_place(low, position):
        own = found[-1].code if found else _office_at(words, low, position, known)
        return Place(word.start, word.end, own or "there", rules=("place/site",)), position + 1
    if low[position] in {"here", "abroad"}:
        return Place(word.start, word.end, low[position], rules=("place/site",)), position + 1
    whole = 3 * (low[position : position + 3] == ["the", "whole", "country"])
    after = position + (whole or low[position] in _NATION)
    if after == position:
        return None
    end = words[after - 1].end
    return Place(word.start, end, "country", rules=("place/country",)), after


def _led(
    words: Sequence[Token], low: Sequence[str], position: int, known: frozenset[str]
) -> tuple[Place, int] | None:
    """Return the place behind a word such as *in*, and the position behind it."""
    if low[position : position + 2] == ["the", "country"]:
        start, end = words[position].start, words[position + 1].end
        return Place(start, end, "country", rules=("place/country",)), position + 2
    several = _several(words, low, position)
    if several is not None:
        return several
    position += low[position : position + 1] == ["nearby"]
    upon = low[position - 1] == "on" and not (
        low[position : position + 1] in _HEIGHTS or _town(low, position)
    )
    named = None if upon else _name(words, low, position, known)
    name = named or _site(words, low, position)
    if name is None:
        return None
    place, after = name
    both = _joined_names(words, low, name, known)
    if both is not None:
        return both
    outer = _outer(words, low, after, known)
    return (place, after) if outer is None else (_held(low, place, outer[0], after), outer[1])


def _means_place(low: Sequence[str], position: int) -> bool:
    """Return whether *there* is a place: *were hurt there by debris*, not *there were*."""
    after = low[position + 1 : position + 2]
    done = low[position - 1].endswith("ed") or low[position - 1] in _DONE
    office = "of" in low[:position]  # *the governor of the Lesk region said two were hurt there by*
    return after in _STOPPED or (office and done and after[0] not in _EXISTS)


_DONE = frozenset("hurt shot hit held died dead lost found seen".split())
_EXISTS = frozenset("was were is are has have had will would may might could ’s 's".split())


def _office_at(
    words: Sequence[Token], low: Sequence[str], position: int, known: frozenset[str]
) -> str | None:
    """Return the area that whoever speaks governs: *the governor of the Lesk region*."""
    for at in range(min(position, _OFFICE)):
        read = _name(words, low, at + 1, known) if low[at] == "of" else None
        if read is not None and "place/area" in read[0].rules:
            return read[0].code
    return None


_OFFICE = 8  # words


def _streets(low: Sequence[str], position: int) -> bool:
    """Return whether people take to the streets of a town."""
    the, streets, of = [*low[position + 1 : position + 4], "", "", ""][:3]
    return the == "the" and streets in _STREETS and of == "of"


def _held(low: Sequence[str], place: Place, outer: Place, after: int) -> Place:
    """Return a place within another; of *the Orsk town of Zhal* it is Zhal that is the place."""
    if low[after - 1] in _TOWNS and low[after] == "of":
        holder = place.code.rpartition(" ")[0] or None
        rules = tuple(dict.fromkeys((*outer.rules, "place/within")))
        return Place(outer.start, outer.end, outer.code, holder, rules=rules)
    rules = tuple(dict.fromkeys((*place.rules, *outer.rules, "place/within")))
    return Place(place.start, place.end, place.code, outer.code, rules=rules)


def _town(low: Sequence[str], position: int) -> bool:
    """Return whether a town is named as one: rockets fell on *the town of* Karsa."""
    the, town, of = [*low[position : position + 3], "", "", ""][:3]
    return the == "the" and town in AREAS and of == "of"


def _on_page(low: Sequence[str], position: int) -> bool:
    """Return whether *here* is the page itself: *Here is what we know*, *I wrote here*."""
    if low[position] != "here":
        return False
    presents = low[position + 1 : position + 2] in _PRESENTS
    return presents or low[max(position - 1, 0) : position] in _WRITES


def _site(words: Sequence[Token], low: Sequence[str], position: int) -> tuple[Place, int] | None:
    """Return a place without a name: *the market hall*."""
    own = low[position : position + 1] in (["his"], ["her"], ["its"], ["their"], ["our"])
    if not own and low[position : position + 1] not in (["the"], ["a"], ["an"]):
        return None
    if own and position + 1 < len(low) and low[position + 1] in AREAS:
        start, end = words[position].start, words[position + 1].end
        code = f"{low[position]} {low[position + 1]}"
        return Place(start, end, code, rules=("place/in", "place/site")), position + 2
    for last in range(position + 1, min(position + 4, len(low))):
        site = low[last] in _SITES and low[last + 1 : last + 2] != ["hall"]
        if site or (last > position + 1 and low[last] in _PLURAL_AREAS):
            start, end = words[position + 1].start, words[last].end
            return Place(start, end, _joined(words, position + 1, last + 1),
                         rules=("place/in", "place/site")), last + 1  # fmt: skip
        if words[last].kind != "word":
            return None
    return None


def _several(words: Sequence[Token], low: Sequence[str], position: int) -> tuple[Place, int] | None:
    """Return ``the three districts``."""
    the = low[position : position + 1] in (["the"], ["all"])
    if not the or position + 2 >= len(low) or low[position + 1] not in _COUNTS:
        return None
    if low[position + 2] not in MANY:
        return None
    start, end = words[position].start, words[position + 2].end
    code = f"{low[position + 1]} {low[position + 2]}"
    several = _COUNTS.index(low[position + 1]) + 2
    return Place(start, end, code, several=several, rules=("place/several",)), position + 3


def _joined_names(
    words: Sequence[Token], low: Sequence[str], name: tuple[Place, int], known: frozenset[str]
) -> tuple[Place, int] | None:
    """Return places joined by commas and *and*, as one place that has them as its parts."""
    named, after = [name[0]], name[1]
    while after + 1 < len(low) and low[after] in {",", "and"}:
        last = low[after] == "and" or low[after + 1] == "and"
        read = _name(words, low, after + 1 + (low[after] == "," and last), known)
        if read is None:
            return None
        named.append(read[0])
        after = read[1]
        if last:
            break
    else:
        return None
    if after < len(low) and low[after] in _SPEAKING and len(named) == len("AB"):
        return None  # "in Moscow and Peskov said"
    area = low[after - 1] if low[after - 1] in MANY else ""
    code = " and ".join(
        (", ".join(place.code for place in named[:-1]), named[-1].code.removesuffix(f" {area}"))
    )
    parts = tuple(place.code.removesuffix(f" {area}") for place in named)
    rules = ("place/in", "place/list")
    return Place(named[0].start, named[-1].end, code, parts=parts, rules=rules), after


def _outer(
    words: Sequence[Token], low: Sequence[str], position: int, known: frozenset[str]
) -> tuple[Place, int] | None:
    """Return the place that is said to hold the one before: ``, Donetsk region``, ``of …``."""
    if position >= len(low) or low[position] not in {",", "in", "of"}:
        return None
    read = _name(words, low, position + 1, known)
    if read is None:
        return None
    place, after = read
    if low[position] == ",":
        closed = after >= len(low) or low[after] in {",", ".", ";", ":", ")"}
        area = "place/area" in place.rules or place.code in country_names().values()
        if not (closed and area):
            return None  # a list of places, or the next clause
    return read


def _name(
    words: Sequence[Token], low: Sequence[str], position: int, known: frozenset[str]
) -> tuple[Place, int] | None:
    """Return the name of a place that begins at ``position``."""
    begin = position + (low[position : position + 1] == ["the"])
    begin += begin < len(low) and low[begin] in _BESIDE_US
    if low[begin : begin + 1] and low[begin] in _STREETS and low[begin + 1 : begin + 2] == ["of"]:
        begin += 2  # the streets of Alvora
    area = begin + 2 < len(low) and low[begin + 1] in AREAS and low[begin + 2] == "of"
    begin += area and words[begin].text.islower()  # the coastal province of Mirat
    sided = begin + (low[begin : begin + 1] != [] and low[begin] in _SIDES)
    if low[sided : sided + 1] and low[sided] in AREAS and low[sided + 1 : sided + 2] == ["of"]:
        begin = sided  # the southern city of Odesa
    if low[begin : begin + 1] and low[begin] in AREAS and low[begin + 1 : begin + 2] == ["of"]:
        begin += 2  # the city of Odesa
    first = begin
    while first < len(low) and low[first] in _SIDES and words[first].text[0].islower():
        first += 1
    last, area = _reach(words, low, first)
    last += last < len(low) and low[last - 1] in _NUMBERED and words[last].text.isdecimal()
    if last == first or low[first] in _NO_PLACES or not words[first].text[0].isupper():
        return None
    office = last < len(low) and low[last] in _OFFICES and not (begin == 1 and _acting(low, last))
    if low[last - 1] in _OFFICES or office:
        return None
    last, owner = _owned(words, low, last)
    code = _joined(words, begin, last)
    bare = code.removesuffix("’s").removesuffix("'s")
    if bare in known or (code in adjectives() and code not in country_names()):
        return None
    if code != bare and last < len(low) and low[last] in _NO_OWNED:
        bare = code  # "34 at St Orla's and 19 at Brenn Infirmary"
    elif owner or (code != bare and last < len(low) and words[last].kind == "word"):
        return None  # "in Ukraine's parliament": the parliament is the place
    rules = ("place/in", "place/area") if area else ("place/in",)
    end = words[last - 1].end - (len(code) - len(bare))
    return Place(words[begin].start, end, country_names().get(bare, bare), rules=rules), last


_NUMBERED = frozenset(
    "district ward sector zone block terminal camp precinct arrondissement gate hall pit".split()
)


def _acting(low: Sequence[str], office: int) -> bool:
    """Return whether those behind a place are who acts there: *In Kolm police counted 900*."""
    several = low[office] in _SEVERAL
    after = low[office + 1] if office + 1 < len(low) else ""
    return several and (is_past(after) or after in _SPEAKING)


def _owned(words: Sequence[Token], low: Sequence[str], last: int) -> tuple[int, bool]:
    """Return the position behind ``Ukraine's east``, and whether another thing is owned."""
    owner = low[last - 1].endswith(("’s", "'s")) and low[last : last + 1] != []
    owner = owner and low[last] not in _NO_OWNED
    if not owner or last >= len(low) or words[last].kind != "word":
        return last, False
    return (last + 1, False) if (low[last] in _SIDES or low[last] in AREAS) else (last, True)


def _reach(words: Sequence[Token], low: Sequence[str], first: int) -> tuple[int, bool]:
    """Return the position behind the capitalised words from ``first``; whether an area ends it."""
    position = first
    stop = min(first + _LONGEST, len(words))
    while position < stop:
        dated = low[position + 1 : position + 2] and low[position + 1][0].isdigit()
        named = low[position] not in _NO_PLACES or (
            not dated and position > first and len(low[position]) == _SHORT_MONTH
        )  # del Mar
        capital = words[position].text[:1].isupper() and named
        if not capital and not (position > first and _joins(words, low, position)):
            break
        position += 1
    if position > first and position < len(low) and low[position] in AREAS:
        return position + 1, True
    return position, position > first and low[position - 1] in AREAS


def _joins(words: Sequence[Token], low: Sequence[str], position: int) -> bool:
    """Return whether a small word stands inside a name: Rio *de* Janeiro, Stratford*-upon-*Avon."""
    if position + 1 >= len(words):
        return False
    glued = words[position].start == words[position - 1].end
    if glued:
        return low[position] in _HYPHENED and words[position].end == words[position + 1].start
    ahead = next((t.text for t in words[position + 1 : position + 3] if t.text[0].isupper()), "")
    return low[position] in _PARTICLES and bool(ahead) and low[position] != "of"


def _joined(words: Sequence[Token], first: int, last: int) -> str:
    """Return the words from ``first`` to ``last`` with the gaps that stood between them."""
    parts = [words[first].text]
    for before, word in zip(words[first:last], words[first + 1 : last], strict=False):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)
