"""What each account says of a post, and which accounts a post is for."""

import pytest

from cmstation.domain.delivery import LEFT_STATES, OPEN_STATES, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.drafts import Version
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from tests.storage.station import NOW, Station


def test_an_account_may_say_it_in_its_own_words(station: Station) -> None:
    site, page = station.account(), station.account()
    post = station.post(site, page)

    after = station.posts.set_version(
        post.id, page.id, NOW, text="Court", title="T", link="", first_comment="C", options={"cw": "sang"}
    )

    assert after.version(page.id) == Version(page.id, "Court", "T", "", "C", {"cw": "sang"})
    assert after.version(site.id) == Version(site.id)
    assert (after.text_for(site.id), after.text_for(page.id)) == (post.text, "Court")
    assert after.revision == post.revision + 1


def test_own_words_can_be_given_up_for_the_base(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.set_version(post.id, account.id, NOW, text="Court", title="T")

    after = station.posts.set_version(post.id, account.id, NOW, text=None)

    assert after.version(account.id) == Version(account.id, title="T")
    assert after.text_for(account.id) == post.text


def test_the_same_words_again_are_no_change(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    before = station.posts.set_version(post.id, account.id, NOW, text="Court")

    assert station.posts.set_version(post.id, account.id, NOW, text="Court") == before


def test_words_for_a_new_account_choose_it(station: Station) -> None:
    account = station.account()
    post = station.post()

    assert station.posts.set_version(post.id, account.id, NOW, text="Court").accounts == (account.id,)


def test_words_for_an_account_taken_off_do_not_bring_it_back(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.choose_accounts(post.id, [], NOW)

    late = station.posts.set_version(post.id, account.id, NOW, text="Gardé")

    assert late.accounts == ()
    assert station.posts.choose_accounts(post.id, [account.id], NOW).text_for(account.id) == "Gardé"


def test_an_account_taken_off_keeps_its_words(station: Station) -> None:
    site, page = station.account(), station.account()
    post = station.post(site, page)
    station.posts.set_version(post.id, page.id, NOW, text="Court")

    without = station.posts.choose_accounts(post.id, [site.id], NOW)
    again = station.posts.choose_accounts(post.id, [page.id, site.id], NOW)

    assert without.accounts == (site.id,)
    assert again.accounts == (site.id, page.id)
    assert again.text_for(page.id) == "Court"


def test_versions_follow_the_order_of_the_accounts(station: Station) -> None:
    first, second, third = station.account(), station.account(), station.account()
    post = station.post(third, first, second)

    station.accounts.reorder([third.id, first.id])

    assert post.accounts == (first.id, second.id, third.id)
    assert station.posts.get(post.id).accounts == (third.id, first.id, second.id)


def test_an_unknown_account_cannot_be_chosen(station: Station) -> None:
    post = station.post()

    with pytest.raises(NotFound):
        station.posts.choose_accounts(post.id, [77], NOW)
    with pytest.raises(NotFound):
        station.posts.set_version(post.id, 77, NOW, text="x")

    assert station.posts.get(post.id) == post


@pytest.mark.parametrize("state", sorted(LEFT_STATES))
def test_words_that_left_for_an_account_stay(sqlite_station: Station, state: DeliveryState) -> None:
    gone, free = sqlite_station.account(), sqlite_station.account()
    post = sqlite_station.post(gone, free)
    sqlite_station.in_state(post, gone, state)

    with pytest.raises(PublishedIsImmutable):
        sqlite_station.posts.set_version(post.id, gone.id, NOW, text="Autre")
    with pytest.raises(PublishedIsImmutable):
        sqlite_station.posts.choose_accounts(post.id, [free.id], NOW)
    after = sqlite_station.posts.set_version(post.id, free.id, NOW, text="Autre")

    assert after.text_for(gone.id) == post.text
    assert after.text_for(free.id) == "Autre"
    assert after.accounts == (gone.id, free.id)


@pytest.mark.parametrize("state", sorted(OPEN_STATES - LEFT_STATES))
def test_an_account_with_a_delivery_on_its_way_stays(sqlite_station: Station, state: DeliveryState) -> None:
    account = sqlite_station.account()
    post = sqlite_station.post(account)
    sqlite_station.in_state(post, account, state)

    with pytest.raises(AlreadyPlanned) as refused:
        sqlite_station.posts.choose_accounts(post.id, [], NOW)

    assert refused.value.facts == {"post": post.id, "account": account.id, "kind": "post"}
    assert sqlite_station.posts.get(post.id).accounts == (account.id,)


@pytest.mark.parametrize("given_up", [True, False])
def test_an_account_of_which_nothing_left_may_be_taken_off(station: Station, given_up: bool) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.in_state(post, account, DeliveryState.PREPARING)
    station.deliveries.failed(delivery.id, NOW, "upload_refused", "")
    if given_up:
        station.deliveries.cancel(delivery.id, NOW)

    assert station.posts.choose_accounts(post.id, [], NOW).accounts == ()
