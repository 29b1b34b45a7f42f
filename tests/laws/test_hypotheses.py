"""Laws of what if: what a hypothesis may change, and what it leaves as it is."""

import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimsync.errors import InvalidClaimError, InvalidClaimsError
from claimsync.findings.kinds import Basis
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from tests.laws.worlds import day, judged, texts, told, worlds

SUMS = {Basis.PART_EXCEEDS, Basis.PARTS_EXCEED, Basis.PARTS_FALL_SHORT}
SWAP = """
partition side: both = Russia + Ukraine
assume category: POW = prisoner
Steve Witkoff: people exchanged [category=prisoner] = 314 total side | 314 each side  ^witkoff
RIA Novosti: people exchanged [category=POW] = 157 each side  @ 2026-02-05  ^ria
AFP: killed [place=Gaza City | Gaza Strip] = 8  ^afp
"""


@given(texts())
def test_supposing_nothing_changes_nothing(claims):
    result = judged(day(claims))
    assert result.what_if().to_json() == result.to_json()
    assert result.what_if(drop=[], assume=[], read={}, say=[]).to_json() == result.to_json()


@given(texts())
def test_reading_the_only_survivor_changes_no_finding(claims):
    result = judged(day(claims))
    alone = {name: ways[0] for name, ways in result.readings().items() if len(ways) == 1}
    read = result.what_if(read=alone)
    assert told(read) == told(result)
    assert read.readings() == result.readings()
    assert read.undecided == result.undecided


@given(texts(), st.data())
def test_the_order_of_setting_aside_changes_nothing(claims, data):
    result = judged(day(claims))
    ids = data.draw(st.lists(st.sampled_from(result.claims.ids), unique=True))
    one, other = result, result
    for name in ids:
        one = one.what_if(drop=name)
    for name in reversed(ids):
        other = other.what_if(drop=[name])
    assert one.to_json() == other.to_json() == result.what_if(drop=ids).to_json()


@given(texts(), st.data())
def test_a_claim_that_is_set_aside_is_in_no_finding(claims, data):
    result = judged(day(claims))
    out = data.draw(st.sampled_from(result.claims.ids))
    without = result.what_if(drop=out)
    assert all(out not in finding.claims for finding in without.findings)
    assert out not in without.readings()
    assert all(out not in bound.claims for bound in without.implied)


@given(worlds())
def test_setting_aside_any_claim_of_a_minimal_conflict_dissolves_it(world):
    result = world.judged()
    for finding in result.divergences:
        if finding.basis in SUMS:
            alone = result.what_if(drop=set(result.claims.ids) - set(finding.claims))
            assert alone.divergences
            for out in finding.claims:
                assert not alone.what_if(drop=out).divergences
                left = result.what_if(drop=out).findings
                assert all(set(f.claims) != set(finding.claims) for f in left)


@given(texts(), st.data())
def test_a_result_under_a_hypothesis_can_be_pickled_and_goes_on(claims, data):
    result = judged(day(claims), until="2026-02-02")
    out = data.draw(st.sampled_from((*result.claims.ids, None))) if result.claims.ids else None
    supposed = result.what_if(drop=[out] if out else [])
    again = pickle.loads(pickle.dumps(supposed))  # noqa: S301 - what was pickled here
    assert again.to_json() == supposed.to_json()
    assert again.what_if(say="Hal: killed = 5").to_json() == (
        supposed.what_if(say="Hal: killed = 5").to_json()
    )


@given(texts(), texts(most=2))
def test_saying_more_is_as_if_it_had_been_said(claims, more):
    both = judged(day([*claims, *more]))
    said = judged(day(claims)).what_if(say=more)
    assert told(said) == told(both)
    assert said.claims.ids == both.claims.ids


def test_what_a_claim_unsaid_stays_unsaid_when_it_is_set_aside():
    result = reconcile(
        parse("AFP: killed = 8  ^old\nAFP: = 9  updates ^old\nReuters: killed = 9  ^r")
    )
    (new,) = set(result.claims.ids) - {"old", "r"}
    without = result.what_if(drop=new)
    assert [str(f.basis) for f in without.findings] == ["single origin"]
    assert not without.revisions


def test_the_parts_that_are_listed_stay_listed_when_their_claims_are_set_aside():
    text = """
    partition precinct: by path, complete as listed
    county: votes [precinct=A] = 10  ^total
    one: votes [precinct=A/1] = 4  ^one
    two: votes [precinct=A/2] = 6  ^two
    """
    without = reconcile(parse(text)).what_if(drop="two")
    assert not without.divergences
    assert str(without.allowed("votes [precinct=A/2]")) == "exactly 6"


