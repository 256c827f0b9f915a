"""Jobs near to a week of which much lies outside its role, for somebody who wants to look at them first."""

from aijri_engine.content.jobs import search_jobs
from aijri_engine.content.nearest_jobs import MOST_NEAR, nearest_jobs
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.fit import role_fit
from aijri_engine.personal.personalise import personalise


def near_work(interview: Interview) -> str:
    """Titles of roles that this week resembles or that its other work sounds like, how to look at one; no figures."""
    library, wording = interview.library, interview.library.wording
    personal = personalise(interview)
    own = sorted(((task.name, task.share) for task in personal.tasks if task.own), key=lambda row: -row[1])
    titles = [one.title for one in role_fit(personal, library.landscape).neighbours]
    titles += [one.job.title for one in nearest_jobs(library, own)]
    if not titles and own:
        titles = [one.title for one in search_jobs(library, own[0][0])]
    stays = wording.say("near_work_stays")
    jobs = "; ".join(list(dict.fromkeys(titles))[:MOST_NEAR])
    return (
        wording.say("near_work", jobs=jobs, stays=stays)
        if jobs
        else wording.say("near_work_none", stays=stays)
    )
