"""The articles of a press review under their themes; only those near the eye have widgets."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from cmstation.domain.press_review import PressReview, ReviewEntry, chapters
from cmstation.ui.icons import Icons
from cmstation.ui.watch.review.chapter_heading import HEADING, ChapterHeading
from cmstation.ui.watch.review.entry_places import Place, Places
from cmstation.ui.watch.review.entry_row import EntryRow, likely_height

# Rows this far from what is seen are made ready; those this far are given up again.
NEAR, FAR = 400, 2_400


class EntryCanvas(QWidget):
    """All articles; the column that holds it says what is seen.

    Signals:
        edited: a `ReviewEntry` as the person has it now.
        theme_wanted: an item and the chapter that it is to stand in.
        move_wanted: an item, and -1 (up) or 1 (down).
        chapter_move_wanted: a theme, and -1 or 1.
        out_wanted: an item that is not to be in the review.
        touched: an item that the person is working on.
        shifted: what is seen has moved down by so much.
    """

    edited = Signal(object)
    theme_wanted = Signal(int, str)
    move_wanted = Signal(int, int)
    chapter_move_wanted = Signal(str, int)
    out_wanted = Signal(int)
    touched = Signal(int)
    shifted = Signal(int)

    def __init__(
        self, icons: Icons, about: Callable[[ReviewEntry], str], parent: QWidget | None = None
    ) -> None:
        """Make an empty canvas.

        Args:
            about: says an article's source and day.
        """
        super().__init__(parent)
        self._icons = icons
        self._about = about
        self._headings: dict[str, ChapterHeading] = {}
        self._rows: dict[int, EntryRow] = {}
        self._places = Places()
        self._gone: list[EntryRow] = []
        self._wanted: int | None = None
        self._choices: tuple[tuple[str, ...], bool] = ((), False)
        self._before: QWidget | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._fill_one)
        self._again = QTimer(self)
        self._again.setInterval(0)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.place)

    def set_before(self, widget: QWidget) -> None:
        """Say from where Tab comes into the articles."""
        self._before = widget

    def show_review(self, review: PressReview) -> None:
        """Show the articles of a review; what the person is in stays as it is."""
        found = chapters(review.entries)
        self._drop({entry.item for entry in review.entries}, {chapter.theme for chapter in found})
        themed = [chapter.theme for chapter in found if chapter.theme]
        for chapter in found:
            heading = self._heading(chapter.theme)
            first, last = chapter.theme in themed[:1], chapter.theme in themed[-1:]
            heading.show_chapter(chapter, first=first, last=last)
        self._places = Places(found, self._places)
        for item, row in self._rows.items():
            self._show_in(row, self._places.of(item))
        self.place()
        self._chain()

    def show_choices(self, themes: tuple[str, ...], *, licence: bool) -> None:
        """Say which themes are known, and whether articles may be copied."""
        if (themes, licence) == self._choices:
            return
        self._choices = (themes, licence)
        for row in self._rows.values():
            row.show_choices(themes, licence=licence)

    def row_of(self, item: int) -> EntryRow:
        """Return the row of an article, made now if it was not."""
        row = self._rows.get(item)
        if row is None:
            row = self._make(self._places.of(item))
            self.place()
        return row

    def items(self) -> tuple[int, ...]:
        """Return all articles, from above to below."""
        return self._places.items()

    def current(self) -> int | None:
        """Return the article in which the keyboard is."""
        focus = QApplication.focusWidget()
        rows = (row for row in self._rows.values() if focus is not None and row.isAncestorOf(focus))
        return next((row.entry.item for row in rows), None)

    def place_of(self, item: int) -> QRect:
        """Return where an article stands."""
        place = self._places.of(item)
        return QRect(0, place.top, self.width(), place.height)

    def enter(self, item: int) -> None:
        """Take the keyboard to an article, in the next turn of the loop."""
        self._wanted = item
        self._next.start()

    @Slot()
    def place(self) -> None:
        """Give each part its place."""
        top, width = 0, self.width()
        for place in self._places:
            place.top = top
            if place.entry is None:
                self._headings[place.theme].setGeometry(0, top, width, HEADING)
            else:
                row = self._rows.get(place.entry.item)
                if row is not None:
                    place.height, place.known = row.height_at(width), width
                    row.setGeometry(0, top, width, place.height)
                elif place.known != width:
                    place.height, place.known = likely_height(place.entry, self._icons, width), width
            top += place.height
        self.setFixedHeight(top)
        self.fill_seen()

    @Slot()
    def fill_seen(self) -> None:
        """Make the rows that are near what is seen, one in each turn of the loop."""
        self._next.start()

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()

    # --- inside ---

    def _heading(self, theme: str) -> ChapterHeading:
        heading = self._headings.get(theme)
        if heading is None:
            heading = self._headings[theme] = ChapterHeading(self._icons, theme, self)
            heading.move_wanted.connect(self.chapter_move_wanted)
            heading.show()
        return heading

    def _make(self, place: Place) -> EntryRow:
        entry = place.entry
        assert entry is not None  # noqa: S101 - headings have no row
        row = self._rows[entry.item] = EntryRow(self._icons, entry, self._about(entry), self)
        row.show_choices(self._choices[0], licence=self._choices[1])
        self._show_in(row, place)
        row.edited.connect(self._note_edit)
        row.theme_wanted.connect(self.theme_wanted)
        row.move_wanted.connect(self.move_wanted)
        row.out_wanted.connect(self.out_wanted)
        row.touched.connect(self.touched)
        row.grown.connect(self._again.start)
        self._chain_one(row)
        row.show()
        return row

    def _show_in(self, row: EntryRow, place: Place) -> None:
        if place.entry is not None and row.entry != place.entry:
            row.show_entry(place.entry)
        row.show_place(first=place.ends[0], last=place.ends[1])

    @Slot(object)
    def _note_edit(self, entry: ReviewEntry) -> None:
        self._places.of(entry.item).entry = entry
        self.edited.emit(entry)

    def _drop(self, items: set[int], themes: set[str]) -> None:
        for item in [item for item in self._rows if item not in items]:
            self._give_up(item)
        for theme in [theme for theme in self._headings if theme not in themes]:
            heading = self._headings.pop(theme)
            heading.hide()
            heading.deleteLater()

    def _give_up(self, item: int) -> None:
        row = self._rows.pop(item)
        row.hide()
        self._gone.append(row)
        self._next.start()

    @Slot()
    def _fill_one(self) -> None:
        """Make one row that is near, what is seen first; or give one up that is far, or destroy one."""
        seen = self.visibleRegion().boundingRect()
        if self._gone:
            self._gone.pop().deleteLater()
            self._next.start()
        if self._wanted is not None:
            self._take_keyboard()
            return
        if seen.isEmpty():
            return
        near = seen.adjusted(0, -NEAR, 0, NEAR)
        place = self._places.unmade(seen, self._rows) or self._places.unmade(near, self._rows)
        if place is not None:
            self._make(place)
            self._keep_view(place, seen)
            return
        reach, focus = seen.adjusted(0, -FAR, 0, FAR), QApplication.focusWidget()
        for item, row in self._rows.items():
            if not row.geometry().intersects(reach) and not (focus is not None and row.isAncestorOf(focus)):
                self._give_up(item)
                self._next.start()
                return

    def _take_keyboard(self) -> None:
        item, self._wanted = self._wanted, None
        if item is not None and item in self._places:
            self.row_of(item).summary.setFocus(Qt.FocusReason.OtherFocusReason)
        self._next.start()

    def _keep_view(self, made: Place, seen: QRect) -> None:
        """Place the rows again; what is seen stays where it is when a row above turns out otherwise."""
        before, above = made.height, made.top + made.height <= seen.top()
        self.place()
        if above and made.height != before:
            self.shifted.emit(made.height - before)

    def _chain(self) -> None:
        """Let Tab go from above to below."""
        _tab_through((*self._start(), *(one for place in self._places for one in self._controls(place))))

    def _chain_one(self, row: EntryRow) -> None:
        before = self._start()
        for place in self._places:
            if place.entry is not None and place.entry.item == row.entry.item:
                break
            before = self._controls(place)[-1:] or before
        _tab_through((*before, *row.controls()))

    def _start(self) -> tuple[QWidget, ...]:
        return () if self._before is None else (self._before,)

    def _controls(self, place: Place) -> tuple[QWidget, ...]:
        if place.entry is None:
            return self._headings[place.theme].controls()
        row = self._rows.get(place.entry.item)
        return () if row is None else row.controls()


def _tab_through(controls: Iterable[QWidget]) -> None:
    for one, other in pairwise(controls):
        QWidget.setTabOrder(one, other)
