"""The report's own words, one file a language; `rules` has what the checks say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from parcours.errors import UsageError, closest

LANGUAGES = ("en", "fr")


class Plural(NamedTuple):
    """A phrase for one, and for any other number; `{n}` stands for the number."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Messages:
    """Every word of the report's frame. Braces hold what is filled in, the same in each language."""

    code: str
    decimal: str
    thousands: str
    colon: str  # between a name and what is said of it
    zero_is_one: bool  # "0 problème" in French, "0 problems" in English
    months: tuple[str, ...]
    first_day: str  # of a month
    date_time: str
    cut: str
    comma: str
    last_comma: str

    title: str
    skip: str
    nav_journeys: str
    nav_review: str
    nav_unchecked: str
    made_by: str
    sections: str

    all_stuck: Plural
    some_stuck: Plural
    all_hard: Plural
    some_hard: Plural
    all_work: Plural
    some_work: Plural
    none_judged: str
    none_whole: str
    first_stop: str
    found: Plural
    found_none: str
    of_which_stop: Plural
    unfinished_walks: Plural
    unended: str

    tile_journeys: Plural
    tile_journeys_hint: Plural
    tile_devices: Plural
    tile_findings: Plural
    tile_blockers: Plural
    tile_blockers_hint: str
    tile_reviews: Plural
    tile_reviews_hint: str

    engines_title: str
    engine_native: str
    engine_emulated: str
    engine_none: str

    first_title: str
    first_lead: str
    see_finding: str

    grid_title: str
    grid_lead: str
    journey: str
    not_run: str
    outcomes: Mapping[str, str]
    findings_count: Plural
    blockers_count: Plural
    stopped_at: str

    stories_title: str
    stories_lead: str
    stories_more: Plural
    start: str
    channels: Mapping[str, str]
    code_on: str
    code_says: str
    code_expected: str
    code_error: str
    code_unread: str
    promise: str
    plain_link: str
    letter_alt: str
    code_print: str
    print_width: str
    print_level: str
    print_margin: str
    print_margin_more: str
    print_contrast: str
    print_spent: str
    print_tried: Plural
    mail_sender: str
    mail_subject: str
    mail_alt: str
    tapped: str
    picture_link: str
    text_messages: Plural
    tag_records: Mapping[str, str]
    opened_in: str
    hops: Plural
    hop_how: Mapping[str, str]
    strip_label: str
    screen_of: str
    no_picture: str
    verbs_ended: Mapping[str, str]
    taps: Plural
    keys: Plural
    screens_scrolled: str
    seconds: str
    kilobytes: str
    megabytes: str
    step_of: str
    effort: str
    no_steps: str
    why_stopped: str
    annotated: str
    annotated_lead: str
    annotated_label: str
    key_label: str

    work_title: str
    work_lead: str
    departments: Mapping[str, str]
    department_blurbs: Mapping[str, str]
    nothing_for: str
    severities: Mapping[str, str]
    severity_blurbs: Mapping[str, str]
    certainties: Mapping[str, str]
    seen_on: str
    in_journey: str
    at_step: str
    should_be: str
    why: str
    advice: str
    read_more: str
    places: Plural
    where_exactly: str
    more_places: Plural
    element: str
    evidence: str
    page: str
    show_on_screen: str
    below_picture: str
    picture_of: str
    rule: str

    filter_title: str
    filter_department: str
    filter_device: str
    filter_severity: str
    filter_all: str
    filter_shown: str
    filter_none: str

    review_title: str
    review_lead: str
    review_certainty: str
    unstable_certainty: str

    unchecked_title: str
    unchecked_lead: str
    unchecked_none: str
    unchecked_facts: str
    facets: Mapping[str, str]
    facets_missing: str
    unchecked_broken: str
    unchecked_gap: str
    unchecked_note: str
    unchecked_unfinished: str
    unchecked_journey: str
    unchecked_steps: str
    unchecked_no_reason: str
    rules: Plural
    on_devices: str
    checked_title: str
    checked_lead: Plural

    standings: Mapping[str, str]
    accepted: str
    since_title: str
    since_lead: str
    since_note: str
    since_counts: str
    since_until: str
    trend: str
    versus_title: str
    versus_lead: str
    versus_before: str
    versus_after: str
    versus_diff: str
    versus_slide: str
    versus_fails: str
    foot: str
    foot_how: str
    to_top: str
    goldens_title: str
    goldens_nav: str
    goldens_lead: str
    goldens: Mapping[str, str]
    points: Mapping[str, str]
    point_states: Mapping[str, str]
    points_kept: Plural  # of all
    points_broken: Plural
    points_unknown: Plural
    points_untold: str
    proof_held: str
    proof_emulated: str
    proof_pages: Plural
    proof_unsure: str
    proofs_more: Plural
    redirects: Plural
    effort_title: str
    effort_lead: str
    effort_columns: Mapping[str, str]
    effort_stopped: str
    walk_rules: Mapping[str, str]  # what holds when nothing is said of a walk, by rule or area
    walk_stops: str
    hitches: Mapping[str, str]
    hitches_bare: Mapping[str, str]
    csv_mark: str  # between two cells: spreadsheets expect a semicolon where the comma is the decimal mark
    csv_heads: tuple[str, ...]
    csv_verdicts: Mapping[str, str]
    csv_fails: Mapping[str, str]
    annotations_more: Plural
    summary_heads: tuple[str, ...]
    summary_known: Plural
    pictures_beside: str
    # what the report shows beside: figures, the chain, ways to find a finding again, the annex
    tile_new: Plural
    tile_new_hint: str
    tile_new_worse: Plural
    tile_known: Plural
    tile_known_hint: str
    tile_fixed: Plural
    tile_fixed_hint: str
    uncompared: str
    engine_own: str
    engine_other: str
    entering: Mapping[str, str]  # what the customer does first, by channel
    chain_nav: str
    chain_title: str
    chain_title_weak: str
    chain_lead: str
    chain_department: str
    chain_links: Mapping[str, str]
    chain_states: Mapping[str, str]
    chain_stops: str
    chain_tally: Plural
    chain_of: str
    filter_standing: str
    filter_journey: str
    filter_text: str
    filter_clear: str
    arranged_by: str
    arrangements: Mapping[str, str]
    index_rule: str
    index_page: str
    no_page: str
    copy: str
    copied: str
    copy_link: str
    shortcuts_title: str
    shortcuts: Mapping[str, str]
    shortcuts_on: str
    annex_title: str
    versions_title: str
    version_tool: str
    version_report: str
    version_engines: str
    version_rules: str
    version_run: str
    rules_judged: str
    glossary_title: str
    glossary_words: Mapping[str, str]
    glossary: Mapping[str, str]  # the same keys: what the words mean
    data_title: str
    data_lead: str
    data_save: str
    data_heavy: str
    code_alt: str
    element_html: str
    step_heading: str
    clients_title: str
    clients_stuck: Plural
    clients_unjudged: Plural
    clients_fine: str
    clients_open: str

    def count(self, phrase: Plural, n: int, **more: object) -> str:
        """The phrase for that number, filled in; numbers have their thousands apart."""
        one = n == 1 or (n == 0 and self.zero_is_one)
        named = {key: self.number(value) if type(value) is int else value for key, value in more.items()}
        return (phrase.one if one else phrase.many).format(n=self.number(n), **named)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the language's decimal mark, its thousands apart."""
        marks = {".": self.decimal, ",": self.thousands}
        return "".join(marks.get(char, char) for char in f"{value:,.{digits}f}")

    def day(self, day: date) -> str:
        """A day in words: `31 January 2027`."""
        first = self.first_day if day.day == 1 else "{day}"
        return f"{first.format(day=day.day)} {self.months[day.month - 1]} {day.year}"

    def moment(self, moment: datetime) -> str:
        """A day and a time of it: `2 March 2026, 09:41 UTC`."""
        zone = " UTC" if moment.tzinfo else ""
        at = moment.astimezone(UTC) if moment.tzinfo else moment
        return self.date_time.format(day=self.day(at), hour=at.hour, minute=at.minute, zone=zone)

    def listed(self, names: list[str]) -> str:
        """Names in a row: `a, b and c`."""
        if len(names) < 2:
            return "".join(names)
        return self.comma.join(names[:-1]) + self.last_comma + names[-1]


def messages(lang: str = "en") -> Messages:
    """The words of that language. Raises UsageError when there are none."""
    from parcours.reporting.messages.en import ENGLISH
    from parcours.reporting.messages.fr import FRENCH

    known: Mapping[str, Messages] = {"en": ENGLISH, "fr": FRENCH}
    if lang not in known:
        raise UsageError(f"reports do not speak {lang!r}", tip=closest(lang, known) or "take en or fr")
    return known[lang]
