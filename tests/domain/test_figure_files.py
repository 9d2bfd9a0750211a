"""Files of figures: tables of all programs are read, and what is wrong in them is told line by line."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.figure_days import DayFormat, Stamp
from cmstation.domain.figure_faults import FigureFileUnreadable, FileCause, FileFault
from cmstation.domain.figure_files import FigureFile, Known, read_figures
from cmstation.domain.figure_headings import FileKind
from cmstation.domain.figure_tables import LARGEST, MOST_ROWS, read_table
from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network, Way
from cmstation.domain.plan_table import SheetRow

TODAY = date(2026, 10, 13)
FOLLOWERS, VIEWS = Metric.FOLLOWERS, Metric.VIEWS


def account(identity: int, network: Network, name: str, handle: str = "") -> Account:
    """Make an account."""
    return Account(identity, network, Way.DIRECT, name, handle, "", "", AccountState.READY, identity)


PAGE = account(1, Network.FACEBOOK, "Page de la maternité", "@maternite")
SITE = account(2, Network.WORDPRESS, "Site")
BIRD = account(3, Network.X, "Compte X", "@clinique_x")
ALL = (PAGE, SITE, BIRD)


def told(text: str | bytes, *, only: int | None = None, order: DayFormat | None = None) -> FigureFile:
    """Read a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_figures(read_table(data), Known(ALL, TODAY, only, order))


def faults(text: str | bytes, *, only: int | None = None, order: DayFormat | None = None) -> list[FileFault]:
    """Read a file that must be refused."""
    with pytest.raises(FigureFileUnreadable) as caught:
        told(text, only=only, order=order)
    return list(caught.value.faults)


def causes(text: str | bytes, *, only: int | None = None) -> list[tuple[int, FileCause]]:
    """Tell what is wrong, line by line."""
    return [(one.line, one.cause) for one in faults(text, only=only)]


def values(file: FigureFile) -> list[tuple[int, str, str, int]]:
    """Return figures in short."""
    return [(one.account, str(one.day), one.metric.value, one.value) for one in file.figures]


# --- tables ---


def test_a_column_for_each_metric_in_french() -> None:
    file = told(
        "Date;Compte;Abonnés;Vues;Remarque\n"
        "12/10/2026;@maternite;16 821;78\u202f000;fête\n"
        "13/10/2026;site;;5\n"
    )

    assert file.kind is FileKind.WIDE
    assert values(file) == [
        (1, "2026-10-12", "followers", 16_821),
        (1, "2026-10-12", "views", 78_000),
        (2, "2026-10-13", "views", 5),
    ]
    assert file.passed_over == ("Remarque",)


def test_a_line_for_each_figure_in_english() -> None:
    file = told("date,account,metric,value\n2026-10-12,Facebook,followers,100\n2026-10-12,X,Reach,7\n")

    assert file.kind is FileKind.LONG
    assert values(file) == [(1, "2026-10-12", "followers", 100), (3, "2026-10-12", "reach", 7)]


def test_fans_of_a_page_are_another_crowd_than_followers() -> None:
    (fans,) = told("jour;fans\n2026-10-12;17000\n", only=1).figures

    assert (fans.metric, fans.word) == (FOLLOWERS, "fans")


@pytest.mark.parametrize(
    "written",
    [
        "date;abonnés\n2026-10-12;1\n".encode(),
        b"\xef\xbb\xbf" + "date;abonnés\n2026-10-12;1\n".encode(),
        "date;abonnés\r\n2026-10-12;1\r\n".encode("cp1252"),
        b"\xff\xfe" + "sep=\t\ndate\tabonnés\n2026-10-12\t1\n".encode("utf-16-le"),
        "date,abonnés\n2026-10-12,1".encode(),
        "\n\nDate\tNombre d’abonnés\n2026-10-12\t1\n\n".encode(),
        "Rapport de la page\n\nDate;Abonnés\n2026-10-12;1\n".encode(),
    ],
)
def test_letters_and_separators_of_all_programs_are_read(written: bytes) -> None:
    assert values(told(written, only=1)) == [(1, "2026-10-12", "followers", 1)]


