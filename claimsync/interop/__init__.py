"""Tables, records and files to claims and back, one format a file."""
