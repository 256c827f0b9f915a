"""A table of one's own, line by line, shared by the tests of its rows and of what it leads to."""

from aijri_engine import Library
from aijri_engine.conversation import own_table

LIBRARY = Library.open()


def written(*lines: str) -> own_table.OwnTable:
    table = own_table.begin()
    for line in lines:
        table = own_table.said(table, line)
    return table


WEEK = (
    "owl whisperer",
    "30% feeding the owls, 25 guiding visitors, 25 cleaning cages",
    "20 paperwork",
    "yes",
)

IN_PERCENT = "40 feeding the owls, 30 guiding, 20 cages, 10 mail"
