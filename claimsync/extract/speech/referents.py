"""Referents: whom a pronoun may mean, of those who were named before it; or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from claimsync.extract.speech.complements import DOCUMENTS
from claimsync.extract.speech.first_names import MEN, WOMEN
from claimsync.extract.speech.mentions import (
    ANONYMOUS,
    BODIES,
    CUTS,
    IMPERSONAL,
    OFFICES,
    ROLES,
    TITLES,
    head_of,
    personal,
    plural,
)
from claimsync.extract.text.closed_words import HOLDERS

HE, SHE, IT, THEY = "he", "she", "it", "they"
# What the other forms of a pronoun stand for.
PRONOUNS = {
    HE: HE, "him": HE, "his": HE, SHE: SHE, "her": SHE, IT: IT, "its": IT,
    THEY: THEY, "them": THEY, "their": THEY,
}  # fmt: skip
_PERSON, _ANY = frozenset({HE, SHE}), frozenset({HE, SHE, IT})
_MALE = frozenset(
    "mr sir lord king prince duke spokesman chairman policeman businessman fisherman salesman"
    " cameraman father brother son husband uncle grandfather widower boy monk imam landlord"
    " waiter man".split()
)
_FEMALE = frozenset(
    "mrs ms miss dame lady queen princess duchess mother sister daughter wife aunt grandmother"
    " widow girl nun actress mayoress waitress landlady".split()
)
_MUTE = frozenset(
    "fire blaze blast explosion storm flood crash quake earthquake strike outbreak margin number"
    " toll total figure rate price cost share level amount sum average value size length depth"
    " height speed temperature magnitude damage rain snow river road bridge".split()
)  # what no *it* that speaks can mean
_THINGS = IMPERSONAL | DOCUMENTS
_PEOPLE = TITLES | ROLES | OFFICES | HOLDERS | ANONYMOUS
_FARTHEST = 800  # characters: a pronoun farther off may mean somebody else
_MOST = 12  # of those named last, that a pronoun may mean


class Referent(NamedTuple):
    """Somebody who was named: by which pronouns he may go, in which sentence, and if he spoke."""

    name: str
    pronouns: frozenset[str]
    sentence: int
    speaks: bool


@dataclass(slots=True)
class Referents:
    """Who was named last in a page, by the pronouns that may stand for them.

    >>> known = Referents()
    >>> known.note("Ana Roe", "Mayor Ana Roe")
    >>> known.opens(40)
    >>> known.note("spokesman for the port", "a spokesman for the port")
    >>> known.meant("she", 60), known.meant("he", 60), known.meant("they", 60)
    ('Ana Roe', 'spokesman for the port', None)
    """

    named: list[Referent] = field(default_factory=list)
    sentence: int = 0
    last: int = 0

    def opens(self, offset: int) -> None:
        """Begin another sentence."""
        self.sentence = offset

    def note(self, name: str, said: str, at: int = 0, *, speaks: bool = True) -> None:
        """Keep somebody who is named, and who ``speaks`` or only does something."""
        self.last = at
        self.keep(name, pronouns_of(name, said) or _unknown(name, speaks=speaks), speaks=speaks)

    def keep(self, name: str, pronouns: frozenset[str], *, speaks: bool = True) -> None:
        """Keep somebody as one who goes by some pronouns, as far as they were not known better."""
        known = next((one for one in self.named if one.name == name), None)
        others = [one for one in self.named if one is not known]
        if known is not None:
            pronouns = known.pronouns & pronouns or pronouns
            speaks = speaks or (known.speaks and known.sentence == self.sentence)
        one = Referent(name, pronouns, self.sentence, speaks)
        self.named = [*others, one][-_MOST:]

    def forget(self, *pronouns: str) -> None:
        """Leave it open from here on whom some pronouns mean."""
        self.named = [
            one._replace(pronouns=one.pronouns.difference(pronouns)) for one in self.named
        ]

    def meant(self, pronoun: str, at: int) -> str | None:
        """Return whom a pronoun at an offset means; None where it may mean two, or nobody."""
        if at - self.last > _FARTHEST:
            return None
        fitting = [one for one in self.named if pronoun in one.pronouns]
        if pronoun in _PERSON:
            fitting = _sure(fitting)
        near = [one for one in fitting if one.sentence == fitting[-1].sentence]
        near = [one for one in near if one.speaks] or near
        near = [one for one in near if len(one.pronouns) == 1] or near
        if len(near) != 1 or head_of(near[0].name.split()) in _MUTE:
            return None
        self.keep(near[0].name, frozenset({pronoun}))
        return near[0].name


def _sure(fitting: list[Referent]) -> list[Referent]:
    """Return who is surely a person, of those who may be: *Alder*, *the butcher*; else whoever is.

    Where a butcher spoke last, *he* may be the butcher, or the mayor who spoke before.
    """
    sure = [one for one in fitting if not one.pronouns >= _ANY]
    if sure and fitting[-1].name.islower() and fitting[-1] is not sure[-1]:
        return []
    return sure or fitting


def pronouns_of(name: str, said: str) -> frozenset[str]:
    """Return the pronouns that may stand for somebody, by the words in which he is named.

    >>> sorted(pronouns_of("spokeswoman for the port", "a spokeswoman for the port"))
    ['she']
    >>> sorted(pronouns_of("Bo Lind", "mayor Bo Lind")), sorted(pronouns_of("police", "police"))
    (['he', 'she'], ['it', 'they'])
    """
    led = _led(said)
    head = head_of(name.split())
    several = plural(name) or _two(name)
    for sex, known, ending, names in _SEXES:
        if any(word in known or word.endswith(ending) for word in led) and not several:
            return frozenset({sex})
        if personal(name) and name.partition(" ")[0].lower() in names:
            return frozenset({sex})
    if several:
        return frozenset({IT, THEY}) if head in BODIES else frozenset({THEY})
    if head in _THINGS:
        return frozenset({IT})
    return _PERSON if personal(name) or not _PEOPLE.isdisjoint(led) else frozenset()


def _unknown(name: str, *, speaks: bool) -> frozenset[str]:
    """Return the pronouns of what no word tells of: *the butcher*, *Alder*, *Growers*, a plan."""
    several = frozenset({THEY} if name.endswith("s") else ())
    return several | (_ANY if speaks else {IT})


def _two(name: str) -> bool:
    """Return whether a name is of two who speak as one: *Ana Roe and Bo Lind*."""
    *_, first, second = ("", *name.split(" and "))
    told = second.split()
    return bool(first) and (personal(second) or told[:1] in (["a"], ["an"], ["the"]))


def _led(said: str) -> list[str]:
    """Return the words that tell who somebody is, without those for whom, or of what, he is."""
    words = [word.strip(".,()").lower() for word in said.split()]
    stop = next((at for at, word in enumerate(words) if word in CUTS), len(words))
    return words[:stop]


_SEXES = ((HE, _MALE, "policeman", MEN), (SHE, _FEMALE, "woman", WOMEN))
