"""Phrases: the words of rules, found at a place among tokens, the longest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimsync.extract.text.rules import Rule


@dataclass(frozen=True, slots=True)
class Phrases:
    """Word sequences and the ids of the rules that they belong to.

    >>> phrases = Phrases.of({"at least": "at-least", "least": "minimum"})
    >>> phrases.behind(["of", "at", "least"], 3), phrases.at(["at", "least"], 0)
    ((1, 'at-least'), (2, 'at-least'))
    """

    first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    last: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, ids: dict[str, str]) -> Phrases:
        """Return the phrases that map to ``ids``."""
        phrases = cls()
        for phrase in sorted(ids, key=lambda phrase: -len(phrase.split())):
            words = tuple(phrase.split())
            phrases.first.setdefault(words[0], []).append((words, ids[phrase]))
            phrases.last.setdefault(words[-1], []).append((words, ids[phrase]))
        return phrases

    @classmethod
    def ruled(cls, rules: Iterable[Rule]) -> Phrases:
        """Return the phrases of ``rules``."""
        return cls.of({words: rule.id for rule in rules for words in rule.words})

    def at(self, words: Sequence[str], start: int) -> tuple[int, str] | None:
        """Return where the longest phrase that starts at ``start`` ends, and its id."""
        if start >= len(words):
            return None
        for phrase, id_ in self.first.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase:
                return end, id_
        return None

    def behind(self, words: Sequence[str], end: int) -> tuple[int, str] | None:
        """Return where the longest phrase that ends before ``end`` starts, and its id."""
        if end <= 0:
            return None
        for phrase, id_ in self.last.get(words[end - 1], ()):
            start = end - len(phrase)
            if start >= 0 and tuple(words[start:end]) == phrase:
                return start, id_
        return None
