"""The fields of one alert: its name, what it listens for, and where."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.watch import WatchList
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.domain.watch_rule_terms import terms, terms_text
from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo, Segmented
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.alert_words import WINDOWS, alert_kind_words, window_words
from cmstation.ui.watch.dialogs.list_choice import ListChoice

_KINDS = (AlertKind.OFTEN, AlertKind.NEGATIVE_NEAR, AlertKind.ANY)
_MOST_COUNT, _MOST_NEAR = 99, 50


class AlertForm(QWidget):
    """One alert.

    Signals:
        changed: an `AlertRule` as it is written now.
    """

    changed = Signal(object)

    def __init__(self, icons: Icons, lists: Iterable[WatchList], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: AlertRule | None = None
        self.name = self._line(self.tr("Name of the alert"))
        self.words = self._line(self.tr("Words of the alert"))
        self.words.setPlaceholderText(self.tr("for instance: Clinique des Tilleuls, “les Tilleuls”"))
        self.kind = Segmented(icons, self.tr("What it listens for"), parent=self)
        for kind in _KINDS:
            self.kind.add(kind.value, alert_kind_words(kind))
        self.count = self._spin(self.tr("How often"), 2, _MOST_COUNT)
        self.span = GhostCombo(icons, self.tr("Within"), outlined=True, size="normal", parent=self)
        self.near = self._spin(self.tr("Within how many words"), 1, _MOST_NEAR)
        self.lists = ListChoice(icons, lists, new=False, parent=self)
        self.pages = QStackedWidget(self)
        self._lay_out(icons)
        self._join()
        self.show_rule(None)

    def show_rule(self, rule: AlertRule | None) -> None:
        """Show an alert."""
        self._rule = None  # what follows is no change by the person
        self.setEnabled(rule is not None)
        shown = rule or AlertRule(0, "", AlertKind.OFTEN, ())
        self.name.setText(shown.name)
        self.words.setText(terms_text(shown.words))
        self.kind.choose(shown.kind.value)
        self.pages.setCurrentIndex(_KINDS.index(shown.kind))
        self.count.setValue(shown.count)
        self.near.setValue(shown.near)
        self._offer_windows(shown.window)
        self.lists.choose(shown.lists)
        self._rule = rule

    # --- inside ---

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        return field

    def _spin(self, name: str, least: int, most: int) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setAccessibleName(name)
        return spin

    def _offer_windows(self, window: timedelta) -> None:
        self.span.clear_choices()
        for one in sorted({*WINDOWS, window}):
            self.span.add_choice(one, window_words(one))
        self.span.choose(window)

    def _lay_out(self, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for words, field in ((self.tr("&Name"), self.name), (self.tr("&Words: one of these"), self.words)):
            label = Words(icons, words)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        told = self.tr("Commas part the terms; several words are a phrase; hospitali* takes any ending.")
        column.addWidget(Paragraph(icons, told, font="note", colour="muted"))
        column.addSpacing(Space.XS)
        column.addWidget(self.kind)
        self.pages.addWidget(
            self._row(
                Words(icons, self.tr("at least")),
                self.count,
                Words(icons, self.tr("times within")),
                self.span,
            )
        )
        self.pages.addWidget(
            self._row(Words(icons, self.tr("within")), self.near, Words(icons, self.tr("words of them")))
        )
        told = self.tr("Each new article that says one of the words.")
        self.pages.addWidget(self._row(Paragraph(icons, told, colour="muted")))
        self.pages.setFixedHeight(self.count.sizeHint().height() + Space.S)
        column.addWidget(self.pages)
        column.addSpacing(Space.XS)
        column.addWidget(self._row(Words(icons, self.tr("Listen to")), self.lists))
        column.addStretch(1)

    def _row(self, *parts: QWidget) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        return holder

    def _join(self) -> None:
        self.name.textChanged.connect(self._tell)
        self.words.textChanged.connect(self._tell)
        self.kind.chosen.connect(self._turn)
        self.count.valueChanged.connect(self._tell)
        self.near.valueChanged.connect(self._tell)
        self.span.chosen.connect(self._tell)
        self.lists.changed.connect(self._tell)

    @Slot(str)
    def _turn(self, kind: str) -> None:
        self.pages.setCurrentIndex(_KINDS.index(AlertKind(kind)))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self._rule is None:
            return
        window = self.span.current()
        self._rule = replace(
            self._rule,
            name=self.name.text().strip(),
            kind=AlertKind(self.kind.current()),
            words=terms(self.words.text()),
            count=self.count.value(),
            near=self.near.value(),
            window=window if isinstance(window, timedelta) else WINDOWS[0],
            lists=frozenset(self.lists.chosen()),
        )
        self.changed.emit(self._rule)
