"""A week as people say it: a sentence, a table of amounts, rows of their own, and what changes of it."""
