"""What must come out of real public figures; skipped where the data folder is absent."""

import csv
import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

import claimsync as cs


def reconciled(figures: Path, name: str) -> cs.Reconciliation:
    context = figures / f"{name}.claims"
    return cs.reconcile(cs.read(str(figures / f"{name}.csv.gz"), context=str(context)))


def truth(figures: Path, name: str) -> dict:
    return json.loads((figures / f"{name}.truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def georgia(figures: Path) -> cs.Reconciliation:
    return reconciled(figures, "ga_election_2024")


def test_georgia_has_the_forty_conflicts_of_the_truth_file(
    georgia: cs.Reconciliation, figures: Path
) -> None:
    expected = truth(figures, "ga_election_2024")
    cells = {
        (county, f"{name} ({party})") for county, *_, party, name, _, _, _ in expected["mismatches"]
    }
    found = set()
    for divergence in georgia.divergences:
        question = cs.Question.parse(divergence.question)
        found.add((question.code("place").removeprefix("GA/"), question.code("candidate")))

    assert len(georgia.divergences) == expected["sum_mismatches"] == 40
    assert found == cells


def test_georgia_conflicts_are_as_wide_as_the_truth_file_says(
    georgia: cs.Reconciliation, figures: Path
) -> None:
    gaps = sorted(abs(row[-1]) for row in truth(figures, "ga_election_2024")["mismatches"])

    assert sorted(divergence.detail.conflict.gap for divergence in georgia.divergences) == gaps


def test_georgia_agrees_elsewhere_by_aggregation_of_one_origin(georgia: cs.Reconciliation) -> None:
    told = Counter(
        (str(f.basis), tuple(map(str, f.modifiers)), f.origins_at_most) for f in georgia.agreements
    )

    assert told == {("aggregation", ("same origin",), 1): 1939}
    assert georgia.counts["non-confirmation"] == georgia.counts["not comparable"] == 0


def test_flights_agree_and_diverge_as_counted(figures: Path) -> None:
    with gzip.open(figures / "flights.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] != "GOLD"]
    result = cs.reconcile(cs.from_records(rows))
    expected = truth(figures, "flights")

    assert len({a.question for a in result.agreements}) == expected["cells_agree"] == 124
    assert len({d.question for d in result.divergences}) == expected["cells_divergent"] == 276
    uninformed = [f for f in result.non_confirmations if f.basis == "no information"]
    assert len({f.question for f in uninformed}) == len(uninformed) == 62
    assert sum(len(f.claims) for f in uninformed) == 90


def test_gaza_series_are_revised_and_fall_as_counted(figures: Path) -> None:
    result = reconciled(figures, "gaza_casualties")
    updates = [f for f in result.revisions if f.basis == "update"]
    own = [f for f in updates if f.question.startswith("ext_")]
    falls = {
        (f.question.split(" [")[0], f.telling.table.claims[f.rows[1]].as_of.text)
        for f in result.revisions
        if f.basis == "cumulative fall"
    }

    assert (len(updates), len(own)) == (66, 29)
    assert falls == {("famine_cum", "2025-07-22"), ("killed_women_cum", "2023-10-21")}
    assert not result.divergences
    assert [str(f.basis) for f in result.tensions] == ["outside usual reading"]


RELATIONS = """
relation killed = killed_cum - killed_cum [previous day]
relation injured = injured_cum - injured_cum [previous day]
relation killed_cum >= killed_children_cum + killed_women_cum
relation famine_cum >= child_famine_cum
"""


def gaza(figures: Path) -> cs.ClaimSet:
    """Return the claims with relations declared.

    The column ``hours`` stands beside daily figures only: it does not count between the measures.
    """
    declared = (figures / "gaza_casualties.claims").read_text(encoding="utf-8")
    claims = cs.read(figures / "gaza_casualties.csv.gz").claims
    return cs.ClaimSet(claims=claims, context=cs.parse(declared + RELATIONS).context)


@pytest.fixture(scope="session")
def related(figures: Path) -> cs.Reconciliation:
    return cs.reconcile(gaza(figures))


def broken_days(result: cs.Reconciliation, measure: str) -> list[str]:
    """Return the days on which a running total and its days do not fit, as the sentences say."""
    told = [d.why() for d in result.divergences if f"{measure}_cum of the previous day" in d.why()]
    return [re.search(r" on ([0-9-]+): off by [0-9,]+", why)[1] for why in told]


def test_gaza_days_that_are_not_the_growth_of_their_total_are_told_by_day(
    related: cs.Reconciliation, figures: Path
) -> None:
    listed = truth(figures, "gaza_casualties")["killed_identity_broken_list"]
    assert len(listed) == 10

    assert broken_days(related, "killed") == [day for day, *_ in listed]
    assert {str(d.basis) for d in related.divergences} == {"relation broken"}
    assert len(broken_days(related, "injured")) == 16
    assert len(related.divergences) == 26


def test_gaza_women_and_children_are_within_all_and_starved_children_within_the_starved(
    related: cs.Reconciliation, figures: Path
) -> None:
    expected = truth(figures, "gaza_casualties")
    shape = related._case.cells.rows
    counted = Counter(name for name, known in zip(shape.name, shape.relation, strict=True) if known)
    wholes = ("killed_cum >= killed_children_cum + killed_women_cum", "famine_cum >= child_famine")

    assert expected["subset_children+women<=killed"] == [131, 0]
    assert expected["subset_child_famine<=famine"] == [330, 0]
    assert counted["relation famine_cum >= child_famine_cum"] == 330
    assert counted[f"relation {wholes[0]}"] >= 131
    assert not [d for d in related.divergences if "children" in d.why() or "famine" in d.why()]


def test_gaza_relations_leave_revisions_and_falls_as_they_are(
    related: cs.Reconciliation, figures: Path
) -> None:
    plain = reconciled(figures, "gaza_casualties")

    assert related.counts["revision"] == plain.counts["revision"] == 68
    assert not related.notes
    assert {str(a.basis) for a in related.agreements} == {"relation"}


def test_ukraine_series_fall_as_counted_and_lower_bounds_do_not_diverge(figures: Path) -> None:
    result = reconciled(figures, "ukraine_losses")
    falls = [f for f in result.revisions if f.basis == "cumulative fall"]
    dated = {
        (cs.Question.parse(f.question).code("type"), f.telling.table.claims[f.rows[1]].as_of.text)
        for f in falls
    }
    expected = truth(figures, "ukraine_losses")["decreases_of_cumulative_series"]

    assert dated == {(kind, day) for kind, day, *_ in expected}
    assert len(falls) == 13
    assert not result.divergences


def test_every_georgia_conflict_has_all_its_lightest_repairs(
    georgia: cs.Reconciliation, figures: Path
) -> None:
    with gzip.open(figures / "ga_election_2024.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sides: dict[tuple[str, ...], dict[str, dict[str, int]]] = {}
    for row in rows:
        county = "/".join(row["[place]"].split("/")[:2])
        asked = sides.setdefault((county, row["[contest]"], row["[candidate]"]), {})
        by_method = "method" if row["[method]"] != "all" else "precinct"
        asked.setdefault(by_method, {})[row["id"]] = int(row["value"])
    expected = {name: repairs for name, both in sides.items() if (repairs := by_hand(both))}

    families = georgia.families()
    found = {}
    for family in families:
        (finding,) = family.findings
        question = cs.Question.parse(georgia.finding(finding).question)
        name = tuple(map(question.code, ("place", "contest", "candidate")))
        found[name] = {repair.aside for repair in family.repairs}
        assert (family.weight, family.at_least, family.more) == (1, 1, False)
        for repair in family.repairs:
            (claim,) = repair.aside
            assert repair.instead[claim].low == repair.instead[claim].high

    assert found == expected
    assert len(found) == 40
    assert {name[0] for name in found if name[1].startswith("President")} == {"GA/Fulton"}
    assert sum(name[1].startswith("President") for name in found) == 2


def by_hand(sides: dict[str, dict[str, int]]) -> set[tuple[str, ...]]:
    """Return each claim that may make up for the gap between two sums of one total by itself.

    One of the smaller sum always can, by more votes; one of the larger sum only by as many fewer
    as it has.
    """
    small, large = sorted(sides.values(), key=lambda votes: sum(votes.values()))
    gap = sum(large.values()) - sum(small.values())
    if not gap:
        return set()
    return {(name,) for name in small} | {(name,) for name, n in large.items() if n >= gap}


def test_flights_are_repaired_as_trying_every_time_does(figures: Path) -> None:
    with gzip.open(figures / "flights.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] != "GOLD"]
    result = cs.reconcile(cs.from_records(rows))
    cells: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
    for row in rows:
        if row["low"]:
            asked = (row["measure"], row["when"], row["[flight]"])
            times = (row["id"], int(row["low"]), int(row["high"]))
            cells.setdefault(asked, []).append(times)
    expected = {found for claims in cells.values() if (found := tried(claims))}
    families = result.families()

    found = {frozenset(repair.aside for repair in family.repairs) for family in families}
    assert found == expected
    assert len(families) == len(result.divergences) == len(found) == 276


def tried(claims: list[tuple[str, int, int]]) -> frozenset[tuple[str, ...]]:
    """Return the smallest sets of claims that no time of day leaves true, over all times claimed.

    None where one time is true of all.
    """
    wrong = {
        tuple(sorted(name for name, low, high in claims if not low <= time <= high))
        for _, time, _ in claims
    }
    least = min(map(len, wrong))
    return frozenset(names for names in wrong if len(names) == least) if least else frozenset()
