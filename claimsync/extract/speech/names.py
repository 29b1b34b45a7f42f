"""Names: who is meant by a name, a role or a pronoun, from the page alone; or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimsync.extract.speech.holders import holder, spelt
from claimsync.extract.speech.mentions import (
    ARTICLES,
    BODIES,
    OFFICES,
    ROLES,
    TITLES,
    WORKS,
    called,
    core,
    head_of,
    nameable,
    owner,
    personal,
    plural,
    untitled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERSONS = frozenset({"he", "she", "him", "her"})
_PLURALS = frozenset({"they", "them"})
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}  # in "his claim that"
_THINGS = frozenset({"it"})
_MEN, _WOMEN = frozenset({"mr", "sir", "king", "prince"}), frozenset({"mrs", "ms", "miss", "queen"})
_FARTHEST = 800  # characters: a pronoun farther off may mean somebody else
_LONGEST_NAME, _SENTENCE = 60, 400
_MOST_WORDS = 4  # of who opens a sentence
_BYLINES, _LONGEST_LINE = 1_000, 120  # characters
_SIGNED = ("By ", "Reporting by ")
_WINDOW = 20_000  # characters: a longer page is searched around the mention only
_MOST_MENTIONS = 50
_RELATIVES = frozenset({"who", "which", "that", "i", "we", "you"})
EITHER = frozenset({"neither", "either", "both", "each", "none", "nobody"})
_NOBODY_YET = _RELATIVES | EITHER
_PRONOUNS = _PERSONS | _PLURALS | _THINGS
_OFFICES = TITLES | ROLES | OFFICES
_MUTE = frozenset(
    "fire blaze blast explosion storm flood crash quake earthquake strike outbreak margin number"
    " toll total figure rate price cost share level amount sum average value size length depth"
    " height speed temperature magnitude damage rain snow river road bridge".split()
)  # what no *it* that speaks can mean


@dataclass(slots=True)
class Names:
    """Who was named and who spoke last in a page; filled as the page is read.

    >>> names = Names("Deputy minister Oleksiy Roe spoke. Mr Roe left.")
    >>> names.meant("Mr Roe"), names.meant("He")
    ('Oleksiy Roe', 'Oleksiy Roe')
    """

    text: str
    full: dict[str, frozenset[str]] = field(default_factory=dict)
    bodies: dict[str, dict[str, int]] = field(default_factory=dict)
    holders: dict[str, dict[str, int]] = field(default_factory=dict)
    offices: dict[str, str | None] = field(default_factory=dict)
    short: dict[str, str | None] = field(default_factory=dict)
    noted: int = 0
    person: str | None = None
    thing: str | None = None
    several: str | None = None
    sex: dict[str, str] = field(default_factory=dict)
    reporters: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look who writes the page: what they say is its own word."""
        self.reporters = _reporters(self.text)

    def meant(self, said: str, position: int = 0) -> str | None:
        """Return whom a mention at an offset means; None for a pronoun that may mean several."""
        low = _OWNERS.get(said.lower(), said.lower())
        if low in _THINGS and self.thing and head_of(self.thing.split()) in _MUTE:
            self.thing = None
        if low in EITHER:  # of two that were named, a pronoun after this may mean either
            self.person = self.thing = None
        if low in _NOBODY_YET:
            return None
        if low in _PERSONS and (newcomer := self._newcomer(position)) is not None:
            return self.note(*newcomer)
        if low in _PRONOUNS:
            return self._pronoun(low) if position - self.noted <= _FARTHEST else None
        if self._several(low, position):
            self.person = self.thing = None
            return None
        if not nameable(said):
            return None
        name = self._owned(said) or self.note(said, position)
        return None if name in self.reporters else name

    def _owned(self, said: str) -> str | None:
        """Return the full form of *his office* or *its own figures*, if it is known whose."""
        whose, *rest = said.split()
        owner_ = _OWNERS.get(whose.lower())
        if owner_ is None or not rest or any(word[:1].isupper() for word in rest):
            return None
        name = self._pronoun(owner_)
        what = core(" ".join(rest))
        if name is None or not what:
            return None
        return name if what[-1] in WORKS else f"{name}’s {' '.join(what)}"

    def _newcomer(self, position: int) -> tuple[str, int] | None:
        """Return who opens the sentence of a pronoun: *A chief gave another number: 12, she*."""
        first = max(0, position - _SENTENCE)
        start = max(self.text.rfind(end, first, position) + len(end) for end in (". ", "\n"))
        said = self.text[max(start, first) : position]
        words = said.partition(":")[0].split()[:_MOST_WORDS]
        roles = [at for at, word in enumerate(words) if word in _OFFICES]
        if ":" not in said or words[:1] not in (["A"], ["An"], ["Another"]) or not roles:
            return None
        return " ".join(words[1 : roles[-1] + 1]), max(start, first)

    def _pronoun(self, low: str) -> str | None:
        """Return whom a pronoun means: the last of its kind that was named."""
        if low in _PERSONS:
            return self._person(low)
        return self.several if low in _PLURALS else self.thing

    def note(self, said: str, position: int = 0) -> str:
        """Return the full form of a mention, and keep it for the pronouns after it."""
        name = self._named(said, position)
        self.noted = position
        self._note(said, name)
        self._hold(said, name, position)
        return name

    def owns(self, said: str, position: int) -> None:
        """Keep the person whose thing a sentence speaks of first: *Weill’s cure is what he*."""
        known = self._full(said, position)
        if len(known) == 1 and personal(next(iter(known))):
            self.note(said, position)

    def stand(self, name: str, head: str, position: int) -> None:
        """Keep whom *the company* stands for, where the page has named no other one."""
        if not self.bodies.get(head):
            self.bodies[head] = {name: position}
        self.thing = name

    def acts(self, start: int, end: int) -> None:
        """Keep the body that acts between two offsets: *it* may mean that."""
        self.thing = self.note(self.text[start:end], start)

    def _named(self, said: str, position: int) -> str:
        """Return the full form of a name or role."""
        words = core(said)
        bare = untitled(words) if len(words) > 1 else words
        if len(words) == 1 and words[0].isupper() and (full := self._spelt(words[0])):
            return full
        if len(bare) == 1 and bare[0][:1].isupper():
            known = self._full(owner(bare[0]), position)
            return next(iter(known)) if len(known) == 1 else owner(bare[0])
        if bare and bare[0][:1].isupper() and all(w[:1].isupper() for w in bare):
            return owner(" ".join(bare)) if len(words) > len(bare) else " ".join(words)
        return self._body(words, position)

    def _spelt(self, short: str) -> str | None:
        """Return what an acronym stands for, where the page sets it in brackets behind a name."""
        if short not in self.short:
            self.short[short] = spelt(self.text, short)
        return self.short[short]

    def _full(self, last: str, position: int) -> frozenset[str]:
        """Return the names of several words that end with ``last`` anywhere near in the page."""
        if last not in self.full:
            self.full[last] = frozenset(
                _in_full(self.text, last, max(0, position - _WINDOW), position + _WINDOW)
            )
        return self.full[last]

    def _body(self, words: list[str], position: int) -> str:
        """Return the full form of a body: the ministry is the only ministry named so far."""
        name = " ".join(words)
        head = head_of(words)
        known = self.holders if head in OFFICES else self.bodies
        if head not in BODIES and head not in OFFICES:
            return name
        if head in OFFICES and not known.get(head) and words[-1].lower() == head:
            name = self._holder(words) or name
            if name[:1].isupper():
                return name
        if len(words) > 1:
            if head in BODIES:
                self.bodies.setdefault(head, {})[name] = position
            return name
        return _alive(self.text, known.get(head, {}), position) or name

    def _holder(self, words: list[str]) -> str | None:
        """Return who is named for an office, where the page speaks of it first."""
        office = " ".join(words)
        if office not in self.offices:
            self.offices[office] = holder(self.text, words) if office.islower() else None
        return self.offices[office]

    def _several(self, low: str, position: int) -> bool:
        """Return whether *the ministry*, *the governor* may mean several that the page named."""
        article, _, head = low.partition(" ")
        named = self.bodies.get(head) or self.holders.get(head) or {}
        return article == "the" and len(named) > 1 and not _alive(self.text, named, position)

    def _hold(self, said: str, name: str, position: int) -> None:
        """Keep who is called what: *governor Ana Roe*, *Bo Lind, a spokesman for*, *a charity*."""
        if not name:
            return
        _, found, behind = said.partition(name)
        told = called(behind) if found else ""
        before = said.partition(name.partition(" ")[0])[0].replace(",", " ").lower().split()
        for word in {*before, told} & OFFICES if personal(name) else ():
            self.holders.setdefault(word, {})[name] = position
        for word in {*before[-1:], told} & BODIES if name[:1].isupper() else ():
            self.bodies.setdefault(word, {})[name] = position
            self.thing = name

    def _person(self, pronoun: str) -> str | None:
        """Return the person who spoke last, unless known to be of the other sex."""
        if self.person is None:
            return None
        sex = "f" if pronoun in {"she", "her"} else "m"
        return self.person if self.sex.setdefault(self.person, sex) == sex else None

    def _note(self, said: str, name: str) -> None:
        """Keep who was named last, by what kind of pronoun may stand for it."""
        words = {word.strip(".,").lower() for word in said.split()}
        head = name.rpartition(" ")[2].lower()
        if head in BODIES:
            self.thing = name
            self.several = name if plural(name) else self.several  # *police*: it, or they
        elif not words.isdisjoint(_OFFICES) or personal(name):
            self.person = name
            if words & _MEN:
                self.sex[name] = "m"
            elif words & _WOMEN:
                self.sex[name] = "f"
        elif plural(name):
            self.several = name
        else:
            self.thing = name


