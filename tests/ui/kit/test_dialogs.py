"""A dialog is never lower than its words need, and can be left without doing anything."""

import pytest
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph

LONG = "A post that is later than this, after a sleep for instance, asks before it leaves. " * 2


class Form(DialogFrame):
    """A form of fields, each with a hint that wraps, nearly as high as the screen."""

    def __init__(self, icons: Icons, fields: int = 14) -> None:
        super().__init__(icons, "Form")
        self.setMinimumWidth(420)
        grid = QGridLayout()
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.hints = [Paragraph(icons, LONG, font="note") for _ in range(fields)]
        for place, hint in enumerate(self.hints):
            grid.addWidget(QLineEdit(), 2 * place, 1)
            grid.addWidget(hint, 2 * place + 1, 1)


def cut(widget: QWidget) -> list[str]:
    paragraphs = [found for found in widget.findChildren(Paragraph) if found.isVisible()]
    return [one.text() for one in paragraphs if one.height() < one.heightForWidth(one.width())]


@pytest.fixture
def form(qtbot: QtBot, icons: Icons) -> Form:
    made = Form(icons, 6)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind a dialog, which deletes itself."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_no_hint_is_cut_in_a_dialog_that_is_higher_than_two_thirds_of_the_screen(form: Form) -> None:
    assert form.height() > form.screen().availableGeometry().height() * 2 / 3
    assert cut(form) == []


def test_words_that_grow_make_the_dialog_higher_and_give_the_room_back(form: Form, qtbot: QtBot) -> None:
    before = form.minimumHeight()

    form.hints[0].setText(LONG * 2)
    qtbot.waitUntil(lambda: form.minimumHeight() > before)

    assert cut(form) == []
    form.hints[0].setText(LONG)
    qtbot.waitUntil(lambda: form.minimumHeight() == before)


def test_a_dialog_is_never_higher_than_its_screen(qtbot: QtBot, icons: Icons) -> None:
    form = Form(icons, 40)
    qtbot.addWidget(form)
    form.setMinimumHeight(300)

    form.open()

    qtbot.waitExposed(form)
    assert form.minimumHeight() <= form.screen().availableGeometry().height()


def test_cancel_stands_before_what_is_done_and_leaves_without_doing_it(
    behind: QWidget, icons: Icons, qtbot: QtBot
) -> None:
    form = DialogFrame(icons, "Form", parent=behind)
    cancel = form.add_cancel()
    keep = QPushButton("Keep")
    form.add_button(keep, default=True)
    assert form.foot.indexOf(cancel) < form.foot.indexOf(keep)
    assert (cancel.text(), cancel.isDefault(), cancel.autoDefault()) == ("Cancel", False, False)
    form.open()
    qtbot.waitExposed(form)

    with qtbot.waitSignal(form.rejected):
        cancel.click()


def test_a_height_that_was_fixed_stays(qtbot: QtBot, icons: Icons) -> None:
    form = Form(icons, 3)
    qtbot.addWidget(form)
    form.setFixedHeight(200)

    form.open()

    assert form.height() == 200
