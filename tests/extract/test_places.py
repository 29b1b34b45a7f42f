"""Places as the text names them."""

import pytest

from claimsync.extract.questions.places import RULES, places
from claimsync.extract.text.tokens import tokens


def told(text):
    words = [token for token in tokens(text) if token.kind not in {"space", "newline"}]
    return places(words)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Four died in the Kherson region", [("Kherson region", None)]),
        ("in the Polohy district of Zaporizhzhia", [("Polohy district", "Zaporizhzhia")]),
        ("seven in Druzhkivka and one in Lyman", [("Druzhkivka", None), ("Lyman", None)]),
        ("in Lyman, Donetsk region, on Monday", [("Lyman", "Donetsk region")]),
        ("in the three districts", [("three districts", None)]),
        ("across the US", [("United States", None)]),
        ("in southern Gaza", [("southern Gaza", None)]),
        ("in Ukraine’s east", [("Ukraine’s east", None)]),
        ("in the city of Odesa", [("Odesa", None)]),
        ("in Rio de Janeiro", [("Rio de Janeiro", None)]),
        ("in Kryvyi-Rih", [("Kryvyi-Rih", None)]),
        ("near Stratford-upon-Avon", [("near Stratford-upon-Avon", None)]),
        ("in Moscow, Peskov said", [("Moscow", None)]),
        ("in Kyiv and Kharkiv", [("Kyiv and Kharkiv", None)]),
        ("in the Kyiv, Sumy and Kharkiv regions", [("Kyiv, Sumy and Kharkiv", None)]),
        ("in Moscow and Peskov said", [("Moscow", None)]),
        ("killed nationwide", [("country", None)]),
        ("five abroad", [("abroad", None)]),
    ],
)
def test_a_place_stands_behind_its_preposition(text, codes):
    assert [(place.code, place.within) for place in told(text)] == codes


@pytest.mark.parametrize(
    "text",
    ["in French hands", "in January", "in the Ministry of Defence", "in Ukraine’s parliament",
     "at Number 10 in 2020", "in all", "on Telegram", "in Kyiv police circles", "in"],
)  # fmt: skip
def test_other_names_are_no_places(text):
    assert told(text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_example_alone(rule):
    assert rule.id in {id for place in told(rule.example) for id in place.rules}
    assert rule.id not in {id for place in told(rule.counter_example) for id in place.rules}