def test_an_assumption_becomes_certain():
    result = reconcile(
        parse("AFP: killed [place=country] = 8\nReuters: killed = 9\npartition place: country >= n")
    )
    (tension,) = result.tensions
    assumed = result.what_if(assume=tension.assumptions)
    assert [str(f.basis) for f in assumed.divergences] == ["value"]
    assert assumed.divergences[0].assumptions == tension.assumptions
    assert assumed.notes[0] == "supposed: place: unspecified = country"


def test_a_rate_becomes_certain():
    result = reconcile(parse("measure aid: unit EUR\nAFP: aid = 10 EUR\nReuters: aid = 11 USD"))
    assert not result.agreements
    (found,) = result.what_if(assume="rate: EUR = 1.10 USD").agreements
    assert found.assumptions == ("rate: EUR = 1.10 USD",)


@pytest.mark.parametrize(
    "reading", ["314 each side", "= 314 each side", "  314  each side"], ids=["told", "=", "spaces"]
)
def test_a_reading_is_fixed_by_its_words(reading):
    result = reconcile(parse(SWAP))
    assert result.readings()["witkoff"] == ("314 total side",)
    assert result.what_if(read={"witkoff": reading}).readings()["witkoff"] == ("314 each side",)
    assert result.what_if(read={"afp": "place=Gaza City"}).readings()["afp"] == ("place=Gaza City",)


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"drop": "witkof"}, KeyError, "did you mean 'witkoff'"),
        ({"drop": ["ria", "ria2"]}, KeyError, "expected the id of a claim, got 'ria2'"),
        ({"read": {"ria2": "157"}}, KeyError, "did you mean 'ria'"),
        ({"read": {"witkoff": "315"}}, InvalidClaimError, "314 total side | 314 each side"),
        ({"read": {"afp": "8"}}, InvalidClaimError, "place=Gaza City | place=Gaza Strip"),
        ({"drop": "afp", "read": {"afp": "place=Gaza City"}}, InvalidClaimError, "set aside"),
        ({"assume": "sied: both = Russia"}, InvalidClaimError, "did you mean 'side'"),
        ({"assume": "side: both = Rusia"}, InvalidClaimError, "did you mean 'Russia'"),
        (
            {"assume": "category: PoW = prisoner"},
            InvalidClaimError,
            "expected a code of 'category'",
        ),
        ({"assume": "category: prisoner = POW"}, InvalidClaimError, "without a circle"),
        ({"assume": "phase: done = completed"}, InvalidClaimError, "agreed, cancelled"),
        ({"assume": "when: 2026 = 2027"}, InvalidClaimError, "got 'when'"),
        ({"assume": "rate: EUR = much USD"}, InvalidClaimError, "rate: EUR = 1.10 USD"),
        ({"assume": "anything"}, InvalidClaimError, "expected an assumption such as"),
        ({"say": "AFP killed 3"}, InvalidClaimsError, "expected 'source: question = figure'"),
        ({"say": "party AFP on killed"}, InvalidClaimsError, "use assume="),
        ({"say": "AFP: = 3  updates ^nobody"}, InvalidClaimsError, "got ^nobody"),
        ({"say": "AFP: killed = 3  ^ria"}, InvalidClaimsError, "each id once, got 'ria'"),
    ],
)
def test_a_hypothesis_that_cannot_be_says_what_is_allowed(asked, error, words):
    with pytest.raises(error) as raised:
        reconcile(parse(SWAP)).what_if(**asked)
    assert words in str(raised.value).replace('\\"', '"').replace("\\'", "'")


def test_contradicting_hypotheses_are_refused():
    result = reconcile(parse(SWAP))
    with pytest.raises(InvalidClaimError, match="expected category 'POW' to mean 'prisoner'"):
        result.what_if(assume="category: POW = civilian")
    once = result.what_if(read={"witkoff": "314 each side"})
    with pytest.raises(InvalidClaimError, match="expected one reading of"):
        once.what_if(read={"witkoff": "314 total side"})
    late = reconcile(parse(SWAP), until="2026-02-05")
    with pytest.raises(InvalidClaimsError, match="error in the input"):
        late.what_if(say="AFP: killed = 3  @ 2026-02-06")


@given(texts(), st.sampled_from(("2026-02-01", "2026-02-02")))
def test_a_hypothesis_keeps_the_time_up_to_which_all_is_judged(claims, moment):
    kept = [c for c in claims if "@ " not in c or c.rpartition("@ ")[2] <= moment]
    assume(kept)
    supposed = judged(day(claims), until=moment).what_if(say="Hal: killed = 5")
    assert told(supposed) == told(judged(day([*kept, "Hal: killed = 5"])))
