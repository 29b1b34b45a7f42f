"""The two sides of an exchange, where a sentence names them and no third."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.text.countries import adjectives, country_names
from claimsync.extract.text.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.text.tokens import Token

RULES = (
    Rule("side/two", ("between X and Y", "X and Y exchanged", "both X and Y"),
         "two names joined by *and* are the sides of what they exchange",
         "Varnia and Kesh exchanged 180 prisoners.",
         "Envoys of Ostrel, Varnia and Kesh exchanged 180 prisoners."),
)  # fmt: skip
_LEADS = frozenset({"between", "both"})
_ACTS = frozenset(
    "exchange exchanged exchanging swap swapped have has had agreed hand handed release released"
    " carried conducted completed delegations sides will would each".split()
)


def sides(words: Sequence[Token]) -> tuple[int, int, tuple[str, str]] | None:
    """Return where two sides are named, and their codes.

    >>> from claimsync.extract.text.tokens import tokens
    >>> words = [t for t in tokens("Varnia and Kesh exchanged 180 prisoners") if t.kind == "word"]
    >>> sides(words)
    (0, 15, ('Varnia', 'Kesh'))
    """
    for position in range(1, len(words) - 1):
        if words[position].text != "and":
            continue
        first, last = _name_before(words, position), _name_behind(words, position)
        if position in {first, last}:
            continue
        lead = words[first - 1].low if first else ""
        behind = words[last + 1].low if last + 1 < len(words) else ""
        if lead == "," or not (lead in _LEADS or behind in _ACTS):
            continue
        one = _code(words[first:position])
        other = _code(words[position + 1 : last + 1])
        if one != other and one and other:
            return words[first].start, words[last].end, (one, other)
    return None


def _name_before(words: Sequence[Token], position: int) -> int:
    """Return where the capitalised words before ``position`` begin."""
    first = position
    while first > 0 and words[first - 1].kind == "word" and words[first - 1].text[0].isupper():
        first -= 1
    return first


def _name_behind(words: Sequence[Token], position: int) -> int:
    """Return where the capitalised words behind ``position`` end."""
    last = position
    while last + 1 < len(words) and words[last + 1].text[0].isupper():
        last += 1
    return last


def _code(words: Sequence[Token]) -> str:
    """Return the country that words name, or the words themselves."""
    name = " ".join(word.text for word in words if word.text not in {"Both", "The", "Between"})
    return country_names().get(name) or adjectives().get(name) or name
