"""Orders of words in which somebody is said to say something, and those in which nobody is."""

import random

import pytest

from claimsync.extract.stances.attributions import attributions
from claimsync.extract.text.cues import CUES
from claimsync.extract.text.structure import blocks
from claimsync.model.stance import Stance


def read(text):
    return attributions(text, blocks(text))


def told(text):
    """Return who says what, by the names of the chain."""
    return [(one.chain, [text[a:b] for a, b in one.content]) for one in read(text) if one.cue]


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        # what somebody thinks, without *that*
        ("Villagers fear 30 goats are lost.", ("Villagers",), ["30 goats are lost"]),
        ("The vet believes the herd caught it.", ("vet",), ["the herd caught it"]),
        ("Traders agreed it was worth nine crowns.", ("Traders",), ["it was worth nine crowns"]),
        ("The vet is sure 30 goats can be saved.", ("vet",), ["30 goats can be saved"]),
        ("The vet was adamant that none died.", ("vet",), ["that none died"]),
        ("The vet made it clear that none died.", ("vet",), ["that none died"]),
        # documents
        ("Data from the abbey show wine sales fell.", ("abbey",), ["wine sales fell"]),
        (
            "Figures drawn up in May by the abbey show that two wells ran dry.",
            ("abbey",),
            None,
        ),
        ("Monks at the abbey of Orl found nine wells were dry.", ("Monks",), None),
        # judgements and wishes
        ("The guild called for cutting the fee to 4 crowns.", ("guild",), None),
        ("The judge charged two smiths with taking 90 nails.", ("judge",), None),
        ("The abbot urged farmers to sell 30 goats.", ("abbot",), ["farmers to sell 30 goats"]),
        ("The bank cut its harvest forecast to 3 tons.", ("bank",), None),
        # passives, and what is passed on
        ("The loss was put at 30 goats by the vet.", ("vet",), ["The loss", "at 30 goats"]),
        ("Nine births were reported by the abbey.", ("abbey",), ["Nine births"]),
        ("The abbot quoted the vet as saying 30 died.", ("abbot", "vet"), ["30 died"]),
        ("The vet was quoted by Orl Radio as saying 30 died.", ("Orl Radio", "vet"), ["30 died"]),
        ("“Thirty died,” the vet was quoted as saying by Orl Radio.", ("Orl Radio", "vet"), None),
        # beside and behind
        ("As the vet put it, 30 goats were a herd.", ("vet",), ["30 goats were a herd"]),
        ("“Thirty is a herd,” as one vet put it.", ("one vet",), ["“Thirty is a herd,”"]),
        ("By its own count, the abbey lost nine casks.", (), ["the abbey lost nine casks"]),
        ("The road was shut, with monks saying nine slid.", ("monks",), ["nine slid"]),
        ("Said Ada Orl: “Nine slid.”", ("Ada Orl",), ["“Nine slid.”"]),
        ("The wells were dry, noted Orl's Ada Renn.", ("Ada Renn",), ["The wells were dry"]),
        ("The abbey's own figure is nine casks.", ("abbey",), ["nine casks"]),
        ("A letter from the abbot says nine slid.", ("abbot",), ["nine slid"]),
        ("Warnings from the vet that 30 were ill went round.", ("vet",), None),
        # where what is told begins and ends
        ("Ada Orl told the panel she had sold 30 goats.", ("Ada Orl",), ["she had sold 30 goats"]),
        ("The bank told clients this week it had lost 30.", ("bank",), ["it had lost 30"]),
        ("The abbey, which says it has nine wells, sold two.", ("abbey",), ["it has nine wells"]),
        ("The abbey announced the sale of nine wells, keeping 30.", ("abbey",), None),
        (
            "Nine wells ran dry, according to the abbey, and 30 more were low.",
            ("abbey",),
            ["Nine wells ran dry", "30 more were low"],
        ),
        (
            "The vet reported that Orl lost 30 goats; Renn lost nine; Ham lost two.",
            ("vet",),
            ["that Orl lost 30 goats; Renn lost nine; Ham lost two"],
        ),
        ("“We sold nine,” Ada Orl said, not naming the town that sold 30.", ("Ada Orl",), None),
        # plans, estimates and quoted talks
        (
            "Under the abbot's plan, nine wells would be dug.",
            ("abbot",),
            ["nine wells would be dug"],
        ),
        ("The abbot's plan would shut nine wells.", ("abbot",), ["would shut nine wells"]),
        ("The vet's estimate of 30 sick goats was kept.", ("vet",), None),
        ("Rising rents could close nine shops, Ada Orl said in her talk.", ("Ada Orl",), None),
        ('"ORL: Nine slid.\n\n"RENN: We saw 30.', ("RENN",), ["We saw 30."]),
        ("The bank forecasts growth of 3 percent.", ("bank",), ["growth of 3 percent"]),
        ("The bank forecast growth of 3 percent.", ("bank",), ["growth of 3 percent"]),
        ("The mill projected a loss of 9 crowns.", ("mill",), ["a loss of 9 crowns"]),
        ("The mill gave the loss as 9 crowns.", ("mill",), ["the loss as 9 crowns"]),
        ("The vet's tally stands at 30.", ("vet",), ["at 30"]),
        # who hears, and who is named beside
        ("The inquest was told that nine slid.", ("inquest",), ["that nine slid"]),
        ("The inquest heard Ada Orl had slid.", ("inquest",), ["Ada Orl had slid"]),
        ("Nine slid, per the vet.", ("vet",), ["Nine slid"]),
        ("In the view of the vet, nine is a herd.", ("vet",), ["nine is a herd"]),
        # sources
        ("Ada Orl, 59, of Renn, Md., who saw it, said nine slid.", ("Ada Orl",), ["nine slid"]),
        ("Ada Orl this week said nine slid.", ("Ada Orl",), ["nine slid"]),
        ("The abbey on Friday said nine slid.", ("abbey",), ["nine slid"]),
        ("Neighbours gathered by the well said nine slid.", ("Neighbours",), ["nine slid"]),
        ("”Nine slid. Two did not.” — Ada Orl", ("Ada Orl",), None),
    ],
)
def test_somebody_is_said_to_say_something(text, chain, content):
    found = told(text)

    assert chain in [names for names, _ in found]
    if content is not None:
        assert (chain, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Those states were poor, and nine wells ran dry.",
        "Nine of the wells found in Orl were dry.",
        "One of the savings plans that your bank offers pays 9 crowns.",
        "Prices rose by 0.2 points to 30 crowns.",
        "The judge was confirmed by the senate.",
        "The goats were fed by noon, and nine were sold.",
        "The vet found 30 goats and was looking for nine more.",
        "It was clear that nine wells were dry.",
        "The abbey's plan to dig nine wells failed.",
        "The mill gave 9 crowns to the abbey, per person.",
        "The project was nine years late.",
    ],
)
def test_nobody_is_said_to_say_anything(text):
    assert told(text) == []


