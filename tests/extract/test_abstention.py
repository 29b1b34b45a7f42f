"""What a page leaves open is left open: nothing is inverted, and nothing is invented."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import LIKELY
from claimsync.model.stance import Stance


def told(text, **known):
    """Return measure, figure and stance of all claims that are judged."""
    return [
        (claim.question.measure, str(claim.readings[0].figure), claim.stance)
        for claim in cs.link(cs.extract(text, **known)).claims
        if claim.readings
    ]


def kinds(text, **known):
    """Return the kinds of the findings of a page."""
    found = cs.reconcile(cs.link(cs.extract(text, **known))).findings
    return [str(finding.kind) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master was asked whether 30 sailors had drowned.",
        "Reporters asked if 30 sailors had drowned.",
        "Police said they were checking whether 30 sailors had been injured.",
        "The embassy said it was aware of reports that 30 sailors had been injured.",
        "The union accused the owner of claiming that 30 sailors had been injured.",
        "If the wall gives way, 900 people could be killed, the surveyor said.",
        "The surveyor said 900 people would be killed if the wall gave way.",
        "The blast could have killed 900 people, the surveyor said.",
        "Most of the 60 sailors were injured, the owner said.",
        "Each of the 30 victims' widows will get $900, the owner said.",
        "No one was critically injured, the owner said.",
        "The owner said no serious injuries were reported.",
    ],
)
def test_what_is_asked_supposed_heard_or_a_whole_is_not_asserted(text):
    assert [each for each in told(text) if each[0] in {"killed", "injured", "arrested",
                                                       "casualties"}] == []  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure", "figure"),
    [
        ("Half of the 60 sailors were injured, the owner said.", "injured", "~ 30"),
        ("One in three of the 60 sailors was arrested, the owner said.", "arrested", "~ 20"),
        ("Two-thirds of its 60 sailors were freed, the owner said.", "released", "~ 40"),
        ("40 percent of the 60 sailors were injured, the owner said.", "injured", "~ 24"),
    ],
)
def test_a_share_of_a_number_is_about_so_many_and_never_the_whole(text, measure, figure):
    assert [each[:2] for each in told(text)] == [(measure, figure)]


def test_a_share_of_what_no_number_counts_is_no_count():
    text = "Half of the sailors were injured, the owner said."
    assert "injured" not in [each[0] for each in told(text)]


@pytest.mark.parametrize(
    ("text", "measure", "figure"),
    [
        ("The army claims that 30 sailors were killed.", "killed", "30"),
        ("The Herald reports that 30 sailors were killed.", "killed", "30"),
        ("Police said 30 sailors were arrested and asked people to call if they saw more.",
         "arrested", "30"),
        ("Asked whether he would resign, the owner said 30 sailors had been injured.",
         "injured", "30"),
        ("All of the 30 sailors were injured, the owner said.", "injured", "30"),
        ("No one was injured, the owner said.", "injured", "0"),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_question_stays_told(text, measure, figure):
    assert (measure, f"= {figure}") in [each[:2] for each in told(text)]


def test_that_nobody_called_counts_no_dead():
    text = "The owner said 30 sailors were killed. The mayor said no one had warned him."
    assert "divergence" not in kinds(text)
    assert [each[:2] for each in told(text)] == [("killed", "= 30")]


def test_that_there_were_no_deaths_is_said_and_not_denied():
    text = "The owner said there were no deaths. The mayor said 2 people were killed."
    assert ("killed", "= 0", Stance.ASSERTS) in told(text)
    assert "divergence" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reports that 30 sailors died are wildly exaggerated, the owner said.",
        "The owner said the claim that 30 sailors had died was a lie.",
        "The owner said it was not true that 30 sailors had died.",
    ],
)
def test_what_is_called_wrong_is_denied(text):
    assert told(text) == [("killed", "= 30", Stance.DENIES)]


def test_what_is_called_not_wrong_is_not_denied():
    text = "Reports that 30 sailors died are not exaggerated, the owner said."
    assert Stance.DENIES not in [draft.stance for draft in cs.extract(text) if draft.readings]


def test_an_earlier_figure_that_had_been_wrong_is_not_asserted():
    text = "Ana Weil said an earlier figure of 30 rescued had been wrong."
    [draft] = [draft for draft in cs.extract(text) if draft.readings]
    assert draft.stance in {Stance.DENIES, Stance.RETRACTS}


def test_a_question_keeps_the_stance_that_is_taken_on_it():
    text = "The owner declined to say whether 30 sailors had died."
    [draft] = [draft for draft in cs.extract(text) if draft.readings]
    assert draft.stance is Stance.NO_COMMENT
    assert draft.confidence >= LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed responsibility for the blast.",
        "No group has claimed responsibility for the blast.",
        "None of the men confirmed the blast.",
        "Nobody said 30 sailors were killed.",
    ],
)
def test_nobody_is_no_source(text):
    drafts = cs.extract(text)
    assert [draft.chain for draft in drafts if draft.chain] == []
    assert [draft for draft in drafts if draft.confidence >= LIKELY] == []


def test_who_pleads_not_guilty_does_not_deny_himself():
    assert cs.link(cs.extract("Weil pleaded not guilty.")).claims == ()


def test_the_year_of_an_old_fire_is_not_that_of_the_new_one():
    text = "Two sailors were killed, police said. In 2009 a fire killed 45, the Herald said."
    drafts = [draft for draft in cs.extract(text) if draft.readings]
    assert [draft.when.code if draft.when else None for draft in drafts] == [None, "2009"]
    assert "divergence" not in kinds(text)


def test_money_that_is_cut_is_no_number_of_jobs():
    text = "The council cut 120 jobs, the mayor said. The budget cuts £45m, the union said."
    assert "45 million GBP" not in " ".join(each[1] for each in told(text) if each[0] == "jobs cut")


def test_what_police_say_hours_later_updates_what_they_said():
    text = "Police said 12 people were arrested. Two hours later, police said 15 were arrested."
    assert "divergence" not in kinds(text)
    assert "revision" in kinds(text)


def test_an_earlier_attack_is_another_one():
    text = (
        "An earlier raid in Kolm killed four people, police said. The raid killed seven, he said."
    )
    assert not {"revision", "divergence"}.intersection(kinds(text))


def test_an_earlier_toll_is_of_the_same_event():
    text = (
        "Police said earlier that 4 people had been killed. Police said 7 people had been killed."
    )
    assert "divergence" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not all of the 30 sailors were freed, the owner said.",
        "Nearly all of the 30 sailors were freed, the owner said.",
        "Only 3 of the 30 sailors were freed, the owner said.",
        "The union urged that 30 sailors be freed.",
    ],
)
def test_not_all_of_a_whole_are_the_whole(text):
    assert ("released", "= 30") not in [each[:2] for each in told(text)]


def test_none_at_all_are_none():
    assert told("The owner said there had been no deaths at all.") == [
        ("killed", "= 0", Stance.ASSERTS)
    ]
    assert ("killed", "= 0", Stance.DENIES) in told("The owner denied that no one was killed.")


def test_a_level_of_earlier_in_the_day_does_not_date_the_level_of_now():
    text = "17:15\nNine people were killed, Ana Weil said, up from six earlier in the day.\n"
    nine, six = [draft for draft in cs.extract(text) if draft.measure == "killed"]
    assert nine.stamp is not None
    assert nine.stamp.startswith("17:15")
    assert (six.stamp, six.inferred) == ("earlier", ("measure",))
