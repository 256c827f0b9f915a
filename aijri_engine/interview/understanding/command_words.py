"""How people say each command, and the polite words around it."""

from collections.abc import Mapping
from typing import Final

from aijri_engine.interview.understanding.reading import CommandName
from aijri_engine.interview.understanding.words import word_set

SYNONYMS: Final[Mapping[CommandName, tuple[str, ...]]] = {
    "back": (
        "back", "go back", "previous", "previous question", "the previous question", "one back", "step back",
        "go back one", "one step back", "back one", "last question", "prev", "go back one question", "backwards",
        "go to the previous question", "go to previous question", "return", "take me back",
        "go back to the last question",
        "the last question again", "back up", "back to the previous question", "back to the last question",
    ),
    "edit": (
        "edit", "change", "correct", "change an answer", "edit an answer", "change my answer", "edit my answer",
        "change answer", "correct my answer", "change something", "correct something", "fix my answer",
        "fix an answer", "edit answers", "change my answers", "i made a mistake", "made a mistake",
        "that was wrong",
        "thats wrong", "i got that wrong", "i made a typo",
    ),
    "why": (
        "why", "why do you ask", "why do you ask that", "why do you ask this", "why are you asking",
        "why are you asking this", "why are you asking that", "why are you asking me this", "why this question",
        "why that", "what for", "what is this for", "whats this for", "why is this important",
        "why is that important",
        "why does this matter", "why does that matter", "why does it matter", "why do you need to know",
        "why do you need this", "why do you need that", "why do you want to know", "how come", "how is this used",
        "what is this used for", "whats this used for", "why is this asked", "for what reason",
        "how is that relevant",
        "why is this relevant", "why is that relevant", "how is this relevant", "what does this have to do with it",
        "why should i tell you", "why should i answer", "why should i answer that", "why would you ask that",
        "what do you need that for", "what do you need this for", "whats the point", "what is the point",
        "whats the point of this question", "reason", "what will you do with this", "what do you use this for",
        "how do you use this", "how will this be used", "why though", "but why", "why would you need that",
        "why do you care", "why does it ask that", "what does this change", "what does it change",
    ),
    "help": (
        "help", "h", "help me", "i need help", "need help", "explain", "explain this", "explain that",
        "explain please",
        "what does that mean", "what does this mean", "what do you mean", "what do you mean by that",
        "what is meant",
        "i dont understand", "i do not understand", "dont understand", "dont get it", "i dont get it", "huh",
        "what",
        "options", "what are the options", "what are my options", "show options", "show the options", "commands",
        "show commands", "what can i type", "what can i say", "what should i type", "what do i type",
        "what am i supposed to type", "what do i do", "what should i do", "how does this work", "how do i answer",
        "how do i answer this", "how should i answer", "clarify", "clarify that", "clarify this",
        "explain the question",
        "what does this question mean", "what does the question mean", "example", "give me an example",
        "an example",
        "for example", "repeat", "repeat that", "repeat the question", "say that again", "come again", "pardon",
        "hint",
        "what is this", "what are you asking", "what is the question", "what was the question", "more info", "info",
        "more information", "tell me more", "im lost", "i am lost", "im confused", "confused", "whats the question",
        "what commands are there", "which commands are there", "instructions", "man", "usage", "i dont follow",
    ),
    "skip": (
        "skip", "skip it", "skip this", "skip that", "skip this one", "skip that one", "skip this question",
        "skip question", "skip the question", "pass", "ill pass", "i pass", "next", "next question", "next one",
        "later",
        "ask me later", "ask later", "maybe later", "not now", "move on", "come back to this later",
        "come back to it later", "come back later", "leave it open", "leave it", "leave this open", "leave blank",
        "leave it blank", "lets skip this", "lets skip it", "lets move on", "go on to the next",
        "go to the next question",
        "on to the next one", "next please", "leave it for now", "skip for now", "skip this for now",
    ),
    "not_sure": (
        "not sure", "im not sure", "i am not sure", "i am unsure", "im unsure", "unsure", "i dont know",
        "i do not know",
        "dont know", "do not know", "dont really know", "i dont really know", "idk", "i dunno", "dunno", "no idea",
        "i have no idea", "ive no idea", "no clue", "i have no clue", "havent a clue", "i havent a clue",
        "not certain",
        "im not certain", "uncertain", "cant say", "i cant say", "couldnt say", "i couldnt say", "hard to say",
        "its hard to say", "difficult to say", "who knows", "beats me", "cant remember", "i cant remember",
        "dont remember", "i dont remember", "i dont recall", "cant recall", "i forgot", "no idea honestly",
        "honestly no idea", "really not sure", "im really not sure", "not really sure", "im not really sure",
        "couldnt tell you", "i couldnt tell you", "i honestly dont know", "honestly dont know", "cant tell",
        "i cant tell",
        "not sure about this one", "im not sure about this one", "not sure about that", "im not sure about that",
        "i wouldnt know", "wouldnt know", "not a clue", "search me", "dont have a clue", "i dont have a clue",
        "not sure really", "i really dont know", "really dont know", "not too sure", "im not too sure",
        "not so sure",
        "im not quite sure", "not quite sure", "not sure at all", "i havent the faintest",
        "haven't the faintest idea",
        "no idea sorry", "ive got no idea", "i never know", "hard to tell", "its hard to tell", "difficult to tell",
        "i dont know that", "i dont know this", "i dont know exactly",
    ),
    "rather_not_say": (
        "rather not say", "id rather not say", "i would rather not say", "rather not", "id rather not",
        "i would rather not", "prefer not to say", "i prefer not to say", "id prefer not to say",
        "i would prefer not to say", "prefer not to", "i prefer not to", "id prefer not to", "prefer not to answer",
        "i prefer not to answer", "id prefer not to answer", "id rather not answer", "rather not answer",
        "i would rather not answer", "none of your business", "thats none of your business",
        "its none of your business",
        "no comment", "thats private", "private", "its private", "this is private", "confidential",
        "thats confidential",
        "its confidential", "decline", "i decline", "i decline to answer", "decline to answer", "wont say",
        "i wont say",
        "i dont want to say", "dont want to say", "i dont want to answer", "i dont want to answer that",
        "dont want to answer", "i dont want to answer this", "i dont want to tell you", "not telling",
        "im not telling",
        "not telling you", "i wont tell you", "i wont answer that", "i wont answer", "i refuse to answer", "refuse",
        "id rather not tell", "id rather not tell you", "too personal", "thats too personal", "thats personal",
        "not comfortable sharing", "im not comfortable sharing", "im not comfortable sharing that",
        "keep that to myself",
        "id rather keep that to myself", "i cant disclose that", "cant disclose", "i cant share that",
        "under nda", "nda",
        "id rather not share", "id rather not share that", "not your business", "mind your own business",
        "i cannot say for legal reasons", "not going to say", "im not going to say", "im not saying", "not saying",
        "im not allowed to say", "not allowed to say", "id rather not discuss that", "declined", "not disclosing",
    ),
    "summary": (
        "summary", "summarise", "summarize", "overview", "my answers", "show my answers", "show me my answers",
        "show answers", "answers so far", "my answers so far", "show my answers so far",
        "show me my answers so far",
        "what have i said", "what have i said so far", "what did i say", "what did i say so far", "recap",
        "progress",
        "where am i", "how far am i", "how many are left", "how many questions are left", "how many more",
        "how many more questions", "show summary", "show me a summary", "show the summary", "show me the summary",
        "give me a summary", "what have i answered", "what have i answered so far", "list my answers", "status",
        "how much is left", "how much longer", "show progress", "summary so far", "how many questions left",
        "what did i answer", "what did i answer so far", "show overview", "outline",
    ),
    "score": (
        "score", "my score", "show score", "show my score", "show me my score", "show the score",
        "show me the score",
        "whats my score", "what is my score", "whats the score", "what is the score", "index", "my index",
        "show index",
        "show my index", "show me my index", "whats my index", "what is my index", "reveal", "reveal score",
        "reveal my score", "reveal the score", "how am i doing", "show me the index", "show the index",
        "show result",
        "show results", "show me the result", "show me my result", "show me the number", "what is my score so far",
        "whats my score so far", "score so far", "my score so far", "current score", "current index", "uncover",
        "uncover the index", "whats my result", "my result", "tell me my score", "give me my score", "see my score",
        "see the score", "see score", "how do i score", "whats my number", "give me the score",
    ),
    "what_if": ("what if", "whatif", "play what if"),
    "review": (
        "review", "review my answers", "review answers", "check my answers", "go to review", "go to the review",
        "review everything", "start review", "start the review", "look over my answers", "go over my answers",
        "look through my answers", "check answers", "review it", "review now", "jump to review",
        "jump to the review",
        "go through my answers again",
    ),
    "undo": (
        "undo", "undo that", "undo it", "undo last", "undo the last one", "undo my last answer", "undo last answer",
        "undo the last answer", "take that back", "i take that back", "take it back", "i take it back", "revert",
        "revert that", "revert my last answer", "undo this", "scratch that", "cancel that", "forget that",
        "cancel that answer", "cancel my last answer", "take back my last answer", "take back the last answer",
        "delete my last answer", "remove my last answer", "delete that", "delete that answer", "ctrl z",
        "oops undo",
    ),
    "quit": (
        "quit", "exit", "q", "q!", "bye", "goodbye", "bye bye", "stop", "leave", "close", "end", "i want to stop",
        "i want to quit", "stop here", "lets stop here", "lets stop", "save and quit", "save and exit",
        "quit please",
        "enough", "enough for today", "enough for now", "thats enough", "thats enough for today", "i have to go",
        "i need to go", "i gotta go", "gotta go", "got to go", "thats it for today", "im out", "stop the interview",
        "end the interview", "quit the interview", "exit the interview", "abort", "stop it", "quit it",
        "log out", "logout",
        "im leaving", "i quit", "i want out", "get me out", "close the program", "quit the program", "exit program",
        "quit program", "see you", "see you later", "continue later", "ill continue later", "lets continue later",
        "can we stop", "save and stop", "finish later", "ill finish later", "finish this later",
        "continue tomorrow",
        "lets finish tomorrow", "ill finish this tomorrow", "stop for today", "stop now", "pause", "take a break",
        "i need a break", "i want to leave", "lets call it a day", "call it a day", "ctrl c",
    ),
}  # fmt: skip