def test_a_figure_behind_an_aside_that_another_speaks_of_is_not_its():
    text = "Nine slid, the vet said, and the abbot counted 30."
    assert told(text)[0] == (("vet",), ["Nine slid"])


def test_what_was_sold_is_all_that_was_announced():
    text = "The abbey announced the sale of nine wells, keeping 30."
    assert told(text) == [(("abbey",), ["the sale of nine wells"])]


def test_what_hangs_on_a_quotation_is_not_quoted():
    text = "“We sold nine,” Ada Orl said, not naming the town that sold 30."
    assert told(text)[0] == (("Ada Orl",), ["“We sold nine,”"])


def test_who_is_contradicted_and_speaks_is_named_without_it():
    text = "The abbot said nine slid, contradicting police, who said 30."
    assert [names for names, _ in told(text)] == [("abbot",), ("police",)]


def test_a_reply_ends_what_was_said_before():
    text = "She said nine would go, and when asked, the old smith replied, “It is two.”"
    assert told(text)[1] == (("old smith",), ["“It is two.”"])


def test_a_paragraph_that_looks_back_to_a_year_is_nobodys():
    text = "The union said 40 people lost work.\n\nIn 2019, 54 people died."
    assert [one.inferred for one in read(text)] == [False]


def test_what_a_plan_would_do_is_expected():
    assert [one.stance for one in read("Under Orl's plan, nine wells would be dug.")] == [
        Stance.EXPECTS
    ]


WORDS = [*CUES, *(
    'the a mayor Ana Roe , . : ; “ ” " ’s that which who whose by from of to and but is was'
    " been has will not 12 2019 in on Monday this week last year own its his forecast estimate"
    " figure confident clear sure it made quoted as saying said says claims report statement"
    " according ( ) — Md put more people one half there with noted"
).split()]  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_no_run_of_cues_breaks_the_reading(seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(100):
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 18)))
        for one in read(text):
            assert all(0 <= start < end <= len(text) for start, end in one.content)
