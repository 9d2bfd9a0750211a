"""The menu that says what the calendar shows."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cmstation.domain.calendar import EVERYTHING, ItemKind, PlanFilter
from cmstation.domain.drafts import PostState
from cmstation.ui.kit.states import state_word

if TYPE_CHECKING:
    from cmstation.ui.calendar.tab import CalendarTab

Kept = TypeVar("Kept", ItemKind, PostState, int)
_STATES = tuple(state for state in PostState if state is not PostState.ARCHIVED)


class FilterMenu(QMenu):
    """Ticks for kinds of things, accounts, editorial lines, campaigns and states.

    An empty choice shows everything: who unticks the last one sees all of them again.

    Signals:
        filtered: the `PlanFilter` that was chosen.
    """

    filtered = Signal(object)

    def __init__(self, tab: "CalendarTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self.wanted: PlanFilter = EVERYTHING
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        beside, wanted = self._tab.beside, self.wanted
        kinds = (
            (ItemKind.POST, self.tr("Posts")),
            (ItemKind.EVENT, self.tr("Events of the clinic")),
            (ItemKind.REMOTE, self.tr("Planned on the networks")),
        )
        for kind, words in kinds:
            self._tick(self, words, kind in _all(wanted.kinds, ItemKind), self._kinds(kind))
        self._tick(
            self, self.tr("Health days"), wanted.health_days, self._flag(health_days=not wanted.health_days)
        )
        self._tick(self, self.tr("Holidays"), wanted.days_off, self._flag(days_off=not wanted.days_off))
        self.addSeparator()
        states = [(state, state_word(state.value)) for state in _STATES]
        self._several(self.tr("States"), states, wanted.states, "states")
        self._several(self.tr("Accounts"), beside.accounts.items(), wanted.accounts, "accounts")
        lines = [(line.id, line.name) for line in beside.lines.values()]
        self._several(self.tr("Editorial lines"), lines, wanted.themes, "themes")
        campaigns = [(found.id, found.name) for found in beside.campaigns.values() if not found.closed]
        self._several(self.tr("Campaigns"), campaigns, wanted.campaigns, "campaigns")
        self.addSeparator()
        everything = self.addAction(self.tr("Show everything"))
        everything.setEnabled(wanted != EVERYTHING)
        everything.triggered.connect(lambda _checked=False: self._choose(EVERYTHING))

    def _several(
        self, title: str, choices: Iterable[tuple[Kept, str]], chosen: frozenset[Kept], name: str
    ) -> None:
        words = self.tr("{title} (some)").format(title=title) if chosen else title
        menu = self.addMenu(words)
        for key, text in choices:
            changed = frozenset[Kept](chosen ^ {key})
            self._tick(menu, text, key in chosen, lambda c=changed: replace(self.wanted, **{name: c}))
        menu.setEnabled(not menu.isEmpty())

    def _kinds(self, kind: ItemKind) -> Callable[[], PlanFilter]:
        shown = _all(self.wanted.kinds, ItemKind) ^ {kind}
        kinds = frozenset[ItemKind]() if shown == frozenset(ItemKind) else shown
        return lambda: replace(self.wanted, kinds=kinds)

    def _flag(self, **flags: bool) -> Callable[[], PlanFilter]:
        return lambda: replace(self.wanted, **flags)

    def _tick(self, menu: QMenu, words: str, ticked: bool, wanted: Callable[[], PlanFilter]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda _checked=False: self._choose(wanted()))
        return action

    def _choose(self, wanted: PlanFilter) -> None:
        self.wanted = wanted
        self.filtered.emit(wanted)


def _all(chosen: frozenset[ItemKind], kinds: Iterable[ItemKind]) -> frozenset[ItemKind]:
    return chosen or frozenset(kinds)
