"""Physical units beyond the core's own: converted exactly with the extra, apart without it."""

from fractions import Fraction

import pytest

import claimsync as cs
from claimsync.model import physical as module
from claimsync.model.unit import Kind, unit_of

pytest.importorskip("pint")


@pytest.fixture
def without_pint(monkeypatch):
    """Take the extra away, and forget what it told."""

    def forget() -> None:
        for known in (unit_of, module.physical):
            known.cache_clear()

    monkeypatch.setattr(module, "_registry", lambda: None)
    forget()
    yield
    monkeypatch.undo()
    forget()


def told(*lines: str) -> list[str]:
    result = cs.reconcile(cs.parse("\n".join(lines)))
    return [f"{f.kind} ({f.basis})" for f in result.findings if f.kind != "non-confirmation"]


SPEED = ("A: speed = 108..108 km/h", "B: speed = 30..30 m/s")


def test_units_of_one_dimension_are_compared_exactly():
    assert told(*SPEED) == ["agreement (exact)"]
    assert told("A: speed = 108..108 km/h", "B: speed = 31..31 m/s") == ["divergence (value)"]
    assert told("A: output = 3..3 GWh", "B: output = 3,000..3,000 MWh") == ["agreement (exact)"]
    assert told("A: dust = 40..40 µg/m3", "B: dust = 0.04..0.04 mg/m³") == ["agreement (exact)"]


def test_a_unit_of_a_kind_that_the_core_knows_joins_it():
    assert unit_of("Mt") == unit_of("Mt")
    assert (unit_of("Mt").kind, unit_of("Mt").size) == (Kind.MASS, 10**9)
    assert told(
        "measure coal: unit t", "A: coal = 2..2 Mt", "B: coal = 2,000,000..2,000,000 t"
    ) == ["agreement (exact)"]


def test_degrees_are_moved_as_well_as_scaled():
    assert told("A: heat = 20..20 °C", "B: heat = 68..68 °F") == ["agreement (exact)"]
    assert told("A: heat = 20..20 °C", "B: heat = 69..69 °F") == ["divergence (value)"]
    assert unit_of("°C").zero == Fraction(27315, 100)
    relation = ("measure high: unit °C", "measure low: unit °F", "relation high = low")
    result = cs.reconcile(cs.parse("\n".join((*relation, "A: high = 20 °C", "B: low = 20 °F"))))
    assert "not used" in result.notes[0]


def test_units_of_another_dimension_stay_apart():
    assert told("A: speed = 108 km/h", "A: speed = 108 km/h  ^2", "B: speed = 30 MWh") == [
        "not comparable (no common unit)",
        "echo (repeated)",
    ]


@pytest.mark.parametrize("words", ["dB", "rad/s", "°/s", "Xy", "l/100km", "km/h and more", "m^99"])
def test_what_no_fraction_tells_is_a_unit_of_its_own(words):
    assert unit_of(words).base == words


@pytest.mark.parametrize("words", ["people", "POWs", "fighter jets", "EUR", "km", "watts"])
def test_the_extra_changes_nothing_that_the_core_knows(words, without_pint):
    without = unit_of(words)
    unit_of.cache_clear()
    assert without == unit_of(words)
    assert without.kind is not Kind.OTHER


def test_without_the_extra_symbols_stay_apart_and_the_notes_name_it(without_pint):
    assert told(*SPEED) == ["not comparable (no common unit)"]
    (note,) = cs.reconcile(cs.parse("\n".join(SPEED))).notes
    assert "km/h and m/s" in note
    assert "claimsync[units]" in note


def test_with_the_extra_there_is_no_such_note():
    assert not cs.reconcile(cs.parse("A: speed = 108 km/h\nB: speed = 30 MWh")).notes


def test_units_of_the_extra_serve_relations():
    lines = ("relation output = wind + sun", "measure output: unit GWh", "measure wind: unit MWh")
    claims = ("A: output = 3..3 GWh", "B: wind = 2,000..2,000 MWh", "C: sun = 1..1 GWh")
    assert told(*lines, *claims) == ["agreement (relation)"]
    assert told(*lines, *claims[:2], "C: sun = 2..2 GWh") == ["divergence (relation broken)"]


def test_words_that_no_parser_of_units_reads_are_units_of_their_own():
    for words in ("¼", "°¼", "**", "m/", "½ m"):
        assert module.physical(words) is None