LEADING: Final = tuple(
    phrase.split()
    for phrase in (
        "take me to", "bring me to", "jump to", "go to", "open", "show me", "show", "the", "my", "see", "get me",
        "i would like to see", "i want to see", "please", "can you", "could you", "can we", "could we", "can i",
        "could i", "may i", "i want to", "i wanna",
        "i would like to", "id like to", "i like to", "let me", "lets", "ok", "okay", "um", "uh", "hmm", "hm",
        "well",
        "sorry", "actually", "oh", "wait", "hey", "no wait", "just", "and", "so", "honestly", "ah", "i need to",
        "ugh", "er", "oops", "hang on", "hold on", "then", "eh", "alright", "would you", "hi", "excuse me", "meh",
    )
)  # fmt: skip
TRAILING: Final = tuple(
    phrase.split()
    for phrase in (
        "of this question", "of this", "of that", "this question", "that question", "this one", "that one",
        "about that",
        "about this", "this", "that", "please", "now", "thanks", "thank you", "pls", "sorry", "then", "tbh",
        "honestly", "really", "actually",
        "mate",
        "for me", "though", "lol", "plz", "first", "again", "to be honest", "ok", "here", "today", "right now",
    )
)  # fmt: skip

WHAT_IF: Final = tuple(
    phrase.split()
    for phrase in ("what if", "whatif", "what would happen if", "what happens if", "what about if", "and if",
                   "what would change if", "what changes if", "suppose i", "imagine i", "how would it change if",
                   "how would my score change if", "how does it change if", "what would my score be if")
)  # fmt: skip

