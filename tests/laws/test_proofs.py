"""Every proof holds, and none does once anything in it is changed."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given

from claimsync.errors import ProofError
from claimsync.findings.verification import check_bound, check_finding
from claimsync.interop.files import read
from claimsync.pipeline import reconcile
from claimsync.reason.check import verify
from tests.findings.test_bases import CASES
from tests.findings.told import COUNT, TREE, result_of
from tests.laws.worlds import day, judged, texts
from tests.mutations import exchanged, references, spoilt

SCENARIOS = sorted((Path(__file__).parents[1] / "scenarios").glob("*/claims.claims"))
SUMS = (
    COUNT, "partition place: all = n + s", "partition place: n = n1 + n2 + n3",
    "A: killed [place=all] = 20  ^all", "B: killed [place=s] = 5  ^s",
    "C: killed [place=n1] = 7  ^n1", "C: killed [place=n2] >= 8  ^n2",
    "C: killed [place=n3] = 2  ^n3",
)  # fmt: skip
BRIDGED = (
    TREE, "A: freed [event=e, phase=agreed, place=all] = 7  ^plan",
    "B: freed [event=e, phase=completed, place=n] = 3  ^n",
    "C: freed [event=e, phase=completed, place=s] = 4  ^s",
)  # fmt: skip
STORIES = {**{name: lines for name, (_, *lines) in CASES.items()}, "sums": SUMS, "bridge": BRIDGED}


class Told:
    """A finding with another proof."""

    def __init__(self, told, proof):
        self.told, self.proof = told, proof

    def __getattr__(self, name):
        return getattr(self.told, name)


def refused(check, told, proof) -> bool:
    """Return whether a finding or a bound is refused with that proof."""
    try:
        check(Told(told, proof))
    except ProofError:
        return True
    return False


def checks(result):
    """Yield each finding and bound of a result with what checks it."""
    for finding in result.findings:
        yield finding, lambda told: check_finding(result.facts, told)
    for bound in result.implied:
        named = {step["claim"] for step in bound.proof["steps"] if "claim" in step}

        def check(told, named=named):
            verify(told.proof, result.facts, named)
            check_bound(result.facts, told)

        yield bound, check


@given(texts())
def test_every_proof_of_random_claims_holds(claims):
    assert judged(day(claims)).verify() == ()


def test_the_proofs_of_all_examples_hold_and_are_json():
    for lines in STORIES.values():
        result = result_of(*lines)
        assert result.verify() == ()
        for told, check in checks(result):
            check(Told(told, json.loads(json.dumps(told.proof))))


@pytest.mark.parametrize("story", STORIES)
def test_a_proof_with_anything_changed_is_refused(story):
    for told, check in checks(result_of(*STORIES[story])):
        kept = [how for how, proof in spoilt(told.proof) if not refused(check, told, proof)]
        assert kept == []


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.parent.name for path in SCENARIOS])
def test_a_proof_of_a_scenario_with_anything_changed_is_refused(path):
    for told, check in checks(reconcile(read(str(path)))):
        kept = [how for how, proof in spoilt(told.proof) if not refused(check, told, proof)]
        assert kept == []


def test_a_proof_that_refers_to_other_steps_is_refused():
    for lines in STORIES.values():
        for told, check in checks(result_of(*lines)):
            kept = [how for how, proof in references(told.proof) if not refused(check, told, proof)]
            assert kept == []


def test_two_claims_exchanged_are_refused_unless_they_say_the_same():
    for lines in STORIES.values():
        result = result_of(*lines)
        for told, check in checks(result):
            named = sorted({step["claim"] for step in told.proof["steps"] if "claim" in step})
            for one, other in itertools.combinations(named, 2):
                proof = exchanged(told.proof, one, other)
                alike = result.facts.ways(one) == result.facts.ways(other) != []
                says = any("says" in step for step in proof["steps"])
                assert refused(check, told, proof) or (alike and not says)
