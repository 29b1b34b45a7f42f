"""Text to claims: what a news page says, who says it, and where in the text it stands."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimsync.extract.drafts import ClaimDraft


class _Verb(ModuleType):
    """A package that can be called: ``cs.extract`` is a verb, and this package bears its name.

    Importing any module of a package binds the package's name in the face, over the function.
    """

    def __call__(self, text: str, **known: Any) -> tuple[ClaimDraft, ...]:
        """Return what a page says, as ``extractor.extract`` does."""
        from claimsync.extract.extractor import extract

        return extract(text, **known)


sys.modules[__name__].__class__ = _Verb