SURROUND: Final = word_set(
    "i im am id ive do really honestly quite too so at all about that this it one the a an answer to be honest "
    "have got "
    "right now exactly for sorry please me you question just actually here is was would like want lets let us "
    "can we could "
    "sir mate ok okay well hmm um then some again today thanks thank pls tbh oh no afraid frankly on of off and "
    "moment my"
)
"""Words that may stand around the telling words of a command."""

TELLING: Final[tuple[tuple[CommandName, tuple[str, ...]], ...]] = (
    ("not_sure", ("dont know", "do not know", "not sure", "no idea", "no clue", "cant say", "couldnt say",
                  "cant tell",
                  "couldnt tell", "cant remember", "dont remember", "cant recall", "dont recall", "not certain",
                  "unsure",
                  "dunno", "idk", "hard say", "hard tell", "difficult say", "havent clue", "dont have clue",
                  "wouldnt know",
                  "havent idea", "dont have idea", "forgot", "forgotten")),
    ("rather_not_say", ("rather not say", "rather not tell", "rather not answer", "rather not share",
                        "prefer not say",
                        "prefer not answer", "prefer not share", "prefer not tell", "dont want say",
                        "dont want answer",
                        "dont want tell", "dont want share", "wont say", "wont tell", "wont answer", "not say prefer",
                        "none your business", "not your business", "not comfortable answering",
                        "not comfortable saying")),
    ("why", ("why ask", "why asking", "why asked", "why need know", "why want know", "why matter", "why matters",
             "why important", "why relevant", "why does matter", "why do need", "why are asking",
             "why would want know",
             "why would need know", "why does ask", "why does need know", "why should answer", "why should tell")),
    ("skip", ("skip", "move on", "leave blank", "leave open", "come back later", "ask later", "pass")),
    ("back", ("go back", "back", "previous")),
    ("quit", ("stop", "quit", "exit", "leave", "done for", "finish later", "continue later", "enough")),
    ("summary", ("summary", "what said far", "what answered far", "answers far", "show answers", "see answers",
                 "what said", "show what said", "how many questions left", "how many left", "how many more",
                 "how much longer", "recap")),
    ("score", ("score", "index", "see result", "show result")),
    ("undo", ("undo", "take back last answer", "undo last answer", "undo last")),
    ("review", ("review", "review answers", "check answers", "look over answers", "go over answers")),
    ("help", ("help", "explain", "dont understand", "what does mean", "what do mean", "dont get", "what should type",
              "what can type", "how should answer", "what should do", "unclear", "more help", "confused")),
)  # fmt: skip
"""Words of which all, in this order, and hardly others make a command."""
