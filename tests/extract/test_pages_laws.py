"""What holds of every page: spans are exact, nothing is invented, hostile text costs no more."""

import sys
import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimsync as cs
from claimsync.extract.drafts import checked
from claimsync.extract.extractor import extract
from claimsync.extract.linking.echoes import consistent
from claimsync.extract.page.tallies import IN_ALL
from claimsync.extract.page.tallies import RULES as TALLIES
from claimsync.extract.questions.sides import RULES as SIDES
from claimsync.extract.text.tokens import tokens
from tests.extract.fired import fires_on_its_example_alone

PIECES = st.sampled_from(
    ["Twelve people", "12", "were killed", "in Lyman", "on Monday", ",", ".", "“", "”", "said",
     "the governor", "He", "could neither confirm nor deny", "that", "\n", "18:42", "🙏", "ß", "—",
     "at least", "and", "five in Sumy", "€1.2m", "%", "’", "not", "Asked about", "Kyiv", "who",
     "\u00a0"],
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_every_slot_copies_the_text(pieces):
    text = " ".join(pieces)
    drafts = extract(text, said_at="2026-02-05")
    assert all(checked(draft, text) for draft in drafts)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text):
    drafts = extract(text)
    assert all(checked(draft, text) for draft in drafts)
    cs.link(drafts)


@given(st.lists(PIECES, max_size=40))
def test_what_is_linked_is_read_again_as_it_was(pieces):
    claims = cs.link(extract(" ".join(pieces), said_at="2026-02-05"))
    assert cs.parse(str(claims)) == claims
    cs.reconcile(claims)


@pytest.mark.parametrize(
    "unit",
    ["12 people were killed in Lyman, he said ", "12, ", "“a ", "in Aa and ", "since ", "9",
     "Asked about it, X said it could not confirm. ", "12 dead\n", "the the "],
)  # fmt: skip
def test_hostile_text_costs_no_more_a_character(unit):
    short, long = unit * (4000 // len(unit)), unit * (32000 // len(unit))
    extract(short)
    began = time.process_time()
    extract(long)
    assert time.process_time() - began < 8  # quadratic ones took minutes


def steps(text: str) -> int:
    """Return how often functions are entered and left to read a text, the same on any machine."""
    told = count()
    sys.setprofile(lambda *_: next(told))
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return next(told)


@pytest.mark.parametrize(
    "unit",
    ["1. a\n2. b\n", "12 dead\n", "“‘", "“a ", "1,234 ", "On Monday Aa Bb said 3 died in Cc. ",
     "18:42\n12 died\n", "The ministry denied it. ", "a-"],
)  # fmt: skip
def test_steps_grow_in_line_with_hostile_text(unit):
    short, long = unit * (1500 // len(unit)), unit * (6000 // len(unit))
    extract(long)  # what is kept of earlier texts does not count
    assert steps(long) < 5 * steps(short) + 500


@pytest.mark.parametrize("rule", TALLIES, ids=lambda rule: rule.id)
def test_every_rule_of_tallies_fires_on_its_example_alone(rule):
    fires_on_its_example_alone(rule)


def test_every_rule_of_sides_fires_on_its_example_alone():
    from claimsync.extract.questions.sides import sides

    [rule] = SIDES
    words = [[t for t in tokens(text) if t.kind not in {"space", "newline"}]
             for text in (rule.example, rule.counter_example)]  # fmt: skip
    assert sides(words[0]) is not None
    assert sides(words[1]) is None


def test_a_tally_without_a_place_is_of_all_that_it_lists():
    claims = cs.link(extract("Twelve people died, seven in Lyman and five in Sumy."))
    assert f"partition place: {IN_ALL} = Lyman + Sumy" in str(claims)
    [agreement] = cs.reconcile(claims).agreements
    assert str(agreement.basis) == "aggregation"


def test_parts_that_do_not_add_up_are_told():
    claims = cs.link(extract("Twelve people died, seven in Lyman and nine in Sumy."))
    assert [str(d.basis) for d in cs.reconcile(claims).divergences] == ["parts exceed whole"]


def test_what_one_voice_says_two_ways_at_once_is_left_out():
    page = "Twelve people were killed, the mayor said. Nine people were killed, the mayor said."
    drafts = extract(page)
    assert len(drafts) == 2
    assert consistent(drafts) == []
    assert len(cs.link(drafts)) == 0


def test_a_later_entry_updates_an_earlier_one():
    page = """14:20
Nine people were killed in Lyman, the mayor said.

12:05
Eight people were killed in Lyman, the mayor said.
"""
    result = cs.reconcile(cs.link(extract(page)))
    assert [str(f.basis) for f in result.revisions] == ["update"]
    assert result.divergences == ()


def test_a_headline_is_the_echo_of_its_text():
    page = (
        "Twelve killed in Lyman\n\nTwelve people were killed in Lyman, the mayor said on Monday.\n"
    )
    voices = {claim.attribution.voice for claim in cs.link(extract(page))}
    assert voices == {"mayor"}
