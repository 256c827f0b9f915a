"""Commands said in other words: the telling words of each, and the small words that may stand around them."""

from typing import Final

from aijri_engine.interview.understanding.reading import CommandName
from aijri_engine.interview.understanding.tokens import word_set

SURROUND: Final = word_set(
    "i im am id ive ill do does did really honestly quite too so at all about that this it its thats one ones "
    "the a an "
    "answer question to be honest have has got right now exactly for sorry please me you your my just actually "
    "here is was "
    "were are would could should will like love want wanna lets let us can we sir mate ok okay well hmm hm um "
    "uh er then "
    "some again today thanks thank pls plz tbh oh no afraid frankly on of off and in moment wait hang hold "
    "second sec minute "
    "hey hi oops whoops mean think need gotta guess yeah yes ah ugh sadly simply any there these those with yet "
    "been as up "
    "very far earth hell heck much bit little eh alright sure by from out into what how which over kind"
)
"""Words that may stand around the telling words of a command."""

TELLING: Final[tuple[tuple[CommandName, tuple[str, ...]], ...]] = (
    ("why", (
        "why ask|asking|asked|need|want|know|care|matter|matters|important|relevant|necessary|this|question",
        "what purpose|point|reason", "what purpose|point|reason asking|question", "how relevant|important",
        "why", "what do with",
    )),
    ("not_sure", (
        "dont|not|didnt|wouldnt|couldnt know|sure|certain|remember|recall|tell|say",
        "no|havent|not idea|clue|foggiest|faintest",
        "dont|havent have|got|a clue|idea",
        "cant|cannot|couldnt say|tell|remember|recall|judge|estimate|answer|know",
        "can|could not say|tell|remember|recall|judge|estimate",
        "hard|difficult|impossible|tricky say|tell|judge|estimate|answer",
        "unsure|uncertain|dunno|idk|undecided|clueless", "forgot|forgotten", "beats me", "guess good mine",
        "who knows",
        "never know", "lost track",
    )),
    ("rather_not_say", (
        "rather|prefer|want|wish|choose|going not say|tell|answer|share|disclose|discuss|comment|reveal",
        "rather|prefer not", "rather|prefer|ill keep|leave private|myself|secret|confidential|unsaid",
        "dont|not|wont want|wish|care|say|tell|answer|share say|tell|answer|share|disclose|discuss|talk|comment",
        "wont say|tell|answer|share|disclose|discuss", "none|not your business", "no comment",
        "not|cant|cannot comfortable|allowed|liberty|able|free say|saying|tell|answer|answering|share|discuss|talk",
        "cant|cannot share|disclose|discuss|reveal|talk", "private|confidential|secret|classified|personal",
        "decline|refuse", "nda",
    )),
    ("undo", (
        "undo", "take last|previous back", "undo last|previous|latest|mistake", "take last|that|it|this back",
        "take back last|previous|that|it",
        "cancel|delete|remove|scratch|revert|retract|withdraw|reverse|erase last|previous|latest|that|it|this",
    )),
    ("back", (
        "go|take|bring|move|step|jump|turn|return back|previous|before|last", "back", "previous", "rewind",
        "go|step|jump back last|previous|before|earlier", "return last|previous|before", "last again",
        "back last|previous",
    )),
    ("quit", (
        "stop|quit|exit|leave|end|close|abort|bye|goodbye|pause",
        "done|finished|enough|stop|finish today|tomorrow|later|talking|here",
        "continue|resume|finish|carry tomorrow|later|another|next", "call day", "break", "go|run|leave now|bye|to",
        "stop|quit|exit|leave|end|close|abort interview|program|app|session|conversation|chat",
        "save stop|quit|exit|leave|close|later", "had enough", "enough", "thats all|it today",
        "need|have|must|gotta go|run|leave",
        "log out|off", "gotta go|run|leave", "to go", "to run",
    )),
    ("skip", (
        "skip", "pass", "next", "move|moving|go on|along|next", "come|get|return back later", "come|get back",
        "leave|do|answer|ask later|blank|open|empty",
        "another time", "ignore", "skip ahead|next|forward", "move on next", "later", "leave out",
    )),
    ("review", (
        "review", "review everything|answers",
        "look|go|check|read|run|walk over|through everything|answers|all|them|it",
        "check|recheck|verify|inspect everything|answers", "double check", "check told|said|answered",
        "see before result|end",
        "look everything|answers", "go|look everything|answers again",
    )),
    ("summary", (
        "summary|summarise|summarize|recap|overview|progress", "what said|told|answered|entered|given|say|tell far",
        "what said|told|answered|entered|given|say|tell",
        "show|see|list|read|repeat|give everything|answers|said|told|answered",
        "show|see|list|read|repeat|give what said|told|answered|know",
        "show|see|list|read|repeat|give everything|answers far",
        "what you have|got|know|noted|understood", "what you have|got|know|noted far", "where were|are we|i",
        "answers far",
        "many left|more|remain|remaining|questions", "much|long left|longer|more|remaining|take",
        "far am|along|are|through",
        "many more questions", "many questions left|more|remain|remaining|to", "read|play back",
        "read back far|said|told|answers|everything",
    )),
    ("score", (
        "score|index|figure", "show|see|tell|give|reveal|uncover|know score|index|result|results|number|figure",
        "how doing|scoring|far", "what score|index|result|results|number|figure far", "score|index|result far",
        "reveal|uncover",
    )),
    ("help", (
        "help", "explain", "what|dont mean|meant|means|understand",
        "dont|not|cant|didnt understand|get|follow|following",
        "what type|enter|write|do|supposed|asking|asked",
        "unclear|confused|confusing|lost|clarify|rephrase|elaborate|repeat",
        "more info|information|detail|details|help|explanation", "options|choices|commands",
        "what options|choices|commands",
        "give|show example|examples|options|choices|hint", "say again|differently", "come again",
        "dont know what mean|means",
        "how answer|work|works|reply|respond|type", "example",
        "explain mean|means|meant|options|question|differently",
        "lost explain|help", "confused explain|help", "not sure what mean|means|meant|asking",
        "not sure understand|follow",
        "put|phrase|word|ask|say differently|otherwise",
        "put|phrase|word|ask|say other|another|simpler|plain words|way|terms",
        "put|phrase|word|ask|say simpler", "other|simpler|plain words|terms|english",
        "rephrase|repeat question", "understand question", "what wanted|expected",
    )),
)  # fmt: skip
"""Words of which all, in this order and with nothing but small words around them, make a command; `|` parts
alternatives. The first pattern that fits counts."""

