"""Clashes through several sums, folded into one phrase: every sum in between is told once."""

import pytest
from hypothesis import given

from claimsync.findings.folding import Voice, foldable, folded
from tests.findings.told import COUNT, TREE, result_of
from tests.laws.worlds import day, judged, texts

HURT = "measure injured: unit person"
NORTH = "partition place: n = n1 + n2"
SOUTH = "partition place: s = s1 + s2"

STORIES = {
    "a sum that feeds another is its first part": (
        [
            HURT, "partition place: Ukraine >= east + Zaporizhzhia",
            "partition place: east >= Donetsk + Kherson",
            "the tally: injured [place=Ukraine] = 28", "D: injured [place=Donetsk] >= 21",
            "K: injured [place=Kherson] = 5", "Z: injured [place=Zaporizhzhia] = 3",
        ],
        ("Donetsk and Kherson add up to at least 26; with 3 in Zaporizhzhia to at least 29;"
        " the tally says 28: the parts add up to more than the whole by 1"),
    ),
    "several sums are named by what they are sums of": (
        [
            COUNT, TREE, NORTH, SOUTH, "A: killed [place=all] = 9", "B: killed [place=n1] = 3",
            "B: killed [place=n2] = 4", "B: killed [place=s1] = 2", "B: killed [place=s2] = 1",
        ],
        ("n1 and n2 add up to at least 7 in n; s1 and s2 add up to at least 3 in s;"
        " n and s add up to at least 10; A says 9: the parts add up to more than the whole by 1"),
    ),
    "sums may fall short": (
        [
            COUNT, TREE, NORTH, "Post citing A: killed [place=all] = 20",
            "B: killed [place=n1] = 3", "B: killed [place=n2] = 4", "B: killed [place=s] = 2",
        ],
        ("n1 and n2 add up to at most 7; with 2 in s to at most 9; Post, citing A, says 20:"
        " the parts, which are all there are, add up to less than the whole by 11"),
    ),
    "what adds nothing is left out": (
        [
            COUNT, TREE, NORTH, "partition place: n1 = x + y", "A: killed [place=all] = 5",
            "B: killed [place=x] = 3", "B: killed [place=y] >= 4",
        ],
        "x and y add up to at least 7; A says 5: the parts add up to more than the whole by 2",
    ),
    "two sums of one whole are both named by it": (
        [
            COUNT, TREE, "partition place: all = day + night", NORTH, "B: killed [place=n1] = 3",
            "B: killed [place=n2] = 4", "B: killed [place=s] = 2", "C: killed [place=day] = 1",
            "C: killed [place=night] = 2",
        ],
        ("4 in n2 makes at least 4; hence at least 4 in all; day and night add up to at most 3 in"
        " all: the parts add up to more than the whole by 1, by 6 with all that is claimed"),
    ),
    "questions are named by all that sets them apart": (
        [
            COUNT, TREE, "partition time: any = day + night",
            "B: killed [place=n, time=day] = 3", "B: killed [place=n, time=night] >= 4",
            "A: killed [place=s, time=any] = 3", "C: killed [place=all, time=any] = 9",
        ],
        ("n day and n night add up to at least 7; with 3 in s any to at least 10; C says 9:"
        " the parts add up to more than the whole by 1"),
    ),
    "open ends stay open": (
        [
            "measure area: unit km2, minimum 0", TREE, NORTH, "A: area [place=all] <= 5 km2",
            "B: area [place=n1] > 3 km2", "B: area [place=n2] >= 1 km2",
            "C: area [place=s] >= 1 km2",
        ],
        ("n1 and n2 add up to more than 4; with at least 1 km2 in s to more than 5;"
        " A says at most 5 km2: the parts add up to more than the whole"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_a_clash_through_sums_is_told_so_that(story):
    lines, expected = STORIES[story]
    (found,) = result_of(*lines).divergences
    assert f", {expected}" in found.why()


def test_one_sum_is_not_told_twice():
    (found,) = result_of(
        COUNT, TREE, "A: killed [place=all] = 5", "B: killed [place=n] = 3",
        "C: killed [place=s] = 4",
    ).divergences  # fmt: skip
    assert "add up to at least" not in found.why()
    assert not foldable(found.proof["steps"])


@given(texts())
def test_every_claim_behind_several_sums_can_be_folded(claims):
    for found in judged(day(claims)).divergences:
        steps = found.proof["steps"]
        if foldable(steps):
            told = folded(steps, {claim: Voice("W", "f") for claim in found.claims})
            assert all(clause for clause in told.split("; "))
            assert "nothing" not in told
