"""What a figure counts, put together from parts: shares of a vote, parts of a whole, counts anew.

Every frame meets every kind of thing, so that no combination is left to chance.
"""

from itertools import product

import pytest

from claimsync.extract.drafts import LIKELY
from claimsync.extract.extractor import extract


def figures(text):
    """Return the drafts of a text that hold a figure."""
    return [draft for draft in extract(text, said_at="2026-03-12") if draft.figure is not None]


# {A}, {B} and {C} are who stand for a vote, {1}, {2} and {3} their shares.
CONTESTS = (
    ("The poll put {A} at {1}, {B} at {2} and {C} at {3}.", "poll share"),
    ("A survey by Demos puts {A} on {1}, {B} on {2} and {C} on {3}.", "poll share"),
    ("The poll has {A} on {1}, {B} on {2} and {C} on {3}.", "poll share"),
    ("The exit polls gave {A} {1}, {B} {2} and {C} {3}.", "poll share"),
    ("The count gives {A} {1}, {B} {2} and {C} {3}.", "vote share"),
    ("In the first round {A} won {1}, {B} {2} and {C} {3}.", "vote share"),
    ("{A} took {1}, {B} {2} and {C} {3}.", "vote share"),
    ("{A} won with {1}, ahead of the rest. {B} came second with {2}. {C} came third with {3}.",
     "vote share"),
    ("{A} led with {1} on Sunday night. {B} are on {2}. {C} were at {3}.", "vote share"),
    ("{A} won {1} of the vote, {B} {2} and {C} {3}.", "vote share"),
)  # fmt: skip
NAMES = (
    ("Oduya", "Calloway", "Tamsin Roe"),
    ("the Greens", "the Liberals", "the Social Democrats"),
    ("Labour", "the Green Left", "the Farmers' Party"),
)
SHARES = (("51%", "40%", "9%"), ("48.2 percent", "30 percent", "21.8 percent"))


@pytest.mark.parametrize(
    ("frame", "names", "shares"),
    list(product(CONTESTS, NAMES, SHARES)),
    ids=lambda each: str(each[0]),
)
def test_a_share_of_the_vote_is_somebodys(frame, names, shares):
    said, measure = frame
    for sign, name in zip("ABC", names, strict=True):
        said = said.replace(f"{{{sign}}}", name)
    for sign, share in zip("123", shares, strict=True):
        said = said.replace(f"{{{sign}}}", share)
    text = "Voters went to the polls.\n\n" + ". ".join(
        part[:1].upper() + part[1:] for part in said.split(". ")
    )

    told = figures(text)
    assert [draft.measure for draft in told] == [measure] * 3
    assert [draft.code("subject") for draft in told] == [
        name.removeprefix("the ").replace("Farmers'", "Farmers") for name in names
    ]
    assert all(draft.readings[0].unit == "%" for draft in told)


@pytest.mark.parametrize("lead", ["at", "on"])
def test_a_bare_number_in_a_list_of_shares_is_a_share(lead):
    told = figures(
        f"A poll puts the Reds {lead} 19 percent, the Greens {lead} 11 and Roe {lead} 6."
    )

    assert [str(draft.readings[0]) for draft in told] == ["= 19 %", "= 11 %", "= 6 %"]
    assert [draft.code("subject") for draft in told] == ["Reds", "Greens", "Roe"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Turnout was 64%.", "Turnout"),
        ("Inflation is at 5%.", "Inflation"),
        ("Unemployment stood at 7%, a poll on Monday showed.", "Unemployment"),
        ("Rents in Kolm stood at 12%.", "Rents in Kolm"),
        ("Kolm Steel won a 38% stake.", "stake"),
        ("The bank gives savers 3%.", "savers"),
        ("Support for the Greens stood at 12 percent.", "Support for Greens"),
    ],
)
def test_not_every_share_is_one_of_a_vote(text, measure):
    assert [draft.measure for draft in figures(f"The election is near.\n\n{text}")] == [measure]


# {P} is how many, {W} of how many, {N} are what is counted, {V} what happened to some of them.
PORTIONS = (
    "{P} of {W} {N} were {V}.",
    "{P} of the {W} {N} were {V}.",
    "Of {W} {N}, {P} were {V}.",
    "Of the {W} {N}, {P} were {V}.",
    "The storm {V} {P} of {W} {N}.",
    "The storm {V} {P} of the {W} {N}.",
    "Police said {P} of {W} {N} had been {V}.",
)
HAPPENED = (
    ("drones", "destroyed", "drones destroyed"),
    ("homes", "damaged", "homes damaged"),
    ("bridges", "closed", "bridges closed"),
    ("miners", "killed", "killed"),
    ("sailors", "injured", "injured"),
)
SOME_OF = (("36", "40"), ("nine", "12"), ("120", "300"))


@pytest.mark.parametrize(("frame", "told", "of"), list(product(PORTIONS, HAPPENED, SOME_OF)))
def test_what_happens_to_some_happens_to_the_part(frame, told, of):
    noun, verb, measure = told
    said = frame.replace("{N}", noun).replace("{V}", verb)
    text = said.replace("{P}", of[0]).replace("{W}", of[1])
    text = text[0].upper() + text[1:]

    read = {draft.figure.text.casefold(): draft for draft in figures(text)}
    assert read[of[0]].measure == measure
    assert read[of[0]].confidence >= LIKELY
    assert read[of[1]].measure != measure


