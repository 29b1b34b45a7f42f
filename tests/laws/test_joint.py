"""Laws of judging claims jointly: conflicts over several sums, families, and every repair."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from claimsync.findings.kinds import Basis
from claimsync.notation import parse
from claimsync.pipeline import reconcile
from claimsync.reason import exact
from tests.laws.worlds import TREES, judged, replace, worlds
from tests.oracles import Solved, TooHard

SUMS = {Basis.PART_EXCEEDS, Basis.PARTS_EXCEED, Basis.PARTS_FALL_SHORT, Basis.RELATION_BROKEN}
ODD = ("ab = a + b", "bc = b + c", "ac = a + c")
CIRCLES = (
    ("all = n + s", "all = day + night"),
    ("all = n + s", "all >= day + night"),
    ODD,
    ("all = n + s", "n = n1 + n2", "east = n1 + s1", "s = s1 + s2"),
)
days = worlds(trees=CIRCLES, ops=("=", "=", "=", ">=", "<=", ".."))
either = st.one_of(worlds(trees=TREES), days)
some = settings(max_examples=max(20, settings().max_examples // 6))  # each asks many questions


def whole(world):
    """Return the world with every place claimed to be at least nothing, so that each is asked."""
    taken = {c.place for c in world.claims}
    more = [
        replace(world.claims[0], who="Gus", place=place, op=">=", number=0, id=f"z{at}", tail="")
        for at, place in enumerate(world.places)
        if place not in taken
    ]
    return world.plus(*more)


def lightest(world, weight):
    """Return the least weight to set aside and all sets of ids, by the other solver."""
    ids = [claim.id for claim in world.claims]
    by_tag = {at: weight[name] for at, name in enumerate(ids) if name in weight}
    try:
        found = Solved(world.system()).lightest(by_tag)
    except TooHard:
        reject()
    return found and (found[0], {frozenset(ids[at] for at in tags) for tags in found[1]})


def told(families):
    """Return the weight of one repair of every family, and all such choices."""
    if any(family.weight is None for family in families):
        return None
    asides = [[frozenset(repair.aside) for repair in family.repairs] for family in families]
    sets = {frozenset().union(*chosen) for chosen in itertools.product(*asides)}
    return sum((Fraction(family.weight) for family in families), start=Fraction(0)), sets


# ---------------------------------------------------------------------------------- divergences


@some
@given(days)
def test_circles_diverge_exactly_if_no_whole_numbers_satisfy_all_claims(world):
    world = whole(world)
    solved = Solved(world.system())
    try:
        assert bool(world.judged().divergences) == (not solved.holds(solved.tags))
    except TooHard:
        reject()
    assert world.judged().undecided == ()


@some
@given(days)
def test_removing_any_claim_of_a_minimal_conflict_dissolves_it(world):
    result = world.judged()
    for finding in result.divergences:
        if finding.basis in SUMS:
            others = set(result.claims.ids) - set(finding.claims)
            alone = result.what_if(drop=others)
            assert alone.divergences
            assert all(not alone.what_if(drop=out).divergences for out in finding.claims)


@some
@given(days, st.data())
def test_the_order_of_claims_changes_no_family(world, data):
    other = world.but(claims=tuple(data.draw(st.permutations(world.claims))))
    one, two = world.judged(), other.judged()
    assert one.to_json() == two.to_json()
    assert one.families() == two.families()


@some
@given(days, st.sampled_from((10, 10**6, 10**12)))
def test_scaling_all_numbers_keeps_every_divergence_of_even_ones(world, factor):
    even = world.but(claims=tuple(replace(c, scale=2) for c in world.claims))
    large = world.but(claims=tuple(replace(c, scale=2 * factor) for c in world.claims))
    one, two = even.judged(), large.judged()
    assert [f.claims for f in one.divergences] == [f.claims for f in two.divergences]
    assert told(one.families()) == told(two.families())


# -------------------------------------------------------------------------------------- repairs


@some
@given(either)
def test_families_partition_the_divergences(world):
    result = world.judged()
    families = result.families()
    listed = [name for family in families for name in family.findings]
    assert sorted(listed) == sorted(finding.id for finding in result.divergences)
    assert [family.group for family in families] == list(range(1, len(families) + 1))
    claims = [name for family in families for name in family.claims]
    assert len(claims) == len(set(claims))


@some
@given(either)
def test_repairs_are_all_the_lightest_sets(world):
    world = whole(world)
    assert told(world.judged().families()) == lightest(world, {c.id: 1 for c in world.claims})


@some
@given(either, st.data())
def test_weights_and_pins_are_honoured(world, data):
    world = whole(world)
    ids = [claim.id for claim in world.claims]
    cost = st.sampled_from((1, 1, 2, 3, Fraction(1, 2), None))
    costs = {name: data.draw(cost) for name in ids}
    weigh = {name: heavy for name, heavy in costs.items() if heavy not in {1, None}}
    pin = [name for name, heavy in costs.items() if heavy is None]
    families = world.judged().families(weigh=weigh, pin=pin)
    weight = {name: heavy for name, heavy in costs.items() if heavy is not None}
    assert told(families) == lightest(world, weight)
    for family in families:
        for repair in family.repairs:
            assert repair.weight == family.weight == sum(weight[name] for name in repair.aside)
        assert family.repairs or family.why


@some
@given(either)
def test_one_repair_of_each_family_leaves_no_divergence(world):
    result = world.judged()
    families = result.families()
    for family in families:
        others = {n for f in families if f is not family for n in f.repairs[0].aside}
        for repair in family.repairs:
            without = result.what_if(drop=others.union(repair.aside))
            assert not without.divergences
            assert not without.families()
            for name, allowed in repair.instead.items():
                place = next(claim.place for claim in world.claims if claim.id == name)
                assert without.allowed(f"killed [place={place}]") == allowed


@some
@given(either)
def test_a_spent_budget_gives_a_marked_part_with_a_true_lower_bound(world):
    result = world.judged()
    full, part = result.families(), result.families(budget=1)
    least = sum((Fraction(family.weight) for family in full), start=Fraction(0))
    assert sum((Fraction(family.at_least) for family in part), start=Fraction(0)) <= least
    if any(family.more for family in part):
        assert {family.why for family in part if family.more} == {"the budget was spent"}
    else:
        assert told(part) == told(full)


@some
@given(either)
def test_claims_that_all_hold_need_no_repair(world):
    result = world.judged()
    assert bool(result.families()) == bool(result.repairs()) == bool(result.divergences)


# --------------------------------------------------------------------------- without the solver


@some
@given(worlds(trees=CIRCLES))
def test_without_the_solver_circles_are_undecided_and_name_the_extra(world):
    full = world.judged()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "installed", lambda: False)
        plain = reconcile(parse(world.text))
        if full.divergences and not plain.divergences:
            assert any("pip install 'claimsync[solver]'" in u.reason for u in plain.undecided)
        if plain.divergences:
            assert full.divergences
        for family in plain.families():
            assert family.why or not family.more


@some
@given(worlds(trees=TREES))
def test_without_the_solver_forests_are_as_they_were(world):
    full = world.judged()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "installed", lambda: False)
        plain = reconcile(parse(world.text))
        assert plain.to_json() == full.to_json()
        assert plain.families() == full.families()


# ---------------------------------------------------------------------------------------- traps

COUNT = "measure injured: unit person"
TALLY = f"{COUNT}\npartition place: all = n + m + s"


def families(*lines):
    """Return the families of some claims."""
    return reconcile(parse("\n".join(lines))).families()


def asides(family):
    """Return the repairs of a family."""
    return [repair.aside for repair in family.repairs]


def test_one_wrong_tally_that_also_spoils_a_rival_is_one_family_with_one_repair():
    (family,) = families(
        TALLY,
        "tally: injured [place=all] = 57  ^tally",
        "agency: injured [place=all] = 29  ^agency",
        "ministry: injured [place=all] = 29  ^ministry",
        "north: injured [place=n] = 21  ^n",
        "mid: injured [place=m] = 5  ^m",
        "south: injured [place=s] = 3  ^s",
    )
    assert asides(family) == [("tally",)]
    assert str(family.repairs[0].instead["tally"]) == "exactly 29"
    assert len(family.findings) >= 1


def test_many_conflicts_through_one_wrong_part_are_one_family():
    lines = [f"partition place: w{at} = shared + p{at}" for at in range(6)]
    for at in range(6):
        lines += [f"A: injured [place=w{at}] = {10 + at}  ^w{at}"]
        lines += [f"B: injured [place=p{at}] = {at}  ^p{at}"]
    (family,) = families(COUNT, *lines, "C: injured [place=shared] = 38  ^off")
    assert asides(family) == [("off",)]
    assert str(family.repairs[0].instead["off"]) == "exactly 10"


@pytest.mark.parametrize("size", [10**7, 10**12])
def test_off_by_one_is_repaired_at_any_size(size):
    (family,) = families(
        TALLY,
        f"A: injured [place=all] = {3 * size}  ^all",
        f"B: injured [place=n] = {size + 1}  ^n",
        f"B: injured [place=m] = {size}  ^m",
        f"B: injured [place=s] = {size}  ^s",
    )
    assert asides(family) == [("all",), ("m",), ("n",), ("s",)]
    assert str(family.repairs[2].instead["n"]) == f"exactly {size:,}"


def margins(rows, columns, *, inner=False):
    """Return the notation of a table's margins, rows by place and columns by method."""
    lines = [
        COUNT,
        f"partition place: all = {' + '.join(f'p{at}' for at in range(len(rows)))}",
        f"partition method: any = {' + '.join(f'm{at}' for at in range(len(columns)))}",
    ]
    lines += [f"A: injured [place=p{i}, method=any] = {n}  ^p{i}" for i, n in enumerate(rows)]
    lines += [f"B: injured [place=all, method=m{j}] = {n}  ^m{j}" for j, n in enumerate(columns)]
    return "\n".join(lines)


