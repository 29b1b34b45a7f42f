"""What whole pages have got wrong once: no false divergence, and nothing raised."""

import pytest

import claimsync as cs


def found(text):
    """Return the findings of a page by kind and basis."""
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12")))
    return {(str(each.kind), str(each.basis)) for each in result.findings}


def test_a_total_without_a_name_is_no_part_of_another_total():
    told = found(
        "Police said 14 people had been arrested, nine near the station and five in Market Street."
        "\n\nThe organisers knew of 23 arrests."
    )
    assert ("agreement", "aggregation") in told
    assert ("divergence", "value") in told


@pytest.mark.parametrize(
    "text",
    [
        "At least 61 dead as thousands spend a second night outdoors",
        "Nine dead as hundreds flee the flood in Kolm",
    ],
)
def test_those_who_do_something_else_in_a_headline_are_not_the_dead(text):
    counted = [draft.measure for draft in cs.extract(text) if draft.figure]
    assert counted.count("killed") == 1


def test_a_heading_with_more_than_any_place_has_is_of_no_such_place():
    text = (
        "Alder to cut 4,200 jobs\n\nThe company said on Wednesday that 2,600 of the posts would go"
        " in Norland and 1,600 at its plants abroad."
    )
    head = next(draft for draft in cs.extract(text) if draft.heading)
    assert head.code("place") is None
    assert not [kind for kind, _ in found(text) if kind == "divergence"]


def test_half_of_those_counted_leave_the_figure_its_place():
    text = "In Amsel, the council spoke of 12,000 evacuees and said half of them were with friends."
    first = next(draft for draft in cs.extract(text) if draft.figure)
    assert first.code("place") == "Amsel"
