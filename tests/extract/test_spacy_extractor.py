"""Attribution by parse: with any pipeline; here one made by hand, so that none is needed."""

import pytest

from claimsync.errors import MissingExtraError
from claimsync.extract.drafts import REVIEW, SURE, Document
from claimsync.extract.extractor import RuleExtractor
from claimsync.extract.pipeline import Pipeline
from claimsync.extract.spacy_extractor import SpacyExtractor

PAGE = Document("The governor said twelve people were killed in Lyman.")
WORDS = PAGE.text.removesuffix(".").split()
# "said" is the root: its subject is "governor", its clause "killed".
HEADS = {
    "The": "governor", "governor": "said", "twelve": "people", "people": "killed", "said": "said",
    "were": "killed", "killed": "said", "in": "killed", "Lyman": "in",
}  # fmt: skip
ROLES = {"governor": "nsubj", "killed": "ccomp"}


class Token:
    def __init__(self, word):
        self.lower_, self.idx, self.text = word.lower(), PAGE.text.index(word), word
        self.pos_ = "VERB" if word in {"said", "killed"} else "NOUN"
        self.dep_ = ROLES.get(word, "x")

    def __len__(self):
        return len(self.text)

    @property
    def children(self):
        return [Token(w) for w in WORDS if HEADS[w] == self.text and w != self.text]

    @property
    def subtree(self):
        below = [t for child in self.children for t in child.subtree]
        return sorted([self, *below], key=lambda token: token.idx)


class Nlp:
    max_length = 1_000_000

    def __call__(self, _):
        return [Token(word) for word in WORDS]


def test_the_subject_of_a_reporting_verb_is_the_source():
    [draft] = [d for d in SpacyExtractor(Nlp()).extract(PAGE) if d.figure]
    assert (draft.chain[0].name, draft.chain[0].slot.text) == ("governor", "The governor")
    assert (draft.measure, draft.figure.text) == ("killed", "twelve")


def test_a_pipeline_that_is_not_installed_is_named():
    with pytest.raises(MissingExtraError, match="spacy"):
        SpacyExtractor.load("no_such_pipeline")


def test_what_both_read_is_sure():
    both = Pipeline((RuleExtractor(), SpacyExtractor(Nlp())))
    assert [d.confidence for d in both.extract(PAGE) if d.figure] == [SURE]


def test_what_only_one_reads_goes_to_the_review_list():
    class Silent:
        def extract(self, _):
            return ()

    both = Pipeline((RuleExtractor(), Silent()))
    assert [d.confidence for d in both.extract(PAGE) if d.figure] == [REVIEW]
