"""Places told in another sentence, or by a word that points back to them."""

import pytest

import claimsync as cs
from claimsync.extract.extractor import extract
from claimsync.extract.page.nations import Nations


def where(text):
    """Return the place of each figure."""
    drafts = [draft for draft in extract(text, said_at="2026-05-06") if draft.figure is not None]
    return {draft.figure.text: draft.code("place") for draft in drafts}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A shell hit a bakery in Brod on Monday. Six people in the city were hurt, police said.",
         ["Brod"]),
        ("The mayor of Brod said six people had died in the town.", ["Brod"]),
        ("Brod’s mayor said six people had been hurt in the city.", ["Brod"]),
        ("Police in Brod said six people had been arrested in the town.", ["Brod"]),
        ("“Six people died in the city,” said the mayor of Brod, Ivo Lentz.", ["Brod"]),
        ("“Six people died in the city,” said Ivo Lentz, the mayor of Brod.", ["Brod"]),
        ("Ivo Lentz, the mayor of Brod, said six people had been injured in his city.", ["Brod"]),
        ("BROD, 4 May (KNA) - Six people were killed in a fire in the city.", ["Brod"]),
        ("Floods hit Brod and Tull. The mayor of Tull said nine people had died in the town.",
         ["Tull"]),
        ("Shells hit Brod and Tull. Six people were wounded in the city.", ["city"]),
        ("Shells killed nine people in the village of Lesk. Six houses in the village burned down.",
         ["Lesk", "Lesk"]),
        ("In the capital, Brod, 12 people were killed. Three more people died in the capital.",
         ["Brod", "Brod"]),
    ],
)  # fmt: skip
def test_a_town_is_the_one_named_near(text, places):
    assert list(where(text).values()) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The governor of Sarel province said 40 people had been killed across the province.",
         ["Sarel province"]),
        ("The governor of Sarel said 40 people had died in the region.", ["Sarel"]),
        ("Sarel’s governor, Ana Roe, said 40 people were missing in her region.", ["Sarel"]),
        ("A storm struck the state of Calder on Sunday. Four people were killed in the state.",
         ["Calder"]),
        ("A storm struck Calder state on Sunday. Four people were killed across the state.",
         ["Calder state"]),
        ("The storm reached the Yel region on Sunday.\n\nFour people were killed in the region.",
         ["Yel region"]),
        ("A storm struck the island of Marza. Four people were killed on the island.", ["Marza"]),
        ("Nine people were killed in Brod. The governor said 12 had died in the region.",
         ["Brod", "region"]),
    ],
)  # fmt: skip
def test_a_region_is_the_one_that_is_called_so_or_governed(text, places):
    assert list(where(text).values()) == places


def test_a_house_is_the_one_named_of_its_kind():
    text = "A fire at St Orla’s Hospital in Brod killed 12 people. Nine had died in the hospital."
    assert set(where(text).values()) == {"St Orla’s Hospital"}


def test_the_one_house_of_a_town_is_told_as_the_town():
    one = "Twelve people were killed in a fire at a hotel in Brod. Police said 14 died in the city."
    assert set(where(one).values()) == {"Brod"}
    two = "Nine died at a hotel in Brod. Six died at a hotel in Tull."
    assert list(where(two).values()) == ["hotel in Brod", "hotel in Tull"]


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Mar del Oro fire kills 12", "Mar del Oro"),
        ("Mar del Oro blast kills 12", "Mar del Oro"),
        ("Chile earthquake kills 12", "Chile"),
        ("Tavrian strike kills 12", None),
        ("Storm kills 12", None),
    ],
)
def test_an_event_may_be_called_after_where_it_was(heading, place):
    text = f"{heading}\n\nThe fire service was called to a shop in Mar del Oro on Monday."
    assert where(text)["12"] == place


def test_a_sentence_with_a_country_of_its_own_is_not_where_the_last_one_was():
    text = "Six people were hurt in Brod. Kenyan raids killed 12 people."
    assert where(text) == {"Six": "Brod", "12": None}


def test_where_somebody_spoke_is_not_the_city_meant():
    text = (
        "A fire broke out at a shop in Mar del Oro on Monday. The president told reporters in Tull"
        " that she would come. Police said 30 people in the city had been hurt."
    )
    assert where(text) == {"30": "Mar del Oro"}


