"""What can be changed about one source: its name, its pace, whether it is preferred, whether it is read."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from cmstation.domain.watch import SourceKind, SourceTrouble
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, SecondaryButton
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.source_words import PACES, kind_words, last_words, pace_words, silence_words

if TYPE_CHECKING:
    from cmstation.services.watch_sources import WatchedSource

WIDTH = 280
AS_NEEDED = 0
PREFERRED = 1


class SourceCard(QWidget):
    """The source that the person is on.

    Signals:
        renamed: a source and its name, "" for its own title.
        pace_wanted: a source and minutes, None for as often as it needs.
        standing_wanted: a source and its standing.
        pause_wanted, resume_wanted, remove_wanted: a source.
        password_wanted: a mailbox whose password is to be typed again.
    """

    renamed = Signal(int, str)
    pace_wanted = Signal(int, object)
    standing_wanted = Signal(int, int)
    pause_wanted = Signal(int)
    resume_wanted = Signal(int)
    remove_wanted = Signal(int)
    password_wanted = Signal(int)

    def __init__(self, icons: Icons, when: Callable[[datetime], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = when
        self._one: WatchedSource | None = None
        self.setFixedWidth(WIDTH)
        self.title = ElidedLabel(icons, "", font="section", parent=self)
        self.facts = Note(icons, "", parent=self)
        self.trouble = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self.password = SecondaryButton(icons, self.tr("Type the password again…"), parent=self)
        self.password.setAutoDefault(False)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the source"))
        self.pace = GhostCombo(icons, self.tr("Read at most"), outlined=True, size="normal", parent=self)
        self.preferred = QCheckBox(self.tr("&Preferred source"), self)
        self.preferred.setToolTip(self.tr("When several sources tell a story, this one is shown first."))
        self.turn = SecondaryButton(icons, "", parent=self)
        self.turn.setAutoDefault(False)
        self.remove = GhostButton(icons, self.tr("Remove the source"), icon="trash", parent=self)
        self.remove.setAutoDefault(False)
        self._lay_out(icons)
        self._join()
        self.show_source(None)

    def show_source(self, one: "WatchedSource | None") -> None:
        """Show a source."""
        same = one is not None and self._one is not None and one.source.id == self._one.source.id
        self._one = one
        self.setEnabled(one is not None)
        self.password.setVisible(one is not None and _wants_password(one))
        if one is None:
            self.title.setText(self.tr("No source chosen"))
            self.facts.clear()
            self.name.clear()
            self.trouble.hide()
            self.turn.setText(self.tr("Pause"))
            return
        source, state = one.source, one.state
        self.title.setText(source.name)
        told = [kind_words(source.kind, source.address)]
        if source.kind is not SourceKind.PAPER:
            told.append(self.tr("last read: {when}").format(when=last_words(state, self._when)))
        self.facts.setText(" · ".join(told))
        words = silence_words(source, state)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.name.setPlaceholderText(source.title or source.site)
        if not same or not self.name.isModified():
            self.name.setText(source.own_title)
        self._offer_paces(source.every_minutes)
        self.preferred.blockSignals(True)
        self.preferred.setChecked(source.standing > 0)
        self.preferred.blockSignals(False)
        fetched = source.kind is not SourceKind.PAPER
        self.turn.setText(self.tr("Resume") if source.paused else self.tr("Pause"))
        self.turn.setEnabled(fetched)
        self.pace.setEnabled(fetched)

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.trouble)
        column.addWidget(self.password)
        column.addSpacing(Space.XS)
        for words, field in ((self.tr("&Name"), self.name), (self.tr("&Read at most"), self.pace)):
            label = Words(icons, words)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.preferred)
        column.addSpacing(Space.S)
        column.addWidget(self.turn)
        column.addWidget(self.remove)
        column.addStretch(1)

    def _join(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.pace.chosen.connect(self._set_pace)
        self.preferred.toggled.connect(self._prefer)
        self.turn.clicked.connect(self._turn)
        self.password.clicked.connect(self._ask_password)
        self.remove.clicked.connect(self._remove)

    def _offer_paces(self, minutes: int | None) -> None:
        self.pace.clear_choices()
        paces = [*PACES, minutes] if minutes not in PACES else list(PACES)
        for pace in paces:
            self.pace.add_choice(pace or AS_NEEDED, pace_words(pace))
        self.pace.choose(minutes or AS_NEEDED)

    @Slot()
    def _rename(self) -> None:
        one, name = self._one, self.name.text().strip()
        self.name.setModified(False)
        if one is not None and name != one.source.own_title:
            self.renamed.emit(one.source.id, name)

    @Slot(object)
    def _set_pace(self, pace: object) -> None:
        if self._one is not None and isinstance(pace, int):
            self.pace_wanted.emit(self._one.source.id, pace or None)

    @Slot(bool)
    def _prefer(self, on: bool) -> None:
        if self._one is not None:
            self.standing_wanted.emit(self._one.source.id, PREFERRED if on else 0)

    @Slot()
    def _turn(self) -> None:
        if self._one is not None:
            wish = self.resume_wanted if self._one.source.paused else self.pause_wanted
            wish.emit(self._one.source.id)

    @Slot()
    def _remove(self) -> None:
        if self._one is not None:
            self.remove_wanted.emit(self._one.source.id)

    @Slot()
    def _ask_password(self) -> None:
        if self._one is not None:
            self.password_wanted.emit(self._one.source.id)


def _wants_password(one: "WatchedSource") -> bool:
    return one.source.kind is SourceKind.MAILBOX and one.state.trouble is SourceTrouble.SIGN_IN_NEEDED
