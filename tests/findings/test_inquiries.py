"""What to ask next on real days: of whom, in which words, and what the answers lead to."""

from pathlib import Path

import pytest

from claimsync.interop.files import read
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from claimsync.report import plain_text

DAY = Path(__file__).resolve().parents[2] / "examples" / "live_blog.claims"


@pytest.fixture(scope="module")
def day():
    return reconcile(read(DAY)).ask(100)


def asked(text):
    """Return (whom, words) of all inquiries on a text."""
    return [(inquiry.whom, inquiry.words) for inquiry in reconcile(parse(text)).ask(100)]


def answers(text, whom):
    """Return the answers of one source, each with what it settles and ends and brings, by basis."""
    (inquiry,) = (each for each in reconcile(parse(text)).ask(100) if each.whom == whom)
    return [
        (
            answer.words,
            answer.tried,
            answer.settles,
            [str(lead.basis) for lead in answer.ends],
            [str(lead.basis) for lead in answer.brings],
        )
        for answer in inquiry.answers
    ]


def test_the_kremlin_is_asked_about_the_visit_first_and_ukraine_about_the_swap_next(day):
    first, second = day[:2]
    assert str(first) == "Kremlin: Is it right: 'French envoy visited Moscow' (2026-02-03)?"
    assert second.whom == "Ukraine"
    assert second.words == (
        "Is it right: 157 people exchanged for each side (swap, POW, completed)?"
    )
    assert first.settles == second.settles == (0, 1)


def test_a_yes_on_the_visit_makes_an_agreement_and_a_no_a_divergence(day):
    yes, no = day[0].answers
    assert [str(lead.kind) for lead in yes.brings] == ["agreement"]
    assert [str(lead.kind) for lead in no.brings] == ["divergence"]
    assert (yes.settles, no.settles) == (1, 0)
    assert yes.tried == (
        "Kremlin: (confirms) French envoy visited Moscow [when=2026-02-03]  updates ^peskov-visit",
    )


def test_a_single_origin_without_others_who_would_know_says_that_nobody_can_be_asked(day):
    assert (
        "Nobody else is named who would know about Russia goes on fighting [phase=under way]:"
        " it rests on Kremlin"
    ) in {inquiry.words for inquiry in day if inquiry.whom is None}
    assert [inquiry.whom for inquiry in day].index(None) > 5


SUMS = """
partition place: Ukraine >= Donetsk + Kherson
tally: injured [place=Ukraine] = 25  ^tally
Donetsk head: injured [place=Donetsk] >= 21  ^donetsk
Kherson head: injured [place=Kherson] = 5  ^kherson
"""


def test_a_source_of_a_sum_is_asked_for_what_the_others_leave():
    told = dict(asked(SUMS))
    assert list(told) == ["tally", "Donetsk head", "Kherson head"]
    assert told["tally"].endswith("25 injured (Ukraine), or is it at least 26 injured (Ukraine)?")
    assert told["Donetsk head"].endswith("or is it at most 20 injured (Donetsk)?")
    assert told["Kherson head"].endswith("or is it at most 4 injured (Kherson)?")
    stand, other = answers(SUMS, "tally")
    assert stand == (
        "yes, I stand by it", ("tally: (confirms) injured [place=Ukraine] = 25",), 0, [], [],
    )  # fmt: skip
    assert other[1:4] == (
        ("tally: injured [place=Ukraine] >= 26  corrects ^tally",), 1, ["parts exceed whole"],
    )  # fmt: skip


def test_whoever_stands_alone_is_asked_first_and_gets_the_other_positions():
    told = asked(
        "AFP: killed = 9\nReuters: killed = 8\ndpa: killed = 9\nmayor (anonymous): killed = 7"
    )
    assert told[0] == (
        "Reuters",
        "Do you stand by your word of 8 killed, or is it 7 killed or 9 killed?",
    )
    assert {whom for whom, _ in told} == {"AFP", "Reuters", "dpa"}


@pytest.mark.parametrize(
    ("text", "whom", "replies"),
    [
        ("Cy: raid\nDee: ! raid", "Dee", ["yes, I stand by it", "no, it is so"]),
        ("Cy: raid\nDee: ! raid", "Cy", ["yes, I stand by it", "no, it is not so"]),
        ("Cy: killed = 5\nDee: ! killed = 5", "Dee", ["yes, I stand by it", "no, it is so"]),
        ("Cy: killed = 5\nDee: ! killed", "Cy", ["yes, I stand by it", "no, I take it back"]),
        ("X citing Bob: lost = 5\nY citing Bob: lost = 7", "Bob", ["5 lost", "7 lost"]),
        ("Bob: killed = 5 | 6", "Bob", ["5", "6"]),
        ("Cy: no comment, he said\nDee: (no comment) raid", "Dee", ["yes", "no"]),
        ("Cy: killed = 5\nDee: killed = no information", "Dee", ["yes", "no"]),
    ],
)
def test_what_may_be_answered(text, whom, replies):
    assert [words for words, *_ in answers(text, whom)] == replies


def test_the_same_question_to_one_source_is_one_inquiry():
    told = asked("Ada: killed = 5\nBen: killed = 6\nCy: ! killed\nDee: ? killed")
    assert sorted(whom for whom, _ in told) == ["Ada", "Ben", "Cy", "Dee"]


def test_parties_are_asked_about_a_single_origin_before_other_participants():
    text = "party Ben on lost [place=n]\nAda: lost [place=n, event=raid] = 5\nCy: seen [event=raid]"
    told = asked(text)
    assert ("Ben", "Is it right: 5 lost (raid, n)?") in told
    assert ("Cy", "Is it right: 5 lost (raid, n)?") not in told


def test_unnamed_sources_are_not_asked():
    (only,) = reconcile(parse("witness (anonymous): ? raid")).ask()
    assert (only.whom, only.words, only.answers) == (
        None,
        "Nobody named can be asked about raid",
        (),
    )


def test_a_small_report_ends_with_what_to_ask_and_a_large_one_does_not():
    text = "Reuters: raid  ^r\nKremlin: ? raid"
    assert "Kremlin: Is it right: 'raid'? (settles 0 to 1 open finding)" in plain_text(
        reconcile(parse(text))
    )
    many = "\n".join([text, *(f"AFP: killed [event=e{at}] = 5" for at in range(60))])
    assert "ask next" not in plain_text(reconcile(parse(many)))


def test_what_is_not_looked_at_is_counted(monkeypatch):
    monkeypatch.setattr("claimsync.findings.inquiries.MOST_JUDGED", 10)
    found = reconcile(parse("Ada: killed = 5\nBen: killed = 6\nCy: lost = 1\nDee: ? seen")).ask()
    assert (len(found), found.left) == (2, 2)
