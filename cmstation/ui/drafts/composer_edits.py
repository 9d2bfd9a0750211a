"""What the person changes around the text: title, link, labels, accounts, time, the way back to the base."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import PlannedTime
from cmstation.services.done import Done
from cmstation.ui.drafts.composer import Composer
from cmstation.ui.drafts.documents import BASE
from cmstation.ui.icons import Icons

_MOVABLE = frozenset({DeliveryState.WAITING, DeliveryState.HELD})


class ComposerEdits(QObject):
    """Joins the composer's fields to the post."""

    def __init__(self, icons: Icons, composer: Composer) -> None:
        super().__init__(composer)
        self._icons = icons
        self._composer = composer
        parts, labels = composer.parts, composer.parts.labels
        parts.title.textEdited.connect(self._title_typed)
        parts.link.textEdited.connect(self._link_typed)
        labels.line_chosen.connect(self._line_chosen)
        labels.campaign_chosen.connect(self._campaign_chosen)
        labels.tags_typed.connect(self._tags_typed)
        labels.language_chosen.connect(self._language_chosen)
        labels.new_line.connect(self._add_line)
        labels.new_campaign.connect(self._add_campaign)
        parts.tabs.accounts_chosen.connect(self._choose_accounts)
        parts.detached.reattach.clicked.connect(self._reattach)
        parts.when.planned.connect(self._plan)
        parts.when.other_wanted.connect(self._choose_time)
        parts.editor.pictures_given.connect(parts.media.files_given)
        parts.pictures_given.connect(parts.media.files_given)

    @Slot(str)
    def _title_typed(self, title: str) -> None:
        self._composer.change(title=title)

    @Slot(str)
    def _link_typed(self, link: str) -> None:
        self._composer.change(link=link.strip())

    @Slot(object)
    def _line_chosen(self, line: int | None) -> None:
        self._composer.change(theme=line)

    @Slot(object)
    def _campaign_chosen(self, campaign: int | None) -> None:
        self._composer.change(campaign=campaign)

    @Slot(object)
    def _tags_typed(self, tags: tuple[str, ...]) -> None:
        self._composer.change(tags=tags)

    @Slot(object)
    def _language_chosen(self, language: str) -> None:
        self._composer.change(language=language)

    @Slot()
    def _reattach(self) -> None:
        composer = self._composer
        account, saver, post = composer.parts.tabs.current(), composer.autosave, composer.post
        if saver is None or post is None or account == BASE:
            return
        before, drafts = composer.documents.text(account), composer.station.drafts
        saver.flush()
        composer.documents.reattach(account)

        def undo() -> Changes:
            drafts.set_version(post, account, text=before)
            return of_posts(post)

        def work() -> Done[Draft]:
            return Done(drafts.set_version(post, account, text=None), of_posts(post), undo)

        saver.run_undoable(work, self.tr("The version follows the base again"))
        composer.show_again()

    @Slot(object)
    def _choose_accounts(self, accounts: list[int]) -> None:
        saver = self._composer.autosave
        if saver is not None:
            drafts, post = self._composer.station.drafts, saver.post
            saver.run(lambda: drafts.choose_accounts(post, accounts))

    @Slot(object)
    def _plan(self, planned: PlannedTime | None) -> None:
        self._composer.change(planned=planned)
        self._composer.show_again()
        self._move_deliveries(planned)

    @Slot()
    def _choose_time(self) -> None:
        composer = self._composer
        draft = composer.draft
        if draft is None:
            return
        from cmstation.ui.when_dialog import WhenDialog  # noqa: PLC0415 (not at start)

        now, zone = composer.station.clock.now(), composer.station.preferences.zone()
        dialog = WhenDialog(self._icons, draft.planned, now, zone, parent=composer.window())
        dialog.planned.connect(self._plan)
        dialog.open()

    def _move_deliveries(self, planned: PlannedTime | None) -> None:
        """Move what waits in the outbox to the new hour; without an hour, take it out."""
        composer = self._composer
        draft, outbox = composer.draft, composer.station.outbox
        waiting = [one.id for one in draft.deliveries if one.state in _MOVABLE] if draft is not None else []
        if not waiting:
            return
        composer.flush()

        def work() -> Changes:
            changes = Changes()
            for delivery in waiting:
                changes |= (
                    outbox.cancel(delivery) if planned is None else outbox.reschedule(delivery, planned)
                )
            return changes

        composer.commands.run(work)

    @Slot(str, str)
    def _add_line(self, name: str, colour: str) -> None:
        labels = self._composer.station.labels
        composer = self._composer
        self._add_label(lambda: labels.add_theme(name, colour), lambda found: composer.change(theme=found))

    @Slot(str)
    def _add_campaign(self, name: str) -> None:
        labels = self._composer.station.labels
        composer = self._composer
        self._add_label(lambda: labels.add_campaign(name), lambda found: composer.change(campaign=found))

    def _add_label(
        self, work: Callable[[], Done[EditorialLine] | Done[Campaign]], choose: Callable[[int], None]
    ) -> None:
        composer = self._composer

        def add() -> Done[int]:
            done = work()
            return Done(done.value.id, done.changes)

        composer.commands.run(add, done=choose, owner=composer)
