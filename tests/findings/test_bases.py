"""Every basis of every kind: when it is told, and what just misses it."""

import pytest

from tests.findings.told import COUNT, OPEN, SHARE, TOTAL, TREE, only, result_of, told

IMPLIES = "measure killed: implies strike happened"
DAYS = tuple(f"A: killed [when=2026-02-{d:02}] = 1" for d in range(1, 29))
MONTHS = tuple(f"A: killed [when=2026-{m:02}] = 1" for m in range(1, 13))
AGREE, DIVERGE, TENSION = "agreement", "divergence", "tension"
NONE, APART, REVISION, ECHO = "non-confirmation", "not comparable", "revision", "echo"

BOTH = "relation casualties = killed + injured"
GROWS = "relation new = total - total [previous day]"
CASES = {
    # relations
    "measures that add up agree by relation": [
        (AGREE, "relation"), BOTH, "A: killed = 5", "B: injured = 8", "C: casualties = 13"],
    "measures that fall short of their sum break the relation": [
        (DIVERGE, "relation broken"),
        BOTH, "A: killed = 5", "B: injured = 8", "C: casualties = 14"],
    "one measure that exceeds the sum breaks the relation": [
        (DIVERGE, "relation broken"), BOTH, "A: killed = 5", "B: casualties = 4"],
    "a sum that no usual figure reaches strains the relation": [
        (TENSION, "outside usual reading"),
        BOTH, "A: killed = dozens", "B: injured = 0", "C: casualties = 12"],
    "a day that is the growth of a total agrees by relation": [
        (AGREE, "relation"), TOTAL, GROWS, "A: total = 10  as of 2026-02-01",
        "A: total = 15  as of 2026-02-02", "A: new = 5  as of 2026-02-02"],
    "a day that is not the growth of a total breaks the relation": [
        (DIVERGE, "relation broken"), TOTAL, GROWS, "A: total = 10  as of 2026-02-01",
        "A: total = 15  as of 2026-02-02", "A: new = 6  as of 2026-02-02"],
    "two days in a gap that exceed the growth of a total break the relation": [
        (DIVERGE, "relation broken"), TOTAL, GROWS, "A: total = 10  as of 2026-02-01",
        "A: total = 15  as of 2026-02-04", "A: new = 6  as of 2026-02-03"],
    "a day that is asked by day stands beside a total as of that day": [
        (DIVERGE, "relation broken"), TOTAL, GROWS, "A: total = 10  as of 2026-02-01",
        "A: total = 15  as of 2026-02-02", "A: new [when=2026-02-02] = 6"],
    "more than there may be breaks the relation": [
        (DIVERGE, "relation broken"), "relation dead >= children + women",
        "A: dead = 7", "B: children = 4", "C: women = 4"],
    "all that there may be agrees by relation": [
        (AGREE, "relation"), "relation dead >= children + women",
        "A: dead = 8", "B: children = 4", "C: women = 4"],
    "tonnes and kilograms agree by relation": [
        (AGREE, "relation"), "relation grain = wheat + rye",
        "A: grain = 2.5..2.6 t", "B: wheat = 2,000..2,050 kg", "C: rye = 500..550 kg"],
    "a factor that fits agrees by relation": [
        (AGREE, "relation"), "relation eggs = 12 * boxes", "A: eggs = 60", "B: boxes = 5"],
    "a factor that does not fit breaks the relation": [
        (DIVERGE, "relation broken"), "relation eggs = 12 * boxes", "A: eggs = 48", "B: boxes = 5"],
    "a factor that usual figures miss strains the relation": [
        (TENSION, "outside usual reading"),
        "relation eggs = 12 * boxes", "A: eggs = dozens", "B: boxes = 1"],
    "a share of its denominator agrees by relation": [
        (AGREE, "relation"), "relation votes = turnout * registered",
        "measure turnout: unit %, minimum 0",
        "A: votes = 520", "B: turnout = 52 %", "C: registered = 1,000"],
    "a share that its denominator excludes breaks the relation": [
        (DIVERGE, "relation broken"), "relation votes = turnout * registered",
        "measure turnout: unit %, minimum 0",
        "A: votes = 570", "B: turnout = 52 %", "C: registered = 1,000"],
    "several measures on both sides agree by relation": [
        (AGREE, "relation"), "relation stock = was + born - died",
        "A: stock = 8", "B: was = 6", "C: born = 3", "D: died = 1"],
    # agreement
    "equal points agree exactly": [(AGREE, "exact"), "A: killed = 8", "B: killed = 8"],
    "a dozen and twelve agree exactly": [(AGREE, "exact"), "A: killed = a dozen", "B: killed = 12"],
    "an occurrence that two assert is agreed exactly": [(AGREE, "exact"), "A: swap", "B: swap"],
    "around a figure and a figure that rounds to it agree by rounding": [
        (AGREE, "rounding"), "A: killed ~ 55,000", "B: killed = 54,800"],
    "around a figure and one far from it diverge": [
        (DIVERGE, "value"), "A: killed ~ 55,000", "B: killed = 70,000"],
    "around a figure and one at the logical edge are in tension": [
        (TENSION, "outside usual reading"), "A: killed ~ 55,000", "B: killed = 60,000"],
    "a point inside a bound refines it": [
        (AGREE, "refinement"), "A: killed >= 20", "B: killed = 22"],
    "a point far above a bound is in tension with it": [
        (TENSION, "outside usual reading"), "A: killed >= 20", "B: killed = 40"],
    "ranges that overlap agree by their bounds": [
        (AGREE, "bounds"), "A: killed = 4..8", "B: killed = 6..10"],
    "ranges that touch agree by their bounds": [
        (AGREE, "bounds"), "A: killed = 4..8", "B: killed = 8..10"],
    "ranges that do not touch diverge": [
        (DIVERGE, "value"), "A: killed = 4..8", "B: killed = 9..10"],
    "more than eight and at most eight diverge": [
        (DIVERGE, "value"), "A: killed > 8", "B: killed <= 8"],
    "at least eight and at most eight agree": [
        (AGREE, "bounds"), "A: killed >= 8", "B: killed <= 8"],
    "under eight and eight diverge": [(DIVERGE, "value"), "A: killed < 8", "B: killed = 8"],
    "a figure give or take agrees with one inside": [
        (AGREE, "refinement"), "A: killed = 12 +- 2", "B: killed = 14"],
    "a figure give or take diverges from one outside": [
        (DIVERGE, "value"), "A: killed = 12 +- 2", "B: killed = 15"],
    "nearly three hundred strains against three hundred": [
        (TENSION, "outside usual reading"), "A: killed = nearly 300", "B: killed = 300"],
    "nearly three hundred agrees with a few fewer": [
        (AGREE, "refinement"), "A: killed = nearly 300", "B: killed = 298"],
    "dozens and twelve strain": [
        (TENSION, "outside usual reading"), "A: killed = dozens", "B: killed = 12"],
    "dozens and thirty agree": [(AGREE, "refinement"), "A: killed = dozens", "B: killed = 30"],
    "dozens and eleven diverge": [(DIVERGE, "value"), "A: killed = dozens", "B: killed = 11"],
    "parts that sum to a claimed whole agree by aggregation": [
        (AGREE, "aggregation"), COUNT, TREE,
        "A: killed [place=all] = 7", "B: killed [place=n] = 3", "C: killed [place=s] = 4"],
    "an open list that sums to the whole agrees by aggregation": [
        (AGREE, "aggregation"), COUNT, OPEN,
        "A: killed [place=all] = 7", "B: killed [place=n] = 3", "C: killed [place=s] = 4"],
    "a whole that no usual sum reaches is in tension": [
        (TENSION, "outside usual reading"), COUNT, TREE,
        "A: killed [place=all] = 12", "B: killed [place=n] = dozens", "C: killed [place=s] = 0"],
    "two partitions that sum alike agree though nobody claims the whole": [
        (AGREE, "aggregation"), COUNT, TREE, "partition place: all = day + night",
        "A: killed [place=n] = 3", "A: killed [place=s] = 4",
        "B: killed [place=day] = 2", "B: killed [place=night] = 5"],
    "a count entails the event that its measure implies": [
        (AGREE, "entailment"), IMPLIES,
        "A: killed [event=raid] = 5", "B: strike happened [event=raid]"],
    # divergence
    "asserting and denying an occurrence diverge in polarity": [
        (DIVERGE, "polarity"), "A: swap", "B: (denies) swap"],
    "a denial of a day diverges from an occurrence in its month": [
        (DIVERGE, "polarity"), "A: swap [when=2026-02]", "B: (denies) swap [when=2026-02-03]"],
    "a figure that is denied diverges from whoever tells it": [
        (DIVERGE, "denied figure"), "A: killed = 12", "B: (denies) killed = 12"],
    "a vague figure that is denied diverges from a figure inside it": [
        (DIVERGE, "denied figure"), "A: killed = 30", "B: (denies) killed = dozens"],
    "a denial with a counter-figure that excludes it is told as a divergence of values": [
        (DIVERGE, "value"), "A: killed = 12  ^x", "B: killed = 5  denies ^x"],
    "a positive count diverges from the denial of its event": [
        (DIVERGE, "presupposition denied"), IMPLIES,
        "A: killed [event=raid] = 5", "B: (denies) strike happened [event=raid]"],
    "a positive count diverges from a denial without a figure": [
        (DIVERGE, "presupposition denied"), "A: killed = 5", "B: (denies) killed"],
    "one part larger than the whole exceeds it": [
        (DIVERGE, "part exceeds whole"), COUNT, TREE,
        "A: killed [place=all] = 5", "B: killed [place=n] = 7"],
    "parts of an open list may exceed the whole": [
        (DIVERGE, "parts exceed whole"), COUNT, OPEN,
        "A: killed [place=all] = 5", "B: killed [place=n] = 3", "C: killed [place=s] = 4"],
    "parts of a complete list may fall short": [
        (DIVERGE, "parts fall short"), COUNT, TREE,
        "A: killed [place=all] = 9", "B: killed [place=n] = 3", "C: killed [place=s] = 4"],
    "listed precincts that are all there are may fall short": [
        (DIVERGE, "parts fall short"), "partition precinct: by path, complete as listed",
        "A: votes [precinct=G] = 10", "B: votes [precinct=G/1] = 6", "B: votes [precinct=G/2] = 3"],
    "two partitions of an unclaimed whole may differ": [
        (DIVERGE, "parts exceed whole"), COUNT, TREE, "partition place: all = day + night",
        "A: killed [place=n] = 3", "A: killed [place=s] = 4",
        "B: killed [place=day] = 3", "B: killed [place=night] = 5"],
    "one part that overlaps others may exceed the whole": [
        (DIVERGE, "part exceeds whole"), COUNT, "partition place: all = n + s, overlapping",
        "A: killed [place=all] = 5", "B: killed [place=n] = 6"],
    "a day may exceed its month": [
        (DIVERGE, "part exceeds whole"), COUNT,
        "A: killed [when=2026-02] = 5", "B: killed [when=2026-02-03] = 9"],
    "the days of a month add up to it": [
        (AGREE, "aggregation"), COUNT, *DAYS, "B: killed [when=2026-02] = 28"],
    "the days of a month may fall short of it": [
        (DIVERGE, "parts fall short"), COUNT, *DAYS, "B: killed [when=2026-02] = 29"],
    "the months of a year may fall short of it": [
        (DIVERGE, "parts fall short"), COUNT, *MONTHS, "B: killed [when=2026] = 13"],
    "two relays of one origin may differ": [
        (DIVERGE, "relay differs"), "V citing M: killed = 5", "W citing M: killed = 7"],
    "one voice may contradict itself": [
        (DIVERGE, "self-contradiction"), "A: killed = 5", "A: killed = 7"],
    "figures of one moment contradict each other": [
        (DIVERGE, "self-contradiction"),
        "A: killed = 5  @ 2026-02-01", "A: killed = 7  @ 2026-02-01"],
    # tension and phases
    "plan and outcome that fit agree across phases": [
        (AGREE, "exact"), "A: freed [event=swap, phase=agreed] = 5",
        "B: freed [event=swap, phase=completed] = 5"],
    "plan and outcome that do not fit are in tension": [
        (TENSION, "plan and outcome differ"), "A: freed [event=swap, phase=agreed] = 5",
        "B: freed [event=swap, phase=completed] = 7"],
    "what was cancelled and what happened are in tension": [
        (TENSION, "plan and outcome differ"), "A: swap [event=e, phase=cancelled]",
        "B: swap [event=e, phase=completed]"],
    "a part of an outcome that exceeds the planned whole is a tension": [
        (TENSION, "plan and outcome differ"), TREE,
        "A: freed [event=e, phase=agreed, place=all] = 5",
        "B: freed [event=e, phase=completed, place=n] = 7"],
    "a figure without a place and one of the whole strain if read as the total": [
        (TENSION, "if read as total"), COUNT, TREE, "A: killed = 5", "B: killed [place=all] = 7"],
    "a figure without an event and one with strain if read as that event's": [
        (TENSION, "if read as total"), "A: killed = 5", "B: killed [event=raid] = 7"],
    # non-confirmation
    "neither confirming nor denying is told": [
        (NONE, "neither confirms nor denies"), "A: visit", "K: ? visit"],
    "no comment is told": [(NONE, "no comment"), "A: visit", "K: (no comment) visit"],
    "who cannot verify is told": [(NONE, "cannot verify"), "A: visit", "K: (cannot verify) visit"],
    "who is unaware is told": [(NONE, "unaware"), "A: visit", "K: (unaware) visit"],
    "who questions is told": [(NONE, "questions"), "A: visit", "K: (questions) visit"],
    "no information is told": [
        (NONE, "no information"), "A: killed = no information", "B: killed = 5"],
    "a party that would know and says nothing is silent": [
        (NONE, "silent"), "party U on killed", "A: killed = 5"],
    # not comparable
    "two plans are of other phases": [
        (APART, "other phase"), "A: freed [event=e, phase=agreed] = 5",
        "B: freed [event=e, phase=scheduled] = 7"],
    "flows of other dates are not comparable": [
        (APART, "other date"), "A: killed = 9  as of 2026-02-01",
        "B: killed = 17  as of 2026-02-02"],
    "parts of different partitions are of other scope": [
        (APART, "other scope"), COUNT, TREE, "partition place: all = day + night",
        "A: killed [event=e, place=n] = 5", "B: killed [event=e, place=day] = 6"],
    "a stock of a day and of its month are of other scope": [
        (APART, "other scope"), "measure staff: unit person, stock",
        "A: staff [when=2026-02] = 5", "B: staff [when=2026-02-03] = 9"],
    "a place left out leaves the scope unknown": [
        (APART, "scope unknown"), "A: killed [event=e, place=n] = 5", "B: killed [event=e] = 6"],
    "periods that overlap leave the scopes overlapping": [
        (APART, "scope overlaps"), "A: killed [when=2026-02-01/2026-02-05] = 5",
        "B: killed [when=2026-02-03/2026-02-09] = 6"],
    "money without a rate has no common unit": [
        (APART, "no common unit"), "A: damage = 100 EUR", "B: damage = 110 USD"],
    "shares of different groups have other denominators": [
        (APART, "other denominator"), SHARE,
        "A: share [event=e, of=men] = 12 %", "B: share [event=e, of=women] = 13 %"],
    "the denial of another figure leaves a figure open": [
        (APART, "denial leaves it open"), "A: killed = 15", "B: (denies) killed = 12"],
    # revision and echo
    "a later figure of one origin is an update": [
        (REVISION, "update"), "A: killed = 5  @ 2026-02-01", "A: killed = 7  @ 2026-02-02"],
    "a link makes an update without dates": [
        (REVISION, "update"), "A: killed = 5  ^x", "A: killed = 7  updates ^x"],
    "a later relay of one origin is an update": [
        (REVISION, "update"), "V citing M: killed = 5  @ 2026-02-01",
        "W citing M: killed = 7  @ 2026-02-02"],
    "a correction is told": [
        (REVISION, "correction"), "A: killed = 5  ^x", "A: killed = 7  corrects ^x"],
    "a retraction is told": [
        (REVISION, "retraction"), "A: killed = 5  ^x", "A: (retracts) killed  retracts ^x"],
    "who asserts and later denies changed position": [
        (REVISION, "position changed"), "A: swap  @ 2026-02-01", "A: (denies) swap  @ 2026-02-02"],
    "a running total that falls is told": [
        (REVISION, "cumulative fall"), TOTAL,
        "A: total = 9  as of 2026-02-01", "A: total = 7  as of 2026-02-02"],
    "running totals of two origins that fall are in tension": [
        (TENSION, "outside usual reading"), TOTAL,
        "A: total = 9  as of 2026-02-01", "B: total = 7  as of 2026-02-02"],
    "running totals of two origins that rise are of other dates": [
        (APART, "other date"), TOTAL,
        "A: total = 9  as of 2026-02-01", "B: total = 17  as of 2026-02-02"],
    "two relays of one word are an echo": [
        (ECHO, "same origin"), "V citing M: killed = 5", "W citing M: killed = 5"],
    "one voice that says the same twice is repeated": [
        (ECHO, "repeated"), "A: killed = 5", 'A: killed = 5  "five"'],
    # categories, units, decimals
    "different categories diverge": [
        (DIVERGE, "value"), "measure damage: categories",
        'A: damage = "heavy"', 'B: damage = "slight"'],
    "equal categories agree": [
        (AGREE, "exact"), "measure damage: categories",
        'A: damage = "heavy"', 'B: damage = "heavy"'],
    "kilometres and miles are converted": [
        (AGREE, "rounding"), "A: length = 10 km", "B: length = 6.2 mile"],
    "kilometres and miles may diverge": [
        (DIVERGE, "value"), "A: length = 10 km", "B: length = 7.2 mile"],
    "acres and square kilometres are converted": [
        (AGREE, "rounding"), "A: burnt = 9,900 acre", "B: burnt = 40 km2"],
    "a rounded share agrees with a finer one": [
        (AGREE, "rounding"), SHARE, "A: share = 12 %", "B: share = 12.4 %"],
    "a rounded share ends just before the next half": [
        (DIVERGE, "value"), SHARE, "A: share = 12 %", "B: share >= 12.5 %"],
    "a rounded share reaches up to the next half": [
        (AGREE, "bounds"), SHARE, "A: share = 12 %", "B: share >= 12.4 %"],
    "neighbouring shares diverge though their ends touch": [
        (DIVERGE, "value"), SHARE, "A: share = 12 %", "B: share = 13 %"],
    "half a percent written finer is another interval": [
        (DIVERGE, "value"), SHARE, "A: share = 0.50 %", "B: share = 0.51 %"],
}  # fmt: skip

