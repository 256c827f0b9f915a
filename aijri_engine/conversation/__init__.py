"""One conversation for every face: what is asked next, what a typed line does, and what is said about it."""

from aijri_engine.conversation.commands import COMMANDS, carry_out
from aijri_engine.conversation.offers import Turn, take_offer
from aijri_engine.conversation.row_name import name_and_amount, names_a_row
from aijri_engine.conversation.standing import Trouble
from aijri_engine.conversation.state import Conversation, begin
from aijri_engine.conversation.turn import say

__all__ = [
    "COMMANDS",
    "Conversation",
    "Trouble",
    "Turn",
    "begin",
    "carry_out",
    "name_and_amount",
    "names_a_row",
    "say",
    "take_offer",
]
