"""A term: one measure of the newsroom and the words that ask for it, as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.model.stance import Phase

PEOPLE, THINGS = "people", "things"  # told of people alone, or of anything else


@dataclass(frozen=True, slots=True)
class Term:
    """A measure and the words that ask for it, each list written with ``|``.

    ``after`` stand behind the figure (*12 people were killed*), ``before`` in front of it (*killed
    12*), ``nouns`` are counted themselves (*12 deaths*), ``tolls`` lead up to it (*the death toll
    rose to 12*). With ``things`` the counted noun is part of the measure (*drones shot down*);
    otherwise it says *who*. ``never`` names measures that are often mixed up with this one. Where
    ``beside`` names words, a counted noun asks only near one of them (*200 jobs will go*), unless
    it is ``plain``; ``not_of`` names what the measure is never told of (*300 workers were fired*),
    ``whoever`` who is no group of its own (*12,000 fans turned up* is the crowd); with ``of`` it is
    told of one kind of figure alone, as a price is of money, or of ``PEOPLE`` alone
    (and of what is named in ``too``). Words that are ``loose`` ask only on a
    page ``about`` such things: people return from holidays too. The ``course`` of a count over the
    hours, if it has one, ``"rises"`` or ``"wavers"``: no older figure is a newer one's rival.
    """

    measure: str
    after: str = ""
    before: str = ""
    nouns: str = ""
    tolls: str = ""
    unit: str | None = None
    things: bool = False
    event: str | None = None
    phase: Phase | None = None
    parts: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    beside: str = ""
    plain: str = ""
    not_of: str = ""
    too: str = ""
    of: str = ""
    whoever: str = ""
    course: str = ""
    loose: str = ""
    about: str = ""
    example: str = ""
    counter_example: str = ""

    @property
    def strict(self) -> Term:
        """The term without its loose words."""
        loose = frozenset(self.loose.split("|"))

        def kept(listed: str) -> str:
            return "|".join(word for word in listed.split("|") if word not in loose)

        return replace(
            self, after=kept(self.after), before=kept(self.before), nouns=kept(self.nouns),
            tolls=kept(self.tolls),
        )  # fmt: skip

    @property
    def rule(self) -> Rule:
        """The term as a rule of the book."""
        lists = (self.after, self.before, self.nouns, self.tolls)
        words = tuple(word for listed in lists for word in listed.split("|") if word)
        return Rule(f"measure/{self.measure}", words, f"asks for {self.measure}",
                    self.example, self.counter_example)  # fmt: skip