NOTHING = {
    "disjoint periods are other questions": [
        "A: swap [when=2026-02-01]", "B: (denies) swap [when=2026-02-03]"],
    "a count of nobody does not presuppose its event": [
        IMPLIES, "A: killed [event=raid] >= 0", "B: (denies) strike happened [event=raid]"],
    "parts of an open list may leave a rest": [
        COUNT, OPEN, "A: killed [place=all] = 9", "B: killed [place=n] = 3",
        "C: killed [place=s] = 4"],
    "a missing part is not zero": [
        COUNT, TREE, "A: killed [place=all] = 9", "B: killed [place=n] = 3"],
    "parts that overlap are never added": [
        COUNT, "partition place: all = n + s, overlapping",
        "A: killed [place=all] = 5", "B: killed [place=n] = 4", "C: killed [place=s] = 4"],
    "parts that may overlap are never added": [
        COUNT, "partition place: all = n + s, maybe overlapping",
        "A: killed [place=all] = 5", "B: killed [place=n] = 4", "C: killed [place=s] = 4"],
    "precincts by path leave others possible": [
        "partition precinct: by path",
        "A: votes [precinct=G] = 10", "B: votes [precinct=G/1] = 6", "B: votes [precinct=G/2] = 3"],
    "siblings of one partition are not compared": [
        COUNT, TREE, "A: killed [event=e, place=n] = 5", "B: killed [event=e, place=s] = 6"],
    "codes of an undeclared dimension are not compared": [
        COUNT, "A: killed [event=e, place=n] = 5", "B: killed [event=e, place=x] = 6"],
    "a running total may rise": [
        TOTAL, "A: total = 5  as of 2026-02-01", "A: total = 7  as of 2026-02-02"],
    "running totals of other dates are never summed": [
        TOTAL, TREE, "A: total [place=all] = 9  as of 2026-02-01",
        "B: total [place=n] = 6  as of 2026-02-02", "B: total [place=s] = 6  as of 2026-02-02"],
    "shares are never added": [
        SHARE, "partition place: all = n + s", "A: share [place=all] = 10 %",
        "B: share [place=n] = 12 %", "C: share [place=s] = 13 %"],
    "two anonymous sources may be one": [
        "V citing witness (anonymous): killed = 5", "W citing witness (anonymous): killed = 5"],
    "an unknown origin confirms nothing": ["A: killed = 5", "unknown: killed = 5"],
    "an anonymous source may be the one it may overlap": [
        "source two: anonymous, members = 2, may overlap F", "F: killed = 5", "two: killed = 5"],
    "silence on other questions is nothing": [
        "party U on injured", "A: killed = 5"],
}  # fmt: skip


