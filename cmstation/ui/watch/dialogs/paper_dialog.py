"""Keep an article that no source gives: of the paper press, or a page of the web."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.watch import Item
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.labels import PageTitle, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.paper_wish import PaperWish
from cmstation.ui.watch.dialogs.scan_drop import ScanDrop
from cmstation.ui.watch.dialogs.web_page import WebPageForm

if TYPE_CHECKING:
    from cmstation.domain.watch import SourceTrouble

PAPER, WEB = "paper", "web"
_WIDTH, _HEIGHT = 820, 620
_PAGE_WIDTH = 72
_SUMMARY = 64


class PaperDialog(DialogFrame):
    """Asks for an article.

    Signals:
        saved: a `PaperWish`.
        page_wanted: the address of a page; answer with `show_page` or `show_trouble`.
        noted: the identity of a page that was kept, and the officer's own words on it.
    """

    saved = Signal(object)
    page_wanted = Signal(str)
    noted = Signal(int, str)

    def __init__(
        self, icons: Icons, today: date, media: Iterable[str] = (), *, parent: QWidget | None = None
    ) -> None:
        """Ask for an article.

        Args:
            media: newspapers that were named before.
        """
        super().__init__(icons, self.tr("Add an article"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.kind = Segmented(icons, self.tr("Where the article is"), parent=self)
        self.kind.add(PAPER, self.tr("Paper press"), icon="newspaper")
        self.kind.add(WEB, self.tr("From the web"), icon="globe")
        self.title = TitleField(icons, self.tr("Title of the article"), parent=self)
        self.medium = self._line(self.tr("Newspaper or review"))
        self.medium.setCompleter(_completer(media, self.medium))
        self.page = self._line(self.tr("Page"))
        self.page.setFixedWidth(_PAGE_WIDTH)
        self.day = DayField(icons, self.tr("Day on which it came out"), today, parent=self)
        self.dated = QCheckBox(self.tr("came o&ut on"), self)
        self.dated.setChecked(True)
        self.link = self._line(self.tr("Link, if it is also on the web"))
        self.text = self._area(self.tr("Text, typed or pasted"))
        self.summary = self._area(self.tr("In your own words, for the review"))
        self.summary.setFixedHeight(_SUMMARY)
        self.scan = ScanDrop(icons, self)
        self.unscan = LinkButton(icons, self.tr("Remove the picture"), parent=self)
        self.web = WebPageForm(icons, self)
        self.pages = QStackedWidget(self)
        self.save = PrimaryButton(icons, self.tr("Keep the article"))
        self._lay_out()
        self._join()
        self.show_kind(PAPER)

    def wish(self) -> PaperWish:
        """Return what is written now."""
        return PaperWish(
            title=self.title.text().strip(),
            medium=self._medium(),
            day=self.day.day() if self.dated.isChecked() else None,
            text=self.text.toPlainText().strip(),
            link=self.link.text().strip(),
            summary=self.summary.toPlainText().strip(),
            media=self.scan.media(),
        )

    def show_kind(self, key: str) -> None:
        """Ask for an article of the paper press, or for a page."""
        self.kind.choose(key)
        self.pages.setCurrentIndex((PAPER, WEB).index(key))
        (self.title if key == PAPER else self.web.address).setFocus()
        self._look()

    def show_page(self, item: Item) -> None:
        """Show a page that was read; it is kept already."""
        self.web.show_page(item)
        self._look()

    def show_trouble(self, trouble: "SourceTrouble", detail: str = "") -> None:
        """Say why a page could not be read."""
        self.web.show_trouble(trouble, detail)
        self._look()

    def show_failure(self) -> None:
        """Stop waiting: the notice bar says why."""
        self.web.show_failure()

    # --- inside ---

    def _medium(self) -> str:
        medium, page = self.medium.text().strip(), self.page.text().strip()
        if medium and page:
            return self.tr("{medium}, p. {page}").format(medium=medium, page=page)
        return medium

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _area(self, name: str) -> QPlainTextEdit:
        area = QPlainTextEdit(self)
        area.setPlaceholderText(name)
        area.setAccessibleName(name)
        area.setTabChangesFocus(True)
        return area

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.icons, self.windowTitle()), 1)
        head.addWidget(self.kind)
        self.body.addLayout(head)
        self.pages.addWidget(self._paper_page())
        self.pages.addWidget(self.web)
        self.body.addWidget(self.pages, 1)
        self.cancel = SecondaryButton(self.icons, self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.add_button(self.cancel)
        self.add_button(self.save, default=True)

    def _paper_page(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.medium, 1)
        row.addWidget(Words(self.icons, self.tr("p.")))
        row.addWidget(self.page)
        row.addSpacing(Space.S)
        row.addWidget(self.dated)
        row.addWidget(self.day)
        scan = QVBoxLayout()
        scan.setSpacing(Space.XS)
        scan.addWidget(self.scan)
        scan.addWidget(self.unscan, 0, Qt.AlignmentFlag.AlignHCenter)
        scan.addStretch(1)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addLayout(row, 1, 0, 1, 2)
        grid.addWidget(self.text, 2, 0)
        grid.addLayout(scan, 2, 1)
        grid.addWidget(self.link, 3, 0, 1, 2)
        grid.addWidget(self.summary, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2, 1)
        return page

    def _join(self) -> None:
        self.kind.chosen.connect(self.show_kind)
        self.dated.toggled.connect(self.day.setEnabled)
        for field in (self.title, self.medium):
            field.textChanged.connect(self._look)
        self.text.textChanged.connect(self._look)
        self.scan.changed.connect(self._look)
        self.unscan.clicked.connect(self.scan.clear)
        self.web.page_wanted.connect(self.page_wanted)
        self.save.clicked.connect(self._save)
        self.unscan.hide()
        chain = (self.title, self.medium, self.page, self.dated, self.day, self.text, self.scan)
        for one, other in pairwise((*chain, self.unscan, self.link, self.summary)):
            self.setTabOrder(one, other)

    @Slot()
    def _look(self) -> None:
        """Say what is missing."""
        self.unscan.setVisible(self.scan.media() is not None)
        read = self.kind.current() == WEB and self.web.item is not None
        # What was read is kept already: there is nothing to cancel.
        self.cancel.setText(self.tr("Close") if read else self.tr("Cancel"))
        if self.kind.current() == WEB:
            self.save.setText(self.tr("Done") if read else self.tr("Keep the article"))
            self.save.set_reason("" if read else self.tr("Paste an address and read the page first."))
            return
        self.save.setText(self.tr("Keep the article"))
        wish = self.wish()
        enough = wish.title or (wish.medium and (wish.text or wish.media is not None))
        self.save.set_reason(
            "" if enough else self.tr("Write a title, or a newspaper with a text or a picture.")
        )

    @Slot()
    def _save(self) -> None:
        item = self.web.item
        if self.kind.current() == PAPER:
            self.saved.emit(self.wish())
        elif item is not None and self.web.own_words() != item.note:
            self.noted.emit(item.id, self.web.own_words())
        self.accept()


def _completer(words: Iterable[str], field: QLineEdit) -> QCompleter:
    completer = QCompleter(sorted(set(words)), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
