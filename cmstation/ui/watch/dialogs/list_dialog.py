"""A watch list: its name, its sources, how long it keeps items, and its rule with what that would show."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cmstation.domain.watch import Source
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.list_wish import ListWish
from cmstation.ui.watch.dialogs.retention_row import RetentionRow
from cmstation.ui.watch.dialogs.rule_builder import RuleBuilder
from cmstation.ui.watch.dialogs.rule_preview import RulePreviewColumns
from cmstation.ui.watch.dialogs.source_choice import SourceChoice

if TYPE_CHECKING:
    from cmstation.services.watch_lists import RulePreview

PREVIEW_WAIT_MS: Final = 300
SOURCES, RULE = "sources", "rule"
_WIDTH, _HEIGHT = 900, 640
_FOLDER_WIDTH = 240
_SLASH = "/"


class ListDialog(DialogFrame):
    """Changes a watch list, or makes one.

    Signals:
        saved: the `ListWish` that the person wants.
        removed: the person wants the list gone.
        preview_wanted: a `Rule` and sources; answer with `show_preview`.
    """

    saved = Signal(object)
    removed = Signal()
    preview_wanted = Signal(object, object)

    def __init__(
        self,
        icons: Icons,
        wish: ListWish,
        sources: Sequence[Source],
        when: Callable[[datetime], str],
        *,
        folders: Iterable[str] = (),
        known: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a list.

        Args:
            sources: all that are watched.
            when: says a moment in few words.
            folders: paths that other lists are in, as `folder_text` writes them.
            known: it is stored already, so it can be removed.
        """
        super().__init__(icons, self.tr("Watch list") if known else self.tr("New watch list"), parent=parent)
        self.setModal(True)
        self.resize(_WIDTH, _HEIGHT)
        self.setMinimumSize(_WIDTH - 80, _HEIGHT - 60)
        self.name = TitleField(icons, self.tr("Name of the list"), parent=self)
        self.folder = QLineEdit(folder_text(wish.folder), self)
        self.folder.setPlaceholderText(self.tr("Folder, if any"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setCompleter(QCompleter(sorted(set(folders)), self.folder))
        self.folder.setFixedWidth(_FOLDER_WIDTH)
        self.part = Segmented(icons, self.tr("Part of the list"), parent=self)
        self.pages = QStackedWidget(self)
        self.sources = SourceChoice(icons, sources, wish.sources, parent=self)
        self.retention = RetentionRow(icons, wish.retention, parent=self)
        self.builder = RuleBuilder(icons, wish.rule, self.sources.names(), parent=self)
        self.warning = Card(icons, "warning_soft", line=None, parent=self)
        self.preview = RulePreviewColumns(icons, when, self)
        self.save = PrimaryButton(icons, self.tr("Save"))
        self.name.setText(wish.name)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_WAIT_MS)
        self._lay_out(known=known)
        self._join()
        self.show_part(RULE if known else SOURCES)
        self._look()
        (self.builder.must if known else self.name).setFocus()

    def wish(self) -> ListWish:
        """Return what is written now."""
        return ListWish(
            name=self.name.text().strip(),
            folder=folder_path(self.folder.text()),
            sources=self.sources.chosen(),
            retention=self.retention.retention(),
            rule=self.builder.rule(),
        )

    def show_part(self, key: str) -> None:
        """Show the sources, or the rule."""
        self.part.choose(key)
        self.pages.setCurrentIndex((SOURCES, RULE).index(key))
        if key == RULE:
            self._ask()

    def show_preview(self, preview: "RulePreview") -> None:
        """Show what the rule would do."""
        self.preview.show_preview(preview)
        self.warning.setVisible(preview.drops_everything)
        if preview.looked_at == 0:
            told = self.tr("Nothing is stored of these sources yet: what the rule shows cannot be told.")
            self._warn(told)
        elif preview.drops_everything:
            count = preview.looked_at
            self._warn(
                self.tr("This rule would leave out everything: all of the newest %n item(s).", "", count)
            )

    # --- inside ---

    def _warn(self, words: str) -> None:
        self.warning_words.setText(words)
        self.warning.setAccessibleName(words)
        self.warning.show()

    def _lay_out(self, *, known: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.name, 1)
        head.addWidget(self.folder)
        self.body.addLayout(head)
        self.part.add(SOURCES, self.tr("Sources"))
        self.part.add(RULE, self.tr("Rule"))
        self.body.addWidget(self.part)
        self.pages.addWidget(self._page(self.sources, self.retention, first=True))
        inner = QHBoxLayout(self.warning)
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.warning_words = Paragraph(self.icons, "", colour="warning")
        inner.addWidget(self.warning_words)
        self.warning.hide()
        self.pages.addWidget(self._page(self.builder, self.warning, self.preview))
        self.body.addWidget(self.pages, 1)
        if known:
            self.remove = GhostButton(self.icons, self.tr("Remove the list"), icon="trash")
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(self._remove)
            self.add_foot_left(self.remove)
        self.add_cancel()
        self.add_button(self.save, default=True)

    def _page(self, *parts: QWidget, first: bool = False) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        wide = parts[0] if first else parts[-1]
        for part in parts:
            column.addWidget(part, 1 if part is wide else 0)
        return page

    def _join(self) -> None:
        self.name.textChanged.connect(self._look)
        self.part.chosen.connect(self.show_part)
        self.sources.changed.connect(self._take_sources)
        self.builder.changed.connect(self._look)
        self.builder.changed.connect(self._soon.start)
        self._soon.timeout.connect(self._ask)
        self.save.clicked.connect(self._save)

    @Slot()
    def _take_sources(self) -> None:
        self.builder.set_sources(self.sources.names())
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say why the list cannot be kept as it is."""
        reason = "" if self.name.text().strip() else self.tr("Give the list a name first.")
        self.save.set_reason(reason or self.builder.refusal())

    @Slot()
    def _ask(self) -> None:
        self._soon.stop()
        self.preview_wanted.emit(self.builder.rule(), self.sources.chosen())

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.wish())
        self.accept()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit()
        self.accept()


def folder_text(path: Sequence[str]) -> str:
    """Write a path of folders in one line."""
    return f" {_SLASH} ".join(path)


def folder_path(text: str) -> tuple[str, ...]:
    """Read a path of folders."""
    return tuple(part for piece in text.split(_SLASH) if (part := piece.strip()))
