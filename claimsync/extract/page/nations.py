"""The countries that a page speaks of, real and invented: *Orenia* and what is *Orenian*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimsync.extract.text.countries import adjectives, country_names, metonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,30}+\b|\bUS\b|\bUK\b")
_PEOPLES = (("", "n"), ("", "an"), ("", "ian"), ("", "i"), ("", "ese"), ("a", "an"), ("a", "ese"),
            ("e", "ian"), ("y", "ian"), ("o", "an"), ("ia", "i"))  # fmt: skip


class Nations:
    """The countries of a text, found once: by name, by adjective, and by what they call theirs."""

    def __init__(self, text: str) -> None:
        words = {word[0] for word in _WORD.finditer(text)}
        real = dict(adjectives()) | dict(metonyms()) | dict(country_names())
        self._named = {word: real[word] for word in words if word in real}
        for word in words - self._named.keys():
            for ending, people in _PEOPLES:
                adjective = word.removesuffix(ending) + people
                if adjective in words and word.endswith(ending) and adjective != word:
                    self._named |= {word: word, adjective: word}

    def __len__(self) -> int:
        """Return how many countries the text names."""
        return len(set(self._named.values()))

    def of(self, text: str) -> set[str]:
        """Return the countries that a piece of the text names.

        >>> Nations("Orenia is small. The Orenian army is not.").of("the Orenian army")
        {'Orenia'}
        """
        return set(self._told(text))

    def _told(self, text: str) -> Iterator[str]:
        for word in _WORD.finditer(text):
            if word[0] in self._named:
                yield self._named[word[0]]
