"""Readings, assumptions, bridges, origins and links: small stories, each with all that is told."""

import pytest

from tests.findings.told import COUNT, TOTAL, TREE, only, result_of, told

SIDES = "partition side: both = R + U"
DIAGONAL = (
    COUNT, TREE,
    "A: killed [place=all] = 9", "B: killed [place=all] = 7", "C: killed [place=n] = 3",
    "D: killed [place=s] = 4", "E: killed [place=s] = 20",
)  # fmt: skip


def modifiers(finding):
    """Return the modifiers of a finding as text."""
    return [str(modifier) for modifier in finding.modifiers]


# ----------------------------------------------------------------------------------------- readings


def test_the_reading_that_agrees_with_another_claim_survives():
    result = result_of(
        SIDES, "assume category: POW = prisoner", "party Ukraine on freed",
        "W: freed [event=swap, category=prisoner, phase=agreed] = 314 total side | 314 each side  ^w",  # noqa: E501 - one line a claim
        "R citing M: freed [event=swap, category=POW, phase=completed] = 157 each side  ^r",
    )  # fmt: skip
    (agreed,) = result.agreements
    assert (str(agreed.basis), modifiers(agreed)) == ("aggregation", ["cross-phase"])
    assert agreed.assumptions == ("category: POW = prisoner",)
    assert agreed.readings == {"w": "314 total side"}
    assert result.readings() == {"w": ("314 total side",)}
    assert [str(f.basis) for f in result.non_confirmations] == ["silent"]


def test_a_figure_with_two_readings_agrees_by_the_one_that_fits():
    result = result_of(COUNT, "A: killed = 5 | 8  ^a", "B: killed = 8")
    assert [str(f.basis) for f in result.agreements] == ["exact"]
    assert result.readings() == {"a": ("8",)}


def test_a_place_with_two_readings_is_where_another_claim_agrees():
    result = result_of(
        COUNT,
        "A: killed [place=n | s] = 5  ^a",
        "B: killed [place=s] = 5",
        "C: killed [place=n] = 9",
    )
    assert not result.divergences
    assert result.readings() == {"a": ("place=s",)}


def test_where_no_reading_fits_the_divergence_is_told_and_both_stay_open():
    result = result_of(COUNT, "A: killed = 5 | 8  ^a", "B: killed = 9")
    assert [str(f.basis) for f in result.divergences] == ["value"]
    assert result.readings() == {"a": ("5", "8")}


def test_readings_that_fit_equally_well_are_all_listed_and_said_to_be_open():
    result = result_of(SIDES, "W: freed = 314 total side | 314 each side  ^w")
    assert result.readings() == {"w": ("314 total side", "314 each side")}
    (tie,) = result.undecided
    assert tie.claims == ("w",)


def test_a_prior_settles_what_nothing_else_does():
    result = result_of(SIDES, "W: freed = 314 total side (0.2) | 314 each side (0.8)  ^w")
    assert result.readings() == {"w": ("314 each side",)}
    assert str(result.allowed("freed [side=both]")) == "exactly 628"


def test_a_prior_never_outweighs_an_agreement():
    result = result_of(COUNT, "A: killed = 5 (0.9) | 8 (0.1)  ^a", "B: killed = 8")
    assert result.readings() == {"a": ("8",)}


def test_under_a_tie_no_bound_excludes_what_one_of_the_readings_says():
    result = result_of(SIDES, "W: freed = 314 total side | 314 each side  ^w")
    assert 314 in result.allowed("freed [side=both]")
    assert 628 in result.allowed("freed [side=both]")
    assert all(314 in bound.interval for bound in result.implied)
    assert [open_.claims for open_ in result.undecided] == [("w",)]


# -------------------------------------------------------------------------- assumptions and bridges


