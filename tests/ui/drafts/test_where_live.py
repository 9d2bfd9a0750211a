"""A post that has left shows where it is, in the place of its checks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.domain.networks import Network
from cmstation.ui.drafts.where_live import PlaceRow, WhereLive, places_of
from cmstation.ui.icons import Icons
from tests.ui.drafts.conftest import Desk

DOUBTFUL = "Journée mondiale de la vue"


def row_of(desk: Desk, network: Network) -> PlaceRow:
    account = desk.account(network).id
    return next(row for row in desk.tab.side.where.rows() if row.place.account.id == account)


def test_a_draft_shows_its_checks_alone(desk: Desk) -> None:
    desk.open()

    assert desk.tab.side.checks.isVisible()
    assert not desk.tab.side.where.isVisible()


def test_a_doubtful_post_says_for_each_account_what_is_known(desk: Desk) -> None:
    desk.open(DOUBTFUL)

    live, doubtful = row_of(desk, Network.FACEBOOK), row_of(desk, Network.MASTODON)

    assert not desk.tab.side.checks.isVisible()
    assert (live.state.state, doubtful.state.state) == ("live", "uncertain")
    assert live.link is not None
    assert live.link.text().startswith("repetition.example/")
    assert doubtful.words is not None
    assert doubtful.words.text() == "Perhaps live: to check."
    assert "Perhaps live" in doubtful.accessibleName()
    assert desk.tab.side.where.details.isVisible()


def test_every_line_is_inside_the_pane(desk: Desk) -> None:
    desk.open(DOUBTFUL)
    side = desk.tab.side

    for row in side.where.rows():
        assert row.height() >= row.sizeHint().height()
        assert row.mapTo(side, row.rect().bottomRight()).x() < side.width()
        assert row.link is None or row.link.geometry().right() < row.width()
    details = side.where.details
    assert details.mapTo(side, details.rect().bottomLeft()).y() < side.height()


def test_the_checks_come_back_with_the_next_draft(desk: Desk) -> None:
    desk.open(DOUBTFUL)

    desk.open()

    assert desk.tab.side.checks.rows()
    assert desk.tab.side.checks.isVisible()
    assert not desk.tab.side.where.isVisible()


def test_the_address_opens_and_nothing_but_a_web_page_ever_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def keep(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    draft = desk.open(DOUBTFUL)
    link = row_of(desk, Network.FACEBOOK).link
    assert link is not None

    link.click()

    assert len(opened) == 1
    assert opened[0].startswith("https://repetition.example/")
    accounts = desk.station.accounts.all()
    for address in ("file:///etc/passwd", "javascript:alert(1)", "https://", "x"):
        hostile = tuple(replace(one, remote_url=address) for one in draft.deliveries)
        assert {place.address for place in places_of(replace(draft, deliveries=hostile), accounts)} == {""}


def test_the_button_asks_for_the_result(desk: Desk) -> None:
    asked: list[int] = []
    desk.open(DOUBTFUL)
    desk.tab.side.result_wanted.connect(lambda: asked.append(1))

    desk.tab.side.where.details.click()

    assert asked == [1]


def test_every_state_has_a_shape_a_word_and_a_sentence(desk: Desk, icons: Icons) -> None:
    draft = desk.open(DOUBTFUL)
    accounts = desk.station.accounts.all()
    where = WhereLive(icons, desk.tab)

    for state in set(DeliveryState) - {DeliveryState.CANCELLED}:
        one = tuple(replace(found, state=state, remote_url="") for found in draft.deliveries)
        where.show_places(places_of(replace(draft, deliveries=one), accounts))
        for row in where.rows():
            assert row.state.text()
            assert row.words is not None
            assert row.words.text()


def test_an_account_that_was_added_later_is_not_said_to_be_live(desk: Desk) -> None:
    draft = desk.open(DOUBTFUL)
    accounts = desk.station.accounts.all()
    other = next(one.id for one in accounts if one.id not in draft.accounts)

    added = replace(draft.versions[0], account=other)
    places = places_of(replace(draft, versions=(*draft.versions, added)), accounts)

    assert [place.state for place in places if place.account.id == other] == [None]


def test_a_live_post_shows_all_its_addresses(desk: Desk) -> None:
    live = desk.station.drafts.rows(DraftFilter(states=frozenset({PostState.LIVE})))[0]

    desk.open(live.title)

    rows = desk.tab.side.where.rows()
    assert rows
    assert all(row.link is not None for row in rows)
