"""Countries by name, with the words for what is theirs and the capitals that stand for them.

A newsroom adds its own with ``Country(…)``; nothing is looked up outside this table.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Country(NamedTuple):
    """A country, its adjectives, and the capital or office that speaks for it."""

    name: str
    adjectives: tuple[str, ...]
    metonyms: tuple[str, ...]


# name: adjectives: places that stand for its government
_TABLE = """
Afghanistan:Afghan:Kabul;Albania:Albanian:Tirana;Algeria:Algerian:Algiers;Angola:Angolan:Luanda
Argentina:Argentine,Argentinian:Buenos Aires;Armenia:Armenian:Yerevan;Australia:Australian:Canberra
Austria:Austrian:Vienna;Azerbaijan:Azerbaijani,Azeri:Baku;Bahrain:Bahraini:Manama
Bangladesh:Bangladeshi:Dhaka;Belarus:Belarusian:Minsk;Belgium:Belgian:;Benin:Beninese:
Bolivia:Bolivian:La Paz;Bosnia and Herzegovina:Bosnian:Sarajevo;Botswana:Botswanan:Gaborone
Brazil:Brazilian:Brasilia;Bulgaria:Bulgarian:Sofia;Burkina Faso:Burkinabe:Ouagadougou
Burundi:Burundian:;Cambodia:Cambodian:Phnom Penh;Cameroon:Cameroonian:Yaounde
Canada:Canadian:Ottawa;Chad:Chadian:;Chile:Chilean:Santiago;China:Chinese:Beijing
Colombia:Colombian:Bogota;Congo:Congolese:Kinshasa;Costa Rica:Costa Rican:;Croatia:Croatian:Zagreb
Cuba:Cuban:Havana;Cyprus:Cypriot:Nicosia;Czech Republic:Czech:Prague;Denmark:Danish:Copenhagen
Ecuador:Ecuadorian,Ecuadorean:Quito;Egypt:Egyptian:Cairo;El Salvador:Salvadoran:
Eritrea:Eritrean:Asmara;Estonia:Estonian:Tallinn;Ethiopia:Ethiopian:Addis Ababa
Finland:Finnish:Helsinki;France:French:Paris,Elysee,Élysée;Gabon:Gabonese:;Georgia:Georgian:Tbilisi
Germany:German:Berlin;Ghana:Ghanaian:Accra;Greece:Greek:Athens;Guatemala:Guatemalan:
Guinea:Guinean:Conakry;Guyana:Guyanese:;Haiti:Haitian:;Honduras:Honduran:;Hungary:Hungarian:Budapest
Iceland:Icelandic:Reykjavik;India:Indian:New Delhi,Delhi;Indonesia:Indonesian:Jakarta
Iran:Iranian:Tehran;Iraq:Iraqi:Baghdad;Ireland:Irish:Dublin;Israel:Israeli:Jerusalem
Italy:Italian:Rome;Ivory Coast:Ivorian:;Jamaica:Jamaican:Kingston;Japan:Japanese:Tokyo
Jordan:Jordanian:Amman;Kazakhstan:Kazakh:Astana;Kenya:Kenyan:Nairobi;Kosovo:Kosovan:Pristina
Kuwait:Kuwaiti:;Kyrgyzstan:Kyrgyz:Bishkek;Laos:Laotian:Vientiane;Latvia:Latvian:Riga
Lebanon:Lebanese:Beirut;Liberia:Liberian:Monrovia;Libya:Libyan:Tripoli;Lithuania:Lithuanian:Vilnius
Luxembourg::;Madagascar:Malagasy:Antananarivo;Malawi:Malawian:Lilongwe
Malaysia:Malaysian:Kuala Lumpur;Mali:Malian:Bamako;Malta:Maltese:Valletta
Mauritania:Mauritanian:;Mexico:Mexican:;Moldova:Moldovan:Chisinau;Mongolia:Mongolian:Ulaanbaatar
Montenegro:Montenegrin:Podgorica;Morocco:Moroccan:Rabat;Mozambique:Mozambican:Maputo
Myanmar:Burmese:Naypyitaw;Namibia:Namibian:Windhoek;Nepal:Nepali,Nepalese:Kathmandu
Netherlands:Dutch:The Hague;New Zealand:New Zealand:Wellington;Nicaragua:Nicaraguan:Managua
Niger:Nigerien:Niamey;Nigeria:Nigerian:Abuja;North Korea:North Korean:Pyongyang
North Macedonia:Macedonian:Skopje;Norway:Norwegian:Oslo;Oman:Omani:Muscat
Pakistan:Pakistani:Islamabad;Panama:Panamanian:;Paraguay:Paraguayan:;Peru:Peruvian:Lima
Philippines:Philippine,Filipino:Manila;Poland:Polish:Warsaw;Portugal:Portuguese:Lisbon
Qatar:Qatari:Doha;Romania:Romanian:Bucharest;Russia:Russian:Moscow,Kremlin;Rwanda:Rwandan:Kigali
Saudi Arabia:Saudi:Riyadh;Senegal:Senegalese:Dakar;Serbia:Serbian,Serb:Belgrade
Sierra Leone:Sierra Leonean:Freetown;Singapore:Singaporean:;Slovakia:Slovak:Bratislava
Slovenia:Slovenian,Slovene:Ljubljana;Somalia:Somali:Mogadishu;South Africa:South African:Pretoria
South Korea:South Korean:Seoul;South Sudan:South Sudanese:Juba;Spain:Spanish:Madrid
Sri Lanka:Sri Lankan:Colombo;Sudan:Sudanese:Khartoum;Sweden:Swedish:Stockholm
Switzerland:Swiss:Bern;Syria:Syrian:Damascus;Taiwan:Taiwanese:Taipei;Tajikistan:Tajik:Dushanbe
Tanzania:Tanzanian:Dodoma;Thailand:Thai:Bangkok;Togo:Togolese:Lome;Tunisia:Tunisian:Tunis
Turkey:Turkish:Ankara;Turkmenistan:Turkmen:Ashgabat;Uganda:Ugandan:Kampala
Ukraine:Ukrainian:Kyiv,Kiev;United Arab Emirates:Emirati:Abu Dhabi
United Kingdom:British:London,Downing Street;United States:American,US,U.S.:Washington,White House
Uruguay:Uruguayan:Montevideo;Uzbekistan:Uzbek:Tashkent;Venezuela:Venezuelan:Caracas
Vietnam:Vietnamese:Hanoi;Yemen:Yemeni:Sanaa;Zambia:Zambian:Lusaka;Zimbabwe:Zimbabwean:Harare
Palestine:Palestinian:Ramallah;Gaza:Gazan:
"""
_OTHER_NAMES = {
    "US": "United States",
    "USA": "United States",
    "U.S": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "Britain": "United Kingdom",
    "Czechia": "Czech Republic",
    "Bosnia": "Bosnia and Herzegovina",
    "UAE": "United Arab Emirates",
    "Türkiye": "Turkey",
    "Gaza Strip": "Gaza",
}


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries of the table."""
    rows = (row.split(":") for row in _TABLE.replace("\n", ";").split(";") if row)
    return tuple(
        Country(name, tuple(filter(None, adjectives.split(","))),
                tuple(filter(None, metonyms.split(","))))
        for name, adjectives, metonyms in rows
    )  # fmt: skip


@cache
def country_names() -> Mapping[str, str]:
    """Return each way to name a country, with the name that its code bears.

    >>> country_names()["US"], country_names()["Ukraine"]
    ('United States', 'Ukraine')
    """
    return {country.name: country.name for country in countries()} | _OTHER_NAMES


@cache
def adjectives() -> Mapping[str, str]:
    """Return each country by its adjectives.

    >>> adjectives()["Ukrainian"]
    'Ukraine'
    """
    return {word: country.name for country in countries() for word in country.adjectives}


@cache
def metonyms() -> Mapping[str, str]:
    """Return each country by the places that stand for its government.

    >>> metonyms()["Kremlin"]
    'Russia'
    """
    return {place: country.name for country in countries() for place in country.metonyms}
