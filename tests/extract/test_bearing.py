"""What a stance bears on, where its words only point: every way to tell it, with every answer."""

from itertools import product

import pytest

import claimsync as cs

SPEAKERS = ("The union", "Mayor Ana Roe", "The defence ministry", "The Kolm Courier")
STATED = ("the depot had been closed", "the minister met the envoy in Kolm", "the pier was unsafe")
COUNTED = ("12 people had been killed", "52 gadgets had been sold", "30 farms had been flooded")
ANSWERS = (
    ("The company denied this.", "denies"),
    ("A palace spokesman denied it.", "denies"),
    ("The company denied the claim.", "denies"),
    ("The company rejected the allegation.", "denies"),
    ("The company declined to comment on the report.", "no comment"),
    ("The company declined to comment.", "no comment"),
    ("The company could not confirm the report.", "cannot verify"),
    ("The claim could not be independently verified.", "cannot verify"),
    ("The company would neither confirm nor deny the report.", "neither confirms nor denies"),
)
ASIDES = (
    ("a claim the company denies", "denies"),
    ("a claim denied by the company", "denies"),
    ("which the company denied", "denies"),
    ("something the company has disputed", "denies"),
    ("a claim that the company would not comment on", "no comment"),
)
OF_FIGURES = (
    ("The company could not confirm the figure.", "cannot verify"),
    ("The figure could not be independently verified.", "cannot verify"),
    ("The company denied this.", "denies"),
)
BESIDE_FIGURES = (
    ("a figure that the company was unable to confirm", "cannot verify"),
    ("a number the company could not verify", "cannot verify"),
    ("a figure disputed by the company", "denies"),
)


def claims(text):
    return cs.link(cs.extract(text, said_at="2026-03-12")).claims


def findings(text):
    return [str(f.kind) for f in cs.reconcile(cs.link(cs.extract(text))).findings]


def both(text, stance):
    """Return the question of a stance, if somebody else is on the same one."""
    told = claims(text)
    (taken,) = (claim for claim in told if str(claim.stance) == stance)
    return [c.question == taken.question for c in told if c is not taken]


WAYS = {
    "denies": (
        *("denied that", "has denied that", "disputed that", "denied this, calling it a lie"),
        *("strongly denied that on Monday", "said that was not true", "called this untrue"),
    ),
    "no comment": (
        *("declined to comment", "has not commented", "made no immediate comment"),
        *("could not be reached for comment", "has yet to comment", "would not confirm that"),
        *("had no comment", "did not reply to questions", "has not confirmed this"),
    ),
    "neither confirms nor denies": ("would neither confirm nor deny that",),
    "cannot verify": ("could not verify that", "has been unable to verify this"),
    "confirms": ("confirmed that", "confirmed this", "confirmed it on Monday"),
}
WAYS_OF_FIGURES = {
    "denies": (
        *("disputed this figure", "disputes those numbers", "rejected that number"),
        *("called the figure exaggerated", "dismissed the figure as propaganda"),
        *("contested the number", "contests that count"),
    ),
    "no comment": ("would not confirm the toll", "has so far not commented on the toll"),
    "neither confirms nor denies": ("did not confirm or deny the figure",),
    "cannot verify": ("was unable to confirm the number", "could not verify the toll"),
    "confirms": ("has confirmed the toll", "later confirmed the number"),
    "questions": ("cast doubt on the figure", "questioned that number"),
}
JOINS = (
    "The union said {}. The ministry {}.",
    "The union said {}, but the ministry {}.",
    "The union said {}; the ministry {}.",
    "The union said {}. A spokeswoman for the ministry {}.",
    "According to the union, {}. However, the ministry {}.",
    "The union said {}, while the ministry {}.",
)
ANSWERED = [
    (join.format(told, way), stance)
    for told in ("24 people had died", "the depot was shut")
    for join in JOINS
    for stance, known in WAYS.items()
    for way in known
] + [
    (join.format("24 people had died", way), stance)
    for join in JOINS
    for stance, known in WAYS_OF_FIGURES.items()
    for way in known
]
BEHIND = [*product(SPEAKERS, STATED, ANSWERS), *product(SPEAKERS, COUNTED, OF_FIGURES)]
BESIDE = [*product(SPEAKERS, STATED, ASIDES), *product(SPEAKERS, COUNTED, BESIDE_FIGURES)]


