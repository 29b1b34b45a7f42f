"""Whom a pronoun or an office means: persons x what they do x how it goes on."""

from itertools import product

import pytest

from claimsync.extract.extractor import extract

WOMEN = {
    "A spokeswoman for the ministry": "spokeswoman for the ministry",
    "A ministry spokeswoman": "ministry spokeswoman",
    "Ms Roe": "Roe",
    "Interior minister Helga Roe": "Helga Roe",
    "Helga Roe, the head of the port,": "Helga Roe",
    "The mother of one boy": "mother of one boy",
}
MEN = {
    "a spokesman for the army": "spokesman for the army",
    "Mr Lind": "Lind",
    "Mayor Henrik Lind": "Henrik Lind",
    "the chairman of the board": "chairman of the board",
}
ANY = {"a fire officer": "fire officer", "a nurse who asked not to be named": "nurse"}
TOLD = (
    "{} said 9 people had died.",
    "Kolm Radio, quoting {}, reported that 9 people had died.",
    "Nine people had died, according to {}.",
    "“Nine people died,” {} said.",
)
DOES = (
    "denied that.",
    "declined to comment on the figure.",
    "disagreed.",
    "gave another number.",
    "could not confirm the number.",
)
GOES_ON = (
    "“There is no such number. We lost 14 boats,” she told the Kolm Post.",
    "She said 14 boats were lost.",
    "“Fourteen boats were lost,” she said.",
    "14 boats were lost, she said.",
    "According to her, 14 boats were lost.",
)


def teller(text):
    """Return who tells of 14 boats; None for nobody."""
    [one] = [d for d in extract(text) if d.figure and d.figure.text.lower() in {"14", "fourteen"}]
    return one.chain[-1].name if one.chain else None


def upper(text):
    """Return a text with a capital."""
    return text[0].upper() + text[1:]


def his(text):
    """Return a text of a man."""
    return text.replace(" she ", " he ").replace("She ", "He ").replace(" her,", " him,")


@pytest.mark.parametrize(("told", "does"), list(product(TOLD, DOES)))
@pytest.mark.parametrize("goes_on", GOES_ON)
def test_she_is_the_woman_named_last_and_nobody_named_before_her(told, does, goes_on):
    for other, (she, name) in zip(MEN | ANY, WOMEN.items(), strict=True):
        assert teller(f"{upper(told.format(other))} {she} {does} {goes_on}") == name


@pytest.mark.parametrize(("woman", "man"), list(product(WOMEN, MEN)))
@pytest.mark.parametrize("goes_on", GOES_ON)
def test_of_two_who_spoke_a_pronoun_means_the_one_whose_sex_it_tells(woman, man, goes_on):
    former = f"{woman} said 8 had died. {upper(man)} said 9 had died. {goes_on}"
    latter = f"{upper(man)} said 8 had died. {woman} said 9 had died. {his(goes_on)}"
    assert (teller(former), teller(latter)) == (WOMEN[woman], MEN[man])


@pytest.mark.parametrize("goes_on", GOES_ON)
@pytest.mark.parametrize(
    "both",
    [
        "Mayor Anna Roe said Governor Eva Kerr had told her that 9 had died.",
        "A spokeswoman for the army said 8 had died, and a spokeswoman for the port said 9 had.",
        "Mayor Roe Lee said 9 had died. Neither of the two ministers would comment.",
    ],
)
def test_where_two_fit_nobody_is_named(both, goes_on):
    assert teller(f"{both} {goes_on}") is None


@pytest.mark.parametrize("office", ["governor", "mayor", "minister", "president", "commissioner"])
@pytest.mark.parametrize(
    "ends", ["The {} said 14 boats were lost.", "14 boats were lost, said the {}."]
)
def test_an_office_is_who_was_named_so_unless_two_were(office, ends):
    said = ends.format(office)
    named = f"{upper(office)} Bo Lind denied the report. Coach Tom Kerr said 9 had died."
    two = f"{upper(office)} Bo Lind met {office} Eva Kerr."
    deputy = f"Deputy {office} Bo Lind denied the report."
    assert [teller(f"{first} {said}") for first in (named, two, deputy)] == [
        "Bo Lind",
        None,
        office,
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Army doctors said 9 had died. Rescuers denied this. They said", "Rescuers"),
        ("Kolm Radio said 9 had died. A spokeswoman for the port denied it. It said", "port"),
        ("Ana Roe runs a port. The Kolm Echo said 9 had died. She said", "Ana Roe"),
        ("The port was shut, the union said. On Monday it said", "union"),
        ("The head of the rescue service, Ana Roe, has spoken. She said", "Ana Roe"),
        ("The ship's captain, 61, was saved. He said", "ship's captain"),
        ("Kolm manager Carla Moss has been asked about it. She said", "Carla Moss"),
    ],
)
def test_who_is_meant_need_not_have_spoken(text, name):
    assert teller(f"{text} 14 boats were lost.") == name
