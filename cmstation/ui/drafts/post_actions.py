"""What the person does with whole posts: publish, plan, duplicate, put away, look back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.drafts import Draft, Stage
from cmstation.storage.post_fields import VersionFields
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.drafts.left import all_left, has_left
from cmstation.ui.icons import Icons

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.drafts.tab import DraftsTab
    from cmstation.ui.publishing.publishing import Publishing


class PostActions(QObject):
    """Joins the buttons and menus of the tab to the services."""

    def __init__(self, icons: Icons, tab: "DraftsTab") -> None:
        super().__init__(tab)
        self._icons = icons
        self._tab = tab
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._publishing: Publishing | None = None
        parts = tab.composer.parts
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
        """Publish the open post now, its last letters included; once it has left, show where it is."""
        draft, publishing = self._tab.composer.draft, self._publishing
        if draft is None or publishing is None:
            return
        if all_left(draft):
            publishing.show_result(draft.id)
        else:
            self._tab.composer.when_saved(lambda saved: publishing.publish(saved.id))

    @Slot()
    def plan(self) -> None:
        """Put the open post in the outbox for its hour."""
        draft, publishing = self._tab.composer.draft, self._publishing
        if draft is None or publishing is None:
            return
        planned = draft.planned
        if planned is None:
            self._tab.composer.parts.when.other_wanted.emit()
            return
        self._tab.composer.when_saved(lambda saved: publishing.plan(saved.id, planned))

    @Slot()
    def last_look(self) -> None:
        """Open the last look on the open post."""
        publishing = self._publishing
        if publishing is not None:
            self._tab.composer.when_saved(lambda saved: publishing.look(saved.id))

    @Slot()
    def show_result(self) -> None:
        """Show where the open post is live."""
        post = self._tab.composer.post
        if post is not None and self._publishing is not None:
            self._publishing.show_result(post)

    # --- whole posts ---

    def on_current(self, act: Callable[[int], None]) -> None:
        """Do something with the open post, if there is one."""
        post = self._tab.composer.post
        if post is not None:
            act(post)

    @Slot(int)
    def delete(self, post: int) -> None:
        """Put a post in the bin; undo brings it back."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self._tab.flush()
            commands.run(lambda: station.drafts.delete(post), undo_text=self.tr("Post deleted"))

    @Slot(int)
    def archive(self, post: int) -> None:
        """Put a post away."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            self._tab.flush()
            commands.run(lambda: station.drafts.archive(post), undo_text=self.tr("Post archived"))

    @Slot(int)
    def unarchive(self, post: int) -> None:
        """Take a post out of the archive."""
        station, commands = self._station, self._commands
        if station is not None and commands is not None:
            commands.run(
                lambda: station.drafts.unarchive(post), undo_text=self.tr("Post back from the archive")
            )

    @Slot(int)
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

    def set_stage(self, stage: Stage) -> None:
        """Say how far the writing of the open post is."""
        self._tab.composer.change(stage=stage)

    @Slot()
    def new_from_template(self) -> None:
        """Start a post from a template."""
        if self._station is not None and self._commands is not None:
            from cmstation.ui.drafts.template_dialog import TemplateDialog  # noqa: PLC0415 (not at start)

            dialog = TemplateDialog(self._icons, self._station, self._commands, self._tab.window())
            dialog.made.connect(self._tab.show_draft)
            dialog.open()

    @Slot()
    def keep_as_template(self) -> None:
        """Keep the open post's text as a template."""
        draft = self._tab.composer.draft
        if draft is not None and self._station is not None and self._commands is not None:
            from cmstation.ui.drafts.template_dialog import KeepTemplateDialog  # noqa: PLC0415

            KeepTemplateDialog(self._icons, draft, self._station, self._commands, self._tab.window()).open()

    @Slot()
    def show_history(self) -> None:
        """Show the open post's earlier contents."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        from cmstation.ui.drafts.history_dialog import HistoryDialog  # noqa: PLC0415

        def show(draft: Draft) -> None:
            HistoryDialog(self._icons, draft, station, commands, self._tab.window()).open()

        self._tab.composer.when_saved(show)

    # --- around the text ---

    @Slot()
    def compare(self) -> None:
        """Show a version's difference to the base, word by word."""
        from cmstation.ui.drafts.text_dialogs import DifferenceDialog  # noqa: PLC0415

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
        from cmstation.ui.drafts.options_dialog import OptionsDialog  # noqa: PLC0415

        composer = self._tab.composer
        draft, account = composer.draft, composer.parts.tabs.current()
        found = next((one for one in composer.accounts if one.id == account), None)
        if draft is None or found is None or account == BASE:
            return
        post = draft.id

        def keep(fields: VersionFields) -> None:
            if composer.post == post:
                composer.change_version(account, **fields)

        dialog = OptionsDialog(self._icons, found, draft, parent=self._tab.window())
        dialog.chosen.connect(keep)
        dialog.open()

    @Slot()
    def write_comment(self) -> None:
        """Write the first comment that follows the post."""
        draft = self._tab.composer.draft
        if draft is not None:
            hint = self.tr("Published right after the post, as a reply to it, where the network allows it.")
            composer = self._tab.composer
            self._note(
                self.tr("First comment"),
                hint,
                draft.first_comment,
                lambda text: composer.change(first_comment=text),
            )

    @Slot()
    def write_sources(self) -> None:
        """Note where the post's facts come from; never published by itself."""
        draft = self._tab.composer.draft
        if draft is not None:
            hint = self.tr(
                "One source a line: kept with the post for those who read it again, not published."
            )
            composer = self._tab.composer
            self._note(self.tr("Sources"), hint, draft.sources, lambda text: composer.change(sources=text))

    def _note(self, title: str, hint: str, text: str, change: Callable[[str], None]) -> None:
        from cmstation.ui.drafts.text_dialogs import NoteDialog  # noqa: PLC0415

        composer, post = self._tab.composer, self._tab.composer.post

        def keep(text: str) -> None:
            if composer.post == post:
                change(text)
                composer.show_again()

        draft = composer.draft
        left = draft is not None and has_left(draft)
        dialog = NoteDialog(self._icons, title, hint, text, read_only=left, parent=self._tab.window())
        dialog.written.connect(keep)
        dialog.open()
