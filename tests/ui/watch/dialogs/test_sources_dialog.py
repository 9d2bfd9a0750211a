"""All sources: what each says, what can be done with it, and the files of other readers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_errors import NotOpml, OpmlProblem
from cmstation.services.station import Station
from cmstation.services.watch_sources import WatchedSource
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.notices import Notice
from cmstation.ui.watch.dialogs.opml_dialog import OpmlDialog
from cmstation.ui.watch.dialogs.opml_words import not_opml_words
from cmstation.ui.watch.dialogs.remove_source_dialog import RemoveSourceDialog
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.source_dialog import SourceDialog
from cmstation.ui.watch.dialogs.source_words import kind_words, next_words, pace_words, silence_words
from cmstation.ui.watch.dialogs.sources_deeds import SourcesDeeds
from cmstation.ui.watch.dialogs.sources_dialog import SourcesDialog
from tests.ui.calendar.dialog_hands import choose, click, enter, escape, nameless, press, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]
NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
GONE = "Diabète du Val"
OPML = """<opml version="2.0"><head><title>x</title></head><body><outline text="Cardiologie">
<outline text="Un blog" type="rss" xmlUrl="https://blog.example/feed"/>
<outline text="Local" type="rss" xmlUrl="file:///etc/passwd"/></outline></body></opml>"""


@pytest.fixture
def deeds(behind: QWidget, station: Station, commands: Commands, icons: Icons) -> SourcesDeeds:
    """The list joined to the sample clinic."""
    return SourcesDeeds(behind, station, commands, icons, SourceDeeds(behind, station, commands, icons))


@pytest.fixture
def dialog(behind: QWidget, deeds: SourcesDeeds, settled: Settled) -> SourcesDialog:
    """The list of the sample clinic."""
    deeds.open()
    settled()
    return opened(behind, SourcesDialog)


def found(station: Station, name: str) -> WatchedSource:
    return next(one for one in station.watch_sources.all() if one.source.name == name)


def go_to(dialog: SourcesDialog, station: Station, name: str) -> None:
    dialog.list.setCurrentIndex(dialog.list.sources.place(found(station, name).source.id))


def names(dialog: SourcesDialog) -> list[str]:
    model = dialog.list.sources
    return [str(model.index(row).data()) for row in range(model.rowCount())]


# --- words ---


def test_a_feed_is_called_by_the_place_that_people_know() -> None:
    feed = SourceKind.FEED

    assert kind_words(feed, "https://www.google.fr/alerts/feeds/1/2") == "Google Alert"
    assert kind_words(feed, "https://news.google.com/rss/search?q=x") == "Google News"
    assert kind_words(feed, "https://www.reddit.com/r/sante/.rss") == "Reddit"
    assert kind_words(feed, "https://a.example/feed") == "Feed"


def test_silence_says_why_and_what_to_do() -> None:
    source, state = Source(1, SourceKind.FEED, "https://a.example"), SourceState(1)

    assert not silence_words(source, state)
    assert silence_words(replace(source, paused=True), state) == (
        "Paused: nothing is read until you resume it."
    )
    failing = replace(state, trouble=SourceTrouble.SERVER_TROUBLE, detail="503")
    assert silence_words(source, failing).endswith("(503) It is tried again by itself.")
    dead = replace(state, trouble=SourceTrouble.GONE)
    assert "look for its new address" in silence_words(replace(source, paused=True), dead)


def test_what_is_due_is_read_soon_and_paper_never() -> None:
    state = SourceState(1, due_at=NOW)
    source = Source(1, SourceKind.FEED, "https://a.example")

    assert next_words(source, state, str, NOW) == "soon"
    assert next_words(replace(source, paused=True), state, str, NOW) == "paused"
    assert next_words(replace(source, kind=SourceKind.PAPER), state, str, NOW) == "–"


def test_paces_are_said_in_words() -> None:
    told = [pace_words(minutes) for minutes in (None, 30, 180, 1440)]

    assert told == ["As often as it needs", "Every 30 minute(s)", "Every 3 hour(s)", "Once a day"]


# --- the list ---


def test_all_sources_are_there_and_the_silent_ones_apart(dialog: SourcesDialog, station: Station) -> None:
    assert len(names(dialog)) == len(station.watch_sources.all())

    press(dialog.which, "Silent (2)")

    assert names(dialog) == [GONE, "Polyclinique des Rives"]
    row = dialog.list.sources.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "This address no longer exists" in row


def test_words_find_sources_and_lists(dialog: SourcesDialog) -> None:
    write(dialog.search, "ethique soin")
    assert names(dialog) == ["Éthique et soin"]

    write(dialog.search, "rien de tel")

    assert dialog.nothing.text() == "Nothing found."
    assert not dialog.card.isEnabled()


def test_a_source_is_paused_and_resumed(dialog: SourcesDialog, station: Station, settled: Settled) -> None:
    go_to(dialog, station, "Santé durable")

    click(dialog.card.turn)
    settled()
    assert found(station, "Santé durable").source.paused
    assert dialog.card.turn.text() == "Resume"
    click(dialog.card.turn)
    settled()

    assert not found(station, "Santé durable").source.paused
    assert dialog.list.current() is not None


def test_f2_renames_and_enter_keeps_the_name(
    dialog: SourcesDialog, station: Station, commands: Commands, settled: Settled
) -> None:
    go_to(dialog, station, "Santé durable")

    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    assert dialog.focusWidget() is dialog.card.name
    write(dialog.card.name, "Le bulletin vert")
    enter(dialog.card.name)
    settled()

    assert found(station, "Le bulletin vert").source.title == "Santé durable"
    assert commands.undo_text == "Source renamed"


def test_pace_and_preference_are_kept(dialog: SourcesDialog, station: Station, settled: Settled) -> None:
    go_to(dialog, station, "Santé durable")

    choose(dialog.card.pace, "Once a day")
    settled()
    QTest.keyClick(dialog.card.preferred, Qt.Key.Key_Space)
    settled()

    source = found(station, "Santé durable").source
    assert (source.every_minutes, source.standing) == (1440, 1)


def test_a_source_about_which_nothing_was_decided_goes_at_once(
    dialog: SourcesDialog, station: Station, commands: Commands, settled: Settled
) -> None:
    go_to(dialog, station, GONE)

    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    settled()
    assert GONE not in names(dialog)
    commands.undo()
    settled()

    assert GONE in names(dialog)


def test_a_source_with_decided_stories_is_asked_about(
    dialog: SourcesDialog, station: Station, settled: Settled
) -> None:
    go_to(dialog, station, "Le Courrier du Val")
    click(dialog.card.remove)
    settled()
    question = opened(dialog, RemoveSourceDialog)
    told = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "Remove “Le Courrier du Val”?" in told
    assert "decided about" in told
    escape(question)
    settled()
    assert "Le Courrier du Val" in names(dialog)

    click(dialog.card.remove)
    settled()
    click(opened(dialog, RemoveSourceDialog).remove)
    settled()

    assert "Le Courrier du Val" not in names(dialog)


def test_adding_opens_over_the_list(dialog: SourcesDialog, settled: Settled) -> None:
    click(dialog.add)
    settled()

    escape(opened(dialog, SourceDialog))

    assert dialog.isVisible()


def test_everything_has_a_name_and_tab_goes_round(dialog: SourcesDialog, station: Station) -> None:
    go_to(dialog, station, "Santé durable")
    assert not nameless(dialog)

    visited = walk(dialog)

    card = dialog.card
    order = [visited.index(one) for one in (dialog.list, card.name, card.pace, card.preferred, card.turn)]
    assert order == sorted(order)


# --- files ---


def test_a_list_of_another_reader_is_looked_at_then_taken(
    behind: QWidget, deeds: SourcesDeeds, station: Station, tmp_path: Path, settled: Settled
) -> None:
    file = tmp_path / "veille.opml"
    file.write_text(OPML, encoding="utf-8")
    deeds.read_file(file)
    settled()
    preview = opened(behind, OpmlDialog)
    told = [label.text() for label in preview.findChildren(QLabel)]
    assert "1 new source(s): “Un blog”" in told
    assert preview.faults.item(0).text() == "Feed 2, “Local”: its address is not one of the web"
    assert not any(one.source.name == "Un blog" for one in station.watch_sources.all())

    enter(preview.take)
    settled()

    added = found(station, "Un blog")
    lists = {one.id: one.name for one in station.watch_lists.all()}
    assert [lists[one] for one in added.lists] == ["Cardiologie"]


def test_a_file_that_is_no_list_says_so(
    behind: QWidget, deeds: SourcesDeeds, tmp_path: Path, settled: Settled
) -> None:
    file = tmp_path / "page.opml"
    file.write_text("<html><body>Bonjour</body></html>", encoding="utf-8")

    deeds.read_file(file)
    settled()

    preview = opened(behind, OpmlDialog)
    assert any("is no list of sources" in label.text() for label in preview.findChildren(QLabel))
    assert preview.take.isHidden()


def test_every_fault_of_a_file_has_words() -> None:
    told = {not_opml_words(NotOpml(problem)) for problem in OpmlProblem}

    assert len(told) == len(OpmlProblem)
    assert not_opml_words(NotOpml(OpmlProblem.ILL_FORMED, line=12)).startswith("Line 12: ")


def test_all_sources_are_written_to_a_file(
    deeds: SourcesDeeds, station: Station, commands: Commands, tmp_path: Path, settled: Settled
) -> None:
    said: list[Notice] = []
    commands.noticed.connect(said.append)

    deeds.write_file(tmp_path / "veille.opml")
    settled()

    assert len(station.watch_sources.import_opml((tmp_path / "veille.opml").read_bytes()).known) > 10
    assert said[-1].text == "All sources written to veille.opml"
