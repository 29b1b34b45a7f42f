"""Laws of reconciling: what may change in the claims, and what may then change in the findings."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimsync.findings.kinds import Basis, Kind
from claimsync.findings.lookup import asked_by
from claimsync.interop import from_records, to_csv, to_ndjson, to_records
from claimsync.interop.files import read
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from tests.laws.worlds import (
    DECLARED,
    NAMES,
    SIDES,
    TREES,
    Said,
    World,
    day,
    judged,
    parsed,
    replace,
    shape,
    texts,
    told,
    true_claim,
    true_worlds,
    truth_of,
    worlds,
)
from tests.oracles import feasible, hull

SUMS = {Basis.PART_EXCEEDS, Basis.PARTS_EXCEED, Basis.PARTS_FALL_SHORT}
WORD = "\\b({})\\b"
RENAMED = dict(
    zip(
        ("Ada", "Ben", "Cy", "Dee", "Eve", "Fay", "Gus", "witness", "police", "North"),
        ("Zoe", "Max", "Tom", "Kim", "Lou", "Ann", "Pam", "guide", "army", "South"),
        strict=True,
    )
)


def bases(result, kind):
    """Return the bases of the findings of one kind, sorted."""
    return sorted(str(finding.basis) for finding in result.of_kind(kind))


def bounds(result):
    """Return what is allowed for every question that has a cell."""
    case = result._case
    cells = range(len(case.cells.keys))
    return {asked_by(case, cell): str(case.allowed(cell)) for cell in cells}


# ------------------------------------------------------------------------------ what is indifferent


@given(texts())
def test_everything_that_is_found_can_be_told(claims):
    result = judged(day(claims))
    for finding in result.findings:
        assert finding.why()
        assert finding.id == result.finding(finding.id).id
    assert len(result.findings) == sum(result.counts.values())
    assert len(result.confirmation().cells) == len(result.confirmation().parties)


@given(texts(), st.data())
def test_the_order_of_claims_changes_nothing(claims, data):
    one, other = judged(day(claims)), judged(day(data.draw(st.permutations(claims))))
    assert told(one) == told(other)
    assert one.to_json() == other.to_json()


@given(texts(), st.permutations(DECLARED))
def test_the_order_of_declarations_changes_nothing(claims, declared):
    assert told(judged(day(claims))) == told(judged("\n".join((*declared, *claims))))


@example(["Ada: (denies) killed = 5", "Ben: killed = 5", "Gus citing unknown: killed = 5"])
@example(["Ada: (denies) killed = 5", "Ben: killed = 6", "Gus citing unknown: killed = 6"])
@example([*["Ada: killed = 5"] * 4, "Ada: (denies) killed", "Ben: killed = 5"])
@given(texts())
def test_the_names_of_sources_change_nothing(claims):
    text = day(claims)
    renamed = re.sub(WORD.format("|".join(RENAMED)), lambda found: RENAMED[found[0]], text)
    assert shape(judged(text)) == shape(judged(renamed))


@given(worlds(tails=True), st.data())
def test_the_ids_of_claims_change_nothing(world, data):
    order = data.draw(st.permutations(range(len(world.claims))))
    other = world.but(
        claims=tuple(replace(c, id=f"c{at}") for c, at in zip(world.claims, order, strict=True))
    )
    one, two = world.judged(), other.judged()
    kinds = [f[:2] for f in told(one) if f[1] not in SUMS]
    assert kinds == [f[:2] for f in told(two) if f[1] not in SUMS]
    assert bool(one.divergences) == bool(two.divergences)


@given(claims=texts())
def test_the_file_format_changes_nothing(claims, tmp_path_factory):
    claimset = parsed(day(claims))
    records = to_records(claimset)
    folder = tmp_path_factory.mktemp("formats")
    for name, text in (("a.csv", to_csv(records)), ("a.ndjson", to_ndjson(records))):
        (folder / name).write_text(text, encoding="utf-8")
        again = read(folder / name, context=claimset.context)
        assert told(reconcile(again)) == told(judged(day(claims)))
    assert told(reconcile(from_records(records, context=claimset.context))) == told(
        judged(day(claims))
    )
    assert told(judged(str(claimset))) == told(judged(day(claims)))


@given(texts("killed"), texts("injured"))
def test_claims_in_unconnected_questions_never_affect_each_other(one, other):
    first, second = judged(day(one)), judged(day(other, "injured"))
    together = judged("\n".join((day(one), day(other, "injured"))))
    assert told(together) == sorted(told(first) + told(second))
    assert bounds(together) == {**bounds(first), **bounds(second)}


@given(texts(), st.sampled_from(("2026-01", "2026-02-01", "2026-02-02")))
def test_until_reproduces_an_earlier_state(claims, moment):
    kept = [c for c in claims if "@ " not in c or c.rpartition("@ ")[2] <= moment]
    assume(kept)
    assert told(judged(day(claims), until=moment)) == told(judged(day(kept)))


# ------------------------------------------------------------------------------------------ scaling

FACTORS = (2, 3, 7, 10, 1000, 10**9, 10**12, 10**25)


@given(worlds(ops=("=", "=", ">=", "<=", "..")), st.sampled_from(FACTORS))
def test_scaling_points_ranges_and_bounds_changes_no_divergence(world, factor):
    scaled = world.but(claims=tuple(replace(c, scale=factor) for c in world.claims))
    one, other = world.judged(), scaled.judged()
    assert [f[:5] for f in told(one) if f[0] == "divergence"] == [
        f[:5] for f in told(other) if f[0] == "divergence"
    ]


@given(worlds(ops=("=", "..")), st.sampled_from(FACTORS))
def test_scaling_points_and_ranges_changes_no_finding_but_how_exactly_it_agrees(world, factor):
    scaled = world.but(claims=tuple(replace(c, scale=factor) for c in world.claims))
    assert [(f[0], *f[2:]) for f in told(world.judged())] == [
        (f[0], *f[2:]) for f in told(scaled.judged())
    ]


@given(
    st.lists(st.tuples(st.integers(10, 99), st.sampled_from(NAMES)), min_size=2, max_size=4),
    st.integers(0, 6),
)
def test_a_power_of_ten_changes_nothing_between_decimals(figures, power):
    def text(exponent):
        lines = [
            f"{who}: share = {digits * 10 ** (exponent - 1) if exponent else digits / 10} km"
            for digits, who in figures
        ]
        return "\n".join([*SIDES, *lines])

    small, large = judged(text(0)), judged(text(power + 1))
    assert bases(small, Kind.DIVERGENCE) == bases(large, Kind.DIVERGENCE)


# ------------------------------------------------------------------------------- origins and echoes


def agreed(*lines):
    """Return the number of independent origins behind the one agreement of these lines."""
    result = judged("\n".join((*SIDES, "measure killed: unit person", *lines)))
    (found,) = result.agreements or (None,)
    return (found.origins_at_least, found.origins_at_most) if found else (0, 0)


@given(st.sets(st.sampled_from(NAMES), min_size=2), st.data())
def test_an_echo_never_raises_independent_agreement(names, data):
    lines = [f"{name}: killed = 5" for name in sorted(names)]
    voices = st.sampled_from(("Gus", "Hal", *NAMES))
    echo = f"{data.draw(voices)} citing {data.draw(st.sampled_from(sorted(names)))}: killed = 5"
    assert agreed(*lines, echo) == agreed(*lines)


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_each_agreeing_origin_of_a_new_side_raises_at_least_by_one(names):
    lines = [f"{name}: killed = 5" for name in sorted(names)]
    least, most = agreed(*lines, "Ida: killed = 5")
    assert agreed(*lines, "Ida: killed = 5", "Joe: killed = 5") == (least + 1, most + 1)


@given(st.sets(st.sampled_from(NAMES), min_size=1))
def test_an_unknown_origin_raises_at_least_by_none(names):
    lines = ["Ida: killed = 5", *(f"{name}: killed = 5" for name in sorted(names))]
    least, most = agreed(*lines)
    assert agreed(*lines, "unknown: killed = 5") == (least, most + 1)


@given(true_worlds(most=5), st.sampled_from(NAMES), st.data())
def test_no_agreement_counts_more_origins_than_there_are_sides(world, name, data):
    sides = {"Ada": "North", "Ben": "North", "Cy": "Dee"}
    there = {sides.get(c.who, c.who) for c in world.claims}
    for finding in world.judged().agreements:
        assert 1 <= finding.origins_at_least <= finding.origins_at_most <= len(there)


# ----------------------------------------------------------------------------- truth and divergence


@given(true_worlds())
def test_claims_that_are_all_true_never_diverge(world):
    assert not world.judged().divergences


@given(true_worlds(tails=True))
def test_true_claims_never_diverge_whenever_they_were_made(world):
    assert not world.judged().divergences


@given(worlds())
def test_something_diverges_exactly_if_no_numbers_satisfy_all_claims(world):
    assert bool(world.judged().divergences) == (not feasible(world.system()))


@given(worlds(), st.data())
def test_what_is_allowed_is_exactly_what_some_solution_reaches(world, data):
    result, system = world.judged(), world.system()
    assume(not result.divergences)
    claimed = sorted({c.place for c in world.claims})
    place = data.draw(st.sampled_from(claimed))
    interval = result.allowed(f"killed [place={place}]")
    assert (interval.low, interval.high) == hull(system, world.places.index(place))


@given(worlds())
def test_implied_bounds_are_exactly_the_hull_and_tighter_than_the_own_claims(world):
    result, system = world.judged(), world.system()
    for bound in result.implied:
        place = re.search(r"place=(\w+)", bound.question)[1]
        ends = (bound.interval.low, bound.interval.high)
        if not result.divergences:
            cell = world.places.index(place)
            assert ends == hull(system, cell)
            assert ends != system.domain(cell)
            tags = {at for at, c in enumerate(world.claims) if c.id in bound.claims}
            assert hull(system.only(tags | own(world, place)), cell) == ends


def own(world, place):
    """Return the tags of a place's own claims."""
    return {at for at, c in enumerate(world.claims) if c.place == place}


