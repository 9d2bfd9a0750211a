"""The frame of every dialog: a body, and a foot with its buttons."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.surfaces import Panel, Scrim
from cmstation.ui.theme.tokens import Height, Space

translate = QCoreApplication.translate


class DialogFrame(QDialog):
    """A dialog that dims its window while it is open and deletes itself once closed."""

    def __init__(self, icons: Icons, title: str, *, parent: QWidget | None = None) -> None:
        """Make an empty dialog.

        Args:
            title: of the native title bar.
        """
        super().__init__(parent)
        self.icons = icons
        self._scrim: Scrim | None = None
        self._left_count = 0
        self._least_height = 0
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.body.setSpacing(Space.M)
        column.addLayout(self.body, 1)
        self.foot_panel = Panel(icons, "bg", Qt.Edge.TopEdge)
        self.foot_panel.setFixedHeight(Height.FOOTER)
        self.foot = QHBoxLayout(self.foot_panel)
        self.foot.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.foot.setSpacing(Space.M)
        self.foot.addStretch(1)
        column.addWidget(self.foot_panel)

    def add_foot_left(self, widget: QWidget) -> None:
        """Put something at the left of the foot."""
        self.foot.insertWidget(self._left_count, widget)
        self._left_count += 1

    def add_cancel(self) -> SecondaryButton:
        """Put the button at the right of the foot that closes the dialog without doing anything."""
        cancel = SecondaryButton(self.icons, translate("DialogFrame", "Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        return cancel

    def add_button(self, button: QPushButton, *, default: bool = False) -> None:
        """Put a button at the right of the foot; the primary one comes last.

        Args:
            default: Enter presses it.
        """
        button.setAutoDefault(default)
        button.setDefault(default)
        self.foot.addWidget(button)

    def event(self, event: QEvent, /) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._stay_whole()
        return done

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._least_height = self.minimumHeight()
        self._stay_whole()
        behind = self.parentWidget()
        if self._scrim is None and behind is not None and self.isModal():
            self._scrim = Scrim(self.icons, behind.window())

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def _stay_whole(self) -> None:
        """Never be lower than the words need at this width.

        WORKAROUND: Qt opens a window at two thirds of the screen's height at most, and its least height
        knows nothing of words that wrap, so their last lines would be cut.
        https://doc.qt.io/qt-6/qwidget.html#adjustSize
        """
        layout = self.layout()
        fixed = self.minimumHeight() == self.maximumHeight()
        if layout is None or fixed or not layout.hasHeightForWidth():
            return
        room = self.screen().availableGeometry().height() - Space.XXL
        needed = min(layout.totalMinimumHeightForWidth(self.width()), room)
        self.setMinimumHeight(max(self._least_height, needed))