def _reporters(text: str) -> frozenset[str]:
    """Return who writes a page, as its first lines tell: *Reporting by Ana Roe in Kolm*."""
    lines = text[:_BYLINES].splitlines()
    signed = [line for line in lines if line.startswith(_SIGNED) and len(line) <= _LONGEST_LINE]
    named = " and ".join(signed).replace(",", " and ").replace(" in ", " and ").split(" and ")
    names = (name.removeprefix("Reporting ").strip() for name in named)
    return frozenset(name.removeprefix("By ").removeprefix("by ") for name in names)


def _alive(text: str, named: dict[str, int], position: int) -> str | None:
    """Return the one that a bare *the ministry* means: the only one named, or in the paragraph."""
    if len(named) == 1:
        return next(iter(named))
    if len(named) > _MOST_MENTIONS:
        return None
    last = text.rfind("\n", max(0, position - _FARTHEST), position)
    here = [name for name, at in named.items() if at > last and position - at <= _FARTHEST]
    return here[0] if len(here) == 1 else None


def _in_full(text: str, last: str, start: int, end: int) -> Iterator[str]:
    """Yield the runs of words in capitals that end with ``last``, titles left out."""
    at = text.find(last, start, end)
    tries = 0
    while at >= 0 and tries < _MOST_MENTIONS:
        before = text[max(0, at - _LONGEST_NAME) : at]
        words: list[str] = []
        for word in reversed(
            before.replace("\xa0", " ").split(" ")[1 if at > _LONGEST_NAME else 0 : -1]
        ):
            if not (word[:1].isupper() and word.replace(".", "").replace("-", "").isalpha()):
                break
            if word[-1] == "." and len(word) > 3:  # noqa: PLR2004  # the end of a sentence
                break
            words.insert(0, word)
        if words and words[0].lower() in ARTICLES:
            words = words[1:]
        bare = untitled([*words, last])
        after = text[at + len(last) : at + len(last) + 1]
        if len(bare) > 1 and before[-1:] in " \xa0" and not after.isalnum():
            yield " ".join(bare)
        at = text.find(last, at + len(last), end)
        tries += 1
