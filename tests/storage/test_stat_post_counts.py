"""Numbers of many posts, against the same posts and figures one by one."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from cmstation.domain.metrics import Metric, Origin, PostFigure
from cmstation.domain.statistics import NewStatPost
from cmstation.storage.records_statistics import StatPostRecord
from cmstation.storage.stat_post_counts import PostCountTable, Tally
from cmstation.storage.stat_posts import StatPosts
from tests.storage.station import DAY, HOUR, NOW, Station

METRICS = (Metric.REACTIONS, Metric.SHARES)
PARIS = ZoneInfo("Europe/Paris")
NIGHT = datetime(2026, 10, 1, 22, 30, tzinfo=UTC)  # 2 October in Paris
SECOND = timedelta(seconds=1)


@pytest.fixture
def posts(station: Station) -> StatPosts:
    """Give a table without posts."""
    return StatPosts(station.database)


@pytest.fixture
def counts(station: Station) -> PostCountTable:
    """Give the numbers of the same posts."""
    return PostCountTable(station.database)


def added(posts: StatPosts, account: int, days: Sequence[int]) -> tuple[int, ...]:
    """Store a post on each of some days."""
    told = [NewStatPost(account, f"r{day}", NOW + day * DAY, "Post") for day in days]
    return posts.add(told).ids


def read(post: int, age: int, value: int, metric: Metric = Metric.REACTIONS) -> PostFigure:
    """Make a figure of a post that went out now, taken at an age in days."""
    at = NOW + age * DAY + HOUR
    return PostFigure(post, at.date(), metric, value, at, Origin.NETWORK, "x.post.reactions")


def at_night(post: int, age: timedelta, value: int, metric: Metric = Metric.REACTIONS) -> PostFigure:
    """Make a figure of the post of `NIGHT`, of the day that Paris has at that moment."""
    at = NIGHT + age
    return PostFigure(post, at.astimezone(PARIS).date(), metric, value, at, Origin.NETWORK, "x")


def test_what_was_sent_is_listed_as_the_posts_are(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    here, there, other = (station.account().id for _ in range(3))
    added(posts, here, [3, 1])
    posts.add([NewStatPost(there, "day", NOW + 2 * DAY, "Post", hour_known=False)])
    added(posts, other, [2])
    added(posts, here, [4, 0])

    found = counts.sent(NOW + DAY, NOW + 4 * DAY, [here, there])

    listed = posts.between(NOW + DAY, NOW + 4 * DAY, [here, there])
    assert found == [(post.id, post.account, post.published_at, post.hour_known) for post in listed]
    assert [post.hour_known for post in found] == [True, False, True]
    assert {post.published_at.utcoffset() for post in found} == {timedelta(0)}


def test_a_post_counts_what_it_had_at_an_age(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    account = station.account().id
    usual, late, unread = added(posts, account, [0, 1, 2])
    posts.put_figures([read(usual, 0, 1), read(usual, 7, 5), read(usual, 8, 9)])
    posts.put_figures([read(usual, 9, 3, Metric.SHARES), read(usual, 12, 4, Metric.SHARES)])
    posts.put_figures([read(late, 20, 7), read(usual, 1, 100, Metric.CLICKS)])

    span = NOW, NOW + 2 * DAY
    in_time = counts.at_age(*span, [account], METRICS, 7)
    first = counts.first_known([usual, late, unread], METRICS)

    assert in_time == {usual: {Metric.REACTIONS: 5}, late: {}, unread: {}}
    assert first == {
        usual: {Metric.REACTIONS: 1, Metric.SHARES: 3},
        late: {Metric.REACTIONS: 7},
        unread: {},
    }
    assert counts.at_age(NOW + DAY, NOW + DAY, [account], METRICS, 7) == {late: {}}
    assert counts.at_age(*span, [account + 1], METRICS, 7) == counts.first_known([], METRICS) == {}


def test_an_age_is_counted_in_whole_days_and_not_in_dates(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    account = station.account().id
    told = [NewStatPost(account, name, NIGHT, "Post") for name in ("in time", "too late")]
    one, other = posts.add(told).ids
    posts.put_figures([at_night(one, 8 * DAY - SECOND, 20), at_night(other, 8 * DAY, 30)])
    posts.put_figures([at_night(post, DAY, 10) for post in (other, one)])
    posts.put_figures([at_night(one, 33 * DAY, 8, Metric.SHARES)])

    in_time = counts.at_age(NIGHT, NIGHT, [account], METRICS, 7)
    first = counts.first_known([one, other], METRICS)

    assert in_time == {one: {Metric.REACTIONS: 20}, other: {Metric.REACTIONS: 10}}
    assert first == {one: {Metric.REACTIONS: 10, Metric.SHARES: 8}, other: {Metric.REACTIONS: 10}}


def test_posts_are_tallied_by_account_and_span(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    here, there, silent = (station.account().id for _ in range(3))
    added(posts, here, [5, 2, 3])
    added(posts, there, [9])

    found = counts.tally([here, silent], [(NOW, NOW + 3 * DAY), (NOW + 3 * DAY, NOW + 9 * DAY)])

    assert found == {here: Tally(NOW + 2 * DAY, (1, 2))}
    assert counts.tally([there], []) == {there: Tally(NOW + 9 * DAY, ())}


def test_campaigns_last_from_their_first_post_to_their_last(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    account = station.account()
    drafts = [station.post(account) for _ in range(2)]
    campaigns = [station.labels.add_campaign(name).id for name in ("Été", "Hiver")]
    for draft, campaign in zip(drafts, campaigns, strict=True):
        station.posts.update(draft.id, NOW, expected=draft.revision, campaign=campaign)
    first, _between, last, _without = added(posts, account.id, [0, 2, 3, 9])
    with station.database.sessions.begin() as session:
        ours = update(StatPostRecord).where(StatPostRecord.id.between(first, last))
        session.execute(ours.values(post_id=drafts[0].id))

    assert counts.campaigns(NOW, NOW + 4 * DAY) == {campaigns[0]: (NOW, NOW + 3 * DAY)}
    assert counts.campaigns(NOW, NOW + 3 * DAY) == {campaigns[0]: (NOW, NOW + 2 * DAY)}
    assert counts.campaigns(NOW + 4 * DAY, NOW + 99 * DAY) == {}


def test_the_first_post_of_a_span_is_found(
    station: Station, posts: StatPosts, counts: PostCountTable
) -> None:
    added(posts, station.account().id, [5, 0, 9])

    assert counts.first_moment(NOW - DAY, NOW + 99 * DAY) == NOW
    assert counts.first_moment(NOW + DAY, NOW + 99 * DAY) == NOW + 5 * DAY
    assert counts.first_moment(NOW - DAY, NOW) is None
