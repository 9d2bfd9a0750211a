"""The answers of the statistics: nothing invented, kept until something changes, press and marks told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.metrics import Metric, Origin, PostFigure
from cmstation.domain.periods import Period, campaign, month, quarter, year
from cmstation.domain.press_review import TONES
from cmstation.domain.stat_answers import MarkKind
from cmstation.domain.statistics import Collection, Goal, NewStatPost, Note, NoteKind
from cmstation.domain.watch import DecisionKind
from cmstation.open_station import Parts, open_station
from cmstation.services.stat_answers_kept import KeptAnswers
from cmstation.services.station import Station
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_notes import GoalTable, NoteTable
from cmstation.storage.stat_posts import StatPosts
from tests.fakes.secret_box import SecretBox
from tests.services.statistics_desk import DAY, OCTOBER, TODAY, Desk, statistics_of

# --- nothing invented ---


def test_an_empty_station_has_no_number(desk: Desk) -> None:
    answers = desk.answers()

    assert answers.headlines == answers.posts == answers.forms == answers.themes == ()
    assert answers.gaps == answers.milestones == answers.goals == answers.notes == ()
    assert [(one.count, one.before, one.year_before) for one in answers.published] == [(None, None, None)] * 2
    assert [(one.newest, one.read_at) for one in answers.freshness] == [(None, None)] * 2
    assert answers.response_time is None
    assert not any(cell.claim or cell.count for cell in answers.hours.cells)
    assert statistics_of(desk.station).first_day() is None


METRICS = (Metric.FOLLOWERS, Metric.VISITS, Metric.REACH)
figures_drawn = st.lists(
    st.tuples(st.booleans(), st.sampled_from(METRICS), st.integers(0, 500), st.integers(0, 9_999)),
    max_size=40,
)
posts_drawn = st.lists(
    st.tuples(st.booleans(), st.integers(0, 400), st.integers(0, 40), st.sets(st.sampled_from(Metric))),
    max_size=12,
)
periods_drawn = st.one_of(
    st.builds(month, st.just(2026), st.integers(1, 12)),
    st.builds(quarter, st.just(2026), st.integers(1, 4)),
    st.builds(year, st.sampled_from((2025, 2026))),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(figures_drawn, posts_drawn, periods_drawn)
def test_no_number_without_its_rows(
    desk: Desk,
    figures: list[tuple[bool, Metric, int, int]],
    posts: list[tuple[bool, int, int, set[Metric]]],
    period: Period,
) -> None:
    with desk.database.sessions.begin() as session:
        session.execute(text("DELETE FROM stat_figures"))
        session.execute(text("DELETE FROM stat_posts"))
    stored = [
        desk.figure(TODAY - ago * DAY, value, metric, desk.page if ours else desk.site)
        for ours, metric, ago, value in figures
    ]
    desk.put(*stored)
    moments, known = _store(desk, posts)

    answers = desk.answers(period)

    days: dict[tuple[int, Metric], set[date]] = {}
    for one in stored:
        days.setdefault((one.account, one.metric), set()).add(one.day)
    for told in answers.headlines:
        mine = days[told.account, told.metric]
        for value, other in (
            (told.value, period),
            (told.against_before.before, period.before()),
            (told.against_year_before.before, period.year_before()),
        ):
            assert value is None or any(other.holds(day) for day in mine)
        assert told.last is None or told.last.day in mine
        assert (told.taken_at is None) == (told.value is None)
    assert {(one.account, one.metric) for one in answers.headlines} <= days.keys()
    for told in answers.posts:
        assert told.counts.keys() <= known[told.post.id]
        assert told.latest.keys() == known[told.post.id]
        assert told.score is None
    for one in answers.published:
        end = datetime(period.last.year, period.last.month, period.last.day, tzinfo=UTC) + DAY
        if one.count is not None:
            assert any(account == one.account and at < end for account, at in moments)
    for one in (*answers.forms, *answers.themes):
        assert one.median is None
    assert len({figure.account for figure in stored}) == sum(
        one.newest is not None for one in answers.freshness
    )


def _store(
    desk: Desk, posts: list[tuple[bool, int, int, set[Metric]]]
) -> tuple[list[tuple[int, datetime]], dict[int, set[Metric]]]:
    table, now = StatPosts(desk.database), desk.station.clock.now()
    # Too few for any score: at most 8 of one account, since 8 must go before.
    few = [post for number, post in enumerate(posts) if sum(p[0] == post[0] for p in posts[:number]) < 8]
    new = [
        NewStatPost(desk.page if ours else desk.site, f"r{place}", now - ago * DAY, "Titre")
        for place, (ours, ago, _age, _metrics) in enumerate(few)
    ]
    ids = table.add(new).ids
    table.put_figures(
        PostFigure(post, (at := one.published_at + age * DAY).date(), metric, 3, at, Origin.HAND)
        for post, one, (_ours, _ago, age, metrics) in zip(ids, new, few, strict=True)
        for metric in metrics
    )
    moments = [(one.account, one.published_at) for one in new]
    return moments, {post: drawn[3] for post, drawn in zip(ids, few, strict=True)}


def test_an_old_figure_is_told_as_old(desk: Desk) -> None:
    desk.put(desk.figure(date(2026, 8, 20), 16_400))

    (told,) = desk.answers().headlines

    assert (told.value, told.day, told.taken_at) == (None, None, None)
    assert told.last is not None
    assert (told.last.day, told.last.value) == (date(2026, 8, 20), 16_400)


def test_yesterday_is_the_last_day_that_can_be_missing(desk: Desk) -> None:
    desk.put(desk.figure(date(2026, 10, 8), 5), desk.figure(date(2026, 10, 10), 6))

    (told,) = desk.answers().gaps

    assert told.runs == ((date(2026, 10, 9),) * 2, (date(2026, 10, 11), date(2026, 10, 12)))
    assert (told.days, told.of) == (3, 5)


def test_a_post_read_late_is_told_as_late(desk: Desk) -> None:
    table, at = StatPosts(desk.database), datetime(2026, 10, 1, 8, tzinfo=UTC)
    (post,) = table.add([NewStatPost(desk.page, "r1", at, "Titre")]).ids
    for metric, age, value in ((Metric.REACTIONS, 3, 4), (Metric.SHARES, 9, 2), (Metric.SHARES, 11, 5)):
        moment = at + age * DAY
        figure = PostFigure(post, moment.date(), metric, value, moment, Origin.NETWORK)
        table.put_figures([figure])

    (told,) = desk.answers().posts

    assert told.counts == {Metric.REACTIONS: 4, Metric.SHARES: 2}
    assert (told.late, told.young) == (True, False)
    assert told.latest[Metric.SHARES].value == 5


# --- goals, notes, marks ---


def test_a_goal_of_all_accounts_adds_them_up(desk: Desk) -> None:
    social = desk.station.accounts
    assert len(social.all()) == 2
    desk.put(
        desk.figure(date(2026, 10, 12), 600),
        replace(desk.figure(date(2026, 10, 12), 300), account=desk.site),
        desk.figure(date(2026, 10, 13), 900),
    )
    goals = GoalTable(desk.database)
    goals.add(Goal(0, "Mille", Metric.FOLLOWERS, 1_000))
    goals.add(Goal(0, "Deux mille", Metric.FOLLOWERS, 2_000, account=desk.page))
    goals.add(Goal(0, "Visites", Metric.VISITS, 2_000, account=desk.page))

    all_of_them, ours, visits = desk.answers().goals

    assert all_of_them.progress is not None
    assert (all_of_them.progress.value, all_of_them.progress.day) == (900, date(2026, 10, 12))
    assert ours.progress is not None
    assert (ours.progress.value, ours.progress.left) == (900, 1_100)
    assert visits.progress is None
    alone = statistics_of(desk.station).answers(OCTOBER, frozenset({desk.site}))
    assert alone.goals == ()
    assert [one.id for one in alone.accounts] == [desk.site]


def test_notes_and_freshness_are_there(desk: Desk) -> None:
    at = datetime(2026, 10, 12, 6, tzinfo=UTC)
    desk.put(desk.figure(date(2026, 10, 12), 600))
    NoteTable(desk.database).add(Note(0, date(2026, 10, 3), NoteKind.THANKS, "Merci"))
    NoteTable(desk.database).add(Note(0, date(2026, 9, 30), NoteKind.THANKS, "Avant"))
    CollectionTable(desk.database).keep(Collection(desk.page, tried_at=at, trouble="offline"))

    answers = desk.answers()

    assert [note.text for note in answers.notes] == ["Merci"]
    assert answers.freshness[0].newest == at
    assert (answers.freshness[0].trouble, answers.freshness[0].read_at) == ("offline", None)
    assert answers.freshness == statistics_of(desk.station).freshness()


def test_events_and_press_releases_are_marked(desk: Desk) -> None:
    events = desk.station.events
    for kind, title in (
        (EventKind.PRESS_RELEASE, "Communiqué"),
        (EventKind.EVENT, "Portes ouvertes"),
        (EventKind.TASK, "Appeler"),
    ):
        events.add(kind, title, WholeDay(date(2026, 10, 9)), WholeDay(date(2026, 10, 12)))

    marks = statistics_of(desk.station).marks(date(2026, 10, 10), TODAY)

    assert [(mark.kind, mark.title) for mark in marks] == [
        (MarkKind.EVENT, "Portes ouvertes"),
        (MarkKind.PRESS_RELEASE, "Communiqué"),
    ]
    assert {(mark.first, mark.last) for mark in marks} == {(date(2026, 10, 10), date(2026, 10, 11))}


# --- kept until something changes ---


def test_answers_are_kept_until_something_changes(desk: Desk) -> None:
    made = statistics_of(desk.station)
    first = made.answers(OCTOBER)
    desk.put(desk.figure(TODAY, 700))

    assert made.answers(OCTOBER) is first
    made.changed(Changes())
    assert made.answers(OCTOBER) is first
    made.changed(Changes(statistics=True))
    (told,) = made.answers(OCTOBER).headlines
    assert told.value == 700


def test_another_day_is_another_answer(desk: Desk) -> None:
    made = statistics_of(desk.station)
    first = made.answers(OCTOBER)
    clock = desk.station.clock
    assert isinstance(clock, FixedClock)

    clock.instant += DAY

    assert made.answers(OCTOBER).today == first.today + DAY


def test_an_answer_that_was_overtaken_is_not_kept() -> None:
    kept, told = KeptAnswers(4), iter(("old", "new"))

    def overtaken() -> str:
        kept.forget()
        return next(told)

    assert kept.get(("what",), overtaken) == "old"
    assert kept.get(("what",), lambda: next(told)) == "new"
    assert kept.get(("what",), lambda: next(told)) == "new"


def test_only_the_last_answers_are_kept() -> None:
    kept, made = KeptAnswers(2), list[int]()

    for number in (1, 2, 1, 3, 1, 2):
        kept.get((number,), lambda number=number: made.append(number))

    assert made == [1, 2, 3, 2]


# --- the press ---


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    now = datetime(2026, 10, 13, 12, tzinfo=UTC)
    folder: Path = tmp_path_factory.mktemp("clinic") / "clinic"
    station = open_station(folder, rehearsal=True, parts=Parts(FixedClock(now), SecretBox()))
    yield station
    station.close()


def test_the_press_is_told_by_theme_and_tone(clinic: Station) -> None:
    before = statistics_of(clinic).answers(OCTOBER).press

    with clinic.database.readers.begin() as session:
        rows = session.execute(text("SELECT kind, COUNT(*) FROM watch_decisions GROUP BY kind")).all()
    decided = dict(tuple(row) for row in rows)
    assert (before.kept, before.relayed) == (
        decided[DecisionKind.REVIEW.value],
        decided[DecisionKind.RELAY.value],
    )
    assert before.articles == before.kept + before.relayed > 0
    assert sum(theme.untold for theme in before.themes) == before.articles

    draft = clinic.press_reviews.draft(OCTOBER.first, OCTOBER.last)
    judged = tuple(
        replace(entry, tone=TONES[place % 3], theme="Chez nous") for place, entry in enumerate(draft.entries)
    )
    kept = clinic.press_reviews.save(replace(draft, entries=judged)).value
    after = statistics_of(clinic).answers(OCTOBER).press

    ours = next(theme for theme in after.themes if theme.theme == "Chez nous")
    assert ours.positive + ours.neutral + ours.negative == ours.articles == len(judged)
    assert ours.untold == 0
    assert [row.id for row in after.reviews] == [kept.id]
    assert statistics_of(clinic).answers(month(2026, 9)).press.reviews == ()


def test_a_campaign_is_told_by_its_own_posts(clinic: Station) -> None:
    made = statistics_of(clinic)
    StatPosts(clinic.database).note_live()
    (post,) = [post for post in clinic.labels.campaigns() if post.name == "Portes ouvertes"]

    answers = made.answers(campaign(post.id, date(2026, 9, 1), TODAY))

    assert all(one.post.campaign == post.id for one in answers.posts)
    assert all((one.before, one.year_before) == (None, None) for one in answers.published)