@given(worlds())
def test_removing_any_claim_of_a_minimal_conflict_dissolves_it(world):
    for finding in world.judged().divergences:
        if finding.basis in SUMS:
            mine = tuple(c for c in world.claims if c.id in finding.claims)
            assert world.but(claims=mine).judged().divergences
            for out in mine:
                rest = world.but(claims=tuple(c for c in mine if c is not out))
                assert not rest.judged().divergences


@given(true_worlds(), st.data())
def test_widening_a_figure_never_creates_a_divergence(world, data):
    assert not widened(world, data).judged().divergences


@given(worlds(), st.data())
def test_widening_a_figure_of_any_claims_without_divergence_creates_none(world, data):
    assume(not world.judged().divergences)
    assert not widened(world, data).judged().divergences


def widened(world, data):
    """Return the world with one figure that allows more."""
    at = data.draw(st.integers(0, len(world.claims) - 1))
    low, high = world.claims[at].ends
    less, more = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 3))
    changed = replace(world.claims[at], number=max(0, low - less))
    wide = replace(changed, op=">=") if high is None else replace(changed, op="..", to=high + more)
    return world.but(claims=(*world.claims[:at], wide, *world.claims[at + 1 :]))


@given(true_worlds(), st.data())
def test_splitting_a_whole_into_a_complete_partition_that_sums_creates_no_divergence(world, data):
    wholes = {re.findall(r"\w+", line)[0] for line in world.tree}
    points = [c for c in world.claims if c.op == "=" and c.place not in wholes]
    assume(points)
    split = data.draw(st.sampled_from(points))
    east = data.draw(st.integers(0, split.number))
    more = world.but(tree=(*world.tree, f"{split.place} = east + west")).plus(
        replace(split, place="east", number=east, id="east"),
        replace(split, place="west", number=split.number - east, id="west"),
    )
    result = more.judged()
    assert not result.divergences
    assert any(f.basis is Basis.AGGREGATION for f in result.agreements) or result.of_kind(
        Kind.TENSION
    )


