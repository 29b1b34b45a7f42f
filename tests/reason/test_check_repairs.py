"""Repairs are checked: by weight against all lighter ones, by numbers that fit what stays."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.errors import ProofError
from claimsync.reason.check_repairs import verify_repair
from tests.mutations import removals
from tests.reason.sheets import Sheet, carried, clash, point, proof, row
from tests.reason.sheets import given as claimed

SUM = row("all", "n", "s")
FACTS = Sheet(
    {
        "all": point("all", 20), "n": point("n", 7), "s": point("s", 5), "more": point("s", 13),
        "half": {"question": "s", "low": 4},
    },
    [SUM],
)  # fmt: skip
REGION = ("all", "half", "more", "n", "s")
RECORD = {
    "aside": ["s"], "weight": 1, "pinned": ["all"],
    "weights": dict.fromkeys(REGION, 1),
    "conflicts": [
        {"claims": ["more", "s"],
         **proof(claimed("s", "s", high=5), claimed("more", "s", low=13), clash(1, 0))},
        {"claims": ["all", "n", "s"],
         **proof(claimed("s", "s", high=5), claimed("n", "n", high=7),
                 carried(SUM, [0, 1], "all", high=12), claimed("all", "all", low=20),
                 clash(3, 2))},
    ],
    "holds": {"all": 20, "n": 7, "s": 13},
}  # fmt: skip
BOTH = {**RECORD, "aside": ["more", "n"], "weight": 2, "holds": {"all": 20, "n": 15, "s": 5}}


def refused(record, facts=FACTS, region=REGION, rows=(SUM,)):
    try:
        verify_repair(record, facts, region, rows)
    except ProofError:
        return True
    return False


def test_the_one_claim_that_both_conflicts_share_is_the_lightest_repair():
    assert not refused(RECORD)


def test_a_heavier_repair_is_refused_while_a_lighter_one_would_do():
    with pytest.raises(ProofError, match="nothing lighter than 2"):
        verify_repair(BOTH, FACTS, REGION, [SUM])
    heavy = {**BOTH["weights"], "s": 3}
    assert not refused({**BOTH, "weights": heavy})
    assert not refused({**BOTH, "pinned": ["all", "s"]})


@pytest.mark.parametrize(
    "changes",
    [
        {"aside": []}, {"aside": ["n"]}, {"aside": ["more", "s"]}, {"aside": ["s", "stranger"]},
        {"weight": 0}, {"weight": 2}, {"pinned": ["s"]}, {"weights": {}},
        {"weights": {**RECORD["weights"], "s": 2}}, {"weights": dict.fromkeys(REGION, 0)},
        {"conflicts": []}, {"conflicts": [{"claims": ["s"], "steps": []}]},
        {"holds": {}}, {"holds": {"all": 20, "n": 7}}, {"holds": {"all": 20, "n": 7, "s": "27/2"}},
        {"holds": {"all": 21, "n": 7, "s": 13}}, {"holds": {"all": 20, "n": 8, "s": 12}},
        {"holds": {"all": 21, "n": 8, "s": 13}}, {"holds": {"all": 20, "n": -1, "s": 21}},
    ],
)  # fmt: skip
def test_a_repair_with_anything_changed_is_refused(changes):
    assert refused({**RECORD, **changes})


def test_a_repair_with_a_conflict_spoilt_is_refused():
    for at, conflict in enumerate(RECORD["conflicts"]):
        for _, spoilt in removals(conflict):
            conflicts = [*RECORD["conflicts"]]
            conflicts[at] = spoilt
            assert refused({**RECORD, "conflicts": conflicts})


def test_a_repair_is_refused_if_the_region_has_another_claim_or_row():
    assert refused(RECORD, Sheet({**FACTS.claims, "x": point("n", 8)}, [SUM]), (*REGION, "x"))
    assert refused(RECORD, rows=(SUM, row("n", "s")))
    other = Sheet(FACTS.claims, [SUM, row("n", "s", complete=False)])
    assert refused(RECORD, other, rows=(SUM, row("n", "s", complete=False)))
    assert not refused(RECORD, Sheet(FACTS.claims, [SUM, row("s", "n", complete=False)]),
                       rows=(SUM, row("s", "n", complete=False)))  # fmt: skip


@given(st.lists(st.integers(0, 4), min_size=2, max_size=7), st.data())
def test_the_lightest_repair_of_one_question_is_accepted_and_no_heavier_one(numbers, data):
    """Claims of one number each: what stays is all that say the same, as heavy as can be."""
    names = [f"c{at}" for at in range(len(numbers))]
    said = dict(zip(names, numbers, strict=True))
    weights = {name: data.draw(st.integers(1, 3)) for name in names}
    assume(len(set(numbers)) > 1)
    facts = Sheet({name: point("x", number) for name, number in said.items()})
    conflicts = []
    for one, other in itertools.combinations(names, 2):
        low, high = sorted((one, other), key=said.get)
        steps = proof(
            claimed(low, "x", high=said[low]), claimed(high, "x", low=said[high]), clash(1, 0)
        )
        if said[low] != said[high]:
            conflicts.append({"claims": [low, high], **steps})
    kept = {number: sum(weights[n] for n in names if said[n] == number) for number in numbers}
    for number, weight in kept.items():
        aside = [name for name in names if said[name] != number]
        record = {
            "aside": aside, "weight": sum(weights[name] for name in aside), "weights": weights,
            "pinned": [], "conflicts": conflicts, "holds": {"x": number},
        }  # fmt: skip
        assert refused(record, facts, names, ()) == (weight < max(kept.values()))