@some
@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=4),
    st.lists(st.integers(0, 40), min_size=2, max_size=4),
)
def test_margins_alone_are_judged_by_the_total_that_nobody_claims(rows, columns):
    result = judged(margins(rows, columns))
    assert bool(result.divergences) == (sum(rows) != sum(columns))
    gap = sum(rows) - sum(columns)
    if gap:
        ids = {f"p{i}": n - gap for i, n in enumerate(rows)}
        ids |= {f"m{j}": n + gap for j, n in enumerate(columns)}
        (family,) = result.families()
        alone = sorted((name,) for name, n in ids.items() if n >= 0)
        if alone:
            assert asides(family) == alone


def test_a_square_table_whose_rows_say_30_and_columns_27():
    (family,) = families(margins([9, 8, 7, 6], [9, 7, 6, 5]))
    assert asides(family) == [(f"{side}{at}",) for side in "mp" for at in range(4)]
    assert [str(r.instead[r.aside[0]]) for r in family.repairs] == [
        f"exactly {n}" for n in (12, 10, 9, 8, 6, 5, 4, 3)
    ]


def test_an_odd_cycle_of_counts_diverges_and_of_decimals_does_not():
    lines = "\n".join(f"A: k [place={pair}] = 1  ^{pair}" for pair in ("ab", "bc", "ac"))
    tree = "\n".join(f"partition place: {line}" for line in ODD)
    counts = reconcile(parse(f"measure k: unit person\n{tree}\n{lines}"))
    assert [set(f.claims) for f in counts.divergences] == [{"ab", "bc", "ac"}]
    assert [asides(family) for family in counts.families()] == [[("ab",), ("ac",), ("bc",)]]
    decimals = reconcile(parse(f"measure k: decimal\n{tree}\n{lines}"))
    assert not decimals.divergences
    assert not decimals.undecided


