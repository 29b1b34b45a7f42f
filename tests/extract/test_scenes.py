"""Where it happened: events x what they did x what stands between, and what leads to a figure."""

from itertools import product

import pytest

from claimsync.extract.extractor import extract

EVENTS = (
    ("A fire broke out at a textile factory in Karst on Tuesday.", "Karst"),
    ("A gas explosion tore through an apartment block in Karst on Tuesday.", "Karst"),
    ("Gunmen attacked a village near Karst overnight.", "near Karst"),
    ("A road bridge collapsed in Karst on Tuesday evening.", "Karst"),
    ("A strong earthquake struck Karst on Tuesday.", "Karst"),
    ("Drones hit Karst and set a depot alight overnight.", "Karst"),
    ("A passenger train derailed outside Karst on Tuesday.", "outside Karst"),
    ("A ferry capsized off Karst on Tuesday.", "off Karst"),
    ("The town of Karst came under heavy shelling on Tuesday.", "Karst"),
    ("The city of Karst was hit by a powerful storm on Tuesday.", "Karst"),
)
DONE = (
    "At least 12 people were killed, police said.",
    "Police said 12 people had died.",
    "Twelve bodies were recovered from the rubble.",
    "Another 30 people were injured, according to the health ministry.",
    "About 40 homes were destroyed.",
    "Some 3,000 residents were evacuated.",
    "Around 3,000 homes were left without power.",
    "Twelve people died at the scene.",
)
BETWEEN = ("", "The mayor, Ana Roe, called it a tragedy.", "The president spoke in Tull.")


def place(text):
    """Return the place of the only figure."""
    [draft] = [one for one in extract(text, said_at="2026-03-12") if one.figure is not None]
    return draft.code("place")


@pytest.mark.parametrize(("event", "where"), EVENTS, ids=lambda part: part)
def test_what_is_done_is_where_it_happened(event, where):
    for done, between, gap in product(DONE, BETWEEN, (" ", "\n\n")):
        text = gap.join(part for part in (event, between, done) if part)
        assert place(text) == where, text


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A quake struck Karst on Tuesday, killing 12 people.", "Karst"),
        ("Rescuers worked in Karst all night.\n\nA raid on Karst had killed 12 people.", "Karst"),
        ("A raid on Talib killed 12 people.", None),  # who is raided may be no place
        ("A storm hit Karst and Tull. Twelve people were killed.", None),
        ("A fire broke out in Karst.\n\nA bus crashed in Tull.\n\nTwelve people died.", None),
        ("A fire broke out in Karst. The firm employs 900 people.", None),
        ("Shells hit the town of Karst. The army has lost 12 men, the general said in Tull.", None),
    ],
)
def test_where_several_places_or_none_are_told_nothing_is_carried(text, where):
    assert place(text) == where


def test_an_entry_is_about_the_place_of_its_heading():
    text = (
        "12:40\nExplosion in Karst\nAt least nine people are dead, police say.\n\n"
        "12:10\nDrones over Tull\nThree people were hurt, the mayor says.\n"
    )
    drafts = extract(text, said_at="2026-03-12")
    assert [draft.code("place") for draft in drafts] == ["Karst", "Tull"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Karst, 12 people died, in Tull five.", ["Karst", "Tull"]),
        ("Rallies were held in Karst, where police saw 90 people, and in Tull, where 60 marched.",
         ["Karst", "Tull"]),
        ("In the suburb of Lower Karst some 300 people are waiting outside a school.",
         ["Lower Karst"]),
        ("Medics in Karst, in the south of Sarel, say five people were killed.", ["Karst"]),
        ("The storm killed 14 people in three states.", ["three states"]),
        ("A bus crashed in Karst. Five people were hurt. Another 12 were taken to Tull General.",
         ["Karst", "Tull General"]),
        ("Under the deal signed in Karst, 12 prisoners are to be freed.", [None]),
        ("Karst said five people were hurt. Nine were killed in Karst.", [None, "Karst"]),
    ],
)  # fmt: skip
def test_each_figure_has_the_place_that_leads_to_it(text, places):
    drafts = extract(text, said_at="2026-03-12")
    assert [draft.code("place") for draft in drafts if draft.figure is not None] == places
