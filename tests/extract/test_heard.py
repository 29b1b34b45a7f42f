"""Who is heard where a sentence tells of several: put together from parts, so that classes show."""

from itertools import product

import pytest

from claimsync.extract.extractor import extract


def told(text, said_at="2030-08-01"):
    """Return each figure with who tells it, origin last, and how."""
    drafts = extract(text, said_at=said_at)
    return {
        d.figure.text: (d.chain[-1].name if d.chain else None, d.stance.value)
        for d in drafts
        if d.figure
    }


def takers(text):
    """Return who takes which stance on what is no figure."""
    drafts = extract(text, said_at="2030-08-01")
    return [(d.chain[-1].name if d.chain else None, d.stance.value) for d in drafts if not d.figure]


def _named(told_by, name):
    """Return whether a speaker is named so, role or not."""
    return told_by is not None and name in told_by


ASIDES = (
    "whose party holds 41 of the seats,",
    "who acts for 26 of the families,",
    "who has led the 310-strong crew since May,",
    "a widow with three sons,",
)
TELLS = (
    "{S}, {A} said 17 homes were lost.",
    "{S}, {A} says 17 homes were lost.",
    "{S}, {A} told reporters that 17 homes were lost.",
    "“17 homes were lost,” said {S}, {A}",
    "17 homes were lost, said {S}, {A}",
)


@pytest.mark.parametrize(
    ("frame", "aside", "name"),
    list(product(TELLS, ASIDES, ("Ana Roe", "Mayor Ana Roe", "Solicitor Ana Roe"))),
)
def test_what_is_told_of_a_speaker_does_not_hide_the_name(frame, aside, name):
    text = frame.replace("{S}", name).replace("{A}", aside)
    text = text[:-1] + "." if text.endswith(",") else text
    assert _named(told(text)["17"][0], "Ana Roe")


BESIDE = ("short of", "well below", "above", "compared with", "beating", "against")
FORESEERS = (
    ("the €2.05bn that analysts polled by Datum had expected", "analysts"),
    ("the €2.05bn analysts had been expecting", "analysts"),
    ("the €2.05bn which the union had forecast", "union"),
    ("the €2.05bn Kolm Bank had predicted", "Kolm Bank"),
    ("the €2.05bn expected by economists", "economists"),
    ("the €2.05bn forecast by Kolm Bank", "Kolm Bank"),
)


@pytest.mark.parametrize(("beside", "foreseen"), list(product(BESIDE, FORESEERS)))
def test_what_others_foresaw_is_theirs_alone(beside, foreseen):
    found = told(f"Revenue in the quarter came to €1.92bn, {beside} {foreseen[0]}.")
    assert found["€1.92bn"] == (None, "asserts")
    assert _named(found["€2.05bn"][0], foreseen[1])
    assert found["€2.05bn"][1] == "expects"


CHANGES = ("raised its forecast for the year", "lowered its outlook", "cut its sales forecast")
LINKS = ("after", "as", "because", "when")


@pytest.mark.parametrize(("change", "link"), list(product(CHANGES, LINKS)))
def test_why_a_forecast_was_changed_is_the_pages_own_word(change, link):
    found = told(f"Tool maker Halvorn {change} on Thursday {link} orders fell 8% to €1.92bn.")
    assert set(found.values()) == {(None, "asserts")}
    assert len(found) == len(("8%", "€1.92bn"))


SILENCES = (
    ("would not comment on", "no comment"),
    ("declined to discuss", "no comment"),
    ("said it knew nothing of", "unaware"),
)
OF_ITSELF = (
    "plans to sell its plant in Orm, where 740 people work",
    "a sale of its plant in Orm, which employs 740 people",
    "the fire at its plant in Orm, in which 740 people died",
)


@pytest.mark.parametrize(("silence", "of"), list(product(SILENCES, OF_ITSELF)))
def test_what_is_told_of_a_thing_is_not_what_nobody_speaks_to(silence, of):
    text = f"The company {silence[0]} {of}."
    assert told(text)["740"] == (None, "asserts")
    assert takers(text) == [("company", silence[1])]


ANSWERS = (
    ("a figure that the ministry was unable to confirm", ("ministry", "cannot verify")),
    ("a number the ministry could not verify", ("ministry", "cannot verify")),
    ("a claim the army would not comment on", ("army", "no comment")),
    ("a claim the army denied", ("army", "denies")),
)
CLAIMS = ("Volunteer medics said they had treated 140 men", "The rebels say they have lost 140 men")