@st.composite
def cross_tables(draw):
    """True claims about a whole with two complete partitions side by side: sums form a circle."""
    tree = ("all = n + s", "all = day + night")
    truth = truth_of(draw, ("all = n + s",))
    truth["day"] = draw(st.integers(0, truth["all"]))
    truth["night"] = truth["all"] - truth["day"]
    places = World((), tree).places
    many = draw(st.integers(1, 7))
    return World(tuple(true_claim(draw, truth, places, f"c{at}") for at in range(many)), tree)


@given(cross_tables())
def test_partitions_side_by_side_never_diverge_over_true_claims(world):
    assert not world.judged().divergences


@given(worlds(trees=(("all = n + s", "all = day + night"),)))
def test_partitions_side_by_side_diverge_exactly_if_no_numbers_satisfy_all_claims(world):
    places = {c.place for c in world.claims}
    reached = {"n", "s"} & places and {"day", "night"} & places
    assume("all" in places or reached)
    assert bool(world.judged().divergences) == (not feasible(world.system()))


# ------------------------------------------------------------------------------- non-confirmation

STANCES = (
    "? killed",
    "(no comment) killed",
    "(unaware) killed [place=n]",
    "(cannot verify) killed [place=all]",
    "(questions) killed [event=raid, phase=agreed]",
)
NEWS = {Kind.DIVERGENCE, Kind.TENSION, Kind.AGREEMENT}


