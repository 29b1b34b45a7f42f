"""Declaration lines: what a file says about its sources, measures, scopes, rates and parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from claimsync.errors import InvalidClaimError, did_you_mean
from claimsync.model.codelist import Assumption
from claimsync.model.measure import Measure, Party, Rate
from claimsync.model.period import Period
from claimsync.model.source import Source
from claimsync.notation.amounts import leading_number
from claimsync.notation.marks import DECLARATIONS, IN_DECLARATION, ON, first_word
from claimsync.notation.options import MEASURE, SOURCE, question_in, read_options
from claimsync.notation.scopes import partition_of, relation_of
from claimsync.notation.tokens import Text, line_of

if TYPE_CHECKING:
    from claimsync.model.context import Declaration

_FORMS = {
    "assume": "assume category: POW = prisoner",
    "measure": "measure killed: unit person, cumulative",
    "partition": "partition side: both = Russia + Ukraine",
    "party": "party Ukraine on people exchanged",
    "relation": "relation casualties = killed + injured",
    "source": "source Dmitry Peskov: speaks for Kremlin",
    "unit": "unit EUR = 1.10 USD",
    "zone": "zone +02:00",
}


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone of a file's zoneless times: ``zone +02:00``."""

    offset: str

    def __str__(self) -> str:
        """Return the declaration line."""
        return f"zone {self.offset}"


def parse_declaration(line: str) -> Declaration | Zone:
    """Return what one line declares.

    >>> parse_declaration("source Dmitry Peskov: speaks for Kremlin").speaks_for
    'Kremlin'

    Raises NotationError.
    """
    return declaration_of(line_of(line))


def declares(window: Text) -> bool:
    """Return whether a line opens with a declaration word."""
    return first_word(str(window)) in DECLARATIONS


def declaration_of(window: Text, zone: str = "") -> Declaration | Zone:
    """Return what the window declares; ``zone`` serves times without one."""
    word = first_word(str(window))
    rest = window.at(window.start + len(word), window.end)
    match word:
        case "source":
            declared: Declaration | Zone = _source(rest)
        case "measure":
            declared = _measure(rest, zone)
        case "partition":
            declared = partition_of(rest, lambda spot: _refuse(spot, word))
        case "relation":
            declared = relation_of(rest, lambda spot: _refuse(spot, word))
        case "unit":
            declared = _rate(rest)
        case "assume":
            declared = _assumption(rest)
        case "party":
            declared = _party(rest, zone)
        case "zone":
            declared = _zone(rest)
        case _:
            _refuse_word(window, word)
    return declared


def _refuse_word(window: Text, word: str) -> NoReturn:
    """Refuse a line that opens with no declaration word."""
    known = ", ".join(DECLARATIONS)
    hint = did_you_mean(word, DECLARATIONS)
    window.fail(f"expected a declaration ({known}), got {window.shown}; begin with its word", hint)


def _refuse(spot: Text, word: str) -> NoReturn:
    """Refuse a line that opens with a declaration word and goes on in no form of it."""
    spot.fail(
        f"expected '{_FORMS[word]}', got {spot.shown} after {word!r};"
        " if this is a claim, put the source's name in double quotes",
        f'a claim would open with "{word} …":',
    )


def _source(rest: Text) -> Source:
    """Return the source of ``source NAME: speaks for X, part of Y, …``."""
    if not rest:
        _refuse(rest, "source")
    name, options = _headed(rest, "source")
    given = read_options(options, SOURCE, "source")
    return rest.build(Source, name=name, **given)


def _measure(rest: Text, zone: str) -> Measure:
    """Return the measure of ``measure NAME: unit person, cumulative, …``."""
    name, options = _headed(rest, "measure")
    return rest.build(Measure, name=name, **read_options(options, MEASURE, "measure", zone))


def _headed(rest: Text, word: str) -> tuple[str, Text]:
    """Return the name before the colon and the window behind it."""
    colon = rest.find(":")
    end = rest.end if colon < 0 else colon
    head = rest.at(rest.start, end)
    if not head:
        _refuse(rest, word)
    return head.name(f"a {word}'s name", IN_DECLARATION), rest.at(min(end + 1, rest.end), rest.end)


def _rate(rest: Text) -> Rate:
    """Return the rate of ``unit EUR = 1.10 USD``."""
    equals = rest.find("=")
    if equals < 0:
        _refuse(rest, "unit")
    unit = rest.at(rest.start, equals).name("a unit", IN_DECLARATION)
    number, end = leading_number(rest.at(equals + 1, rest.end), "a rate")
    other = rest.at(end, rest.end).name("a unit after the rate", IN_DECLARATION)
    return rest.build(Rate, unit=unit, number=number, other=other)


def _assumption(rest: Text) -> Assumption:
    """Return the assumption of ``assume category: POW = prisoner``."""
    colon = rest.find(":")
    body = rest.at(rest.end if colon < 0 else colon + 1, rest.end)
    equals = body.find("=")
    if equals < 0:
        _refuse(rest, "assume")
    return rest.build(
        Assumption,
        key=rest.at(rest.start, colon).name("a key", IN_DECLARATION),
        code=body.at(body.start, equals).name("a code", IN_DECLARATION),
        means=body.at(equals + 1, body.end).name("a code", IN_DECLARATION),
    )


def _party(rest: Text, zone: str) -> Party:
    """Return the party of ``party Ukraine on people exchanged``."""
    joint = rest.search(ON)
    if joint is None:
        _refuse(rest, "party")
    source = rest.at(rest.start, joint.start()).name("a party", IN_DECLARATION)
    return rest.build(
        Party, source=source, question=question_in(rest.at(joint.end(), rest.end), zone)
    )


def _zone(rest: Text) -> Zone:
    """Return the zone of ``zone +02:00``."""
    try:
        Period.parse(f"2026-02-04T10:00{rest}")
        Period.parse("2026-02-04T10:00", str(rest))
    except InvalidClaimError:
        hint = "name zones by their offset, since names change it twice a year"
        rest.fail(f"expected 'zone +02:00' or 'zone Z', got {rest.shown}; write the offset", hint)
    return Zone(str(rest))
