"""The director's report: its figures are those of the answers, and nothing is said of what is unknown."""

import email
import email.policy
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from cmstation.domain import report_metric_words
from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.comparisons import Change, Reason, Standing
from cmstation.domain.errors import FolderNotWritable
from cmstation.domain.metric_definitions import DEFINITIONS
from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.networks import Network, Way
from cmstation.domain.periods import Period, month, quarter, year
from cmstation.domain.report_document import (
    HeatData,
    LineData,
    ReportDocument,
    Section,
    SectionKey,
    Trend,
)
from cmstation.open_station import Parts, open_station
from cmstation.services.reports import Reports
from cmstation.services.reports_sections import told_change
from cmstation.services.station import Station
from cmstation.storage.settings import Settings
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable
from tests.fakes.secret_box import SecretBox
from tests.services.conftest import Bench

NOW = datetime(2026, 10, 13, 12, 0, tzinfo=UTC)
SEPTEMBER = month(2026, 9)


def reports_of(station: Station) -> Reports:
    return Reports(
        station.statistics,
        station.stat_notes,
        station.stat_peers,
        station.press_reviews,
        Settings(station.database),
        station.preferences,
        station.clock,
    )


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    parts = Parts(FixedClock(NOW), SecretBox())
    station = open_station(tmp_path_factory.mktemp("clinic") / "clinic", rehearsal=True, parts=parts)
    yield station
    station.close()


@pytest.fixture(scope="module")
def document(clinic: Station) -> ReportDocument:
    return reports_of(clinic).document(SEPTEMBER)


def section(document: ReportDocument, key: SectionKey) -> Section:
    (found,) = (one for one in document.sections if one.key is key)
    return found


# --- the document ---


def test_the_sections_stand_in_their_order(document: ReportDocument) -> None:
    assert [one.key for one in document.sections] == list(SectionKey)
    assert all(one.sentences or one.tables or one.empty for one in document.sections)
    assert not any(one.empty and (one.figures or one.charts or one.tables) for one in document.sections)


def test_each_figure_is_the_one_of_the_answers(clinic: Station, document: ReportDocument) -> None:
    answers = clinic.statistics.answers(SEPTEMBER)
    told = {one.label: one for one in section(document, SectionKey.SUMMARY).figures}
    names = {one.id: one for one in answers.accounts}

    for one in answers.headlines:
        account = names[one.account]
        network = account.network.proper_name
        name = network if account.name == network else f"{network} · {account.name}"
        part = told[f"{report_metric_words.metric_words(one.metric)} · {name}"]
        assert part.value == one.value
        assert [change.amount for change in part.changes] == [
            one.against_before.by,
            one.against_year_before.by,
        ]
        assert one.value is None or part.freshness
    assert len(told) == len(answers.headlines) + sum(one.count is not None for one in answers.published)


def test_the_first_sentence_adds_up_what_can_be_compared(clinic: Station, document: ReportDocument) -> None:
    answers = clinic.statistics.answers(SEPTEMBER)
    changes = [one.against_before.by for one in answers.headlines if one.metric is Metric.FOLLOWERS]

    first = section(document, SectionKey.SUMMARY).sentences[0]

    gained = sum(one for one in changes if one is not None)
    assert first == f"L’établissement a gagné {gained}\u00a0abonnés sur {len(changes)}\u00a0comptes."


def test_posts_keep_their_order_figures_and_links(clinic: Station, document: ReportDocument) -> None:
    answers = clinic.statistics.answers(SEPTEMBER)

    (table,) = section(document, SectionKey.WORKED).tables

    assert [row[0] for row in table.rows] == [one.post.title for one in answers.posts]
    scores = [None if one.score is None else one.score.value for one in answers.posts]
    assert [row[-1] for row in table.rows] == scores
    place = [one.title for one in table.columns].index("Réactions")
    known = [one.latest.get(Metric.REACTIONS) for one in answers.posts]
    assert [row[place] for row in table.rows] == [one and one.value for one in known]


def test_gaps_stay_gaps_in_the_curves(clinic: Station, document: ReportDocument) -> None:
    (chart,) = section(document, SectionKey.FOLLOWERS).charts
    assert isinstance(chart, LineData)

    curves = clinic.statistics.curves(Metric.FOLLOWERS, None, chart.days[0], chart.days[-1])

    assert chart.days[-1] == SEPTEMBER.last
    assert len(chart.days) == 92
    for series, (_account, line) in zip(chart.series, curves, strict=True):
        assert series.values == tuple(line.value_at(day) for day in chart.days)
    assert any(value is None for series in chart.series for value in series.values)


def test_an_hour_with_few_posts_has_no_value(clinic: Station, document: ReportDocument) -> None:
    (chart,) = section(document, SectionKey.HOURS).charts
    assert isinstance(chart, HeatData)
    cells = clinic.statistics.answers(SEPTEMBER).hours.cells

    for cell in cells:
        told = chart.cells[cell.weekday][cell.hour]
        assert (told.count if told else 0) == cell.count
        assert (told.value if told else None) == (cell.median if cell.claim else None)


