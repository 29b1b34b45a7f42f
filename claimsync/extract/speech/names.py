"""Names: who is meant by a name, a role or a pronoun, from the page alone; or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimsync.extract.speech.holders import Holders, spelt
from claimsync.extract.speech.mentions import (
    ARTICLES,
    BODIES,
    OFFICES,
    ROLES,
    SPOKEN_FOR,
    WORKS,
    called,
    core,
    head_of,
    nameable,
    owner,
    personal,
    untitled,
)
from claimsync.extract.speech.referents import HE, IT, PRONOUNS, SHE, Referents
from claimsync.extract.text.closed_words import PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 60  # characters
_BYLINES, _LONGEST_LINE = 1_000, 120  # characters
_NEW = ("a ", "an ", "another ", "one ")  # not yet named
_SIGNED = ("By ", "Reporting by ")
_OWNERS = frozenset({"his", "her", "their", "its"})  # in *his claim that*, *her office*
_WINDOW = 20_000  # characters: a longer page is searched around the mention only
_MOST_MENTIONS = 50
_RELATIVES = frozenset({"who", "which", "that", "i", "we", "you"})
EITHER = frozenset({"neither", "either", "both", "each", "none", "nobody"})
_NOBODY_YET = _RELATIVES | EITHER


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
    known: Referents = field(default_factory=Referents)
    held: Holders = field(init=False)
    reporters: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look who writes the page, what they say is its own word, and who goes by which office."""
        self.held = Holders(self.text)
        self.reporters = _reporters(self.text)

    def meant(self, said: str, position: int = 0) -> str | None:
        """Return whom a mention at an offset means; None for a pronoun that may mean several."""
        low = said.lower()
        if low in EITHER:  # of two that were named, a pronoun after this may mean either
            self.known.forget(HE, SHE, IT)
        if low in _NOBODY_YET:
            return None
        if low in PRONOUNS:
            return self.known.meant(PRONOUNS[low], position)
        if self._several(low, position):
            self.known.forget(HE, SHE, IT)
            return None
        if not nameable(said):
            return None
        name = self._owned(said, position) or self.note(said, position)
        return None if name in self.reporters else name

    def _owned(self, said: str, position: int) -> str | None:
        """Return the full form of *his office* or *its own figures*, if it is known whose."""
        whose, *rest = said.split()
        if whose.lower() not in _OWNERS or not rest or any(word[:1].isupper() for word in rest):
            return None
        name = self.known.meant(PRONOUNS[whose.lower()], position)
        what = core(" ".join(rest))
        if name is None or not what:
            return None
        return name if what[-1] in WORKS else f"{name}’s {' '.join(what)}"

    def note(self, said: str, position: int = 0, *, speaks: bool = True) -> str:
        """Return the full form of a mention, and keep it for the pronouns after it."""
        name = self._named(said, position)
        self.known.note(name, said, position, speaks=speaks)
        self._hold(said, name, position)
        speaker, _, whom = said.partition(" for ")
        if whom and speaker.endswith(SPOKEN_FOR):
            self.known.keep(self._named(whom, position), frozenset({IT}))
        return name

    def owns(self, said: str, position: int) -> None:
        """Keep the person whose thing a sentence speaks of first: *Weill’s cure is what he*."""
        known = self._full(said, position)
        if len(known) == 1 and personal(next(iter(known))):
            self.note(said, position)

    def stand(self, name: str, head: str, position: int) -> None:
        """Keep whom *the company* stands for, where the page has named no other one."""
        self.held.stand(head, name, position)
        self.known.keep(name, frozenset({IT}))

    def acts(self, start: int, end: int) -> None:
        """Keep the body that acts between two offsets: *it* may mean that."""
        self.known.keep(self.note(self.text[start:end], start, speaks=False), frozenset({IT}))

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
        return self._kind(words, position, new=said.lower().startswith(_NEW))

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

    def _kind(self, words: list[str], position: int, *, new: bool) -> str:
        """Return who goes by an office, or is a body of a kind: the only *ministry* so far."""
        name, head = " ".join(words), head_of(words)
        if head not in _KINDS:
            return name
        closed = words[-1].lower() == head
        known = self.held.meant(words, position) if closed and not new else None
        if known is None and len(words) > 1:
            self.held.note(head, name, position, frozenset(map(str.lower, words[:-1])))
        return known or name

    def _several(self, low: str, position: int) -> bool:
        """Return whether *the ministry*, *the governor* may mean several that the page named."""
        article, _, head = low.partition(" ")
        return article == "the" and head in _KINDS and self.held.several([head], position)

    def _hold(self, said: str, name: str, position: int) -> None:
        """Keep who is called what: *governor Ana Roe*, *Bo Lind, a spokesman for*, *a charity*."""
        if not name:
            return
        _, found, behind = said.partition(name)
        told = called(behind) if found else ""
        lead = said.partition(name.partition(" ")[0])[0].lower()
        before = lead.replace(",", " ").split()
        for word in {*before, told} & OFFICES if personal(name) else ():
            self.held.note(word, name, position, frozenset(before))
        kinds = {told} if lead.rstrip().endswith(",") else {told, *before[-1:]}
        for word in kinds & BODIES if name[:1].isupper() else ():
            self.held.note(word, name, position)
            self.known.keep(name, frozenset({IT}))


_NO_NAMES = ARTICLES | SUBORDINATORS | PREPOSITIONS  # *As Forbes reports*
_KINDS = BODIES | OFFICES | ROLES


def _reporters(text: str) -> frozenset[str]:
    """Return who writes a page, as its first lines tell: *Reporting by Ana Roe in Kolm*."""
    lines = text[:_BYLINES].splitlines()
    signed = [line for line in lines if line.startswith(_SIGNED) and len(line) <= _LONGEST_LINE]
    named = " and ".join(signed).replace(",", " and ").replace(" in ", " and ").split(" and ")
    names = (name.removeprefix("Reporting ").strip() for name in named)
    return frozenset(name.removeprefix("By ").removeprefix("by ") for name in names)


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
        while words and words[0].lower() in _NO_NAMES:
            words = words[1:]
        bare = untitled([*words, last])
        after = text[at + len(last) : at + len(last) + 1]
        if len(bare) > 1 and before[-1:] in " \xa0" and not after.isalnum():
            yield " ".join(bare)
        at = text.find(last, at + len(last), end)
        tries += 1