@pytest.mark.parametrize(("speaker", "said", "answer"), BEHIND, ids=str)
def test_an_answer_bears_on_what_was_told_before_it(speaker, said, answer):
    assert both(f"{speaker} said {said}. {answer[0]}", answer[1]) == [True]


@pytest.mark.parametrize(("text", "stance"), ANSWERED)
def test_another_source_answers_what_one_says(text, stance):
    assert both(text, stance) == [True]
    (taken,) = (claim for claim in claims(text) if str(claim.stance) == stance)
    assert "ministry" in str(taken.attribution.origin)


@pytest.mark.parametrize(("speaker", "said", "aside"), BESIDE, ids=str)
def test_an_aside_is_of_whom_it_names(speaker, said, aside):
    text = f"{speaker} said {said}, {aside[0]}."

    assert both(text, aside[1]) == [True]
    (taken,) = (claim for claim in claims(text) if str(claim.stance) == aside[1])
    assert str(taken.attribution.origin) == "company"


@pytest.mark.parametrize(
    "text",
    [
        "The union said 12 people were killed and 30 were hurt. The army denied this.",
        "The union said the pit was shut. Nobody had been told on Monday. The firm denied it.",
        "The minister denied that the pit was shut. The union disputed this.",
        "The firm said the pit was shut. The firm denied that.",
        "The union said the pit was shut. The firm denied an accusation.",
        "Ana said 12 people were killed. The army has never given a number.",
        "Ana said 12 people were killed and 30 were hurt. The army disputes those numbers.",
        "The plan costs 12 million euros, Ana said. The council rejected it.",
        "Ana said 12 people died. The army denied that 30 farms had been flooded.",
    ],
)
def test_what_points_at_two_things_or_none_is_left_open(text):
    assert "divergence" not in findings(text)


def test_who_gives_a_figure_of_its_own_denies_none_besides():
    text = "Ana said 12 people were killed. The army denied this: it says 9 people were killed."

    assert findings(text).count("divergence") == 1


@pytest.mark.parametrize(
    "text",
    [
        "They were 68 soldiers and two nurses, she said. Orland says Kest holds some 400 nurses.",
        "The ministry put the turnout at 312,000. In Kolm police counted 74,000 demonstrators.",
        "The ministry put the turnout at 312,000.\n\nIn Kolm, police counted 74,000 demonstrators.",
        "The north district's mayor said 12 people died. The south district's mayor counted 30.",
        "Kolm's governor said 12 people had been killed. Vester's governor spoke of 30 dead.",
    ],
)
def test_a_part_is_no_rival_of_a_whole_nor_one_place_of_another(text):
    assert "divergence" not in findings(text)


BETWEEN = (
    "Trains were halted for hours.",
    "The line reopened on Monday. Families waited at the station.",
)
POINTING = (
    ("The company rejected the claim.", "denies"),
    ("The company called the claim false.", "denies"),
    ("A spokeswoman for the company denied the allegation.", "denies"),
    ("The company would not comment on the accusation.", "no comment"),
    ("The claim could not be independently verified.", "cannot verify"),
)


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(("answer", "stance"), POINTING)
def test_a_claim_may_be_answered_some_sentences_later(answer, stance, between, gap):
    for speaker, said in ((SPEAKERS[0], STATED[2]), (SPEAKERS[2], COUNTED[0])):
        assert both(f"{speaker} said {said}. {between}{gap}{answer}", stance) == [True]


@pytest.mark.parametrize("between", BETWEEN)
def test_of_two_claims_further_back_none_is_answered(between):
    text = f"The union said the pit was shut. Ana said the pier was unsafe. {between}"
    assert "divergence" not in findings(f"{text} The company rejected the claim.")


ELLIPTIC = (
    ("The Courier reported that the depot would be moved to Kolm.", "it would"),
    ("The Greens said she offered a new tax in May.", "she did"),
    ("The union said the dam had been damaged.", "it had"),
    ("The union said the dam had been damaged.", "this was so"),
)


@pytest.mark.parametrize(("told", "left"), ELLIPTIC)
@pytest.mark.parametrize(
    ("answers", "stance"),
    [("denied that", "denies"), ("could not confirm that", "cannot verify")],
)
def test_what_is_left_out_was_just_told(told, left, answers, stance):
    assert both(f"{told} Mr Haas {answers} {left}.", stance) == [True]


