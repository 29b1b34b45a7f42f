"""Attributions as people write them: ``A citing B on behalf of C (anonymous)``."""

from __future__ import annotations

from functools import lru_cache

from claimsync.model.source import Attribution, Speaker
from claimsync.notation.marks import ANONYMOUS, CHAIN, IN_ATTRIBUTION
from claimsync.notation.tokens import Text


@lru_cache(maxsize=65536)
def parse_attribution(text: str) -> Attribution:
    """Return who said it, voice first.

    >>> parse_attribution("RIA Novosti citing Russian defence ministry").origin
    'Russian defence ministry'

    Raises NotationError.
    """
    window = Text.of(text)
    anonymous = window.bare[: window.end].casefold().endswith(ANONYMOUS)
    if anonymous:
        window = window.at(window.start, window.end - len(ANONYMOUS))
        if not window:
            Text.of(text).fail(
                "expected a name before '(anonymous)', got nothing; write 'unknown (anonymous)'"
            )
    words = [match[1].split()[0] for match in CHAIN.finditer(window.bare, window.start, window.end)]
    names = [part.name("a source", IN_ATTRIBUTION) for part in window.split(CHAIN)]
    chain = [(names[0], "")]
    for part, word, name in zip(window.split(CHAIN)[1:], words, names[1:], strict=True):
        if word == "citing":
            chain.append((name, ""))
        elif chain[-1][1]:
            part.fail("expected one 'on behalf of' a speaker, got two; quote the name if it is one")
        else:
            chain[-1] = (chain[-1][0], name)
    speakers = tuple(Speaker(name=name, on_behalf_of=other or None) for name, other in chain)
    return Attribution(chain=speakers, anonymous=anonymous)
