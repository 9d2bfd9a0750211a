"""What is known of a health day, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.span_words import days_words
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.labels import Paragraph, SectionTitle
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Radius, Space

_WIDTH = 360


class HealthDayCard(QFrame):
    """A small window over the calendar; Escape or a click beside it closes it.

    Signals:
        prepare_wanted: write a post for it.
        take_up_wanted: begin from the post of an earlier year.
        post_wanted: a post that was written for it.
        dates_wanted: say when it falls this year.
        skip_wanted: it is not kept this year.
    """

    prepare_wanted = Signal()
    take_up_wanted = Signal()
    post_wanted = Signal(int)
    dates_wanted = Signal()
    skip_wanted = Signal()

    def __init__(
        self, icons: Icons, day: HealthDay, *, written: int | None, earlier: bool, parent: QWidget
    ) -> None:
        """Show a day.

        Args:
            written: a post that was written for it this year.
            earlier: whether one was written in a year before.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self._icons = icons
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(day.name_fr)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        title = SectionTitle(icons, day.name_fr, parent=self)
        title.setWordWrap(True)
        column.addWidget(title)
        for words in self._facts(day):
            column.addWidget(Paragraph(icons, words, colour="muted", parent=self))
        column.addSpacing(Space.XS)
        if written is not None:
            self.open_post = PrimaryButton(icons, self.tr("Open its post"), icon="draft", parent=self)
            self.open_post.clicked.connect(self._opening(written))
            column.addWidget(self.open_post)
        else:
            self.prepare = PrimaryButton(icons, self.tr("Prepare a post"), icon="draft", parent=self)
            self.prepare.clicked.connect(self._then(self.prepare_wanted))
            column.addWidget(self.prepare)
        if earlier:
            self.take_up = SecondaryButton(
                icons, self.tr("Take up the last post for this day"), icon="history", parent=self
            )
            self.take_up.setToolTip(self.tr("A copy that has to be read and validated again"))
            self.take_up.clicked.connect(self._then(self.take_up_wanted))
            column.addWidget(self.take_up)
        row = QHBoxLayout()
        self.dates = GhostButton(icons, self.tr("Its dates…"), parent=self)
        self.dates.clicked.connect(self._then(self.dates_wanted))
        self.skip = GhostButton(icons, self.tr("Not in {year}").format(year=day.year), parent=self)
        self.skip.clicked.connect(self._then(self.skip_wanted))
        row.addWidget(self.dates)
        row.addWidget(self.skip)
        row.addStretch(1)
        column.addLayout(row)
        # Qt would take the height that the words need at their own width, which is more than there is.
        self.setFixedHeight(column.totalHeightForWidth(_WIDTH))

    def open_over(self, place: QRect) -> None:
        """Open beside its name, within the screen."""
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(place.left(), room.left()), room.right() - self.width())
        below = place.bottom() + Space.XS
        above = place.top() - self.height() - Space.XS
        top = below if below + self.height() <= room.bottom() else max(above, room.top())
        self.move(QPoint(left, top))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.focusNextChild()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        rounded(
            QPainter(self),
            self.rect(),
            fill=theme.colour("surface"),
            line=theme.colour("border"),
            radius=Radius.CONTROL,
        )

    # --- inside ---

    def _facts(self, day: HealthDay) -> list[str]:
        one = day.start == day.end
        facts = [full_day_words(day.start) if one else days_words(day.start, day.end)]
        if day.to_confirm:
            facts[0] = self.tr("{date}, to confirm: look at the organiser’s page").format(date=facts[0])
        if day.organiser:
            facts.append(self.tr("Organised by {organiser}").format(organiser=day.organiser))
        if day.themes:
            facts.append(", ".join(day.themes))
        if day.source:
            facts.append(self.tr("Source: {source}").format(source=day.source))
        return facts

    def _opening(self, post: int) -> Callable[[], None]:
        def act() -> None:
            self.close()
            self.post_wanted.emit(post)

        return act

    def _then(self, wish: SignalInstance) -> Callable[[], None]:
        def act() -> None:
            self.close()
            wish.emit()

        return act
