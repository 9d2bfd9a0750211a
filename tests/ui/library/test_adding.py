"""Pictures come in by file, drop and paste; what cannot be used is named, with what to do."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from cmstation.services.station import Station
from cmstation.ui.library.tab import LibraryTab
from tests.ui.library.conftest import jpeg

Settled = Callable[[], None]
_HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + bytes(64)


def file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def names(tab: LibraryTab) -> list[str]:
    return [item.file_name for item in tab.grid.media.between(0, tab.grid.media.rowCount())]


def drop(tab: LibraryTab, carried: QMimeData) -> None:
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, carried, buttons, keys)
    tab.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert tab.veil.isVisible()
    tab.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, carried, buttons, keys))
    assert not tab.veil.isVisible()


def test_dropped_files_are_added_and_the_last_one_is_shown(
    tab: LibraryTab, tmp_path: Path, settled: Settled
) -> None:
    paths = [file(tmp_path, "un.jpg", jpeg("red")), file(tmp_path, "deux.jpg", jpeg("blue"))]
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])

    drop(tab, carried)
    settled()

    assert set(names(tab)[:2]) == {"un.jpg", "deux.jpg"}
    current = tab.grid.current()
    assert current is not None
    assert current.file_name in {"un.jpg", "deux.jpg"}
    assert not tab.refusals.isVisible()
    assert tab.bar.state.text() == ""


def test_text_that_is_dragged_over_is_left_alone(tab: LibraryTab) -> None:
    carried = QMimeData()
    carried.setText("bonjour")
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(3, 3), Qt.DropAction.CopyAction, carried, buttons, keys)

    tab.dragEnterEvent(enter)

    assert not tab.veil.isVisible()


def test_a_pasted_picture_is_added(tab: LibraryTab, station: Station, settled: Settled) -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    QGuiApplication.clipboard().setImage(image)

    QTest.keyClick(tab.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()

    newest = station.library.rows(limit=1)[0]
    assert (newest.file_name, newest.width, newest.height) == ("pasted-picture.png", 320, 200)
    assert names(tab)[0] == "pasted-picture.png"


def test_the_same_picture_is_kept_once(tab: LibraryTab, tmp_path: Path, settled: Settled) -> None:
    path = file(tmp_path, "un.jpg", jpeg("red"))

    tab.adding.add_files([path, path])
    settled()

    assert names(tab).count("un.jpg") == 1


def test_what_cannot_be_used_is_named_and_the_rest_is_added(
    tab: LibraryTab, tmp_path: Path, settled: Settled
) -> None:
    heavy = file(tmp_path, "lourde.jpg", b"")
    os.truncate(heavy, 300_000_000)
    paths = [
        file(tmp_path, "vide.jpg", b""),
        file(tmp_path, "coupee.jpg", jpeg("red")[:2_000]),
        file(tmp_path, "page.jpg", b"<!doctype html><html><body>404</body></html>"),
        heavy,
        tmp_path / "disparue.jpg",
        file(tmp_path, "bonne.jpg", jpeg("olive")),
    ]

    tab.adding.add_files(paths)
    settled()

    said = dict(line.split(": ", 1) for line in tab.refusals.words().splitlines())
    assert set(said) == {"vide.jpg", "coupee.jpg", "page.jpg", "lourde.jpg", "disparue.jpg"}
    assert said["vide.jpg"].startswith("This file is empty.")
    assert said["coupee.jpg"].startswith("The end of this picture is missing.")
    assert said["page.jpg"].startswith("This file is not a picture")
    assert "300 MB" in said["lourde.jpg"]
    assert said["disparue.jpg"].startswith("This file cannot be opened.")
    assert tab.refusals.isVisible()
    assert names(tab)[0] == "bonne.jpg"


def test_a_photo_of_a_phone_is_refused_with_a_way_out(
    tab: LibraryTab, tmp_path: Path, settled: Settled
) -> None:
    tab.adding.add_files([file(tmp_path, "IMG_2041.HEIC", _HEIC)])
    settled()

    words = tab.refusals.words()

    assert words.startswith("IMG_2041.HEIC: This is a HEIC photo")
    assert "JPEG" in words


def test_refusals_go_when_they_are_read_or_when_other_files_come(
    tab: LibraryTab, tmp_path: Path, settled: Settled
) -> None:
    bad = file(tmp_path, "vide.jpg", b"")
    tab.adding.add_files([bad])
    settled()
    QTest.mouseClick(tab.refusals.close_button, Qt.MouseButton.LeftButton)
    assert not tab.refusals.isVisible()

    tab.adding.add_files([bad])
    settled()
    tab.adding.add_files([file(tmp_path, "bonne.jpg", jpeg("olive"))])
    settled()

    assert tab.refusals.words() == ""
    assert not tab.refusals.isVisible()


def test_the_button_opens_the_dialog_for_files(tab: LibraryTab, tmp_path: Path, settled: Settled) -> None:
    path = file(tmp_path, "choisie.jpg", jpeg("teal"))
    QTest.mouseClick(tab.bar.add, Qt.MouseButton.LeftButton)
    (dialog,) = tab.window().findChildren(QFileDialog)

    dialog.filesSelected.emit([str(path)])
    dialog.close()
    settled()

    assert names(tab)[0] == "choisie.jpg"
