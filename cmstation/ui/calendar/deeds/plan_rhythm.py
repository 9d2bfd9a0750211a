"""Rhythm and sequences by hand: queue a post, fill the slots, make a sequence and move it as one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from cmstation.domain.calendar import CalendarItem
from cmstation.domain.drafts import PostState
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.ui.calendar.deeds.landing_time import hour_at
from cmstation.ui.calendar.deeds.one_deed import all_of
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.calendar.look import Landing
from cmstation.ui.dates import long_words
from cmstation.ui.notices import Notice, NoticeKind

if TYPE_CHECKING:
    from cmstation.domain.calendar import Moved
    from cmstation.domain.plan_warnings import Pace
    from cmstation.domain.rhythm import Slot as WeeklySlot
    from cmstation.domain.sequences import PostSequence, Scenario
    from cmstation.services.done import Done
    from cmstation.services.queueing import Queued
    from cmstation.services.rhythm import Filled
    from cmstation.services.station import Station
    from cmstation.ui.calendar.dialogs.rhythm_dialog import RhythmWish
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

NOTICE = "calendar-rhythm"


@dataclass(frozen=True, slots=True)
class _Known:
    slots: "tuple[WeeklySlot, ...]"
    pace: "Pace"


class PlanRhythm(QObject):
    """Joins menus and dialogs of the rhythm to the services."""

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands

    # --- menus ---

    def fill_post_menu(self, menu: QMenu, item: CalendarItem) -> None:
        """Offer what concerns one post of the calendar."""
        post = item.key.identity
        if item.movable and not item.on_network:
            _add(menu, self.tr("Put in the queue"), lambda: self.queue(post), "Q")
        if item.sequence is None:
            _add(menu, self.tr("Make a sequence…"), lambda: self.ask_sequence(item))
        else:
            _add(menu, self.tr("Move the whole sequence…"), lambda: self.ask_retime(post))
            _add(menu, self.tr("Take out of its sequence"), lambda: self._detach(post))

    def fill_new_menu(self, menu: QMenu, day: date) -> None:
        """Offer what begins something new on a day."""
        _add(menu, self.tr("Fill the free slots with waiting drafts"), self.fill_slots)
        _add(menu, self.tr("New sequence of posts…"), lambda: self.new_sequence(day))

    def fill_more_menu(self, menu: QMenu) -> None:
        """Offer the settings."""
        _add(menu, self.tr("Slots, shares and warnings…"), self.open_rhythm)

    # --- queue ---

    @Slot(int)
    def queue(self, post: int) -> None:
        """Give a post the next free slot of each of its accounts."""
        self._commands.run(
            lambda: self._station.rhythm.queue(post),
            done=self._say_queued,
            undo_text=self.tr("Post put in the queue"),
            owner=self,
        )

    @Slot()
    def fill_slots(self) -> None:
        """Give the drafts of the side list the next free slots, in their order."""
        waiting = self._tab.beside.undated
        posts = tuple(row.id for row in waiting if row.state is not PostState.IDEA)
        if not posts:
            self._say(self.tr("No draft waits in the side list."))
            return
        self._commands.run(
            lambda: self._station.rhythm.fill(posts),
            done=self._say_filled,
            undo_text=self.tr("Waiting drafts put on free slots"),
            owner=self,
        )

    def _say_queued(self, queued: "Queued") -> None:
        names, zone = self._tab.account_names, self._station.preferences.zone()
        if queued.without_slots and not (queued.placed or queued.not_ready):
            accounts = ", ".join(names.get(found, "") for found in queued.without_slots)
            told = self.tr("{accounts}: no weekly slot yet. Choose some under “Slots, shares and warnings”.")
            self._say(told.format(accounts=accounts), NoticeKind.WARNING)
        elif queued.full and not (queued.placed or queued.not_ready):
            self._say(self.tr("Every slot of the coming year is taken."), NoticeKind.WARNING)
        elif queued.not_ready:
            when = long_words(queued.not_ready[0].when.instant, zone, self._station.clock.now())
            told = self.tr(
                "Placed on {day}, but it is not ready and will not leave by itself: open it and "
                "look at its checks."
            )
            self._say(told.format(day=when), NoticeKind.WARNING)

    def _say_filled(self, filled: "Filled") -> None:
        placed = sum(bool(found.placed or found.not_ready) for found in filled.queued)
        left = len(filled.queued) + len(filled.refused) - placed
        if left:
            self._say(self.tr("%n post(s) found no free slot.", "", left), NoticeKind.WARNING)

    # --- sequences ---

    def ask_sequence(self, item: CalendarItem) -> None:
        """Ask how a post becomes a sequence around its own hour."""
        anchor = at_instant(item.start, item.planned_zone or self._station.preferences.zone())
        self._open_sequence(item.key.identity, title_words(item), anchor)

    def new_sequence(self, day: date) -> None:
        """Ask for a sequence around a day; its first post is written when it is wanted."""
        self._open_sequence(
            None, self.tr("Untitled"), hour_at(Landing(day), None, self._station.preferences.zone())
        )

    def _open_sequence(self, post: int | None, title: str, anchor: PlannedTime) -> None:
        from cmstation.ui.calendar.dialogs.sequence_dialog import SequenceDialog  # noqa: PLC0415 - when asked for

        dialog = SequenceDialog(
            self._tab.icons, title, anchor, self._station.clock.now(), parent=self._tab.window()
        )

        def make(scenario: "Scenario", at: PlannedTime) -> None:
            self._make(post, scenario, at)

        dialog.wanted.connect(make)
        dialog.open()

    def _make(self, post: int | None, scenario: "Scenario", anchor: PlannedTime) -> None:
        sequences, drafts = self._station.sequences, self._station.drafts

        def work() -> "Done[int]":
            steps: list[Callable[[], Done[Any]]] = []
            first = post
            if first is None:
                written = drafts.new(planned=anchor)
                first = written.value.id
                steps.append(lambda: written)
            around = first
            return replace(all_of([*steps, lambda: sequences.make(around, scenario, anchor)]), value=around)

        def made(first: int) -> None:
            if post is None:
                self._tab.post_wanted.emit(first)

        text = self.tr("Sequence of %n post(s) made", "", len(scenario.steps))
        self._commands.run(work, done=made, undo_text=text, owner=self)

    def ask_retime(self, post: int) -> None:
        """Ask for the new hour of a sequence's day."""
        sequences = self._station.sequences
        self._commands.ask(lambda: sequences.of_post(post), self._open_retime, owner=self)

    def _open_retime(self, found: "PostSequence | None") -> None:
        from cmstation.ui.when_dialog import WhenDialog  # noqa: PLC0415 - when asked for

        if found is None:
            return
        dialog = WhenDialog(
            self._tab.icons,
            found.anchor,
            self._station.clock.now(),
            self._station.preferences.zone(),
            parent=self._tab.window(),
        )
        dialog.explain(
            self.tr("Choose the day of “{name}”; its posts keep their distance.").format(name=found.name)
        )

        def retime(anchor: PlannedTime) -> None:
            self._retime(found.id, anchor)

        dialog.planned.connect(retime)
        dialog.open()

    def _retime(self, sequence: int, anchor: PlannedTime) -> None:
        self._commands.run(
            lambda: self._station.sequences.retime(sequence, anchor),
            done=self._say_retimed,
            undo_text=self.tr("Sequence moved"),
            owner=self,
        )

    def _say_retimed(self, moved: "Moved") -> None:
        if moved.refused:
            words = self.tr("%n post(s) of the sequence stayed where they were.", "", len(moved.refused))
            self._say(words, NoticeKind.WARNING)

    def _detach(self, post: int) -> None:
        self._commands.run(
            lambda: self._station.sequences.detach(post),
            undo_text=self.tr("Post taken out of its sequence"),
            owner=self,
        )

    # --- settings ---

    @Slot()
    def open_rhythm(self) -> None:
        """Show the slots, the wished shares and the warnings."""
        rhythm = self._station.rhythm
        self._commands.ask(lambda: _Known(rhythm.slots(), rhythm.pace()), self._open_rhythm, owner=self)

    def _open_rhythm(self, known: _Known) -> None:
        from cmstation.ui.calendar.dialogs.rhythm_dialog import RhythmDialog, RhythmWish  # noqa: PLC0415 - when asked for

        slots: dict[tuple[int, int], tuple[time, ...]] = {}
        for slot in known.slots:
            key = (slot.account, slot.weekday)
            slots[key] = (*slots.get(key, ()), slot.wall)
        lines = tuple(self._tab.beside.lines.values())
        wish = RhythmWish(
            slots,
            {line.id: line.wished for line in lines},
            known.pace.gap_minutes,
            known.pace.silence_days,
            known.pace.approval_days,
        )
        dialog = RhythmDialog(
            self._tab.icons, wish, self._tab.account_names, lines, parent=self._tab.window()
        )

        def keep(new: RhythmWish) -> None:
            self._keep(wish, new)

        dialog.saved.connect(keep)
        dialog.open()

    def _keep(self, old: "RhythmWish", new: "RhythmWish") -> None:
        self._commands.run(lambda: self._kept(old, new), undo_text=self.tr("Rhythm changed"), owner=self)

    def _kept(self, old: "RhythmWish", new: "RhythmWish") -> "Done[None]":
        from cmstation.domain.plan_warnings import Pace  # noqa: PLC0415

        rhythm = self._station.rhythm
        steps: list[Callable[[], Done[Any]]] = []
        for account in {key[0] for key in new.slots}:
            wanted = _slots_of(account, new)
            if wanted != _slots_of(account, old):
                steps.append(lambda account=account, wanted=wanted: rhythm.set_slots(account, wanted))
        for line, percent in new.wishes.items():
            if old.wishes.get(line) != percent:
                steps.append(lambda line=line, percent=percent: rhythm.set_wish(line, percent))
        pace = Pace(new.gap_minutes, new.silence_days, new.approval_days)
        if pace != Pace(old.gap_minutes, old.silence_days, old.approval_days):
            steps.append(lambda: rhythm.set_pace(pace))
        return replace(all_of(steps), value=None)

    def _say(self, words: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        self._commands.noticed.emit(Notice(words, kind, key=NOTICE))


def _slots_of(account: int, wish: "RhythmWish") -> list["WeeklySlot"]:
    from cmstation.domain.rhythm import Slot as WeeklySlot  # noqa: PLC0415

    return sorted(
        WeeklySlot(owner, weekday, wall)
        for (owner, weekday), walls in wish.slots.items()
        if owner == account
        for wall in walls
    )


def _add(menu: QMenu, words: str, deed: Callable[[], object], keys: str = "") -> None:
    action = menu.addAction(words)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: deed())
