"""Help in words: the keys, how CM Station works, and what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmstation import __version__
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, SectionTitle, Words
from cmstation.ui.kit.pills import KeyCap
from cmstation.ui.menus import Listed, plain
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate


class HelpPage(DialogFrame):
    """A page to read, with one button to close it."""

    def __init__(self, icons: Icons, title: str, *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(icons, title, parent=parent)
        self.setModal(True)
        self.resize(width, 560)
        self.body.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(title)
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        self.column.setSpacing(Space.S)
        area.setWidget(page)
        self.body.addWidget(area)
        close = SecondaryButton(icons, self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)

    def say(self, title: str, text: str) -> None:
        """Add a section."""
        self.column.addWidget(SectionTitle(self.icons, title))
        self.column.addWidget(Paragraph(self.icons, text))
        self.column.addSpacing(Space.S)

    def end(self) -> None:
        """Leave the room that is left under the text."""
        self.column.addStretch(1)


def keys_page(icons: Icons, listed: Sequence[Listed], parent: QWidget) -> HelpPage:
    """Make the sheet of keys, menu by menu in two columns."""
    page = HelpPage(icons, translate("HelpPage", "Keys"), width=760, parent=parent)
    menus: dict[str, list[Listed]] = {}
    for found in listed:
        menus.setdefault(found.menu, []).append(found)
    columns = QHBoxLayout()
    columns.setSpacing(Space.XXL)
    sides = [QVBoxLayout(), QVBoxLayout()]
    for side in sides:
        side.setSpacing(Space.S)
    for place, (menu, actions) in enumerate(menus.items()):
        side = sides[place % 2]
        side.addWidget(SectionTitle(icons, menu))
        side.addLayout(_keys(icons, actions))
        side.addSpacing(Space.M)
    for side in sides:
        side.addStretch(1)
        columns.addLayout(side, 1)
    page.column.addLayout(columns)
    page.column.addWidget(
        Paragraph(
            icons,
            translate(
                "HelpPage",
                "Tab goes from one thing to the next, the arrows move inside a list, Enter opens, "
                "Escape closes. Every button can be reached without a mouse.",
            ),
            colour="muted",
        )
    )
    page.end()
    return page


def how_page(icons: Icons, parent: QWidget) -> HelpPage:
    """Make the page that says how CM Station works."""
    page = HelpPage(icons, translate("HelpPage", "How CM Station works"), width=640, parent=parent)
    page.say(
        translate("HelpPage", "You write once"),
        translate(
            "HelpPage",
            "A post has one base text. Each account follows it until you change its version; then it keeps "
            "its own text, and you can compare it with the base or go back. Everything is saved as you type, "
            "with or without a connection.",
        ),
    )
    page.say(
        translate("HelpPage", "Nothing leaves without you"),
        translate(
            "HelpPage",
            "Publishing starts a short countdown with a Cancel button: nothing has been sent until it ends. "
            "When something is amiss, a last look opens first and says what. A planned post leaves at its "
            "hour while CM Station is open; if the computer was asleep too long, it asks you before sending.",
        ),
    )
    page.say(
        translate("HelpPage", "Nothing leaves twice"),
        translate(
            "HelpPage",
            "When a network does not answer, nobody knows whether the post is live. CM Station looks for it. "
            "If that does not tell, it shows you what it saw and lets you decide. It never sends again "
            "blindly.",
        ),
    )
    page.say(
        translate("HelpPage", "Networks without a direct way"),
        translate(
            "HelpPage",
            "For these accounts CM Station prepares everything: at the hour, it opens the right page, puts "
            "the text on the clipboard and the pictures in a folder. You paste, then give the link back.",
        ),
    )
    page.say(
        translate("HelpPage", "What stays here"),
        translate(
            "HelpPage",
            "Posts, pictures and the history are kept on this computer, with a copy each day. Passwords are "
            "in the system’s password store, never in a file. Pictures leave without their hidden data, "
            "such as the place where they were taken.",
        ),
    )
    page.end()
    return page


def about_page(icons: Icons, folder: str, parent: QWidget) -> HelpPage:
    """Make the page that says what this program is."""
    page = HelpPage(icons, translate("HelpPage", "About CM Station"), width=560, parent=parent)
    page.column.addWidget(PageTitle(icons, "CM Station"))
    page.column.addWidget(
        Words(icons, translate("HelpPage", "Version {version}").format(version=__version__), colour="muted")
    )
    page.column.addSpacing(Space.M)
    page.say(
        translate("HelpPage", "What it is for"),
        translate(
            "HelpPage",
            "The workstation of a clinic’s communication officer: writing, planning and publishing on every "
            "network, from one place, on this computer.",
        ),
    )
    page.say(
        translate("HelpPage", "Where your work is"),
        translate("HelpPage", "In this folder: {folder}").format(folder=folder),
    )
    page.say(
        translate("HelpPage", "Licence"),
        translate(
            "HelpPage",
            "Free software under the GNU General Public License, version 3 or later: you may use it, study "
            "it, share it and improve it. It uses Qt, Python and the Inter typeface.",
        ),
    )
    page.end()
    return page


def _keys(icons: Icons, actions: Sequence[Listed]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(Space.S)
    for row, found in enumerate(actions):
        keys = found.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Words(icons, plain(found.action.text())), row, 0)
        grid.addWidget(KeyCap(icons, keys), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