@pytest.mark.parametrize("sentence", CASES)
def test_it_is_told_that(sentence):
    expected, *lines = CASES[sentence]
    assert told(*lines) == [expected]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_said_since(sentence):
    assert told(*NOTHING[sentence]) == []


def test_every_basis_that_can_be_told_of_many_claims_has_an_example():
    from claimsync.findings.kinds import Basis

    shown = {basis for (_, basis), *_ in CASES.values()}
    elsewhere = {Basis.SINGLE_ORIGIN, Basis.OTHER_QUESTION, Basis.NO_POLARITY}
    assert shown | elsewhere == set(Basis)


def test_a_claim_that_stands_alone_has_a_single_origin():
    assert told("A: killed = 5", single=True) == [(NONE, "single origin")]
    assert told("V citing M: killed = 5", "W citing M: killed = 5", single=True) == [
        (NONE, "single origin"),
        (ECHO, "same origin"),
    ]


def test_a_series_of_one_origin_is_one_single_origin():
    found = told(TOTAL, *(f"A: total = {d}  as of 2026-02-0{d}" for d in range(1, 6)), single=True)
    assert found == [(NONE, "single origin")]


def test_a_silent_party_makes_no_single_origin_beside_it():
    assert told("party U on killed", "A: killed = 5", single=True) == [(NONE, "silent")]


