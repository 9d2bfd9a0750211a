"""The media as Qt sees them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cmstation.domain.media import MediaItem
from cmstation.ui.library.grid_model import MOST_PICTURES, GridModel

FIRST = datetime(2026, 10, 1, tzinfo=UTC)


def item(number: int) -> MediaItem:
    """Return a medium; a higher number was added later."""
    added = FIRST + timedelta(minutes=number)
    return MediaItem(number, f"{number:064}", f"{number}.jpg", "image/jpeg", 9, 8, 8, "", False, added)


def shown(model: GridModel) -> list[int]:
    return [one.id for one in model.between(0, model.rowCount())]


def test_changes_are_taken_in_at_their_places_and_qt_is_told(qapp: QApplication) -> None:
    del qapp
    model = GridModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.put([item(5), item(3)], last=False)
    model.put([item(3), item(1)], 2)
    model.take_in([item(4), item(9), replace(item(3), deleted_at=FIRST), replace(item(1), alt_text="Un pré")])

    assert shown(model) == [9, 5, 4, 1]
    assert model.index_of(3).isValid() is False
    changed = model.item(model.index_of(1))
    assert changed is not None
    assert changed.alt_text == "Un pré"
    assert tester.model() is model


def test_a_deleted_medium_that_is_not_shown_changes_nothing(qapp: QApplication) -> None:
    del qapp
    model = GridModel()
    model.put([item(5)])

    model.take_in([replace(item(2), deleted_at=FIRST)])

    assert shown(model) == [5]


def test_the_same_media_stay_where_they_are_and_what_follows_is_renewed(qapp: QApplication) -> None:
    del qapp
    model = GridModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.put([item(9), item(8)], 0, last=False)
    model.put([item(7), item(6)], 2, last=False)
    model.put([item(5)], 4)
    kept = QPersistentModelIndex(model.index_of(8))

    model.put([item(9), replace(item(8), used_in=3)], 0, last=False)
    model.put([item(7), item(4)], 2)

    assert shown(model) == [9, 8, 7, 4]
    assert kept.isValid()
    assert tester.model() is model
    model.put([], 0)
    assert shown(model) == []


def test_only_the_latest_thumbnails_stay_in_memory(qapp: QApplication) -> None:
    del qapp
    model, image = GridModel(), QImage(4, 4, QImage.Format.Format_RGB32)
    model.put([item(number) for number in range(MOST_PICTURES + 2)])

    for number in range(MOST_PICTURES + 1):
        model.has_picture(item(0).digest)
        model.show_picture(item(number), image)

    assert model.has_picture(item(0).digest)
    assert not model.has_picture(item(1).digest)
    assert model.has_picture(item(MOST_PICTURES).digest)
