"""What posts had is read once, until figures change."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from cmstation.domain.changes import Changes
from cmstation.domain.metrics import Metric, Origin, PostFigure
from cmstation.domain.networks import Network, Way
from cmstation.domain.periods import month
from cmstation.domain.statistics import NewStatPost
from cmstation.services.statistics import Statistics
from cmstation.storage.stat_posts import StatPosts
from tests.services.conftest import Bench

OCTOBER = month(2026, 10)
AT = datetime(2026, 10, 5, 9, tzinfo=UTC)


def stored(bench: Bench, number: int) -> int:
    """Store a post with one reaction more than its number."""
    account = bench.account(Network.FACEBOOK, Way.ASSISTED).id
    posts = StatPosts(bench.station.database)
    at = AT + timedelta(hours=number)
    (post,) = posts.add([NewStatPost(account, f"r{number}", at, "Post")]).ids
    posts.put_figures([PostFigure(post, at.date(), Metric.REACTIONS, number + 1, at, Origin.HAND)])
    return post


def counted(made: Statistics) -> dict[int, int]:
    return {one.post.id: one.counts[Metric.REACTIONS] for one in made.answers(OCTOBER).posts}


@pytest.mark.parametrize(
    ("changes", "value"),
    [(Changes(labels=True), 1), (Changes(statistics=True), 50), (Changes(everything=True), 50)],
)
def test_counts_are_read_anew_when_figures_changed(bench: Bench, changes: Changes, value: int) -> None:
    post = stored(bench, 0)
    station = bench.station
    made = Statistics(station.database, station.calendar, station.preferences, station.clock)
    assert counted(made) == {post: 1}
    StatPosts(station.database).put_figures(
        [PostFigure(post, AT.date(), Metric.REACTIONS, 50, AT, Origin.HAND)]
    )

    made.changed(changes)

    assert counted(made) == {post: value}


def test_a_post_that_came_since_is_read_too(bench: Bench) -> None:
    first = stored(bench, 0)
    station = bench.station
    made = Statistics(station.database, station.calendar, station.preferences, station.clock)
    assert counted(made) == {first: 1}
    second = stored(bench, 1)

    made.changed(Changes(posts=frozenset({7})))

    assert counted(made) == {second: 2, first: 1}


def test_many_posts_that_were_read_late_take_no_more_questions_than_one(bench: Bench) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    station = bench.station
    made = Statistics(station.database, station.calendar, station.preferences, station.clock)
    taken: list[int] = []
    for numbers in (range(1), range(1, 30)):
        for number in numbers:
            read_late(bench, stored(bench, number))
        made.changed(Changes(statistics=True))
        asked.clear()
        event.listen(station.database.engine, "before_cursor_execute", note)
        answers = made.answers(OCTOBER)
        event.remove(station.database.engine, "before_cursor_execute", note)
        assert all(one.late for one in answers.posts)
        taken.append(len(asked))

    assert taken[0] == taken[1] > 0


def read_late(bench: Bench, post: int) -> None:
    """Store a metric of a post that was first read after 7 days."""
    late = AT + timedelta(days=20)
    figure = PostFigure(post, late.date(), Metric.SHARES, 3, late, Origin.HAND)
    StatPosts(bench.station.database).put_figures([figure])
