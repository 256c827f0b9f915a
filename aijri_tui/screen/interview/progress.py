"""How much is left, in honest words: the line above the keys of the interview."""

from aijri_engine.conversation import Conversation
from aijri_tui.screen.kit.header_footer import Note

STOP = "What is still open cannot change the zone; F5 goes to the review"
STOP_SHORT = "What is open cannot change the zone; F5: review"


def progress_note(talk: Conversation) -> Note:
    """What is still open and could still move; where it cannot change the zone, the offer to stop."""
    left = talk.left()
    sentence = talk.progress()
    if left.settled and left.count:
        return Note((f"{sentence} {STOP}", STOP, STOP_SHORT), "accent", "screen.say('review')")
    return Note((sentence, sentence.partition(";")[0]))
