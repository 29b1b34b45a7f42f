"""All measurements of extraction in one go: ``python -m tests.bench.extraction``.

Quantities on NewsQuant, attribution on PolNeAR, headlines on NumHG, pages and stances on the
project's own gold, and speed. A set that is not at hand is named and left out. ``CLAIMSYNC_DATA``
names the folder that holds ``text/``.
"""

from __future__ import annotations

import importlib
import sys
import time

from tests.bench.texts import open_part, rows_of

TABLES = ("newsquant", "polnear", "numhg", "stances", "gold")
_WORDS = 805  # of an article: the mean of the PolNeAR part
_PARAGRAPH = (
    "At least 12 people were killed and 29 injured in the Kherson region on Wednesday, the"
    " governor, Oleh Danyk, said. The ministry could neither confirm nor deny that a second strike"
    " was planned. “We counted 14 houses that are gone,” he told reporters. Police in Harbour"
    " Street said that traffic moved slowly for most of the afternoon, and that nobody had been"
    " arrested. A tally of 2,400 votes was expected on Friday, according to two officials.\n\n"
)


def articles() -> list[str]:
    """Return the articles of PolNeAR where they are at hand, else one that is dense in figures."""
    path = open_part("polnear_dev")
    if not path.exists():
        return [_PARAGRAPH * -(-_WORDS // len(_PARAGRAPH.split()))] * 20
    return [row["text"] for row in rows_of(path)]


def speed() -> float:
    """Return how many articles of the usual length are read in a CPU-second."""
    from claimsync.extract.extractor import extract

    texts = articles()
    extract(texts[0], said_at="2026-02-05")
    began = time.process_time()
    for text in texts:
        extract(text, said_at="2026-02-05")
    seconds = time.process_time() - began
    return sum(len(text.split()) for text in texts) / _WORDS / seconds


def main() -> None:
    """Print every table."""
    sys.argv = sys.argv[:1]
    for name in TABLES:
        print(f"== {name}")
        importlib.import_module(f"tests.bench.{name}").main()
    print("== speed")
    print(f"{speed():.0f} articles of {_WORDS} words a CPU-second")


if __name__ == "__main__":
    main()
