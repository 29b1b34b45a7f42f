"""Terms of prison: a length of time that a court gives is a figure, as no other duration is.

*He was jailed for 12 years* and *she faces up to 20 years in prison* tell how much somebody gets;
*he has spent 12 years in prison* tells how long something lasted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.phrases import Phrases
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.figures.lines import Line

TERM = "term"  # the kind of a length of time that a court gives
SERVED, BEHIND_BARS = "term-given", "term-in-prison"
RULES = (
    Rule(SERVED, ("jailed for", "imprisoned for", "sentenced to", "locked up for", "to prison for",
         "to jail for", "behind bars for", "sentence of", "sentences of", "jail term of",
         "prison term of", "terms of"),
         "words that lead to how long a court sends somebody to prison",
         "He was jailed for 12 years.", "He was a judge for 12 years."),
    Rule(BEHIND_BARS, ("in prison", "in jail", "behind bars", "of imprisonment", "imprisonment",
         "' imprisonment", "- prison sentence", "- jail sentence", "- prison term", "- jail term",
         "- sentence", "- jail", "- prison", "prison sentence", "jail term"),
         "words behind how long a court sends somebody to prison, where a verb gives it",
         "She was given 12 years in prison.", "She has spent 12 years in prison."),
)  # fmt: skip
GIVES = frozenset(
    "given gave give gives got get gets received receive receives handed face faces facing faced"
    " ordered sought seek seeks seeking demanded demand demands asked ask asks requested requests"
    " carries carry jailed imprisoned sentenced imposed imposes passed".split()
)
_LENGTHS = frozenset({"day", "week", "month", "year"})
_LEADS = frozenset(
    "at least most up to a an of not less more than around about nearly over".split()
)
_NEAR = 9  # tokens between the verb and what it gives
_OTHERS = frozenset("suspended probation community supervised conditional".split())


def served(line: Line, first: int, stop: int, unit: str) -> str | None:
    """Return the rule by which a length of time in tokens ``first`` to ``stop`` is a prison term.

    >>> from claimsync.extract.figures.lines import Line
    >>> served(Line.of("jailed for 12 years"), 2, 4, "year")
    'term-given'
    >>> served(Line.of("spent 12 years in prison"), 1, 3, "year") is None
    True
    """
    if unit not in _LENGTHS or not _OTHERS.isdisjoint(line.low[stop : stop + 5]):
        return None
    lead = first
    while line.word(lead - 1) in _LEADS and first - lead < len(_LEADS) and lead > 0:
        found = _PHRASES.behind(line.low, lead)
        if found is not None and found[1] == SERVED:
            break
        lead -= 1
    led = _led(line, lead) if line.grammar.on(SERVED) else None
    if led is not None:
        return SERVED if line.word(led - 1) not in _OTHERS else None
    behind = _PHRASES.at(line.low, stop)
    if behind is None or behind[1] != BEHIND_BARS or not line.grammar.on(BEHIND_BARS):
        return None
    return None if GIVES.isdisjoint(line.low[max(first - _NEAR, 0) : first]) else BEHIND_BARS


def _led(line: Line, at: int) -> int | None:
    """Return where the words that lead to a term before ``at`` begin: *jailed the banker for*."""
    found = _PHRASES.behind(line.low, at)
    if found is not None and found[1] == SERVED:
        return found[0]
    verbs = _PARTED.get(line.word(at - 1), ())
    for here in range(at - 2, max(at - _NEAR, -1), -1):
        if line.kind(here) != "word":
            return None
        if line.word(here) in verbs:
            return here
    return None


_PHRASES = Phrases.ruled(RULES)
_PARTED = {"for": ("jailed", "imprisoned"), "to": ("sentenced",)}
