"""Lines that a place labels: what they count happened there."""

import pytest

import claimsync as cs

PAGE = """Dengue in Tamboa

The figures by region, the ministry said:
- Coastal Plain: 3,150 cases and 14 deaths
- Lowlands: 1,720 cases and six deaths
- Highlands: 410 cases and one death

{} The health office of the Highlands confirmed 410 cases.
"""


def places(text):
    """Return what is counted where, as a page tells it."""
    drafts = cs.extract(text, said_at="2029-06-20")
    return [(d.figure.text, d.code("place")) for d in drafts if d.figure]


def test_what_a_line_counts_is_at_the_place_that_labels_it():
    assert places(PAGE.format(""))[:6] == [
        ("3,150", "Coastal Plain"),
        ("14", "Coastal Plain"),
        ("1,720", "Lowlands"),
        ("six", "Lowlands"),
        ("410", "Highlands"),
        ("one", "Highlands"),
    ]


@pytest.mark.parametrize(
    "line",
    ["- Killed: nine people", "- Women: nine dead", "- Coda: nine people were killed"],
)
def test_a_label_that_the_page_knows_as_no_place_is_none(line):
    assert places(f"A hard year\n\nThe toll so far:\n{line}\n") == [("nine", None)]


def test_places_in_a_row_are_places_if_one_is_known():
    page = "Storm\n\nKarst: nine dead\nVelm: 12 dead\n\nIt is the worst storm in Karst since 1990."
    assert places(page)[:2] == [("nine", "Karst"), ("12", "Velm")]


def test_the_lines_of_a_tally_add_up():
    text = PAGE.format("In all, 21 people have died, the ministry said.")
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2029-06-20")))
    assert "aggregation" in {str(found.basis) for found in result.agreements}
