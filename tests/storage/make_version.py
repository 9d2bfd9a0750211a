"""Write the database file of the present schema: `python -m tests.storage.make_version`, once per release.

The file is small, holds something in every table, and is never written again after its schema was released.
"""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from sqlalchemy import insert

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, WholeDay
from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import Attempt, DeliveryState
from cmstation.domain.events import NewEvent
from cmstation.domain.health_days_rules import Span
from cmstation.domain.metrics import Figure, Metric, Origin, PostFigure
from cmstation.domain.networks import Network, ScheduledPost
from cmstation.domain.rhythm import Slot
from cmstation.domain.sequences import Member
from cmstation.domain.statistics import Collection, Comment, Goal, Note, NoteKind, PeerFigure
from cmstation.domain.watch import (
    DecisionKind,
    NewItem,
    Retention,
    SourceKind,
    SourceState,
    SourceTrouble,
    StoryFilter,
)
from cmstation.domain.watch_storing import arrival
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.events import Events
from cmstation.storage.health_days import HealthDayTable, OwnHealthDay
from cmstation.storage.records import Record
from cmstation.storage.records_watch import PressReviewItemRecord, PressReviewRecord, WatchAlertRecord
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.schema import RELEASED
from cmstation.storage.sequences import SequenceTable
from cmstation.storage.slots import SlotTable
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_imports import ImportTable
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable
from cmstation.storage.watch_board import WatchBoard
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_retention import WatchRetention
from cmstation.storage.watch_saved import SavedSearches
from cmstation.storage.watch_sources import WatchSources
from tests.storage.station import DAY, NOW, Station, in_hours

FOLDER = Path(__file__).parent / "versions"
PAGE_SIZE = 512


def file_of(revision: str) -> Path:
    """Name the file of a released schema."""
    return FOLDER / f"v{revision}.db"


def fill_every_table(station: Station) -> None:
    """Store a little of everything."""
    site, page = station.account(Network.WORDPRESS, "Site"), station.account(name="Page")
    theme = station.labels.add_theme("Prévention", "info")
    campaign = station.labels.add_campaign("Octobre rose")
    station.labels.add_template("Garde", "Garde du {{date}}", "Le docteur {{nom}} vous reçoit.")
    station.settings.set("language", "fr")
    post = station.posts.add(
        NOW,
        title="Œdème : que faire ?",
        text="L’équipe vous répond.",
        theme=theme.id,
        campaign=campaign.id,
        tags=("santé",),
        accounts=[site.id, page.id],
    )
    station.posts.set_version(post.id, page.id, NOW, text="Réponse courte")
    station.posts.attach(post.id, station.medium().id, NOW, alt_text="Le hall")
    station.posts.set_attachment(post.id, 1, NOW, crops={"instagram": CropBox(0, 0.1, 1, 0.8)})
    station.posts.snapshot(post.id, NOW, "autosave")
    sent = station.in_state(post, site, DeliveryState.SENT)
    station.deliveries.journal_note(sent.id, "media", "12")
    station.deliveries.log(Attempt(sent.id, NOW, "send", "POST a.example", 201, timedelta(seconds=1), "ok"))
    station.in_state(post, page, DeliveryState.UNCERTAIN)
    _fill_calendar(station, theme.id, post.id, site.id)
    _fill_watch(station.database, post.id)
    _fill_statistics(station.database, post.id, site.id)


def _fill_calendar(station: Station, theme: int, post: int, site: int) -> None:
    database, hour = station.database, in_hours(24)
    station.labels.update_theme(theme, wished=40)
    start, end = WholeDay(date(2026, 10, 1)), WholeDay(date(2026, 11, 1))
    content = CalendarEvent("octobre@clinique.example", start, end, "Octobre rose", rules=("FREQ=YEARLY",))
    Events(database).add(NewEvent(EventKind.QUIET, content, theme), NOW)
    seen = ScheduledPost("77", hour.instant, "Portes ouvertes", "Dimanche", "https://a.example/77")
    RemotePostTable(database).replace(site, [seen], NOW)
    SlotTable(database).replace(site, [Slot(site, 0, time(9))])
    SequenceTable(database).add("Don du sang", hour, [Member(post, -7, time(9))], NOW)
    days = HealthDayTable(database)
    days.set_dates("sang", 2026, Span(date(2026, 6, 14), date(2026, 6, 14)))
    days.add_own(OwnHealthDay("portes-ouvertes", "Portes ouvertes", "fixed:10-03", ("maternité",)))
    days.link(post, "sang", 2026)


