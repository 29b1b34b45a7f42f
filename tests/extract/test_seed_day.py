"""One day of a live blog as raw text, in our own words: from the page to its findings."""

from pathlib import Path

import pytest

import claimsync as cs
from claimsync.extract.drafts import checked

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "examples" / "live_blog.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drafts():
    return cs.extract(PAGE)


@pytest.fixture(scope="module")
def result(drafts):
    return cs.reconcile(cs.link(drafts))


def findings(result, kind, basis, measure):
    return [
        f
        for f in result.findings
        if (str(f.kind), str(f.basis)) == (kind, basis) and f.question.startswith(measure)
    ]


def said(result, finding):
    return {result.claims.claim(id).attribution.voice for id in finding.claims}


def test_nothing_is_invented(drafts):
    assert all(checked(draft, PAGE) for draft in drafts)


def test_the_day_is_read_from_the_page(drafts):
    assert {draft.said_at for draft in drafts} == {"2026-02-05"}


def test_both_accounts_of_the_swap_agree_by_adding_up(result):
    found = findings(result, "agreement", "aggregation", "people exchanged")
    assert any({"Steve Witkoff", "RIA Novosti"} <= said(result, each) for each in found)
    assert all("who: prisoners of war = prisoners" in each.assumptions for each in found)


def test_the_envoys_figure_is_read_as_a_total(result):
    readings = [
        claim
        for claim in result.claims
        if claim.attribution.origin in {"Steve Witkoff", "US envoy"}
    ]
    assert readings
    assert all(
        {str(reading.figure) for reading in claim.readings}
        == {"= 314 total side", "= 314 each side"}
        for claim in readings
    )


def test_ukraine_is_silent_on_the_swap(result):
    [found] = findings(result, "non-confirmation", "silent", "people exchanged")
    assert "Ukraine, which would know" in found.why()


def test_civilians_of_the_swap_are_not_comparable(result):
    civilians = [f for f in result.not_comparable if "civilians" in f.question]
    assert civilians


@pytest.mark.parametrize(
    ("measure", "place"),
    [("killed", "Donetsk, Kherson"), ("killed", "place=Donetsk,"), ("injured", "Donetsk, Kherson")],
)
def test_the_tallies_add_up(result, measure, place):
    found = findings(result, "agreement", "aggregation", measure)
    assert any(place in f.question for f in found)


def test_exactly_21_were_injured_in_donetsk(result):
    assert str(result.allowed("injured [place=Donetsk, when=2026-02-04]")) == "exactly 21"


def test_a_tally_of_28_is_one_conflict_of_four_claims():
    page = PAGE.replace("injured 29 in", "injured 28 in")
    result = cs.reconcile(cs.link(cs.extract(page)))
    [conflict] = [d for d in result.divergences if d.question.startswith("injured")]
    assert (str(conflict.basis), len(conflict.claims)) == ("parts exceed whole", 4)


def test_the_visit_is_neither_confirmed_nor_denied(result):
    [found] = findings(result, "non-confirmation", "neither confirms nor denies", "")
    assert {"French source", "Two diplomatic sources"} <= said(result, found)
    assert (found.origins_at_least, found.origins_at_most) == (1, 2)


def test_nothing_is_announced_on_a_conversation(result):
    [found] = findings(result, "non-confirmation", "no comment", "")
    assert "Putin and Macron" in found.question


@pytest.mark.parametrize("words", ["Ukrainian soldiers", "train driver", "talks"])
def test_what_one_origin_says_is_not_confirmed(result, words):
    single = findings(result, "non-confirmation", "single origin", "")
    assert any(words in found.question for found in single)


def test_a_figure_told_again_is_an_echo(result):
    assert any(echo.question.startswith("people exchanged") for echo in result.echoes)


def test_nothing_diverges(result):
    assert result.divergences == ()


def test_statements_are_claims_if_asked_for(drafts):
    result = cs.reconcile(cs.link(drafts, statements=True))
    constructive = [c for c in result.claims if "constructive" in str(c.question)]
    assert len(constructive) == 2
    assert result.divergences == ()


def test_what_is_linked_is_an_ordinary_set_of_claims(drafts):
    claims = cs.link(drafts)
    assert cs.parse(str(claims)) == claims
    edited = str(claims).replace("= 29 ", "= 28 ")
    assert cs.reconcile(cs.parse(edited)).divergences
