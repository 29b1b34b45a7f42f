"""Grammar: the rules of the quantity grammar as tables to look words up in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claimsync.extract.figures import (
    changes,
    measures,
    not_quantities,
    number_words,
    ones,
    spreads,
    terms_served,
)
from claimsync.extract.figures.qualifiers import BEFORE, BEHIND
from claimsync.extract.text.phrases import Phrases
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

# Rules of form rather than of words: they can be read and switched off like any other.
FORMS = (
    Rule("share-words", (), "a fraction in words is a share", "Two-thirds left.", "Two left."),
    Rule("vague", (), "a plural of a round number is vague", "Dozens left.", "A dozen left."),
    Rule("one", (), "the word one, where it counts", "One man left.", "The same one left."),
    Rule("to", (), "two numbers from low to high", "12 to 15 left.", "12 went to 15 towns."),
    Rule("between", (), "two numbers behind between", "Between 12 and 15 left.",
         "12 and 15 left."),
    Rule("or", (), "two near numbers", "Three or four left.", "Three or 400 left."),
    Rule("dash", (), "two numbers parted by a dash with gaps", "5 – 7 km.", "5 left – 7 stayed."),
    Rule("margin", (), "a number and how far it may be off", "12 ± 2 left.", "12 + 2 left."),
    Rule("from-to", (), "the level before a change and the level after", "It rose from 5 to 7.",
         "From 5 to 7 left."),
    Rule("converted", (), "a conversion in brackets shares its qualifier",
         "Over 7 miles (11 km).", "Over 7 miles, 11 km off."),
    Rule("rate", (), "what is counted per day is no plain count", "Some 300 tests a day.",
         "Some 300 tests a day ago."),
    Rule("unit-composed", (), "signs over signs are a unit", "It is 1.3 A/cm2.", "It is 5 men."),
    Rule("score", (), "two small numbers with a hyphen are a result", "They won 3-2.",
         "Some 30-40 men won."),
    Rule("name-slash", (), "numbers over numbers that are no fraction", "Since 9/11.",
         "It is 1/16 of it."),
    Rule("name-attached", (), "a number that touches letters", "The F-35 and CO2.", "35 jets."),
    Rule("name-capital", (), "a number between capitalised words", "The 737 Max, it said, flew.",
         "The 737 men flew."),
    Rule("date-decade", (), "years in tens", "In the 1990s.", "In 1990."),
)  # fmt: skip
RULES: tuple[Rule, ...] = (
    *BEFORE, *BEHIND, *spreads.SPREADS, *spreads.ROLES, *changes.RULES, *ones.RULES,
    *not_quantities.RULES, *terms_served.RULES, *number_words.SCALE_RULES,
    *measures.UNIT_RULES, *FORMS,
)  # fmt: skip


# One of these, or a scale, or who may be harmed, follows an article that begins a number.
_CLOSE = frozenset({*number_words.PARTS, *ones.BE, "few", "couple", "dozen", "score", "single",
                    "died", "one"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of the rules that are switched on, by rule, and as phrases by table.

    One of the words of ``close`` stands within three words of an article that begins a number, one
    of ``beside`` next to a number that is a date or an ordinal.
    """

    words: dict[str, frozenset[str]]
    before: Phrases
    behind: Phrases
    spreads: Phrases
    roles: Phrases
    units: Phrases
    spelt: dict[str, tuple[str, str, str]]
    powers: dict[str, int]
    scales: dict[str, str]
    directions: dict[str, str]
    close: frozenset[str]
    beside: frozenset[str]

    def on(self, rule: str) -> bool:
        """Return whether a rule is switched on."""
        return rule in self.words


@lru_cache(maxsize=16)
def grammar(rules: tuple[Rule, ...] | None = None) -> Grammar:
    """Return the tables of the rules given; of all built-in ones without.

    >>> grammar().on("at-least"), grammar(RULES[1:]).on("at-least")
    (True, False)
    """
    given = {rule.id: rule for rule in (RULES if rules is None else rules)}
    spelt = measures.spellings(_of(given, measures.UNIT_RULES))
    scales = _of(given, number_words.SCALE_RULES)
    return Grammar(
        words={id_: frozenset(rule.words) for id_, rule in given.items()},
        before=Phrases.ruled(_of(given, BEFORE)),
        behind=Phrases.ruled(_of(given, BEHIND)),
        spreads=Phrases.ruled(_of(given, spreads.SPREADS)),
        roles=Phrases.ruled(_of(given, spreads.ROLES)),
        units=Phrases.of({spelling: spelling for spelling in spelt}),
        spelt=spelt,
        powers={word: int(rule.says) for rule in scales for word in rule.words},
        scales={word: rule.id for rule in scales for word in rule.words},
        directions={word: rule.id for rule in _of(given, changes.RULES) for word in rule.words},
        close=frozenset(
            {*_CLOSE, *(word for rule in (*scales, *_of(given, ones.RULES)) for word in rule.words)}
        ),
        beside=not_quantities.BESIDE.union(
            *(given[id_].words for id_ in ("date-month", "date-clock") if id_ in given)
        ),
    )


def _of(given: dict[str, Rule], table: Iterable[Rule]) -> list[Rule]:
    """Return the rules of a table as given."""
    return [given[rule.id] for rule in table if rule.id in given]
