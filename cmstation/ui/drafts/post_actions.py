"""What the person does with whole posts: publish, plan, duplicate, put away, look back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from cmstation.domain.drafts import Draft, PostState, Stage
from cmstation.ui.drafts.history_dialog import HistoryDialog
from cmstation.ui.drafts.template_dialog import KeepTemplateDialog, TemplateDialog
from cmstation.ui.drafts.text_dialogs import DifferenceDialog, NoteDialog, OptionsDialog
from cmstation.ui.icons import Icons

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.drafts.tab import DraftsTab
    from cmstation.ui.publishing.publishing import Publishing


class PostActions(QObject):
    """Joins menus and buttons of the tab to the services."""

    def __init__(self, icons: Icons, tab: "DraftsTab") -> None:
        super().__init__(tab)
        self._icons = icons
        self._tab = tab
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._publishing: Publishing | None = None
        parts = tab.composer.parts
        self._menu = QMenu(parts.more)
        self._menu.aboutToShow.connect(self._fill_more)
        parts.more.setMenu(self._menu)
        self._ways = QMenu(parts.publish)
        self._ways.aboutToShow.connect(self._fill_ways)
        parts.publish.setMenu(self._ways)
        parts.publish.clicked.connect(self.publish)
        parts.detached.compare.clicked.connect(self.compare)
        parts.detached.options.clicked.connect(self.show_options)
        parts.comment.clicked.connect(self.write_comment)
        parts.sources.clicked.connect(self.write_sources)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    def set_publishing(self, publishing: "Publishing") -> None:
        """Receive what publishes."""
        self._publishing = publishing

    # --- leaving ---

    @Slot()
    def publish(self) -> None:
        """Publish the open post now; what was typed is saved first."""
        draft = self._saved_draft()
        if draft is not None and self._publishing is not None:
            self._publishing.publish(draft.id)

    @Slot()
    def plan(self) -> None:
        """Put the open post in the outbox for its hour."""
        draft = self._saved_draft()
        if draft is None or self._publishing is None:
            return
        if draft.planned is None:
            self._tab.composer.parts.when.other_wanted.emit()
            return
        self._publishing.plan(draft.id, draft.planned)

    @Slot()
    def show_result(self) -> None:
        """Show where the open post is live."""
        draft = self._tab.composer.draft
        if draft is not None and self._publishing is not None:
            self._publishing.show_result(draft.id)

    # --- whole posts ---

    @Slot(int)
    def delete(self, post: int) -> None:
        """Put a post in the bin; undo brings it back."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self._tab.flush()
            commands.run(lambda: station.drafts.delete(post), undo_text=self.tr("Post deleted"))

    def archive(self, post: int) -> None:
        """Put a post away."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self._tab.flush()
            commands.run(lambda: station.drafts.archive(post), undo_text=self.tr("Post archived"))

    def unarchive(self, post: int) -> None:
        """Take a post out of the archive."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            commands.run(
                lambda: station.drafts.unarchive(post), undo_text=self.tr("Post back from the archive")
            )

    def duplicate(self, post: int) -> None:
        """Write a copy and show it."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self._tab.flush()
            commands.run(
                lambda: station.drafts.duplicate(post),
                done=self._tab.show_draft,
                undo_text=self.tr("Post duplicated"),
                owner=self._tab,
            )

    def new_from_template(self) -> None:
        """Start a post from a template."""
        if self._station is not None and self._commands is not None:
            dialog = TemplateDialog(self._icons, self._station, self._commands, self._tab.window())
            dialog.made.connect(self._tab.show_draft)
            dialog.open()

    def keep_as_template(self) -> None:
        """Keep the open post's text as a template."""
        draft = self._tab.composer.draft
        if draft is not None and self._station is not None and self._commands is not None:
            KeepTemplateDialog(self._icons, draft, self._station, self._commands, self._tab.window()).open()

    def show_history(self) -> None:
        """Show the open post's earlier contents."""
        draft = self._saved_draft()
        if draft is not None and self._station is not None and self._commands is not None:
            HistoryDialog(self._icons, draft, self._station, self._commands, self._tab.window()).open()

    # --- around the text ---

    @Slot()
    def compare(self) -> None:
        """Show a version's difference to the base, word by word."""
        composer = self._tab.composer
        draft, account = composer.draft, composer.parts.tabs.current()
        if draft is not None:
            name = next((one.name for one in composer.accounts if one.id == account), "")
            title = self.tr("{name} compared with the base").format(name=name)
            texts = (draft.text, draft.text_for(account))
            DifferenceDialog(self._icons, title, *texts, parent=self._tab.window()).open()

    @Slot()
    def show_options(self) -> None:
        """Change what only one network knows of a version."""
        composer = self._tab.composer
        draft, account = composer.draft, composer.parts.tabs.current()
        found = next((one for one in composer.accounts if one.id == account), None)
        if draft is None or found is None or composer.autosave is None:
            return
        saver = composer.autosave
        dialog = OptionsDialog(self._icons, found, draft, parent=self._tab.window())
        dialog.chosen.connect(lambda fields: saver.change_version(account, **fields))
        dialog.open()

    @Slot()
    def write_comment(self) -> None:
        """Write the first comment that follows the post."""
        draft = self._tab.composer.draft
        if draft is not None:
            dialog = NoteDialog(
                self._icons,
                self.tr("First comment"),
                self.tr("Published right after the post, as a reply to it, where the network allows it."),
                draft.first_comment,
                parent=self._tab.window(),
            )
            dialog.written.connect(lambda text: self._tab.composer.change(first_comment=text))
            dialog.open()

    @Slot()
    def write_sources(self) -> None:
        """Note where the post's facts come from; never published by itself."""
        draft = self._tab.composer.draft
        if draft is not None:
            dialog = NoteDialog(
                self._icons,
                self.tr("Sources"),
                self.tr("One source a line: kept with the post for those who read it again, not published."),
                draft.sources,
                parent=self._tab.window(),
            )
            dialog.written.connect(lambda text: self._tab.composer.change(sources=text))
            dialog.open()

    # --- menus ---

    @Slot(int, QPoint)
    def offer_menu(self, post: int, place: QPoint) -> None:
        """Open a post's menu in the list."""
        menu = QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Duplicate")).triggered.connect(lambda: self.duplicate(post))
        menu.addAction(self.tr("Archive")).triggered.connect(lambda: self.archive(post))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete"))
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.triggered.connect(lambda: self.delete(post))
        menu.popup(place)

    @Slot()
    def _fill_more(self) -> None:
        draft, menu = self._tab.composer.draft, self._menu
        menu.clear()
        if draft is None:
            return
        post = draft.id
        for stage, words in (
            (Stage.IDEA, self.tr("An idea")),
            (Stage.DRAFT, self.tr("A draft")),
            (Stage.IN_REVIEW, self.tr("To be reviewed")),
            (Stage.APPROVED, self.tr("Approved")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(draft.stage is stage)
            action.triggered.connect(lambda _checked=False, stage=stage: self._set_stage(stage))
        menu.addSeparator()
        menu.addAction(self.tr("History…")).triggered.connect(self.show_history)
        if draft.deliveries:
            menu.addAction(self.tr("Where it was sent…")).triggered.connect(self.show_result)
        menu.addAction(self.tr("New from a template…")).triggered.connect(self.new_from_template)
        menu.addAction(self.tr("Keep as a template…")).triggered.connect(self.keep_as_template)
        menu.addAction(self.tr("Duplicate")).triggered.connect(lambda: self.duplicate(post))
        menu.addSeparator()
        if draft.state is PostState.ARCHIVED:
            menu.addAction(self.tr("Take out of the archive")).triggered.connect(lambda: self.unarchive(post))
        else:
            menu.addAction(self.tr("Archive")).triggered.connect(lambda: self.archive(post))
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self.delete(post))

    @Slot()
    def _fill_ways(self) -> None:
        draft, menu = self._tab.composer.draft, self._ways
        menu.clear()
        menu.addAction(self.tr("Publish now")).triggered.connect(self.publish)
        plan = menu.addAction(self._plan_words(draft))
        plan.triggered.connect(self.plan)
        menu.addSeparator()
        look = menu.addAction(self.tr("Last look before publishing…"))
        look.triggered.connect(self._last_look)

    def _plan_words(self, draft: Draft | None) -> str:
        if draft is None or draft.planned is None or self._station is None:
            return self.tr("Publish at another time…")
        from cmstation.ui.dates import planned_words  # noqa: PLC0415

        zone = self._station.preferences.zone()
        when = planned_words(draft.planned, self._station.clock.now(), zone)
        return self.tr("Publish at its time: {when}").format(when=when)

    def _set_stage(self, stage: Stage) -> None:
        self._tab.composer.change(stage=stage)

    @Slot()
    def _last_look(self) -> None:
        draft = self._saved_draft()
        if draft is not None and self._publishing is not None:
            self._publishing.look(draft.id)

    def _saved_draft(self) -> Draft | None:
        self._tab.flush()
        return self._tab.composer.draft
