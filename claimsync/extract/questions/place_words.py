"""The words with which places are told: what leads up to them, what they are, what they are not."""

from __future__ import annotations

LEADS = frozenset(
    "in at on near across from outside around throughout inside within over through off along"
    " above between".split()
)
AREAS = frozenset(
    "region regions district districts province provinces oblast city county counties state town"
    " village municipality governorate department prefecture island islands valley area suburb"
    " neighbourhood neighborhood peninsula strip coast ward precinct".split()
)
MANY = frozenset("regions districts provinces counties states towns villages cities islands"
                  " wards municipalities governorates areas countries accidents attacks"
                  " strikes incidents blasts explosions crashes camps hospitals sites"
                  " schools".split())  # fmt: skip
COUNTS = "two three four five six seven eight nine ten eleven twelve".split()
QUARTERS = frozenset("north south east west north-east north-west south-east south-west northeast"
                     " northwest southeast southwest".split())  # fmt: skip
SIDES = QUARTERS | frozenset(
    "northern southern eastern western central greater occupied upper lower north-eastern"
    " south-eastern north-western south-western northeastern northwestern southeastern"
    " southwestern".split()
)
NO_PLACES = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct"
    " nov dec parliament congress court christmas easter ramadan covid i english french german"
    " spring summer autumn winter telegram twitter facebook x whatsapp instagram youtube"
    " signal number mr mrs ms dr sir lord lady reuters afp ap bbc cnn god kilometre milliarden"
    " no action nature science lancet whitsun pentecost diwali eid hanukkah thanksgiving halloween"
    " advent lent midsummer"
    .split()
)  # fmt: skip
BODIES = frozenset(  # what speaks or acts, behind the name of a place
    "ministry minister police council government president governor mayor army company"
    " parliament office agency board administration spokesman spokeswoman officials"
    " authorities official telegram times post news herald guardian journal magazine"
    " gazette review senate assembly legislature institute institution foundation association"
    " federation commission committee".split()
)
ACTING = frozenset({"police", "officials", "authorities"})
SITES = frozenset(
    "hall market hospital clinic school station church mosque temple building factory plant mine"
    " shaft bridge quay harbour harbor port square prison airport stadium theatre theater hotel"
    " capital suburbs coast border junction scene site"
    " hills depot barracks refinery shelter camp tunnel club mall dam museum park"
    " north south east west".split()
)
# What is a place behind a name, and may be anything without one.
FEATURES = frozenset(
    "river lake bay canal highway motorway road street avenue beach mountain mountains pass desert"
    " sea forest crossing base centre center university college pier farm zoo arena front bank"
    " gallery campus complex resort estate reservoir volcano glacier reef reserve jail"
    " monastery cathedral synagogue shrine courthouse library kindergarten nursery terminal camps"
    " jails prisons hospitals pit reactor archipelago flats settlement outpost checkpoint"
    " garrison".split()
)
# They go by the name of their town, which for most matters is told instead of them.
WORKS = frozenset("plant factory works refinery mine mill shipyard yard".split())
HEADS = AREAS | SITES | FEATURES | QUARTERS | WORKS
# Words between a name and such a head: the Brevic *district* hospital, the Lubno *thermal power*
# plant.
BETWEEN = HEADS | frozenset(
    "thermal power nuclear air high primary secondary railway train bus police military central"
    " main old university regional general steel coal gold oil gas data medical convention refugee"
    " detention prison international national football sports city opera concert town shopping"
    " hydroelectric chemical fire metro subway ski".split()
)
HOUSES = frozenset("general infirmary".split())  # they end the name of a hospital
NUMBERED = frozenset(
    "district ward sector zone block terminal camp precinct arrondissement gate hall pit route"
    " highway interstate motorway road runway building shaft junction platform exit section"
    " reactor hangar pier berth unit".split()
)
TAKEN = frozenset(
    "taken brought rushed admitted transferred flown airlifted evacuated sent".split()
)
NOT_THERE = frozenset({"near", "outside", "around", "off", "above", "between"})  # beside it
ALL_OVER = frozenset({"across", "throughout", "around", "over"})
NATION = frozenset({"nationwide", "countrywide"})
PARTICLES = frozenset(
    "de la las los el al del du le do da dos das di della des am es von van der ter y bin ibn"
    " upon ez".split()
)
PREFIXES = frozenset("al el ad as ar an at az ash ez es d l".split())  # al-Hasakah, es-Salaam
# What is named with *of*: the Bay of Bengal, the Republic of Orsk.
NAMED_OF = frozenset("bay gulf strait isle isles horn cape sea republic kingdom straits"
                     " commonwealth emirate".split())  # fmt: skip
SAINTS = frozenset({"st", "ste", "mt", "ft"})
HEIGHTS = frozenset({"mount", "lake", "cape", "isle"})
PLURAL_AREAS = frozenset("districts provinces counties villages towns islands valleys areas states"
                          " suburbs neighbourhoods regions cities".split())  # fmt: skip
# All or part of a place is told by its name: *much of Karsa*, *the streets of Alvora*.
SHARES_OF = frozenset(
    "much most all part parts streets outskirts suburbs centre center heart middle edge"
    " whole hills mountains jungle jungles forests slums waters shores skies lands plains foothills"
    " alleys fields vicinity surroundings".split()
)
TOWNS = frozenset(
    "town village city suburb port market republic island resort hamlet community neighbourhood"
    " neighborhood".split()
)
BARE = frozenset(  # areas that a page speaks of without their name
    "city town village region district province state county island area neighbourhood"
    " neighborhood suburb municipality valley oblast governorate prefecture peninsula".split()
)
WHERE_FROM = frozenset("his her its their our my".split())
MODIFIERS = frozenset(  # words before a name that are no part of it
    "nearby neighbouring neighboring adjacent surrounding suburban rural downtown coastal mainland"
    " tiny small remote besieged disputed embattled mountainous inner inland upstate both war-torn"
    " landlocked historic".split()
)
SUFFERED = frozenset("held hit stricken torn ravaged controlled ruled affected".split())
