"""What the window says while its data folder is prepared, and when it cannot be opened."""

from datetime import datetime

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from cmstation.domain.errors import StationError, StorageDamaged
from cmstation.domain.restoration import BackupCopy
from cmstation.ui.dates import full_day_words, local_day, time_words, weekday_name
from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.wording import sentence_for, words_for


class Preparing(EmptyState):
    """Say that the rehearsal clinic is on its way, in the place of a tab that has nothing yet."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            icons,
            self.tr("Preparing the rehearsal clinic…"),
            self.tr(
                "Sample accounts, posts and pictures, at the first start only. Nothing leaves from here."
            ),
            parent=parent,
        )
        _cover_all(self)


class CannotOpen(EmptyState):
    """Say what is wrong with the folder, in the middle of the window; `acted` does the first button.

    The cards open the folder and leave the program; `again_card` tries once more where the first button
    takes a copy back.
    """

    def __init__(
        self,
        icons: Icons,
        error: Exception,
        parent: QWidget | None = None,
        *,
        copy: BackupCopy | None = None,
        now: datetime | None = None,
    ) -> None:
        """Lay the page out.

        Args:
            copy: what can be taken back, for a damaged file.
            now: aware UTC; the year of the copy is said when it is another one.
        """
        self._copy = copy
        notice = sentence_for(error)
        detail = words_for(error).detail if isinstance(error, StationError) else notice.detail
        super().__init__(
            icons,
            notice.text,
            self._detail(error, detail),
            drawing="library",
            action=self._action(copy, now),
            action_icon="refresh" if copy is None else "history",
            parent=parent,
        )
        _cover_all(self)
        self.again_card = None
        if copy is not None:
            words = self.tr("Perhaps a disk was not plugged in, or another program held the file.")
            self.again_card = self.add_card("refresh", self.tr("Try again"), words)
        self.folder_card = self.add_card(
            "folder", self.tr("Open the folder"), self.tr("Your posts, your pictures and the daily copies.")
        )
        self.quit_card = self.add_card(
            "close", self.tr("Quit"), self.tr("Nothing was changed; the next start tries again.")
        )

    def wait(self) -> None:
        """Show that the copy is being taken back."""
        if self.button is not None:
            self.button.setText(self.tr("Taking the copy back…"))
            self.button.setEnabled(False)
        for card in (self.again_card, self.folder_card, self.quit_card):
            if card is not None:
                card.setEnabled(False)

    def _detail(self, error: Exception, usual: str) -> str:
        if self._copy is not None:
            return self.tr(
                "The newest daily copy is sound. The damaged file is kept beside it, and whatever was due "
                "since then asks you before it leaves."
            )
        if isinstance(error, StorageDamaged):
            return self.tr(
                "It was left as it is, and no sound daily copy was found in “backups”. Ask for help."
            )
        return usual

    def _action(self, copy: BackupCopy | None, now: datetime | None) -> str:
        if copy is None:
            return self.tr("Try again")
        return self.tr("Go back to the copy of {when}").format(
            when=moment_in_sentence(copy.made_at, copy.zone, now)
        )


def moment_in_sentence(instant: datetime, zone: str, now: datetime | None) -> str:
    """Say a moment as it stands inside a sentence: "Monday 12 October, 08:00"."""
    day = local_day(instant, zone)
    full = full_day_words(day, with_year=now is None or local_day(now, zone).year != day.year)
    weekday = weekday_name(day)
    return f"{weekday}{full[len(weekday) :]}, {time_words(instant, zone)}"


def _cover_all(page: QWidget) -> None:
    page.setBackgroundRole(QPalette.ColorRole.Window)
    page.setAutoFillBackground(True)
