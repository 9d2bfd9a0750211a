"""The menus of a post: in the list, behind "More actions", and beside Publish."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from cmstation.domain.drafts import Draft, PostState, Stage
from cmstation.ui.dates import planned_words
from cmstation.ui.drafts.left import all_left, has_left
from cmstation.ui.drafts.post_actions import PostActions

if TYPE_CHECKING:
    from cmstation.ui.drafts.tab import DraftsTab


class PostMenus(QObject):
    """Fills the menus when they open."""

    def __init__(self, tab: "DraftsTab", actions: PostActions) -> None:
        super().__init__(tab)
        self._tab = tab
        self._actions = actions
        parts = tab.composer.parts
        self.more = QMenu(parts.more)
        self.more.aboutToShow.connect(self._fill_more)
        parts.more.setMenu(self.more)
        self.ways = QMenu(parts.publish)
        self.ways.aboutToShow.connect(self._fill_ways)
        parts.publish.setMenu(self.ways)

    @Slot(int, QPoint)
    def offer(self, post: int, place: QPoint) -> None:
        """Open the menu of a post of the list."""
        actions, menu = self._actions, QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Duplicate")).triggered.connect(lambda: actions.duplicate(post))
        row = self._tab.pane.list.posts.row(post)
        if row is not None and row.state is PostState.ARCHIVED:
            back = menu.addAction(self.tr("Take out of the archive"))
            back.triggered.connect(lambda: actions.unarchive(post))
        else:
            menu.addAction(self.tr("Archive")).triggered.connect(lambda: actions.archive(post))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete"))
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.triggered.connect(lambda: actions.delete(post))
        menu.popup(place)

    @Slot()
    def _fill_more(self) -> None:
        draft, menu, actions = self._tab.composer.draft, self.more, self._actions
        menu.clear()
        if draft is None:
            return
        post = draft.id
        if not has_left(draft):
            self._add_stages(draft)
        menu.addAction(self.tr("History…")).triggered.connect(actions.show_history)
        if draft.deliveries:
            menu.addAction(self.tr("Where it was sent…")).triggered.connect(actions.show_result)
        menu.addSeparator()
        menu.addAction(self.tr("New from a template…")).triggered.connect(actions.new_from_template)
        menu.addAction(self.tr("Keep as a template…")).triggered.connect(actions.keep_as_template)
        menu.addAction(self.tr("Duplicate")).triggered.connect(lambda: actions.duplicate(post))
        menu.addSeparator()
        if draft.state is PostState.ARCHIVED:
            back = menu.addAction(self.tr("Take out of the archive"))
            back.triggered.connect(lambda: actions.unarchive(post))
        else:
            menu.addAction(self.tr("Archive")).triggered.connect(lambda: actions.archive(post))
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: actions.delete(post))

    def _add_stages(self, draft: Draft) -> None:
        stages = QActionGroup(self.more)
        for stage, words in (
            (Stage.IDEA, self.tr("An idea")),
            (Stage.DRAFT, self.tr("A draft")),
            (Stage.IN_REVIEW, self.tr("To be reviewed")),
            (Stage.APPROVED, self.tr("Approved")),
        ):
            action = self.more.addAction(words)
            action.setCheckable(True)
            action.setChecked(draft.stage is stage)
            action.triggered.connect(lambda _checked=False, stage=stage: self._actions.set_stage(stage))
            stages.addAction(action)
        self.more.addSeparator()

    @Slot()
    def _fill_ways(self) -> None:
        draft, menu = self._tab.composer.draft, self.ways
        menu.clear()
        if draft is None:
            return
        if draft.deliveries:
            menu.addAction(self.tr("Where it was sent…")).triggered.connect(self._actions.show_result)
        if all_left(draft):
            return
        menu.addAction(self.tr("Publish now")).triggered.connect(self._actions.publish)
        menu.addAction(self._plan_words(draft)).triggered.connect(self._actions.plan)
        menu.addSeparator()
        look = menu.addAction(self.tr("Last look before publishing…"))
        look.triggered.connect(self._actions.last_look)

    def _plan_words(self, draft: Draft) -> str:
        if draft.planned is None:
            return self.tr("Publish at another time…")
        station = self._tab.composer.station
        when = planned_words(draft.planned, station.clock.now(), station.preferences.zone())
        return self.tr("Publish at its time: {when}").format(when=when)