def test_claims_without_an_upper_end_leave_questions_open():
    result = reconcile(
        parse("\n".join((COUNT, *(f"partition place: {line}" for line in ODD),
                         "A: injured [place=ab] >= 5", "A: injured [place=c] >= 2")))
    )  # fmt: skip
    assert not result.divergences
    assert str(result.allowed("injured [place=ab]")) == "at least 5"


def test_two_readings_that_both_survive_leave_one_family_for_what_is_certain():
    result = reconcile(
        parse(
            f"{TALLY}\nA: injured [place=n] = 5 | 6  ^read\nB: injured [place=m] = 8  ^b\n"
            "C: injured [place=m] = 9  ^c"
        )
    )
    assert len(result.readings()["read"]) == 2
    assert [asides(family) for family in result.families()] == [[("b",), ("c",)]]


def test_ties_are_all_listed_whatever_the_order():
    lines = [f"S{at}: injured = {at % 4}  ^c{at}" for at in range(8)]
    expected = [tuple(f"c{at}" for at in range(8) if at % 4 != kept) for kept in reversed(range(4))]
    for order in (lines, lines[::-1], lines[1::2] + lines[::2]):
        (family,) = families(COUNT, *order)
        assert asides(family) == sorted(expected)
        assert (family.weight, family.more) == (6, False)


def test_a_thousand_claims_of_which_400_are_alike_have_one_repair():
    lines = [f"S{at}: injured = 12  ^c{at}" for at in range(400)]
    lines += [f"S{at}: injured = {at}  ^c{at}" for at in range(400, 1000)]
    (family,) = families(COUNT, *lines)
    assert (family.weight, len(family.repairs)) == (600, 1)
    assert set(family.repairs[0].aside) == {f"c{at}" for at in range(400, 1000)}
