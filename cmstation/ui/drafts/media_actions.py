"""What the person does with the pictures of a post: add, describe, crop, order, take off."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from cmstation.domain.crops import CropBox
from cmstation.domain.drafts import Draft
from cmstation.domain.media import Attachment
from cmstation.domain.network_rules import rules_for
from cmstation.ui.drafts.composer import Composer
from cmstation.ui.drafts.media_strip import png_of
from cmstation.ui.icons import Icons

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class MediaActions(QObject):
    """Joins the strip of pictures to the services."""

    def __init__(self, icons: Icons, composer: Composer) -> None:
        super().__init__(composer)
        self._icons = icons
        self._composer = composer
        self._station: Station | None = None
        self._commands: Commands | None = None
        strip = composer.parts.media
        strip.files_given.connect(self.add)
        strip.add_wanted.connect(self.choose_files)
        strip.describe_wanted.connect(self.describe)
        strip.crop_wanted.connect(self.crop)
        strip.remove_wanted.connect(self.remove)
        strip.order_wanted.connect(self.reorder)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose picture files."""
        kinds = self.tr(
            "Pictures (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.heic *.avif);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(
            self._composer.window(), self.tr("Add pictures"), str(Path.home()), kinds
        )
        if names:
            self.add(tuple(names))

    @Slot(object)
    def add(self, given: tuple[str, ...] | QImage) -> None:
        """Add files or a pasted picture; each that is refused is named, the others are added."""
        draft, station = self._composer.draft, self._station
        if draft is None or station is None:
            return
        post, drafts = draft.id, station.drafts
        if isinstance(given, QImage):
            name = self.tr("pasted-picture.png")
            self._run(lambda: drafts.attach_bytes(post, png_of(given), name))
            return
        for file in given:
            self._run(lambda path=Path(file): drafts.attach_file(post, path))

    @Slot(int)
    def describe(self, media: int) -> None:
        """Write a picture's alternative text."""
        draft, found, station = self._composer.draft, self._attachment(media), self._station
        if draft is None or found is None or station is None:
            return
        post, drafts = draft.id, station.drafts
        from cmstation.ui.drafts.alt_text_dialog import AltTextDialog  # noqa: PLC0415 (not at start)

        limit, whose = self._strictest(draft)
        dialog = AltTextDialog(
            self._icons,
            found,
            station,
            self._commands,
            self._composer.window(),
            limit=limit,
            limit_of=whose,
        )

        def keep(alt_text: str, decorative: bool) -> None:
            self._run(lambda: drafts.describe(post, media, alt_text, decorative=decorative))

        dialog.described.connect(keep)
        dialog.open()

    @Slot(int)
    def crop(self, media: int) -> None:
        """Choose which part of a picture each network shows."""
        draft, found, station = self._composer.draft, self._attachment(media), self._station
        if draft is None or found is None or station is None or self._commands is None:
            return
        post, drafts = draft.id, station.drafts
        networks = tuple(
            dict.fromkeys(
                account.network for account in self._composer.accounts if account.id in draft.accounts
            )
        )
        from cmstation.ui.drafts.crop_dialog import CropDialog  # noqa: PLC0415 (not at start)

        dialog = CropDialog(self._icons, found, networks, station, self._commands, self._composer.window())

        def keep(crops: dict[str, CropBox]) -> None:
            self._run(lambda: drafts.crop(post, media, crops))

        dialog.cropped.connect(keep)
        dialog.open()

    @Slot(int)
    def remove(self, media: int) -> None:
        """Take a picture off the post; it stays in the library."""
        draft, station, saver = self._composer.draft, self._station, self._composer.autosave
        if draft is not None and station is not None and saver is not None:
            post, drafts = draft.id, station.drafts
            saver.run_undoable(lambda: drafts.detach(post, media), self.tr("Picture taken off the post"))

    @Slot(object)
    def reorder(self, order: list[int]) -> None:
        """Put the pictures in another order."""
        draft, station = self._composer.draft, self._station
        if draft is not None and station is not None:
            post, drafts = draft.id, station.drafts
            self._run(lambda: drafts.reorder(post, order))

    def _run(self, work: Callable[[], Draft]) -> None:
        saver = self._composer.autosave
        if saver is not None:
            saver.run(work)

    def _strictest(self, draft: Draft) -> tuple[int | None, str]:
        """Return the shortest alternative text that an account of the post takes, and whose it is."""
        limits = [
            (limit, account.name)
            for account in self._composer.accounts
            if account.id in draft.accounts and (limit := rules_for(account).max_alt)
        ]
        return min(limits) if limits else (None, "")

    def _attachment(self, media: int) -> Attachment | None:
        draft = self._composer.draft
        if draft is None:
            return None
        return next((one for one in draft.attachments if one.media.id == media), None)
