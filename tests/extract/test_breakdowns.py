"""Figures behind a figure that add up to it are its parts, told by the words beside them."""

import pytest

import claimsync as cs
from claimsync.extract.page.breakdowns import RULES
from tests.extract.fired import fires_on_its_example_alone

SAID_AT = "2028-05-11"


def told(text):
    """Return basis and numbers of each agreement and divergence."""
    claims = cs.link(cs.extract(text, said_at=SAID_AT))
    known = {claim.id or claim.content_hash: claim for claim in claims.claims}
    return [
        (str(f.basis), sorted(float(known[c].readings[0].figure.number.value) for c in f.claims))
        for f in cs.reconcile(claims).findings
        if f.kind in {"agreement", "divergence"}
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The ferry line has 26 masters: 19 seasonal hands and seven regulars.", [7, 19, 26]),
        (("The vet saw 31 dogs, four of them with burns, her clerk said. Twenty-two were treated on"
         " the spot and nine were kept overnight."), [9, 22, 31]),
        (("Officers arrested 16 people on Sunday - 11 of them for theft and five for assault."),
         [5, 11, 16]),
        (("The paper lists savings of €8.4 billion, the minister said. Schools would lose €5.1"
         " billion, museums €1.9 billion and railways €1.4 billion."),
         [1.4e9, 1.9e9, 5.1e9, 8.4e9]),
        (('"Thirty-one of our people are home," the president wrote. Her office said they were 24'
         " sailors, five cooks and two doctors."), [2, 5, 24, 31]),
        (("Costs will rise by 4.8 billion marks next year: 2.1 billion in health, 1.5 billion in"
         " transport and 1.2 billion in schools."), [1.2e9, 1.5e9, 2.1e9, 4.8e9]),
    ],
)  # fmt: skip
def test_what_adds_up_is_a_sum(text, numbers):
    assert told(text) == [("aggregation", numbers)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line has 26 masters: 19 seasonal hands and six regulars.",
        "Twelve people were hurt. Five houses, four cars and three boats burned.",
        "Ten people were arrested. Six were charged and four were released.",
        "They fired 52 rockets, 11 of them heavy. Guns shot down 39, and two failed, it said.",
        "The firm took £3m from 2 clients. £1m was spent on cars and £1m on boats, it said.",
        "Tarn and Vik swapped 45 soldiers. Tarn said 43 had come home and two had not.",
        "Nine people came. The choir sang four songs and the band played five tunes.",
    ],
)
def test_what_does_not_or_counts_other_things_is_none(text):
    assert "aggregation" not in [basis for basis, _ in told(text)]


def test_what_a_second_source_says_of_all_is_still_compared():
    text = (
        "Costs will rise by 30 million crowns, she said: 12 million for roads and 18 million for"
        " schools. Costs will rise by 41 million crowns, the auditor said."
    )
    assert ("value", [30e6, 41e6]) in told(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule):
    fires_on_its_example_alone(rule)
