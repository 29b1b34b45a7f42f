"""Who speaks, where and when, told in passing: a sentence for each rule and one against it."""

import pytest

import claimsync as cs
from claimsync.extract.drafts import REVIEW


def told(text):
    """Return each figure with who tells it."""
    drafts = cs.extract(text, said_at="2026-03-12")
    return {d.figure.text: d.chain[-1].name if d.chain else None for d in drafts if d.figure}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # two sources in one sentence
        ("According to Ana, 12 boats sank; according to Ben, 14 did.", {"12": "Ana", "14": "Ben"}),
        ("12 boats sank, according to Ana, and 14 burnt, according to Ben.",
         {"12": "Ana", "14": "Ben"}),
        ("According to the mayor 12 boats sank and according to police 14.",
         {"12": "mayor", "14": "police"}),
        ("According to Ana, 12 boats sank; another 14 burnt.", {"12": "Ana", "14": "Ana"}),
        ("12 boats sank, said the mayor; 14 boats sank, said the police.",
         {"12": "mayor", "14": "police"}),
        ("12 boats sank, the mayor said, and 14 were burnt, the police said.",
         {"12": "mayor", "14": "police"}),
        ("12 boats sank, says the landlord of the Crown; the parish says 14 did.",
         {"12": "landlord of the Crown", "14": "parish"}),
        # days before a speaker
        ("On 7 March a shell hit the quay, police said, killing 12 men.", {"12": "police"}),
        ("On 7 March, police said, 12 men died.", {"12": "police"}),
        ("Contrary to what the club had said, 12 boats sank, police said.", {"12": "police"}),
        # who holds an office
        ("The governor, Ana Roe, said 12 sank.\n\nThe mayor said 2 did. The governor said 5 burnt.",
         {"12": "Ana Roe", "2": "mayor", "5": "Ana Roe"}),
        ("Governor Ana Roe and governor Jan Poe met.\n\nThe governor said 5 boats burnt.",
         {"5": None}),
        ("The port ministry said 2 sank. The fish ministry said 3 did.\n\nThe ministry said 5.",
         {"2": "port ministry", "3": "fish ministry", "5": None}),
        # verbs that count
        ("The council, using old maps, counts 12 boats.", {"12": "council"}),
        ("The radio, citing a nurse, reported that 12 boats sank.", {"12": "nurse"}),
        ("The firm, citing its own records, said 12 boats sank.", {"12": "firm"}),
        ("A study by the port's museum found that 12 boats sank.", {"12": "port's museum"}),
        # lines without a cue
        ("Ten boats sank, the mayor said. Four crews were saved.",
         {"Ten": "mayor", "Four": "mayor"}),
        ("Ten boats sank, the mayor said. The council has 4 boats.", {"Ten": "mayor", "4": None}),
        ("The mayor declined to comment. Four crews were saved.", {"Four": None}),
        ("Ten boats sank, the mayor said. The observers put losses at 4 boats.",
         {"Ten": "mayor", "4": "observers"}),
        # claims by their noun
        ("The mayor's claim that 12 boats sank is false.", {"12": "mayor"}),
        ("The claim that 12 boats sank is false.", {"12": None}),
        # posts of one line
        ("@PortOfVell 08:05\n12 boats sank", {"12": "@PortOfVell"}),
        ("@PortOfVell 08:05\nMany boats sank.\n\nWhat we know: 12 boats sank", {"12": None}),
    ],
)  # fmt: skip
def test_who_tells_a_figure_is_found_or_left_open(text, speakers):
    assert told(text) == speakers


