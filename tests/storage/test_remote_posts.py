"""What the networks showed is kept as it was seen last, each post under one identity."""

from datetime import datetime

import pytest

from cmstation.domain.accounts import Account
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import ScheduledPost
from cmstation.storage.remote_posts import RemotePostTable
from tests.storage.station import DAY, HOUR, NOW, Station


@pytest.fixture
def table(station: Station) -> RemotePostTable:
    return RemotePostTable(station.database)


def shown(
    name: str, due: datetime = NOW + DAY, title: str = "Vœux", text: str = "Bonne année"
) -> ScheduledPost:
    return ScheduledPost(name, due, title, text, f"https://a.example/{name}")


def names(table: RemotePostTable, account: Account) -> list[str]:
    return [one.remote_id for one in table.of_account(account.id)]


def test_all_that_was_shown_is_given_back(station: Station, table: RemotePostTable) -> None:
    account = station.account()

    changed = table.replace(account.id, [shown("7")], NOW)

    (post,) = table.of_account(account.id)
    assert changed
    assert (post.account, post.remote_id, post.due, post.seen_at) == (account.id, "7", NOW + DAY, NOW)
    assert (post.title, post.text, post.url) == ("Vœux", "Bonne année", "https://a.example/7")
    assert table.get(post.id) == post


def test_a_post_keeps_its_identity_and_takes_its_new_words(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    table.replace(account.id, [shown("7"), shown("8")], NOW)
    before = {one.remote_id: one.id for one in table.of_account(account.id)}

    changed = table.replace(account.id, [shown("8", NOW + 2 * DAY, "Soldes"), shown("9")], NOW + HOUR)

    after = {one.remote_id: one for one in table.of_account(account.id)}
    assert changed
    assert after.keys() == {"8", "9"}
    assert after["8"].id == before["8"]
    assert (after["8"].title, after["8"].due) == ("Soldes", NOW + 2 * DAY)
    assert after["9"].id not in before.values()


def test_the_same_again_is_no_change_but_was_seen(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    table.replace(account.id, [shown("7", text="a\x00b\ud800")], NOW)

    changed = table.replace(account.id, [shown("7", text="a\x00b\ud800")], NOW + HOUR)

    assert not changed
    assert table.of_account(account.id)[0].seen_at == NOW + HOUR


def test_accounts_do_not_touch_each_other(station: Station, table: RemotePostTable) -> None:
    first, second = station.account(), station.account()
    table.replace(first.id, [shown("7")], NOW)
    table.replace(second.id, [shown("7")], NOW)

    table.replace(first.id, [], NOW + HOUR)

    assert names(table, first) == []
    assert names(table, second) == ["7"]


def test_what_was_moved_after_the_question_stays(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    table.replace(account.id, [shown("7"), shown("8")], NOW)
    ids = {one.remote_id: one.id for one in table.of_account(account.id)}
    # Asked one minute before the move; the answer comes after it.
    moved = table.moved(ids["7"], NOW + 5 * DAY, NOW + HOUR)

    changed = table.replace(account.id, [shown("7"), shown("8")], NOW + HOUR / 60)
    late = table.replace(account.id, [], NOW + HOUR / 2)

    assert not changed
    assert late
    assert table.of_account(account.id) == (moved,)
    assert moved.due == NOW + 5 * DAY


def test_a_span_holds_its_start_and_not_its_end(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    hours = {"before": -1, "start": 0, "inside": 3, "end": 24}
    table.replace(account.id, [shown(name, NOW + hour * HOUR) for name, hour in hours.items()], NOW)

    found = table.between(NOW, NOW + DAY)

    assert [one.remote_id for one in found] == ["start", "inside"]


def test_those_of_a_removed_account_are_not_shown(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    table.replace(account.id, [shown("7")], NOW)
    (post,) = table.of_account(account.id)
    station.accounts.remove(account.id, NOW)

    assert table.between(NOW, NOW + 2 * DAY) == ()
    assert not table.replace(account.id, [shown("8")], NOW)
    with pytest.raises(NotFound):
        table.get(post.id)


def test_one_is_forgotten_once_and_for_all(station: Station, table: RemotePostTable) -> None:
    account = station.account()
    table.replace(account.id, [shown("7"), shown("8")], NOW)
    gone = table.of_account(account.id)[0]

    table.forget(gone.id)
    table.forget(gone.id)

    assert names(table, account) == ["8"]
    with pytest.raises(NotFound):
        table.moved(gone.id, NOW, NOW)
