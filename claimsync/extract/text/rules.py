"""Rules as data: what words do, why, and one sentence each where they fire and where they do not.

A rule never holds code. Each module of ``extract`` keeps its rules in a table named ``RULES`` and
names, in what it finds, the ids of those that fired; so a newsroom can read why a figure was taken
as it was, switch a rule off, and give it words of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimsync.errors import InvalidClaimError, UnknownCodeError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Rule:
    """Words and what they do; ``example`` makes the rule fire, ``counter_example`` does not.

    >>> rule = Rule("at-least", ("at least", "no fewer than"), "a lower bound",
    ...             "At least 21 people were hurt.", "The least of 21 worries.")
    >>> rule.id, rule.words[0]
    ('at-least', 'at least')
    """

    id: str
    words: tuple[str, ...]
    says: str
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules by id, in the order in which they are tried; later ones of one id replace earlier ones.

    >>> book = RuleBook.of([Rule("score", ("score",), "20", "A score of men.", "They score.")])
    >>> len(book.without("score")), "score" in book
    (0, True)
    """

    rules: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> RuleBook:
        """Return a book of ``rules``, one an id."""
        return cls(tuple({rule.id: rule for rule in rules}.values()))

    def without(self, *ids: str) -> RuleBook:
        """Return the book with these rules switched off.

        Raises UnknownCodeError for an id that is not in the book.
        """
        for id in ids:
            self._known(id)
        return RuleBook(tuple(rule for rule in self.rules if rule.id not in ids))

    def joined(self, rules: Iterable[Rule]) -> RuleBook:
        """Return the book with ``rules`` added."""
        return RuleBook.of((*self.rules, *rules))

    def extended(self, id: str, *words: str) -> RuleBook:
        """Return the book with further words for one of its rules.

        >>> score = Rule("score", ("score",), "20", "A score of men.", "They score.")
        >>> RuleBook.of([score]).extended("score", "scores")["score"].words
        ('score', 'scores')

        Raises UnknownCodeError for an id that is not in the book, InvalidClaimError for no words.
        """
        rule = self._known(id)
        for each in words:
            if not (isinstance(each, str) and each.strip("@ ")):
                raise InvalidClaimError(f"expected words for the rule {id!r}, got {each!r}")
        return self.joined([replace(rule, words=(*rule.words, *words))])

    def __getitem__(self, id: str) -> Rule:
        """Return the rule known by ``id``.

        Raises KeyError.
        """
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)

    def _known(self, id: str) -> Rule:
        """Return the rule known by ``id``; raise UnknownCodeError if there is none."""
        if id not in self:
            hint = did_you_mean(id, (rule.id for rule in self.rules))
            raise UnknownCodeError(
                f"expected the id of a rule in the book, got {id!r}; {hint}".rstrip("; ")
            )
        return self[id]

    def __contains__(self, id: object) -> bool:
        """Return whether a rule of that id is in the book."""
        return any(rule.id == id for rule in self.rules)

    def __iter__(self) -> Iterator[Rule]:
        """Iterate over the rules in order."""
        return iter(self.rules)

    def __len__(self) -> int:
        """Return how many rules there are."""
        return len(self.rules)