def test_a_relation_that_joins_nothing_is_named():
    result = result_of("relation casualties = killed + injured", "A: killed = 5")
    assert any("casualties = killed + injured" in note for note in result.notes)
    joined = result_of("relation casualties = killed + injured", "A: killed = 5", "B: injured = 4")
    assert not joined.notes


def test_percent_and_percentage_points_are_not_one_unit():
    from claimsync.errors import InvalidClaimsError

    with pytest.raises(InvalidClaimsError) as raised:
        result_of("A: share = 12 %", "B: share = 12 percentage point")
    assert "percentage point" in str(raised.value.exceptions[0])
    assert told("A: share = 12 %", "B: change in share = 12 percentage point") == []


def test_a_sum_with_an_open_end_is_tight_where_it_forces_a_point():
    found = only(
        COUNT, OPEN, "A: injured [place=all] = 29", "B: injured [place=n] >= 24",
        "C: injured [place=s] = 5",
        "measure injured: unit person",
    )  # fmt: skip
    assert (str(found.basis), [str(m) for m in found.modifiers]) == ("aggregation", ["tight"])


def test_a_sum_of_one_origin_with_itself_is_marked_and_adds_none():
    found = only(
        COUNT,
        TREE,
        "A: killed [place=all] = 7",
        "A: killed [place=n] = 3",
        "A: killed [place=s] = 4",
    )
    assert [str(m) for m in found.modifiers] == ["same origin"]
    assert (found.origins_at_least, found.origins_at_most) == (1, 1)


