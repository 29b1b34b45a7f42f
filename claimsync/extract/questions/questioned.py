"""Questions: what *how many boats were lost?* asks for, so that a number alone may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.figures.nouns import plural
from claimsync.extract.questions.behind import ALONE
from claimsync.extract.questions.deeds import behind
from claimsync.extract.questions.surroundings import Predicate, head_of
from claimsync.extract.questions.vocabulary import who_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimsync.extract.questions.vocabulary import Vocabulary
    from claimsync.extract.text.tokens import Token


def question(words: Sequence[Token], vocabulary: Vocabulary) -> Predicate | None:
    """Return what a question with *how many* asks for.

    >>> from claimsync.extract.questions.sentences import cut
    >>> from claimsync.extract.questions.vocabulary import newsroom
    >>> text = "How many boats were lost?"
    >>> question(cut(text, 0, len(text)), newsroom()).measure
    'boats lost'
    """
    low = [word.text.casefold() for word in words]
    if "many" not in low or (low[-1:] != ["?"] and low[: low.index("many")][-1:] != ["how"]):
        return None
    first = low.index("many") + 1
    for at in range(first, len(low)):
        for phrase, term in vocabulary.after.get(low[at], ()):
            if tuple(low[at : at + len(phrase)]) == phrase:
                noun = next((i for i in range(first, at) if plural(low[i])), None)
                span = words[at].start, words[at + len(phrase) - 1].end
                counted = words[noun].text if noun is not None else ""
                measure = f"{counted} {term.measure}".strip() if term.things else term.measure
                who = None if term.things or not counted else who_of(counted)
                return Predicate(measure, span, None, who, term, "measure/asked", inherited=True)
    last = next((at + 1 for at in range(first, min(first + 3, len(low))) if plural(low[at])), 0)
    if not last:
        return None
    asked = words[first].start, words[last - 1].end
    told = behind(words, last)
    done = (words[told[0]].start, words[told[1] - 1].end) if told else None
    named = head_of(" ".join(word.text for word in words[first:last]))
    return Predicate(named, None, asked, None, None, ALONE, inherited=True, deed=done)
