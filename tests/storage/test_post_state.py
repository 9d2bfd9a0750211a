"""The derived state of a post, and the fake crowd that must agree with it."""

from itertools import combinations

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState, Stage, state_of
from cmstation.domain.networks import Network
from cmstation.storage.post_state import refresh_state
from tests.fakes.many_posts import fill
from tests.storage.station import NOW, Station


def test_the_stored_state_is_the_derived_one_for_all_pairs_of_deliveries(sqlite_station: Station) -> None:
    station = sqlite_station
    first, second = station.account(), station.account(Network.BLUESKY)

    for pair in combinations(DeliveryState, 2):
        post = station.post(first, second)
        for account, state in zip((first, second), pair, strict=True):
            station.in_state(post, account, state)

        assert station.posts.get(post.id).state is state_of(Stage.DRAFT, pair), pair
        assert station.posts.archive(post.id, NOW).state is PostState.ARCHIVED
        assert station.posts.unarchive(post.id, NOW).state is state_of(Stage.DRAFT, pair)


def test_an_hour_that_is_no_longer_planned_is_no_longer_shown(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.deliveries.cancel(station.waiting(post, account).id, NOW)

    (row,) = station.posts.rows(DraftFilter())

    assert (row.when, row.zone) == (None, "")


def test_invented_posts_are_as_the_program_would_have_stored_them(station: Station) -> None:
    fill(station.database, 150)
    fill(station.database, 50)
    before = station.posts.rows(DraftFilter())

    with station.database.sessions.begin() as session:
        for row in before:
            refresh_state(session, row.id)

    assert len(before) == 200
    assert {len(row.accounts) for row in before} <= {2, 3, 4, 5}
    assert station.posts.rows(DraftFilter()) == before
    assert station.database.check() == ()
    assert station.posts.count(DraftFilter(words="clinique")) > 0
