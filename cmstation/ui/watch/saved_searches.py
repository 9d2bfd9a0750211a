"""Searches that the person keeps: naming, renaming and removing them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.domain.folding import storable
from cmstation.domain.watch import Reading, SavedSearch, StoryFilter
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph
from cmstation.ui.watch.places import Place
from cmstation.ui.watch.words import reading_word

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

LONGEST = 80
_WIDTH, _HEIGHT = 460, 230


class SearchNameDialog(DialogFrame):
    """Asks how a search is to be called.

    Signals:
        named: the name.
    """

    named = Signal(str)

    def __init__(
        self, icons: Icons, title: str, hint: str, name: str, action: str, *, parent: QWidget | None = None
    ) -> None:
        """Propose a name.

        Args:
            action: the words of the button that takes it.
        """
        super().__init__(icons, title, parent=parent)
        self.setModal(True)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(self.tr("Name of the search"))
        self.name.selectAll()
        self.body.addWidget(PageTitle(icons, title, parent=self))
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addWidget(self.name)
        self.body.addStretch(1)
        self.add_cancel()
        self.keep = PrimaryButton(icons, action, parent=self)
        self.add_button(self.keep, default=True)
        self.keep.clicked.connect(self._keep)
        self.name.textChanged.connect(self._look)
        self._look()
        self.resize(_WIDTH, _HEIGHT)
        self.name.setFocus()

    @Slot()
    def _look(self) -> None:
        self.keep.set_reason("" if self.name.text().strip() else self.tr("Give it a name first."))

    @Slot()
    def _keep(self) -> None:
        self.named.emit(storable(self.name.text().strip()))
        self.accept()


class SavedSearchDeeds(QObject):
    """Keeps searches, each deed to be taken back.

    Signals:
        kept: the `SavedSearch` that was made.
    """

    kept = Signal(object)

    def __init__(self, window: QWidget, station: "Station", commands: "Commands", icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._reading = station.watch_reading
        self._commands = commands
        self._icons = icons

    def keep(self, wanted: StoryFilter) -> None:
        """Ask for a name, and keep a search under it."""
        reading = self._reading

        def named(name: str) -> None:
            words = self.tr("Search “{name}” saved").format(name=name)
            self._commands.run(
                lambda: reading.save(name, wanted), done=self._tell, undo_text=words, owner=self
            )

        hint = self.tr("It stays in the left column, and finds what comes in as well.")
        self._ask(self.tr("Save this search"), hint, name_of(wanted), self.tr("Save")).named.connect(named)

    def rename(self, place: Place) -> None:
        """Ask for another name of a kept search."""
        number, before, reading = search_of(place), place.words, self._reading

        def named(name: str) -> None:
            if name != before:
                words = self.tr("Search renamed “{name}”").format(name=name)
                self._commands.run(lambda: reading.rename_saved(number, name), undo_text=words, owner=self)

        hint = self.tr("What it finds stays the same.")
        dialog = self._ask(self.tr("Rename the search"), hint, before, self.tr("Rename"))
        dialog.named.connect(named)

    def remove(self, place: Place) -> None:
        """Forget a kept search; it can be taken back."""
        number, reading = search_of(place), self._reading
        words = self.tr("Search “{name}” removed").format(name=place.words)
        self._commands.run(lambda: reading.drop_saved(number), undo_text=words, owner=self)

    # --- inside ---

    def _ask(self, title: str, hint: str, name: str, action: str) -> SearchNameDialog:
        dialog = SearchNameDialog(self._icons, title, hint, name, action, parent=self._window)
        dialog.open()
        return dialog

    def _tell(self, made: SavedSearch) -> None:
        self.kept.emit(made)


def search_of(place: Place) -> int:
    """Return the identity of the kept search that a place stands for."""
    return int(place.key.removeprefix("search-"))


def name_of(wanted: StoryFilter) -> str:
    """Propose a name: the words, else which stories are wanted."""
    return (wanted.words or wanted.tag or reading_word(wanted.reading))[:LONGEST]


def to_keep(wanted: StoryFilter, own: Reading) -> StoryFilter:
    """Return what is kept of what is looked at.

    Read or unread is how one looks, not what one looks for: the choice beside the search says it anew each
    time, unless the place says it itself.

    Args:
        own: what the place asks for by itself.
    """
    return replace(wanted, reading=own) if wanted.reading is Reading.UNREAD else wanted
