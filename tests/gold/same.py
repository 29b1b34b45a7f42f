"""When two names, and when two figures, are the same to a reader."""

from __future__ import annotations

import re

PRONOUNS = {"i", "we", "he", "she", "it", "they", "its", "his", "her", "their", "who", "which"}
_STOP = {"the", "a", "an", "of", "in", "for", "and", "its", "his", "her", "their"}
# Words that ask one question: a reader takes them for the same measure.
_SYNONYMS = {
    word: words[0]
    for words in (
        ("killed", "kill", "death", "dead", "died", "die", "toll", "body", "bodie", "fatalitie"),
        ("injured", "wounded", "hurt", "injuring", "injurie"),
        ("freed", "released", "free"),
        ("missing", "unaccounted"),
        ("detained", "arrested", "held"),
        ("burned", "burnt"),
        ("marcher", "crowd", "attendance", "visitor", "spectator"),
        ("displaced", "left"),
        ("job", "post"),
        ("hospital", "hospitalised"),
        ("case", "infected", "infection"),
    )
    for word in words
}
_WORD = re.compile(r"[^\W_]+")

# Who cannot say something may not know it, or may not want to tell.
_OPEN = {"could not say", "could not yet say", "can't say"}
_EITHER = {"no comment", "unaware"}


def same_stance(stance: str, wanted: str, words: str) -> bool:
    """Return whether a stance is the wanted one, or as good a reading of its words."""
    return stance == wanted or (words in _OPEN and {stance, wanted} <= _EITHER)


def tokens(name: str) -> set[str]:
    """Return the words of a name that tell it from others."""
    words = {stem(word) for word in _WORD.findall(name.casefold())} - _STOP
    return {_SYNONYMS.get(word, word) for word in words}


def stem(word: str) -> str:
    """Return the word without the marks of number and possession."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def alike(one: set[str], other: set[str]) -> bool:
    """Return whether two names share at least half of the shorter one's words."""
    return bool(one & other) and 2 * len(one & other) >= min(len(one), len(other))


def numbers(figure):
    """Return the numbers of a figure, or its word."""
    given = (figure.number, figure.to)
    return tuple(n.value for n in given if n is not None) or figure.word
