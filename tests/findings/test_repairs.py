"""Repairs at the level of claims: what weighs, and what is proposed."""

import pytest

import claimsync as cs
from claimsync.errors import InvalidClaimError


def repairs(*lines: str, **how):
    return cs.reconcile(cs.parse("\n".join(lines))).repairs(**how)


def test_an_echo_adds_no_weight():
    once = repairs("AFP: killed = 3  ^a", "mayor: killed = 4  ^m")
    twice = repairs("AFP: killed = 3  ^a", "AFP: killed = 3  ^b", "mayor: killed = 4  ^m")
    assert [repair.aside for repair in once] == [("a",), ("m",)]
    assert [repair.aside for repair in twice] == [("a", "b"), ("m",)]
    assert {repair.weight for repair in (*once, *twice)} == {1}


def test_three_outlets_on_one_ministry_weigh_as_one_voice():
    outlets = [f"{name} citing ministry: killed = 3  ^{name}" for name in ("afp", "dpa", "efe")]
    found = repairs(*outlets, "mayor: killed = 4  ^m")
    assert [repair.aside for repair in found] == [("afp", "dpa", "efe"), ("m",)]


def test_a_weighed_source_keeps_its_weight_however_often_it_was_heard():
    lines = ("AFP: killed = 3  ^a", "AFP: killed = 3  ^b", "mayor: killed = 4  ^m")
    assert [r.aside for r in repairs(*lines, weigh={"AFP": 3})] == [("m",)]
    assert [r.aside for r in repairs(*lines, weigh={"mayor": 3})] == [("a", "b")]


def test_every_lightest_repair_has_a_proof_that_checks():
    result = cs.reconcile(cs.parse("A: killed = 3\nA: killed = 3\nB: killed = 4\nC: killed = 5"))
    assert result.repairs()
    assert result.verify() == ()


@pytest.mark.parametrize(("weight", "name"), [(0, "A"), (-1, "A"), (1, "nobody")])
def test_weights_are_above_nothing_and_of_someone(weight, name):
    with pytest.raises(InvalidClaimError, match="expected"):
        repairs("A: killed = 3", "B: killed = 4", weigh={name: weight})


def test_a_family_that_nothing_may_resolve_says_so():
    result = cs.reconcile(cs.parse("A: killed = 3  ^a\nB: killed = 4  ^b"))
    (family,) = result.families(pin=["a", "b"])
    assert (family.weight, family.repairs) == (None, ())
    assert family.why == "nothing that may be set aside resolves it"


def test_what_is_no_mapping_of_names_is_refused_in_words():
    result = cs.reconcile(cs.parse("A: killed = 8  ^first\nB: killed = 9  ^second"))
    with pytest.raises(InvalidClaimError, match="expected weights by name"):
        result.repairs(weigh=["first"])
    with pytest.raises(InvalidClaimError, match="expected readings by name"):
        result.what_if(read=["first"])
    with pytest.raises(KeyError, match="expected the id of a finding, got 'third'"):
        result.conflicts("third")
    assert result.repairs(pin="first") == result.repairs(pin=["first"])
