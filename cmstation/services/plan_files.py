"""Exchange the plan with files: calendars, tables, and a folder that others subscribe to."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from cmstation.desktop.whole_files import write_whole
from cmstation.domain import ics, plan_csv
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.domain.ics_errors import CalendarUnreadable
from cmstation.domain.plan_faults import (
    FileUnreadable,
    ImportRefused,
    KindOfFileUnknown,
    PlanFault,
    PlanUnreadable,
    faulty,
    of_calendar,
)
from cmstation.domain.plan_ics import Describe, described, sorted_out
from cmstation.domain.plan_table import SheetRow, read_table, rows_of
from cmstation.domain.plan_telling import waiting_or_sent
from cmstation.services.done import Done
from cmstation.services.plan_comparing import Comparing, new_hours
from cmstation.services.plan_contents import PlanContents, PlanSource
from cmstation.services.plan_folder import FolderState, PlanFolder
from cmstation.services.plan_preview import ImportPreview
from cmstation.services.preferences import Preferences
from cmstation.storage.accounts import Accounts
from cmstation.storage.delivery_hours import NewPlanned
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.labels import Labels
from cmstation.storage.plan_import import PlanImport, PostChange, Stored
from cmstation.storage.plan_posts import PlanPosts
from cmstation.storage.post_fields import PostFields
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.settings import Settings

CALENDARS: Final = frozenset({".ics", ".ical"})
TABLES: Final = frozenset({".csv", ".tsv", ".txt"})
SHEETS: Final = frozenset({".xlsx", ".xlsm"})
LARGEST: Final = plan_csv.LARGEST
_WRITTEN: Final = frozenset({".ics", ".csv", ".xlsx"})


class PlanFiles:
    """What a person can do with the plan and files; the kind of a file is told by its name's end.

    Args:
        calendar: answers what stands between two days.
        describe: says of a post, in the person's language, what may be known of it in a calendar file.
    """

    def __init__(
        self,
        calendar: PlanSource,
        posts: PlanPosts,
        events: StoredEvents,
        remote: RemotePostTable,
        accounts: Accounts,
        labels: Labels,
        imports: PlanImport,
        settings: Settings,
        preferences: Preferences,
        clock: Clock,
        describe: Describe = described,
    ) -> None:
        self._contents = PlanContents(calendar, posts, events, remote, accounts, labels, preferences, clock)
        self._folder = PlanFolder(self._contents, settings, preferences, clock)
        self._posts = posts
        self._accounts = accounts
        self._imports = imports
        self._preferences = preferences
        self._clock = clock
        self._describe = describe

    def speak(self, describe: Describe) -> None:
        """Say posts in calendar files in these words from now on."""
        self._describe = describe

    # --- going out ---

    def export(self, path: Path, start: date, end: date, *, texts: bool = False) -> int:
        """Write the plan between two days, the second one excluded; return how many posts and events.

        Args:
            path: ends in .ics, .csv or .xlsx; a file that is there is replaced, whole or not at all.
            texts: whether a calendar file has the posts' words; a table always does.

        Raises:
            KindOfFileUnknown: the name ends otherwise.
            CellTooLong: a text does not fit into a sheet of Excel; a CSV takes it.
            DiskFull, FolderNotWritable, FileHeldOpen: nothing was written.
        """
        kind = path.suffix.casefold()
        if kind not in _WRITTEN:
            raise KindOfFileUnknown(file=str(path))
        content, count = (
            self._calendar(start, end, texts) if kind == ".ics" else self._table(start, end, kind)
        )
        write_whole(path, content)
        return count

    # --- coming in ---

    def read(self, path: Path) -> ImportPreview:
        """Look at a file and tell what taking it would do; nothing is stored.

        Raises:
            KindOfFileUnknown, FileUnreadable: it is no file of a plan, or the computer hides it.
            NotFound: it is not there.
        """
        kind = path.suffix.casefold()
        if kind not in CALENDARS | TABLES | SHEETS:
            raise KindOfFileUnknown(file=str(path))
        try:
            data = _content(path)
            return (
                self._read_calendar(path, data) if kind in CALENDARS else self._read_table(path, data, kind)
            )
        except PlanUnreadable as wrong:
            return ImportPreview(path, faults=wrong.faults, more_faults=wrong.more)
        except CalendarUnreadable as wrong:
            return ImportPreview(path, faults=(of_calendar(wrong),))

    def take(self, preview: ImportPreview, *, without_refused: bool = False) -> Done[Stored]:
        """Store all that a preview shows, in one step that undo takes back in one.

        Args:
            without_refused: leave the refused rows out; otherwise one of them refuses all.

        Raises:
            PlanUnreadable: the file has faults.
            ImportRefused: rows cannot be taken.
            ChangedElsewhere, PublishedIsImmutable: the plan changed since; look at the file again.
        """
        if preview.faults:
            raise PlanUnreadable(preview.faults)
        if preview.refused and not without_refused:
            raise ImportRefused(lines=tuple(one.line for one in preview.refused))
        batch = preview.batch
        if not batch:
            return Done(Stored(), Changes())
        stored = self._imports.store(batch, self._clock.now())
        moved = frozenset(change.post for change in batch.changed_posts if change.planned is not None)
        changes = _changes(stored)
        return Done(stored, changes, self._taking_back(stored, moved, changes))

    # --- the kept-up folder ---

    def keep_folder(self, path: Path | None, *, texts: bool = False) -> None:
        """Keep a calendar file in a folder up to date, or stop with None.

        Args:
            texts: whether the words of unpublished posts are in it; titles, hours, states and networks
                always are.
        """
        self._folder.keep(path, texts=texts)

    def write_folder(self) -> bool:
        """Bring the kept-up file up to date; tell whether it was written.

        Raises:
            DiskFull, FolderNotWritable, FileHeldOpen: the file is as it was.
        """
        return self._folder.write(self._describe)

    def folder_state(self) -> FolderState:
        """Return where the kept-up file is, and how it went the last time."""
        return self._folder.state()

    # --- inside ---

    def _calendar(self, start: date, end: date, texts: bool) -> tuple[bytes, int]:
        events = self._contents.calendar(start, end, self._describe, texts=texts)
        name = self._preferences.clinic() or "CM Station"
        return ics.write(events, name=name, now=self._clock.now()), len(events)

    def _table(self, start: date, end: date, kind: str) -> tuple[bytes, int]:
        entries = self._contents.entries(start, end)
        rows = rows_of(entries)
        if kind == ".csv":
            return plan_csv.written(rows), len(entries)
        from cmstation.desktop import sheets  # noqa: PLC0415

        return sheets.written(rows, "Plan"), len(entries)

    def _read_calendar(self, path: Path, data: bytes) -> ImportPreview:
        found = ics.read(data)
        present = self._contents.present_events(found)
        comparing = Comparing(present)
        comparing.sort_in(
            sorted_out(found, present.events, self._contents.known_labels(), self._contents.mark())
        )
        return comparing.preview(path)

    def _read_table(self, path: Path, data: bytes, kind: str) -> ImportPreview:
        rows, letters = _rows(data, kind)
        table = read_table(rows, self._contents.names(), self._preferences.zone())
        comparing = Comparing(self._contents.present(table.entries))
        comparing.compare(table.entries)
        return comparing.preview(path, letters=letters, passed_over=table.passed_over)

    def _taking_back(self, stored: Stored, moved: frozenset[int], changes: Changes) -> Callable[[], Changes]:
        def undo() -> Changes:
            pairs = [(before, after) for before, after in stored.changed_posts if after.id in moved]
            present = self._posts.drafts(after.id for _, after in pairs)
            back = [self._moved_back(before, after, present) for before, after in pairs]
            self._imports.take_back(stored, back, self._clock.now())
            return changes

        return undo

    def _moved_back(self, before: Draft, after: Draft, present: Mapping[int, Draft]) -> PostChange:
        """Return the way back of what waits in the outbox, in the state that it had.

        Raises:
            HourHasPassed: it would leave at once.
        """
        now, to = self._clock.now(), before.planned
        assert to is not None  # noqa: S101 - only a planned hour was moved
        old = {one.id: one for one in before.deliveries}
        if to.instant <= now and any(one.state is DeliveryState.WAITING for one in old.values()):
            raise HourHasPassed(due=to.instant, now=now)
        accounts = {account.id: account for account in self._accounts.all()}
        deliveries = waiting_or_sent(present[after.id]) if after.id in present else ()
        hours = new_hours(deliveries, to, accounts, now, lambda one: old.get(one.id))
        planned = NewPlanned(after.planned, to)
        return PostChange(after.id, after.revision, PostFields(), hours=hours, planned=planned)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise PlanUnreadable([faulty(0, "", PlanFault.TOO_LARGE, path.stat().st_size)])
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise NotFound(subject="file", identity=str(path)) from missing
    except OSError as problem:
        raise FileUnreadable(file=str(path), reason=problem.strerror or "") from problem


def _rows(data: bytes, kind: str) -> tuple[tuple[SheetRow, ...], str]:
    if kind in TABLES:
        found = plan_csv.read(data)
        return found.rows, found.letters
    from cmstation.desktop import sheets  # noqa: PLC0415

    return sheets.read(data), ""


def _changes(stored: Stored) -> Changes:
    posts = [draft.id for draft in stored.new_posts] + [after.id for _, after in stored.changed_posts]
    deliveries = {one.id for _, after in stored.changed_posts for one in after.deliveries}
    return Changes(frozenset(posts), frozenset(deliveries), calendar=True)
