"""Lists of posts."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState, Stage
from cmstation.domain.networks import Network, Receipt
from cmstation.storage.database import Database
from tests.fakes.many_posts import fill
from tests.storage.station import HOUR, NOW, OWNER, ZONE, Station, in_hours


@contextmanager
def statements(database: Database) -> Generator[list[str]]:
    """Write down what is asked of the database."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(database.engine, "before_cursor_execute", note)


def test_a_row_shows_what_a_list_needs(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    blog, page, second_page = (
        station.account(network) for network in (Network.WORDPRESS, Network.MASTODON, Network.MASTODON)
    )
    post = station.posts.add(
        NOW,
        title="Don du sang",
        text="Venez   nombreux\n\n" + "jeudi " * 100,
        theme=theme.id,
        accounts=[second_page.id, page.id, blog.id],
        planned=in_hours(2),
    )
    station.posts.attach(post.id, station.medium().id, NOW)

    (row,) = station.posts.rows(DraftFilter())

    assert (row.id, row.title, row.state) == (post.id, "Don du sang", PostState.DRAFT)
    assert row.first_words.startswith("Venez nombreux jeudi jeudi")
    assert len(row.first_words) <= 140
    assert (row.theme, row.campaign, row.has_media) == (theme.id, None, True)
    assert (row.when, row.zone) == (NOW + 2 * HOUR, ZONE)
    assert row.accounts == (blog.id, page.id, second_page.id)
    assert row.networks == (Network.WORDPRESS, Network.MASTODON)
    assert row.changed_at == NOW


def test_an_account_taken_off_is_not_shown(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.posts.choose_accounts(post.id, [], NOW)

    (row,) = station.posts.rows(DraftFilter())

    assert (row.accounts, row.networks, row.has_media) == ((), (), False)
    assert station.posts.rows(DraftFilter(accounts=frozenset({account.id}))) == ()


def test_the_hour_is_when_it_was_sent_else_when_it_is_planned(station: Station) -> None:
    site, page = station.account(), station.account()
    planned = station.posts.add(NOW, planned=in_hours(5), accounts=[site.id])
    due = station.post(site)
    sent = station.posts.add(NOW, planned=in_hours(1), accounts=[site.id, page.id])
    station.deliveries.add(due.id, site.id, in_hours(7), NOW, key=station.key())
    late = station.sending(sent, page)
    station.deliveries.sent(late.id, NOW + 3 * HOUR, Receipt("2", ""))
    early = station.sending(sent, site)
    station.deliveries.sent(early.id, NOW + 2 * HOUR, Receipt("1", ""))

    hours = {row.id: row.when for row in station.posts.rows(DraftFilter())}

    assert hours == {planned.id: NOW + 5 * HOUR, due.id: NOW + 7 * HOUR, sent.id: NOW + 2 * HOUR}


def test_what_needs_a_hand_comes_first_and_what_has_no_hour_last(station: Station) -> None:
    account = station.account()
    old_draft = station.posts.add(NOW)
    new_draft = station.posts.add(NOW + HOUR)
    tomorrow = station.posts.add(NOW, planned=in_hours(24))
    today = station.posts.add(NOW, planned=in_hours(2))
    failed = station.posts.add(NOW, planned=in_hours(30), accounts=[account.id])
    uncertain = station.posts.add(NOW, planned=in_hours(40), accounts=[account.id])
    station.in_state(failed, account, DeliveryState.FAILED)
    station.in_state(uncertain, account, DeliveryState.UNCERTAIN)

    listed = [row.id for row in station.posts.rows(DraftFilter())]

    assert listed == [found.id for found in (uncertain, failed, today, tomorrow, new_draft, old_draft)]
    assert [row.id for row in station.posts.rows(DraftFilter(), limit=2, offset=1)] == listed[1:3]


def test_filters_narrow_the_list_together(station: Station) -> None:
    theme, other = station.labels.add_theme("A", "info"), station.labels.add_theme("B", "good")
    campaign = station.labels.add_campaign("C")
    account = station.account()
    wanted = station.posts.add(
        NOW, theme=theme.id, campaign=campaign.id, accounts=[account.id], planned=in_hours(1), text="sang"
    )
    station.posts.add(NOW, theme=other.id, text="sang", planned=in_hours(1))
    idea = station.posts.add(NOW, theme=theme.id, stage=Stage.IDEA)
    both = frozenset({theme.id, other.id})

    def found(filter: DraftFilter) -> set[int]:  # noqa: A002
        listed = {row.id for row in station.posts.rows(filter)}
        assert station.posts.count(filter) == len(listed)
        return listed

    assert found(DraftFilter(themes=frozenset({theme.id}))) == {wanted.id, idea.id}
    assert len(found(DraftFilter(themes=both))) == 3
    assert found(DraftFilter(states=frozenset({PostState.IDEA}))) == {idea.id}
    assert found(DraftFilter(campaigns=frozenset({campaign.id}))) == {wanted.id}
    assert found(DraftFilter(accounts=frozenset({account.id}))) == {wanted.id}
    assert found(DraftFilter(themes=frozenset({theme.id}), words="sang")) == {wanted.id}
    assert found(DraftFilter(states=frozenset({PostState.IDEA}), words="sang")) == set()


def test_the_end_of_a_span_is_left_out(station: Station) -> None:
    post = station.posts.add(NOW, planned=in_hours(2))
    station.posts.add(NOW)
    hour = NOW + 2 * HOUR

    assert [row.id for row in station.posts.rows(DraftFilter(start=hour))] == [post.id]
    assert station.posts.rows(DraftFilter(end=hour)) == ()
    assert station.posts.count(DraftFilter(start=hour, end=hour + timedelta(microseconds=1))) == 1


def test_archive_and_bin_are_lists_of_their_own(station: Station) -> None:
    plain, archived, deleted = station.posts.add(NOW), station.posts.add(NOW), station.posts.add(NOW)
    station.posts.archive(archived.id, NOW)
    station.posts.delete(deleted.id, NOW)

    def listed(filter: DraftFilter) -> set[int]:  # noqa: A002
        return {row.id for row in station.posts.rows(filter)}

    assert listed(DraftFilter()) == {plain.id}
    assert listed(DraftFilter(archived=True)) == {archived.id}
    assert listed(DraftFilter(deleted=True)) == {deleted.id}
    states = frozenset({PostState.ARCHIVED, PostState.DRAFT})
    assert listed(DraftFilter(states=states)) == {plain.id, archived.id}


@pytest.mark.parametrize("posts", [3, 60])
def test_a_list_asks_the_same_few_questions_however_long_it_is(station: Station, posts: int) -> None:
    fill(station.database, posts)

    with statements(station.database) as asked:
        rows = station.posts.rows(DraftFilter())

    assert len(rows) == posts
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2


def test_the_first_comment_counts_for_the_state_too(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.in_state(post, account, DeliveryState.SENT)
    comment = station.waiting(post, account, DeliveryKind.FIRST_COMMENT)
    waiting = station.posts.rows(DraftFilter())[0].state
    station.deliveries.claim(comment.id, NOW, OWNER)
    station.deliveries.failed(comment.id, NOW, "permission_missing", "")

    assert waiting is PostState.SCHEDULED
    assert station.posts.rows(DraftFilter())[0].state is PostState.FAILED
