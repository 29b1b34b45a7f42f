"""A page that calls itself a statement of somebody is told by them, and no other page is."""

import pytest

import claimsync as cs
from claimsync.extract.speech.issuers import issuer
from claimsync.extract.text.structure import blocks

ISSUED = [
    ("STATEMENT BY THE MINISTRY OF HEALTH", "Ministry of Health"),
    ("Ministry of Health: Statement on cholera, 14 March", "Ministry of Health"),
    ("Ministry of Health statement on cholera", "Ministry of Health"),
    ("The Ministry of Defence statement in full", "Ministry of Defence"),
    ("Mayor’s Office press release", "Mayor’s Office"),
    (
        "Statement of the Coast Guard of Belmora on the sinking of the Arda",
        "Coast Guard of Belmora",
    ),
    (
        "Daily bulletin of the Kolm Regional Health Authority, 3 May",
        "Kolm Regional Health Authority",
    ),
    ("Response by the Opposition Union to the budget", "Opposition Union"),
    ("Joint statement by Norland and Ostia", "Norland and Ostia"),
    ("GANT AIRPORT: STATEMENT ON THE NIGHT OF 6 DECEMBER", "Gant Airport"),
    ("PRESS RELEASE\nOffice of the Mayor of Tarnby", "Office of the Mayor of Tarnby"),
    ("FOR IMMEDIATE RELEASE\n\nNordlys Energy AG", "Nordlys Energy AG"),
    ("Health Ministry\nSTATEMENT", "Health Ministry"),
]
NOT_ISSUED = [
    "Statement by the Ministry of Health angers Kolm",
    "Minister's statement draws fire",
    "Kolm fire: what we know\n\nA statement by the mayor said 12 people had died.",
    "Situation Report: Flooding in Karsk",
    "News release: Telvia Group cuts 300 jobs",
    "Drought bulletin No. 7 – Millpond district",
    "Halix AG Quarterly Report",
    "Press release angers mayor\nA row in Tarnby",
]
BODY = "\n\nFour people are missing. Nine were hurt, according to the union of Pell.\n"


@pytest.mark.parametrize(("head", "name"), ISSUED)
def test_a_statement_is_told_by_who_issued_it(head, name):
    told, reported = cs.extract(head + BODY)

    assert [mention.name for mention in told.chain] == [name]
    assert "chain" in told.inferred
    assert reported.chain[-1].name == "union of Pell"


@pytest.mark.parametrize("head", NOT_ISSUED)
def test_other_pages_have_no_issuer(head):
    page = head + BODY

    assert issuer(page, blocks(page)) is None
    assert not next(one for one in cs.extract(page) if one.figure and one.number == 4).chain


def test_the_ministry_is_the_one_that_issues_the_page():
    page = (
        "STATEMENT BY THE MINISTRY OF HEALTH\n\nThe number of deaths has risen to 12, the ministry"
        " said.\n\n- 87 people in hospital\n\nWe cannot confirm that the captain died.\n"
    )
    drafts = cs.extract(page)

    assert {draft.chain[0].name for draft in drafts} == {"Ministry of Health"}
    assert "cannot verify" in {str(draft.stance) for draft in drafts}
