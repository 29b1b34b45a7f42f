"""Places as the text names them."""

import pytest

from claimsync.extract.extractor import extract
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
    ("text", "code"),
    [
        ("in Porto Verde do Sul", "Porto Verde do Sul"),
        ("in Campo Mar del Oro", "Campo Mar del Oro"),
        ("in Mar del Oro", "Mar del Oro"),
        ("in Brugg am Rhein", "Brugg am Rhein"),
        ("in Dar es Nour", "Dar es Nour"),
        ("in Tell ez-Zarqa", "Tell ez-Zarqa"),
        ("in al-Karsa", "al-Karsa"),
        ("in Val-d’Orme", "Val-d’Orme"),
        ("in Port-aux-Cerfs", "Port-aux-Cerfs"),
        ("in St. Orla’s, police said", "St. Orla’s"),
        ("in St Orla’s", "St Orla’s"),
        ("in the Bay of Ketra", "Bay of Ketra"),
        ("in the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("in Bosnia and Herzegovina", "Bosnia and Herzegovina"),
        ("in the U.S., police said", "United States"),
        ("on Route 40", "Route 40"),
        ("on the B5", "B5"),
        ("in Shaft 4", "Shaft 4"),
        ("on Mount Sel", "Mount Sel"),
        ("on Harbour Road", "Harbour Road"),
        ("on the Sel River", "Sel River"),
        ("on the island of Marza", "Marza"),
        ("at St Orla’s Hospital", "St Orla’s Hospital"),
        ("at Kolm airport", "Kolm airport"),
        ("at the Brevic district hospital", "Brevic district hospital"),
        ("at the Lubno thermal power plant", "Lubno"),
        ("in Kolm city centre", "Kolm city centre"),
        ("in Kolm’s old town", "Kolm’s old town"),
        ("in the Ravenian capital", "Ravenian capital"),
        ("in the capital, Osterad, on Monday", "Osterad"),
        ("in the port city of Telm", "Telm"),
        ("in the small river town of Tarsa", "Tarsa"),
        ("in drought-stricken Karsa", "Karsa"),
        ("in neighbouring Sorra", "Sorra"),
        ("in much of Karsa", "Karsa"),
        ("on the outskirts of Karsa", "Karsa"),
        ("in the east of Karsa", "east of Karsa"),
        ("in the country’s north", "north of country"),
        ("20 miles south-east of Karsa", "south-east of Karsa"),
        ("on the road between Karsa and Lubno", "between Karsa and Lubno"),
        ("in both Karsa and Lubno", "Karsa and Lubno"),
        ("around the world", "worldwide"),
        ("all over the country", "country"),
        ("in the city", "city"),
        ("throughout the region", "region"),
        ("in the village hall", "village hall"),
        ("flew to Karsa, where nine died", "Karsa"),
    ],
)
def test_a_name_is_read_to_its_end(text, code):
    assert [place.code for place in told(text)] == [code]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twelve people died, and doctors in Brod warned of more deaths.", None),
        ("In Brod, Ana Roe and Ivo Lentz spoke of 12 deaths.", "Brod"),
        ("In Brod, Tull and Lesk, 12 people died.", "Brod, Tull and Lesk"),
        ("Three more died in Brod and two in Tull, bringing the number of dead to 12.", None),
        ("A fire in Alder County, east of Brod, killed 12 people.", "Alder County"),
        ("Twelve people died in the province when a bridge in Brod collapsed.", "Brod"),
        ("Doctors at Brod Hospital said 12 people had died.", None),
        ("Twelve people died at Brod Hospital.", "Brod Hospital"),
        ("Brod is 12 km north of Tull.", None),
        ("Twelve people died when a bus overturned 30 km north of Tull.", "north of Tull"),
        ("Brod got 12 million euros from Tull.", None),
        ("Twelve men from Brod were killed.", None),
        ("Twelve people died, the mayor said at a meeting in Brod.", None),
        ("Twelve shelters have opened, including one at Brod High School.", None),
        ("Twelve people were taken to St Orla’s hospital.", "St Orla’s hospital"),
        ("At Brod Hospital, 12 patients from the refinery have been admitted.", "Brod Hospital"),
        ("Nearly 12 people from across the border were killed in Brod.", "Brod"),
        ("Winds of 12 kilometres an hour (7 mph) were measured on Mount Sel.", "Mount Sel"),
        ("The firm, based in Brod, has 12 trucks.", None),
        ("Twelve people are held in Tessian hands.", None),
        ("In the town of Brod, 12 bank branches there were closed.", "Brod"),
    ],
)
def test_a_figure_is_where_its_own_words_say(text, place):
    told = {draft.figure.text: draft for draft in extract(text) if draft.figure is not None}
    [one] = [
        told[figure]
        for figure in told
        if figure.split()[0].casefold() in {"12", "twelve", "nearly"}
    ]
    assert one.code("place") == place


def test_where_who_speaks_is_may_be_where_it_was():
    [draft] = extract("Twelve people were hurt, police in Brod said.")
    assert (draft.code("place"), draft.inferred) == ("Brod", ("place",))


def test_what_a_town_lost_was_in_the_town():
    told = extract("Six people died in Lower Brod. Lower Brod lost 85 houses, the council said.")
    assert [draft.code("place") for draft in told] == ["Lower Brod", "Lower Brod"]


def test_a_place_within_another_says_so():
    [alba] = told("in the Canadian province of Alba")
    assert (alba.code, alba.within) == ("Alba", "Canada")
    [hotel] = told("at a hotel in Karsa")
    assert (hotel.code, hotel.within) == ("hotel", "Karsa")


@pytest.mark.parametrize(
    "text",
    ["in French hands", "in January", "in the Ministry of Defence", "in Ukraine’s parliament",
     "at Number 10 in 2020", "in all", "on Telegram", "in Kyiv police circles", "in",
     "from Karsa to Lubno", "in the city council", "in the state budget", "in the region of 40",
     "in a village", "on Kolm", "on the Kolm Post"],
)  # fmt: skip
def test_other_names_are_no_places(text):
    assert told(text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_example_alone(rule):
    assert rule.id in {id for place in told(rule.example) for id in place.rules}
    assert rule.id not in {id for place in told(rule.counter_example) for id in place.rules}