@pytest.mark.parametrize(
    ("assumed", "one", "other"),
    [
        ("category: POW = prisoner", "[category=POW]", "[category=prisoner]"),
        ("place: unspecified = all", "", "[place=all]"),
        ("phase: agreed = completed", "[event=e, phase=agreed]", "[event=e, phase=completed]"),
        ("event: unspecified = swap", "", "[event=swap]"),
    ],
)
def test_a_declared_assumption_makes_one_question_and_is_named(assumed, one, other):
    lines = (COUNT, TREE, f"assume {assumed}")
    fits = only(*lines, f"A: killed {one} = 5", f"B: killed {other} = 5")
    assert (str(fits.kind), str(fits.basis), fits.assumptions) == ("agreement", "exact", (assumed,))
    fails = only(*lines, f"A: killed {one} = 5", f"B: killed {other} = 7")
    assert (str(fails.kind), str(fails.basis), fails.assumptions) == (
        "divergence",
        "value",
        (assumed,),
    )


@pytest.mark.parametrize(
    ("assumed", "one", "other", "strain"),
    [
        ("place: unspecified = all", "", "[place=all]", "if read as total"),
        ("event: unspecified = raid", "", "[event=raid]", "if read as total"),
        ("phase: unspecified = completed", "[event=e]", "[event=e, phase=completed]",
        "plan and outcome differ"),
    ],
)  # fmt: skip
def test_a_bridge_agrees_under_its_assumption_or_strains_and_never_diverges(
    assumed, one, other, strain
):
    fits = only(COUNT, TREE, f"A: killed {one} = 5", f"B: killed {other} = 5")
    assert (str(fits.kind), fits.assumptions) == ("agreement", (assumed,))
    fails = only(COUNT, TREE, f"A: killed {one} = 5", f"B: killed {other} = 7")
    assert (str(fails.kind), str(fails.basis), fails.assumptions) == ("tension", strain, (assumed,))


@pytest.mark.parametrize(
    ("tally", "kind", "basis"),
    [("7", "agreement", "aggregation"), ("5", "tension", "if read as total")],
)
def test_a_tally_without_a_place_is_compared_to_the_sum_of_the_places(tally, kind, basis):
    found = [
        (str(f.kind), str(f.basis), f.assumptions)
        for f in result_of(
            COUNT, TREE, f"A: killed [event=e] = {tally}",
            "B: killed [event=e, place=n] = 3", "C: killed [event=e, place=s] = 4",
        ).findings
        if f.kind in {"agreement", "tension", "divergence"}
    ]  # fmt: skip
    assert found == [(kind, basis, ("place: unspecified = all",))]


def test_a_bridge_moves_no_bound():
    result = result_of(COUNT, TREE, "A: killed >= 5", "B: killed [place=all] = 5..9")
    assert str(result.allowed("killed [place=all]")) == "5 to 9"
    assert not result.implied


def test_a_rate_is_named_where_it_was_used_and_works_in_both_directions():
    for one, other in (("100 EUR", "110 USD"), ("110 USD", "100 EUR")):
        fits = only("unit EUR = 1.10 USD", f"A: damage = {one}", f"B: damage = {other}")
        assert str(fits.kind) == "agreement"
        assert fits.assumptions == ("rate: EUR = 1.10 USD",)
    assert (
        str(only("unit EUR = 1.10 USD", "A: damage = 100 EUR", "B: damage = 150 USD").kind)
        == "divergence"
    )


def test_one_currency_is_compared_without_a_rate():
    found = told(
        "measure damage: unit EUR",
        "A: damage = 100 EUR",
        "B: damage = 110 USD",
        "C: damage = 110 USD",
    )
    assert found == [("agreement", "exact"), ("not comparable", "no common unit")]


# ------------------------------------------------------------------------------------------ origins


