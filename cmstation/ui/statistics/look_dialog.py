"""Choose the logo and the colour that reports have, with a small page that shows both."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cmstation.ui.kit.buttons import GhostButton, LinkButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.kit.side_by_side import side_by_side
from cmstation.ui.statistics.look_preview import LookPreview, colours_in
from cmstation.ui.theme.tokens import IconSize, Space
from cmstation.ui.written_files import pictures

if TYPE_CHECKING:
    from cmstation.services.clinic_look import Look
    from cmstation.ui.icons import Icons

_FIELD = 108


class LookDialog(DialogFrame):
    """Logo and colour.

    Signals:
        picture_wanted: a `Path` whose picture is to be read; `show_logo` takes it.
        saved: the `LookWish`.
    """

    picture_wanted = Signal(object)
    saved = Signal(object)

    def __init__(self, icons: "Icons", look: "Look", *, parent: QWidget | None = None) -> None:
        super().__init__(icons, self.tr("Logo and colour of reports"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(620)
        self._look = look
        self._logo = QImage()
        self._file: Path | None = None
        self._without = False
        self.preview = LookPreview(icons, self)
        self.choose_logo = SecondaryButton(icons, self.tr("Choose a picture…"), icon="image", parent=self)
        self.no_logo = GhostButton(icons, self.tr("Take it off"), parent=self)
        self.colour = QLineEdit(self)
        self.colour.setAccessibleName(self.tr("Main colour"))
        self.colour.setMaximumWidth(_FIELD)
        self.choose_colour = SecondaryButton(icons, self.tr("Choose…"), parent=self)
        self.choose_colour.setAccessibleDescription(self.tr("Main colour"))
        self.usual = LinkButton(icons, self.tr("Usual colour"), parent=self)
        self.told = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self._suggested = QHBoxLayout()
        self._suggested.setSpacing(Space.S)
        self._suggestions_words = Words(icons, self.tr("In the logo:"), colour="muted", parent=self)
        self.suggestions: list[QToolButton] = []
        self._lay_out(icons)
        self._join()
        self._take_logo(look.logo)
        self.colour.setText(look.colour)
        self._show()

    def show_logo(self, file: Path, data: bytes) -> None:
        """Show the picture that was read; it is kept with Save."""
        self._file, self._without = file, False
        self._take_logo(data)
        self._show()

    # --- inside ---

    def _lay_out(self, icons: "Icons") -> None:
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        sides = QHBoxLayout()
        sides.setSpacing(Space.XL)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(Words(icons, self.tr("Logo"), font="strong"))
        column.addLayout(side_by_side(self.choose_logo, self.no_logo))
        told = self.tr("Press reviews have it too.")
        column.addWidget(Paragraph(icons, told, font="note", colour="muted"))
        column.addSpacing(Space.M)
        label = Words(icons, self.tr("&Main colour"), font="strong")
        label.setBuddy(self.colour)
        column.addWidget(label)
        column.addLayout(side_by_side(self.colour, self.choose_colour, self.usual))
        self._suggested.addWidget(self._suggestions_words)
        self._suggested.addStretch(1)
        column.addLayout(self._suggested)
        column.addWidget(self.told)
        column.addStretch(1)
        sides.addLayout(column, 1)
        sides.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(sides)
        self.add_cancel()
        self.save = PrimaryButton(icons, self.tr("Save"))
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    def _join(self) -> None:
        for button in (self.choose_logo, self.no_logo, self.choose_colour):
            button.setAutoDefault(False)
        self.choose_logo.clicked.connect(self._ask_picture)
        self.no_logo.clicked.connect(self._take_off)
        self.choose_colour.clicked.connect(self._ask_colour)
        self.usual.clicked.connect(self._take_usual)
        self.colour.textChanged.connect(self._show)

    @Slot()
    def _ask_picture(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Clinic’s logo"), str(pictures()), self.tr("Pictures (*.png *.jpg *.jpeg *.webp)")
        )
        if name:
            self.picture_wanted.emit(Path(name))

    @Slot()
    def _take_off(self) -> None:
        self._file, self._without = None, bool(self._look.logo)
        self._take_logo(b"")
        self._show()

    @Slot()
    def _ask_colour(self) -> None:
        dialog = QColorDialog(QColor(self._colour()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Main colour"))
        dialog.colorSelected.connect(self._take_colour)
        dialog.open()

    @Slot(QColor)
    def _take_colour(self, colour: QColor) -> None:
        self.colour.setText(colour.name().upper())

    @Slot()
    def _take_usual(self) -> None:
        from cmstation.domain.report_document import USUAL_COLOUR  # noqa: PLC0415 - after the first paint

        self.colour.setText(USUAL_COLOUR)

    def _take_logo(self, data: bytes) -> None:
        self._logo = QImage.fromData(data)
        self.no_logo.setEnabled(not self._logo.isNull())
        for button in self.suggestions:
            button.deleteLater()
        self.suggestions = []
        for colour in colours_in(self._logo):
            button = _swatch(colour, self)
            button.setAccessibleName(self.tr("Take {colour}").format(colour=colour))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked=False, one=colour: self.colour.setText(one))
            self._suggested.insertWidget(self._suggested.count() - 1, button)
            self.suggestions.append(button)
        self._suggestions_words.setVisible(bool(self.suggestions))

    def _colour(self) -> str:
        """Return what is written as a colour, "" when it is none."""
        from cmstation.services.clinic_look import cleaned  # noqa: PLC0415 - after the first paint

        try:
            return cleaned(self.colour.text())
        except ValueError:
            return ""

    @Slot()
    def _show(self) -> None:
        from cmstation.desktop.report_colours import colours_of  # noqa: PLC0415 - after the first paint

        colour = self._colour()
        self.save.set_reason(
            "" if colour else self.tr("Write the colour as six digits and letters, such as #0A666D.")
        )
        if not colour:
            self.told.setText(self.tr("Write the colour as six digits and letters, such as #0A666D."))
            return
        made = colours_of(colour)
        self.preview.show_look(self._look.clinic, self._logo, made)
        told = self.tr(
            "For titles and charts; a paler one is made of it. Several curves in one chart keep colours that "
            "everybody tells apart."
        )
        if made.is_darkened:
            pale = self.tr("This colour is too pale to be read: titles take {text} instead.")
            told = f"{pale.format(text=made.text)} {told}"
        self.told.setText(told)

    @Slot()
    def _save(self) -> None:
        from cmstation.domain.report_document import USUAL_COLOUR  # noqa: PLC0415 - after the first paint
        from cmstation.services.clinic_look import LookWish  # noqa: PLC0415

        colour = self._colour()
        if not colour:
            return
        wish: LookWish = LookWish("" if colour == USUAL_COLOUR else colour, self._file, self._without)
        self.saved.emit(wish)
        self.accept()


def _swatch(colour: str, parent: QWidget) -> QToolButton:
    ground = QPixmap(QSize(IconSize.CONTROL, IconSize.CONTROL))
    ground.fill(QColor(colour))
    button = QToolButton(parent)
    button.setProperty("kind", "secondary")
    button.setProperty("controlSize", "small")
    button.setProperty("arrow", False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setIcon(QIcon(ground))
    return button