OPENINGS: Final[tuple[tuple[CommandName, tuple[str, ...]], ...]] = (
    ("help", (
        "what do you mean", "what is meant", "define", "explain", "i dont understand",
        "i dont get", "im confused", "im not following", "i dont follow", "whats meant", "how do you define",
    )),
    ("not_sure", (
        "i dont know", "i do not know", "dont know", "not sure", "im not sure", "no idea", "i have no idea",
        "no clue", "i have no clue", "i cant remember", "i dont remember", "i cant say", "hard to say", "idk",
        "i couldnt say", "i couldnt tell you", "ive no idea", "dunno",
    )),
    ("rather_not_say", (
        "id rather not", "i would rather not", "i prefer not", "id prefer not", "prefer not", "rather not",
        "i dont want to say", "i dont want to answer", "i dont want to talk", "i dont want to share",
        "i wont tell", "i refuse", "i dont feel comfortable", "im not comfortable",
        "thats between me", "that is between me", "its between me", "that stays between", "id rather keep",
        "i dont want to discuss", "i dont want to disclose", "i cant disclose", "i cant discuss",
        "none of your",
    )),
    ("quit", (
        "i have to go", "i have to leave", "i need to go", "i need to leave", "i must go", "i must leave",
        "gotta go", "lets continue", "lets finish", "ill finish", "ill continue", "lets stop", "i want to stop",
        "time to go", "i have to stop", "i need to stop", "im done", "lets call it",
    )),
    ("back", (
        "go back", "take me back", "bring me back", "back to", "previous",
    )),
    ("undo", (
        "undo", "take back", "revert",
    )),
    ("summary", (
        "summarise", "summarize", "recap", "remind me what i", "what have i", "show me what i",
    )),
    ("review", (
        "let me review", "let me check", "let me double", "review",
    )),
    ("skip", (
        "skip", "lets skip", "can we skip", "pass on",
    )),
)  # fmt: skip
"""Words a line may begin with to be a command, where it means nothing else; of `help` the rest is the argument."""

HELD: Final[tuple[tuple[CommandName, frozenset[str]], ...]] = (
    ("undo", frozenset(("undo",))),
    ("summary", frozenset(("summary", "recap", "summarise", "summarize"))),
    ("help", frozenset(("help", "explain", "clarify"))),
    ("skip", frozenset(("skip",))),
)
"""Single words that make a short line a command, where it means nothing else."""
