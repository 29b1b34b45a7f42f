"""Every proof holds, and none does once anything in it is changed."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given

from claimsync.errors import ProofError
from claimsync.findings.kinds import Kind
from claimsync.findings.steps import cell_label
from claimsync.findings.verification import check_bound, check_finding, faults
from claimsync.interop.files import read
from claimsync.pipeline import reconcile
from claimsync.reason.check import verify
from claimsync.reason.check_repairs import verify_repair
from tests.findings.test_bases import CASES
from tests.findings.told import COUNT, TREE, result_of
from tests.laws.worlds import day, judged, texts
from tests.mutations import exchanged, references, spoilt
from tests.reason.sheets import normal

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


def undone(check, told):
    """Return what can be done to the proof of a finding that is not refused.

    Where numbers exclude each other as they are told, they do as usually meant, too: a tension is
    proven by either.
    """
    kept = [how for how, proof in spoilt(told.proof) if not refused(check, told, proof)]
    usual = any(step.get("usual") for step in told.proof["steps"])
    if getattr(told, "kind", None) is Kind.TENSION and not usual:
        return [how for how in kept if how != "words as they are, or as usual"]
    return kept


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
        assert undone(check, told) == []


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.parent.name for path in SCENARIOS])
def test_a_proof_of_a_scenario_with_anything_changed_is_refused(path):
    for told, check in checks(reconcile(read(str(path)))):
        assert undone(check, told) == []


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


def test_a_proof_that_does_not_hold_is_named_with_the_step_that_does_not_follow():
    result = result_of("A: killed = 8  ^a", "B: killed = 9  ^b")
    (found,) = result.divergences
    steps = [{**step, "low": 7} if step["n"] == 0 else step for step in found.proof["steps"]]
    (fault,) = faults(result.facts, [Told(found, {"steps": steps})], [])
    assert fault.what == f"finding {found.id}, divergence (value) on killed"
    assert fault.fault.startswith("step 0: expected one of [((8, 0), (8, 0))] by a, got")


def test_an_implied_bound_is_named_likewise():
    result = result_of(*SUMS[:4], "C: killed [place=n1] = 7", "C: killed [place=n2] = 1")
    assert result.implied
    for bound in result.implied:
        other = Told(bound, {"steps": bound.proof["steps"][:-1]})
        (fault,) = faults(result.facts, [], [other])
        assert fault.what == f"implied bound on {bound.question}"


# ------------------------------------------------------------------- which rows are declared


def row(whole, *parts, complete=True, **more):
    return {"whole": whole, "parts": list(parts), "complete": complete, **more}


ROWS = [
    (("partition place: all = n + s",),
     row("killed [place=all]", "killed [place=n]", "killed [place=s]")),
    (("partition place: all >= n + s",),
     row("killed [place=all]", "killed [place=n]", "killed [place=s]", complete=False)),
    (("partition place: all = n + s, overlapping",),
     row("killed [place=all]", "killed [place=n]", complete=False)),
    (("partition place: by path, complete as listed",),
     row("killed [place=G]", "killed [place=G/1]", "killed [place=G/2]")),
    (("partition place: by path",),
     row("killed [place=G]", "killed [place=G/1]", "killed [place=G/2]", complete=False)),
    ((), row("killed [when=2026-02]", "killed [when=2026-02-03]", complete=False)),
    ((), row("killed [when=2026-02-01/2026-02-03]", "killed [when=2026-02-01/2026-02-02]",
             "killed [when=2026-02-03]")),
    (("measure killed: unit person, cumulative",),
     row("killed as of 2026-02-02", "killed as of 2026-02-01", complete=False)),
    (("measure killed: unit person, stock", "partition place: all = n + s"),
     row("killed [place=all] as of 2026-02-02", "killed [place=n] as of 2026-02-02",
         "killed [place=s] as of 2026-02-02")),
    (("relation hurt = killed + injured",), row("hurt", "killed", "injured")),
    (("relation hurt = killed + 2 * injured",), row("hurt", "killed", "injured", factors=[1, 2])),
    (("relation cast = share * killed", "measure share: unit %"),
     row("cast", "share", "killed", product=True, factors=[0.01])),
    (("relation fresh = killed - killed [previous day]", "measure killed: cumulative"),
     row("fresh as of 2026-02-02", "killed as of 2026-02-02", "killed as of 2026-02-01",
         factors=[1, -1])),
]  # fmt: skip
SAID = (
    "A: killed = 5", "A: injured = 5", "A: hurt = 5", "A: share = 5 %", "A: cast = 5",
    "A: fresh = 5", "A: killed [place=G/1] = 1", "A: killed [place=G/2/a] = 1",
)  # fmt: skip
FALSE = [
    row("killed [place=all]", "killed [place=x]", complete=False),
    row("killed [place=all]", "injured [place=n]", complete=False),
    row("killed [place=all]", "killed", complete=False),
    row("killed [place=n]", "killed [place=all]", complete=False),
    row("killed [when=2026-02-03]", "killed [when=2026-02]", complete=False),
    row("killed [when=2026-02]", "killed [when=2026-02-03]", "killed [when=2026-02-03/2026-02-05]",
        complete=False),
    row("killed [when=2026-02]", "killed [when=2026-02-XX]", "killed [when=2026-02-03]",
        complete=False),
    row("killed as of 2026-02-01", "killed as of 2026-02-02", complete=False),
    row("killed [place=G]", "killed [place=G/2/a]", complete=False),
    row("killed", "killed", complete=False), row("killed"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "told"), ROWS)
def test_a_declared_row_holds_and_no_other_does(declared, told):
    facts = result_of(*declared, *SAID).facts
    assert facts.declares(told)
    assert not facts.declares({**told, "complete": not told["complete"]})
    for at in range(len(told["parts"]) * told["complete"]):
        assert not facts.declares({**told, "parts": told["parts"][:at] + told["parts"][at + 1 :]})
    for other in FALSE:
        assert not facts.declares(other)


def test_figures_of_two_dates_are_no_row():
    lines = (COUNT, TREE, "A: killed [place=all] = 5  as of 2026-02-01",
             "B: killed [place=n] = 6  as of 2026-02-02")  # fmt: skip
    told = row("killed [place=all]", "killed [place=n]", "killed [place=s]")
    assert not result_of(*lines).facts.declares(told)
    assert result_of(*lines[:3]).facts.declares(told)


def cell_rows(result):
    """Return the rows that the engine reasoned with, and the labels of its cells."""
    case = result._case
    labels = [cell_label(case, cell) for cell in range(len(case.cells.keys))]
    shape = case.cells.rows
    rows = []
    for at in range(len(shape)):
        whole, parts = int(shape.whole[at]), shape.parts(at).tolist()
        told = row(
            labels[whole], *(labels[part] for part in parts), complete=bool(shape.complete[at])
        )
        rows.append(normal({**told, "factors": list(map(str, case.factors(whole, parts)))}))
    return rows, labels


def unordered(told):
    """Return a row whose parts may stand in any order."""
    whole, parts, factors, complete, product = told
    return whole, frozenset(parts), tuple(sorted(factors)), complete, product


@given(texts())
def test_the_rows_among_all_questions_are_those_that_were_reasoned_with(claims):
    result = judged(day(claims))
    reasoned, labels = cell_rows(result)
    found = {unordered(normal(each)) for each in result.facts.rows(labels)}
    assert {unordered(each) for each in reasoned} == found


def test_the_rows_of_all_examples_are_among_the_declared_ones():
    for lines in STORIES.values():
        result = result_of(*lines)
        reasoned, labels = cell_rows(result)
        found = {unordered(normal(each)) for each in result.facts.rows(labels)}
        assert {unordered(each) for each in reasoned} <= found


@pytest.mark.parametrize(("declared", "told"), [pair for pair in ROWS if "as of" not in str(pair)])
def test_a_declared_row_is_among_those_of_its_questions(declared, told):
    facts = result_of(*declared, *SAID).facts
    found = [unordered(normal(each)) for each in facts.rows([told["whole"], *told["parts"]])]
    assert unordered(normal(told)) in found
    assert facts.rows([told["whole"]]) == []


def test_a_claim_that_says_no_figure_may_be_the_latest_on_a_question():
    lines = ("A: killed = 5  as of 2026-02-01", "A: killed = 6  as of 2026-02-01",
             "A: ? killed  as of 2026-02-02")  # fmt: skip
    (found,) = result_of(*lines).divergences
    assert {step.get("question") for step in found.proof["steps"]} == {
        "killed as of 2026-02-01", None,
    }  # fmt: skip


def test_a_repair_is_checked_against_claims_and_declarations():
    lines = (COUNT, TREE, "A: killed [place=all] = 9  ^all", "B: killed [place=n] = 6  ^n",
             "C: killed [place=s] = 5  ^s", "D: killed [place=s] = 3  ^three")  # fmt: skip
    result = result_of(*lines)
    conflicts = [
        {"claims": list(found.claims), **found.proof}
        for found in result.divergences
        if set(found.claims) in ({"all", "n", "s"}, {"s", "three"})
    ]
    named = {"all": "killed [place=all]", "n": "killed [place=n]", "s": "killed [place=s]"}
    record = {
        "aside": ["s"], "weight": 1, "weights": dict.fromkeys(result.facts.claims.ids, 1),
        "pinned": [], "conflicts": conflicts,
        "holds": {named["all"]: 9, named["n"]: 6, named["s"]: 3},
    }  # fmt: skip
    rows = result.facts.rows(named.values())
    assert len(rows) == 1
    assert len(conflicts) == 2
    verify_repair(record, result.facts, result.facts.claims.ids, rows)
    for holds in ({named["s"]: 5}, {named["n"]: 7}, {named["all"]: 8}):
        other = {**record, "holds": {**record["holds"], **holds}}
        with pytest.raises(ProofError):
            verify_repair(other, result.facts, result.facts.claims.ids, rows)
