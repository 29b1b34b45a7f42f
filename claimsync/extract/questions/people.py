"""People: whether those counted are people, by their noun: *12 cranes*, *12 cranemen*.

Of nouns that nobody here has heard of the ending tells, and a capital: *pipers*, *Latvians*.
"""

from __future__ import annotations

from functools import lru_cache

from claimsync.extract.figures.nouns import plural

_NAMED = frozenset(
    """
    people persons person someone individuals souls men women man woman children child kids babies
    infants toddlers newborns adults youths teens minors elders orphans twins siblings brothers
    sisters sons daughters cousins parents relatives families family households couples widows
    friends neighbours neighbors colleagues strangers locals nationals natives citizens civilians
    aliens youngsters students pupils scouts residents tenants patients guests members fans
    supporters worshippers pilgrims mourners monks nuns priests imams bishops clergy victims
    survivors witnesses suspects hostages captives convicts prisoners pows inmates detainees
    refugees evacuees migrants immigrants emigrants soldiers troops personnel marines commandos
    cadets recruits conscripts veterans guards militants insurgents rebels terrorists pirates
    staff crew police nurses doctors medics paramedics surgeons midwives coaches judges jurors
    journalists aides diplomats envoys delegates deputies agents spies clerks cooks chefs pilots
    crews athletes captains mechanics academics clients dissidents protesters activists servants
    participants contestants consultants accountants attendants assistants applicants combatants
    occupants inhabitants peasants merchants dead wounded injured missing others more
    additional another bodies remains corpses names fugitives thieves scholars politicians mps
    mayors
    """.split()
)
_ENDINGS = (
    "ers", "ors", "ists", "ees", "ians", "men", "women", "children", "boys", "girls", "mates",
    "people", "folk", "goers", "kin",
)  # fmt: skip
# Of things, for all their ending.
_THINGS = frozenset(
    """
    papers newspapers letters orders offers numbers computers containers trailers tankers freighters
    choppers helicopters carriers boosters cruisers destroyers bombers launchers shelters centers
    theaters theatres rivers towers dinners posters folders servers routers printers scooters
    coasters buckets layers powers tigers feathers quarters chapters characters parameters meters
    metres kilometers liters litres beakers banners trackers chargers boilers heaters coolers
    dumpers loaders diggers bulldozers burgers barriers borders corners flowers showers answers
    covers matters tiers piers fibers fibres cancers ulcers disorders lockers drawers stickers
    transfers tenders monsters wonders rubbers tractors reactors motors doors floors errors
    sectors factors mirrors sensors monitors generators vectors detectors ventilators colors
    corridors harbors honors tremors incinerators elevators trees degrees fees committees
    knees bees guarantees coffees specimen omens regimen lists fists wrists
    """.split()
)


@lru_cache(maxsize=1 << 12)
def humans(noun: str) -> bool:
    """Return whether a counted noun is one of people, or hides what is counted.

    >>> [humans(noun) for noun in ("masked gunmen", "prisoners of war", "trawlers' crews")]
    [True, True, True]
    >>> [humans(noun) for noun in ("meetings", "new models", "oil tankers", "cases of theft")]
    [False, False, False, False]
    """
    words = noun.partition(" of ")[0].split()
    last = words[-1] if words else ""
    low = last.casefold()
    if last[:1].isupper() or not plural(low):
        return True
    return low in _NAMED or (low.endswith(_ENDINGS) and low not in _THINGS)
