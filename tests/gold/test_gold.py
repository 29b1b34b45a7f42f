"""The gold holds: every surface stands in its page, every finding follows from its claims."""

from collections import Counter

import pytest

import claimsync as cs
from tests.gold.read import HALVES, HERE, page, pages, stances

PAGES = pytest.mark.parametrize("gold", pages(), ids=lambda gold: gold.name)


def test_there_is_enough_of_it_in_both_halves():
    for half in HALVES:
        assert sum(len(gold.claims) for gold in pages() if gold.half == half) > 250
        assert sum(gold.half == half for gold in pages()) > 9
        assert sum(each.half == half for each in stances()) >= 150


@PAGES
def test_every_number_of_a_page_is_a_figure_or_named_as_none(gold):
    assert gold.unexplained() == []


@PAGES
def test_what_is_expected_follows_from_the_claims(gold):
    result = cs.reconcile(cs.parse(gold.notation))

    assert gold.faults([(str(f.kind), str(f.basis), f.claims) for f in result.findings]) == []


@PAGES
def test_expected_findings_name_claims_of_the_page(gold):
    known = {each.id for each in gold.claims}

    assert all(known.issuperset(expected.claims) for expected in gold.findings)


def test_every_stance_has_its_sentences_and_hard_negatives_are_many():
    counts = Counter(each.stance for each in stances())

    assert set(counts) == {*(stance.value for stance in cs.Stance), None}
    assert min(counts.values()) >= 19
    assert counts[None] >= 70


def test_no_sentence_comes_twice_with_the_same_stance():
    said = Counter((each.sentence, each.stance, each.about) for each in stances())

    assert max(said.values()) == 1


def test_a_surface_that_the_page_does_not_hold_is_refused(tmp_path):
    (tmp_path / "p.txt").write_text("Two men were hurt, police said.", encoding="utf-8")
    lines = "#! title: t\n#! half: before\n#! said at: 2027-01-01\n"
    lines += 'police: injured = 2  "Two men were hurt"\n#: "Two" of "women"\n'
    (tmp_path / "p.claims").write_text(lines, encoding="utf-8")

    with pytest.raises(ValueError, match="does not hold 'women'"):
        page(tmp_path / "p.claims")


def test_pages_hold_the_awkward_characters():
    texts = {gold.name: gold.text for gold in pages()}

    assert "\r\n" in texts["ferry_sigrun"]
    assert "\u00a0" in texts["ferry_sigrun"]
    assert "\u2009" in texts["tarsk_election"]
    assert "\N{SOCCER BALL}" in texts["derby_at_kolm"]
    assert (HERE / "README.md").exists()
