"""What a text says was told earlier, or is told now instead, is a revision and no divergence."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import EARLIER, LATER
from claimsync.extract.page.retold import RULES
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


# What a voice tells now, what it had told before, and frames in which a text says so.
THINGS = (
    ("people were killed", "people had died"),
    ("homes were destroyed", "homes had been destroyed"),
    ("lorries were burned", "lorries had been burned"),
)
UPDATES = (
    "The ministry said {b} {now}, up from the {a} it reported on Monday.",
    "The ministry said {b} {now}, up from {a} in its first count.",
    "The ministry said {b} {now}, up from an earlier figure of {a}.",
    "The ministry now says {b} {now}, down from {a} given earlier.",
    "The ministry said {b} {now}. At midnight it had counted {a}.",
    "The ministry said {b} {now}. Its bulletin at noon had listed {a}.",
    "The ministry said {b} {now}. This morning it still put the number at {a}.",
    "The ministry now says {b} {now}. This morning it told reporters there had been {a}.",
    "The ministry said {b} {now}. On Sunday it had reported {a}.",
    "08:40 {a} {now}, the ministry says.\n\n19:42 {b} {now}, the ministry says.",
)
CORRECTIONS = (
    "This page was corrected on Monday. It had said that {a} {then}; it was {b}.",
    "{b} {now}. Correction: at 17:40 we said the number was {a}.",
    "We said at lunchtime that {a} {then}. It is in fact {b}.",
    "Correction: {b} {now}, not {a} as we first reported.",
)
# Alike, and nothing that a voice told before or takes back.
OTHERS = (
    "The ministry said {b} {now}. At midnight the army had counted {a} {thing}.",
    "Ana said {b} {now}. Ben said he had counted {a} {thing} there.",
    "The ministry said {b} {now}. It said {a} {thing} had been seen on Monday.",
)


def revisions(frame, thing):
    text = frame.format(a=40, b=58, now=thing[0], then=thing[1], thing=thing[0].split()[0])
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2027-11-08")))
    assert not result.divergences or frame in OTHERS
    return [str(found.basis) for found in result.revisions]


@pytest.mark.parametrize("thing", THINGS, ids=str)
@pytest.mark.parametrize("frame", UPDATES)
def test_what_a_voice_had_told_is_updated_by_what_it_tells(frame, thing):
    assert revisions(frame, thing) == ["update"]


@pytest.mark.parametrize("thing", THINGS, ids=str)
@pytest.mark.parametrize("frame", CORRECTIONS)
def test_what_the_page_told_is_corrected_by_what_it_tells(frame, thing):
    assert revisions(frame, thing) == ["correction"]


@pytest.mark.parametrize("thing", THINGS, ids=str)
@pytest.mark.parametrize("frame", OTHERS)
def test_what_others_told_is_no_revision(frame, thing):
    assert revisions(frame, thing) == []
