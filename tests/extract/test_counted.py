"""A noun that no term knows is compared where two sources count it, and nowhere else."""

import pytest

import claimsync as cs


def measures(*texts):
    drafts = [draft for text in texts for draft in cs.extract(text)]
    return {claim.question.measure for claim in cs.link(drafts).claims if claim.readings}


def kinds(*texts):
    drafts = [draft for text in texts for draft in cs.extract(text)]
    return {str(finding.kind) for finding in cs.reconcile(cs.link(drafts)).findings}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The owner said the yard had 40 cranes. The union said there were 31 cranes.", "cranes"),
        ("Lena Torv said there were 60 kiosks. Visitors counted 16, Otto Lind said.", "kiosks"),
        ("The pilots said there had been 80 near misses. The airline spoke of 12 near misses.",
         "near misses"),
    ],
)  # fmt: skip
def test_two_sources_that_count_one_noun_are_compared(text, measure):
    assert measure in measures(text)
    assert "divergence" in kinds(text)


def test_two_pages_that_count_one_noun_are_compared():
    pages = "The owner said the yard had 40 cranes.", "The union said there were 31 cranes."
    assert "divergence" in kinds(*pages)


@pytest.mark.parametrize(
    "text",
    [
        "The owner said the yard had 40 cranes. The union said there were 31 lifts.",
        "The owner said the yard had 40 cranes and sold 12 cranes. The union saw nine cranes.",
        "The Reds said they had won 47 seats. The Blues said they had won 49 seats.",
        "The owner said the yard had 40 cranes. There were nine cranes at the gate.",
        "The owner said 40 people had come by bus. The union said 12 people were hungry.",
        "The owner spoke of 40 tower cranes. The union spoke of 31 hand cranes.",
        "The club said nine percent of fans came. The union said 12 fans had come.",
    ],
)
def test_what_may_be_two_things_is_left_for_review(text):
    assert "divergence" not in kinds(text)


def test_a_page_spells_a_measure_in_one_way():
    text = "Turnout was 58 percent, the office said. The observers put turnout at 54 percent."
    assert measures(text) == {"turnout"}
    assert "divergence" in kinds(text)