def test_what_a_page_denies_of_nobody_is_left_for_review():
    drafts = cs.extract("Contrary to reports that 30 people had died, police said 12 were killed.")
    assert [(d.chain == (), d.confidence == REVIEW) for d in drafts if d.figure] == [
        (True, True), (False, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Nine killed, 51 hurt as trains collide in Norra", {"Nine": "Norra", "51": "Norra"}),
        ("Four died in Lyman and nine in Sumy.", {"Four": "Lyman", "nine": "Sumy"}),
        ("In Vell, 12 people died; in Ose, three did.", {"12": "Vell", "three": "Ose"}),
        ("Two workers died in the Orsk town of Zhal.", {"Two": "Zhal"}),
        ("In Qasr at least 31 people died there.", {"at least 31": "Qasr"}),
        ("No one died in the hill districts.", {"No one": "hill districts"}),
        ("Rockets fell on the town of Karsa, killing 4 people.", {"4": "Karsa"}),
        ("Rockets fell on Monday, killing 4 people.", {"4": None}),
        ("Here is what we know: 4 people died.", {"4": None}),
    ],
)  # fmt: skip
def test_the_place_of_a_figure_is_that_of_its_clause(text, slots):
    assert {d.figure.text: d.code("place") for d in cs.extract(text) if d.figure} == slots


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In the first half of 2025 the firm lost 12 boats.", "2025-01/2025-06"),
        ("The firm lost 12 boats in the third quarter of 2025.", "2025-07/2025-09"),
        ("The firm lost 12 boats in the first half.", None),
        ("Between 4 January and 2 March the firm lost 12 boats.", "2026-01-04/2026-03-02"),
        ("The council passed a budget of £12m for 2028.", "2028"),
        ("The club expects 12 boats on 21 November.", "2026-11-21"),
        ("The firm has 12 boats, up from nine in 2021.", None),
    ],
)
def test_the_day_of_a_figure_is_read(text, code):
    drafts = [
        d for d in cs.extract(text, said_at="2026-03-12") if d.figure and "12" in d.figure.text
    ]
    assert [d.when.code if d.when else None for d in drafts] == [code]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("They shot down 74 of the drones.", ["drones shot down"]),
        ("Of the injured, 369 are in Qasr.", ["injured"]),
        (
            "Two are in a critical condition, and the other three are stable.",
            ["in critical condition", "stable"],
        ),
        ("Twenty were killed and 3 were captured.", ["killed", "captured"]),
        ("The two lists won 402 and 115 votes.", ["votes", "votes"]),
        (
            "Shares in Ahl fell 3.4 percent to 112.50 kronor.",
            ["Shares in Ahl fall", "Shares in Ahl"],
        ),
        ("Gusts of 150 km/h (93 mph) were measured.", ["Gusts", "Gusts"]),
        ("Exports came to 1.31 million last year.", ["Exports"]),
        ("• Evacuated: more than 4,000", ["evacuated"]),
        ("The stadium holds 32,000.", ["stadium holds"]),
    ],
)
def test_what_a_figure_counts_is_read_from_its_neighbours(text, measures):
    drafts = [draft for draft in cs.extract(text) if draft.figure]
    assert [draft.measure for draft in drafts][-len(measures) :] == measures


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The war ministry said 12 men died. A ministry spokeswoman said 12 men died.", "one"),
        ("The firm Nord said 12 men died. A spokesman for Nord said 12 men died.", "one"),
        ("The mayor said 12 men died. The mayor's spokesman said 12 men died.", "one"),
        (
            "12 men died, said Mira Toll, spokeswoman for the port. The port said 12 men died.",
            "one",
        ),
        ("The mayor said 12 men died. A police spokesman said 12 men died.", "two"),
    ],
)
def test_whoever_speaks_for_a_source_is_no_second_voice(text, voice):
    result = cs.reconcile(cs.link(cs.extract(text)))
    assert len(result.agreements) == (0 if voice == "one" else 1)


def test_of_two_ministries_a_bare_one_speaks_for_neither():
    claims = cs.link(cs.extract(
        "The war ministry said 3 men died. The fish ministry said 4 men died."
        " A ministry spokesman said 5 men died."
    ))  # fmt: skip
    assert not any(source.speaks_for for source in claims.context.sources)