@pytest.mark.parametrize("where", ["n", "all"])
def test_a_sum_is_told_once_for_each_position_of_one_diverging_cell(where):
    own = {"n": ("= 3", "= 5", 9), "all": ("= 9", "= 7", 3)}[where]
    rest = "C: killed [place=all] = 9" if where == "n" else "C: killed [place=n] = 3"
    result = result_of(
        COUNT, TREE, f"A: killed [place={where}] {own[0]}  ^a",
        f"B: killed [place={where}] {own[1]}  ^b",
        rest + "  ^c", "D: killed [place=s] = 4  ^d",
    )  # fmt: skip
    assert [str(d.basis) for d in result.divergences] == ["value", "parts fall short"]
    (agreed,) = result.agreements
    short = result.divergences[1]
    assert {"c", "d"} < set(short.claims)
    assert {"c", "d"} < set(agreed.claims)
    assert {*short.claims, *agreed.claims} == {"a", "b", "c", "d"}
    assert len(set(short.claims) & {"a", "b"}) == len(set(agreed.claims) & {"a", "b"}) == 1


def crossed(*margins: str, cells: str = "= 1"):
    """A place × time table with ``margins``; every cell says ``cells``."""
    rows = [
        f"A: killed [place={p}, time={t}] {cells}" for p in ("n", "s") for t in ("day", "night")
    ]
    return result_of(COUNT, TREE, "partition time: all = day + night", *rows, *margins)


