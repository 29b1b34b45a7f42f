"""The words and marks of the notation, and when a name must stand in quotes because of them."""

from __future__ import annotations

import re
from functools import lru_cache

from claimsync.model.stance import LinkVerb

DECLARATIONS = ("assume", "measure", "partition", "party", "relation", "source", "unit", "zone")
ANONYMOUS = "(anonymous)"

_VERBS = "|".join(LinkVerb)
_OPEN, _CLOSE = r"(?<![^\s\"\]])", r"(?![^\s\"])"
CHAIN = re.compile(rf"{_OPEN}(citing|on\s+behalf\s+of){_CLOSE}")
AS_OF = re.compile(rf"{_OPEN}as\s+of{_CLOSE}")
OPERATOR = re.compile(r">=|<=|[=<>~≥≤≈]")
ID = re.compile(r"[\w\-.:/]+")
TAIL = re.compile(rf"@|\^|\"|{_OPEN}as\s+of{_CLOSE}|{_OPEN}(?:{_VERBS})\s*\^")
RATIO = re.compile(r"[0-9.,]+\s*[/%].*|.*\s/\s.*", re.DOTALL)  # reads as a factor
ON = re.compile(r"(?<![^\s\"])on(?![^\s\"])")
_VERB_LAST = re.compile(rf"(?:{_VERBS})$")

# Which marks a bare name may not hold, by where it stands.
IN_ATTRIBUTION = ":[]=|^"
IN_MEASURE = "[]=<>~≥≤≈|^@"
IN_BRACKETS = "[]=,|"
IN_FIGURE = "()[]=<>~≥≤≈|^@"
IN_DECLARATION = ":,=<>[]|"
IN_SUM = ":,=<>[]|+*"
STANCE_MARKS = "(?!"


def in_quotes(text: str) -> str:
    """Return ``text`` in double quotes.

    >>> print(in_quotes("Gaza City"))
    "Gaza City"
    """
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


@lru_cache(maxsize=65536)
def written(name: str, marks: str, *, first: str = "") -> str:
    """Return ``name`` as written where ``marks`` mean something: in quotes only if it must be.

    >>> written("Gaza City", IN_BRACKETS), written("a, b", IN_BRACKETS)
    ('Gaza City', '"a, b"')

    ``first`` are marks that matter at its start alone.
    """
    return in_quotes(name) if must_quote(name, marks, first=first) else name


def must_quote(name: str, marks: str, *, first: str = "") -> bool:
    """Return whether a bare ``name`` would be read as something else."""
    return bool(
        any(mark in name for mark in (*marks, '"'))
        or name[0] in first
        or CHAIN.search(name)
        or AS_OF.search(name)
        or _ends_in_verb(name)
    )


def first_word(line: str) -> str:
    """Return the word that a line opens with, up to a blank or colon.

    >>> first_word("source Kremlin: part of Russia")
    'source'
    """
    match = re.match(r"\s*([^\s:]*)", line)
    return match[1] if match else ""


def _ends_in_verb(name: str) -> bool:
    """Return whether a ``^id`` after the name would make its last word a link."""
    return bool(_VERB_LAST.match(name.rsplit(" ", 1)[-1]))
