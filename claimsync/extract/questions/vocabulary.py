"""The newsroom's vocabulary: which words ask which question, and what must never be mixed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.questions.terms import NEWSROOM, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimsync.extract.text.rules import Rule


_EVERYONE = frozenset(
    "people person persons others other more another life lives victims victim individuals"
    " souls deaths death fatalities injuries injured dead them body bodies additional further"
    " no one nobody none of the those who were total captured".split()
)
_SAME = {
    "prisoners of war": "prisoners of war",
    "prisoner of war": "prisoners of war",
    "pows": "prisoners of war",
    "pow": "prisoners of war",
    "war prisoners": "prisoners of war",
    "kids": "children",
    "kid": "children",
    "child": "children",
    "man": "men",
    "woman": "women",
    "troops": "soldiers",
    "troop": "soldiers",
    "servicemen": "soldiers",
    "policemen": "police officers",
    "medics": "medics",
    "inmates": "prisoners",
    "inmate": "prisoners",
    "schoolchildren": "pupils",
    "schoolkids": "pupils",
}
# A POW is a prisoner, not the other way round; so is a soldier who is handed over.
INCLUDES = (("prisoners", "prisoners of war"), ("prisoners", "soldiers"),
            ("prisoners of war", "soldiers"))  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """Terms by measure; a newsroom adds its own with ``joined`` and drops some with ``without``.

    >>> own = newsroom().joined([Term("signatures", nouns="signatures|names")])
    >>> own.terms[-1].measure, len(newsroom().without("attendance").terms) < len(newsroom().terms)
    ('signatures', True)
    """

    terms: tuple[Term, ...] = NEWSROOM

    def joined(self, terms: Iterable[Term]) -> Vocabulary:
        """Return the vocabulary with ``terms`` added; one of a known measure replaces it."""
        return Vocabulary(tuple({term.measure: term for term in (*self.terms, *terms)}.values()))

    def without(self, *measures: str) -> Vocabulary:
        """Return the vocabulary without these measures."""
        if not any(term.measure in measures for term in self.terms):
            return self
        return Vocabulary(tuple(term for term in self.terms if term.measure not in measures))

    def on(self, text: str) -> Vocabulary:
        """Return the vocabulary as a page needs it, without loose words that it gives no cause for.

        >>> home = newsroom().on("Twelve climbers came home.")
        >>> any(term.measure == "people exchanged" for _, term in home.after.get("came", ()))
        False
        """
        low = text.casefold()
        away = (
            term.measure
            for term in self.terms
            if term.about and not any(word in low for word in term.about.split("|"))
        )
        return _strictly(self, frozenset(away))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The terms as rules of the book."""
        return tuple(term.rule for term in self.terms)

    def term(self, measure: str) -> Term | None:
        """Return the term of a measure; for ``drones shot down`` that of ``shot down``."""
        return self._by_measure.get(measure) or next(
            (term for term in self.terms if term.things and measure.endswith(f" {term.measure}")),
            None,
        )

    @cached_property
    def _by_measure(self) -> Mapping[str, Term]:
        """Terms by measure."""
        return {term.measure: term for term in self.terms}

    @cached_property
    def after(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
        """By first word: what stands behind a figure, longest first."""
        return _index((term.after, term) for term in self.terms)

    @cached_property
    def before(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
        """By last word: what stands in front of a figure, longest first."""
        return _index(((term.before, term) for term in self.terms), at=-1)

    @cached_property
    def tolls(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
        """By first word: what leads up to a figure, longest first."""
        return _index((term.tolls, term) for term in self.terms)

    @cached_property
    def nouns(self) -> Mapping[str, Term]:
        """Terms by the noun that is counted."""
        return {noun: term for term in self.terms for noun in term.nouns.split("|") if noun}

    def mixed(self, one: str, other: str) -> bool:
        """Return whether two measures are told apart on purpose.

        >>> newsroom().mixed("casualties", "killed")
        True
        """
        return any(
            there in term.never
            for here, there in ((one, other), (other, one))
            if (term := self._by_measure.get(here)) is not None
        )


def _index(
    lists: Iterable[tuple[str, Term]], at: int = 0
) -> dict[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """Return the phrases by their first (or last) word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for listed, term in lists:
        for phrase in filter(None, listed.split("|")):
            words = tuple(phrase.split())
            found.setdefault(words[at], []).append((words, term))
    return {
        word: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0])))
        for word, phrases in found.items()
    }


@lru_cache(maxsize=1 << 5)
def _strictly(vocabulary: Vocabulary, measures: frozenset[str]) -> Vocabulary:
    """Return a vocabulary in which the terms of some measures have no loose words."""
    if not measures:
        return vocabulary
    terms = (term.strict if term.measure in measures else term for term in vocabulary.terms)
    return Vocabulary(tuple(terms))


_DEFAULT = Vocabulary()


def newsroom() -> Vocabulary:
    """Return the built-in vocabulary."""
    return _DEFAULT


def who_of(noun: str) -> str | None:
    """Return the code of who is counted, or None where the noun means just people.

    >>> who_of("people"), who_of("prisoners of war"), who_of("Ukrainian troops")
    (None, 'prisoners of war', 'Ukrainian soldiers')
    """
    words = [word for word in noun.split() if word.casefold() not in _EVERYONE or word == "of"]
    kept = [w for w in words if w.casefold() not in {"the", "his", "her", "their", "its", "our"}]
    told = " ".join(kept).strip()
    if told.casefold() in _SAME:
        return _SAME[told.casefold()]
    if not told or told.casefold() in _EVERYONE:
        return None
    lead, _, last = told.rpartition(" ")
    last = _SAME.get(last.casefold(), last)
    return f"{lead} {last}" if lead else last
