"""What linking does with drafts of one page or several, as rules without words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from claimsync.extract.text.rules import RuleBook

STATEMENT, SUM, NOUN = "link/statement", "link/adds up", "link/counted noun"
DENIAL, HEADING = "link/denied count", "link/heading"
RULES = (
    Rule(
        STATEMENT,
        (),
        "statements that share most of their words, or point back at one, are on one thing",
        "The mayor said that the bridge had been closed.\n\n"
        "The army denied that the bridge had been closed.",
        "The mayor said that the bridge had been closed.\n\nThe army denied the visit.",
    ),
    Rule(
        SUM,
        (),
        "parts told anywhere on a page, by anybody, are those of a whole that they add up to",
        "The state said 90 homes were destroyed.\n\nIn Kolm 40 homes were destroyed, police said."
        "\n\nIn Vester 30 homes were destroyed, the council said."
        "\n\nIn Norra 20 homes were destroyed, the mayor said.",
        "The state said 90 homes were destroyed.\n\nIn Kolm 40 homes were destroyed, police said."
        "\n\nIn Vester 35 homes were destroyed, the council said."
        "\n\nIn Norra 20 homes were destroyed, the mayor said.",
    ),
    Rule(
        NOUN,
        (),
        "a noun that no term knows is a measure where several sources count it",
        "The gallery said 40 paintings were stolen. Police said 31 paintings were stolen.",
        "The gallery said 40 paintings were stolen.",
    ),
    Rule(
        DENIAL,
        (),
        "a denial that there were any is one of what another source counted",
        "Ana said two nurses were detained. The army denied that any nurses were in custody.",
        "Ana said two nurses were detained. The army denied that any ships were in the port.",
    ),
    Rule(
        HEADING,
        (),
        "a heading echoes the text that gives its figure",
        "Twelve die in Lyman\n\nTwelve people were killed in Lyman, the mayor said.",
        "Twelve die in Lyman\n\nThe mayor said that 14 people were killed in Lyman.",
    ),
)


def switched_off(rules: RuleBook | None) -> frozenset[str]:
    """Return the ids of the rules of linking that a book does not have.

    >>> from claimsync.extract.text.rules import RuleBook
    >>> sorted(switched_off(RuleBook.of(RULES).without(NOUN)))
    ['link/counted noun']
    """
    return frozenset(rule.id for rule in RULES if rules is not None and rule.id not in rules)
