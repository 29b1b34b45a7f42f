"""Forms of pages: entries with a clock time, tables in lines, talks in turns, sums, corrections."""

import pytest

import claimsync as cs
from claimsync.extract.figures.portions import RULES as PORTIONS
from claimsync.extract.text.structure import blocks
from tests.extract.fired import fires_on_its_example_alone


def figures(text, **known):
    """Return origin, measure and figure of what is judged."""
    return [
        (claim.attribution.origin, claim.question.measure, str(claim.readings[0].figure))
        for claim in cs.link(cs.extract(text, **known)).claims
        if claim.readings
    ]


def findings(text, **known):
    """Return kind and basis of what is found."""
    found = cs.reconcile(cs.link(cs.extract(text, **known))).findings
    return {(str(each.kind), str(each.basis)) for each in found}


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("15:05 Six people were hurt.", "15:05"),
        ("15:05 “Six were hurt,” he said.", "15:05"),
        ("09.15 CLASHES IN KOLM", "09.15"),
        ("15:05 GMT Six people were hurt.", "15:05 GMT"),
        ("15:05 people were hurt.", None),
        ("3.50 Euros is the price.", None),
        ("25:70 Six people were hurt.", None),
    ],
)
def test_a_clock_time_alone_opens_an_entry(line, stamp):
    assert blocks(line)[-1].said_at == stamp


def test_a_later_entry_of_one_voice_updates_an_earlier_one():
    page = "15:05 Six people were hurt, police said.\n\n14:10 Four people were hurt, police said.\n"
    assert ("revision", "update") in findings(page)


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("• Tally: 12 dead", "unknown"),
        ("Toll: 12 dead", "unknown"),
        ("• Police: 12 dead", "Police"),
        ("Meridian tally: 12 dead", "Meridian tally"),
    ],
)
def test_a_label_that_names_what_is_told_is_no_source(line, origin):
    assert figures(line) == [(origin, "killed", "= 12")]


def test_a_headline_that_runs_into_a_name_is_no_source():
    page = (
        "Blast kills 12 in Kolm Police said 12 people were killed. The mayor said 14 were killed."
    )
    assert {origin for origin, *_ in figures(page)} <= {"mayor"}


@pytest.mark.parametrize(
    "page",
    [
        "**Lee:** We lost 12 boats.\n\n**Marta Roos:** No.\n",
        "Lee: We lost 12 boats.\n\nRoos: I see.\n\nLee: Yes.\n",
        "LEE: We lost 12 boats.\n",
    ],
)
def test_a_turn_of_a_talk_is_its_speakers(page):
    assert [origin.casefold() for origin, *_ in figures(page)] == ["lee"]


@pytest.mark.parametrize("page", ["Update: We lost 12 boats.", "Q: We lost 12 boats."])
def test_a_label_that_is_no_name_opens_no_turn(page):
    assert [origin for origin, *_ in figures(page)] in ([], ["unknown"])


def test_a_number_answers_how_many():
    page = "Q: How many boats were lost?\nA: Twelve, the guard says. The owners say fourteen.\n"
    assert figures(page) == [("guard", "boats lost", "= 12"), ("owners", "boats lost", "= 14")]
    assert ("divergence", "value") in findings(page)


def test_a_number_under_another_question_answers_nothing():
    page = "Q: Why were boats lost?\nA: Twelve, the guard says. The owners say fourteen.\n"
    assert figures(page) == []


def test_days_add_up():
    page = (
        "The fair drew 90 visitors, the club said: 30 on Friday, 40 on Saturday and 20 on Sunday."
        " The city counted 60 in all."
    )
    found = findings(page, said_at="2027-09-06")
    assert ("agreement", "aggregation") in found
    assert ("divergence", "value") in found


def test_days_that_do_not_add_up_are_no_parts():
    page = (
        "The fair drew 95 visitors, the club said: 30 on Friday, 40 on Saturday and 20 on Sunday."
    )
    assert ("agreement", "aggregation") not in findings(page, said_at="2027-09-06")


def test_what_several_did_adds_up():
    page = (
        "Of those saved, 61 were picked up by fishing boats, 45 by the coast guard and three by a"
        " helicopter, Jon Aske said: 109 in all."
    )
    assert ("agreement", "aggregation") in findings(page)


@pytest.mark.parametrize(
    "page",
    [
        "An earlier version of this article said 14 people had been killed. That was wrong.",
        "Police earlier said 14 people had been killed. That figure was incorrect.",
    ],
)
def test_what_the_next_sentence_takes_back_is_retracted(page):
    claims = cs.link(cs.extract(page))
    assert ("revision", "retraction") in findings(page)
    assert [str(claim.stance) for claim in claims.claims] == ["asserts", "retracts"]


def test_what_the_next_sentence_bears_out_is_not_retracted():
    page = "Police earlier said 14 people had been killed. That was clear."
    assert ("revision", "retraction") not in findings(page)


def test_what_a_source_walks_back_and_tells_anew_is_an_update():
    page = (
        "Superintendent Lise Vang told the court of it. Vang walked back a statement that Odd had"
        " acted with five helpers. “We know of two,” she said."
    )
    assert ("revision", "update") in findings(page)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Two of the rescued died in hospital, the mayor said.", []),
        ("Two of the dead had left the hall, the mayor said.", []),
        ("Two of our own volunteers are among the dead, the mayor said.", []),
        ("Two people died, the mayor said.", [("mayor", "killed", "= 2")]),
    ],
)
def test_some_of_those_counted_are_not_all_of_them(text, measured):
    plain = [
        each
        for each, claim in zip(figures(text), cs.link(cs.extract(text)).claims, strict=True)
        if not claim.question.dimensions
    ]
    assert plain == measured


@pytest.mark.parametrize("rule", PORTIONS, ids=lambda rule: rule.id)
def test_a_portion_is_worked_out_where_its_whole_is_told(rule):
    fires_on_its_example_alone(rule)


def test_a_place_that_only_one_page_states_makes_no_divergence():
    texts = (
        "Twelve people were killed in Lyman, the governor said.",
        "The ministry said 40 people were killed.",
    )
    drafts = [draft for text in texts for draft in cs.extract(text)]
    found = cs.reconcile(cs.link(drafts)).findings
    assert "divergence" not in {str(each.kind) for each in found}
