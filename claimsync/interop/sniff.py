"""The format of content that comes without a name."""

from __future__ import annotations

from claimsync.errors import InvalidClaimError
from claimsync.interop.columns import REQUIRED
from claimsync.interop.strict_json import load


def sniffed(text: str) -> str:
    r"""Return the format that ``text`` is in, by its first line.

    >>> sniffed("AFP: killed = 8"), sniffed("source,measure,value\nAFP,killed,8")
    ('claims', 'csv')
    >>> sniffed('{"source": "AFP"}\n{"source": "dpa"}'), sniffed('[{"source": "AFP"}]')
    ('ndjson', 'json')
    """
    first = text.lstrip().partition("\n")[0]
    if first.startswith("["):
        return "json"
    if first.startswith("{"):
        return "ndjson" if _is_record(first) else "json"
    for mark, format in (("\t", "tsv"), (",", "csv")):
        columns = {cell.strip().strip('"').casefold() for cell in first.split(mark)}
        if columns.issuperset(REQUIRED):
            return format
    return "claims"


def _is_record(line: str) -> bool:
    """Return whether a line is one whole record, not the beginning of a document."""
    try:
        return "claims" not in load(line)
    except InvalidClaimError:
        return False
