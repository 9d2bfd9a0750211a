"""Articles kept by hand: of the paper press, and pages of the web."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import Item, SourceKind, SourceTrouble, StoryFilter
from cmstation.services.station import Station
from cmstation.services.watch_own_items import scanned_picture
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.paper_deeds import PaperDeeds
from cmstation.ui.watch.dialogs.paper_dialog import PaperDialog
from cmstation.ui.watch.dialogs.paper_wish import PaperWish
from tests.ui.calendar.dialog_hands import click, enter, nameless, press, walk, write
from tests.ui.watch.dialogs.conftest import opened

Settled = Callable[[], None]


@pytest.fixture
def open_paper(
    behind: QWidget, station: Station, commands: Commands, icons: Icons, settled: Settled
) -> Callable[[], PaperDialog]:
    """Open the dialog joined to the sample clinic."""
    deeds = PaperDeeds(behind, station, commands, icons)

    def show() -> PaperDialog:
        deeds.open()
        settled()
        return opened(behind, PaperDialog)

    return show


@pytest.fixture
def dialog(behind: QWidget, icons: Icons) -> PaperDialog:
    """The dialog alone."""
    made = PaperDialog(icons, date(2026, 10, 13), ("Le Courrier du Val",), parent=behind)
    made.open()
    return made


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scanned page."""
    image = QImage(600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#d0d0c0"))
    file = tmp_path / "page-12.png"
    assert image.save(str(file))
    return file


def by_hand(station: Station, title: str) -> Item:
    paper = next(one for one in station.watch_sources.all() if one.source.kind is SourceKind.PAPER)
    stories = station.watch_reading.keys(StoryFilter(source=paper.source.id))
    items = (item for story in stories for item in station.watch_reading.story(story))
    return next(item for item in items if item.title == title)


def test_an_article_is_kept_with_all_that_was_written(
    open_paper: Callable[[], PaperDialog], station: Station, settled: Settled, scan: Path
) -> None:
    dialog = open_paper()

    write(dialog.title, "Une naissance sur trois")
    write(dialog.medium, "Le Courrier")
    write(dialog.page, "12")
    dialog.text.setPlainText("La maternité.\n\nLes sages-femmes.")
    dialog.summary.setPlainText("À relayer.")
    dialog.scan.show_file(scan)
    click(dialog.save)
    settled()

    kept = by_hand(station, "Une naissance sur trois")
    assert kept.origin == "Le Courrier, p. 12"
    assert kept.text.split() == ["La", "maternité.", "Les", "sages-femmes."]
    assert kept.note == "À relayer."
    assert kept.published is not None
    assert kept.published.date() == date(2026, 10, 13)
    assert scanned_picture(kept) is not None


def test_newspapers_that_were_named_before_are_completed(
    open_paper: Callable[[], PaperDialog], settled: Settled
) -> None:
    first = open_paper()
    write(first.title, "Un article")
    write(first.medium, "La Feuille du soir")
    write(first.page, "3")
    enter(first.title)
    settled()

    completer = open_paper().medium.completer()

    completer.setCompletionPrefix("feuille")
    assert completer.currentCompletion() == "La Feuille du soir"


def test_nothing_is_kept_without_a_title_or_a_newspaper_with_something(
    dialog: PaperDialog, scan: Path
) -> None:
    assert not dialog.save.isEnabled()
    write(dialog.medium, "Le Courrier")
    assert not dialog.save.isEnabled()

    dialog.scan.show_file(scan)

    assert dialog.save.isEnabled()


def test_a_day_that_is_not_known_is_left_out(dialog: PaperDialog) -> None:
    QTest.keyClick(dialog.dated, Qt.Key.Key_Space)

    assert dialog.wish() == PaperWish("")
    assert not dialog.day.isEnabled()


def test_a_picture_is_dropped_and_taken_away(dialog: PaperDialog, scan: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    place = QPointF(dialog.scan.rect().center())
    drop = QDropEvent(
        place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    dialog.scan.dropEvent(drop)

    assert dialog.scan.media() == scan
    assert dialog.scan.accessibleName() == "Scanned picture: page-12.png"
    click(dialog.unscan)
    assert dialog.scan.media() is None
    assert dialog.unscan.isHidden()


def test_a_picture_is_pasted(dialog: PaperDialog) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#c0ffee"))
    QGuiApplication.clipboard().setImage(image)

    dialog.scan.setFocus()
    QTest.keyClick(dialog.scan, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    media = dialog.scan.media()
    assert isinstance(media, bytes)
    assert media.startswith(b"\x89PNG")


def test_a_page_of_the_web_is_read_and_kept_with_a_note(
    open_paper: Callable[[], PaperDialog], station: Station, settled: Settled
) -> None:
    dialog = open_paper()
    press(dialog.kind, "From the web")
    assert not dialog.save.isEnabled()

    write(dialog.web.address, "https://a.example/article")
    enter(dialog.web.address)
    settled()
    assert dialog.web.title.text()
    assert dialog.web.text.toPlainText()
    title = dialog.web.title.text()
    dialog.web.summary.setPlainText("Utile.")
    click(dialog.save)
    settled()

    assert by_hand(station, title).note == "Utile."


def test_a_page_that_cannot_be_read_says_why_and_what_to_do(dialog: PaperDialog) -> None:
    press(dialog.kind, "From the web")
    write(dialog.web.address, "https://a.example/article")
    enter(dialog.web.address)
    assert dialog.web.arc.isVisible()

    dialog.show_trouble(SourceTrouble.REFUSED, "403")

    assert dialog.web.told.text().startswith("The site refuses to be read.")
    assert dialog.web.told.text().endswith("paste it under “Paper press”.")
    assert not dialog.web.arc.isVisible()


def test_everything_has_a_name_and_tab_goes_round(dialog: PaperDialog) -> None:
    assert not nameless(dialog)

    visited = walk(dialog)

    fields = (dialog.title, dialog.medium, dialog.page, dialog.dated, dialog.day, dialog.link, dialog.summary)
    order = [visited.index(field) for field in fields]
    assert order == sorted(order)
    assert dialog.text in visited
    assert dialog.scan in visited
