"""The rules of cues, and laws that hold for any page."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimsync.extract.stances.attributions import attributions
from claimsync.extract.stances.stances import stances
from claimsync.extract.text.cues import RULES, forms
from claimsync.extract.text.structure import blocks
from tests.extract.timing import seconds

WORDS = st.sampled_from(
    "the mayor said told Reuters that “two ” \" ' ‘ ’ , . ; : — - ( ) Roe Mr he who and but"
    " according to citing confirmed denied declined will not 12 killed in on Monday officials ’s"
    " reports says saying Kolm ? ! by estimate as \n \n\n • 09:15 asked quoted which put at".split(
        " "
    )
)
PAGES = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule):
    def fired(text):
        return [one for one in attributions(text, blocks(text)) if rule.id in one.rules]

    assert fired(rule.example)
    assert not fired(rule.counter_example)


@pytest.mark.parametrize(
    ("verb", "past", "ing"),
    [("say", "said", "saying"), ("note", "noted", "noting"), ("reply", "replied", "replying")],
)
def test_verbs_are_known_in_all_their_forms(verb, past, ing):
    known = dict(forms(verb))
    assert (known["past"], known["ing"]) == (past, ing)


@given(PAGES)
def test_every_span_is_a_piece_of_the_page(text):
    for one in attributions(text, blocks(text)):
        for span in (one.cue, one.source, *one.content):
            if span:
                start, end = span
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip()
        assert all(name in text or name for name in one.chain)
        assert one.content
    for mark in stances(text, 0, len(text)):
        assert 0 <= mark.cue[0] < mark.cue[1] <= len(text)
        assert mark.target is None or 0 <= mark.target[0] < mark.target[1] <= len(text)


@given(PAGES)
@example("0,CITING IN")
def test_the_same_page_reads_the_same_twice(text):
    assert attributions(text, blocks(text)) == attributions(text, blocks(text))


def cost(text):
    return seconds(lambda: attributions(text, blocks(text)))


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "“a ”",
        '"',
        "'",
        "he said ",
        "he denied that ",
        "will not ",
        "9",
        "a",
        "A. ",
        "(",
        ", ",
        "Roe said, ",
        "\n",
        "—",
        "’s",
        "and ",
        "Ab Cd said x.\n",
        "X’s claim that ",
        "“a” — B ",
        "(A, 1 May) ",
        "according to A 12 ",
        "\u0301",
        "…",
    ],
    ids=repr,
)
def test_time_grows_in_line_with_hostile_pages(piece):
    short, long = piece * (20_000 // len(piece)), piece * (100_000 // len(piece))
    base = max(cost(short), 0.02)
    assert cost(long) < 20 * base
