"""Add a source: an address or words, what is found behind it, and where it goes."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.watch import SourceTrouble, WatchList
from cmstation.ui.accounts.arc import Arc
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph, Words
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.found_list import FoundList, title_of
from cmstation.ui.watch.dialogs.list_choice import ListChoice
from cmstation.ui.watch.dialogs.source_hints import HintPage
from cmstation.ui.watch.dialogs.source_wish import AddWish
from cmstation.ui.watch.dialogs.starter_page import StarterPage
from cmstation.ui.watch.words import trouble_words

if TYPE_CHECKING:
    from cmstation.services.watch_sources import Discovery
    from cmstation.services.watch_starter import StarterSource

_WIDTH, _HEIGHT = 760, 600
_LABELS = 64


class SourceDialog(DialogFrame):
    """Looks behind what a person typed or pasted; what is checked is watched.

    Signals:
        look_wanted: what was typed; answer with `show_found`.
        given_up: nobody waits for the answer any longer.
        added: an `AddWish`.
        mailbox_wanted: the person wants the newsletters of a mailbox, for the lists that are chosen.
    """

    look_wanted = Signal(str)
    given_up = Signal()
    added = Signal(object)
    mailbox_wanted = Signal(object)

    def __init__(
        self,
        icons: Icons,
        lists: Iterable[WatchList],
        starter: "Sequence[StarterSource]" = (),
        *,
        chosen: Iterable[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Ask for an address.

        Args:
            lists: into which a source can go.
            starter: what is proposed to a clinic.
            chosen: the lists that are likely meant.
        """
        super().__init__(icons, self.tr("Add a source"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self._offered: StarterSource | None = None
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(self.tr("https://…, @account, or words to look for"))
        self.address.setAccessibleName(self.tr("Address, page, account, channel or words"))
        self.look = SecondaryButton(icons, self.tr("Look"), icon="search", parent=self)
        self.look.setAutoDefault(False)
        self.proposals = LinkButton(icons, self.tr("Proposals for a clinic"), parent=self)
        self.proposals.setVisible(bool(starter))
        self.mailbox = LinkButton(icons, self.tr("A mailbox’s newsletters"), parent=self)
        self.pages = QStackedWidget(self)
        self.list = FoundList(icons, self)
        self.starter = StarterPage(icons, starter, parent=self)
        self.back = LinkButton(icons, self.tr("Back to the proposals"), parent=self)
        self.lists = ListChoice(icons, lists, parent=self)
        self.lists.choose(chosen)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the source"))
        self.add = PrimaryButton(icons, self.tr("Watch"))
        self._make_pages()
        self._lay_out()
        self._join()
        self._show(self._hints)
        self.address.setFocus()

    # --- what the deeds call ---

    def look_for(self, text: str) -> None:
        """Look behind an address."""
        self.address.setText(text)
        self._begin()

    def show_found(self, discovery: "Discovery") -> None:
        """Show what is behind the address."""
        if discovery.found:
            self.list.found.show_found(discovery.found)
            self.count.setText(self.tr("%n source(s) found", "", len(discovery.found)))
            self.back.setVisible(self._offered is not None)
            self._show(self._found)
            self.list.setCurrentIndex(self.list.found.index(0))
            self.list.setFocus()
        else:
            self.show_trouble(discovery.trouble or SourceTrouble.NOT_A_FEED, discovery.detail)

    def show_trouble(self, trouble: SourceTrouble, detail: str = "") -> None:
        """Say why nothing was found."""
        self._trouble_words.setText(trouble_words(trouble, detail))
        self._trouble_back.setVisible(self._offered is not None)
        self._show(self._trouble)
        self.address.setFocus()
        self.address.selectAll()

    def show_failure(self) -> None:
        """Stop waiting: the notice bar says why."""
        self._show(self._hints)
        self.address.setFocus()

    @property
    def waits(self) -> bool:
        """Whether an answer is on its way."""
        return self.pages.currentWidget() is self._looking

    # --- inside ---

    def _make_pages(self) -> None:
        self._hints = HintPage(self.icons, self)
        self._looking = self._looking_page()
        self._found = self._found_page()
        self._trouble = self._trouble_page()
        for page in (self._hints, self._looking, self._found, self._trouble, self.starter):
            self.pages.addWidget(page)

    def _looking_page(self) -> QWidget:
        page, column = _page(self)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Arc(self.icons, parent=page))
        row.addWidget(Words(self.icons, self.tr("Looking behind this address…")), 1)
        self.stop = SecondaryButton(self.icons, self.tr("Stop looking"), parent=page)
        self.stop.setAutoDefault(False)
        row.addWidget(self.stop)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _found_page(self) -> QWidget:
        page, column = _page(self)
        head = QHBoxLayout()
        self.count = Note(self.icons, "", parent=page)
        head.addWidget(self.count, 1)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        for words, field in ((self.tr("&Lists"), self.lists), (self.tr("&Name"), self.name)):
            row = QHBoxLayout()
            row.setSpacing(Space.M)
            label = Words(self.icons, words)
            label.setMinimumWidth(_LABELS)
            label.setBuddy(self.lists.button if field is self.lists else field)
            row.addWidget(label)
            row.addWidget(field, 1)
            column.addLayout(row)
        return page

    def _trouble_page(self) -> QWidget:
        page, column = _page(self)
        card = Card(self.icons, "warning_soft", line=None, parent=page)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inner.setSpacing(Space.XS)
        inner.addWidget(Words(self.icons, self.tr("Nothing to watch there"), font="strong", colour="warning"))
        self._trouble_words = Paragraph(self.icons, "")
        inner.addWidget(self._trouble_words)
        more = self.tr("The page itself can still be kept: “Add an article” takes its address.")
        inner.addWidget(Paragraph(self.icons, more, colour="muted"))
        column.addWidget(card)
        self._trouble_back = LinkButton(self.icons, self.tr("Back to the proposals"), parent=page)
        column.addWidget(self._trouble_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.icons, self.windowTitle()), 1)
        head.setSpacing(Space.L)
        head.addWidget(self.proposals)
        head.addWidget(self.mailbox)
        self.body.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.address, 1)
        row.addWidget(self.look)
        self.body.addLayout(row)
        self.body.addWidget(self.pages, 1)
        cancel = SecondaryButton(self.icons, self.tr("Close"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(self.add)
        self.setTabOrder(self.address, self.look)

    def _join(self) -> None:
        self.address.returnPressed.connect(self._begin)
        self.address.textChanged.connect(self._enable)
        self.look.clicked.connect(self._begin)
        self.stop.clicked.connect(self._give_up)
        for way in (self.proposals, self.back, self._trouble_back):
            way.clicked.connect(self._propose)
        self.mailbox.clicked.connect(self._want_mailbox)
        self.starter.try_wanted.connect(self._try)
        self.list.found.turned.connect(self._enable)
        self.list.taken.connect(self._add)
        self.lists.changed.connect(self._enable)
        self.add.clicked.connect(self._add)
        self.finished.connect(self.given_up)

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._enable()

    @Slot()
    def _begin(self) -> None:
        """Look behind what was typed; a proposal is forgotten."""
        self._offered = None
        self._look(self.address.text())

    def _look(self, text: str) -> None:
        if text.strip():
            self._show(self._looking)
            self.stop.setFocus()
            self.look_wanted.emit(text.strip())

    @Slot(object)
    def _try(self, offered: "StarterSource") -> None:
        self._offered = offered
        self.address.setText(offered.address)
        self._look(offered.address)

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
        self.show_failure()

    @Slot()
    def _propose(self) -> None:
        if self.waits:
            self.given_up.emit()
        self._show(self.starter)
        self.starter.tree.setFocus()

    @Slot()
    def _want_mailbox(self) -> None:
        self.reject()
        self.mailbox_wanted.emit(self.lists.chosen())

    @Slot()
    def _enable(self) -> None:
        self.look.setEnabled(bool(self.address.text().strip()))
        checked = self.list.found.checked() if self.pages.currentWidget() is self._found else ()
        self.name.setEnabled(len(checked) == 1)
        self.name.setPlaceholderText(title_of(checked[0]) if len(checked) == 1 else "")
        several = len(checked) > 1
        self.add.setText(self.tr("Watch %n source(s)", "", len(checked)) if several else self.tr("Watch"))
        self.add.set_reason("" if checked else self.tr("Look for a source and check it first."))

    @Slot()
    def _add(self) -> None:
        checked = self.list.found.checked()
        if not checked or self.pages.currentWidget() is not self._found:
            return
        name = self.name.text().strip() if len(checked) == 1 else ""
        self.added.emit(AddWish(checked, self.lists.chosen(), self.lists.new_name(), name))
        if self._offered is None:
            self.accept()
            return
        self.starter.mark_watched(self._offered)
        self.name.clear()
        self._propose()


def _page(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, Space.XS, 0, 0)
    column.setSpacing(Space.S)
    return page, column