def test_a_house_of_its_kind_may_be_another():
    text = "A fire at St Orla’s Hospital in Brod killed 12 people. Nine had died in a hospital."
    assert where(text) == {"12": "St Orla’s Hospital", "Nine": "hospital"}


def test_there_is_where_the_sentence_before_was():
    text = "A gunman opened fire in the town of Lesk on Friday. Five people were killed there."
    assert where(text) == {"Five": "Lesk"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb went off at a market in Brod on Monday. Six people were killed.", "Brod"),
        ("A quake struck Tessa overnight. Six people were killed, the rescue service said.",
         "Tessa"),
        ("Nurses marched in Brod on Friday. Police said 900 people had taken part.", "Brod"),
        ("Nurses met in Brod on Friday. Police said 900 people had taken part.", None),
        ("The minister spoke in Brod. Six people had been killed in the war, she said.", None),
        ("Shells hit Brod and Tull. Six people were killed.", None),
        ("A bomb went off in Brod on Monday. Six people were killed near Tull.", "near Tull"),
    ],
)  # fmt: skip
def test_the_harmed_and_crowds_are_where_it_was_just_told_to_have_happened(text, place):
    assert list(where(text).values()) == [place]


def test_of_two_countries_each_is_the_country_of_what_is_told_of_it():
    text = (
        "In Orenia, floods killed 12 people, the Orenian government said. Across the country,"
        " 3,000 homes were destroyed.\n\nIn Tavria, 40 people died, the Tavrian interior ministry"
        " said, and 9,000 homes were destroyed nationwide."
    )
    assert where(text) == {"12": "Orenia", "3,000": "Orenia", "40": "Tavria", "9,000": "Tavria"}


def test_a_country_is_known_by_what_is_called_after_it():
    nations = Nations("Kassar and Orenia met. A Kassari envoy and an Orenian one spoke in Brod.")
    assert len(nations) == 2
    assert nations.of("the Kassari envoy in Brod") == {"Kassar"}


def differ(text):
    """Return whether the sources of a page are found to differ."""
    return bool(cs.reconcile(cs.link(extract(text, said_at="2026-05-06"))).divergences)


OFFICES = (
    "The {A} health ministry", "{N}’s interior minister", "{N}’s emergency agency",
    "The {A} rescue service", "{N}’s ministry for emergencies",
)  # fmt: skip
TOLD = (
    "had died in floods", "had been killed", "had been hurt in the storm", "were still missing",
    "had lost their homes",
)  # fmt: skip


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("told", TOLD)
def test_two_countries_speak_of_harm_of_their_own(office, told):
    one, other = ({"N": name, "A": f"{name}n"} for name in ("Belaria", "Kostria"))
    text = (
        f"Rain has hit Belaria and Kostria. {office.format(**one)} said 12 people {told}."
        f" {office.format(**other)} said 19 people {told}."
    )
    assert not differ(text)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died at a hotel in Brod, police said. Doctors said 19 died at one in Tull.",
        "In Kenya, 12 people were killed. Ugandan authorities reported 19 dead.",
        "The mayor of Brod said 12 had died in the town. The mayor of Tull said nine had, there.",
        "Twelve people were killed near Brod, the army said. Rebels said 30 were killed in Brod.",
    ],
)
def test_two_places_are_never_one(text):
    assert not differ(text)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("in Brod", "in the city"),
        ("in floods in Brod", "in Brod"),
        ("in the Yel region", "in the region"),
        ("across the country", "nationwide"),
        ("in the capital, Brod,", "in the capital"),
        ("in the port city of Brod", "in Brod"),
        ("at Brod airport", "at the airport"),
        ("in St. Orla’s", "in St. Orla’s"),
        ("in Porto Verde do Sul", "in Porto Verde do Sul"),
        ("in drought-stricken Brod", "in Brod"),
        ("in the north of the country", "in the country’s north"),
    ],
)
def test_one_place_told_in_two_ways_is_one(first, then):
    text = f"Twelve people were killed {first}, police said. The army said 19 had died {then}."
    assert differ(text.replace(",,", ","))
