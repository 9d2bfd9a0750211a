"""One article of the press review that is being composed."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.press_review import TONES, ReviewEntry
from cmstation.domain.watch_alert_words import Tone
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.labels import ElidedLabel, Paragraph
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Height, Space
from cmstation.ui.watch.review.fields import MOST_LINES, GrowingText, ThemeField, text_height
from cmstation.ui.watch.review.words import signed_tone

LONGEST_TITLE = 240
LEAST_LINES = 2
_BUTTONS = 3 * Height.SMALL + 2 * Space.XS + Space.S


class EntryRow(Panel):
    """Title, source, the officer's summary, tone and theme.

    Signals:
        edited: the `ReviewEntry` as the person has it now.
        theme_wanted: an item and the chapter that it is to stand in.
        move_wanted: an item, and -1 (up) or 1 (down).
        out_wanted: an item that is not to be in the review.
        touched: an item that the person is working on.
        grown: the row asks for another height.
    """

    edited = Signal(object)
    theme_wanted = Signal(int, str)
    move_wanted = Signal(int, int)
    out_wanted = Signal(int)
    touched = Signal(int)
    grown = Signal()

    def __init__(self, icons: Icons, entry: ReviewEntry, told: str, parent: QWidget | None = None) -> None:
        """Take the place of an article.

        Args:
            told: its source and its day, in words.
        """
        super().__init__(icons, "surface", Qt.Edge.BottomEdge, line="line", parent=parent)
        self._entry = entry
        self._licence = False
        self.setAccessibleName(_short(entry.title))
        self.title = Paragraph(icons, _short(entry.title), font="item", parent=self)
        self.about = ElidedLabel(icons, told, font="note", colour="muted", parent=self)
        self.up = IconButton(icons, "arrow-up", self.tr("Move up (Alt+Up)"), parent=self)
        self.down = IconButton(icons, "arrow-down", self.tr("Move down (Alt+Down)"), parent=self)
        self.out = IconButton(icons, "close", self.tr("Take out of the review"), parent=self)
        self.summary = GrowingText(
            self.tr("Summary"), self.tr("In your own words"), lines=LEAST_LINES, parent=self
        )
        self.tone = Segmented(icons, self.tr("Tone"), parent=self)
        self._tones = [self.tone.add(tone.value, signed_tone(tone)) for tone in TONES]
        self.theme = ThemeField(self.tr("Theme"), self.tr("Theme"), self)
        self.full_text = QCheckBox(self.tr("With the full text"), self)
        self._lay_out()
        self._show()
        for part in self.controls():
            part.setAccessibleDescription(_short(entry.title))
            part.installEventFilter(self)
        self._join()

    @property
    def entry(self) -> ReviewEntry:
        """The article as it is shown."""
        return self._entry

    def show_entry(self, entry: ReviewEntry) -> None:
        """Show what became of the article, without a signal."""
        self._entry = entry
        self._show()

    def show_place(self, *, first: bool, last: bool) -> None:
        """Say where it stands in its chapter."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def show_choices(self, themes: tuple[str, ...], *, licence: bool) -> None:
        """Say which themes are known, and whether articles may be copied."""
        self._licence = licence
        self.theme.offer(themes)
        self.full_text.setEnabled(licence)
        why = "" if licence else self.tr("It takes a licence to copy: tick it in the menu at the top.")
        self.full_text.setToolTip(why)
        self.full_text.setAccessibleDescription(why or _short(self._entry.title))

    def height_at(self, width: int) -> int:
        """Return how high it is at a width."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through, in order."""
        return self.summary, *self._tones, self.theme, self.full_text, self.up, self.down, self.out

    # --- Qt ---

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.touched.emit(self._entry.item)
        return False

    # --- inside ---

    def _show(self) -> None:
        entry = self._entry
        self.title.setText(_short(entry.title))
        if len(entry.title) > LONGEST_TITLE:
            self.title.setAccessibleDescription(entry.title)
        self.summary.show_text(entry.summary)
        self.tone.choose(entry.tone.value)
        self.theme.show_theme(entry.theme)
        self.full_text.blockSignals(True)
        self.full_text.setChecked(entry.full_text)
        self.full_text.blockSignals(False)

    def _change(self, entry: ReviewEntry) -> None:
        if entry != self._entry:
            self._entry = entry
            self.edited.emit(entry)

    @Slot()
    def _write(self) -> None:
        self._change(replace(self._entry, summary=self.summary.toPlainText()))

    @Slot(str)
    def _choose_tone(self, tone: str) -> None:
        self._change(replace(self._entry, tone=Tone(tone)))

    @Slot(bool)
    def _tick(self, ticked: bool) -> None:
        self._change(replace(self._entry, full_text=ticked))

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self.theme_wanted.emit(self._entry.item, theme)

    @Slot()
    def _go_up(self) -> None:
        self.move_wanted.emit(self._entry.item, -1)

    @Slot()
    def _go_down(self) -> None:
        self.move_wanted.emit(self._entry.item, 1)

    @Slot()
    def _go_out(self) -> None:
        self.out_wanted.emit(self._entry.item)

    def _join(self) -> None:
        self.summary.textChanged.connect(self._write)
        self.summary.grown.connect(self.grown)
        self.tone.chosen.connect(self._choose_tone)
        self.theme.chosen.connect(self._choose_theme)
        self.full_text.toggled.connect(self._tick)
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)
        self.out.clicked.connect(self._go_out)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        head.addSpacing(Space.S)
        for button in (self.up, self.down, self.out):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self.tone)
        foot.addWidget(self.theme, 1)
        foot.addWidget(self.full_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addLayout(foot)


def likely_height(entry: ReviewEntry, icons: Icons, width: int) -> int:
    """Return how high the row of an article will be, about, without making it."""
    theme = icons.theme
    room = max(1, width - 2 * Space.XL)
    # Measuring every word of two hundred articles would be felt.
    metrics, heading = theme.metrics("text"), theme.metrics("item").averageCharWidth()
    title = ceil(heading * len(_short(entry.title)) / max(1, room - _BUTTONS))
    letters = max(1, int((room - 2 * Space.S) / metrics.averageCharWidth()))
    written = sum(max(1, ceil(len(line) / letters)) for line in entry.summary.split("\n"))
    lines = min(max(LEAST_LINES, written), MOST_LINES)
    head = max(max(1, title) * theme.line_height("item"), Height.SMALL) + theme.line_height("note")
    field = text_height(lines, round(metrics.lineSpacing()))
    return Space.L + head + Space.S + field + Space.S + Height.CONTROL + Space.L


def _short(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"
