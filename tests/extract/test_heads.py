"""What a figure is of: the noun behind it, the subject of its verb, or what was counted before."""

from __future__ import annotations

import pytest

import claimsync as cs

DAY = "2028-05-14"
# A text, and for each figure its number and what it is of.
READ = [
    # units that are parts of others
    (
        "Orla Mills will pay 412 pence a share, the firm said.",
        [("412", "paid", "= 4.12 GBP per share")],
    ),
    (
        "The bank cut its rate by 25 basis points.",
        [("25", "rate fall", "= 0.25 percentage point")],
    ),
    ("A boy was swept 300m downstream.", [("300", "distance", "= 300 m")]),
    # bounds
    (
        "The gap was never less than two miles.",
        [("never less than two", "gap", ">= 2 mile")],
    ),
    ("The tanker came within 300 metres of a ferry.", [("within 300", "distance", "<= 300 m")]),
    ("The queue was never more than 12 km.", [("never more than 12", "queue", "<= 12 km")]),
    # the subject of the verb, over what is told of it between commas
    (
        "Core inflation, which strips out energy, stood at 5.1%.",
        [("5.1", "Core inflation", "= 5.1 %")],
    ),
    (
        "The bed shortage, a worry for every ward, came to 4%.",
        [("4", "bed shortage", "= 4 %")],
    ),
    ("Shares in Brant closed at 12 euros.", [("12", "Shares in Brant", "= 12 EUR")]),
    ("The crown was little changed at 11.32 to the euro.", [("11.32", "crown", "= 11.32")]),
    (
        "The jobless rate was 4% in May. It fell to 3.5% in June.",
        [("4", "jobless rate", "= 4 %"), ("3.5", "jobless rate", "= 3.5 %")],
    ),
    # a level and the one that it is compared with
    (
        "Exports were 12 million tonnes, up from 9 million tonnes in 2024.",
        [
            ("12 million", "Exports", "= 12 million tonne"),
            ("9 million", "Exports", "= 9 million tonne"),
        ],
    ),
    (
        "Revenue came to 40 million euros, down from 51 million euros.",
        [
            ("40 million", "Revenue", "= 40 million EUR"),
            ("51 million", "Revenue", "= 51 million EUR"),
        ],
    ),
    (
        "Some 40mm of rain fell on Friday. On Saturday, 15mm fell.",
        [("Some 40", "rain fall", "~ 40 mm"), ("15", "rain fall", "= 15 mm")],
    ),
    # what has a price
    ("The council backed a €40m loan.", [("€40m", "loan", "= 40 million EUR")]),
    ("Kolm council agrees €40m loan", [("€40m", "loan", "= 40 million EUR")]),
    ("The firm promised savings of €9m.", [("€9m", "savings", "= 9 million EUR")]),
    ("Drivers want a rise of 9%.", [("9", "rise asked for", "= 9 %")]),
    ("The state will provide the €5m.", [("€5m", "provide", "= 5 million EUR")]),
    # parts of a whole that has an owner
    (
        "Three of Norra's five bridges were closed.",
        [("Three", "bridges closed", "= 3"), ("five", "bridges", "= 5")],
    ),
    (
        "Some 18 of the club's 25 players died.",
        [("Some 18", "killed", "~ 18"), ("25", "players", "= 25")],
    ),
    (
        "The mayor told reporters that 40 of the city's 210 buses were damaged.",
        [("40", "buses damaged", "= 40"), ("210", "buses", "= 210")],
    ),
    # votes, and sides of a survey
    (
        "The motion fell by 61 votes to 44 shortly before noon.",
        [("61", "votes against", "= 61"), ("44", "votes for", "= 44")],
    ),
    (
        "In a poll by Alder, 41 per cent were against and 9 per cent undecided.",
        [("41", "against", "= 41 %"), ("9", "undecided", "= 9 %")],
    ),
    # what was told before
    (
        "The railway expects 5,000 commuters to switch. The union thinks only 2,000 will do so.",
        [("5,000", "commuters", "= 5,000"), ("only 2,000", "commuters", "= 2,000")],
    ),
    (
        "Police say 250 fans were in the hall. The club said it had let “no more than 100” in.",
        [("250", "fans", "= 250"), ("no more than 100", "fans", "<= 100")],
    ),
    (
        "Some 800 homes lost power. The remaining 200 will be helped on Friday.",
        [("Some 800", "without power", "~ 800"), ("200", "without power", "= 200")],
    ),
    (
        "The fire killed 37 people, it said.\n\nThe breakdown, by region: 22 in Brae, 15 in Ose.",
        [("37", "killed", "= 37"), ("22", "killed", "= 22"), ("15", "killed", "= 15")],
    ),
    (
        "Fifty people were injured. Thirty were treated in Kolm and the other 20 were flown out.",
        [
            ("Fifty", "injured", "= 50"),
            ("Thirty", "injured", "= 30"),
            ("20", "injured", "= 20"),
        ],
    ),
    # nouns that the vocabulary knows, behind "the number of"
    (
        "Counters put the number of marchers at 9,000.",
        [("9,000", "attendance", "= 9,000")],
    ),
    (
        "The agency puts the number of people killed at 29 in its morning note.",
        [("29", "killed", "= 29")],
    ),
    ("None of the crew was hurt.", [("None", "injured", "= 0")]),
    ("A clerk stole €1.3m.", [("€1.3m", "stole", "= 1.3 million EUR")]),
    (
        "It got €2m, a little over a fifth of what it needs.",
        [("€2m", "got", "= 2 million EUR"), ("a little over a fifth", "need share", "> 20 %")],
    ),
    (
        "The river rose to 7.2 metres, 30 centimetres below the record.",
        [("7.2", "river", "= 7.2 m"), ("30", "centimetres", "= 30 cm")],
    ),
    # who is told to do something is no speaker, and a share none either
    (
        "A fire chief gave another number: 140 people reported missing in Brae were not found.",
        [("140", "missing", "= 140")],
    ),
    (
        "Of those asked, 38% backed the plan, 45% opposed it.",
        [("38", "backed", "= 38 %"), ("45", "opposed", "= 45 %")],
    ),
    ("Two in five nurses plan to leave.", [("Two in five", "nurses", "= 40 %")]),
    (
        "The court heard he had stolen €84,000.",
        [("€84,000", "stolen", "= 84,000 EUR")],
    ),
    (
        "It once served eight towns. Now it serves 23.",
        [("eight", "towns", "= 8"), ("23", "towns", "= 23")],
    ),
    ("The navy seized 12 boats.", [("12", "boats seized", "= 12")]),
    ("They won five of their last six games.", [("five", "games", "= 5"), ("six", "games", "= 6")]),
    (
        "The mayor, who won 48% of the vote, declined to comment.",
        [("48", "vote share", "= 48 %")],
    ),
]
# Numbers that tell how things were, and count nothing.
COUNTS_NOTHING = [
    "The firm was founded in 1868 by two brothers.",
    "The two sides met in Vell.",
    "The choir was run by three nuns until 2001.",
    "It was passed after two failed attempts.",
    "It is a relief after three straight defeats.",
    "“It is over,” said Ana Roe, clutching two tickets.",
    "The bridge shut when one of its cables snapped.",
    "It was seen as one of the most remote ports.",
    "Last modified 16.10",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_figure_is_of_what_its_sentence_or_the_one_before_tells(text, expected):
    drafts = [draft for draft in cs.extract(text, said_at=DAY) if draft.figure is not None]
    told = [(draft.figure.text, draft.measure, str(draft.readings[0])) for draft in drafts]
    assert told == expected


@pytest.mark.parametrize("text", COUNTS_NOTHING)
def test_numbers_of_makers_tries_and_scenes_are_no_figures(text):
    assert [draft for draft in cs.extract(text, said_at=DAY) if draft.figure is not None] == []


@pytest.mark.parametrize("who", ["fire chief", "police spokeswoman"])
def test_who_opens_a_sentence_is_the_pronoun_at_its_end(who):
    text = f"The mayor, Jo Amberg, said 64 were missing. A {who} had another number: 140, she said."
    *_, last = cs.extract(text, said_at=DAY)
    assert (last.figure.text, [one.name for one in last.chain]) == ("140", [who])
