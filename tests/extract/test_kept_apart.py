"""Figures of two things are never told as a divergence, however alike their sentences are."""

import pytest

import claimsync as cs


@pytest.mark.parametrize(
    "text",
    [
        (
            "Governor Ana Roe said 60 people were missing in Lower Tarn.\n"
            "Karsk's fire department reported 12 missing."
        ),
        "Police said 5,000 people took part. The mayor said 200 demonstrators blocked a road.",
        "Police said 5,000 people took part. Lawyers said 40 protesters were taken away.",
        "The mayor said 3 people died in District 9. Police said 5 people died in District 4.",
        "A magnitude 6.4 quake struck, Ana Roe said. Ben Orr said a magnitude 5.2 aftershock came.",
        "The office said 50 mm of rain fell. The mayor said 120 mm of rain fell in an hour.",
        "Police said 12 people died, including the attacker. The mayor said 11 victims died.",
        "The mayor said 14 people were missing. Police said three missing people were found.",
        "The funds have recovered £3.1 million. The union says £1.4 million of that went on fees.",
    ],
)
def test_two_things_do_not_diverge(text):
    result = cs.reconcile(cs.link(cs.extract(text, said_at="2026-03-12")))
    assert [str(found) for found in result.divergences] == []
