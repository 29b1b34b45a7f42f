"""Attribution by dependency parse (the extra ``spacy``), beside the same figures and stances."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from claimsync.errors import MissingExtraError
from claimsync.extract.extractor import RuleExtractor
from claimsync.extract.questions.vocabulary import Vocabulary, newsroom
from claimsync.extract.speech.mentions import anonymous
from claimsync.extract.speech.names import Names
from claimsync.extract.stances.attribution import Attribution
from claimsync.extract.text.cues import cue_forms
from claimsync.extract.text.structure import UNTOLD
from claimsync.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.extract.drafts import ClaimDraft, Document
    from claimsync.extract.text.structure import Block

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAID = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class SpacyExtractor:
    """The rules, with who says what read from the parse of ``nlp``, any spaCy pipeline.

    ``SpacyExtractor.load("en_core_web_sm")`` loads one by name.
    """

    nlp: Any
    vocabulary: Vocabulary = field(default_factory=newsroom)

    @classmethod
    def load(cls, name: str) -> SpacyExtractor:
        """Return the extractor over an installed pipeline.

        Raises MissingExtraError where spaCy or the pipeline is not installed.
        """
        try:
            import spacy

            return cls(spacy.load(name))
        except ImportError:
            raise MissingExtraError("spacy", "spacy") from None
        except OSError:
            raise MissingExtraError(f"the spaCy pipeline {name}", "spacy") from None

    def extract(self, document: Document) -> tuple[ClaimDraft, ...]:
        """Return the drafts of a page, in the order of its text."""
        rules = RuleExtractor(self.vocabulary, attribute=partial(parsed, self.nlp))
        return rules.extract(document)


def parsed(nlp: Any, text: str, page: Sequence[Block]) -> list[Attribution]:
    """Return who says what by the parse: a reporting verb, its subject and its clause."""
    names = Names(text)
    found: list[Attribution] = []
    for block in page:
        if block.kind in UNTOLD or block.end - block.start > nlp.max_length:
            continue
        found += _of_block(nlp(text[block.start : block.end]), block.start, text, names)
    return found


def _of_block(doc: Any, offset: int, text: str, names: Names) -> Iterator[Attribution]:
    """Yield the attributions of one parsed block."""
    for token in doc:
        if token.lower_ == "according":
            read = _according(token)
        elif token.pos_ == "VERB" and token.lower_ in cue_forms():
            read = _reported(token)
        else:
            continue
        if read is None:
            continue
        source, content = ((start + offset, end + offset) for start, end in read)
        said = text[slice(*source)]
        name = names.meant(said, source[0])
        cue = token.idx + offset, token.idx + len(token) + offset
        yield Attribution(
            cue, source, (content,), (name,) if name else (), anonymous(said),
            inferred=False, stance=Stance.ASSERTS, rules=("spacy/parse",),
        )  # fmt: skip


def _reported(verb: Any) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return source and content of a reporting verb."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    clause = next((child for child in verb.children if child.dep_ in _SAID), None)
    if subject is None or clause is None:
        return None
    return _span(subject), _span(clause)


def _according(word: Any) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return source and content of *according to*."""
    objects = [
        grandchild for child in word.children for grandchild in child.children
        if grandchild.dep_ == "pobj"
    ]  # fmt: skip
    if not objects or word.head is word:
        return None
    start, end = _span(word.head)
    own_start, own_end = _span(word)
    content = (own_end, end) if own_start <= start else (start, own_start)
    return (_span(objects[0]), content) if content[0] < content[1] else None


def _span(token: Any) -> tuple[int, int]:
    """Return where the subtree of a token begins and ends, as far as it is in one piece."""
    tree = list(token.subtree)
    return tree[0].idx, tree[-1].idx + len(tree[-1])
