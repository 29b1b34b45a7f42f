"""The words of the newsroom: each measure with what asks for it, as data.

Every term is a rule: its example is read as asking for the measure, its counter-example is not.
"""

from __future__ import annotations

from claimsync.extract.questions.money_terms import MONEY_TERMS
from claimsync.extract.questions.people_terms import PEOPLE_TERMS
from claimsync.extract.questions.term import PEOPLE, THINGS, Term
from claimsync.extract.questions.thing_terms import THING_TERMS

__all__ = ["NEWSROOM", "PEOPLE", "THINGS", "Term"]

NEWSROOM = (*PEOPLE_TERMS, *THING_TERMS, *MONEY_TERMS)
