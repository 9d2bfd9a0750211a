"""Choose which part of a picture each network shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.domain.crops import SHAPES, WHOLE, CropBox, Ratio, centred, fits, needed
from cmstation.domain.media import Attachment
from cmstation.domain.networks import Network
from cmstation.ui.drafts.crop_frame import CropFrame
from cmstation.ui.drafts.picture_view import ask_picture
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.kit.tabs import TabMark, TabStrip
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

WHOLE_KEY, OWN_KEY = "whole", "own"


class CropDialog(DialogFrame):
    """Frames one picture for each network that cuts pictures.

    Signals:
        cropped: network key → `CropBox`, those shown whole left out.
    """

    cropped = Signal(object)

    def __init__(
        self,
        icons: Icons,
        attachment: Attachment,
        networks: tuple[Network, ...],
        station: "Station",
        commands: "Commands",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Crop the picture"), parent=parent)
        item = attachment.media
        self._size = QSize(max(1, item.width), max(1, item.height))
        self._networks = tuple(n for n in networks if not SHAPES[n].free)
        self._crops = dict(attachment.crops)
        self._others = {key: box for key, box in attachment.crops.items() if key not in self._networks}
        self.strip = TabStrip(icons, self.tr("Networks"), versions=True, parent=self)
        self.frame = CropFrame(icons, self._size, self)
        self.frame.setAccessibleName(item.file_name)
        self._shapes = Segmented(icons, self.tr("Shape"), parent=self)
        self._shape_row = QHBoxLayout()
        self._remark = Note(icons, "", parent=self)
        self._whole = LinkButton(icons, self.tr("Whole picture"), icon="undo", parent=self)
        self._lay_out(icons, item.file_name, networks)
        for network in self._networks:
            self.strip.add(network.proper_name, TabMark(icon=icons.network(network.value)))
        self.strip.currentChanged.connect(self._show_network)
        self.frame.moved.connect(self._moved)
        self._whole.clicked.connect(self._show_whole)
        if self._networks:
            self._show_network()
        ask_picture(station, commands, item, self.frame.show_pixmap, owner=self.frame)
        self.resize(720, 600)

    # --- layout ---

    def _lay_out(self, icons: Icons, name: str, networks: tuple[Network, ...]) -> None:
        self.body.addWidget(PageTitle(icons, name, parent=self))
        free = [network.proper_name for network in networks if SHAPES[network].free]
        if free:
            words = self.tr("Shown whole on {networks}.").format(networks=", ".join(free))
            self.body.addWidget(Note(icons, words, parent=self))
        if not self._networks:
            words = self.tr("No network of this post cuts pictures: every one shows it whole.")
            self.body.addWidget(Paragraph(icons, words, colour="muted", parent=self))
        self.body.addWidget(self.strip)
        self.body.addWidget(self.frame, 1)
        self._shape_row.setSpacing(Space.M)
        self._shape_row.addWidget(self._shapes)
        self._shape_row.addWidget(self._remark)
        self._shape_row.addStretch(1)
        self._shape_row.addWidget(self._whole)
        self.body.addLayout(self._shape_row)
        for part in (self.strip, self._shapes, self._whole, self._remark):
            part.setVisible(bool(self._networks))
        self.frame.setEnabled(bool(self._networks))
        self.add_cancel()
        self.keep = PrimaryButton(icons, self.tr("Keep"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(self.keep, default=True)

    # --- one network ---

    @property
    def _network(self) -> Network:
        return self._networks[max(0, self.strip.currentIndex())]

    @Slot()
    def _show_network(self) -> None:
        self._fill_shapes()
        self.frame.show_box(self._box())
        self._show_remark()

    def _box(self) -> CropBox:
        """Return the part that the present network shows: chosen, else what it would cut by itself."""
        own = self._crops.get(self._network.value)
        return own or needed(self._network, self._size.width(), self._size.height()) or WHOLE

    def _fill_shapes(self) -> None:
        old = self._shapes
        self._shapes = Segmented(self.icons, self.tr("Shape"), parent=self)
        for ratio in SHAPES[self._network].offered:
            self._shapes.add(ratio.label, ratio.label)
        if SHAPES[self._network].accepts(self._size.width(), self._size.height()):
            self._shapes.add(WHOLE_KEY, self.tr("As it is"))
        self._shapes.chosen.connect(self.choose_shape)
        self._shape_row.replaceWidget(old, self._shapes)
        old.hide()
        old.deleteLater()
        self._shapes.show()
        self._mark_shape()

    def _mark_shape(self) -> None:
        box = self._box()
        found = next((r.label for r in SHAPES[self._network].offered if self._has_shape(box, r)), "")
        if box == WHOLE and SHAPES[self._network].accepts(self._size.width(), self._size.height()):
            found = WHOLE_KEY
        self._shapes.choose(found)

    def _has_shape(self, box: CropBox, ratio: Ratio) -> bool:
        return fits(box, ratio.value, self._size.width(), self._size.height())

    @Slot(str)
    def choose_shape(self, key: str) -> None:
        """Frame the largest part of a shape, written as on its button ("4:5")."""
        if key == WHOLE_KEY:
            self._show_whole()
            return
        ratio = next(r for r in SHAPES[self._network].offered if r.label == key)
        self._take(centred(ratio.value, self._size.width(), self._size.height()))

    @Slot()
    def _show_whole(self) -> None:
        """Forget the crop; a network that refuses the shape keeps the middle."""
        self._crops.pop(self._network.value, None)
        self.frame.show_box(self._box())
        self._mark_shape()
        self._show_remark()

    @Slot(object)
    def _moved(self, box: CropBox) -> None:
        self._crops[self._network.value] = box
        self._show_remark()

    def _take(self, box: CropBox) -> None:
        self._crops[self._network.value] = box
        self.frame.show_box(box)
        self._show_remark()

    def _show_remark(self) -> None:
        left, top, right, bottom = self.frame.box.pixels(self._size.width(), self._size.height())
        self._remark.setText(f"{right - left} × {bottom - top}")

    @Slot()
    def _keep(self) -> None:
        crops = {key: box for key, box in self._crops.items() if box != WHOLE}
        self.cropped.emit({**self._others, **crops})
        self.accept()
