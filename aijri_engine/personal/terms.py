"""What the terms in the words of a question mean, for whoever asks for help."""

from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.asking import ask_text


def terms_in(interview: Interview, asked: Asked) -> list[str]:
    """Meanings of the terms a question uses; of `points of time` and the `points` in it only the longer one."""
    text, terms = ask_text(interview, asked), interview.form.file.terms
    found = [term for term in terms if term in text]
    return [terms[term] for term in found if not any(term != other and term in other for other in found)]