def test_the_workbook_has_every_metric(clinic: Station) -> None:
    whole = reports_of(clinic).document(SEPTEMBER, whole=True)

    (table,) = section(whole, SectionKey.WORKED).tables

    known = {metric for one in clinic.statistics.posts(SEPTEMBER) for metric in one.latest}
    titles = {one.title for one in table.columns}
    assert {report_metric_words.metric_words(metric) for metric in known} <= titles


def test_a_year_is_held_against_one_year(clinic: Station) -> None:
    made = reports_of(clinic).document(year(2026))

    for part in section(made, SectionKey.SUMMARY).figures:
        assert [change.against for change in part.changes] == ["2025"]


def test_a_period_that_runs_says_so(clinic: Station) -> None:
    running = reports_of(clinic).document(month(2026, 10))

    assert any("n’est pas terminée" in one for one in section(running, SectionKey.SUMMARY).sentences)


# --- nothing invented ---


def test_an_empty_station_says_why_and_shows_no_number(bench: Bench) -> None:
    bench.account(Network.FACEBOOK, Way.ASSISTED)

    made = reports_of(bench.station).document(SEPTEMBER)

    for one in made.sections:
        assert one.empty
        assert not (one.sentences or one.figures or one.charts or one.tables)
    assert made.definitions == ()


def test_an_old_figure_is_named_as_such(bench: Bench) -> None:
    page = bench.account(Network.FACEBOOK, Way.ASSISTED)
    day = date(2026, 7, 3)
    at = datetime(2026, 7, 3, 6, tzinfo=UTC)
    key = "facebook.account.followers"
    FigureTable(bench.station.database).put(
        [Figure(page.id, day, Metric.FOLLOWERS, 16_500, at, Origin.HAND, key)]
    )

    made = reports_of(bench.station).document(SEPTEMBER)

    (part,) = section(made, SectionKey.SUMMARY).figures
    assert (part.value, part.told) == (None, "non relevé")
    assert part.note == "dernier chiffre connu\u00a0: 16\u202f500, le 3\u00a0juillet\u00a02026"
    assert [change.amount for change in part.changes] == [None, None]


def test_days_that_are_counted_otherwise_are_not_added_up(bench: Bench) -> None:
    page = bench.account(Network.FACEBOOK, Way.ASSISTED)
    at = datetime(2026, 9, 3, 6, tzinfo=UTC)
    keys = ("facebook.account.reach", "facebook.account.viewers")
    FigureTable(bench.station.database).put(
        [
            Figure(page.id, date(2026, 9, 1 + place), Metric.REACH, 100, at, Origin.HAND, key)
            for place, key in enumerate(keys)
        ]
    )

    (part,) = section(reports_of(bench.station).document(SEPTEMBER), SectionKey.SUMMARY).figures

    assert part.value is None
    assert part.note.startswith("le réseau a changé sa façon de compter")


def _standing(value: int | None) -> Standing:
    return Standing(value, None, 20, 30)


def test_sums_that_lack_days_are_compared_by_the_day() -> None:
    found = Change(900, 800, None, -0.1, True, None, True, _standing(800), _standing(900))

    told = told_change(found, "août 2026")

    assert (told.amount, told.share, told.trend) == (None, -0.1, Trend.DOWN)
    assert told.short == "\u221210,0\u202f% par jour en moyenne"


@pytest.mark.parametrize(
    ("reason", "short"),
    [
        (Reason.DEFINITION_CHANGED, "compté autrement"),
        (Reason.FEW_DAYS_BEFORE, "trop peu de jours relevés"),
        (Reason.UNKNOWN_BEFORE, "—"),
    ],
)
def test_what_cannot_be_compared_says_why(reason: Reason, short: str) -> None:
    found = Change(900, 800, None, None, False, reason, False, _standing(800), _standing(900))

    told = told_change(found, "août 2026")

    assert (told.amount, told.share, told.trend, told.short) == (None, None, Trend.UNKNOWN, short)


def test_every_definition_has_its_french_sentence() -> None:
    unknown = report_metric_words.definition_words("nobody.knows.this")

    assert [one.key for one in DEFINITIONS if report_metric_words.definition_words(one.key) == unknown] == []
    assert all(report_metric_words.metric_words(metric) for metric in Metric)


# --- comments ---


def test_a_comment_is_of_its_period_and_section_and_can_be_taken_back(bench: Bench) -> None:
    reports = reports_of(bench.station)

    done = reports.comment(SEPTEMBER, SectionKey.PRESS, "Deux articles\nsont à suivre.")

    written = {one.key: one.comment for one in reports.document(SEPTEMBER).sections if one.comment}
    assert written == {SectionKey.PRESS: "Deux articles\nsont à suivre."}
    assert not any(one.comment for one in reports.document(month(2026, 8)).sections)
    assert done.undo is not None
    done.undo()
    assert not any(one.comment for one in reports.document(SEPTEMBER).sections)


