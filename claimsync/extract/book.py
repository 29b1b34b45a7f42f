"""Every rule of extraction in one book: to list, to explain, to switch off."""

from __future__ import annotations

from functools import cache

from claimsync.extract import (
    amendments,
    cues,
    dates,
    places,
    portions,
    quantities,
    respectively,
    sides,
    stance_rules,
    subjects,
    tallies,
)
from claimsync.extract.rules import RuleBook
from claimsync.extract.vocabulary import newsroom


@cache
def rule_book() -> RuleBook:
    """Return all built-in rules, those of quantities first.

    >>> rule_book()["date/weekday"].example
    'Four people died on Wednesday.'
    """
    tables = (quantities.RULES, cues.RULES, stance_rules.RULES, newsroom().rules,
              places.RULES, sides.RULES, dates.RULES, tallies.RULES, amendments.RULES,
              respectively.RULES, subjects.RULES, portions.RULES)  # fmt: skip
    return RuleBook.of(rule for table in tables for rule in table)
