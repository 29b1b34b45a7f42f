"""Which reading survives, why another lost, and what is done where there are too many."""

import itertools
import sys

import pytest

from claimsync.errors import SearchLimitError
from claimsync.findings import readings
from claimsync.findings.kinds import Kind
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from claimsync.reason.alternatives import joint
from tests.oracles import Bound, Row, System, feasible

SIDES = "partition side: both = Russia + Ukraine\n"
PRIORS = "AFP: killed = 8 (0.2) | 9 (0.8)  ^a"


def rejected(text, claim_id):
    """Return the losing readings of a claim, each with why it lost."""
    return {lost.reading: lost.why for lost in reconcile(parse(text)).rejected()[claim_id]}


def test_a_reading_that_would_diverge_says_what_it_would_cause():
    result = reconcile(parse("AFP: killed = 8 | 9  ^a\nReuters: killed = 8  ^r"))
    (lost,) = result.rejected()["a"]
    assert (lost.reading, lost.why) == ("9", "1 divergence, where there could be 0")
    assert [finding.kind for finding in lost.causes] == [Kind.DIVERGENCE]
    assert [finding.kind for finding in lost.loses] == [Kind.AGREEMENT]
    assert lost.causes[0].why().endswith("cannot all hold for killed.")


def test_a_reading_that_would_only_agree_less_says_so():
    told = rejected("AFP: killed [place=n | s] = 8  ^a\nReuters: killed [place=n] = 8", "a")
    assert told == {"place=s": "0 agreements, where there could be 1"}


def test_a_reading_that_is_only_less_likely_says_so():
    assert rejected(PRIORS, "a") == {
        "8": "all else equal, thought less likely beforehand (1/5 against 4/5)"
    }


def test_readings_that_tie_are_not_rejected():
    assert reconcile(parse("AFP: killed = 8 | 9  ^a")).rejected() == {}


def test_a_reading_that_is_supposed_rejects_none():
    result = reconcile(parse(PRIORS)).what_if(read={"a": "8"})
    assert result.readings() == {"a": ("8",)}
    assert result.rejected() == {}


def outlets(many, figure="= 314 total side | 314 each side", more=""):
    """Return claims of many outlets with two readings each, and one claim that settles them."""
    lines = (f"outlet {at}: exchanged {figure}  ^o{at}" for at in range(many))
    return parse("\n".join((SIDES, *lines, more)))


def test_too_many_readings_are_settled_by_what_some_numbers_satisfy():
    pytest.importorskip("z3")
    result = reconcile(outlets(12, more="ministry: exchanged = 157 each side  ^m"))
    assert result.undecided == ()
    assert set(result.readings().values()) == {("314 total side",)}
    (lost,) = result.rejected()["o3"]
    assert lost.why == "no numbers satisfy it together with the other claims"
    assert Kind.DIVERGENCE in {finding.kind for finding in lost.causes}


def test_too_many_readings_that_all_fit_stay_open():
    pytest.importorskip("z3")
    result = reconcile(outlets(12, "= 8 | 8..9"))
    (left,) = result.undecided
    assert left.reason == (
        "4,096 combinations of readings: more than 1,024 combinations fit together;"
        " name what is meant in some of these claims"
    )
    assert len(left.claims) == 12


def test_too_many_readings_of_which_none_fits_stay_open():
    pytest.importorskip("z3")
    result = reconcile(outlets(12, more="ministry: exchanged = 100 each side  ^m"))
    assert "no numbers satisfy any of them" in result.undecided[0].reason


def test_without_the_solver_too_many_readings_name_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    result = reconcile(outlets(12, more="ministry: exchanged = 157 each side  ^m"))
    (left,) = result.undecided
    assert "pip install 'claimsync[solver]' to search them, or name what is meant" in left.reason
    assert len(left.claims) == 12


def test_readings_that_never_meet_are_settled_apart(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    lines = (
        f"AFP: killed [event=e{at}] = 8 | 9  ^a{at}\nReuters: killed [event=e{at}] = 8"
        for at in range(20)
    )
    result = reconcile(parse("\n".join(lines)))
    assert result.undecided == ()
    assert set(result.readings().values()) == {("8",)}


@pytest.mark.parametrize(
    ("many", "figure", "more"),
    [
        (4, "= 314 total side | 314 each side", "= 157 each side"),
        (3, "= 8 | 9 | 10", "= 9"),
        (3, "= 8 each side | 9 each side", "= 18 total side"),
        (3, ">= 9 each side | <= 9 each side", "= 17 total side"),
        (2, "= 0.5 km | 0.7 km", "= 0.52 km"),
        (2, "> 0.5 km | < 0.5 km", "= 0.51 km"),
    ],
)
def test_the_solver_and_judging_all_combinations_settle_alike(many, figure, more, monkeypatch):
    pytest.importorskip("z3")
    claims = outlets(many, figure, f"ministry: exchanged {more}  ^m")
    judged = reconcile(claims)
    monkeypatch.setattr(readings, "MOST_COMBINATIONS", 2**many - 1)
    searched = reconcile(claims)
    assert searched.to_json() == judged.to_json()
    assert searched.readings()


SYSTEM = System(
    (0, 0, 0),
    # Tags 0 and 1 are readings of the whole, 2 and 3 of one part; 4 is certain.
    (
        Bound(0, 10, 10, 0),
        Bound(0, 4, 4, 1),
        Bound(1, 3, 5, 2),
        Bound(1, 9, 9, 3),
        Bound(2, 0, 6, 4),
    ),
    (Row(0, (1, 2), complete=True),),
)


def test_the_combinations_found_are_those_that_some_numbers_satisfy():
    pytest.importorskip("z3")
    groups = [(0, 1), (2, 3)]
    expected = [pair for pair in itertools.product(*groups) if feasible(SYSTEM.only({*pair, 4}))]
    assert joint(SYSTEM.problem(), range(5), groups, 4) == expected == [(0, 2), (0, 3), (1, 2)]


def test_more_combinations_than_wanted_are_refused():
    pytest.importorskip("z3")
    with pytest.raises(SearchLimitError, match="more than 2 combinations"):
        joint(SYSTEM.problem(), range(5), [(0, 1), (2, 3)], 2)
