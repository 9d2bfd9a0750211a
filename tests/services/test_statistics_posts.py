"""Posts in the answers: those of a file, those that are gone, and more than are told."""

from datetime import UTC, datetime

import pytest

from cmstation.domain.metrics import Metric, Origin, PostFigure
from cmstation.domain.periods import month
from cmstation.domain.stat_answers import MOST_POSTS
from cmstation.domain.statistics import NewStatPost
from cmstation.storage.stat_posts import StatPosts
from tests.services.statistics_desk import DAY, HOUR, Desk


def _counted_posts(desk: Desk, number: int, *, hour_known: bool = True) -> tuple[int, ...]:
    """Store posts, one an hour, each with a reaction on the next day."""
    table, at = StatPosts(desk.database), datetime(2026, 10, 1, tzinfo=UTC)
    new = [
        NewStatPost(desk.page, f"r{place}", at + place * HOUR, "Titre", hour_known=hour_known)
        for place in range(number)
    ]
    ids = table.add(new).ids
    table.put_figures(
        PostFigure(post, (taken := one.published_at + DAY).date(), Metric.REACTIONS, 3, taken, Origin.HAND)
        for post, one in zip(ids, new, strict=True)
    )
    return ids


@pytest.mark.parametrize("hour_known", [True, False])
def test_a_post_of_an_unknown_hour_counts_everywhere_but_among_the_hours(
    desk: Desk, hour_known: bool
) -> None:
    _counted_posts(desk, 12, hour_known=hour_known)

    answers = desk.answers()

    assert (answers.posts_in_all, answers.posts_scored) == (12, 4)
    assert [one.count for one in answers.forms] == [one.count for one in answers.themes] == [12]
    assert sum(cell.count for cell in answers.hours.cells) == (4 if hour_known else 0)


def test_more_posts_than_are_told_are_counted_all_the_same(desk: Desk) -> None:
    _counted_posts(desk, 120)

    answers = desk.answers()

    assert len(answers.posts) == MOST_POSTS
    assert (answers.posts_in_all, answers.posts_scored) == (120, 112)


def test_posts_that_are_gone_are_counted_with_their_account_and_keep_their_figures(desk: Desk) -> None:
    ids = _counted_posts(desk, 3)
    StatPosts(desk.database).gone(ids[:2], desk.station.clock.now())

    answers = desk.answers()

    assert answers.posts_gone == 2
    assert {one.account: (one.count, one.gone) for one in answers.published} == {
        desk.page: (3, 2),
        desk.site: (None, 0),
    }
    assert all(one.latest[Metric.REACTIONS].value == 3 for one in answers.posts)
    assert desk.answers(month(2026, 9)).posts_gone == 0
