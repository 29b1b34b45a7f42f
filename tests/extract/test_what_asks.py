"""What asks for a figure: nothing asks of who does it, of things for people, or off its subject."""

from __future__ import annotations

import pytest

import claimsync as cs
from claimsync.extract.drafts import REVIEW


def told(text):
    """Return the figures of a text with their measures, those left for review under a mark."""
    return [
        f"{one.figure.text} {one.measure}{'?' * (one.confidence <= REVIEW)}"
        for one in cs.extract(text, said_at="2026-03-12")
        if one.readings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who does it, and to whom it is done
        ("Three masked men had abducted her.", ["Three masked men?"]),
        ("Twelve guards arrested the thief at his home.", ["Twelve guards?"]),
        ("Twelve guards were arrested this week.", ["Twelve arrested"]),
        ("Some 258 members have paid $135 for it.", ["Some 258 members?", "$135 paid"]),
        # things, for verbs of people
        ("Twelve meetings were held in Kolm.", ["Twelve meetings held"]),
        ("A group of banks holding 800,000 car loans sued.", ["800,000 car loans?"]),
        ("The band released 12 new songs.", ["12 new songs?"]),
        ("The goalkeeper saved two penalties.", ["two penalties?"]),
        ("The army evacuated 12 villages.", ["12 villages?"]),
        ("The mayor cut two ribbons.", ["two ribbons?"]),
        ("The mill cut 90 posts.", ["90 jobs cut"]),
        ("The police are holding 12 men.", ["12 detained"]),
        ("Gunmen took 12 pipers hostage.", ["12 kidnapped"]),
        # words that ask only on a page about such things
        ("Three teenagers returned from a fishing trip.", ["Three teenagers?"]),
        ("The sides agreed a swap. Norra said 40 soldiers came home.", ["40 people exchanged"]),
        ("The maker has seen one case in which a wheel came off.", ["one case?"]),
        ("The outbreak began in May. There were 40 cases.", ["40 infected"]),
        ("Police found 22 bodies buried in a wood.", ["22 bodies found"]),
        # what only describes, or says whose share it is
        ("It calls for a 70% replacement of lost pay.", ["70 replacement?"]),
        ("The union counts 40 cooks in closed canteens.", ["40 cooks?"]),
        ("A third of the barns damaged in May have been repaired.",
         ["A third barns repaired share"]),
        # tried, and not done
        ("The crew was unable to rescue 12 sailors.", ["12 rescued?"]),
        ("Divers rescued 12 sailors.", ["12 rescued"]),
        # who some of the harmed are
        ("The blast wounded 40 people, among them 12 protesters.", ["40 injured", "12 injured"]),
        ("The raid left 56 dead, including 15 hostages who were shot.",
         ["56 killed", "15 killed"]),
        # where, and to what
        ("The minimum wage will be raised to $9 an hour.", ["$9 pay"]),
        ("Wages fell 0.9% in May.", ["0.9 pay fall"]),
        ("Police seized 40 kilos of high-grade opium.", ["40 high-grade opium"]),
        ("The Kolm index fell 80 to 7,180. The Varde index lost 33.",
         ["80 Kolm index fall", "7,180 Kolm index", "33 ?"]),
    ],
)  # fmt: skip
def test_a_term_asks_only_of_what_is_done_and_to_whom(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial had 846 witnesses, 152 guards were sentenced.",
         ["846 witnesses?", "152 convicted"]),
        ("Some 40 boats, 12 planes and 300 men were sent.",
         ["Some 40 boats sent", "12 planes sent", "300 men sent"]),
        ("The army shot down 31 drones and jammed 12.", ["31 drones shot down", "12 drones?"]),
        ("The clinic treated 40 people and turned away 12.", ["40 treated", "12 people?"]),
        ("The storm destroyed 40 barns and damaged 12.",
         ["40 barns destroyed", "12 barns damaged"]),
        ("Norra said it freed 157 captives, Osk said it got 150.",
         ["157 released", "150 released"]),
    ],
)  # fmt: skip
def test_a_short_figure_goes_on_with_a_verb_only_if_it_has_none_of_its_own(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spending would total 412 billion crowns and revenue 391 billion.",
         ["412 billion spending", "391 billion revenue"]),
        ("Sales were 3.1 billion euros, costs 2.8 billion and profit 210 million.",
         ["3.1 billion sales", "2.8 billion cost", "210 million profit"]),
        ("Joblessness rose to 5.2% and inflation 3.1%.", ["5.2 joblessness", "3.1 inflation"]),
        ("Exports reached 41 tonnes, imports 38 tonnes.", ["41 exports", "38 imports"]),
        ("Turnout stood at 52%, compared with 49% before.", ["52 turnout", "49 turnout?"]),
    ],
)  # fmt: skip
def test_the_next_level_is_that_of_its_own_noun(text, expected):
    assert [one.casefold() for one in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill passed with 212 votes for, 140 against and 12 abstentions.",
         ["212 votes for", "140 votes against", "12 abstentions"]),
        ("The council voted 27 to 22 in favour.", ["27 votes for", "22 votes against"]),
        ("Members rejected it by 61 votes to 44.", ["61 votes against", "44 votes for"]),
        ("There were 212 votes for the mayor.", ["212 votes?"]),
    ],
)  # fmt: skip
def test_votes_for_and_against_are_two_questions(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        # a share of output is no rival of the sum, and the sum is gone on with
        ("The gap was 12 billion euros, or 2.1% of GDP, she said. The bank put it at 14 billion.",
         ["value"]),
        ("The deficit was 12 billion euros, the ministry said. The bank said it was 2.1% of GDP.",
         []),
        ("There were 212 votes for, the chair said. There were 140 votes against, the clerk said.",
         []),
        ("The bridge would cost 12 million euros, the city said; the union says 20 million.",
         ["value"]),
        ("The strike cost 1,200 jobs, the union said. The firm said it cost 900 jobs.", ["value"]),
        ("Inspectors visited 40 farms, shut six and warned nine.", []),
    ],
)  # fmt: skip
def test_only_answers_to_one_question_diverge(text, bases):
    found = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12"))).divergences
    assert [str(one.basis) for one in found] == bases