FITTING = (
    "B: killed [place=all, time=day] = 2", "B: killed [place=all, time=night] = 2",
    "C: killed [place=n, time=all] = 2", "C: killed [place=s, time=all] = 2",
)  # fmt: skip


def test_a_table_whose_rows_and_columns_give_two_totals_is_one_conflict_of_all_margins():
    margins = ("C: killed [place=n, time=all] = 3", "C: killed [place=s, time=all] = 2")
    result = crossed(*FITTING[:2], *margins, cells="<= 3")
    (clash,) = result.divergences
    assert str(clash.basis) == "parts exceed whole"
    assert len(clash.claims) == 4
    assert not result.undecided


def test_a_row_of_a_crossed_table_that_falls_short_is_told_by_itself():
    asked = crossed("B: killed [place=all, time=day] = 5", cells="<= 2")
    assert [str(d.basis) for d in asked.divergences] == ["parts fall short"]


def test_a_crossed_table_that_fits_is_judged_jointly():
    result = crossed(*FITTING)
    assert not result.divergences
    assert not result.undecided


def test_without_the_solver_a_crossed_table_is_undecided_unless_a_sum_alone_decides(monkeypatch):
    monkeypatch.setattr("claimsync.reason.exact.installed", lambda: False)
    assert not crossed(*FITTING).undecided  # every cell is a point, so the sums tell
    (open_,) = crossed(*FITTING, cells="<= 2").undecided
    assert "pip install 'claimsync[solver]'" in open_.reason
    assert len(open_.claims) == 8


