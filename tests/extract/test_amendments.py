"""What a text says was told earlier, or is told now instead, is a revision and no divergence."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import EARLIER, LATER
from claimsync.extract.page.amendments import RULES
from tests.extract.fired import fired


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_alone(rule):
    assert rule.id in fired(rule.example)
    assert rule.id not in fired(rule.counter_example)


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        ("Nine people died, the council said. An hour earlier it had spoken of five.", [EARLIER]),
        ("The police earlier reported 12 arrests.", [EARLIER]),
        ("The clinic first reported 12 deaths.", [EARLIER]),
        ("The toll was lowered to nine from 12 dead.", [LATER, EARLIER]),
        ("Tamsin Roe now says 13 people died.", [LATER]),
        ("Nine people died. The first 12 people were buried.", []),
        ("The first reported 12 deaths were in May.", []),
    ],
)
def test_a_text_says_when_a_figure_was_told(text, stamps):
    told = [draft.stamp for draft in cs.extract(text) if draft.figure and draft.stamp]
    assert told == stamps


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The council said nine people had died. An hour earlier it had spoken of five.",
         "updates"),
        ("Police in Holm earlier reported one death; they have corrected that to two.", "corrects"),
        ("Mayor Roe said 12 people were killed. Mayor Roe now says 13 people died.", "updates"),
    ],
)  # fmt: skip
def test_what_is_told_instead_is_linked_and_no_divergence(text, verb):
    claims = cs.link(cs.extract(text))
    assert [str(link.verb) for claim in claims.claims for link in claim.links] == [verb]
    kinds = {str(finding.kind) for finding in cs.reconcile(claims).findings}
    assert "divergence" not in kinds
    assert "revision" in kinds


def test_what_a_source_now_says_takes_the_place_of_all_its_earlier_words():
    claims = cs.link(cs.extract(
        "Twelve people died in Dol, Lia Toman said. A doctor said Toman had told him of eleven."
        " Toman now says thirteen people died in Dol."
    ))  # fmt: skip
    *before, last = claims.claims
    assert [link.target for link in last.links] == [claim.id for claim in before]
    assert not cs.reconcile(claims).divergences


def test_a_correction_printed_below_is_a_revision_and_no_divergence():
    result = cs.reconcile(cs.link(cs.extract(
        "Fifteen people were taken to hospital, the health department said.\n\n"
        "Correction: An earlier version of this article said that 19 people were taken to"
        " hospital. The correct number is 15.\n"
    )))  # fmt: skip
    assert not result.divergences
    assert [str(found.basis) for found in result.revisions] == ["correction"]
