"""Every rule of quantities fires in its example and not in its counter-example."""

import pytest

from claimsync.extract.figures.quantities import RULES, quantities
from claimsync.extract.text.rules import RuleBook

BOOK = RuleBook.of(RULES)


def fired(text: str) -> set[str]:
    """Give the ids of the rules that fired in a text."""
    return {id_ for q in quantities(text) for id_ in q.rules}


@pytest.mark.parametrize("rule", BOOK, ids=lambda rule: rule.id)
def test_a_rule_fires_in_its_example_alone(rule) -> None:
    assert rule.id in fired(rule.example)
    assert rule.id not in fired(rule.counter_example)


@pytest.mark.parametrize("rule", BOOK, ids=lambda rule: rule.id)
def test_a_rule_switched_off_never_fires(rule) -> None:
    found = quantities(rule.example, rules=BOOK.without(rule.id))

    assert all(rule.id not in q.rules for q in found)


def test_no_two_rules_have_one_id() -> None:
    assert len(BOOK) == len(RULES)
