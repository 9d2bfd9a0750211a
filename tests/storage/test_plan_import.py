"""An import is stored whole or not at all, and taken back in one step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event as happening

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft, DraftFilter, Stage
from cmstation.domain.errors import ChangedElsewhere, DiskFull, NotFound, PublishedIsImmutable
from cmstation.domain.events import Event, EventKnown, NewEvent
from cmstation.storage.delivery_hours import NewHour, NewPlanned
from cmstation.storage.events import EventFields, Events
from cmstation.storage.many_posts import NewPost
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.plan_import import Batch, EventChange, PlanImport, PostChange
from cmstation.storage.plan_posts import PlanPosts
from cmstation.storage.post_fields import PostFields
from cmstation.storage.posts import Posts
from tests.storage.station import NOW, ZONE, Station, in_hours

LATER = NOW + timedelta(minutes=5)


class Fault(Exception):
    """What happens in the middle of an import."""


def meeting(uid: str, title: str = "Réunion") -> NewEvent:
    """Return an event of the next hour."""
    return NewEvent(EventKind.EVENT, CalendarEvent(uid, in_hours(1), in_hours(2), title=title))


def everything(station: Station) -> tuple[tuple[Draft, ...], tuple[Event, ...]]:
    """Return all that an import could touch."""
    found = PlanPosts(station.database).drafts(range(1, 100))
    return tuple(found.values()), Events(station.database).all()


def whole_batch(station: Station, post: Draft) -> Batch:
    """Return an import that does everything."""
    known = Events(station.database).add(meeting("connu"), NOW)
    account, other = station.account(name="Un"), station.account(name="Deux")
    return Batch(
        (
            NewPost({"title": "Neuf", "text": "x"}, (account.id,), {account.id: {"text": "propre"}}),
            NewPost({"text": "y"}),
        ),
        (PostChange(post.id, post.revision, {"title": "Changé"}, (other.id,), {other.id: {"text": "z"}}),),
        (meeting("neuf"), meeting("autre")),
        (EventChange(known.id, known.revision, EventFields(kind=EventKind.TASK, done_at=NOW)),),
    )


def test_all_of_an_import_is_stored(station: Station) -> None:
    post = station.post()
    batch = whole_batch(station, post)

    stored = PlanImport(station.database).store(batch, LATER)

    first, second = stored.new_posts
    assert (first.title, first.text_for(first.accounts[0]), second.text) == ("Neuf", "propre", "y")
    ((before, after),) = stored.changed_posts
    assert (before.title, after.title, after.text_for(after.accounts[0])) == (post.title, "Changé", "z")
    assert [one.uid for one in stored.new_events] == ["neuf", "autre"]
    ((_, task),) = stored.changed_events
    assert (task.kind, task.done_at) == (EventKind.TASK, NOW)
    assert [station.posts.get(one.id) for one in (first, second, after)] == [first, second, after]
    assert station.posts.history(post.id)[0].title == post.title


@pytest.mark.parametrize("number", range(1, 120, 4))
def test_a_fault_anywhere_in_the_middle_leaves_nothing(sqlite_station: Station, number: int) -> None:
    station = sqlite_station
    batch = whole_batch(station, station.post())
    before, left = everything(station), number

    def fail(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        nonlocal left
        left -= statement.lstrip()[:6].upper() in {"INSERT", "UPDATE", "DELETE", "SELECT"}
        if left == 0:
            raise Fault

    happening.listen(station.database.engine, "before_cursor_execute", fail)
    try:
        PlanImport(station.database).store(batch, LATER)
        failed = False
    except Fault:
        failed = True
    finally:
        happening.remove(station.database.engine, "before_cursor_execute", fail)

    assert failed == (left <= 0)
    assert (everything(station) == before) == failed


@pytest.fixture
def full_disk(sqlite_station: Station) -> Iterator[Station]:
    """Give a station whose disk has hardly any room left."""

    def limit(connection: Any, *_rest: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    sqlite_station.post(title="Avant")
    sqlite_station.database.close()
    happening.listen(sqlite_station.database.engine, "connect", limit)
    yield sqlite_station
    happening.remove(sqlite_station.database.engine, "connect", limit)


def test_a_full_disk_leaves_nothing(full_disk: Station) -> None:
    batch = Batch(new_posts=tuple(NewPost({"title": str(one), "text": "Long " * 500}) for one in range(50)))
    before = everything(full_disk)

    with pytest.raises(DiskFull):
        PlanImport(full_disk.database).store(batch, NOW)

    assert everything(full_disk) == before
    assert full_disk.database.check() == ()


def test_an_import_is_taken_back_in_one_step(station: Station) -> None:
    post = station.post()
    batch = whole_batch(station, post)
    imports, before = PlanImport(station.database), everything(station)
    stored = imports.store(batch, LATER)

    imports.take_back(stored, (), LATER)

    assert station.posts.count(DraftFilter()) == 1
    assert _plain(station.posts.get(post.id)) == _plain(post)
    events = Events(station.database).all()
    assert [(one.kind, one.content, one.done_at) for one in events] == [
        (one.kind, one.content, one.done_at) for one in before[1]
    ]


def test_nothing_is_taken_back_once_something_was_written_on(station: Station) -> None:
    post = station.post()
    imports = PlanImport(station.database)
    stored = imports.store(whole_batch(station, post), LATER)
    station.posts.update(post.id, LATER, expected=None, text="Autre chose")
    before = everything(station)

    with pytest.raises(ChangedElsewhere):
        imports.take_back(stored, (), LATER)

    assert everything(station) == before


def test_what_waits_in_the_outbox_moves_and_comes_back(station: Station) -> None:
    account = station.account()
    post = station.posts.add(NOW, text="x", accounts=(account.id,), planned=in_hours(3))
    waiting = station.deliveries.add(post.id, account.id, in_hours(3), NOW, key=station.key())
    to = in_hours(30)
    moved = PostChange(
        post.id,
        post.revision,
        {},
        hours=(NewHour(waiting, to, native=False),),
        planned=NewPlanned(post.planned, to),
    )
    imports = PlanImport(station.database)

    stored = imports.store(Batch(changed_posts=(moved,)), LATER)

    after = station.posts.get(post.id)
    assert (after.planned, after.deliveries[0].due) == (to, to)
    back = replace(
        moved,
        hours=(NewHour(after.deliveries[0], in_hours(3), native=False, as_it_was=waiting),),
        planned=NewPlanned(to, post.planned),
    )
    imports.take_back(stored, (back,), LATER)
    again = station.posts.get(post.id)
    assert (again.planned, again.deliveries[0].due) == (in_hours(3), in_hours(3))


@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.ON_NETWORK, DeliveryState.UNCERTAIN])
def test_what_has_left_is_never_changed(station: Station, state: DeliveryState) -> None:
    account = station.account()
    post = station.post(account)
    station.in_state(post, account, state)
    change = PostChange(post.id, station.posts.get(post.id).revision, {"tags": ["x"]})

    with pytest.raises(PublishedIsImmutable):
        PlanImport(station.database).store(Batch((NewPost({"text": "y"}),), (change,)), NOW)

    assert station.posts.count(DraftFilter()) == 1


def test_each_thing_that_is_not_as_it_was_refuses_all(station: Station) -> None:
    post = station.post()
    Events(station.database).add(meeting("connu"), NOW)
    imports, before = PlanImport(station.database), everything(station)
    new = (NewPost({"text": "y"}),)

    with pytest.raises(ChangedElsewhere):
        imports.store(Batch(new, (PostChange(post.id, post.revision + 1, {"title": "x"}),)), NOW)
    with pytest.raises(NotFound):
        imports.store(Batch((*new, NewPost({"text": "z"}, (99,)))), NOW)
    with pytest.raises(NotFound):
        imports.store(Batch((*new, NewPost({"text": "z", "theme": 99}))), NOW)
    with pytest.raises(EventKnown):
        imports.store(Batch(new, new_events=(meeting("neuf"), meeting("connu"))), NOW)

    assert everything(station) == before


def test_readers_inside_see_what_was_just_written_and_others_do_not(station: Station) -> None:
    with one_transaction(station.database) as joined:
        written = Posts(joined).add(NOW, text="x")
        inside = Posts(joined).get(written.id)
        outside = station.posts.count(DraftFilter())

    assert (inside, outside) == (written, 0)
    assert station.posts.get(written.id) == written


def test_a_post_of_an_import_is_a_post_like_any_other(station: Station) -> None:
    account = station.account()
    theme = station.labels.add_theme("Prévention", "info")
    fields = PostFields(title="Été", text="Soleil", stage=Stage.APPROVED, theme=theme.id, planned=in_hours(3))

    (made,) = PlanImport(station.database).store(Batch((NewPost(fields, (account.id,)),)), NOW).new_posts

    usual = station.posts.add(NOW, accounts=(account.id,), **fields)
    assert replace(made, id=usual.id) == usual
    rows = station.posts.rows(DraftFilter(words="soleil prevention"))
    assert [(row.when, row.zone) for row in rows] == [(in_hours(3).instant, ZONE)] * 2


def test_many_posts_are_read_as_one_is(station: Station) -> None:
    account, medium = station.account(), station.medium()
    posts = [station.post(account, title=str(number)) for number in range(3)]
    station.posts.attach(posts[0].id, medium.id, NOW, alt_text="Le hall")
    station.in_state(posts[1], account, DeliveryState.SENT)
    station.posts.delete(posts[2].id, NOW)

    found = PlanPosts(station.database).drafts(post.id for post in posts)

    assert found == {post.id: station.posts.get(post.id) for post in posts}


def test_posts_that_are_not_there_are_left_out(station: Station) -> None:
    post = station.post(title="Ici")
    posts = PlanPosts(station.database)

    assert posts.drafts((post.id, 99)) == {post.id: post}
    assert posts.titles((post.id, 99)) == {post.id: "Ici"}


def _plain(draft: Draft) -> Draft:
    return replace(draft, revision=0, changed_at=NOW)
