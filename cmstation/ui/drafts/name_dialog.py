"""Name a new theme or campaign."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmstation.domain.folding import storable
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph
from cmstation.ui.theme.tokens import ColourRole, Space

LONGEST = 80


class NameDialog(DialogFrame):
    """Asks for a name, and for a theme its colour too.

    Signals:
        named: the name, and the colour's role ("" where none is asked for).
    """

    named = Signal(str, str)

    def __init__(
        self, icons: Icons, title: str, hint: str, *, coloured: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, title, parent=parent)
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(title)
        self.name.textChanged.connect(self._look)
        self.colour = GhostCombo(icons, self.tr("Colour"), outlined=True, size="normal", parent=self)
        self._offer_colours()
        self.colour.setVisible(coloured)
        self._coloured = coloured
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.name, 1)
        row.addWidget(self.colour)
        self.body.addWidget(PageTitle(icons, title, parent=self))
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.add_cancel()
        self.add = PrimaryButton(icons, self.tr("Add"), parent=self)
        self.add.clicked.connect(self._add)
        self.add_button(self.add, default=True)
        self._look()
        self.resize(460, 230)
        self.name.setFocus()

    def _offer_colours(self) -> None:
        choices: tuple[tuple[ColourRole, str], ...] = (
            ("info", self.tr("Blue")),
            ("accent", self.tr("Teal")),
            ("plum", self.tr("Plum")),
            ("good", self.tr("Green")),
            ("warning", self.tr("Ochre")),
            ("danger", self.tr("Red")),
        )
        for role, words in choices:
            self.colour.add_choice(role, words, square=role)
        self.colour.choose("info")

    @Slot()
    def _look(self) -> None:
        self.add.set_reason("" if self.name.text().strip() else self.tr("Give it a name first."))

    @Slot()
    def _add(self) -> None:
        colour = str(self.colour.current()) if self._coloured else ""
        self.named.emit(storable(self.name.text().strip()), colour)
        self.accept()
