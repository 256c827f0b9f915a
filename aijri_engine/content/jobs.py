"""What is your job? Roles and occupations that fit what a person calls their work, in their own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from aijri_engine.content.base import Provenance
from aijri_engine.content.library import Library
from aijri_engine.content.role_index import RoleCard
from aijri_engine.occupations.said import SaidIndex
from aijri_engine.occupations.search import Found, Named, TitleIndex, title_words

MOST_MATCHES = 5
"""Jobs offered; more would be a list to read instead of a choice."""

LONGEST_QUERY = 120
"""Characters of what was typed that are quoted back."""

NO_JOB = (
    "No job was found by these words. Try the name on your contract, or what you do "
    "all day; without a job now (studying, retired, between two), the last one or one you have in mind."
)
"""What is said where nothing fits: nobody is offered a job for a word that is none."""

SAY_NONE = "Or say none, and describe your work in your own words."
"""What is said beside it where the next line is read."""

NOT_ENGLISH = "Only English is understood so far."
"""Said before that where the words seem to be of another language."""

MAYBE_NOT_ENGLISH = "If that is another language: only English is understood so far."
"""The same for a word or two, which may as well be English."""

STILL_FITS = 0.8
"""A hand-written role is offered before a derived one while it fits at least this far as well as the best [ours]."""

SAME_JOB = 0.9
"""A hand-written role stands in for its occupation's table while that fits this far as well as the best [ours]."""

MANY = "Many jobs are called so: with what it is about, or where, the list comes nearer."
"""What is said beside a list that is full."""

WORTH_SHOWING = 0.7
"""What fits less far than this as well as the best shares a word and no more ("developer") [ours]."""

THE_NAME, BESIDE_THE_NAME = 0.99, 0.9
"""Where several words are the name itself ("data scientist"), what fits less far is another job [ours]."""


@dataclass(frozen=True, slots=True)
class JobMatch:
    """A job that fits, and what a result about it would rest on."""

    id: str
    title: str
    provenance: Provenance
    codes: tuple[str, ...]
    """Occupations (O*NET-SOC 2019) it belongs to."""
    index: float | None
    """Index of the role; None where none is known."""
    rests_on: str
    """One line for the person who chooses."""


def search_jobs(library: Library, text: str) -> tuple[JobMatch, ...]:
    """At most five jobs that fit the words, best first, hand-written before derived; none for what is no job."""
    named, found = _found(library, text)
    worth = BESIDE_THE_NAME if named else WORTH_SHOWING
    found = [one for one in found if one.fit >= worth * found[0].fit]
    written = [one for one in found if one.key in library.cards and one.fit >= STILL_FITS * found[0].fit]
    derived = [one for one in found if one.key not in library.cards]
    first = [_of_role(library.cards[one.key]) for one in written]
    same = [one for one in derived if one.fit >= SAME_JOB * found[0].fit]
    first += [_of_role(role) for one in same if (role := _only_role_of(library, one.key)) is not None]
    matches = {match.id: match for match in first}
    taken = {code for match in matches.values() for code in match.codes}
    for one in derived:
        if one.key not in taken:
            matches[one.key] = _of_occupation(library, one)
    return tuple(matches.values())[:MOST_MATCHES]


def _found(library: Library, text: str) -> tuple[bool, list[Found]]:
    """Whether several words are the name itself; and what fits by its titles or by what people say they do."""
    titles = library.once("job titles", lambda: TitleIndex(_named(library)))
    found = {one.key: one for one in titles.search(text, limit=3 * MOST_MATCHES)}
    named = any(one.fit >= THE_NAME for one in found.values()) and len(title_words(text)) > 1
    for one in () if named else said_index(library).search(text, limit=4 * MOST_MATCHES):
        card = library.cards.get(one.key)
        spoken_for = card is not None and any(_only_role_of(library, code) for code in card.codes)
        if not spoken_for and (one.key not in found or found[one.key].fit < one.fit):
            found[one.key] = one
    return named, sorted(found.values(), key=lambda one: -round(one.fit, 2))


def match_of(library: Library, job: str) -> JobMatch:
    """The role of that id, or the occupation of that code."""
    card = library.cards.get(job)
    return _of_role(card) if card is not None else _of_occupation(library, Found(job, "", 1.0))


def _named(library: Library) -> Iterator[Named]:
    for role in library.cards.values():
        yield Named(role.id, (role.title, role.id.replace("-", " "), *role.aliases), float("inf"))
    tables = library.occupations
    if tables is None:
        return
    names = {code: [tables.name(code)] for code in tables.codes()}
    for code, title, _ in tables.titles():
        names[code].append(title)
    for code, titles in names.items():
        yield Named(code, tuple(titles), tables.employment(code))


def said_index(library: Library) -> SaidIndex:
    """By what people say of each occupation, by titles, and by what the tasks of a role are called."""
    return library.once("what is said of jobs", lambda: _said(library))


def _said(library: Library) -> SaidIndex:
    said, none = {one.key: [*one.names] for one in _named(library)}, library.talk()
    for code, line in library.occupations.said() if library.occupations else ():
        said.get(code, none).append(line)
    for card in library.cards.values():
        said[card.id] += [text for row in card.week for text in (row.name, row.row)]
        for code in card.codes:
            if _only_role_of(library, code) is card:
                said[card.id] += said[code]
    return SaidIndex(said, none)


def _only_role_of(library: Library, code: str) -> RoleCard | None:
    """The hand-written role of an occupation, where there is exactly one: it wins over the derived table."""
    roles = [role for role in library.cards.values() if code in role.codes]
    return roles[0] if len(roles) == 1 else None


def _of_role(role: RoleCard) -> JobMatch:
    told = OWN_TABLE if role.own_table else RESTS_ON[role.provenance]
    return JobMatch(role.id, role.title, role.provenance, role.codes, role.index, told)


def _of_occupation(library: Library, found: Found) -> JobMatch:
    title = library.occupations.name(found.key) if library.occupations else found.key
    told = RESTS_ON["derived"]
    name = found.name.casefold()
    for one in library.landscape.roles if name and library.landscape is not None else ():
        if one.title.partition("(")[0].strip().casefold().rstrip("s") == name.rstrip("s"):
            told += f" A score of {one.index:.1f} was published for {one.title}, without its table."
            break
    return JobMatch(found.key, title, "derived", (found.key,), None, told)


OWN_TABLE = "Rows in somebody's own words; you rate each of them and say what you see of the market."

RESTS_ON: dict[Provenance, str] = {
    "published": "All figures from a published role page.",
    "reconstructed": "Published total; the task table behind it is ours.",
    "own": "Described by us, not taken from a publication; what it says of the job market is from a given day.",
    "derived": "A starting table from public figures; you correct it and say what you see of the market.",
}