@given(texts(), st.sampled_from(STANCES), st.sampled_from(("Hal", "Ida")))
def test_a_non_confirmation_moves_no_bound_and_no_verdict(claims, stance, who):
    before, after = judged(day(claims)), judged(day([*claims, f"{who}: {stance}"]))
    assert bounds(before) == bounds(after)
    assert [f for f in told(before) if f[0] in NEWS] == [f for f in told(after) if f[0] in NEWS]


@example(["Ada: killed = 5", "Ada: killed [place=n | s] = 5"], "(unaware) killed [place=n]")
@given(texts(most=4), st.sampled_from(STANCES))
def test_an_explicit_stance_is_always_told(claims, stance):
    told_before = judged(day(claims)).non_confirmations
    after = judged(day([*claims, f"Hal: {stance}  ^hal"]))
    mine = [f for f in after.non_confirmations if "hal" in f.claims]
    assert len(mine) == 1
    assert len(after.non_confirmations) >= 1
    assert {f.basis for f in told_before} <= {f.basis for f in after.non_confirmations} | {
        Basis.SINGLE_ORIGIN,
        Basis.SILENT,
    }


# ----------------------------------------------------------------------------------------- edges


def test_no_claims_make_no_findings():
    assert reconcile(parse("")).findings == ()


def test_until_before_every_claim_makes_no_findings():
    assert judged("Ada: killed = 5  @ 2026-02-02", until="2026-02-01").findings == ()


@example(World((Said("Ada", "n", "=", 1, id="a"),)))
@given(worlds(most=3))
def test_a_world_prints_as_notation_that_says_the_same(world):
    assert told(reconcile(parse(str(parsed(world.text))))) == told(world.judged())


@pytest.mark.parametrize("tree", TREES)
def test_every_tree_of_the_worlds_is_a_forest_to_the_engine(tree):
    world = World(tuple(Said("Ada", place, "=", 0) for place in World((), tree).places), tree)
    assert world.judged().undecided == ()
