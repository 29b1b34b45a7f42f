"""Wordings of everyday news: what is no figure, what adds up, what is told against what."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import EARLIER


def figures(text):
    """Return the figures that a text tells, as they are written."""
    return [draft.figure.text for draft in cs.extract(text, said_at="2026-03-12") if draft.figure]


def found(text):
    """Return kind and basis of what is found in a text, but what only one source says."""
    claims = cs.link(cs.extract(text, said_at="2026-03-12"))
    told = {(str(one.kind), str(one.basis)) for one in cs.reconcile(claims).findings}
    return told - {("non-confirmation", "single origin")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A five-storey hostel burned, killing 12.", ["12"]),
        ("The 120-seat theatre sold 40 tickets.", ["120", "40"]),
        ("The pilot, a mother of three, saved 12 people.", ["12"]),
        ("Most of the 12 arrested are 17 or 18.", ["the 12"]),
        ("The youngest of the 12 dead was 11.", ["12"]),
        ("There were 60 people on the two ferries.", ["60"]),
        ("The two ferries carried 60 people.", ["two", "60"]),
        ("A crash between three lorries hurt 12 people.", ["12"]),
        ("Floods killed 12 people in four provinces.", ["12"]),
        ("Wells ran dry in four provinces.", ["four"]),
        ("Two doses protect 97% of children.", ["97"]),
        ("Two doses were stolen.", ["Two"]),
    ],
)
def test_what_a_sentence_takes_for_granted_is_no_figure(text, told):
    assert [figure.removeprefix("the ") for figure in figures(text)] == [
        figure.removeprefix("the ") for figure in told
    ]


def test_places_that_add_up_are_the_parts_of_a_whole():
    text = (
        "Nine people were killed nationwide, the rescue service said. The mayor of Kolm said four "
        "people were killed in Kolm. Police said {} people were killed in Vester."
    )
    assert ("agreement", "aggregation") in found(text.format("five"))
    assert ("agreement", "aggregation") not in found(text.format("three"))


def test_a_part_told_alone_is_no_more_than_the_whole():
    text = (
        "The ministry said 38 people had died.\n\nThe charity Wellspring said 61 people had died "
        "in Belar{}.\n"
    )
    assert ("divergence", "part exceeds whole") in found(text.format(" alone"))
    assert ("divergence", "part exceeds whole") not in found(text.format(""))


def test_a_figure_told_against_another_is_of_the_same_thing():
    text = (
        "The ministry said 64 enemy drones had been shot down.\n\n{} Only 22 drones had been shot "
        "down, a navy officer said."
    )
    assert ("divergence", "value") in found(text.format("The navy disputes that."))
    assert ("divergence", "value") not in found(text.format("The navy has its own count."))


def test_who_tells_of_its_own_deeds_tells_of_nobody_elses():
    text = "{} says it shot down 12 drones.\n\nThe navy says 40 drones were shot down."
    assert ("divergence", "value") not in found(text.format("Dravonia"))


def test_a_stance_is_that_of_its_own_clause():
    text = "The prefect said 3,000 farms were affected and that payments {} on 2 April."
    [told] = [draft for draft in cs.extract(text.format("would begin")) if draft.figure]
    assert (str(told.stance), told.when) == ("asserts", None)


def test_what_had_been_said_last_week_is_what_was_said_earlier():
    text = "The board said 12 had died.\n\nLast week the board {} the toll at nine."
    assert [draft.stamp for draft in cs.extract(text.format("had put"))] == [None, EARLIER]


def test_an_admitted_mistake_makes_the_next_figure_a_correction():
    text = (
        "12:00\nTwelve people have died, the board said.\n\n13:00\nThe board says it made a "
        "mistake. Ten people have died, not 12 as it announced.\n"
    )
    assert ("revision", "correction") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people died, but the union said 14 did.",
        "Organisers said 40,000 people marched. Police said only 12,000 did so.",
        "The army put the number of dead at 12; the rebels put it at 40.",
        "The toll rose by three to 12, police said. The union said it was 14.",
    ],
)
def test_who_tells_another_number_of_the_same_diverges(text):
    assert found(text) == {("divergence", "value")}


def test_where_something_happened_is_not_counted_against_where_else():
    text = (
        "Roe said that observers had been turned away at 31 polling stations. The council said it"
        " had received such reports from 12 polling stations."
    )
    assert not {kind for kind, _ in found(text)} & {"divergence", "agreement"}


def test_a_headline_forces_thousands_and_kills_nine():
    drafts = cs.extract("Wildfire in Kolm kills 9 and forces thousands from their homes")
    assert [draft.measure for draft in drafts] == ["killed", "displaced"]


def test_what_was_added_is_not_the_whole():
    claims = cs.link(cs.extract("The number of missing fell by four to 20, the mayor said."))
    assert [str(claim.readings[0].figure) for claim in claims.claims] == ["= 20"]


def test_what_two_say_of_themselves_is_not_one_question():
    of_each = "Osmar Dale said he would not run again. Ivo Marn said he would run again."
    of_one = (
        "The union said the mayor would not attend the talks. The mayor said he would attend them."
    )

    assert ("divergence", "polarity") not in found(of_each)
    assert ("divergence", "polarity") in found(of_one.replace("them", "the talks"))


@pytest.mark.parametrize("turn", ["accused the army of it", "insisted it was safe", "blamed it"])
def test_a_denial_ends_where_its_speaker_turns_on_others(turn):
    [denied] = [
        draft
        for draft in cs.extract(f"The navy denied that its ship had fired on the boat and {turn}.")
        if str(draft.stance) == "denies"
    ]
    assert denied.measure == "its ship had fired on the boat"


def test_numbers_that_happen_to_add_up_leave_no_larger_part_out():
    text = (
        "The ministry said 27 people had died in Mardonia. Nine people died in Karst, it said."
        " Eleven people died in Upper Sarn, the council said. Five died in Orlen, police said."
        " Three died in Vell. The mayor of Telm said 10 people died in Telm."
    )
    assert ("agreement", "aggregation") not in found(text)


def test_fighters_are_no_children_and_civilians():
    text = (
        "Raids on Orvik killed 17 people, including five children, the ministry said. Rebels said"
        " 12 civilians had been killed. The army said it had killed 17 fighters."
    )
    claims = cs.link(cs.extract(text))
    assert not any("fighters =" in str(one) for one in claims.context.partitions)


def test_a_mark_of_quoting_is_no_sign():
    [draft] = [one for one in cs.extract("> The mayor said 9 people were killed.") if one.figure]
    assert str(draft.readings[0]) == "= 9"


def test_a_headline_echoes_its_own_page_only():
    pages = [
        cs.extract("Police said eight people died in Sarn.", outlet="Courier"),
        cs.extract("Eight dead in Sarn\n\nEight died in Sarn, the mayor said.", outlet="Herald"),
    ]
    claims = cs.link(pages[0] + pages[1])
    assert [claim.attribution.voice for claim in claims.claims] == ["Courier", "Herald", "Herald"]
