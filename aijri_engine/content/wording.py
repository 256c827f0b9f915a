"""Wording of results: every fixed sentence, with the placeholders the engine fills."""

from collections.abc import Iterator, Mapping

from pydantic import model_validator

from aijri_engine.content.base import Items, Model, Text, Version
from aijri_engine.content.coaching import PLACEHOLDER, CoachTexts, check_placeholders

FILLED_WITH = """
nothing: yes_or_no by_number
letters: by_letter by_letters by_one_letter letter_please
nothing: mixed undescribed_all base start_derived start_own_table depth lever_none lever_rated specialised
    label_accelerated label_transforming label_stable label_urgent label_moderate label_imminent price_rule
    price_small means_green means_yellow means_red zone_green zone_yellow zone_red origin_derived means_red_stays
    unsure_hours unsure_missing unsure_both unsure_answers is_not again talk_nothing way_on_none keep_tools
    reach_none talk_no_more_steps origin_near near_work_stays talk_steps_none talk_figure_beyond
base: origin_own_table bridge_none talk_not_lower talk_not_higher talk_none_against talk_role talk_why_table
because: assumed means_withheld means_no_zone
change: two_sittings
ends: lies_far
figure: talk_figure_none
flag: sharpen_flag
highest: above_highest
list: narrowing sharpen way_on talk_lower talk_higher talk_causes talk_most talk_steps talk_widest
    talk_why_open talk_why_safe
other: means_edge
points: lever_small talk_in_green
means zone: talk_standing
question: sharpen_missing sharpen_look
share: settled adapted new undescribed
side: one_sided
task: move_rung
stays: near_work_none
tasks: expected not_described not_rated
uncapped: cap
what: talk_sharpen name_missing
which: talk_steps_some
zone: no_next_zone talk_no_way_up
act task: act
base near: origin_published origin_reconstructed origin_own
base parts: bridge
base start: bridge_none_table
because index: withheld
green yellow: scale
high low: range range_base wider lies_base talk_figure_range
high index low others zone: talk_crosses
high index low zone: talk_within
figure origin: talk_figure_base
figure zone: talk_figure_index talk_figure_low talk_figure_high talk_figure_line
figure said: talk_figure_said
high_zone low_zone: straddles
index points: your_market
jobs stays: near_work
index title: neighbour
index zone: typical base_index
open resisting: talk_by_task
open resists: week role_week
points zone: talk_way_up
size what: difference_up difference_down
step title: first_step
share what: carried
then: reach_out
then what: carried_moves
then zone: leads
then too way zone: leads_way
task way: leads_too
base index zone: index
base parts start: bridge_table
because high low: lies
because step title: talk_first_step
count word zone: stability stability_base
index title zone: outlook
points share task: small_share
points source target: move_share
points spare then: keep_instead
points step zone: next_zone
base index start zone: index_table
index share there zone: way_on_each
act points second second_task task: acts
date index neutral points zone: market market_base market_against
index now points task then: lever
"""
"""Placeholders, then the sentences that may use them."""


def _allowed(table: str) -> Iterator[tuple[str, frozenset[str]]]:
    for line in table.replace("\n    ", " ").split("\n"):
        parts, _, names = line.partition(":")
        for name in names.split():
            yield name, frozenset(parts.split()) - {"nothing"}


ALLOWED: Mapping[str, frozenset[str]] = dict(_allowed(FILLED_WITH))
"""Sentence -> the placeholders it may use; a sentence with another one does not load."""


class FlagWording(Model):
    """One quality flag, for the person and for a coach."""

    person: str = ""
    """After "your picture would sharpen if you ..."; empty where there is nothing to do."""
    coach: Text
    """Plainly, under "look at before interpreting"."""
    ask: str = ""
    """The same as a question to the client; empty where there is none."""


class Consent(Model):
    """Purpose and consent, alone and with a coach."""

    version: Version
    alone: Text
    coach: Text
    where: dict[str, Text]
    """Where answers are kept: alone, alone_on_server, coach, coach_on_server."""
    form: Text
    """On the page that is filled in anywhere."""
    form_for_coach: Text
    """On the page that a coach made for a client."""
    answers: dict[str, Text]
    """yes, today_only, no, question."""

    def alone_text(self, folder: str, server: bool) -> str:
        """What somebody alone reads before the first question."""
        where = self.where["alone_on_server" if server else "alone"]
        return self.alone.replace("{where}", where).replace("{folder}", folder)


class ReportTexts(Model):
    """What every report says beside its figures. Nobody may edit it but for `editable`."""

    editable: dict[str, str]
    """What a practice may word anew, by its name in a branding file; an empty one is not printed."""
    parts: dict[str, Text]
    """What a part is for, by its id; parts without one say so in their own words."""
    responses: Text
    qualification: dict[str, Text]
    retest: Text
    purpose: Text
    alone: Text
    alone_on_server: Text
    with_coach: Text
    no_consent: Text
    consent_core: Text
    zones: dict[str, Text]
    """A zone is a band of an index and names neither a date nor an event."""
    scale: Text
    points: Text
    range: Text
    on_the_cover: Text
    """How far a report carries: whose view it is and how long it holds."""
    compared: dict[str, Text]
    """By what a week stands beside: role, table, or its own rows."""
    standing: Text
    """What a report of a questionnaire says of norms and validity."""
    ours: Text
    marks: dict[str, Text]
    principles: Text
    """On the protective principles that answers set."""
    never_in_the_figure: Text
    no_forecast: Text
    """Stands below the cases whatever a practice writes above them."""
    two_sittings: Text
    repeat: Text


class Wording(Model):
    """`wording.yaml`: what results, reports and consent say. Figures are never written here."""

    version: Version
    sentences: dict[str, Text]
    limits: Items[Text]
    """Standing limits; every result and report carries them, no setting removes them."""
    not_for: Text
    """What an AIJRI must not be used for; cannot be edited or removed."""
    distress: Text
    declined: Text
    flags: dict[str, FlagWording]
    consent: Consent
    report: ReportTexts
    coach: CoachTexts

    @model_validator(mode="after")
    def _placeholders_known(self) -> "Wording":
        for name, allowed in ALLOWED.items():
            if name not in self.sentences:
                raise ValueError(f"the sentence `{name}` is missing")
            check_placeholders(name, self.sentences[name], allowed)
        for name in self.sentences:
            if name not in ALLOWED:
                raise ValueError(f"there is no sentence `{name}` to word")
        return self

    def say(self, name: str, **parts: object) -> str:
        """The sentence of that name with its placeholders filled; text of people is put in as it is, never parsed."""
        return fill(self.sentences[name], **parts)


def fill(template: str, **parts: object) -> str:
    """Replace `{name}` by the part of that name; anything else in braces stays."""
    return PLACEHOLDER.sub(lambda found: str(parts.get(found[1], found[0])), template)
