"""Stances, and what exactly they bear on."""

import pytest

import claimsync as cs
from claimsync.extract.stances.stance_rules import MEANINGS, RULES
from claimsync.extract.stances.stances import stance_of, stances
from claimsync.model.stance import Phase, Stance

SENTENCES = [
    ("The Kremlin could neither confirm nor deny reports that Roe was there.", Stance.NEITHER),
    ("The minister did not dispute the figure.", Stance.NEITHER),
    ("Roe did not rule out a second strike.", Stance.NEITHER),
    ("The firm declined to say whether jobs would go.", Stance.NO_COMMENT),
    ("“There is nothing to announce,” Roe said.", Stance.NO_COMMENT),
    ("The port did not immediately respond to requests for comment.", Stance.NO_COMMENT),
    ("The agency confirmed that it could not verify the video.", Stance.CANNOT_VERIFY),
    ("The figures could not be independently verified.", Stance.CANNOT_VERIFY),
    ("Roe said she was not aware of any plan.", Stance.UNAWARE),
    ("The envoy said he knew nothing of a letter.", Stance.UNAWARE),
    ("Roe denied having confirmed the sale.", Stance.DENIES),
    ("The army rejected the video as fake.", Stance.DENIES),
    ("The army denied killing 12 people.", Stance.DENIES),
    ("The army said it did not kill 12 people.", Stance.DENIES),
    ("The council had no reason to doubt the count.", Stance.CONFIRMS),
    ("The mayor confirmed on Monday that two bridges were closed.", Stance.CONFIRMS),
    ("The union questioned the figure of 40 jobs.", Stance.QUESTIONS),
    ("Was the dam ever checked?", Stance.QUESTIONS),
    ("The ministry said reports of 12 dead were premature.", Stance.QUESTIONS),
    ("The firm called talk of 40 cuts premature.", Stance.QUESTIONS),
    ("The mayor played down reports of 12 deaths.", Stance.QUESTIONS),
    ("Neither the ministry nor the army confirmed the deaths.", Stance.NO_COMMENT),
    ("Neither side would say whether 12 had died.", Stance.NO_COMMENT),
    ("None of the parties has commented.", Stance.NO_COMMENT),
    ("Neither the mayor nor the council denied it.", Stance.NEITHER),
    ("Roe walked back her claim about the dam.", Stance.RETRACTS),
    ("The prime minister is expected to resign.", Stance.EXPECTS),
    ("The talks will resume on Monday.", Stance.EXPECTS),
]


@pytest.mark.parametrize(("sentence", "stance"), SENTENCES)
def test_a_sentence_takes_its_stance(sentence, stance):
    assert stance_of(sentence, 0, len(sentence)).stance is stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The court denied bail to two men.",
        "The number of confirmed cases rose.",
        "She was named in her will.",
        "Two patients were admitted to the ward.",
        "The cat retracted its claws.",
        "Sales declined in May.",
        "Police questioned two men.",
        "She is expecting her second child.",
    ],
)
def test_words_of_another_sense_take_no_stance(sentence):
    assert stance_of(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "phase"),
    [
        ("The two sides agreed to a truce.", Phase.AGREED),
        ("The envoy proposed a pause.", Phase.PROPOSED),
        ("A vote is scheduled for Monday.", Phase.SCHEDULED),
        ("A search was under way.", Phase.UNDER_WAY),
        ("The swap has been completed.", Phase.COMPLETED),
        ("The match was called off.", Phase.CANCELLED),
        ("The president may travel to Kolm.", Phase.PROPOSED),
        ("The talks will resume on Monday.", Phase.SCHEDULED),
    ],
)
def test_a_sentence_tells_how_far_the_matter_has_come(sentence, phase):
    assert stance_of(sentence, 0, len(sentence)).phase is phase


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        (
            "The Kremlin could neither confirm nor deny reports that Roe was in Kolm.",
            "Roe was in Kolm",
        ),
        ("The airline declined to say whether two jets were lost.", "two jets were lost"),
        ("The toll could not be independently verified.", "The toll"),
        ("The bank denied that it had confirmed the loss.", "it had confirmed the loss"),
        ("The minister did not dispute the figure of 40 dead.", "the figure of 40 dead"),
    ],
)
def test_a_stance_tells_what_it_bears_on(sentence, target):
    mark = stance_of(sentence, 0, len(sentence))
    assert sentence[slice(*mark.target)] == target


def test_a_phase_and_a_stance_may_stand_in_one_sentence():
    text = "The ministry confirmed the loss, but the army said talks were under way."
    assert [mark.stance for mark in stances(text, 0, len(text))] == [
        Stance.CONFIRMS,
        Stance.ASSERTS,
    ]


def test_hedges_beside_a_stance_are_kept():
    text = "The ministry reportedly confirmed the loss."
    assert stance_of(text, 0, len(text)).hedges == ("reportedly",)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_its_counter_example(rule):
    stance = MEANINGS[rule.id][0]
    fired = [mark for mark in stances(rule.example, 0, len(rule.example)) if rule.id in mark.rules]
    other = stances(rule.counter_example, 0, len(rule.counter_example))
    assert fired
    assert fired[0].stance is stance
    assert not [mark for mark in other if rule.id in mark.rules]


def test_a_rule_switched_off_does_not_fire():
    text = "The army denied killing 12 people."
    assert stances(text, 0, len(text), rules=RULES.without("denies")) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The fire killed 12 people who may have been asleep, police said.", "asserts"),
        ("The blast injured 12 workers who will get help, the mayor said.", "asserts"),
        ("Rescuers are searching for up to five people who may be trapped.", "expects"),
        ("The union said 900 workers who may lose their jobs had been told.", "expects"),
    ],
)
def test_what_may_be_told_of_those_counted_is_no_doubt_of_their_number(text, stance):
    [draft] = [one for one in cs.extract(text) if one.figure]
    assert str(draft.stance) == stance


def test_of_two_who_say_nothing_the_first_is_named():
    text = "Neither the ministry nor the army would confirm the deaths of 12 soldiers."
    [draft] = cs.extract(text)

    assert (draft.origin, draft.stance) == ("ministry", Stance.NO_COMMENT)


def test_a_pronoun_that_says_nothing_with_another_is_nobody():
    [draft] = cs.extract("Neither she nor the army would confirm the deaths of 12 soldiers.")

    assert draft.origin is None