# --- files ---


def test_every_file_opens(clinic: Station, tmp_path: Path) -> None:
    from docx import Document
    from openpyxl import load_workbook
    from pptx import Presentation

    files = {kind: tmp_path / f"rapport.{kind}" for kind in ("pdf", "docx", "pptx", "xlsx")}

    written = reports_of(clinic).write(quarter(2026, 3), **files)

    assert written == tuple(files.values())
    assert files["pdf"].read_bytes()[:5] == b"%PDF-"
    assert any("L’établissement" in one.text for one in Document(str(files["docx"])).paragraphs)
    assert len(Presentation(str(files["pptx"])).slides) > 5
    assert len(load_workbook(files["xlsx"]).sheetnames) > 5
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(one.name for one in files.values())


def test_only_what_was_asked_for_is_written(clinic: Station, tmp_path: Path) -> None:
    file = tmp_path / "rapport.xlsx"

    assert reports_of(clinic).write(SEPTEMBER, xlsx=file) == (file,)

    assert zipfile.is_zipfile(BytesIO(file.read_bytes()))
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_refused(clinic: Station, tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        reports_of(clinic).write(SEPTEMBER, xlsx=tmp_path / "nowhere" / "rapport.xlsx")


# --- the month's mail ---


def _with_a_figure(bench: Bench) -> Reports:
    page = bench.account(Network.FACEBOOK, Way.ASSISTED)
    at = datetime(2026, 9, 29, 6, tzinfo=UTC)
    figure = Figure(page.id, at.date(), Metric.FOLLOWERS, 16_500, at, Origin.HAND)
    FigureTable(bench.station.database).put([figure])
    return reports_of(bench.station)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (datetime(2026, 10, 4, 21, 59, tzinfo=UTC), None),
        # In Paris it is Monday already.
        (datetime(2026, 10, 4, 22, 1, tzinfo=UTC), SEPTEMBER),
        (datetime(2026, 10, 31, 12, tzinfo=UTC), SEPTEMBER),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), None),
    ],
)
def test_a_mail_is_due_from_the_first_monday_on(bench: Bench, day: datetime, expected: Period | None) -> None:
    bench.station.preferences.set_zone("Europe/Paris")

    assert _with_a_figure(bench).due(day) == expected


def test_nothing_is_due_of_a_month_of_which_nothing_is_known(bench: Bench) -> None:
    assert reports_of(bench.station).due(NOW) is None


def test_a_mail_has_the_pdf_and_is_made_once(bench: Bench, tmp_path: Path) -> None:
    reports = _with_a_figure(bench)
    assert reports.due(NOW) == SEPTEMBER

    file = reports.mail(SEPTEMBER, tmp_path)

    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    (attached,) = message.iter_attachments()
    body = message.get_body(("plain",))
    assert file.name == "rapport-2026-09.eml"
    assert (message["X-Unsent"], message["From"], message["To"]) == ("1", None, None)
    assert message["Subject"].endswith("Rapport mensuel septembre\u00a02026")
    assert body is not None
    assert body.get_content().startswith("Bonjour,")
    assert attached.get_filename() == "rapport-2026-09.pdf"
    assert attached.get_content()[:5] == b"%PDF-"
    assert reports_of(bench.restart()).due(NOW + timedelta(days=1)) is None
    assert reports_of(bench.station).due(replace_month(NOW)) == month(2026, 10)


def replace_month(moment: datetime) -> datetime:
    return moment.replace(month=11)


def test_posts_that_are_gone_are_named_and_lead_nowhere(tmp_path: Path) -> None:
    parts = Parts(FixedClock(NOW), SecretBox())
    station = open_station(tmp_path / "clinic", rehearsal=True, parts=parts)
    first, second = station.statistics.answers(SEPTEMBER).posts[:2]
    before = section(reports_of(station).document(SEPTEMBER), SectionKey.WORKED)
    StatPosts(station.database).gone([first.post.id], NOW)
    station.statistics.changed(Changes(statistics=True))

    told = section(reports_of(station).document(SEPTEMBER), SectionKey.WORKED)
    station.close()

    said = "1\u00a0publication n’est plus en ligne\u202f; ses derniers chiffres connus sont gardés."
    assert told.sentences == (*before.sentences, said)
    table = told.tables[0]
    assert [row[0] for row in table.rows[:2]] == [
        f"{first.post.title} (n’est plus en ligne)",
        second.post.title,
    ]
    assert table.links[0] == ""
    assert [row[1:] for row in table.rows] == [row[1:] for row in before.tables[0].rows]
