"""The files that were not added, each with the reason and what to do."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.errors import StationError
from cmstation.domain.media_errors import PictureKindNotSupported
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.kit.surfaces import Card, Panel
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate
MOST = 4
_FROM_PHONES = {"heic", "heif"}


def refusal_words(error: Exception) -> str:
    """Say why a file was not added, and what to do."""
    from cmstation.ui.wording import sentence_for, words_for  # noqa: PLC0415 - when something is refused

    if isinstance(error, PictureKindNotSupported) and error.facts.get("kind") in _FROM_PHONES:
        return translate(
            "Library",
            "This is a HEIC photo, as phones take them, and networks do not accept it. "
            "Send it from the phone as JPEG, or open it on this computer and save it as JPEG.",
        )
    if isinstance(error, StationError):
        words = words_for(error)
        return " ".join(part for part in (words.what, words.why, words.next) if part)
    notice = sentence_for(error)
    return " ".join(part for part in (notice.text, notice.detail) if part)


class Refusals(Panel):
    """A card above the grid; it stays until it is read or the next files come."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", Qt.Edge.BottomEdge, parent=parent)
        self._refused: list[tuple[str, str]] = []
        self._lines: list[QWidget] = []
        self._title = Words(icons, font="strong", colour="warning", parent=self)
        self.close_button = IconButton(icons, "close", self.tr("Close"), parent=self)
        self.close_button.clicked.connect(self.clear)
        card = Card(icons, "warning_soft", line=None, parent=self)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(Space.L, Space.S, Space.S, Space.M)
        self._column.setSpacing(Space.XS)
        self._column.addLayout(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        whole.addWidget(card)
        self.hide()

    def add(self, name: str, error: Exception) -> None:
        """Name a file that was refused."""
        self._refused.append((name, refusal_words(error)))
        self._title.setText(self.tr("%n file(s) could not be added", "", len(self._refused)))
        if len(self._refused) <= MOST:
            self._add_line(*self._refused[-1])
        else:
            self._count_others(len(self._refused) - MOST)
        self.show()

    def words(self) -> str:
        """Return everything that is said, a line for each file."""
        return "\n".join(f"{name}: {words}" for name, words in self._refused)

    @Slot()
    def clear(self) -> None:
        """Forget them."""
        self._refused.clear()
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines.clear()
        self.hide()

    def _add_line(self, name: str, words: str) -> None:
        line = Paragraph(self._icons, f"{name} — {words}", parent=self)
        self._lines.append(line)
        self._column.addWidget(line)

    def _count_others(self, count: int) -> None:
        words = self.tr("and %n other file(s)", "", count)
        last = self._lines[-1]
        if len(self._lines) > MOST and isinstance(last, Note):
            last.setText(words)
        else:
            note = Note(self._icons, words, parent=self)
            self._lines.append(note)
            self._column.addWidget(note)
        names = ", ".join(name for name, _ in self._refused[MOST:])
        self._lines[-1].setToolTip(names)
