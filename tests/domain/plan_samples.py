"""Entries of a plan's file of every kind, with texts that spreadsheets like to spoil."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from cmstation.domain import plan_words as words
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime, FloatingTime, WholeDay, placed
from cmstation.domain.plan_entries import PlanEntry, PlanNames, sheet_text
from cmstation.domain.planned_time import PlannedTime, at_instant, at_wall_time
from tests.domain.calendar_samples import NIGHTS, ZONES, wall

ACCOUNTS = ("Site", "Page de la maternité (Facebook)", "Maternité (Mastodon @m@social.example)")
THEMES = ("Prévention", "Vie de la clinique")
CAMPAIGNS = ("Octobre rose",)
NAMES = PlanNames(
    accounts={
        "site": "Site",
        "page de la maternite (facebook)": ACCOUNTS[1],
        "maternite (mastodon @m@social.example)": ACCOUNTS[2],
    },
    themes={"prevention": "Prévention", "vie de la clinique": "Vie de la clinique"},
    campaigns={"octobre rose": "Octobre rose"},
)
PARIS = "Europe/Paris"
NASTY = (
    *('=HYPERLINK("http://x.example")', "+33 1 23 45 67 89", "-5 °", "@clinique", "\tretrait", "'=1", "''+2"),
    *(" =1+1", "＝1", "a;b", "a,b", 'il dit "oui"', '"', "ligne\nautre\n", "  blancs  ", "sep=;"),
    *("é😀\u202fœ\u00a0!", "שלום, עולם", "_x000D_", "_x005F_x0041_", "x005F_", "1", "1.50", "TRUE"),
    *("2026-10-13", "#REF!", "\u2028", "0012"),
)
_letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t;,\"=+-@'")
texts = st.one_of(st.sampled_from(NASTY), st.text(_letters, max_size=60)).map(sheet_text)
_lines = texts.map(lambda one: one.strip())  # links are taken without blanks around them
_words = st.text(st.characters(categories=("L", "N"), include_characters=" #’-"), min_size=1, max_size=15)
_tags = st.lists(_words.map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)
_rules = st.lists(
    st.sampled_from(
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=DAILY;COUNT=5", "RDATE:20261105T090000", "EXDATE:20261102")
    ),
    max_size=2,
    unique=True,
).map(tuple)
_walls = st.datetimes(wall(1990, 1, 1), wall(2060, 1, 1)).map(lambda one: one.replace(microsecond=0))


@st.composite
def moments(draw: st.DrawFn) -> EventTime:
    """Draw an hour in some zone, often in a night when the clocks change."""
    if draw(st.booleans()):
        zone = draw(st.sampled_from(tuple(NIGHTS)))
        doubled = NIGHTS[zone][1] + timedelta(minutes=draw(st.integers(-200, 200)))
        second = draw(st.booleans()) and doubled.hour == NIGHTS[zone][1].hour
        return at_wall_time(doubled, zone, second_pass=second)
    return placed(draw(_walls), draw(st.sampled_from(ZONES)))


@st.composite
def posts(draw: st.DrawFn) -> PlanEntry:
    """Draw a post."""
    accounts = tuple(draw(st.lists(st.sampled_from(ACCOUNTS), unique=True)))
    own: dict[tuple[str, str], str] = {}
    for label in accounts:
        if words_of := draw(texts):
            own[label, draw(st.sampled_from(words.OWN_COLUMNS))] = words_of
    return PlanEntry(
        start=draw(st.none() | moments()),
        text=draw(texts.filter(lambda one: bool(one.strip()))),
        accounts=accounts,
        state=draw(st.sampled_from(tuple(words.STATE_WORDS.values()))),
        first_comment=draw(texts),
        language=draw(st.sampled_from(("fr", "en", "nl-BE"))),
        own=own,
        **draw(_shared()),
    )


@st.composite
def plan_events(draw: st.DrawFn) -> PlanEntry:
    """Draw an event."""
    start: EventTime = draw(
        st.one_of(moments(), _walls.map(FloatingTime), _walls.map(lambda one: WholeDay(one.date())))
    )
    return PlanEntry(
        what=draw(st.sampled_from(EventKind)),
        start=start,
        end=draw(_ends(start)),
        state=draw(st.sampled_from((words.DONE, *words.STATUS_WORDS.values()))),
        place=draw(texts),
        recurrence=draw(_rules),
        **draw(_shared()),
    )


def entries() -> st.SearchStrategy[list[PlanEntry]]:
    """Draw a whole table."""
    return st.lists(st.one_of(posts(), plan_events()), max_size=5)


@st.composite
def _ends(draw: st.DrawFn, start: EventTime) -> EventTime:
    if isinstance(start, WholeDay):
        return WholeDay(start.day + timedelta(days=draw(st.integers(1, 9))))
    lasts = timedelta(minutes=draw(st.integers(0, 3000)))
    if isinstance(start, FloatingTime):
        return FloatingTime(start.wall + lasts)
    assert isinstance(start, PlannedTime)
    return at_instant(start.instant + lasts, start.zone)


@st.composite
def _shared(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "title": draw(texts.filter(lambda one: bool(one.strip()))),
        "theme": draw(st.sampled_from(("", *THEMES))),
        "campaign": draw(st.sampled_from(("", *CAMPAIGNS))),
        "link": draw(_lines),
        "tags": draw(_tags),
        "notes": draw(texts),
    }
