"""Leads from a finding to the place where it is mended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from cmstation.domain.checks.findings import Finding, Topic
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.wording_findings import Mend

if TYPE_CHECKING:
    from cmstation.ui.drafts.tab import DraftsTab


class Mending(QObject):
    """Puts the keyboard where the person has something to do."""

    def __init__(self, tab: "DraftsTab") -> None:
        super().__init__(tab)
        self._tab = tab

    @Slot(object, object)
    def mend(self, finding: Finding, action: Mend) -> None:
        """Go to the field, the dialog or the menu that mends a finding."""
        parts, other = self._tab.composer.parts, Qt.FocusReason.OtherFocusReason
        if action is Mend.GO:
            self._go_into_the_text(finding)
        elif action is Mend.TITLE:
            parts.title.setFocus(other)
            parts.title.end(False)
        elif action is Mend.LINK:
            parts.link.setFocus(other)
            parts.link.selectAll()
        elif action is Mend.COMMENT:
            self._tab.post_actions.write_comment()
        elif action is Mend.WHEN:
            parts.when.setFocus(other)
            parts.when.showMenu()
        elif action is Mend.CHOOSE:
            parts.tabs.choose.setFocus(other)
            parts.tabs.choose.click()
        elif action is Mend.ACCOUNT:
            self._tab.accounts_wanted.emit()
        elif action is Mend.PICTURE:
            parts.media.setFocus(other)

    def _go_into_the_text(self, finding: Finding) -> None:
        composer = self._tab.composer
        if finding.topic is not Topic.VARIABLE_LEFT:
            composer.go_to(finding.account, finding.place)
            return
        name, draft = str(finding.facts.get("name", "")), composer.draft
        if draft is None:
            return
        texts = [(BASE, draft.text), *((v.account, v.text or "") for v in draft.versions)]
        for account, text in texts:
            place = text.find(name)
            if place >= 0:
                composer.go_to(account, max(text.rfind("{{", 0, place), 0))
                return
        composer.parts.title.setFocus(Qt.FocusReason.OtherFocusReason)
