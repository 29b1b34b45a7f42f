"""Tables, records and files to claims and back, one format a file."""

from claimsync.interop.files import Input, read, read_input
from claimsync.interop.records import from_frame, from_records
from claimsync.interop.rendering import to_records
from claimsync.interop.writers import frame, to_csv, to_ndjson

__all__ = [
    "Input",
    "frame",
    "from_frame",
    "from_records",
    "read",
    "read_input",
    "to_csv",
    "to_ndjson",
    "to_records",
]
