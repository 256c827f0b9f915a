"""What is said where a table of one's own is written."""

from aijri_engine.content.own_table import MOST_ROWS

ASK_TITLE = "What is your job called? A few words, as on your contract or as you would tell a friend."
ASK_ROWS = (
    "What filled your last two normal weeks? Name four to ten kinds of work in your own words, each with how much of "
    "the week it took, in percent or hours: all in one sentence, or line by line. For example: 30 % feeding the owls, "
    "25 % guiding visitors, 25 % cleaning, 20 % paperwork. They are kept once you say that this is your week."
)
CONFIRM = "Is this your week? Yes takes it; or say what is otherwise, for example: 2: 30, or: remove 3."
SCALE = "or say scale to stretch them to 100"
HELP = (
    "Each row is a kind of work with its part of the week. Say more rows, correct one by its number or name "
    "(2: 30, feeding 30, move 5 from mail to feeding), take one out (remove 3), rename one, undo the last change, say "
    "back to begin the rows anew, or quit."
)
WHY = "Each kind of work counts by its part of your week, and you rate it next: from both the index is worked out."
UNDONE, NO_UNDO = "Taken back.", "There is nothing to undo."
NEAR = "Your own rows sound like a job that has a table already:"
WHICH_TABLE = (
    "Say its number to begin from that table, which you then correct; or no, and rate your own rows."
)
ASKED_FIRST = {
    "quit": "These rows are not kept yet: yes keeps them once they are your week. Quit once more leaves without them.",
    "back": "Back takes every row away. Say back once more to begin the rows anew, or go on.",
}
"""Commands by which rows are lost, and what is said before they are."""
CUT_ALIKE = (
    "“{}” is there already, as far as it is kept: change it by its number (1: 30), or call this one shorter."
)
MIXED = "Some are in hours and some in percent. Give all rows in one of them."
NO_REST = "Nothing is left of the week for the rest. Say of how much it is the rest, for example: rest of 40 h mail."
TOO_MANY = f"{{}} rows are too many: join what belongs together into {MOST_ROWS}."
NOT_HERE = "That can be done once the interview has begun."
LEAVE = "To leave, type quit alone; else the name of the job."
OF_A_TITLE = {
    "help": "The name heads your table and its result; the kinds of work come next. Quit leaves, nothing is kept yet.",
    "why": "The name heads your table and its result. It moves nothing.",
    "back": "This is the first question of your own table. Quit leaves it.",
}
"""What is said to a command where the job is to be named."""
DENIED = "A row is what there was. Name it with its part of the week, for example: 30 % feeding the owls."
NO_NAME = "A title needs at least one letter."

KEPT = "Your table is kept in {path}: a plain file, which no passphrase locks; it can be edited, shared and checked."
NOT_A_FILE = (
    "Your table could not be kept as a file in {folder}: {reason}. It stays with this interview alone; to have it for "
    "another one too, name a folder that can be written with AIJRI_LIBRARY and write it there."
)
