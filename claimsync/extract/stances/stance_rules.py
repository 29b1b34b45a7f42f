"""The rules of stances: what words do with a question, and one sentence each way.

Where several fit, the longest wins, of equally long ones the first. A row tells the stance, the
phase, the patterns, what they do, a sentence in which they do it, and one in which they do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.extract.stances.deciding_rules import DECIDING
from claimsync.extract.stances.phase_rules import PHASES
from claimsync.extract.stances.withholding_rules import WITHHOLDING
from claimsync.extract.text.rules import Rule, RuleBook

if TYPE_CHECKING:
    from claimsync.model.stance import Phase, Stance

_ROWS = {**WITHHOLDING, **DECIDING, **PHASES}
RULES = RuleBook.of(
    Rule(id, words, says, example, counter)
    for id, (_, _, words, says, example, counter) in _ROWS.items()
)
# What a rule means: its stance, its phase, and whether what it bears on stands before it.
MEANINGS: dict[str, tuple[Stance, Phase | None, bool]] = {
    id: (stance, phase, id.endswith("-before")) for id, (stance, phase, *_) in _ROWS.items()
}
