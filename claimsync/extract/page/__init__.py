"""The page as a whole: drafts of its sentences put together, carried over and set right."""
