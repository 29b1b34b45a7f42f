"""Who is named as a source: by a name, an acronym, an office, a paper; or nobody."""

import pytest

from claimsync.extract.extractor import extract


def tellers(text):
    """Return who tells each figure; None for the page itself."""
    drafts = extract(text, said_at="2030-08-01")
    return {d.figure.text: d.chain[-1].name if d.chain else None for d in drafts if d.figure}


@pytest.mark.parametrize("verb", ["reports", "notes", "explains", "reported"])
@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("the Kolm Herald", "Kolm Herald"),
        ("Nordlys", "Nordlys"),
        ("the mayor", "mayor"),
        ("al-Noor", "al-Noor"),
        ("the Vester Times", "Vester Times"),
    ],
)
def test_who_stands_behind_any_verb_of_speech_speaks(named, name, verb):
    assert tellers(f"A landslide buried 12 cars on Sunday, {verb} {named}.")["12"] == name


@pytest.mark.parametrize("tail", ["", ", who asked not to be named"])
def test_one_of_a_kind_is_no_number(tail):
    told = f"Orders were slow, and 12 mills may close, said one miller{tail}."
    assert tellers(told)["12"] == "one miller"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ONS figures show 12 wells ran dry.", "ONS"),
        ("Data from the Met Office show that 12 wells ran dry.", "Met Office"),
        ("According to the Met Office, 12 wells ran dry.", "Met Office"),
        ("According to the agency's latest bulletin, 12 wells ran dry.", "agency"),
        ("The union's own figures put the number of dry wells at 12.", "union"),
        ("An audit released on Monday said 12 wells ran dry.", "audit"),
        ("A survey in that year found 12 dry wells.", "survey"),
        ("Officials didn't say how the 12 wells ran dry.", "Officials"),
        ("The lake and river patrol said 12 wells ran dry.", "lake and river patrol"),
        (
            "After a frost that burst pipes, the board of water and power said 12 wells ran dry.",
            "board of water and power",
        ),
        ("That is a number the Kolm Herald says will reach 12.", "Kolm Herald"),
        ("Nine wells are dry, a number the ministry says will reach 12.", "ministry"),
        ("The pit is shut, the Kolm Herald reports, which says 12 wells ran dry.", "Kolm Herald"),
        ("Lind, notes the Kolm Herald, owns 12 wells.", "Kolm Herald"),
        ("Analysts had on average forecast a profit of 12 million euros.", "Analysts"),
        ("The governor of the region gave a higher number: 12.", "governor of the region"),
    ],
)
def test_a_source_is_named_whole_and_by_its_maker(said, name):
    assert tellers(said)[next(key for key in tellers(said) if "12" in key)] == name


@pytest.mark.parametrize(
    "said",
    [
        "A comet estimated to be 12 metres wide passed.",
        "A barn valued at 12 million euros burned.",
        "The index gave up 12 points.",
        "The rowers set club records with 12 wins.",
        "Most lambs reported were under 12 weeks old.",
        "The slide buried 12 sheep, including one found today.",
        "Alder posted a profit of 9 million euros. Its shares fell 12%.",
        "The governor said 9 people had died. In the neighbouring region, 12 people were hurt.",
        "The poll has Roe on 41%. The margin of error is 12 points, it said.",
    ],
)
def test_what_no_one_can_say_is_nobodys(said):
    found = tellers(said)
    assert all(
        name is None for figure, name in found.items() if figure not in {"9 million", "9", "41"}
    )


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("The Office for Kolm Trade (OKT) said 9 died.", "The OKT", "Office for Kolm Trade"),
        ("Bo Lind, a spokesman for Alder, said 9 died.", "The spokesman", "Bo Lind"),
        ("Governor Bo Lind said 9 died.", "His office", "Bo Lind’s office"),
        ("Red Tent, a charity, said 9 died.", "The charity", "Red Tent"),
        ("The mayor said 9 died. The coroner of Vester gave a higher number: 11.", "He",
         "coroner of Vester"),
        ("Ana Roe said 9 died. Alder, which owns the pit, has 40 men.", "It", "Alder"),
    ],
)  # fmt: skip
def test_a_later_mention_is_of_who_was_named(first, then, name):
    assert tellers(f"{first} {then} said 12 were hurt.")["12"] == name


def test_a_page_without_stops_names_no_absurd_source():
    run_on = "the shark bit the boat and the crew swam and the sea was cold " * 40
    found = tellers(f"{run_on} said 12 people were hurt")
    assert all(name is None or len(name.split()) <= 12 for name in found.values())
