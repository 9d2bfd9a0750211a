"""Take the figures of a file: looked at whole, stored in one step, taken back in one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.figure_days import DayFormat
from cmstation.domain.figure_faults import (
    FigureFileEmpty,
    FigureFileUnknown,
    FigureFileUnreadable,
    FileCause,
    FileFault,
    fault,
)
from cmstation.domain.figure_files import FigureFile, FilePost, Known, read_figures
from cmstation.domain.figure_tables import LARGEST, read_table
from cmstation.domain.folding import storable
from cmstation.domain.metrics import Figure, Origin, PostFigure, PostForm, Scope
from cmstation.domain.networks import Network
from cmstation.domain.plan_faults import FileUnreadable, PlanFault, PlanUnreadable
from cmstation.domain.plan_table import SheetRow
from cmstation.domain.statistics import (
    AddedPosts,
    FigureChange,
    ImportRow,
    NewStatPost,
    PostFigureChange,
)
from cmstation.services.done import Done
from cmstation.services.stat_entries import CHANGED, definition_of, told_at
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.stat_imports import ImportTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable

TABLES: Final = frozenset({".csv", ".tsv", ".txt"})
SHEETS: Final = frozenset({".xlsx", ".xlsm"})
_SHEET_CAUSES: Final = {
    PlanFault.TOO_LARGE: FileCause.TOO_LARGE,
    PlanFault.TOO_MANY_ROWS: FileCause.TOO_MANY_ROWS,
    PlanFault.TOO_MANY_COLUMNS: FileCause.TOO_MANY_COLUMNS,
}


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What taking a file would do; nothing is stored.

    Args:
        file: what it tells, None when it has faults.
        faults: what is wrong, from top to bottom, 100 at most.
        more_faults: whether there are more.
        overwrites: how many figures stand there already with another value and give way.
        kept: how many do not give way, because a person typed them.
    """

    name: str
    file: FigureFile | None = None
    faults: tuple[FileFault, ...] = ()
    more_faults: bool = False
    overwrites: int = 0
    kept: int = 0

    @property
    def rows(self) -> int:
        """How many lines of figures or posts there are to take."""
        if self.file is None:
            return 0
        return len({one.line for one in self.file.figures} | {one.line for one in self.file.posts})


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken of a file.

    Args:
        figures: how many were stored, of accounts and of posts.
        posts: how many posts were not known before.
        kept: how many figures did not give way, because a person typed them.
    """

    row: ImportRow
    figures: int
    posts: int
    kept: int


class Files:
    """What a person can do with files of figures; see `domain/figure_files.py` for what they may hold.

    Args:
        zone: tells the clinic's zone.
    """

    def __init__(self, database: Database, zone: Callable[[], str], clock: Clock) -> None:
        self._database = database
        self._accounts = Accounts(database)
        self._figures = FigureTable(database)
        self._zone = zone
        self._clock = clock

    def taken(self) -> tuple[ImportRow, ...]:
        """List the files that were taken, the newest first."""
        return ImportTable(self._database).all()

    def preview(
        self,
        source: bytes | Path,
        name: str = "",
        *,
        account: int | None = None,
        order: DayFormat | None = None,
    ) -> FilePreview:
        """Look at a file and tell what is in it, or what is wrong with it; nothing is stored.

        Args:
            source: what the file holds, or where it is; more than 20 MB are never read.
            name: ends as the file's kind does; that of the path when none is given.
            account: the one that the file is about, when it has no column for it.
            order: the format of its days, when the file does not tell (`FileCause.DAY_ORDER_UNKNOWN`).

        Raises:
            FigureFileUnknown, FileUnreadable: it is no such file, or the computer hides it.
            NotFound: the file or the account is not there.
        """
        called = PurePath(name or (source.name if isinstance(source, Path) else "")).name
        kind = PurePath(called).suffix.casefold()
        if kind not in TABLES | SHEETS:
            raise FigureFileUnknown(file=called)
        if account is not None:
            self._accounts.get(account)
        today = self._clock.now().astimezone(ZoneInfo(self._zone())).date()
        try:
            data = source if isinstance(source, bytes) else _content(source)
            known = Known(self._accounts.all(), today, account, order)
            file = read_figures(_rows(data, kind), known)
        except FigureFileUnreadable as wrong:
            return FilePreview(called, None, wrong.faults, wrong.more)
        overwrites, kept = self._against(file)
        return FilePreview(called, file, overwrites=overwrites, kept=kept)

    def take(self, preview: FilePreview) -> Done[Taken]:
        """Store all that a preview shows, or nothing; undo takes it away and restores what it overwrote.

        Raises:
            FigureFileUnreadable: the file has faults.
            FigureFileEmpty: there is nothing to take.
            NotFound: one of its accounts was removed meanwhile.
        """
        file = preview.file
        if file is None or preview.faults:
            raise FigureFileUnreadable(preview.faults)
        if not preview.rows:
            raise FigureFileEmpty(file=preview.name)
        networks = self._networks()
        figures, posts = self._figures_of(file, networks), self._posts_of(file)
        with one_transaction(self._database) as joined:
            name = storable(preview.name)
            row = ImportTable(joined).add(self._clock.now(), name, file.kind, preview.rows)
            change = FigureTable(joined).put(figures, row.id)
            table = StatPosts(joined)
            added = table.add(posts, row.id) if posts else AddedPosts()
            of_posts = table.put_figures(self._post_figures(file.posts, added.ids, networks), row.id)
        taken = Taken(
            row,
            len(change.after) + len(of_posts.after),
            len(added.new),
            len(change.refused) + len(of_posts.refused),
        )
        return Done(taken, CHANGED, self._way_back(row, change, added, of_posts))

    # --- inside ---

    def _against(self, file: FigureFile) -> tuple[int, int]:
        """Return how many figures would give way, and how many would not."""
        if not file.figures:
            return 0, 0
        days = [one.day for one in file.figures]
        standing = {
            (one.account, one.metric, one.day): one
            for one in self._figures.series(
                {one.account for one in file.figures},
                {one.metric for one in file.figures},
                min(days),
                max(days),
            )
        }
        met = [
            (one, standing[key])
            for one in file.figures
            if (key := (one.account, one.metric, one.day)) in standing
        ]
        kept = sum(there.origin is Origin.HAND for _, there in met)
        return sum(there.origin is not Origin.HAND and there.value != one.value for one, there in met), kept

    def _networks(self) -> dict[int, Network]:
        return {account.id: account.network for account in self._accounts.all()}

    def _figures_of(self, file: FigureFile, networks: dict[int, Network]) -> list[Figure]:
        now, zone = self._clock.now(), ZoneInfo(self._zone())
        return [
            Figure(
                one.account,
                one.day,
                one.metric,
                one.value,
                told_at(one.day, zone, now),
                Origin.FILE,
                definition_of(_of(networks, one.account), Scope.ACCOUNT, one.metric, one.day, one.word),
                one.rounded,
            )
            for one in file.figures
        ]

    def _posts_of(self, file: FigureFile) -> list[NewStatPost]:
        now, zone = self._clock.now(), ZoneInfo(self._zone())
        return [
            NewStatPost(
                one.account,
                storable(one.name),
                min(one.published.moment(zone), now),
                storable(one.title),
                storable(one.link),
                PostForm.TEXT,
                hour_known=one.published.hour is not None,
            )
            for one in file.posts
        ]

    def _post_figures(
        self, posts: Sequence[FilePost], ids: Sequence[int], networks: dict[int, Network]
    ) -> list[PostFigure]:
        """Say what posts counted: nobody knows when the file was written, so it is as of now."""
        now = self._clock.now()
        today = now.astimezone(ZoneInfo(self._zone())).date()
        return [
            PostFigure(
                identity,
                today,
                metric,
                value,
                now,
                Origin.FILE,
                definition_of(_of(networks, post.account), Scope.POST, metric, today, word),
            )
            for post, identity in zip(posts, ids, strict=True)
            for metric, value, word in post.figures
        ]

    def _way_back(
        self, row: ImportRow, change: FigureChange, added: AddedPosts, of_posts: PostFigureChange
    ) -> Callable[[], Changes]:
        def undo() -> Changes:
            with one_transaction(self._database) as joined:
                table = StatPosts(joined)
                FigureTable(joined).take_back(change)
                table.take_back(of_posts)
                table.remove(_still_ours(table, added.new))
                ImportTable(joined).remove(row.id)
            return CHANGED

        return undo


def _still_ours(posts: StatPosts, new: frozenset[int]) -> set[int]:
    """Return those that nobody else knows by now: neither the outbox nor figures that came since."""
    counted = posts.figures(new).keys() if new else frozenset[int]()
    found: set[int] = set()
    for identity in new - counted:
        try:
            if posts.get(identity).post is None:
                found.add(identity)
        except NotFound:
            continue
    return found


def _of(networks: dict[int, Network], account: int) -> Network:
    try:
        return networks[account]
    except KeyError:
        raise NotFound(subject="account", identity=account) from None


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FigureFileUnreadable([fault(0, "", FileCause.TOO_LARGE, size)])
        with path.open("rb") as opened:
            # What grows meanwhile is not read to its end either.
            return opened.read(LARGEST + 1)
    except FileNotFoundError as missing:
        raise NotFound(subject="file", identity=str(path)) from missing
    except OSError as problem:
        raise FileUnreadable(file=str(path), reason=problem.strerror or "") from problem


def _rows(data: bytes, kind: str) -> tuple[SheetRow, ...]:
    if kind in TABLES:
        return read_table(data)
    if len(data) > LARGEST:
        raise FigureFileUnreadable([fault(0, "", FileCause.TOO_LARGE, len(data))])
    from cmstation.desktop import sheets  # noqa: PLC0415 - heavy, and only for those who bring one

    try:
        return sheets.read(data)
    except PlanUnreadable as wrong:
        raise FigureFileUnreadable(
            fault(one.line, one.column, _SHEET_CAUSES.get(one.fault, FileCause.NOT_A_SHEET), one.found)
            for one in wrong.faults
        ) from wrong
