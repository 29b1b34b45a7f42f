"""Text to claims: what a news page says, who says it, and where in the text it stands.

Pages become drafts through an extractor, drafts become claims by linking. The packages build on
one another in this order: ``text``, ``figures``, ``speech``, ``stances``, ``questions``, ``page``,
``linking``; what is public can be imported from here.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimsync.extract.book import rule_book
    from claimsync.extract.drafts import (
        ClaimDraft,
        Document,
        Extractor,
        Mention,
        Scope,
        Slot,
        checked,
        drafts_from_json,
        drafts_json,
        drafts_schema,
    )
    from claimsync.extract.extractor import RuleExtractor
    from claimsync.extract.linking.link import Linked, linked
    from claimsync.extract.pipeline import Pipeline
    from claimsync.extract.questions.terms import Term
    from claimsync.extract.questions.vocabulary import Vocabulary, newsroom
    from claimsync.extract.spacy_extractor import SpacyExtractor
    from claimsync.extract.text.rules import Rule, RuleBook

__all__ = [
    "ClaimDraft",
    "Document",
    "Extractor",
    "Linked",
    "Mention",
    "Pipeline",
    "Rule",
    "RuleBook",
    "RuleExtractor",
    "Scope",
    "Slot",
    "SpacyExtractor",
    "Term",
    "Vocabulary",
    "checked",
    "drafts_from_json",
    "drafts_json",
    "drafts_schema",
    "linked",
    "newsroom",
    "rule_book",
]
_HOMES = {
    "drafts": "ClaimDraft Document Extractor Mention Scope Slot checked drafts_from_json"
    " drafts_json drafts_schema",
    "extractor": "RuleExtractor",
    "pipeline": "Pipeline",
    "spacy_extractor": "SpacyExtractor",
    "book": "rule_book",
    "text.rules": "Rule RuleBook",
    "questions.terms": "Term",
    "questions.vocabulary": "Vocabulary newsroom",
    "linking.link": "Linked linked",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


class _Verb(ModuleType):
    """A package that can be called: ``cs.extract`` is a verb, and this package bears its name.

    Importing any module of a package binds the package's name in the face, over the function.
    """

    def __call__(self, text: str, **known: Any) -> tuple[ClaimDraft, ...]:
        """Return what a page says, as ``extractor.extract`` does."""
        from claimsync.extract.extractor import extract

        return extract(text, **known)


def __getattr__(name: str) -> Any:
    """Return a public name, imported when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)


sys.modules[__name__].__class__ = _Verb
