"""The scorer of the gold gives full marks to the gold, and none to an extractor that is silent."""

from claimsync.extract.drafts import ClaimDraft, Slot
from tests.gold.perfect import PerfectExtractor
from tests.gold.read import pages, stances
from tests.gold.scores import score
from tests.gold.sentence_scores import macro_f1, stance_table


class Silent:
    def extract(self, _):
        return ()


class Careless:
    """Takes the first stretch of every page for a figure."""

    def extract(self, document):
        slot = Slot.of(document.text, (0, 1))
        return (ClaimDraft(quote=(slot,), measure="", figure=slot),)


def test_the_gold_scores_full():
    scores = score(PerfectExtractor(), pages())
    table, _ = stance_table(PerfectExtractor(), stances())

    assert scores.misses == []
    assert (scores.figures.f1, scores.claims.recall, scores.stands.f1) == (1, 1, 1)
    assert (scores.invented, scores.wrong_speakers) == (0, 0)
    assert macro_f1(table) == 1


def test_silence_scores_nothing_and_invents_nothing():
    scores = score(Silent(), pages())

    assert (scores.figures.right, scores.figures.given, scores.invented) == (0, 0, 0)


def test_what_is_no_figure_counts_as_invented():
    assert score(Careless(), pages()).invented > 0