@pytest.mark.parametrize(
    "claim", ["a report by Radio Kolm that", "a claim by the union that", "Lind's claim that"]
)
@pytest.mark.parametrize("denies", ["denied", "rejected", "dismissed"])
@pytest.mark.parametrize("said", ["its chief had resigned", "the pier was unsafe"])
def test_who_denies_a_report_leaves_it_to_whoever_made_it(said, denies, claim):
    text = f"The army {denies} {claim} {said}."
    assert both(text, "denies") == [True]
    maker = {str(one.attribution.origin) for one in claims(text)} - {"army"}
    assert len(maker & {"Radio Kolm", "union", "Lind"}) == 1


# What breaks off behind an auxiliary bears on what was told before it.
BROKEN_OFF = (
    ("The union said the depot had been closed", "it had"),
    ("The Courier reported that the firm would move to Kolm", "it would"),
    ("The Greens say she offered them a tax", "she did"),
    ("Ana Roe said the drivers were drunk", "they were"),
)
DENIED = (
    "The ministry denied that {}.",
    "The ministry said {} not.",
    "The ministry denied doing so.",
    "The ministry denied having done so.",
)
BORNE_OUT = (
    "The union denied that the depot had been closed. Ana Roe said it had been.",
    "The firm said its lines had not sparked the fire. A report by the marshal says they did.",
    'The ministry denied that the dam was damaged. Ana Roe said it was: "I saw the crack."',
)


def bases(text):
    found = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12"))).findings
    return {str(each.basis) for each in found}


@pytest.mark.parametrize(("told", "rest"), BROKEN_OFF, ids=str)
@pytest.mark.parametrize("denial", DENIED)
def test_a_denial_that_breaks_off_is_of_what_was_told(told, rest, denial):
    assert "polarity" in bases(f"{told}. {denial.format(rest)}")


@pytest.mark.parametrize("text", BORNE_OUT)
def test_a_denial_is_contradicted_by_what_breaks_off(text):
    assert "polarity" in bases(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union said the depot had been closed. The ministry denied that it had been warned.",
        "The union said it had been warned. The ministry said it had not slept.",
        "The union said the depot was closed. The ministry denied that. Ana Roe denied she did.",
    ],
)
def test_what_goes_on_behind_its_auxiliary_is_told_by_itself(text):
    told = {draft.measure for draft in cs.extract(text)}
    assert len(told) > 1


# A denial in the words of a count is one of that count; so is *the same figure* its confirmation.
COUNTS_DENIED = (
    ("Ana Roe said 60 gadgets were stolen.", "Police denied that gadgets had been stolen."),
    ("Ana Roe said 12 prisoners had been beaten.", "The army denied beating prisoners."),
    ("The union said the firm had sacked 30 drivers.", "The firm denied sacking anyone."),
    ("Villagers said soldiers had burned 20 houses.", "The army denied burning any houses."),
    ("The Post said the bank paid 4 million euros in bribes.", "The bank denied paying bribes."),
    ("The Ledger said Kolm had made an offer of £31m.", "The club denied receiving any offer."),
)
OTHERS_DENIED = (
    ("Ana Roe said 60 paintings were stolen.", "The hall denied any paintings had been damaged."),
    ("Villagers said soldiers had burned 20 houses.", "The army denied entering the village."),
    ("The union said 30 drivers had been sacked.", "The firm denied that any had been threatened."),
    ("Ana Roe said 12 prisoners died after they were beaten.", "The army denied beating them."),
)


@pytest.mark.parametrize(("told", "denial"), COUNTS_DENIED)
def test_a_denial_in_the_words_of_a_count_is_of_the_count(told, denial):
    assert "presupposition denied" in bases(f"{told} {denial}")


@pytest.mark.parametrize(("told", "denial"), OTHERS_DENIED)
def test_a_denial_of_something_else_is_of_no_count(told, denial):
    assert "presupposition denied" not in bases(f"{told} {denial}")


@pytest.mark.parametrize(
    "same", ["gave the same number", "gives the same figure", "has the same total"]
)
@pytest.mark.parametrize("told", ["22,000 people marched", "60 gadgets were stolen"])
def test_the_same_figure_is_the_one_just_told(told, same):
    assert "exact" in bases(f"The prefecture said {told}. The union {same}.")


def test_another_answer_is_no_figure():
    assert "exact" not in bases("Ana Roe said 60 gadgets were stolen. Police gave the same answer.")