def test_each_line_may_be_a_post() -> None:
    file = told(
        "date;heure;compte;titre;lien;réactions;commentaires;partages\n"
        "12/10/2026;9h30;Page de la maternité;Don du sang;https://f.example/1;12;3;\n"
        "13/10/2026;;Page de la maternité;Merci;;0;;1\n"
    )

    assert file.kind is FileKind.POSTS
    first, second = file.posts
    assert first.published == Stamp(date(2026, 10, 12), time(9, 30))
    assert (first.name, first.title, first.line) == ("https://f.example/1", "Don du sang", 2)
    assert first.figures == ((Metric.REACTIONS, 12, ""), (Metric.COMMENTS, 3, ""))
    assert second.name == "2026-10-13 merci"
    assert second.figures == ((Metric.REACTIONS, 0, ""), (Metric.SHARES, 1, ""))


def test_visits_counted_by_matomo_and_plausible_belong_to_the_only_site() -> None:
    matomo = told(
        b"\xff\xfe" + "Date,Visiteurs uniques,Visites,Actions\n2026-10-12,40,55,120\n".encode("utf-16-le")
    )
    plausible = told(
        "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration\n"
        "2026-10-12,40,120,55,2.18,45,61\n"
    )

    assert (matomo.kind, plausible.kind) == (FileKind.MATOMO, FileKind.PLAUSIBLE)
    assert values(matomo) == [(2, "2026-10-12", "visitors", 40), (2, "2026-10-12", "visits", 55)]
    assert values(plausible) == [
        (2, "2026-10-12", "visitors", 40),
        (2, "2026-10-12", "views", 120),
        (2, "2026-10-12", "visits", 55),
    ]
    assert matomo.passed_over == ("Actions",)


def test_what_is_not_known_is_absent_and_never_nought() -> None:
    file = told("date;abonnés;vues;portée\n2026-10-12;–;n/a;0\n", only=1)

    assert values(file) == [(1, "2026-10-12", "reach", 0)]


# --- faults of a file ---


def test_wrong_columns_are_named() -> None:
    assert causes("jour;couleur\n2026-10-12;rouge\n") == [(1, FileCause.NO_FIGURE_COLUMN)]
    assert causes("abonnés;vues\n1;2\n") == [(1, FileCause.NO_DAY_COLUMN)]
    assert causes("date;abonnés;followers\n2026-10-12;1;2\n", only=1) == [(1, FileCause.HEADING_TWICE)]
    assert causes("") == [(0, FileCause.NOTHING_IN_IT)]
    assert causes("date;abonnés\n", only=1) == [(0, FileCause.NOTHING_IN_IT)]


def test_every_fault_is_told_with_its_line_and_column() -> None:
    found = faults(
        "date;compte;abonnés\n"
        "2026-10-12;Facebok;10\n"
        "2026-10-32;Site;10\n"
        ";Site;10\n"
        "2026-10-14;Site;10\n"
        "2026-10-11;;-4\n"
        "46307;Site;1,5\n"
        "2026-10-10;Site;beaucoup\n"
        "2026-10-09;Site;9999999999999\n"
    )

    assert [(one.line, one.column, one.cause, one.found) for one in found] == [
        (2, "compte", FileCause.ACCOUNT, "Facebok"),
        (3, "date", FileCause.DAY, "2026-10-32"),
        (4, "date", FileCause.DAY_MISSING, ""),
        (5, "date", FileCause.DAY_IN_FUTURE, "2026-10-14"),
        (6, "compte", FileCause.ACCOUNT_MISSING, ""),
        (6, "abonnés", FileCause.NUMBER_BELOW_ZERO, "-4"),
        (7, "date", FileCause.DAY_AS_SERIAL, "46307"),
        (7, "abonnés", FileCause.NUMBER_NOT_WHOLE, "1,5"),
        (8, "abonnés", FileCause.NUMBER, "beaucoup"),
        (9, "abonnés", FileCause.NUMBER_TOO_GREAT, "9999999999999"),
    ]


def test_a_figure_told_twice_names_both_lines() -> None:
    found = faults("date;compte;vues\n2026-10-12;Site;1\n2026-10-11;Site;1\n2026-10-12;Site;2\n")

    assert found == [FileFault(4, "vues", FileCause.TWICE, "", 2)]


def test_a_day_in_another_format_names_a_line_that_it_contradicts() -> None:
    found = faults("date;compte;vues\n2026-10-12;Site;1\n2026-10-11;Site;1\n12 octobre 2026;Site;2\n")

    assert found == [FileFault(4, "date", FileCause.DAY_OTHER_FORMAT, "12 octobre 2026", 2)]


