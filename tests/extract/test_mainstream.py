"""What pages of news agencies and papers take for granted, in sentences of our own."""

from __future__ import annotations

import pytest

import claimsync as cs


def figures(text, **known):
    """Return each figure with its measure and its place."""
    return {d.figure.text: (d.measure, d.code("place")) for d in cs.extract(text, **known)
            if d.figure is not None}  # fmt: skip


def speakers(text):
    """Return each figure with who tells it."""
    return {d.figure.text: d.chain[-1].name if d.chain else None for d in cs.extract(text)
            if d.figure is not None}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They are aged between 19 and 63.", set()),
        ("Children between the ages of 6 and 11 were given 40 doses.", {"40"}),
        ("The law will raise the pension age from 64 to 67.", {"from 64 to 67"}),
        ("Two bombs killed 12 people.", {"12"}),
        ("Three storms in a week have left 40 people dead.", {"40"}),
        ("Two explosions were reported.", {"Two"}),
        ("Since the start of 2027 police have arrested 40 people.", {"40"}),
    ],
)
def test_spans_of_age_and_what_happens_are_no_figures(text, told):
    assert set(figures(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ferry sinking leaves 12 dead as rescuers wait for calmer seas", {"12": None}),
        ("Some died, police said.\n\nAt the pier on Monday, a queue of 120 cars stretched back.",
         {"120": None}),
        ("Nine died, police said.\n\nSome 900 officers took part.",
         {"Nine": "police", "Some 900": None}),
        ("Nine died, police said.\n\nAt least 46 others were hurt.",
         {"Nine": "police", "At least 46": "police"}),
        ("The bank, citing security concerns, said 12 branches were closed.", {"12": "bank"}),
        ("The paper, citing a nurse, said 12 people died.", {"12": "nurse"}),
        ("The ministry said its inspectors had confirmed 14 deaths.", {"14": "ministry"}),
        ("Nine died, the regional governor said.\n\nGov. Ana Roe said 12 were hurt.",
         {"Nine": "Ana Roe", "12": "Ana Roe"}),
        ("Nine died, the foreign minister said.\n\nInterior Minister Bo Lind said 12 were hurt.",
         {"Nine": "foreign minister", "12": "Bo Lind"}),
        ("An officer, who was not authorised to speak to the media, gave the toll as 52.",
         {"52": "officer"}),
    ],
)  # fmt: skip
def test_nobody_speaks_who_does_not(text, told):
    assert speakers(text) == told


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Asked about the releases, a spokeswoman declined to give details.", "the releases"),
        ("Pressed on the cost of the hall, the club refused to give a figure.",
         "the cost of the hall"),
        ("The mayor would not say whether it leaked, citing an inquiry.", "it leaked"),
        ("The ministry declined to give details of the raid.", "the raid"),
    ],
)  # fmt: skip
def test_what_somebody_is_silent_on_is_what_was_asked(text, target):
    [draft] = [one for one in cs.extract(text) if one.stance.withholds]
    assert draft.measure == target


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The flood killed 12 people and injured 30 in Vik.",
         {"12": ("killed", "Vik"), "30": ("injured", "Vik")}),
        ("Alder County Sheriff Bo Lind said 8,200 people in the county were evacuated.",
         {"8,200": ("evacuated", "Alder County")}),
        ("The union counted 40 damaged trucks in Kolm. The ministry's inspectors found 12 there.",
         {"40": ("trucks damaged", "Kolm"), "12": ("trucks damaged", "Kolm")}),
        ("Forty were hurt. Thirty of them were taken to hospital in Kolm and ten to one in Vik.",
         {"Forty": ("injured", "in all"), "Thirty": ("injured", "Kolm"),
                      "ten": ("injured", "Vik")}),
        ("Police said a cap of 900 set by the council was kept.", {"900": ("cap", None)}),
    ],
)  # fmt: skip
def test_what_and_where_are_taken_from_what_was_just_told(text, told):
    assert figures(text) == told


def test_kin_measures_are_one_where_the_numbers_add_up():
    text = "Police arrested 39 people. The judge said 27 were held in Kolm and 12 in Vester."
    measures = {claim.question.measure for claim in cs.link(cs.extract(text)).claims}
    assert measures == {"arrested"}
    text = text.replace("39", "40")
    assert len({claim.question.measure for claim in cs.link(cs.extract(text)).claims}) == len("AB")
