"""What one version says in its own way: title, link, first comment, and what only its network knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.domain.folding import storable
from cmstation.domain.network_rules import rules_for
from cmstation.domain.networks import Network
from cmstation.storage.post_fields import VersionFields
from cmstation.ui.drafts.plain_text import plain_text
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Height, Space

LINES = 72


@dataclass(frozen=True, slots=True)
class _Own:
    """One field that may follow the base: a box to tick, and the field."""

    box: QCheckBox
    value: Callable[[], str]


class OptionsDialog(DialogFrame):
    """Asks for the options of one version.

    Signals:
        chosen: fields for `set_version`: title, link, first_comment (None follows the base), options.
    """

    chosen = Signal(object)

    def __init__(
        self, icons: Icons, account: Account, draft: Draft, *, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Options on {account}").format(account=account.name)
        super().__init__(icons, title, parent=parent)
        self._account, self._draft = account, draft
        self._version = draft.version(account.id)
        self._own: dict[str, _Own] = {}
        self._options: dict[str, Callable[[], str]] = {}
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(Space.XS, Space.XS, Space.S, Space.XS)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(1, 1)
        self._add_own()
        self._add_options()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.body.addWidget(PageTitle(icons, title, parent=self))
        hint = self.tr("Tick what this account says in its own way; the rest follows the post.")
        self.body.addWidget(Paragraph(icons, hint, colour="muted", parent=self))
        self.body.addWidget(_scrolling(inside, self), 1)
        self.add_cancel()
        self.keep = PrimaryButton(icons, self.tr("Keep"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_button(self.keep, default=True)
        self.resize(600, min(600, 260 + 56 * self._grid.rowCount()))

    # --- fields ---

    def _add_own(self) -> None:
        rules, version, draft = rules_for(self._account), self._version, self._draft
        if rules.has_title:
            self._add_own_line("title", self.tr("Own title"), version.title, draft.title)
        self._add_own_line("link", self.tr("Own link"), version.link, draft.link)
        if rules.first_comment:
            self._add_own_text(
                "first_comment", self.tr("Own first comment"), version.first_comment, draft.first_comment
            )

    def _add_options(self) -> None:
        if self._account.network is Network.MASTODON:
            self._add_visibility()
            self._add_option("spoiler_text", self.tr("Content warning"))
        elif self._account.network is Network.WORDPRESS:
            self._add_option("excerpt", self.tr("Excerpt"), lines=True)
            self._add_option(
                "slug", self.tr("Address of the page"), self.tr("last part, for instance flu-2026")
            )
            self._add_option("categories", self.tr("Categories"), self.tr("separated by commas"))
            self._add_option("seo_title", self.tr("Title for search engines"))
            self._add_option("seo_description", self.tr("Description for search engines"), lines=True)

    def _add_own_line(self, field: str, words: str, own: str | None, base: str) -> None:
        line = QLineEdit(base if own is None else own, self)
        self._add_row_of_its_own(field, words, own, line, line.text)

    def _add_own_text(self, field: str, words: str, own: str | None, base: str) -> None:
        text = _lines(base if own is None else own, self)
        self._add_row_of_its_own(field, words, own, text, lambda: plain_text(text.document()))

    def _add_row_of_its_own(
        self, field: str, words: str, own: str | None, edit: QWidget, value: Callable[[], str]
    ) -> None:
        box = QCheckBox(words, self)
        box.setChecked(own is not None)
        edit.setEnabled(own is not None)
        edit.setAccessibleName(words)
        box.toggled.connect(edit.setEnabled)
        self._own[field] = _Own(box, value)
        self._add_row(box, edit)

    def _add_option(self, name: str, words: str, hint: str = "", *, lines: bool = False) -> None:
        before = self._version.options.get(name, "")
        if lines:
            edit = _lines(before, self)
            self._options[name] = lambda: plain_text(edit.document())
        else:
            edit = QLineEdit(before, self)
            edit.setPlaceholderText(hint)
            self._options[name] = edit.text
        edit.setAccessibleName(words)
        self._add_row(Words(self.icons, words, parent=self), edit)

    def _add_visibility(self) -> None:
        choice = QComboBox(self)
        for key, words in (
            ("public", self.tr("Public")),
            ("unlisted", self.tr("Public, but not in the public timelines")),
            ("private", self.tr("Followers only")),
        ):
            choice.addItem(words, key)
        choice.setCurrentIndex(max(0, choice.findData(self._version.options.get("visibility", "public"))))
        choice.setAccessibleName(self.tr("Who sees it"))
        self._options["visibility"] = lambda: str(choice.currentData())
        self._add_row(Words(self.icons, self.tr("Who sees it"), parent=self), choice)

    def _add_row(self, words: QWidget, edit: QWidget) -> None:
        row = self._grid.rowCount()
        words.setFixedHeight(Height.CONTROL)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(edit, row, 1)

    @Slot()
    def _keep(self) -> None:
        own = {
            name: storable(found.value().strip()) if found.box.isChecked() else None
            for name, found in self._own.items()
        }
        fields = cast("VersionFields", own)
        options = dict(self._version.options)
        for name, value in self._options.items():
            options[name] = storable(value().strip())
        kept = {name: value for name, value in options.items() if value}
        if kept.get("visibility") == "public":
            del kept["visibility"]
        if kept != self._version.options:
            fields["options"] = kept
        self.chosen.emit(fields)
        self.accept()


def _lines(text: str, parent: QWidget) -> QPlainTextEdit:
    edit = QPlainTextEdit(text, parent)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(LINES)
    edit.document().setDocumentMargin(Space.S)
    return edit


def _scrolling(inside: QWidget, parent: QWidget) -> QScrollArea:
    room = QScrollArea(parent)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setWidgetResizable(True)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidget(inside)
    room.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return room
