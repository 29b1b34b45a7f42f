"""The vocabulary: every term asks on its example and not on its counter-example."""

import pytest

from claimsync.extract.drafts import Document
from claimsync.extract.extractor import RuleExtractor
from claimsync.extract.questions.terms import NEWSROOM, Term
from claimsync.extract.questions.vocabulary import newsroom, who_of


def asked(text, vocabulary=None):
    drafts = RuleExtractor(vocabulary or newsroom()).extract(Document(text))
    return {rule for draft in drafts for rule in draft.rules}


@pytest.mark.parametrize("term", NEWSROOM, ids=lambda term: term.measure)
def test_a_term_asks_on_its_example_alone(term):
    assert term.rule.id in asked(term.example)
    assert term.rule.id not in asked(term.counter_example)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("casualties", "killed"),
        ("tickets sold", "attendance"),
        ("doses given", "people vaccinated"),
        ("arrested", "charged"),
        ("destroyed", "damaged"),
    ],
)
def test_what_is_often_mixed_up_is_kept_apart(one, other):
    assert newsroom().mixed(one, other)
    assert newsroom().mixed(other, one)


def test_a_newsroom_adds_its_own_words():
    own = newsroom().joined([Term("signatures", nouns="signatures")])
    assert "measure/signatures" in asked("The petition has 1,200 signatures.", own)


def test_a_newsroom_drops_words():
    assert "measure/killed" not in asked("Twelve people were killed.", newsroom().without("killed"))


@pytest.mark.parametrize(
    ("noun", "who"),
    [("people", None), ("12 others", "12"), ("POWs", "prisoners of war"), ("kids", "children"),
     ("Ukrainian troops", "Ukrainian soldiers"), ("the wounded soldiers", "wounded soldiers")],
)  # fmt: skip
def test_who_is_counted_goes_by_one_name(noun, who):
    assert who_of(noun) == who
