"""The fields of the settings that put campaign marks on links to the clinic's own sites."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from cmstation.domain.campaign_links import host_of
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph

_BETWEEN: Final = re.compile(r"[\s,;]+")


class CampaignLinkFields(QObject):
    """The switch, the clinic's other sites, and a note on what was understood.

    Args:
        own: hosts that were given.
        known: hosts that need not be given: the clinic publishes there.
    """

    def __init__(self, icons: Icons, own: Sequence[str], known: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._known = tuple(known)
        self.box = QCheckBox(self.tr("Mark links to the clinic’s own site for campaigns"))
        self.meaning = self.tr(
            "Your site’s statistics then tell which network and which campaign brought a visitor."
        )
        self.box.setToolTip(
            self.tr("Posts that wait for their hour get the marks too; the text stays as you wrote it.")
        )
        self.field = QLineEdit(", ".join(own))
        self.field.setPlaceholderText(self.tr("maternite.example, rdv.example"))
        self.note = Paragraph(icons, font="note", colour="muted")
        self.field.textChanged.connect(self._tell)
        self.box.toggled.connect(self._tell)
        self._tell()

    def sites(self) -> tuple[str, ...]:
        """Return the hosts that were given, each once."""
        return tuple(dict.fromkeys(host for word in self._words() if (host := host_of(word))))

    def refused(self) -> tuple[str, ...]:
        """Return what was given and names no site."""
        return tuple(word for word in self._words() if not host_of(word))

    def _words(self) -> list[str]:
        return [word for word in _BETWEEN.split(self.field.text()) if word]

    @Slot()
    def _tell(self) -> None:
        refused = self.refused()
        self.note.setText(self._sentence(refused))
        self.note.set_colour("danger" if refused else "muted")
        self.field.setAccessibleDescription(self.note.text())

    def _sentence(self, refused: Sequence[str]) -> str:
        if refused:
            words = self.tr("“{word}” is not the address of a site: write it like maternite.example.")
            return words.format(word=refused[0])
        if self._known:
            return self.tr("Known already: {sites}.").format(sites=", ".join(self._known))
        if self.box.isChecked() and not self.sites():
            return self.tr("Name the clinic’s site here: no account publishes on it yet.")
        return self.tr("Addresses with a comma between them.")
