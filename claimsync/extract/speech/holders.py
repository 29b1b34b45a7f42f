"""Holders: who goes by which office or kind of body, and what an acronym stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from claimsync.extract.speech.mentions import OFFICES, personal

_NAME = r"([A-Z][\w'’-]*+(?: [A-Z][\w'’-]*+){1,2}+)"
_SHORT = {"governor": "Gov.", "senator": "Sen.", "general": "Gen.", "captain": "Capt."}
# Words that only tell whose office it is, as the page knows.
_LOCAL = frozenset("regional provincial state city county local district town new".split())
# Words that make another office of it.
_RANKS = frozenset("deputy vice assistant former acting ex junior then-".split())
_FARTHEST = 100_000  # characters: a longer page names too many
_NEAR, _MOST_NAMED = 800, 50  # characters; who goes by one word
_LONGEST_TITLE = 4  # words


class Held(NamedTuple):
    """Somebody who goes by a word: where he was named so first, and the words before it."""

    name: str
    at: int
    title: frozenset[str]


@dataclass(slots=True)
class Holders:
    """Who goes by which word in a page: *the governor*, *the ministry*.

    >>> known = Holders("Governor Ana Roe met the ministry. The regional governor left.")
    >>> known.meant(["regional", "governor"], 35)
    'Ana Roe'
    """

    text: str
    held: dict[str, dict[str, Held]] = field(default_factory=dict)

    def note(self, word: str, name: str, at: int, title: frozenset[str] = frozenset()) -> None:
        """Keep who goes by a word."""
        self._of(word).setdefault(name, Held(name, at, title))

    def stand(self, word: str, name: str, at: int) -> bool:
        """Keep who goes by a word, if nobody does yet."""
        if free := not self._of(word):
            self.note(word, name, at)
        return free

    def meant(self, words: list[str], at: int) -> str | None:
        """Return who goes by a word and those before it at an offset; None if two do, or nobody.

        It is the only one who was named so, in the page or at least in the paragraph.
        """
        named = self._named(words, at)
        if len(named) == 1:
            return named[0].name
        line = self.text.rfind("\n", max(0, at - _NEAR), at)
        here = [one.name for one in named if line < one.at <= at <= one.at + _NEAR]
        return here[0] if len(here) == 1 else None

    def several(self, words: list[str], at: int) -> bool:
        """Return whether words may mean several who go by them."""
        many = len(self._of(words[-1].lower())) > _MOST_NAMED
        return many or (len(self._named(words, at)) > 1 and self.meant(words, at) is None)

    def _named(self, words: list[str], at: int) -> list[Held]:
        """Return who was named by words before an offset; who only is later, if nobody was."""
        *led, word = (each.lower() for each in words)
        told, known = frozenset(led), self._of(word)
        if len(known) > _MOST_NAMED:
            return []  # a page of so many ministries tells of none by that word alone
        held = [one for one in known.values() if one.title & _RANKS == told & _RANKS]
        fitting = [one for one in held if told <= one.title or (
            told - _LOCAL <= one.title and personal(one.name)
        )]  # fmt: skip
        return [one for one in fitting if one.at <= at] or fitting

    def _of(self, word: str) -> dict[str, Held]:
        """Return who goes by a word; those whom the page names so by a title are known at once."""
        if word not in self.held:
            titled = _titled(word).finditer(self.text, 0, _FARTHEST) if word in OFFICES else ()
            self.held[word] = {}
            for one in titled:
                self.note(word, one[1], one.start(1), _before(self.text, one))
        return self.held[word]


def _before(text: str, named: re.Match[str]) -> frozenset[str]:
    """Return the words of a title before the office."""
    near = max(named.start() - _NEAR, 0)
    first = max(text.rfind("\n", near, named.start()) + 1, near)
    words = text[first : named.start()].lower().split()
    return frozenset(words[-_LONGEST_TITLE:])


@lru_cache(maxsize=1 << 8)
def _titled(office: str) -> re.Pattern[str]:
    """Return what a name under an office looks like: *Governor Ana Roe*, *governor, Ana Roe*."""
    title = office.capitalize()
    short = _SHORT.get(office, title)
    return re.compile(
        rf"\b(?:{re.escape(title)}|{re.escape(short)}|{re.escape(office)},?+) {_NAME}"
    )


def spelt(text: str, short: str) -> str | None:
    """Return the name that a page gives an acronym, by its first letters; None if it does not.

    >>> spelt("The Office for Kolm Statistics (OKS) has moved.", "OKS")
    'Office for Kolm Statistics'
    """
    at = text.find(f" ({short})", 0, _FARTHEST)
    words = text[max(at - _LONGEST_NAME, 0) : at].split() if at > 0 else []
    for first in range(len(words) - 1, max(len(words) - _MOST_WORDS, -1), -1):
        letters = "".join(word[0] for word in words[first:] if word[0].isupper())
        if letters == short and words[first][0].isupper():
            return " ".join(words[first:])
    return None


_LONGEST_NAME, _MOST_WORDS = 120, 10  # characters, words
