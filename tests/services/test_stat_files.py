"""Files of figures are taken whole or not at all, and taken back as if they had never been."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.desktop import sheets
from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.figure_days import DayFormat
from cmstation.domain.figure_faults import FigureFileUnknown, FigureFileUnreadable, FileCause
from cmstation.domain.figure_headings import FileKind
from cmstation.domain.metrics import Figure, Metric, Origin, PostFigure
from cmstation.domain.networks import Network, Way
from cmstation.services.done import Done
from cmstation.services.stat_entries import CHANGED
from cmstation.services.stat_files import FilePreview, Files, Taken
from cmstation.storage.database import Database
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable
from tests.services.conftest import START, Bench

TODAY = START.date()
LONG_AGO, FAR = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
FOLLOWERS, VIEWS = Metric.FOLLOWERS, Metric.VIEWS
WIDE = "date;compte;abonnés;vues\n12/10/2026;Facebook;16 821;5\n13/10/2026;Facebook;16 830;\n".encode()
POSTS = (
    "date;heure;compte;titre;lien;réactions;partages\n"
    "12/10/2026;9h30;Facebook;Don du sang;https://f.example/1;12;3\n"
    "13/10/2026;8h00;Facebook;Merci;;4;\n"
).encode()


@pytest.fixture
def files(bench: Bench) -> Files:
    return Files(bench.station.database, bench.station.preferences.zone, bench.clock)


@pytest.fixture
def page(bench: Bench) -> int:
    return bench.account(Network.FACEBOOK, Way.ASSISTED).id


def everything(database: Database) -> tuple[list[Figure], list[object]]:
    """Return all figures and posts with what they count."""
    figures = FigureTable(database).series(set(range(20)), set(Metric), LONG_AGO.date(), FAR.date())
    posts = StatPosts(database)
    return figures, [(one, posts.history(one.id)) for one in posts.between(LONG_AGO, FAR)]


def took_back(done: Done[Taken]) -> Changes:
    assert done.undo is not None
    return done.undo()


def causes(preview: FilePreview) -> list[tuple[int, FileCause]]:
    assert preview.file is None
    return [(one.line, one.cause) for one in preview.faults]


def test_a_file_is_looked_at_first_and_then_taken(bench: Bench, files: Files, page: int) -> None:
    preview = files.preview(WIDE, "octobre.csv")
    assert (preview.rows, preview.faults, preview.overwrites, preview.kept) == (2, (), 0, 0)
    assert everything(bench.station.database) == ([], [])

    done = files.take(preview)

    assert done.changes == CHANGED
    assert (done.value.figures, done.value.posts, done.value.kept) == (3, 0, 0)
    assert files.taken() == (done.value.row,)
    assert (done.value.row.name, done.value.row.kind, done.value.row.rows) == (
        "octobre.csv",
        FileKind.WIDE,
        2,
    )
    figures, _ = everything(bench.station.database)
    assert [(one.day.day, one.metric, one.value) for one in figures] == [
        (12, FOLLOWERS, 16_821),
        (13, FOLLOWERS, 16_830),
        (12, VIEWS, 5),
    ]
    assert figures[0] == Figure(
        page,
        date(2026, 10, 12),
        FOLLOWERS,
        16_821,
        datetime(2026, 10, 12, 22, tzinfo=UTC),
        Origin.FILE,
        "facebook.account.followers",
    )
    assert figures[1].taken_at == START


def test_taking_back_leaves_nothing_and_restores_what_was_overwritten(
    bench: Bench, files: Files, page: int
) -> None:
    table = FigureTable(bench.station.database)
    table.put([Figure(page, date(2026, 10, 12), FOLLOWERS, 1, START, Origin.NETWORK, "x")])
    table.put([Figure(page, date(2026, 10, 13), FOLLOWERS, 2, START, Origin.HAND, "y")])
    before = everything(bench.station.database)
    preview = files.preview(WIDE, "octobre.csv")
    assert (preview.overwrites, preview.kept) == (1, 1)

    done = files.take(preview)

    assert (done.value.figures, done.value.kept) == (2, 1)
    assert table.latest({page}, {FOLLOWERS}, TODAY)[page, FOLLOWERS].value == 2
    assert took_back(done) == CHANGED
    assert (everything(bench.station.database), files.taken()) == (before, ())


def test_the_same_file_twice_is_taken_back_one_by_one(bench: Bench, files: Files, page: int) -> None:
    files.take(files.preview(WIDE, "a.csv"))
    once = everything(bench.station.database)

    took_back(files.take(files.preview(WIDE, "b.csv")))

    assert page
    assert everything(bench.station.database) == once
    assert [one.name for one in files.taken()] == ["a.csv"]


def test_posts_of_a_file_are_taken_with_what_they_count(bench: Bench, files: Files, page: int) -> None:
    before = everything(bench.station.database)

    done = files.take(files.preview(POSTS, "posts.csv"))

    assert (done.value.figures, done.value.posts, done.value.row.kind) == (3, 2, "posts")
    table = StatPosts(bench.station.database)
    blood, thanks = table.between(LONG_AGO, FAR)
    assert (blood.account, blood.remote_id, blood.title, blood.url) == (
        page,
        "https://f.example/1",
        "Don du sang",
        "https://f.example/1",
    )
    assert blood.published_at == datetime(2026, 10, 12, 7, 30, tzinfo=UTC)
    assert table.history(thanks.id) == (
        PostFigure(thanks.id, TODAY, Metric.REACTIONS, 4, START, Origin.FILE, "facebook.post.reactions"),
    )

    took_back(done)
    assert everything(bench.station.database) == before


def test_a_post_that_counts_by_itself_since_stays_when_its_file_is_taken_back(
    bench: Bench, files: Files, page: int
) -> None:
    done = files.take(files.preview(POSTS, "posts.csv"))
    table = StatPosts(bench.station.database)
    blood, _ = table.between(LONG_AGO, FAR)
    later = PostFigure(blood.id, TODAY + timedelta(days=1), Metric.REACTIONS, 99, START, Origin.NETWORK, "z")
    table.put_figures([later])

    took_back(done)

    assert page
    assert table.between(LONG_AGO, FAR) == (blood,)
    assert table.history(blood.id) == (later,)


def test_a_file_with_faults_is_never_taken_by_halves(bench: Bench, files: Files, page: int) -> None:
    preview = files.preview(WIDE + b"14/10/2026;Facebook;x;1\n", "octobre.csv")

    assert page
    assert causes(preview) == [(4, FileCause.DAY_IN_FUTURE), (4, FileCause.NUMBER)]
    assert preview.rows == 0
    with pytest.raises(FigureFileUnreadable):
        files.take(preview)
    assert everything(bench.station.database) == ([], [])
    assert files.taken() == ()


def test_when_an_account_goes_away_meanwhile_nothing_is_taken(bench: Bench, files: Files, page: int) -> None:
    other = bench.account(Network.X, Way.ASSISTED).id
    preview = files.preview(WIDE + b"11/10/2026;X;1;1\n", "octobre.csv")
    bench.station.accounts.remove(other)

    with pytest.raises(NotFound):
        files.take(preview)

    assert page
    assert everything(bench.station.database) == ([], [])
    assert files.taken() == ()


def test_the_person_says_which_account_and_which_order_of_days(files: Files, page: int, bench: Bench) -> None:
    bench.account(Network.X, Way.ASSISTED)
    data = b"date;vues\n01/09/2026;1\n01/10/2026;2\n"

    assert causes(files.preview(data, "v.csv")) == [
        (1, FileCause.ACCOUNT_NOT_CHOSEN),
        (2, FileCause.DAY_ORDER_UNKNOWN),
        (3, FileCause.DAY_ORDER_UNKNOWN),
    ]
    told = files.preview(data, "v.csv", account=page, order=DayFormat.DAY_FIRST)
    assert told.file is not None
    assert [one.day for one in told.file.figures] == [date(2026, 9, 1), date(2026, 10, 1)]
    with pytest.raises(NotFound):
        files.preview(data, "v.csv", account=999)


def test_fans_follow_their_own_definition(bench: Bench, files: Files, page: int) -> None:
    files.take(files.preview(b"date;fans\n2026-10-12;17000\n", "fans.csv"))

    (fans,), _ = everything(bench.station.database)
    assert (fans.account, fans.definition) == (page, "facebook.account.fans")


def test_a_workbook_is_read_like_a_table(files: Files, page: int, tmp_path: Path) -> None:
    path = tmp_path / "octobre.xlsx"
    path.write_bytes(
        sheets.written([("Date", "Compte", "Abonnés"), (date(2026, 10, 12), "Facebook", "16 821")], "Feuille")
    )

    preview = files.preview(path)

    assert preview.name == "octobre.xlsx"
    assert preview.file is not None
    assert [(one.account, one.day, one.value) for one in preview.file.figures] == [
        (page, date(2026, 10, 12), 16_821)
    ]
    assert causes(files.preview(b"PK not a workbook", "x.xlsx")) == [(0, FileCause.NOT_A_SHEET)]


def test_a_huge_file_is_refused_before_it_is_read(files: Files, page: int, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    path.chmod(0o000)  # nobody can read it, only ask for its size

    preview = files.preview(path)

    assert page
    assert causes(preview) == [(0, FileCause.TOO_LARGE)]
    assert preview.faults[0].found == "500000000"


@pytest.mark.parametrize("named", ["octobre.pdf", "octobre", ""])
def test_another_kind_of_file_is_refused(files: Files, named: str) -> None:
    with pytest.raises(FigureFileUnknown):
        files.preview(WIDE, named)


def test_a_file_that_is_not_there_is_told(files: Files, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        files.preview(tmp_path / "nowhere.csv")


def test_a_post_without_an_hour_is_told_as_such(bench: Bench, files: Files, page: int) -> None:
    table = (
        "date;heure;compte;titre;réactions\n"
        "2026-10-12;;Facebook;Sans heure;1\n2026-10-12;0h00;Facebook;Minuit;2\n"
    ).encode()

    files.take(files.preview(table, "posts.csv"))

    found = StatPosts(bench.station.database).between(LONG_AGO, FAR)
    assert page
    assert {one.title: one.hour_known for one in found} == {"Sans heure": False, "Minuit": True}
    assert {one.published_at for one in found} == {datetime(2026, 10, 11, 22, tzinfo=UTC)}
