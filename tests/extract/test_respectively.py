"""*Respectively* deals figures out to names; what does not fit is left for review."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import LIKELY
from claimsync.extract.page.respectively import RULES


def told(text):
    """Return each figure with whom, or where, it is told of, and its measure."""
    drafts = [draft for draft in cs.extract(text) if draft.figure]
    return [(d.figure.text, d.code("subject") or d.code("place"), d.measure) for d in drafts]


def test_the_rule_fires_on_its_example_alone():
    [rule] = RULES
    assert any(rule.id in draft.rules for draft in cs.extract(rule.example))
    assert not any(rule.id in draft.rules for draft in cs.extract(rule.counter_example))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Lyman and Sumy lost 12 and nine houses respectively.",
         [("12", "Lyman", "houses lost"), ("nine", "Sumy", "houses lost")]),
        ("Kesh and Osk released 157 and 150 prisoners respectively.",
         [("157", "Kesh", "released"), ("150", "Osk", "released")]),
        ("In Lyman and Sumy, 12 and nine people were killed respectively.",
         [("12", "Lyman", "killed"), ("nine", "Sumy", "killed")]),
        ("Lyman, Sumy and Old Holm lost 12, nine and 40 boats respectively.",
         [("12", "Lyman", "boats lost"), ("nine", "Sumy", "boats lost"),
          ("40", "Old Holm", "boats lost")]),
    ],
)  # fmt: skip
def test_each_name_gets_its_figure(text, pairs):
    assert told(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "They lost 12 and nine houses respectively.",
        "Lyman and Sumy recorded 12 and nine deaths respectively.",
        "Lyman, Sumy and Holm lost 12 and nine houses respectively.",
    ],
)
def test_names_and_figures_that_do_not_pair_are_left_for_review(text):
    drafts = [draft for draft in cs.extract(text) if draft.figure]
    assert [draft.confidence < LIKELY for draft in drafts] == [True, True]


def test_the_slots_are_where_the_text_has_them():
    text = "Lyman and Sumy lost 12 and nine houses respectively."
    for draft in cs.extract(text):
        for scope in draft.scopes:
            assert text[scope.slot.start : scope.slot.end] == scope.slot.text


def test_a_figure_that_was_dealt_out_is_compared():
    text = (
        "The envoy said Kesh and Osk released 157 and 150 prisoners respectively."
        " The ministry said Osk released 140 prisoners."
    )
    result = cs.reconcile(cs.link(cs.extract(text)))
    assert [str(found.basis) for found in result.divergences] == ["value"]
