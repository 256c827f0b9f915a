"""Wording of results: every fixed sentence, with the placeholders the engine fills."""

from collections.abc import Mapping

from pydantic import model_validator

from aijri_engine.content.base import Items, Model, Text, Version
from aijri_engine.content.coaching import PLACEHOLDER, CoachTexts

ALLOWED: Mapping[str, frozenset[str]] = {
    "settled": frozenset({"share"}),
    "adapted": frozenset({"share"}),
    "new": frozenset({"share"}),
    "mixed": frozenset(),
    "typical": frozenset({"index", "zone"}),
    "undescribed": frozenset({"share"}),
    "undescribed_all": frozenset(),
    "base": frozenset(),
    "base_index": frozenset({"index", "zone"}),
    "index": frozenset({"index", "zone", "base"}),
    "index_table": frozenset({"index", "zone", "start", "base"}),
    "start_derived": frozenset(),
    "start_own_table": frozenset(),
    "bridge_table": frozenset({"start", "base", "parts"}),
    "bridge_none_table": frozenset({"start", "base"}),
    "origin_own_table": frozenset({"base"}),
    "scale": frozenset({"green", "yellow"}),
    "withheld": frozenset({"index", "because"}),
    "expected": frozenset({"tasks"}),
    "not_described": frozenset({"tasks"}),
    "range": frozenset({"low", "high"}),
    "range_base": frozenset({"low", "high"}),
    "one_sided": frozenset({"side"}),
    "wider": frozenset({"low", "high"}),
    "week": frozenset({"resists", "open"}),
    "role_week": frozenset({"resists", "open"}),
    "stability": frozenset({"word", "zone", "count"}),
    "stability_base": frozenset({"word", "zone", "count"}),
    "straddles": frozenset({"low_zone", "high_zone"}),
    "narrowing": frozenset({"list"}),
    "two_sittings": frozenset({"change"}),
    "depth": frozenset(),
    "bridge": frozenset({"base", "parts"}),
    "bridge_none": frozenset({"base"}),
    "lever": frozenset({"task", "now", "then", "points", "index"}),
    "lever_small": frozenset({"points"}),
    "lever_none": frozenset(),
    "lever_rated": frozenset(),
    "act": frozenset({"task", "act"}),
    "acts": frozenset({"task", "act", "second_task", "second", "points"}),
    "first_step": frozenset({"title", "step"}),
    "small_share": frozenset({"task", "share", "points"}),
    "market": frozenset({"points", "index", "date", "neutral", "zone"}),
    "market_base": frozenset({"points", "index", "date", "neutral", "zone"}),
    "market_against": frozenset({"points", "index", "date", "neutral", "zone"}),
    "your_market": frozenset({"points", "index"}),
    "outlook": frozenset({"title", "index", "zone"}),
    "neighbour": frozenset({"title", "index"}),
    "above_highest": frozenset({"highest"}),
    "specialised": frozenset(),
    "label_accelerated": frozenset(),
    "label_transforming": frozenset(),
    "label_stable": frozenset(),
    "label_urgent": frozenset(),
    "label_moderate": frozenset(),
    "label_imminent": frozenset(),
    "no_next_zone": frozenset({"zone"}),
    "price_rule": frozenset(),
    "price_small": frozenset(),
    "assumed": frozenset({"because"}),
    "cap": frozenset({"uncapped"}),
    "sharpen": frozenset({"list"}),
    "next_zone": frozenset({"step", "points", "zone"}),
    "means_green": frozenset(),
    "means_yellow": frozenset(),
    "means_red": frozenset(),
    "means_edge": frozenset({"other"}),
    "means_withheld": frozenset({"because"}),
    "means_no_zone": frozenset({"because"}),
    "zone_green": frozenset(),
    "zone_yellow": frozenset(),
    "zone_red": frozenset(),
    "origin_published": frozenset({"base", "date"}),
    "origin_reconstructed": frozenset({"base", "date"}),
    "origin_own": frozenset({"base", "date"}),
    "origin_derived": frozenset(),
    "lies_between": frozenset({"low", "high"}),
    "lies_wider": frozenset({"low", "high", "zones"}),
    "difference_up": frozenset({"what", "size"}),
    "difference_down": frozenset({"what", "size"}),
    "unmoved": frozenset(),
    "means_red_with": frozenset({"target", "then"}),
    "leads": frozenset({"then"}),
    "sharpen_open": frozenset({"question"}),
    "sharpen_look": frozenset({"question"}),
    "sharpen_flag": frozenset({"flag"}),
    "is_not": frozenset(),
    "again": frozenset(),
    "talk_by_task": frozenset({"open", "resisting"}),
    "talk_lower": frozenset({"list"}),
    "talk_not_lower": frozenset({"base"}),
    "talk_higher": frozenset({"list"}),
    "talk_not_higher": frozenset({"base"}),
    "talk_causes": frozenset({"list"}),
    "talk_most": frozenset({"list"}),
    "talk_in_green": frozenset({"points"}),
    "talk_way_up": frozenset({"zone", "points"}),
    "talk_no_way_up": frozenset({"zone"}),
    "talk_steps": frozenset({"list"}),
    "talk_first_step": frozenset({"title", "step", "because"}),
    "talk_sharpen": frozenset({"what"}),
    "talk_nothing": frozenset(),
}
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
    coach: CoachTexts

    @model_validator(mode="after")
    def _placeholders_known(self) -> "Wording":
        for name, allowed in ALLOWED.items():
            if name not in self.sentences:
                raise ValueError(f"the sentence `{name}` is missing")
            unknown = set(PLACEHOLDER.findall(self.sentences[name])) - allowed
            if unknown:
                known = ", ".join(sorted(allowed)) or "none"
                raise ValueError(f"`{name}` cannot use {{{sorted(unknown)[0]}}}; it may use {known}")
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
