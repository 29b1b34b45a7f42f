"""Every way to say who says it, with everything that may be told: the slots are always the same.

Sentences are put together from parts, so that no combination is left to chance.
"""

from itertools import cycle

import pytest

from claimsync.extract.drafts import LIKELY
from claimsync.extract.extractor import extract

SPEAKERS = (
    ("the governor", "governor"),
    ("police", "police"),
    ("Oleh Danyk", "Oleh Danyk"),
    ("the interior ministry", "interior ministry"),
    ("the mayor, Ana Roe,", "Ana Roe"),
    ("a spokesman for the fire service", "spokesman for the fire service"),
    ("Governor Ivo Lentz", "Ivo Lentz"),
)
# {S} is who says it, {N} what the clause begins with, {V} the rest of it.
FRAMES = (
    "{S} said {N} {V}.",
    "{S} said that {N} {V}.",
    "{S} confirmed that {N} {V}.",
    "{S} reported on Thursday that {N} {V}.",
    "In a statement, {S} said {N} {V}.",
    "According to {S}, {N} {V}.",
    "{N} {V}, {S} said.",
    "{N} {V}, {S} says.",
    "{N} {V}, {S} said on Thursday.",
    "{N} {V}, {S} said in a statement.",
    "{N} {V}, according to {S}.",
    "{N}, {S} said, {V}.",
    "{N}, according to {S}, {V}.",
    "“{N} {V},” {S} told reporters.",
    "“{N} {V},” {S} wrote on social media.",
)
TOLD = (
    ("{F} people", "were killed", "killed"),
    ("{F} people", "died", "killed"),
    ("{F} people", "lost their lives", "killed"),
    ("{F} people", "have been wounded", "injured"),
    ("{F} homes", "were destroyed", "homes destroyed"),
    ("{F} protesters", "were arrested", "arrested"),
    ("{F} families", "were evacuated", "evacuated"),
    ("{F} miners", "are missing", "missing"),
    ("{F} flights", "had been cancelled", "flights cancelled"),
    ("{F} people", "were left without power", "without power"),
    ("the blast", "killed {F} people", "killed"),
    ("police", "arrested {F} people", "arrested"),
    ("the fire", "destroyed {F} homes", "homes destroyed"),
    ("rescuers", "pulled out {F} bodies", "bodies found"),
    ("the firm", "cut {F} jobs", "jobs cut"),
)
FIGURES = (
    ("12", "= 12"),
    ("at least 21", ">= 21"),
    ("nearly 300", "= nearly 300"),
    ("up to 40", "= up to 40"),
    ("more than 1,200", "> 1,200"),
)
PLACES = (
    ("", None),
    ("in Lyman", "Lyman"),
    ("in the city of Karsk", "Karsk"),
    ("in the Kherson region", "Kherson region"),
)
TIMES = (
    ("", None),
    ("on 3 March", "2026-03-03"),
    ("late on Tuesday", "2026-03-10"),
)


def grid():
    """Yield every frame with everything told; speakers, figures, places and times take turns."""
    turns = zip(*map(cycle, (SPEAKERS, FIGURES, PLACES, TIMES)), strict=False)
    for frame in FRAMES:
        for told in TOLD:
            yield frame, told, *next(turns)


def sentence(frame, speaker, figure, first, rest):
    """Return the parts as one sentence."""
    said = frame.replace("{N}", first).replace("{V}", rest).replace("{S}", speaker)
    said = said.replace("{F}", figure).replace(",,", ",")
    head = 1 if said.startswith("“") else 0
    return said[:head] + said[head].upper() + said[head + 1 :]


@pytest.mark.parametrize("parts", list(grid()), ids=lambda parts: f"{parts[0]} {parts[1][2]}")
def test_the_slots_do_not_depend_on_how_they_are_put(parts):
    frame, (first, rest, measure), speaker, figure, place, time = parts
    tail = " ".join(part for part in (rest, place[0], time[0]) if part)
    text = sentence(frame, speaker[0], figure[0], first, tail)

    [draft] = [each for each in extract(text, said_at="2026-03-12") if each.figure]
    assert draft.measure == measure
    assert str(draft.readings[0]).removesuffix(" person") == figure[1]
    assert [each.name.casefold() for each in draft.chain] == [speaker[1].casefold()]
    assert draft.code("place") == place[1]
    assert (draft.when.code if draft.when else None) == time[1]
    assert draft.confidence >= LIKELY
