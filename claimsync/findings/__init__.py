"""From columns to findings: one family of findings a file."""
