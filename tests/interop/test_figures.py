"""Real published figures, read with their declarations."""

import pytest

from claimsync.interop.files import read_input


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("ga_election_2024", 35509),
        ("gaza_casualties", 11323),
        ("ukraine_losses", 24397),
        ("flights", 7592),
    ],
)
def test_real_figures_read_without_an_error(figures, name, rows):
    rules = figures / f"{name}.claims"
    found = read_input(figures / f"{name}.csv.gz", context=rules if rules.exists() else None)
    assert found.errors == ()
    assert found.hints == ()
    assert len(found.claims) == rows
    assert all(claim.readings for claim in found.claims.claims)


def test_flights_without_a_time_carry_no_information(figures):
    claims = read_input(figures / "flights.csv.gz").claims.claims
    silent = [c for c in claims if c.readings[0].figure.qualifier.value == "no information"]
    assert len(silent) == 90