# How a figure is told anew, of what was counted just before.
ANEW = (
    "The union arrived at {F}.",
    "A second firm also arrives at {F}.",
    "The institute assumes {F}.",
    "In April the institute had predicted {F}.",
    "“We are talking about {F},” said Ana Roe.",
)
BEFORE = (
    ("Turnout was 64.8 percent, the commission said.", "61.2 percent", "turnout"),
    ("Profit rose to 40 million euros, the firm said.", "35 million euros", "profit"),
    ("The gap came to €11.5 billion, the council said.", "€9 billion", "gap"),
)
COUNTED = (
    ("The state says 12,000 jobs were cut.", "9,400", "jobs cut"),
    ("Police said 5,200 people were arrested.", "7,100", "arrested"),
)


@pytest.mark.parametrize(("frame", "before"), list(product(ANEW, BEFORE)))
def test_a_level_is_told_anew_of_what_it_was(frame, before):
    first, second = figures(f"{before[0]} {frame.replace('{F}', before[1])}")

    assert (first.measure.casefold(), second.measure.casefold()) == (before[2], before[2])


@pytest.mark.parametrize(
    ("frame", "before"), list(product([*ANEW[:3], "A tally lists {F}."], COUNTED))
)
def test_a_count_is_told_anew_of_the_same(frame, before):
    first, second = figures(f"{before[0]} {frame.replace('{F}', before[1])}")

    assert (first.measure, second.measure) == (before[2], before[2])


@pytest.mark.parametrize("verb", ["brought in", "cost", "would lose", "raised"])
@pytest.mark.parametrize("names", [("Machines", "services", "spare parts"),
                                   ("Schools", "roads", "regional transport")])  # fmt: skip
def test_a_list_goes_on_with_the_verb_of_its_first(verb, names):
    one, two, three = names
    told = figures(f"{one} {verb} €3 billion, {two} €1.9 billion and {three} €1.3 billion.")

    assert len({draft.measure for draft in told}) == 1 != len(told)
    assert [draft.code("subject") for draft in told] == list(names)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There were 112 people on board. The coast guard rescued 71 of them.", "them"),
        ("Six people were caught. Three of them worked their way free.", "of them"),
        ("He took £3m. About £1.2m of it was spent on property.", "it"),
        ("Doctors found 63 infections. Of these, 41 died.", "these"),
    ],
)
def test_a_part_is_of_those_that_were_told_of(text, words):
    assert figures(text)[-1].noun.text == words


@pytest.mark.parametrize(
    "text",
    [
        "Police said 14 people were arrested, nine of them for theft and five for fraud.",
        "He took £3m. About £2m of it was spent on houses and £900,000 on yachts.",
    ],
)
def test_a_part_never_stands_for_the_whole(text):
    whole, *_, last = figures(text)

    assert whole.confidence >= LIKELY
    assert last.confidence < LIKELY or last.code("part") not in {None, whole.code("part")}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Crews shot down 71 drones; 19 more were lost and six hit their targets.",
         ["drones shot down", "drones lost", "drones"]),
        ("Three schools never opened, monitors said. Police said they were aware of only one.",
         ["schools", "schools"]),
        ("The cure is a savings package worth €6.2 billion.", ["savings package"]),
        ("The ring is worth €6,000.", ["worth"]),
        ("Revenue rose to €1.92bn, well short of the €2.05bn that analysts had expected.",
         ["Revenue", "Revenue"]),
        ("The firm spoke of 5 buses a day. It now speaks of three.", ["buses", "buses"]),
        ("The selloff wiped €22bn off the firm's market value.", ["market value fall"]),
        ("The strike knocked 3% off rents.", ["rents fall"]),
        ("Voss shares ended the day 9.4% lower at €548.20.", ["Voss shares fall", "Voss shares"]),
        ("Voss shares, which had been steady for weeks, closed 2% higher at €60.",
         ["Voss shares rise", "Voss shares"]),
        ("Interest payments will eat up €17 billion, up from €12 billion.",
         ["Interest payments", "Interest payments"]),
        ("The storm killed 12 people and set off a search for nearly 20 more.",
         ["killed", "missing"]),
    ],
)  # fmt: skip
def test_what_takes_money_away_and_what_is_sought_is_read(text, measures):
    assert [draft.measure for draft in figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The county will close schools with fewer than 70 pupils.", []),
        ("A third of the 96 schools have fewer than 70 pupils.", ["A third", "96"]),
        ("The school has fewer than 70 pupils.", ["fewer than 70"]),
        ("Police arrived with more than 70 officers.", ["more than 70"]),
        ("Those who are in line by eight may vote.", []),
        ("The toll fell by eight.", ["eight"]),
        ("Rovers fought back from two goals down.", []),
        ("Rovers scored two goals.", ["two"]),
        ("Two of the survivors disputed this.", []),
        ("Two of the survivors died.", ["Two"]),
        ("On day 418 of the war a shell killed 12 people.", ["a", "12"]),
        ("The vote would be painful for all three partners.", []),
        ("The fire destroyed all three homes.", ["three"]),
    ],
)
def test_a_bound_an_hour_and_a_score_count_nothing(text, told):
    read = [draft.figure.text for draft in figures(text)]

    assert [each for each in read if each != "a"] == [each for each in told if each != "a"]


def test_infections_are_picked_up_somewhere_and_nobody_is_rescued():
    told = figures("Tests confirmed 63 infections. Of these, 41 were picked up in Brae, 17 in Ose"
                   " and five abroad.")  # fmt: skip

    assert [draft.measure for draft in told] == ["infected"] * 4
    assert [draft.code("place") for draft in told[1:]] == ["Brae", "Ose", "abroad"]
