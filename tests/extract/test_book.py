"""The book of rules: complete, one id a rule, and each can be switched off."""

import re

import pytest

from claimsync.errors import InvalidClaimError, UnknownCodeError
from claimsync.extract.book import rule_book
from claimsync.extract.drafts import Document
from claimsync.extract.extractor import RuleExtractor, extract
from claimsync.extract.figures.quantities import quantities
from claimsync.extract.linking import joins
from claimsync.extract.linking.link import link, linked
from claimsync.extract.questions import bearing, ways
from claimsync.extract.questions.bystanders import told_of
from claimsync.extract.questions.sentences import cut
from claimsync.extract.speech import shapes
from claimsync.extract.text.rules import Rule
from claimsync.model.stance import Stance
from tests.gold.read import pages

PAGE = Document("Twelve people were killed in Lyman on Wednesday, the mayor said.", "2026-02-05")


def test_every_rule_explains_itself():
    for rule in rule_book():
        assert rule.says, rule.id
        assert rule.example != rule.counter_example, rule.id


def test_what_fired_stands_in_the_book():
    known = {rule.id for rule in rule_book()}
    for page in pages():
        found = linked(extract(page.text, said_at=page.said_at))
        drafts = (*extract(page.text, said_at=page.said_at), *found.review)
        assert {rule for draft in drafts for rule in draft.rules} <= known, page.name


def fired(text):
    """Return the rules that fire on a text."""
    return {rule for draft in extract(text, said_at="2026-03-12") for rule in draft.rules}


@pytest.mark.parametrize(
    "rule", [*shapes.RULES, *ways.RULES, *bearing.RULES], ids=lambda rule: rule.id
)
def test_a_rule_without_words_fires_on_its_example_and_can_be_switched_off(rule):
    assert rule.id in fired(rule.example)
    assert rule.id not in fired(rule.counter_example)
    without = RuleExtractor(rules=rule_book().without(rule.id))
    left = without.extract(Document(rule.example, "2026-03-12"))
    assert rule.id not in {fired for draft in left for fired in draft.rules}


@pytest.mark.parametrize("rule", joins.RULES, ids=lambda rule: rule.id)
def test_a_rule_of_linking_changes_its_example_and_can_be_switched_off(rule):
    without = rule_book().without(rule.id)
    drafts = extract(rule.example, said_at="2026-03-12")
    assert str(link(drafts)) != str(link(drafts, rules=without))
    drafts = extract(rule.counter_example, said_at="2026-03-12")
    assert str(link(drafts)) == str(link(drafts, rules=without))


def test_a_rule_that_is_switched_off_does_not_fire():
    off = frozenset({"measure/killed", "place/in", "date/weekday"})
    [draft] = RuleExtractor(rules=rule_book().without(*off)).extract(PAGE)
    assert off.isdisjoint(draft.rules)
    assert (draft.measure, draft.code("place"), draft.when) == ("people", None, None)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The captain, 61, was among 12 survivors.", ["12"]),
        ("The children under five got 200 meals.", ["200"]),
        ("The shop closed at 19.05 with 12 people inside.", ["12"]),
        ("Call 555 0142 or write to no. 2,417 of 30 papers.", ["30"]),
        ("Passengers may ring 800 555; 12 did.", ["12"]),
        ("All 12 died when the Falke 330 came down.", ["12"]),
        ("It lists 12 faults of the Falke 330 fleet.", ["12"]),
        ("The Guard 12 men strong came.", ["12"]),
        ("A bus hit the 9.15 express and 12 died.", ["12"]),
        ("One owner may have several, of 12 cars.", ["12"]),
        ("Nobody had promised anything, 12 of them said.", ["12"]),
        ("Nobody was hurt.", ["Nobody"]),
        ("On two wet mornings 12 of them came.", ["12"]),
        ("The depot is in none of these sums, 12 of them said.", ["12"]),
        ("None of these 12 came.", ["None", "12"]),
        ("Each side handed over 88 servicemen.", ["88"]),
    ],
)
def test_numbers_beside_the_story_are_no_figures(text, figures):
    found = told_of(quantities(text), cut(text, 0, len(text)), (), ())
    told = [one for one in found if one.rival]
    assert [text[one.number_start : one.number_end] for one in told] == figures


def test_over_may_belong_to_the_verb():
    [draft] = [d for d in extract("They handed over 88 servicemen.") if d.figure]
    assert str(draft.readings[0]) == "= 88"


@pytest.mark.parametrize(
    ("rule", "words", "sentence", "read"),
    [
        ("states", "kvetch", "The mayor kvetched that 12 died.", ("mayor", "= 12", Stance.ASSERTS)),
        ("denies", "@pooh-pooh", "The mayor pooh-poohed reports that 12 people died.",
         ("mayor", "= 12", Stance.DENIES)),
        ("at-least", "a good", "A good 12 died, the mayor said.",
         ("mayor", ">= 12", Stance.ASSERTS)),
        ("unit-length", "verst|versts", "The mayor said that the front moved 12 versts.",
         ("mayor", "= 12 verst", Stance.ASSERTS)),
    ],
)  # fmt: skip
def test_a_rule_takes_words_of_ones_own(rule, words, sentence, read):
    own = RuleExtractor(rules=rule_book().extended(rule, words))
    assert _read(own, sentence) == read != _read(RuleExtractor(), sentence)


def _read(extractor, sentence):
    draft = next(each for each in extractor.extract(Document(sentence)) if each.figure)
    return draft.chain[0].name if draft.chain else "", str(draft.readings[0]), draft.stance


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (rule_book().extended("date/weekday", "Sabbath"), "'date/weekday' as they are; it can be"),
        (rule_book().extended("measure/killed", "slain"), "newsroom().joined"),
        (rule_book().joined([Rule("denie", (), "", "", "")]), "did you mean 'denies'"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(rules, told):
    with pytest.raises(InvalidClaimError, match=re.escape(told)):
        RuleExtractor(rules=rules).extract(PAGE)


def test_an_unknown_rule_is_named():
    with pytest.raises(UnknownCodeError, match="did you mean 'states'"):
        rule_book().extended("stats", "opine")
    with pytest.raises(UnknownCodeError, match="did you mean 'states'"):
        rule_book().without("stats")


@pytest.mark.parametrize("words", ["", " ", "@", 5])
def test_a_rule_takes_no_blank_words(words):
    with pytest.raises(InvalidClaimError, match="expected words for the rule 'denies'"):
        rule_book().extended("denies", words)


def test_what_is_no_book_is_refused():
    with pytest.raises(InvalidClaimError, match="expected a book of rules"):
        RuleExtractor(rules="x").extract(PAGE)
