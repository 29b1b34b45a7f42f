"""A page that says one thing over and over costs as much a line as one that says it twice."""

import sys

import pytest

import claimsync as cs
from claimsync.model.columns import Claims
from claimsync.model.links import claim_ids

FEW, MANY, FACTOR = 100, 800, 8
LINE = "Police said 12 people were killed.\n"


def lines_run(step, given):
    """Return how many lines of Python a step runs."""
    count = 0

    def traced(frame, event, argument):
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        step(given)
    finally:
        sys.settrace(before)
    return count


def drafts(count):
    return cs.extract(LINE * count)


@pytest.mark.parametrize("step", [cs.link, lambda told: cs.reconcile(cs.link(told))])
def test_many_equal_sentences_cost_no_more_a_sentence_than_few(step):
    few, many = drafts(FEW), drafts(MANY)
    step(few)  # what is read from files once is no matter of the page
    assert lines_run(step, many) < 2 * FACTOR * lines_run(step, few)


def test_many_equal_claims_are_numbered_in_one_pass():
    claim = cs.Claim.parse("Police: killed = 12")
    few, many = (Claims.of([claim] * times) for times in (FEW, MANY))
    assert claim_ids(few)[1:3] == tuple(f"{claim.content_hash}-{n}" for n in (2, 3))
    assert lines_run(claim_ids, many) < 2 * FACTOR * lines_run(claim_ids, few)


def test_a_number_that_a_claim_bears_already_is_left_out():
    plain = cs.Claim.parse("Police: killed = 12")
    taken = f"{plain.content_hash}-2"
    named = plain.model_copy(update={"id": taken})
    assert claim_ids(Claims.of([plain, named, plain]))[2] == f"{plain.content_hash}-3"


def test_an_update_takes_the_place_of_all_that_stood_before():
    page = (
        "10:00\nPolice said 12 people were killed.\n\n11:00\nPolice said 14 people were killed.\n"
    )
    [*_, last] = cs.link(cs.extract(page, said_at="2026-02-05")).claims
    assert [str(link.verb) for link in last.links] == ["updates"]