def test_an_unquoted_comma_in_a_number_is_seen() -> None:
    assert causes("date,followers\n2026-10-12,16,821\n", only=1) == [(2, FileCause.CELLS_BEYOND)]


def test_an_account_must_be_known_and_alone() -> None:
    both = Known((PAGE, account(9, Network.FACEBOOK, "Seconde page")), TODAY)

    with pytest.raises(FigureFileUnreadable) as caught:
        read_figures(read_table(b"date,account,views\n2026-10-12,facebook,1\n"), both)

    assert caught.value.faults[0].cause is FileCause.ACCOUNT_NOT_ALONE
    assert causes("date;vues\n2026-10-12;1\n") == [(1, FileCause.ACCOUNT_NOT_CHOSEN)]


def test_no_more_than_a_hundred_faults_are_told() -> None:
    with pytest.raises(FigureFileUnreadable) as caught:
        told("date;vues\n" + "hier;1\n" * 150, only=1)

    assert (len(caught.value.faults), caught.value.more) == (100, True)


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", FileCause.LETTERS),
        (b"\x81\x8d", FileCause.LETTERS),
        (b'date;vues\n"2026', FileCause.QUOTES),
        (b"date;vues\n" + b"2026-10-12;1\n" * (MOST_ROWS + 20), FileCause.TOO_MANY_ROWS),
        (b"a;" * 400, FileCause.TOO_MANY_COLUMNS),
        (b" " * (LARGEST + 1), FileCause.TOO_LARGE),
    ],
)
def test_what_is_no_table_is_refused(written: bytes, cause: FileCause) -> None:
    assert faults(written, only=1)[0].cause is cause


def test_a_rounded_figure_of_a_post_is_refused_and_one_of_an_account_says_so() -> None:
    (figure,) = told("date;abonnés\n2026-10-12;1,2 k\n", only=1).figures

    assert (figure.value, figure.rounded) == (1200, True)
    assert causes("date;titre;vues\n2026-10-12;Merci;1,2 k\n", only=1) == [(2, FileCause.NUMBER_ROUNDED)]


def test_a_post_needs_something_to_be_told_apart_by() -> None:
    assert causes("date;titre;vues\n2026-10-12;;1\n", only=1) == [(2, FileCause.POST_UNNAMED)]
    assert causes("date;titre;vues\n2026-10-12;A;1\n2026-10-12;a;1\n", only=1) == [(3, FileCause.TWICE)]
    assert causes("date;heure;titre;vues\n2026-10-12;25:00;A;1\n", only=1) == [(2, FileCause.HOUR)]


def test_a_spreadsheet_has_its_own_days_and_numbers() -> None:
    rows = (
        SheetRow(1, ("Date", "Compte", "Abonnés")),
        SheetRow(2, (datetime(2026, 10, 12), "Site", 16_821.0)),  # noqa: DTZ001 - as a sheet gives it
        SheetRow(3, (date(2026, 10, 11), "Site", 12)),
        SheetRow(4, (46_307, "Site", 12.5)),
        SheetRow(5, (date(2026, 10, 9), "Site", True)),
        SheetRow(6, (date(2026, 10, 8), "Site", float("nan"))),
    )

    found = read_figures(rows[:3], Known(ALL, TODAY))
    with pytest.raises(FigureFileUnreadable) as caught:
        read_figures(rows, Known(ALL, TODAY))

    assert [one.value for one in found.figures] == [16_821, 12]
    assert [(one.line, one.cause) for one in caught.value.faults] == [
        (4, FileCause.DAY_AS_SERIAL),
        (4, FileCause.NUMBER_NOT_WHOLE),
        (5, FileCause.NUMBER),
        (6, FileCause.NUMBER),
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        file = told(b"date;vues\n" + data, only=1)
    except FigureFileUnreadable as refused:
        assert refused.faults
    else:
        assert file.figures


def test_a_day_of_another_zone_may_be_a_day_ahead() -> None:
    ahead = TODAY + timedelta(days=1)

    assert told(f"date;titre;vues\n{ahead}T01:00+10:00;A;1\n", only=1).posts
    assert causes(f"date;titre;vues\n{ahead}T01:00;A;1\n", only=1) == [(2, FileCause.DAY_IN_FUTURE)]
