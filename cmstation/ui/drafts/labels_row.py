"""The row under the title: theme, campaign, tags and language."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cmstation.domain.drafts import Draft
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Space

NEW = "new"


class TagCompleter(QCompleter):
    """Completes the last of several tags."""

    def splitPath(self, path: str, /) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex, /) -> str:
        field = self.widget()
        typed = field.text() if isinstance(field, QLineEdit) else ""
        before = [part.strip() for part in typed.split(",")[:-1] if part.strip()]
        return ", ".join((*before, super().pathFromIndex(index)))


class TagField(QLineEdit):
    """Tags, separated by commas; the known ones are offered while one types.

    Signals:
        tags_typed: the tags as a tuple.
    """

    tags_typed = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        completer = TagCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.setFixedHeight(Height.SMALL)
        self.setFont(icons.theme.font("medium"))
        self.setPlaceholderText(self.tr("Tags"))
        self.setAccessibleName(self.tr("Tags, separated by commas"))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        glyph = QAction(self)
        icons.bind(glyph, "tag")
        self.addAction(glyph, QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self._tell)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = self.text() or self.placeholderText()
        room = IconSize.CONTROL + Space.L + Space.M
        return QSize(self.fontMetrics().horizontalAdvance(words) + room, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, Height.SMALL)

    def tags(self) -> tuple[str, ...]:
        """Return the tags, without doubles."""
        parts = (part.strip().lstrip("#") for part in self.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show a post's tags, unless the person is typing here."""
        if tuple(tags) != self.tags() and not self.hasFocus():
            self.setText(", ".join(tags))
            self.setCursorPosition(0)

    def offer(self, known: Sequence[str]) -> None:
        """Offer the tags of other posts."""
        self._known.setStringList(list(known))

    @Slot()
    def _tell(self) -> None:
        self.tags_typed.emit(self.tags())


class LabelsRow(QWidget):
    """What a post is sorted by.

    Signals:
        line_chosen, campaign_chosen: an identity or None.
        tags_typed: a tuple of tags.
        language_chosen: an ISO 639 code.
        new_line: a name and a colour, to add and to choose.
        new_campaign: a name to add and to choose.
    """

    line_chosen = Signal(object)
    campaign_chosen = Signal(object)
    tags_typed = Signal(object)
    language_chosen = Signal(object)
    new_line = Signal(str, str)
    new_campaign = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown_line: int | None = None
        self._shown_campaign: int | None = None
        self.line = GhostCombo(icons, self.tr("Theme"), icon="tag", parent=self)
        self.campaign = GhostCombo(icons, self.tr("Campaign"), icon="flag", parent=self)
        self.tags = TagField(icons, self)
        self.language = GhostCombo(icons, self.tr("Language"), icon="globe", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for part in (self.line, self.campaign):
            row.addWidget(part)
        row.addWidget(self.tags)
        row.addWidget(self.language)
        row.addStretch(1)
        self.row = row
        self._fill_languages()
        self.line.chosen.connect(self._line)
        self.campaign.chosen.connect(self._campaign)
        self.language.chosen.connect(self.language_chosen)
        self.tags.tags_typed.connect(self.tags_typed)

    def offer(
        self, lines: Sequence[EditorialLine], campaigns: Sequence[Campaign], tags: Sequence[str]
    ) -> None:
        """Fill the menus."""
        self.line.clear_choices()
        self.line.add_choice(None, self.tr("No theme"), icon="tag")
        for line in lines:
            self.line.add_choice(line.id, line.name, square=cast("ColourRole", line.colour))
        self.line.add_choice(NEW, self.tr("New theme…"), icon="plus")
        self.campaign.clear_choices()
        self.campaign.add_choice(None, self.tr("No campaign"), icon="flag")
        for campaign in campaigns:
            if not campaign.closed:
                self.campaign.add_choice(campaign.id, campaign.name, icon="flag")
        self.campaign.add_choice(NEW, self.tr("New campaign…"), icon="plus")
        self.tags.offer(tags)

    def show_draft(self, draft: Draft) -> None:
        """Show what a post is sorted by."""
        self._shown_line, self._shown_campaign = draft.theme, draft.campaign
        self.line.choose(draft.theme)
        self.campaign.choose(draft.campaign)
        self.tags.show_tags(draft.tags)
        self.language.choose(draft.language)

    @Slot(object)
    def _line(self, chosen: object) -> None:
        if chosen != NEW:
            self.line_chosen.emit(chosen)
            return
        self.line.choose(self._shown_line)
        from cmstation.ui.drafts.name_dialog import NameDialog  # noqa: PLC0415 (not at start)

        hint = self.tr(
            "A theme is a line of what the clinic talks about; posts are sorted and balanced by it."
        )
        dialog = NameDialog(self._icons, self.tr("New theme"), hint, coloured=True, parent=self.window())
        dialog.named.connect(self.new_line)
        dialog.open()

    @Slot(object)
    def _campaign(self, chosen: object) -> None:
        if chosen != NEW:
            self.campaign_chosen.emit(chosen)
            return
        self.campaign.choose(self._shown_campaign)
        from cmstation.ui.drafts.name_dialog import NameDialog  # noqa: PLC0415

        hint = self.tr("A campaign gathers posts of a few weeks under one name.")
        dialog = NameDialog(self._icons, self.tr("New campaign"), hint, parent=self.window())
        dialog.named.connect(self._name_campaign)
        dialog.open()

    @Slot(str, str)
    def _name_campaign(self, name: str, _colour: str) -> None:
        self.new_campaign.emit(name)

    def _fill_languages(self) -> None:
        for code, name in (
            ("fr", self.tr("French")),
            ("en", self.tr("English")),
            ("nl", self.tr("Dutch")),
            ("de", self.tr("German")),
            ("es", self.tr("Spanish")),
            ("it", self.tr("Italian")),
            ("pt", self.tr("Portuguese")),
            ("ar", self.tr("Arabic")),
        ):
            self.language.add_choice(code, name, icon="globe")
