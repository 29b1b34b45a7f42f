"""Whose a figure is: two holders are never one question, one holder under two names is."""

from pathlib import Path

import pytest

import claimsync as cs
from claimsync.extract.book import rule_book
from claimsync.extract.extractor import RuleExtractor
from claimsync.extract.questions.subjects import RULES
from tests.extract.fired import fires_on_its_example_alone

PAIRS = [
    line.split(" | ")
    for line in Path(__file__).with_name("whose.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
APART = [(domain, text) for kind, domain, text in PAIRS if kind == "apart"]
JOINED = [(domain, text) for kind, domain, text in PAIRS if kind == "joined"]


def kinds(*texts):
    drafts = [draft for text in texts for draft in cs.extract(text)]
    return {str(finding.kind) for finding in cs.reconcile(cs.link(drafts)).findings}


def whose(text):
    """Return the holders and events of the figures of a text."""
    return [draft.code("subject") or draft.code("event") for draft in cs.extract(text)
            if draft.readings]  # fmt: skip


@pytest.mark.parametrize(("domain", "text"), APART)
def test_figures_of_two_holders_are_not_compared(domain, text):
    assert "divergence" not in kinds(text)


@pytest.mark.parametrize(("domain", "text"), JOINED)
def test_figures_of_one_holder_are_compared(domain, text):
    assert "divergence" in kinds(text)


def test_two_holders_on_two_pages_are_not_compared():
    assert "divergence" not in kinds(
        "The bridge will cost 40 million euros, the mayor said.",
        "The tunnel will cost 25 million euros, the engineer said.",
    )


def test_what_names_neither_of_two_holders_is_left_for_review():
    text = (
        "The bridge will cost 40 million euros, the mayor said. The tunnel will cost 25 million"
        " euros, the mayor said. The union said it would cost 90 million euros."
    )
    assert "divergence" not in kinds(text)
    assert len(cs.link(cs.extract(text)).claims) == 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule):
    fires_on_its_example_alone(rule)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("On Monday police arrested 12 people.", "police"),
        ("In May the army lost 12 tanks.", "army"),
        ("Alder Steel, a maker of rails, has 900 employees.", "Alder Steel"),
        ("The Greens’ 12 seats are at stake.", "Greens"),
        ("The cost of the bridge rose to €12 million.", "bridge"),
        ("The bridge’s cost rose to €12 million.", "bridge"),
        ("Alder Steel said it had sold 4,000 cars.", "Alder Steel"),
        ("Last year’s flood killed 12 people.", "last year flood"),
        ("Rasmus Odd denied killing 12 people.", None),
        ("Eight died in the hall and three on the quay.", None),
        ("We have 12 dead, the governor said.", None),
        ("There are 12 seats.", None),
    ],
)
def test_the_holder_is_what_the_clause_says(text, holder):
    assert whose(text)[-1] == holder


def test_a_switched_off_rule_names_no_holder():
    extractor = RuleExtractor(rules=rule_book().without("subject/acts"))
    [draft] = cs.extract("The tower has 40 floors.", extractor=extractor)
    assert draft.code("subject") is None
