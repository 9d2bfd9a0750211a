"""Pictures of a post: described, ordered, cropped, taken off, dragged."""

from PySide6.QtCore import QMimeData, QModelIndex, QSize, Qt
from PySide6.QtTest import QTest

from cmstation.domain.crops import WHOLE, CropBox, fits
from cmstation.domain.networks import Network
from cmstation.ui.drafts.alt_text_dialog import AltTextDialog
from cmstation.ui.drafts.crop_dialog import CropDialog
from cmstation.ui.drafts.crop_frame import CropFrame
from cmstation.ui.drafts.media_model import MOVED, moved
from cmstation.ui.icons import Icons
from tests.ui.drafts.conftest import Desk


def media(desk: Desk) -> list[int]:
    return [one.media.id for one in desk.stored.attachments]


def test_a_picture_is_described(desk: Desk) -> None:
    desk.open()
    desk.tab.media.describe(media(desk)[1])
    dialog = desk.dialog(AltTextDialog)
    assert isinstance(dialog, AltTextDialog)

    QTest.keyClicks(dialog.editor, "A nurse behind a desk")
    dialog.keep.click()
    desk.settle()

    assert desk.stored.attachments[1].alt_text == "A nurse behind a desk"


def test_decorative_is_a_deliberate_choice(desk: Desk) -> None:
    desk.open()
    desk.tab.media.describe(media(desk)[1])
    dialog = desk.dialog(AltTextDialog)
    assert isinstance(dialog, AltTextDialog)

    dialog.decorative.click()
    dialog.keep.click()
    desk.settle()

    assert desk.stored.attachments[1].decorative


def test_a_description_longer_than_the_strictest_network_takes_is_marked(desk: Desk) -> None:
    desk.open()
    desk.tab.media.describe(media(desk)[1])
    dialog = desk.dialog(AltTextDialog)
    assert isinstance(dialog, AltTextDialog)

    dialog.editor.setPlainText("x" * 1001)

    assert dialog.editor.property("invalid") is True
    dialog.reject()


def test_a_dragged_picture_takes_the_place_where_it_is_dropped(desk: Desk) -> None:
    desk.open()
    before = media(desk)
    carried = QMimeData()
    carried.setData(MOVED, b"0")

    model = desk.tab.composer.parts.media.model
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    desk.settle()

    assert media(desk) == before[::-1]


def test_the_order_after_a_drop() -> None:
    assert moved([1, 2, 3], 0, 3, None) == [2, 3, 1]
    assert moved([1, 2, 3], 2, 0, None) == [3, 1, 2]
    assert moved([1, 2, 3], 0, -1, 1) == [2, 1, 3]
    assert moved([1, 2, 3], 0, -1, None) == [2, 3, 1]
    assert moved([1, 2, 3], 1, 1, None) == [1, 2, 3]


def test_keys_move_and_remove_a_picture_and_undo_brings_it_back(desk: Desk) -> None:
    desk.open()
    before = media(desk)
    strip = desk.tab.composer.parts.media
    strip.view.setCurrentIndex(strip.model.index(0, 0))

    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, on=strip)
    desk.settle()
    assert media(desk) == before[::-1]

    strip.view.setCurrentIndex(strip.model.index(0, 0))
    desk.key(Qt.Key.Key_Delete, on=strip)
    desk.settle()
    assert media(desk) == before[:1]

    desk.commands.undo()
    desk.settle()

    assert media(desk) == before[::-1]


def test_a_crop_is_kept_for_its_network_alone(desk: Desk) -> None:
    desk.open("Portes ouvertes")
    picture = desk.stored.attachments[0].media
    desk.tab.media.crop(picture.id)
    dialog = desk.dialog(CropDialog)
    assert isinstance(dialog, CropDialog)
    dialog.strip.setCurrentIndex(1)

    dialog.choose_shape("1:1")
    desk.key(Qt.Key.Key_Right, on=dialog.frame)
    dialog.keep.click()
    desk.settle()

    crops = desk.stored.attachments[0].crops
    assert list(crops) == [Network.INSTAGRAM.value]
    assert fits(crops[Network.INSTAGRAM.value], 1.0, picture.width, picture.height)


def test_the_frame_moves_and_sizes_without_leaving_the_picture(icons: Icons) -> None:
    frame = CropFrame(icons, QSize(1200, 800))
    frame.resize(600, 400)
    frame.show_box(CropBox(0.25, 0.25, 0.5, 0.5))

    for _ in range(60):
        QTest.keyClick(frame, Qt.Key.Key_Right)
    for _ in range(60):
        QTest.keyClick(frame, Qt.Key.Key_Plus)

    assert frame.box == WHOLE
    for _ in range(200):
        QTest.keyClick(frame, Qt.Key.Key_Minus)
    assert 0.05 < frame.box.width < 0.2
    frame.deleteLater()
