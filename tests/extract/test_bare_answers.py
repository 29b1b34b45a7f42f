"""A second source's bare number is of those, and of the place, that the figure before it is of."""

from itertools import product

import pytest

import claimsync as cs

TOLD = (
    "Two workers were killed at the Lubno plant, its operator said.",
    "Two miners were killed in Lubno, the mine's operator said.",
    "Four sailors died in Port Mey, the coast guard said.",
)
ANSWERS = (
    "Energy minister Halina Brosk later spoke of three dead.",
    "The interior ministry counted six deaths.",
    "The Sailors' League reported five dead.",
)
APART = (
    "Energy minister Halina Brosk later spoke of three dead in Kolm.",
    "The interior ministry counted six deaths this winter.",
    "The interior ministry counted 900 deaths.",
    "The interior ministry counted six deaths in all districts.",
    "Six people were arrested, the interior ministry said.",
)
A_YEAR = (
    ("The ministry says it will save 18 billion euros a year.", "savings"),
    ("The ministry says the reform will cost 18 billion euros a year.", "cost"),
)


def bases(text):
    found = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12"))).findings
    return [str(each.basis) for each in found if str(each.kind) == "divergence"]


@pytest.mark.parametrize(("told", "answer"), list(product(TOLD, ANSWERS)))
def test_a_bare_answer_is_of_the_same(told, answer):
    assert bases(f"{told} {answer}") == ["value"]


@pytest.mark.parametrize(("told", "answer"), list(product(TOLD, APART)))
def test_what_is_told_of_others_is_no_answer(told, answer):
    assert bases(f"{told} {answer}") == []


@pytest.mark.parametrize(("told", "noun"), A_YEAR)
def test_an_answer_is_of_a_year_where_the_figure_before_it_is(told, noun):
    answer = f"Union leader Marc Tavan said the {noun} would come to no more than seven billion."

    assert bases(f"{told} {answer}") == ["value"]