@pytest.mark.parametrize(
    ("declared", "lines", "counted", "marks"),
    [
        ("", ("A: killed = 5", "B: killed = 5"), (2, 2), []),
        ("source A: part of X", ("A: killed = 5", "X: killed = 5"), (1, 1), ["same side"]),
        ("source A: part of X", ("A: killed = 5", "X: killed = 5", "C: killed = 5"), (2, 2), []),
        ("", ("V citing w (anonymous): killed = 5", "B: killed = 5"), (2, 2), []),
        ("", ("V citing w (anonymous): killed = 5", "W citing w (anonymous): killed = 5",
              "B: killed = 5"), (2, 3), []),
        ("source two: anonymous, members = 2, may overlap B",
         ("two: killed = 5", "B: killed = 5", "C: killed = 5"), (2, 3), []),
        ("", ("unknown: killed = 5", "B: killed = 5", "C: killed = 5"), (2, 3), []),
    ],
)  # fmt: skip
def test_independent_origins_are_counted_at_least_and_at_most(declared, lines, counted, marks):
    found = only(declared, COUNT, *lines)
    assert (str(found.kind), str(found.basis)) == ("agreement", "exact")
    assert (found.origins_at_least, found.origins_at_most) == counted
    assert modifiers(found) == marks


def test_who_speaks_for_another_is_that_origin():
    assert told("source A: speaks for X", "A: killed = 5", "X: killed = 5") == [
        ("echo", "same origin")
    ]
    assert told("A on behalf of X: killed = 5", "X: killed = 5") == [("echo", "same origin")]


def test_two_unknown_origins_are_not_known_to_be_one():
    assert "echo" not in {
        kind for kind, _ in told("V citing unknown: killed = 5", "W citing unknown: killed = 5")
    }
    found = told(
        "V citing unknown: killed = 5  @ 2026-02-01", "W citing unknown: killed = 9  @ 2026-02-02"
    )
    assert found == [("divergence", "value")]


def test_anonymous_sources_that_diverge_may_still_be_one():
    found = only(COUNT, "V citing w (anonymous): killed = 5", "W citing w (anonymous): killed = 9")
    assert (str(found.basis), modifiers(found)) == ("value", ["maybe same origin"])


# ------------------------------------------------------------------------------- timeline and links


def test_a_correction_takes_the_relays_of_the_old_figure_along():
    result = result_of(
        COUNT,
        "V citing A: killed = 5  ^v",
        "A: killed = 5  ^x",
        "A: killed = 7  corrects ^x  ^y",
        "B: killed = 5  ^b",
    )
    (revised,) = (f for f in result.findings if f.kind == "revision")
    assert set(revised.claims) == {"v", "x", "y"}
    (apart,) = result.divergences
    assert set(apart.claims) == {"y", "b"}


def test_an_update_leaves_other_origins_alone():
    assert told(
        COUNT, "A: killed = 5  @ 2026-02-01", "A: killed = 7  @ 2026-02-02", "B: killed = 5"
    ) == [
        ("divergence", "value"),
        ("revision", "update"),
    ]


def test_no_comment_later_takes_nothing_back():
    found = told(
        "A: killed = 5  @ 2026-02-01", "A: (no comment) killed  @ 2026-02-02", "B: killed = 5"
    )
    assert found == [("non-confirmation", "no comment"), ("agreement", "exact")]


def test_a_fall_that_a_correction_explains_is_marked():
    result = result_of(
        TOTAL, "A: total = 9  as of 2026-02-01", "A: total = 12  as of 2026-02-02  ^x",
        "A: total = 7  as of 2026-02-03  corrects ^x",
    )  # fmt: skip
    (fall,) = (f for f in result.findings if f.basis == "cumulative fall")
    assert modifiers(fall) == ["corrected"]


def test_sums_of_running_totals_are_checked_date_by_date():
    lines = [
        f"{who}: total [place={place}] = {n}  as of 2026-02-0{date}"
        for date in (1, 2)
        for who, place, n in (("A", "all", 9), ("B", "n", 4), ("B", "s", 4 + date))
    ]
    assert told(TOTAL, TREE, *lines) == [
        ("divergence", "parts exceed whole"),
        ("agreement", "aggregation"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "A: killed [place=all] = 8  as of 2026-02-01",
            "B: killed [place=n] = 12  as of 2026-02-02",
        ),
        ("A: killed = 6 each place  as of 2026-02-02", "B: killed [place=s] = 9  as of 2026-02-01"),
    ],
)
def test_flows_of_different_dates_are_no_conflict(lines):
    assert not result_of(COUNT, TREE, *lines).divergences


