"""What is counted: terms of prison, persons one by one, parts of wholes, numbers of no figure."""

import pytest

from claimsync.extract.extractor import extract


def told(text):
    """Return figure, measure and certainty of each figure of a text."""
    drafts = extract(text, said_at="2026-03-12")
    return [(d.figure.text, d.measure) for d in drafts if d.figure is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court jailed Ana Roe for 12 years.", [("12", "prison term")]),
        ("The clerk faces up to nine years in jail.", [("up to nine", "prison term faced")]),
        ("Ana Roe has spent 12 years in prison.", []),
        ("A nurse and a guard were injured.", [("A", "injured"), ("a", "injured")]),
        ("A nurse and a zither were injured.", []),
        ("A nurse and her brother were injured.", []),
        ("Twelve of the 90 people on board were killed.",
         [("Twelve", "killed"), ("90", "on board")]),
        ("All 12 people on board were hurt.", [("12", "injured")]),
        ("Eight of them did not survive.", [("Eight", "killed")]),
        ("About 900 porters walked out.", [("About 900", "on strike")]),
        ("The crash sent six people to hospital.", [("six", "hospitalised")]),
        ("Deaths were reported in nine villages.", [("nine", "villages")]),
        ("Police hold nine arrest warrants.", [("nine", "arrest warrants")]),
        ("The choir released nine songs.", [("nine", "songs")]),
        ("The bank forecast growth of 3%.", [("3", "growth")]),
        ("The FTSE 100 fell 3%.", [("3", "FTSE 100 fall")]),
        ("The sale values Alder at €9 million.", [("€9 million", "worth")]),
        ("The firm will limit daily water use to 40 litres.", [("40", "daily water use")]),
        ("Traffic is slow between exits 4 and 7.", []),
        ("Ana Roe was 17 when she left.", []),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_is_counted(text, expected):
    assert told(text) == expected


def test_all_but_some_of_a_whole_is_worked_out():
    first = extract("All but five of the 90 sailors were killed.")[0]
    assert (str(first.readings[0]), first.measure) == ("= 85", "killed")


def test_who_is_jailed_is_whom_the_court_sends_there():
    [draft] = extract("The court jailed Ana Roe for 12 years.")
    assert draft.code("subject") == "Ana Roe"