def test_each_of_two_has_a_spread_and_no_name():
    [one] = cs.extract("Norra and Osk each freed 175 captives.")
    assert one.readings[0].spread is not None
    assert one.code("subject") == "Norra and Osk"


@pytest.mark.parametrize(
    "text",
    [
        "Dockers stopped work at six o’clock.",
        "Shelling went on until six in the morning.",
        "The victims, ages 6 and 9, were at home.",
        "The stalls at 12 Mill Street burned down.",
        "At 14 she left for the coast.",
        "Kolm beat Telm by two goals to one.",
        "The tax hits households making more than $200,000.",
        "The paper heard it from a clerk, citing two managers.",
        "Two Post reporters at the scene saw officers fire.",
        "The country’s three largest ports were shut.",
    ],
)
def test_hours_ages_houses_scores_brackets_and_witnesses_are_no_figures(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police opened fire on six protesters.", ["six protesters?"]),
        ("The hostages are 49 bank employees.", ["49 bank employees?"]),
        ("Some 2,000 guards surrounded demonstrators.", ["Some 2,000 guards?"]),
        ("The bank has 900 employees.", ["900 people employed"]),
        ("About 12,000 visitors came to the fair.", ["About 12,000 attendance"]),
        ("The site had 496 million unique visitors.", ["496 million unique visitors?"]),
        ("The rise in the minimum wage would affect 2.3 million cooks.", ["2.3 million cooks?"]),
        ("The four brothers fled the jail.", ["four brothers?"]),
        ("More than 80,000 people fled the fighting.", ["More than 80,000 displaced"]),
        ("Some 500 doses were thrown away.", ["Some 500 doses?"]),
        ("He left without paying a bill of 12 million euros.", ["12 million paid?"]),
        ("The index closed up 71 points.", ["71 points?"]),
        ("The museum received 80,000 visitors.", ["80,000 attendance"]),
        ("The ride was supervised by two camp employees.", ["two camp employees?"]),
        ("Two of the men turned out to have warrants.", ["Two men?"]),
        ("The boat had eight people on board; three people reached shore.",
         ["eight on board", "three people?"]),
        # called for, and not done
        ("Rallies to free the 2,700 hostages took place.", ["2,700 released?"]),
        ("The union called for the release of 40 captives.", ["40 released?"]),
        ("The ministry announced the release of 40 captives.", ["40 released"]),
    ],
)  # fmt: skip
def test_people_named_by_what_they_are_are_counted_where_nothing_else_is_told_of_them(
    text, expected
):
    assert told(text) == expected
