"""What somebody does with a figure: who says it, on whose word, and with what stance."""

import pytest

from claimsync.extract.drafts import LIKELY
from claimsync.extract.extractor import extract


def read(text):
    """Return chain, stance and sureness of the one figure of a text."""
    [draft] = [each for each in extract(text, said_at="2026-03-12") if each.figure]
    return [each.name for each in draft.chain], str(draft.stance), draft.confidence >= LIKELY


@pytest.mark.parametrize(
    ("text", "chain", "stance"),
    [
        ("The agency, citing the ministry, which quoted the army, said 12 people had died.",
         ["agency", "ministry", "army"], "asserts"),
        ("The agency, quoting a police source, said 12 people had died.",
         ["agency", "police source"], "asserts"),
        ("The mayor said, according to the agency, that 12 people had died.",
         ["agency", "mayor"], "asserts"),
        ("The mayor said on Monday, according to the agency Tavex, that 12 people had died.",
         ["agency Tavex", "mayor"], "asserts"),
        ("In Lyman, 12 people died, Oleh Danyk said on Thursday.", ["Oleh Danyk"], "asserts"),
        ("Governor Ivo Lentz: 12 people died in Lyman", ["Ivo Lentz"], "asserts"),
        ("“There were no 12 dead,” the ministry said.", ["ministry"], "denies"),
        ("The ministry called reports of 12 dead “a lie”.", ["ministry"], "denies"),
        ("The ministry called the report of 12 dead fake.", ["ministry"], "denies"),
        ("The mayor described reports that 12 people had died as untrue.", ["mayor"], "denies"),
        ("The ministry dismissed as fake reports that 12 people had died.", ["ministry"], "denies"),
        ("Officials have yet to confirm the toll of 12.", ["Officials"], "no comment"),
        ("The army refused to confirm the death of 12 soldiers.", ["army"], "no comment"),
        ("There was no comment from Kesh on the report that 12 people died.",
         ["Kesh"], "no comment"),
        ("Were 12 people killed in Lyman, the paper asked.", ["paper"], "questions"),
    ],
)  # fmt: skip
def test_a_figure_has_its_speakers_and_a_stance(text, chain, stance):
    assert read(text) == (chain, stance, True)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied having confirmed that 12 people were killed.",
        "The ministry denied that it had confirmed 12 deaths.",
        "The ministry denied confirming that 12 people were killed.",
        "The mayor denied having told reporters that 12 people had died.",
    ],
)
def test_who_denies_to_have_said_a_figure_says_nothing_on_it(text):
    assert read(text)[2] is False