def _fill_watch(database: Database, post: int) -> None:
    """Store two items of one story, one of them relayed as the post, and one that was cleared away."""
    sources, lists, ingest = WatchSources(database), WatchLists(database), WatchIngest(database)
    first = sources.add(
        SourceKind.FEED, "https://a.example/feed", NOW, title="La Gazette", own_title="Gazette"
    ).id
    second = sources.add(SourceKind.PUBMED, "oedema", NOW, title="PubMed").id
    read = SourceState(first, tried_at=NOW, read_at=NOW, due_at=NOW + DAY, etag='"1"', digest=b"\x01")
    sources.tried(read)
    sources.tried(SourceState(second, tried_at=NOW, failures=1, trouble=SourceTrouble.TIMED_OUT))
    lists.add("Éthique", folder=("Fond",), retention=Retention(30, 60), sources=[first, second])
    items = [_item(source, "https://a.example/oedeme") for source in (first, second)]
    item, other = ingest.store([arrival(one) for one in items], NOW, matchers={}).new
    gone = _item(first, "https://a.example/parti")
    at = NOW - 200 * DAY
    ingest.store([arrival(replace(gone, published=at, seen_at=at))], NOW, matchers={})
    WatchRetention(database).clear(NOW)
    marks, board = WatchMarks(database), WatchBoard(database)
    marks.set_read([item], read=True, now=NOW)
    marks.star(other, starred=True)
    marks.tag(other, ["congrès"])
    marks.note(item, "À lire au staff")
    marks.decide(item, DecisionKind.RELAY, NOW, "Léa", [post])
    asked = board.ask(item, "Est-ce exact ?", NOW, who="Léa")
    board.answer(asked.id, "Oui", NOW, favourable=True, physician="Dr Petit")
    SavedSearches(database).add("Œdèmes", StoryFilter(words="oedeme", since=NOW - DAY))
    rows: list[tuple[type[Record], dict[str, object]]] = [
        (
            PressReviewRecord,
            {
                **{"title": "Mars", "first_at": NOW - 7 * DAY, "last_at": NOW, "created_at": NOW},
                **{"changed_at": NOW, "content": {"entries": []}},
            },
        ),
        (PressReviewItemRecord, {"review_id": 1, "item_id": item, "position": 0}),
        (
            WatchAlertRecord,
            {"name": "Notre nom", "active": True, "content": {"words": "clinique"}, "state": {}},
        ),
    ]
    with database.sessions.begin() as session:
        for record, values in rows:
            session.execute(insert(record), [values])


def _fill_statistics(database: Database, post: int, site: int) -> None:
    today, counted = NOW.date(), "wordpress.account.posts"
    file = ImportTable(database).add(NOW, "mars.csv", "figures", 1)
    FigureTable(database).put([Figure(site, today, Metric.POSTS, 58, NOW, Origin.FILE, counted)], file.id)
    posts = StatPosts(database)
    posts.note_live()
    (live,) = posts.between(NOW - DAY, NOW + DAY)
    comments = "wordpress.post.comments"
    posts.put_figures([PostFigure(live.id, today, Metric.COMMENTS, 3, NOW, Origin.NETWORK, comments)])
    CollectionTable(database).keep(Collection(site, tried_at=NOW, read_at=NOW))
    peers = PeerTable(database)
    peer = peers.add("Clinique du Lac", Network.MASTODON, "@lac@a.example")
    peers.put([PeerFigure(peer.id, today, Metric.FOLLOWERS, 900, NOW, Origin.HAND)])
    GoalTable(database).add(Goal(0, "100 articles", Metric.POSTS, 100, site, by=today + 30 * DAY))
    NoteTable(database).add(Note(0, today, NoteKind.THANKS, "Merci à l’équipe", "Mme P.", post=post))
    CommentTable(database).write(Comment("2026-03", "headline", "Bon mois."))


def _item(source: int, address: str) -> NewItem:
    return NewItem(
        source=source,
        guid=address,
        title="Œdème : que faire ?",
        link=address,
        canonical=address,
        published=NOW,
        seen_at=NOW,
        html="<p>L’équipe répond.</p>",
        folded="oedeme que faire\nl equipe repond",
        fingerprint=b"\x01\x00",
    )


def write(target: Path) -> None:
    """Write the file of the present schema."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder))
        database.open(NOW)
        fill_every_table(Station(database))
        database.close()
        with closing(sqlite3.connect(Path(folder) / FILE_NAME, isolation_level=None)) as made:
            made.execute("PRAGMA journal_mode = DELETE")
            made.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            made.execute("VACUUM INTO ?", (str(target),))


if __name__ == "__main__":
    wanted = file_of(RELEASED.head)
    if wanted.exists():
        raise SystemExit(f"{wanted.name} exists: a released schema never changes")
    FOLDER.mkdir(exist_ok=True)
    write(wanted)
