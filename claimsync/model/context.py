"""The declarations that claims are read with: sources, measures, scopes, rates, and so on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, field_validator

from claimsync.errors import InvalidContextError
from claimsync.model.base import Value, notation
from claimsync.model.codelist import Assumption, Partition, PathPartition
from claimsync.model.measure import Measure, Party, Rate, Relation
from claimsync.model.period import Period
from claimsync.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Declaration = Source | Measure | Partition | PathPartition | Relation | Rate | Assumption | Party


def _zone(zone: str) -> str:
    """Refuse a zone that is no offset."""
    if zone:
        Period.parse("2026-02-04T10:00", zone)
    return zone


class Context(Value):
    """Everything declared; undeclared names are fine and take defaults.

    >>> context = Context(sources=(Source(name="Kremlin", part_of="Russia"),))
    >>> context.side("Kremlin"), context.side("Oryx")
    ('Russia', 'Oryx')
    """

    sources: tuple[Source, ...] = ()
    measures: tuple[Measure, ...] = ()
    partitions: tuple[Partition | PathPartition, ...] = ()
    relations: tuple[Relation, ...] = ()
    rates: tuple[Rate, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    parties: tuple[Party, ...] = ()
    zone: Annotated[str, AfterValidator(_zone)] = ""

    @field_validator(
        "sources", "measures", "partitions", "relations", "rates", "assumptions", "parties"
    )
    @classmethod
    def _once(cls, declared: tuple[Declaration, ...]) -> tuple[Declaration, ...]:
        """Keep one of each repeated declaration."""
        return tuple(dict.fromkeys(declared))

    @classmethod
    def of(cls, declarations: Iterable[Declaration], zone: str = "") -> Context:
        """Return the context that holds ``declarations``, each repeated line once."""
        told = tuple(dict.fromkeys(declarations))
        return cls(
            sources=tuple(one for one in told if isinstance(one, Source)),
            measures=tuple(one for one in told if isinstance(one, Measure)),
            partitions=tuple(one for one in told if isinstance(one, (Partition, PathPartition))),
            relations=tuple(one for one in told if isinstance(one, Relation)),
            rates=tuple(one for one in told if isinstance(one, Rate)),
            assumptions=tuple(one for one in told if isinstance(one, Assumption)),
            parties=tuple(one for one in told if isinstance(one, Party)),
            zone=zone,
        )

    def declarations(self) -> tuple[Declaration, ...]:
        """Return all declarations, kind by kind."""
        return (
            *self.sources, *self.measures, *self.partitions, *self.relations,
            *self.rates, *self.assumptions, *self.parties,
        )  # fmt: skip

    def joined(self, other: Context) -> Context:
        """Return the declarations of both; ``other``'s zone wins where it has one."""
        return Context.of((*self.declarations(), *other.declarations()), other.zone or self.zone)

    @cached_property
    def source_by_name(self) -> Mapping[str, Source]:
        """Declared sources by name."""
        return {source.name: source for source in self.sources}

    @cached_property
    def measure_by_name(self) -> Mapping[str, Measure]:
        """Declared measures by name."""
        return {measure.name: measure for measure in self.measures}

    @cached_property
    def declared_dimensions(self) -> frozenset[str]:
        """Dimensions about whose codes something is declared."""
        return frozenset(partition.dimension for partition in self.partitions) | frozenset(
            assumption.key for assumption in self.assumptions
        )

    def speaker(self, name: str) -> str:
        """Return for whom ``name`` speaks in the end (itself, if for nobody else)."""
        return self._follow(name, lambda source: source.speaks_for)

    def side(self, name: str) -> str:
        """Return the root that ``name`` belongs to through *speaks for* and *part of*."""
        return self._follow(name, lambda source: source.speaks_for or source.part_of)

    def memberships(self, name: str) -> tuple[str, ...]:
        """Return ``name`` and everything it speaks for or is part of, nearest first."""
        found = [name]
        while True:
            source = self.source_by_name.get(found[-1])
            above = (source.speaks_for or source.part_of) if source else None
            if above is None or above in found:
                return tuple(found)
            found.append(above)

    def __str__(self) -> str:
        """Return the declaration lines."""
        return str(notation().render(self))

    def _follow(self, name: str, step: Callable[[Source], str | None]) -> str:
        """Return the end of the chain that ``step`` makes from ``name``."""
        seen = {name}
        while (source := self.source_by_name.get(name)) is not None:
            above = step(source)
            if above is None:
                break
            if above in seen:
                raise InvalidContextError(
                    f"expected sources without a circle, got one through {above!r}"
                )
            seen.add(above)
            name = above
        return name