@pytest.mark.parametrize(("claim", "answer"), list(product(CLAIMS, ANSWERS)))
def test_who_answers_beside_a_claim_does_not_make_it(claim, answer):
    text = f"{claim}, {answer[0]}."
    assert told(text)["140"][0] in {"Volunteer medics", "rebels"}
    assert answer[1] in takers(text)


SHOWN = ("internal papers", "laboratory tests", "satellite images", "documents")


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize(
    "frame", ["The colonel said {D} showed 40 tanks.", "{D} showed 40 tanks, the colonel said."]
)
def test_things_without_a_maker_say_nothing_beside_who_tells_of_them(shown, frame):
    text = frame.replace("{D}", shown if frame.startswith("The") else shown.capitalize())
    assert told(text)["40"][0] == "colonel"


VERBS = ("shot back", "shrugged", "sobbed on Tuesday", "quipped", "snapped in reply")


@pytest.mark.parametrize(("verb", "name"), list(product(VERBS, ("Weill", "Ana Roe", "the baker"))))
def test_any_verb_behind_a_quotation_tells_who_speaks(verb, name):
    text = f"The levy would raise €4bn, Mira Solt argued. “We lost 12 houses,” {name} {verb}."
    assert told(text)["12"][0] == name.removeprefix("the ")
    assert told(text)["€4bn"][0] == "Mira Solt"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a noun in the plural is no verb that counts
        ("Hallam was convicted of 19 counts of fraud and two of theft.", {"19": None, "two": None}),
        ("Fifteen reports of theft and 12 of fraud were filed.", {"Fifteen": None, "12": None}),
        # who goes on counting
        (("Joram Fell says 14 people were held. This morning the ministry was still speaking of six"
         " arrests."), {"14": "Joram Fell", "six": "ministry"}),
        # another time is told by the page itself
        ("The rescue service counts 17 dead. In the whole of last winter there were twelve deaths.",
         {"17": "rescue service", "twelve": None}),
        (("The army swapped 40 men, according to a Kolm Radio tally. At the last swap, in March,"
         " 28 men were freed."), {"40": "Kolm Radio tally", "28": None}),
        # surveys and counts
        ("With most ballots counted, the electoral commission has Rafe Roe on 204,500 votes.",
         {"204,500": "electoral commission"}),
        ("The exit poll for TVO has Oduya on 51%.", {"51": "exit poll for TVO"}),
        ("The exit polls had given him 33%.", {"33": "exit polls"}),
        ("The landlord had given 33 men a room.", {"33": None}),
        ("Fair Count, which had men at 15 polling stations, also arrives at 64.8%.",
         {"15": None, "64.8": "Fair Count"}),
        # no comma behind who tells
        ("According to the lawyers' group Free Aid there were at least 110 arrests in Kolm.",
         {"at least 110": "lawyers group Free Aid"}),
        # a paper and who issued it
        ("The bridge cost €6bn, according to a report that the ministry published on Monday.",
         {"€6bn": "ministry"}),
        ("The bridge cost €6bn, according to a report that was published on Monday.",
         {"€6bn": "report"}),
        # who is asked answers
        (("The union counted 900, Ana Roe said. The Post asked the ministry about it. It said"
         " 400 people had come."), {"900": "Ana Roe", "400": "ministry"}),
        # whoever writes the page tells its own word
        ("By Dana Orr in Kolm\n\nDana Orr writes: Six men died, police said.", {"Six": "police"}),
    ],
)  # fmt: skip
def test_each_figure_is_told_by_whoever_tells_it(text, speakers):
    found = told(text)
    assert {figure: found[figure][0] for figure in speakers} == speakers


def test_a_lift_is_not_always_lifted():
    assert takers("Hochgrad's lift company said its warning lights had been flashing.") != [
        ("Hochgrad", "retracts")
    ]
    assert takers("The army lifted its warning.") == [("army", "retracts")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Halvorn cut its forecast on Monday after sales in the three months to June fell 8%.",
         "2030-04/2030-06"),
        ("Halvorn will close its mine in September after profit fell 8%.", None),
        ("The share of pupils who walk was 8% ten years ago.", "2020"),
    ],
)  # fmt: skip
def test_a_reason_for_what_is_to_come_keeps_its_own_date(text, when):
    [draft] = [each for each in extract(text, said_at="2030-08-01") if each.figure]
    assert (draft.when.code if draft.when else None) == when


def test_a_journal_is_no_place():
    [draft] = extract("A study in the Journal of Vector Medicine found 12 deaths in Kolm.")
    assert draft.code("place") == "Kolm"
    [draft] = extract("A study in the Vale of Vector found 12 deaths.")
    assert draft.code("place") == "Vale"
