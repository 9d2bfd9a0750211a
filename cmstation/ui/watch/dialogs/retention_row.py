"""How long a list keeps its items, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.watch import Retention
from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.theme.tokens import Space

_USUAL: tuple[int, ...] = (7, 30, 90, 180, 365)
FOR_EVER = 0
_YEAR = 365


class RetentionRow(QWidget):
    """Two spans: for what was read, and for what nobody read.

    Signals:
        changed: another span is chosen.
    """

    changed = Signal()

    def __init__(self, icons: Icons, retention: Retention, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read = self._combo(icons, self.tr("Keep what was read"), retention.days)
        self.unread = self._combo(icons, self.tr("Keep what nobody read"), retention.unread_days)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Words(icons, self.tr("Keep what was read")))
        row.addWidget(self.read)
        row.addSpacing(Space.L)
        row.addWidget(Words(icons, self.tr("and what nobody read")))
        row.addWidget(self.unread)
        row.addStretch(1)
        told = self.tr("What is starred, noted, decided or in a press review always stays.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(Note(icons, told))

    def retention(self) -> Retention:
        """Return what is chosen."""
        return Retention(_days(self.read), _days(self.unread))

    # --- inside ---

    def _combo(self, icons: Icons, name: str, days: int | None) -> GhostCombo:
        combo = GhostCombo(icons, name, outlined=True, size="normal", parent=self)
        for span in _spans(days):
            words = self.tr("one year") if span == _YEAR else self.tr("%n day(s)", "", span)
            combo.add_choice(span, words)
        combo.add_choice(FOR_EVER, self.tr("for ever"))
        combo.choose(days or FOR_EVER)
        combo.chosen.connect(self.changed)
        return combo


def _spans(days: int | None) -> list[int]:
    spans = set(_USUAL)
    if days is not None:
        spans.add(days)
    return sorted(spans)


def _days(combo: GhostCombo) -> int | None:
    chosen = combo.current()
    return chosen if isinstance(chosen, int) and chosen != FOR_EVER else None
