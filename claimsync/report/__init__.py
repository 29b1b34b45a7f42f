"""Results to text: every number is counted once, in the summary, and shown many ways."""

from claimsync.report.html import html_fragment, html_page, write_html
from claimsync.report.markdown import markdown_text
from claimsync.report.ndjson import ndjson_text
from claimsync.report.summary import json_text, records
from claimsync.report.table import verdict_rows
from claimsync.report.text import plain_text

__all__ = [
    "html_fragment",
    "html_page",
    "json_text",
    "markdown_text",
    "ndjson_text",
    "plain_text",
    "records",
    "verdict_rows",
    "write_html",
]
