"""Records to text: CSV and NDJSON, the same bytes for the same records."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from claimsync.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def to_csv(records: Iterable[Mapping[str, str]]) -> str:
    """Return CSV (RFC 4180), its columns in the order of their first use.

    >>> print(to_csv([{"source": "AFP", "value": "at least 8"}, {"source": "dpa", "note": "late"}]))
    source,value,note
    AFP,at least 8,
    dpa,,late
    <BLANKLINE>
    """
    rows = list(records)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def to_ndjson(records: Iterable[Mapping[str, str]]) -> str:
    """Return NDJSON, one object a line, without the empty cells.

    >>> print(to_ndjson([{"source": "Élysée", "note": "", "value": "8"}]), end="")
    {"source": "Élysée", "value": "8"}
    """
    filled = ({column: text for column, text in row.items() if text} for row in records)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in filled)


def frame(records: Iterable[Mapping[str, Any]]) -> Any:
    """Return records as a pandas DataFrame.

    Raises MissingExtraError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("pandas", "frames") from error
    return pd.DataFrame(list(records))
