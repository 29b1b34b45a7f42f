"""Every rule of extraction in one book: to list, to explain, to switch off, to extend."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimsync.errors import InvalidClaimError, check_type, did_you_mean
from claimsync.extract.figures import changes, measures, portions, qualifiers, quantities, spreads
from claimsync.extract.figures.grammar import grammar
from claimsync.extract.linking import joins
from claimsync.extract.page import breakdowns, labels, respectively, retold, tallies
from claimsync.extract.questions import bearing, currencies, dates, places, sides, subjects, ways
from claimsync.extract.questions.vocabulary import newsroom
from claimsync.extract.speech import issuers, shapes
from claimsync.extract.stances import stance_rules
from claimsync.extract.stances.stances import wordings_of
from claimsync.extract.text import cues
from claimsync.extract.text.cues import cue_forms
from claimsync.extract.text.rules import RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimsync.extract.figures.grammar import Grammar
    from claimsync.extract.text.cues import Cue
    from claimsync.extract.text.rules import Rule
    from claimsync.extract.text.wordings import Wordings

# Rules that do the same with any words; what another one does is tied to those that it has.
_OPEN = (qualifiers.BEFORE, qualifiers.BEHIND, spreads.SPREADS, spreads.ROLES, changes.RULES,
         measures.UNIT_RULES, cues.VERBS, stance_rules.RULES)  # fmt: skip


@cache
def rule_book() -> RuleBook:
    """Return all built-in rules, those of quantities first.

    >>> rule_book()["date/weekday"].example
    'Four people died on Wednesday.'
    """
    tables = (quantities.RULES, cues.RULES, stance_rules.RULES, newsroom().rules,
              places.RULES, sides.RULES, dates.RULES, tallies.RULES, breakdowns.RULES,
              retold.RULES, labels.RULES, respectively.RULES, subjects.RULES, portions.RULES,
              currencies.RULES, shapes.RULES, issuers.RULES, ways.RULES, bearing.RULES,
              joins.RULES)  # fmt: skip
    return RuleBook.of(rule for table in tables for rule in table)


class Tables(NamedTuple):
    """The words of a book, ready to be looked up, and the ids of the rules switched off."""

    grammar: Grammar
    cues: Mapping[str, Cue]
    stances: Wordings
    off: frozenset[str]


@lru_cache(maxsize=16)
def tables_of(rules: RuleBook) -> Tables:
    """Return the words of a book, ready to be looked up.

    A rule that is switched off is still read, so that what it fires on is left out and not misread.

    >>> tables_of(rule_book().extended("states", "kvetch")).cues["kvetched"].lemma
    'kvetch'

    Raises InvalidClaimError for a rule that is not built in, and for new words of one that is tied
    to its own.
    """
    built = rule_book()
    for rule in check_type(rules, RuleBook, "a book of rules, as in rules=rule_book()"):
        _check(rule, built)
    whole = built.joined(rules)
    return Tables(
        grammar(_as_in(whole, quantities.RULES)),
        cue_forms(RuleBook(_as_in(whole, cues.RULES))),
        wordings_of(RuleBook(_as_in(whole, stance_rules.RULES))),
        frozenset(rule.id for rule in built if rule.id not in rules),
    )


def _as_in(book: RuleBook, table: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules of a table as a book has them."""
    return tuple(book[rule.id] for rule in table)


@cache
def _open() -> frozenset[str]:
    """Return the ids of the rules that take further words."""
    return frozenset(rule.id for table in _OPEN for rule in table)


def _check(rule: Rule, built: RuleBook) -> None:
    """Raise InvalidClaimError unless a rule is built in, with its own words or open to others."""
    if rule.id not in built:
        hint = did_you_mean(rule.id, (one.id for one in built))
        raise InvalidClaimError(
            f"expected the id of a rule in rule_book(), got {rule.id!r}; {hint}".rstrip("; ")
        )
    if rule.id not in _open() and rule.words != built[rule.id].words:
        how = (
            "a term of the vocabulary is changed there: RuleExtractor(newsroom().joined([...]))"
            if rule.id.startswith("measure/")
            else "it can be switched off, but what it does is tied to its words"
        )
        raise InvalidClaimError(f"expected the words of rule {rule.id!r} as they are; {how}")
