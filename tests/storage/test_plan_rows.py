"""The posts of a span are read with all that the calendar shows of them, and nothing else is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import Stage
from cmstation.domain.networks import Network
from cmstation.domain.plan_items import PlannedDelivery, PlannedPost
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.plan_rows import PlanRows, PlanTable
from cmstation.storage.records_calendar import RemotePostRecord, SequencePostRecord, SequenceRecord
from tests.storage.station import DAY, HOUR, NOW, ZONE, Station

START = datetime(2026, 10, 1, tzinfo=UTC)
END = START + 31 * DAY
IN_IT = at_instant(START + 12 * DAY, ZONE)


def rows(station: Station) -> PlanRows:
    return PlanTable(station.database).rows(START, END)


def titles(station: Station) -> set[str]:
    return {post.title for post in rows(station).posts}


def planned_post(station: Station, title: str, when: PlannedTime | None) -> int:
    return station.posts.add(NOW, title=title, planned=when).id


def seen_remotely(station: Station, account: int, remote_id: str, due: datetime, title: str = "") -> None:
    with station.database.sessions.begin() as session:
        session.execute(
            insert(RemotePostRecord).values(
                account_id=account,
                remote_id=remote_id,
                title=title,
                text="Portes ouvertes",
                url="https://a.example/1",
                due_at=due,
                seen_at=NOW,
            )
        )


def test_a_post_is_read_with_all_that_the_calendar_shows(station: Station) -> None:
    page, site = station.account(name="Page"), station.account(Network.WORDPRESS, "Site")
    station.accounts.reorder((site.id, page.id))
    theme, campaign = (
        station.labels.add_theme("Prévention", "info"),
        station.labels.add_campaign("Octobre rose"),
    )
    post = station.posts.add(
        NOW,
        title="Don du sang",
        stage=Stage.APPROVED,
        theme=theme.id,
        campaign=campaign.id,
        accounts=[page.id, site.id],
        planned=IN_IT,
    ).id
    second, first = station.medium(), station.medium()
    station.posts.attach(post, second.id, NOW, alt_text="Le hall")
    station.posts.attach(post, first.id, NOW, alt_text="La porte", position=0)
    with station.database.sessions.begin() as session:
        sequence = session.execute(
            insert(SequenceRecord)
            .values(
                name="Don",
                anchor_at=NOW,
                anchor_zone=ZONE,
                anchor_wall=datetime(2026, 3, 18, 10),  # noqa: DTZ001 - a wall time
                created_at=NOW,
            )
            .returning(SequenceRecord.id)
        ).scalar_one()
        session.execute(
            insert(SequencePostRecord).values(post_id=post, sequence_id=sequence, offset_days=0, wall="10:00")
        )

    found = rows(station)

    assert list(found.accounts.items()) == [(site.id, Network.WORDPRESS), (page.id, Network.MASTODON)]
    assert found.posts == (
        PlannedPost(
            post,
            "Don du sang",
            Stage.APPROVED,
            False,
            theme.id,
            campaign.id,
            IN_IT.instant,
            ZONE,
            (site.id, page.id),
            (),
            first.digest,
            sequence,
        ),
    )


def test_the_deliveries_of_a_post_are_read_those_of_other_days_too(station: Station) -> None:
    accounts = [station.account(name=str(number)) for number in range(5)]
    post = station.posts.add(NOW, accounts=[found.id for found in accounts])
    due = at_instant(IN_IT.instant + timedelta(microseconds=123_456), "America/Toronto")
    for account in accounts[:2]:
        station.deliveries.add(post.id, account.id, due, NOW, key=station.key())
    station.in_state(post, accounts[2], DeliveryState.SENT)
    station.in_state(post, accounts[3], DeliveryState.CANCELLED)
    comment = DeliveryKind.FIRST_COMMENT
    station.deliveries.add(post.id, accounts[4].id, due, NOW, key=station.key(), kind=comment)

    (found,) = rows(station).posts

    sent_due = station.deliveries.of_post(post.id)[2].due.instant
    assert set(found.deliveries) == {
        PlannedDelivery((accounts[0].id, accounts[1].id), DeliveryState.WAITING, due.instant, due.zone),
        PlannedDelivery((accounts[2].id,), DeliveryState.SENT, sent_due, ZONE, NOW, armed=True),
    }


@pytest.mark.parametrize("state", [state for state in DeliveryState if state is not DeliveryState.CANCELLED])
def test_every_state_of_a_delivery_is_read(station: Station, state: DeliveryState) -> None:
    account = station.account()
    delivery = station.in_state(station.post(account), account, state)

    (post,) = PlanTable(station.database).rows(NOW - DAY, NOW + DAY).posts

    (found,) = post.deliveries
    assert (found.state, found.due, found.zone) == (state, delivery.due.instant, ZONE)
    assert (found.sent_at, found.armed) == (delivery.sent_at, delivery.armed_at is not None)


def test_a_span_holds_its_first_instant_and_not_its_last(station: Station) -> None:
    account = station.account()
    for name, moment in (("first", START), ("last", END), ("before", START - HOUR), ("in it", END - HOUR)):
        planned_post(station, f"planned {name}", at_instant(moment, ZONE))
        due = station.posts.add(NOW, title=f"due {name}", accounts=[account.id])
        station.deliveries.add(due.id, account.id, at_instant(moment, ZONE), NOW, key=station.key())

    assert titles(station) == {"planned first", "planned in it", "due first", "due in it"}


def test_what_was_sent_in_a_span_is_read_whenever_it_was_due(station: Station) -> None:
    account = station.account()
    station.in_state(station.post(account), account, DeliveryState.SENT)

    found = PlanTable(station.database).rows(NOW + timedelta(seconds=-1), NOW + timedelta(seconds=1))

    assert [one.sent_at for post in found.posts for one in post.deliveries] == [NOW]


def test_an_untitled_post_has_its_first_words(station: Station) -> None:
    station.posts.add(NOW, text="  Venez\n\njeudi   " + "très " * 60, planned=IN_IT)

    (title,) = titles(station)

    assert title.startswith("Venez jeudi très très")
    assert len(title) <= 140


def test_what_is_in_the_bin_is_not_read_and_what_was_put_away_is_marked(station: Station) -> None:
    gone, away = planned_post(station, "gone", IN_IT), planned_post(station, "away", IN_IT)
    planned_post(station, "undated", None)
    station.posts.delete(gone, NOW)
    station.posts.archive(away, NOW)

    assert [(post.title, post.archived) for post in rows(station).posts] == [("away", True)]


def test_an_account_taken_off_a_post_is_not_chosen(station: Station) -> None:
    kept, off = station.account(name="a"), station.account(name="b")
    post = station.posts.add(NOW, accounts=[kept.id, off.id], planned=IN_IT)
    station.posts.choose_accounts(post.id, [kept.id], NOW)

    assert [found.accounts for found in rows(station).posts] == [(kept.id,)]


def test_posts_planned_on_a_network_by_hand_are_read_without_ours(station: Station) -> None:
    account, other = station.account(name="a"), station.account(name="b")
    station.in_state(station.post(account), account, DeliveryState.ON_NETWORK)  # as "1"
    for holder, remote_id, due in (
        (account.id, "1", IN_IT.instant),
        (account.id, "2", IN_IT.instant + HOUR),
        (other.id, "1", IN_IT.instant),
        (other.id, "3", END),
    ):
        seen_remotely(station, holder, remote_id, due, title=f"{holder}/{remote_id}")

    found = rows(station).remote

    assert [(one.account, one.remote_id) for one in found] == [(other.id, "1"), (account.id, "2")]
    assert (found[0].title, found[0].text, found[0].due) == (
        f"{other.id}/1",
        "Portes ouvertes",
        IN_IT.instant,
    )


def test_what_an_account_showed_is_gone_with_it(station: Station) -> None:
    account = station.account()
    station.in_state(station.post(account), account, DeliveryState.FAILED)
    seen_remotely(station, account.id, "7", IN_IT.instant)
    station.accounts.remove(account.id, NOW)

    found = rows(station)

    assert found.remote == ()
    assert account.id in found.accounts


def test_what_is_not_wanted_is_not_read(station: Station) -> None:
    planned_post(station, "planned", IN_IT)
    seen_remotely(station, station.account().id, "7", IN_IT.instant)

    table = PlanTable(station.database)

    assert table.rows(START, END, posts=False).posts == ()
    assert len(table.rows(START, END, posts=False).remote) == 1
    assert table.rows(START, END, remote=False).remote == ()


@pytest.fixture
def asked(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Note each SELECT with its parameters."""
    found: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        found.extend([(statement, parameters)] if statement.startswith("SELECT") else [])

    event.listen(database.engine, "before_cursor_execute", note)
    yield found
    event.remove(database.engine, "before_cursor_execute", note)


def test_a_span_costs_as_many_statements_whatever_it_holds(
    station: Station, asked: list[tuple[str, Any]]
) -> None:
    account = station.account()
    for number in range(20):
        post = station.posts.add(NOW, title=str(number), accounts=[account.id], planned=IN_IT)
        station.deliveries.add(post.id, account.id, IN_IT, NOW, key=station.key())
    asked.clear()

    assert len(rows(station).posts) == 20

    assert len(asked) == 3


def test_a_span_is_found_without_a_look_at_every_post(sqlite_station: Station, tmp_path: Path) -> None:
    asked: list[tuple[str, Any]] = []
    engine = sqlite_station.database.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    rows(sqlite_station)

    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as plain:
        steps = [
            step[3]
            for statement, parameters in asked
            if "posts" in statement
            for step in plain.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]

    walked = ("SCAN posts", "SCAN deliveries", "SCAN remote_posts", "ix_posts_deleted_at_state")
    assert any("ix_deliveries_due_at_post_id" in step for step in steps)
    assert [step for step in steps if any(name in step for name in walked)] == []
