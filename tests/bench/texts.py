"""The open parts of public text sets: where they lie, and their rows."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def open_part(name: str) -> Path:
    """Return where the open part of a set lies; CLAIMSYNC_DATA names another folder."""
    data = Path(os.environ.get("CLAIMSYNC_DATA", ROOT.parent / "shared" / "data"))
    return data / "text" / f"{name}.jsonl.gz"


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
