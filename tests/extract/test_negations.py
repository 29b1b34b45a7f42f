"""What a *not*, an *almost* or an *and* reaches: figures that are denied, left open, or told."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import REVIEW
from claimsync.model.stance import Stance


def told(text):
    """Return measure, figure, stance and last speaker of each figure that is no matter of doubt."""
    return [
        (draft.measure, draft.figure.text, draft.stance, draft.chain[-1].name)
        for draft in cs.extract(text)
        if draft.readings and draft.confidence > REVIEW
    ]


def voices(text):
    """Return the whole chain of each figure."""
    return [
        (draft.figure.text, *(one.name for one in draft.chain))
        for draft in cs.extract(text)
        if draft.readings
    ]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The owner said the pier was not closed and 12 sailors were injured.", "injured"),
        ("The owner said the offer was not enough and demanded 12 million euros.", "asked for"),
        ("The owner said the notice was not true and that 12 sailors were injured.", "injured"),
        ("The owner said the pier was not closed but 12 sailors were injured.", "injured"),
    ],
)
def test_a_not_does_not_reach_into_another_clause(text, measure):
    assert [(each[0], each[2]) for each in told(text)] == [(measure, Stance.ASSERTS)]


@pytest.mark.parametrize(
    "text",
    [
        "The owner said he did not injure 12 sailors and kill 30 guests.",
        "The owner said it was not true that 12 sailors were injured and 30 guests were injured.",
    ],
)
def test_a_not_reaches_all_of_its_own_clause(text):
    assert [each[2] for each in told(text)] == [Stance.DENIES, Stance.DENIES]


def test_what_happened_instead_is_told():
    text = "Twelve sailors were not killed but injured, the owner said."
    assert told(text) == [("injured", "Twelve", Stance.ASSERTS, "owner")]


@pytest.mark.parametrize(
    "text",
    [
        "The owner said 12 sailors were almost killed.",
        "The storm nearly killed 12 sailors, the owner said.",
        "Twelve sailors narrowly escaped being killed, the owner said.",
        "Twelve sailors thought to have been killed were found alive, the owner said.",
        "The owner said 12 sailors were feared killed.",
        "The owner said 12 sailors were killed or wounded.",
        "The owner said 12 sailors were no longer missing.",
        "The owner said 12 sailors were unvaccinated.",
        "The owner said 12 sailors were not rescued.",
    ],
)
def test_what_falls_short_of_a_measure_is_left_for_review(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The owner said 12 sailors in nearly new coats were killed.",
        "The owner said 12 sailors were killed and nearly all boats sank.",
        "The owner said 12 sailors were killed or 4 more than in May.",
    ],
)
def test_what_does_not_fall_short_is_told(text):
    assert told(text)[:1] == [("killed", "12", Stance.ASSERTS, "owner")]


def test_a_denied_figure_comes_out_once():
    drafts = cs.extract("The owner said the 12 sailors were not killed.")
    assert [(draft.measure, draft.stance) for draft in drafts] == [("killed", Stance.DENIES)]


def test_a_negated_figure_is_no_divergence_of_a_speaker_with_himself():
    drafts = cs.extract("The owner said 12 sailors were not rescued.")
    assert [draft.stance for draft in drafts if draft.readings] == [Stance.DENIES]
    assert len(drafts) == 1


@pytest.mark.parametrize("word", ["created", "new", "safe", "saved", "added", "advertised"])
def test_jobs_that_are_not_cut_are_no_jobs_cut(word):
    assert told(f"The owner said 200 jobs were {word}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The owner said 200 jobs were cut.",
        "The owner said 200 jobs would go.",
        "The owner will cut 200 jobs, he said.",
        "The owner said the yard closed with the loss of 200 jobs.",
    ],
)
def test_jobs_that_go_are_jobs_cut(text):
    assert "jobs cut" in [draft.measure for draft in cs.extract(text) if draft.readings]


def test_workers_are_not_launched_but_rockets_are():
    assert told("The union said 300 workers were fired.") == []
    assert [each[0] for each in told("The army said 300 rockets were fired.")] == [
        "rockets launched"
    ]


def test_a_share_of_cases_is_no_number_of_infected():
    measures = [
        [draft.measure for draft in cs.extract(text) if draft.readings]
        for text in (
            "Boats arrived late in a third of cases, the owner said.",
            "The clinic said there were 300 cases.",
        )
    ]
    assert "infected" not in measures[0]
    assert measures[1] == ["infected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner said 12 sailors were killed and police said nine.",
         [("12", "owner"), ("nine", "police")]),
        ("The owner said 12 sailors were killed but police said nine sailors were killed.",
         [("12", "owner"), ("nine", "police")]),
        ("Unlike the police, who said 20 sailors were killed, the owner said 12 were.",
         [("20", "police"), ("12", "owner")]),
        ("The owner said 12 sailors were killed, not 20 as police had claimed.",
         [("12", "owner"), ("20", "police")]),
    ],
)  # fmt: skip
def test_voices_that_are_joined_do_not_cite_each_other(text, expected):
    assert voices(text) == expected


def test_who_tells_what_another_one_told_cites_him():
    text = "The owner said that a boat had sunk and that police said nine sailors were killed."
    assert voices(text) == [("nine", "owner", "police")]
