"""Texts that broke terminal programs before: markup, control characters, width and length."""

NASTY = (
    "broken [/nope] tag",
    "[@click=app.quit]leave[/]",
    "[red]red[/red] [bold",
    "[/",
    "\\[escaped\\]",
    "\x1b[2J\x1b[31mcleared\x07",
    "\x9b31mC1\x85next",
    "nul\x00inside",
    "abc\u202etxt.exe",
    "zero\u200bwidth\u2060joined",
    "line one\nline two\r\nthree",
    "tab\there",
    '=HYPERLINK("http://x")',
    "../../etc/passwd",
    "長い名前の仕事 with wide letters",
    "e\u0301" * 20,
    "👩‍👩‍👧 family",
    "{years} {neighbour} $(id) `id`",
    "x" * 10_000,
)
HARMFUL = ("\x1b", "\x07", "\x00", "\x9b", "\x85", "\u202e", "\u200b", "\u2060", "\r")
"""Characters that must never be painted."""
