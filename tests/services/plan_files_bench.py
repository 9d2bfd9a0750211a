"""A clinic with accounts, labels, posts and events, and its plan's files."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from cmstation.domain.accounts import Account
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, EventTime, WholeDay, like, placed, wall_of
from cmstation.domain.drafts import Draft
from cmstation.domain.events import Event, NewEvent
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.calendar import Calendar
from cmstation.services.plan_files import PlanFiles
from cmstation.services.plan_preview import ImportPreview, Refusal
from cmstation.storage.accounts import Accounts
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.labels import Labels
from cmstation.storage.plan_import import PlanImport
from cmstation.storage.plan_posts import PlanPosts
from cmstation.storage.plan_rows import PlanTable
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
ZONE = "Europe/Paris"


def at(day: int, hour: int = 9, minute: int = 0) -> PlannedTime:
    """Return an hour of October on the clinic's clock."""
    return placed(datetime(2026, 10, day, hour, minute), ZONE)  # noqa: DTZ001 - a wall time


def plan_files_of(bench: Bench) -> PlanFiles:
    """Join the files of a bench's plan."""
    station = bench.station
    database, events = station.database, StoredEvents(station.database)
    calendar = Calendar(
        PlanTable(database), events, station.preferences, lambda _first, _last: (), lambda _first, _last: ()
    )
    return PlanFiles(
        calendar,
        PlanPosts(database),
        events,
        RemotePostTable(database),
        Accounts(database),
        Labels(database),
        PlanImport(database),
        Settings(database),
        station.preferences,
        bench.clock,
    )


@dataclass
class Clinic:
    """What the tests work on."""

    bench: Bench
    files: PlanFiles
    events: StoredEvents
    site: Account
    page: Account
    theme: int
    campaign: int

    @classmethod
    def on(cls, bench: Bench) -> "Clinic":
        labels = bench.station.labels
        return cls(
            bench,
            plan_files_of(bench),
            StoredEvents(bench.station.database),
            bench.account(Network.MASTODON, Way.REHEARSAL),
            bench.account(Network.BLUESKY, Way.REHEARSAL),
            labels.add_theme("Prévention").value.id,
            labels.add_campaign("Octobre rose").value.id,
        )

    def post(
        self, title: str = "Portes ouvertes", planned: PlannedTime | None = None, **more: object
    ) -> Draft:
        """Write a post with all that a table can say, for the 20th at nine unless told otherwise."""
        fields = {"text": "Venez nombreux.", "accounts": (self.site.id, self.page.id)} | more
        made = self.bench.station.drafts.new(title=title, planned=planned or at(20), **fields)  # type: ignore[arg-type]
        return made.value

    def event(
        self,
        title: str = "Tournage",
        start: EventTime | None = None,
        *rules: str,
        kind: EventKind = EventKind.SHOOTING,
    ) -> Event:
        """Add an event of an hour or of a day."""
        begins = start or at(21, 14)
        lasts = timedelta(days=1) if isinstance(begins, WholeDay) else timedelta(hours=1)
        end = like(begins, wall_of(begins) + lasts)
        content = CalendarEvent(f"{title}@clinique.example", begins, end, title=title, rules=rules)
        return self.events.add(NewEvent(kind, content), self.bench.clock.now())

    def drafts(self) -> dict[int, Draft]:
        """Return every post, those in the bin too."""
        return PlanPosts(self.bench.station.database).drafts(range(1, 200))

    def everything(self) -> tuple[dict[int, tuple[Any, ...]], dict[str, tuple[Any, ...]]]:
        """Return all that an import could change, without what counts changes."""
        posts: dict[int, tuple[Any, ...]] = {
            one.id: (
                *(one.title, one.text, one.stage, one.theme, one.campaign, one.tags, one.link, one.planned),
                *(one.sources, one.first_comment, one.language, one.versions),
                tuple((each.id, each.state, each.due) for each in one.deliveries),
                one.deleted_at is None,
            )
            for one in self.drafts().values()
        }
        events: dict[str, tuple[Any, ...]] = {
            one.uid: (one.kind, one.content, one.theme, one.campaign, one.done_at, one.deleted_at)
            for one in self.events.all()
        }
        return posts, events

    def export(self, path: Path, **more: bool) -> int:
        """Write October."""
        return self.files.export(path, OCTOBER, NOVEMBER, **more)


def edited(path: Path, before: str, after: str) -> None:
    """Change what a file says, as a person in a spreadsheet."""
    text = path.read_text(encoding="utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8-sig")


HEAD = "identifiant;genre;date;heure;titre;texte;comptes;état\n"


def table(path: Path, *rows: str, head: str = HEAD) -> Path:
    """Write a table as a person does."""
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def refusals(preview: ImportPreview) -> list[tuple[int, Refusal | None]]:
    """Return what is refused, by line."""
    return [(one.line, one.refusal) for one in preview.refused]