def test_until_takes_back_what_was_said_later():
    lines = (
        "A: killed = 5  @ 2026-02-01",
        "A: killed = 7  @ 2026-02-03",
        "B: killed = 5  @ 2026-02-01",
    )
    assert told(*lines) == [("divergence", "value"), ("revision", "update")]
    assert told(*lines, until="2026-02-02") == [("agreement", "exact")]


# ------------------------------------------------------------------------------------------ silence


def test_silence_is_told_once_an_event_with_all_its_claims():
    result = result_of(
        COUNT, "party U on killed", "A: killed [event=e, when=2026-02-01] = 5",
        "A: killed [event=e, when=2026-02-02] = 6", "B: killed [event=f] = 6",
    )  # fmt: skip
    assert [len(f.claims) for f in result.non_confirmations if f.basis == "silent"] == [2, 1]


@pytest.mark.parametrize("who", ["U", "minister", "envoy"])
def test_silence_is_broken_by_whoever_belongs_to_the_party(who):
    found = told(
        "source minister: part of U", "source envoy: speaks for U", "party U on killed",
        "A: killed [event=e] = 5", f"{who}: (no comment) killed [event=e]",
    )  # fmt: skip
    assert found == [("non-confirmation", "no comment")]


def test_the_matrix_shows_who_asserts_withholds_and_is_silent():
    matrix = result_of("party U on visit", "A: visit", "K: ? visit").confirmation()
    assert matrix.at("A", "visit") == "asserts"
    assert matrix.at("K", "visit") == "neither confirms nor denies"
    assert matrix.at("U", "visit") == "silent"


# --------------------------------------------------------------------------- told once, and rightly


def test_no_agreement_lists_claims_that_exclude_each_other():
    assert not result_of(*DIAGONAL).agreements


def test_no_claim_agrees_with_itself_alone():
    assert told(COUNT, TREE, "H: killed [place=s] = 12", "A: killed = 6 each place") == [
        ("divergence", "value")
    ]


def test_a_denial_with_a_figure_of_its_own_is_told_once():
    assert told("A: killed = 12  ^x", "B: killed = 10..14  denies ^x") == [
        ("divergence", "denied figure")
    ]


def test_a_count_and_the_bare_occurrence_of_its_question_agree_by_entailment():
    assert told("A: killed [place=n] = 5", "B: killed [place=n]") == [("agreement", "entailment")]


@pytest.mark.parametrize(
    ("lines", "basis"),
    [
        (("A: killed = 12", "A: (denies) killed"), "self-contradiction"),
        (("A: killed = 12", "V citing A: (denies) killed = 12"), "relay differs"),
        (("A: swap", "A: (denies) swap"), "self-contradiction"),
        (("A: swap", "V citing A: (denies) swap"), "relay differs"),
    ],
)
def test_one_origin_may_contradict_itself_by_a_denial(lines, basis):
    assert told(*lines) == [("divergence", basis)]


@pytest.mark.parametrize("ids", [("a", "b", "c"), ("b", "a", "c"), ("c", "b", "a")])
def test_a_relay_that_differs_is_told_whatever_the_ids_are(ids):
    lines = ("A: killed = 5", "X: killed = 5", "A: killed = 6")
    found = told(
        "source A: speaks for X", *(f"{line}  ^{i}" for line, i in zip(lines, ids, strict=True))
    )
    assert ("divergence", "self-contradiction") in found
    assert ("divergence", "relay differs") in found


def test_a_minimal_conflict_leaves_out_what_an_each_figure_says_already():
    result = result_of(
        SIDES, "measure freed: unit person", "C: freed [side=both] = 300  ^c",
        "A: freed = 157 each side  ^d",
        "B: freed [side=R] = 157  ^a",
    )  # fmt: skip
    (found,) = result.divergences
    assert set(found.claims) == {"c", "d"}


def test_a_position_borrows_nothing_from_claims_outside_it():
    found = told(
        COUNT, "partition place: all >= n + s", "A: killed [place=all] = 6",
        "B: killed [place=all] = 2 each place", "C: killed [place=n] = 5",
    )  # fmt: skip
    assert found == [("divergence", "value")]
