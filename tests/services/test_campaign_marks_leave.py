"""What was previewed is armed, what is armed is sent and searched, with marks on links or without."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.accounts import Account, NewAccount
from cmstation.domain.checks.findings import Finding, Topic
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import NotReady
from cmstation.domain.networks import Network, Way
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.domain.planned_time import at_instant
from cmstation.services.campaign_marks import marks_of
from cmstation.storage.deliveries import Deliveries
from tests.fakes.moody_network import Mood
from tests.services.conftest import Bench

LINK = "https://clinique.example/don"
MARKED = f"{LINK}?utm_source=bluesky&utm_medium=social"
NETWORKS = (Network.BLUESKY, Network.MASTODON, Network.WORDPRESS)
PIECES = st.sampled_from(
    [
        LINK,
        "https://clinique.example/a#bas",
        "https://autre.example/a",
        "Venez ",
        "(",
        ") ",
        ". ",
        "\n",
        "é🩺 ",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(str.strip)


def switch(bench: Bench, wanted: bool) -> None:
    bench.station.preferences.set_own_sites(["clinique.example"])
    bench.station.preferences.set_marks_links(wanted)


def previewed(bench: Bench, post: int, account: Account) -> str:
    """Return the text that the preview shows."""
    station = bench.station
    return text_as_sent(marks_of(station).shown(station.drafts.open(post)), account)


def armed(bench: Bench, delivery: int) -> str:
    """Return the text that was armed."""
    frozen = Deliveries(bench.station.database).payload(delivery)
    assert frozen is not None
    return json.loads(frozen)["text"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TEXTS,
    link=st.sampled_from(["", LINK, "https://autre.example/a"]),
    comment=st.sampled_from(["", f"Programme : {LINK}"]),
    wanted=st.booleans(),
)
def test_armed_and_sent_is_what_was_previewed(
    new_bench: Callable[[], Bench], text: str, link: str, comment: str, wanted: bool
) -> None:
    bench = new_bench()
    accounts = [bench.account(network) for network in NETWORKS]
    switch(bench, wanted)
    drafts, outbox = bench.station.drafts, bench.station.outbox
    post = drafts.new(title="Don", text=text, link=link).value.id
    drafts.update(post, first_comment=comment)
    expected = {account.id: previewed(bench, post, account) for account in accounts}

    outbox.plan(post)
    outbox.deliver_due()

    for delivery in outbox.of_post(post):
        assert delivery.state is DeliveryState.SENT
        (sent,) = bench.doors.of(delivery.account).texts(delivery.key)
        assert sent == armed(bench, delivery.id)
        if delivery.parent is None:
            assert sent == expected[delivery.account]
    assert drafts.open(post).text == text
    for account in accounts:
        assert previewed(bench, post, account) == expected[account.id]
    bench.station.close()


def test_a_rehearsal_tells_the_marked_words_from_the_preview_to_the_network(bench: Bench) -> None:
    account = bench.station.accounts.add(NewAccount(Network.BLUESKY, Way.REHEARSAL, "Répétition"), None).value
    site = NewAccount(Network.WORDPRESS, Way.REHEARSAL, "Site", "https://clinique.example")
    bench.station.accounts.add(site, None)
    bench.station.preferences.set_marks_links(True)
    post = bench.station.drafts.new(title="Don", text=f"Venez : {LINK}", link=LINK).value.id

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    said = {one.account: one for one in bench.station.outbox.of_post(post)}
    texts = {number: armed(bench, one.id) for number, one in said.items()}
    assert texts.pop(account.id) == f"Venez : {MARKED}"
    assert list(texts.values()) == [f"Venez : {LINK}"]
    assert {one.state for one in said.values()} == {DeliveryState.SENT}


@pytest.mark.parametrize("wanted", [True, False])
def test_the_switch_makes_no_difference_to_what_is_armed(bench: Bench, wanted: bool) -> None:
    account = bench.account()
    network = bench.network_of(account)
    network.moods = [Mood.TIME_OUT_BEFORE]
    switch(bench, wanted)
    post = bench.station.drafts.new(text=f"Venez : {LINK}").value.id
    before = previewed(bench, post, account)
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    (delivery,) = bench.station.outbox.of_post(post)
    frozen = armed(bench, delivery.id)

    switch(bench, not wanted)
    bench.restart()
    for _ in range(4):
        bench.pass_time(timedelta(minutes=10))
        bench.station.outbox.deliver_due()

    assert bench.station.outbox.get(delivery.id).state is DeliveryState.SENT
    assert network.texts(delivery.key) == [frozen] == [before]
    assert previewed(bench, post, account) == before


def test_an_answer_that_was_lost_is_searched_with_the_armed_words(bench: Bench) -> None:
    account = bench.account()
    bench.network_of(account).moods = [Mood.TIME_OUT_AFTER]
    switch(bench, True)
    post = bench.station.drafts.new(text=f"Venez : {LINK}").value.id

    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert bench.network_of(account).texts(delivery.key) == [f"Venez : {MARKED}"]


def test_a_text_that_marks_make_too_long_is_not_planned(bench: Bench) -> None:
    bench.account()
    switch(bench, True)
    post = bench.station.drafts.new(text=f"{LINK} " + "é" * (299 - len(LINK))).value.id

    with pytest.raises(NotReady) as refused:
        bench.station.outbox.plan(post)

    findings = cast("tuple[Finding, ...]", refused.value.facts["findings"])
    assert [finding.topic for finding in findings] == [Topic.TOO_LONG]
    switch(bench, False)
    assert bench.station.outbox.plan(post).value


def test_switching_marks_on_keeps_no_planned_post_here(bench: Bench) -> None:
    account, hour = bench.account(), timedelta(hours=1)
    text = f"{LINK} " + "é" * (299 - len(LINK))
    post = bench.station.drafts.new(text=text).value.id
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + hour, "Europe/Paris"))

    switch(bench, True)
    bench.pass_time(hour)
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert delivery.state is DeliveryState.SENT
    assert bench.network_of(account).texts(delivery.key) == [text]


def test_a_planned_post_follows_the_switch_until_it_is_armed(bench: Bench) -> None:
    account, hour = bench.account(), timedelta(hours=1)
    post = bench.station.drafts.new(text=f"Venez : {LINK}").value.id
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + hour, "Europe/Paris"))

    switch(bench, True)
    shown = previewed(bench, post, account)
    bench.pass_time(hour)
    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert bench.network_of(account).texts(delivery.key) == [shown] == [f"Venez : {MARKED}"]


def test_what_a_person_pastes_carries_the_marks(bench: Bench) -> None:
    bench.account(Network.BLUESKY, Way.ASSISTED)
    switch(bench, True)
    drafts = bench.station.drafts
    post = drafts.new(text=f"Venez : {LINK}").value.id
    drafts.update(post, first_comment=f"Programme : {LINK}")
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()

    given_over = bench.station.assistant.hand_over(bench.station.outbox.of_post(post)[0].id)

    assert given_over.text == f"Venez : {MARKED}"
    assert given_over.first_comment == f"Programme : {MARKED}"


def test_a_copy_of_a_post_is_whole(bench: Bench) -> None:
    account = bench.account()
    drafts = bench.station.drafts
    post = drafts.new(title="Don", text="Venez.", link=LINK).value.id
    drafts.update(post, first_comment="Programme", sources="https://a.example")
    drafts.set_version(post, account.id, text="Autre", options={"slug": "don"})

    copy = drafts.duplicate(post).value

    assert (copy.first_comment, copy.sources) == ("Programme", "https://a.example")
    assert copy.versions == drafts.open(post).versions
