"""The posts that a person writes for health days, anew or from an earlier year."""

from datetime import UTC, datetime, timedelta

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.drafts import PostState, Stage
from cmstation.domain.errors import NotFound
from cmstation.domain.planned_time import at_instant
from cmstation.services.health_day_posts import HealthDayPosts
from cmstation.storage.labels import Labels
from tests.services.conftest import START, Bench
from tests.services.health_days_bench import KIDNEY, days_of, posts_of, undone

MORNING = datetime(2027, 3, 11, 9)  # noqa: DTZ001 - a wall time


@pytest.fixture
def posts(bench: Bench) -> HealthDayPosts:
    return posts_of(bench)


def test_a_prepared_post_has_name_line_and_first_morning(bench: Bench, posts: HealthDayPosts) -> None:
    account = bench.account()
    line = Labels(bench.station.database).add_theme("Reins", "info")

    done = posts.prepare(KIDNEY, 2027)

    post = done.value
    assert (post.title, post.theme, post.stage) == ("Journée mondiale du rein", line.id, Stage.DRAFT)
    assert post.accounts == (account.id,)
    assert post.planned is not None
    assert (post.planned.wall, post.planned.zone) == (MORNING, "Europe/Paris")
    assert posts.posts_for(KIDNEY, 2027) == (post.id,)
    assert done.changes == Changes(posts=frozenset({post.id}), calendar=True)
    assert undone(done).calendar
    assert posts.posts_for(KIDNEY, 2027) == ()


def test_a_post_for_a_day_that_has_begun_has_no_hour(bench: Bench, posts: HealthDayPosts) -> None:
    bench.clock.instant = datetime(2027, 3, 11, 8, 0, tzinfo=UTC)  # 9 o'clock in Paris

    assert posts.prepare(KIDNEY, 2027).value.planned is None

    bench.clock.instant -= timedelta(seconds=1)
    assert posts.prepare(KIDNEY, 2027).value.planned is not None


def test_the_hour_is_that_of_the_clinic(bench: Bench, posts: HealthDayPosts) -> None:
    bench.station.preferences.set_zone("America/Toronto")

    planned = posts.prepare(KIDNEY, 2027).value.planned

    assert planned is not None
    assert planned.instant == datetime(2027, 3, 11, 14, 0, tzinfo=UTC)


def test_a_day_that_is_not_kept_gets_no_post(bench: Bench, posts: HealthDayPosts) -> None:
    days_of(bench).not_this_year(KIDNEY, 2027)

    with pytest.raises(NotFound):
        posts.prepare(KIDNEY, 2027)


def test_last_years_post_is_taken_up_as_a_draft_to_review(bench: Bench, posts: HealthDayPosts) -> None:
    account = bench.account()
    drafts, outbox = bench.station.drafts, bench.station.outbox
    old = posts.prepare(KIDNEY, 2026).value
    drafts.update(old.id, text="Une prise de sang suffit.", link="https://clinique.example")
    drafts.set_version(old.id, account.id, text="Une prise de sang.")
    drafts.update(old.id, stage=Stage.APPROVED)
    outbox.plan(old.id, due=at_instant(START + timedelta(days=1), "Europe/Paris"))
    assert posts.last_post(KIDNEY, 2027) == old.id

    done = posts.take_up(KIDNEY, 2027)

    copy = done.value
    assert copy.id != old.id
    assert (copy.stage, copy.state, copy.deliveries) == (Stage.DRAFT, PostState.DRAFT, ())
    assert (copy.title, copy.text, copy.link) == (
        "Journée mondiale du rein",
        "Une prise de sang suffit.",
        "https://clinique.example",
    )
    assert copy.text_for(account.id) == "Une prise de sang."
    assert copy.planned is not None
    assert copy.planned.wall == MORNING
    assert posts.posts_for(KIDNEY, 2027) == (copy.id,)
    assert drafts.open(old.id).deliveries
    undone(done)
    assert posts.posts_for(KIDNEY, 2027) == ()
    assert posts.last_post(KIDNEY, 2027) == old.id


def test_a_post_taken_up_late_has_no_hour_rather_than_the_old_one(
    bench: Bench, posts: HealthDayPosts
) -> None:
    bench.account()
    old = posts.prepare(KIDNEY, 2027).value
    assert old.planned is not None
    bench.clock.instant = datetime(2028, 3, 20, tzinfo=UTC)

    assert posts.take_up(KIDNEY, 2028).value.planned is None


def test_without_an_earlier_post_there_is_nothing_to_take_up(posts: HealthDayPosts) -> None:
    posts.prepare(KIDNEY, 2027)

    with pytest.raises(NotFound):
        posts.take_up(KIDNEY, 2027)

    assert len(posts.posts_for(KIDNEY, 2027)) == 1
