"""Posts of the statistics: taken up from the outbox or a file, read again at their ages, figures in time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import NotFound
from cmstation.domain.metrics import Metric, Origin, PostFigure, PostForm
from cmstation.domain.networks import Network
from cmstation.domain.statistics import NewStatPost, wants_reading
from cmstation.storage.stat_imports import ImportTable
from cmstation.storage.stat_posts import StatPosts
from tests.storage.station import DAY, HOUR, NOW, Station, shared_database

FAR = NOW + 1000 * DAY
EARLY = NOW - 1000 * DAY
VIEWS = Metric.VIEWS


def told(account: int, name: str = "r1", at: datetime = NOW, url: str = "") -> NewStatPost:
    """Make a post as a file tells of it."""
    return NewStatPost(account, name, at, f"Post {name}", url)


def figure(
    post: int,
    day: int,
    value: int,
    metric: Metric = VIEWS,
    origin: Origin = Origin.NETWORK,
    hours: float = 1,
) -> PostFigure:
    """Make a figure taken some days and hours after the post went out."""
    at = NOW + day * DAY + timedelta(hours=hours)
    return PostFigure(post, at.date(), metric, value, at, origin, "x.post.views")


@pytest.fixture
def posts(station: Station) -> StatPosts:
    """Give a table without posts."""
    return StatPosts(station.database)


def one_post(posts: StatPosts, station: Station) -> int:
    """Store a post of a new account."""
    return posts.add([told(station.account().id)]).ids[0]


def test_what_went_out_is_taken_up_once(station: Station, posts: StatPosts) -> None:
    site, page = station.account(Network.WORDPRESS), station.account()
    theme, campaign = station.labels.add_theme("Don", "info"), station.labels.add_campaign("Été")
    post = station.post(site, page)
    station.posts.update(post.id, NOW, expected=post.revision, theme=theme.id, campaign=campaign.id)
    station.in_state(post, site, DeliveryState.SENT)
    station.in_state(post, page, DeliveryState.FAILED)

    assert [posts.note_live(), posts.note_live()] == [1, 0]

    (found,) = posts.between(EARLY, FAR)
    assert (found.account, found.remote_id, found.url, found.published_at) == (
        site.id,
        "1",
        "https://a.example/1",
        NOW,
    )
    assert (found.post, found.theme, found.campaign) == (post.id, theme.id, campaign.id)
    assert (found.title, found.form) == ("Don du sang", PostForm.TEXT)
    assert posts.get(found.id) == found


def test_a_post_is_named_by_its_text_and_formed_by_what_it_shows(station: Station, posts: StatPosts) -> None:
    account = station.account()
    pictured = station.post(account, title="", text="Venez\n" + "jeudi matin " * 30)
    station.posts.attach(pictured.id, station.medium().id, NOW, alt_text="Le hall")
    station.in_state(pictured, account, DeliveryState.SENT)
    posts.note_live()

    (found,) = posts.between(EARLY, FAR)

    assert found.form is PostForm.PICTURE
    assert found.title.startswith("Venez jeudi matin jeudi")
    assert found.title.endswith("…")
    assert len(found.title) <= 120


def test_a_link_makes_a_post_one_of_links(station: Station, posts: StatPosts) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.update(post.id, NOW, expected=post.revision, link="https://clinique.example")
    station.in_state(post, account, DeliveryState.SENT)
    posts.note_live()

    assert [found.form for found in posts.between(EARLY, FAR)] == [PostForm.LINK]


def test_a_post_that_a_file_told_of_becomes_ours(station: Station, posts: StatPosts) -> None:
    account = station.account()
    known = posts.add([told(account.id, "file-1", url="https://a.example/1")]).ids[0]
    post = station.post(account)
    station.in_state(post, account, DeliveryState.SENT)

    assert [posts.note_live(), posts.note_live()] == [1, 0]

    (found,) = posts.between(EARLY, FAR)
    assert (found.id, found.post, found.remote_id) == (known, post.id, "file-1")


def test_two_posts_with_one_name_are_taken_up_as_one_and_only_once(
    station: Station, posts: StatPosts
) -> None:
    account = station.account()
    for _ in range(2):
        station.in_state(station.post(account), account, DeliveryState.SENT)

    posts.note_live()
    (found,) = posts.between(EARLY, FAR)

    assert posts.note_live() == 0
    assert posts.between(EARLY, FAR) == (found,)


def test_a_file_does_not_double_what_is_known(station: Station, posts: StatPosts) -> None:
    account, other = station.account().id, station.account().id
    first = posts.add([told(account, "a", url="https://a.example/1")])

    second = posts.add(
        [
            told(account, "a"),
            told(account, "b", url="https://a.example/1"),
            told(account, "c"),
            told(account, "c"),
            told(other, "a"),
        ]
    )

    assert second.ids[:2] == first.ids * 2
    assert second.ids[2] == second.ids[3]
    assert second.new == {second.ids[2], second.ids[4]}
    posts.remove(second.new)
    assert [found.id for found in posts.between(EARLY, FAR)] == list(first.ids)


def test_posts_of_a_span_are_listed_without_its_end(station: Station, posts: StatPosts) -> None:
    one, other = station.account().id, station.account().id
    posts.add([told(one, str(day), NOW + day * DAY) for day in range(5)])

    assert [found.account for found in posts.between(NOW, NOW + 3 * DAY)] == [one] * 3
    assert posts.between(NOW, FAR, [other]) == ()
    assert [found.remote_id for found in posts.between(NOW + DAY, NOW + 3 * DAY)] == ["1", "2"]


def test_an_account_or_a_post_that_is_not_there_is_named(station: Station, posts: StatPosts) -> None:
    with pytest.raises(NotFound):
        posts.add([told(99)])
    with pytest.raises(NotFound):
        posts.get(99)
    with pytest.raises(NotFound):
        posts.put_figures([figure(99, 0, 1)])


@pytest.mark.parametrize(
    ("read", "now", "expected"),
    [
        (None, 0, True),
        (None, 400, True),
        (0, 0.5, False),
        (0, 1, True),
        (7, 13.9, False),
        (7, 14, True),
        (20, 29, False),
        (60, 200, True),
        (90, 400, False),
    ],
)
def test_a_post_is_read_at_its_ages(read: float | None, now: float, expected: bool) -> None:
    read_at = None if read is None else NOW + read * DAY

    assert wants_reading(NOW, read_at, NOW + now * DAY) is expected


def test_what_was_read_or_is_gone_waits(station: Station, posts: StatPosts) -> None:
    account = station.account().id
    old, young, gone = posts.add(
        [told(account, "old", NOW - 50 * DAY), told(account, "young"), told(account, "gone")]
    ).ids
    posts.read([old], NOW - DAY)
    posts.gone([gone], NOW)

    assert [found.post.id for found in posts.to_collect(account, NOW + HOUR)] == [young]
    assert [found.post.id for found in posts.to_collect(account, NOW + 11 * DAY)] == [young, old]
    assert [found.post.id for found in posts.to_collect(account, NOW + 11 * DAY, 1)] == [young]
    assert posts.to_collect(account, NOW - 200 * DAY) == ()


def test_only_what_changed_is_written(station: Station, posts: StatPosts) -> None:
    post = one_post(posts, station)

    for day, value in enumerate([5, 5, 6, 6, 6]):
        posts.put_figures([figure(post, day, value)])

    assert [(found.day, found.value) for found in posts.history(post)] == [
        (NOW.date(), 5),
        (NOW.date() + 2 * DAY, 6),
    ]


def test_the_value_at_an_age_is_the_last_known_then(station: Station, posts: StatPosts) -> None:
    post = one_post(posts, station)
    posts.put_figures([figure(post, 2, 10), figure(post, 9, 30), figure(post, 9, 4, Metric.SHARES)])

    at = {
        age: {metric: found.value for metric, found in posts.figures([post], age).get(post, {}).items()}
        for age in (1, 2, 7, 9, None)
    }

    assert at == {
        1: {},
        2: {VIEWS: 10},
        7: {VIEWS: 10},
        9: {VIEWS: 30, Metric.SHARES: 4},
        None: {VIEWS: 30, Metric.SHARES: 4},
    }


def test_figures_of_a_file_are_undone_exactly(station: Station, posts: StatPosts) -> None:
    post = one_post(posts, station)
    file = ImportTable(station.database).add(NOW, "mars.csv", "posts", 2).id
    posts.put_figures([figure(post, 0, 1), figure(post, 1, 2)])
    before = posts.history(post)

    done = posts.put_figures([figure(post, day, 9, origin=Origin.FILE) for day in (1, 2)], file)
    assert len(posts.post_figures_taken_by(file)) == 2
    undone = posts.take_back(done)

    assert posts.history(post) == before
    posts.take_back(undone)
    assert [found.value for found in posts.history(post)] == [1, 9, 9]
    posts.remove_import_figures(file)
    assert [found.value for found in posts.history(post)] == [1]


def test_figures_go_with_a_post_that_is_forgotten(station: Station, posts: StatPosts) -> None:
    account = station.account()
    known = posts.add([told(account.id, "file-1", url="https://a.example/1")]).ids[0]
    posts.put_figures([figure(known, 0, 5)])

    posts.remove([known])

    assert posts.figures([known]) == {}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> StatPosts:
    """Give a table that many examples use one after the other."""
    return StatPosts(shared_database(tmp_path_factory.mktemp("posts"), 1))


READINGS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(0, 4),
        st.sampled_from([VIEWS, Metric.SHARES]),
        st.sampled_from([0, 1]),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(READINGS, st.integers(0, 13))
def test_what_was_not_written_twice_is_read_as_if_it_were(
    shared: StatPosts, readings: Sequence[tuple[int, int, Metric, int]], age: int
) -> None:
    ids = shared.add([told(1, "a"), told(1, "b")]).ids
    model: dict[tuple[int, Metric], dict[int, int]] = {}

    for day, value, metric, index in sorted(readings, key=lambda found: found[0]):
        shared.put_figures([figure(ids[index], day, value, metric)])
        model.setdefault((ids[index], metric), {})[day] = value

    found = shared.figures(ids, age)
    flat = {(post, metric): one.value for post, line in found.items() for metric, one in line.items()}
    expected = {
        place: values[max(day for day in values if day <= age)]
        for place, values in model.items()
        if min(values) <= age
    }
    written = [one for post in ids for one in shared.history(post)]
    shared.remove(ids)
    assert flat == expected
    assert len(written) <= sum(map(len, model.values()))


def test_a_post_says_whether_its_hour_is_known_and_since_when_it_is_gone(
    station: Station, posts: StatPosts
) -> None:
    account = station.account().id
    vague = replace(told(account, "vague", NOW - DAY), hour_known=False)
    ids = posts.add([vague, told(account, "exact")]).ids

    posts.gone(ids[1:], NOW + HOUR)

    found = [(one.remote_id, one.hour_known, one.gone_at) for one in posts.between(EARLY, FAR)]
    assert found == [("vague", False, None), ("exact", True, NOW + HOUR)]


@pytest.mark.parametrize("hour_known", [True, False])
def test_a_post_that_becomes_ours_takes_our_hour_where_the_file_had_none(
    station: Station, posts: StatPosts, hour_known: bool
) -> None:
    account = station.account()
    at = NOW - 5 * HOUR
    posts.add([replace(told(account.id, "1", at), hour_known=hour_known)])
    station.in_state(station.post(account), account, DeliveryState.SENT)

    posts.note_live()

    (found,) = posts.between(EARLY, FAR)
    assert (found.published_at, found.hour_known) == (at if hour_known else NOW, True)