def test_what_crossing_sums_leave_of_a_total_is_told():
    text = """
    partition place: county = north + centre + south
    partition place: upper = north + centre
    partition place: lower = centre + south
    partition place: outer = north + south
    measure oil: unit tonne, decimal
    Upper: oil [place=upper] <= 5.5 tonnes
    Lower: oil [place=lower] < 8 tonnes
    Outer: oil [place=outer] < 11 tonnes
    Governor: oil [place=county] >= 13 tonnes
    """
    (clash,) = result_of(text).divergences
    assert "make oil (county) at least 13 and under 12.25" in clash.why()


def test_a_hundred_thousand_claims_on_one_question_are_one_divergence():
    from claimsync.model.claim import Claim, Reading
    from claimsync.model.claimset import ClaimSet
    from claimsync.model.context import Context
    from claimsync.model.figure import Figure
    from claimsync.model.question import Question
    from claimsync.model.source import Attribution
    from claimsync.pipeline import reconcile

    question = Question(measure="killed")
    readings = [(Reading(figure=Figure(number=str(n))),) for n in (5, 6, 7)]
    claims = [
        Claim(
            attribution=Attribution(chain=(f"S{at % 1000}-{at % 3}",)),
            question=question,
            readings=readings[at % 3],
            id=f"c{at}",
        )
        for at in range(100_000)
    ]
    result = reconcile(ClaimSet.checked(claims, Context(), []))
    (found,) = result.divergences
    assert str(found.basis) == "value"
    assert len(found.claims) == 100_000
    assert sorted(len(position) for position in found.positions) == [33_333, 33_333, 33_334]


def test_positions_tell_who_holds_what():
    held = result_of(
        "A: killed = 5  ^a", "B: killed >= 6  ^b", "C: killed = 7  ^c", "D: killed = 6  ^d"
    ).positions("killed")
    assert [(str(p.interval), p.claims, p.origins) for p in held] == [
        ("exactly 5", ("a",), ("A",)),
        ("exactly 6", ("b", "d"), ("B", "D")),
        ("exactly 7", ("b", "c"), ("B", "C")),
    ]
