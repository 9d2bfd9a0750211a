"""What a drop on another lane means: another account, which asks first, or another campaign."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Moved
from cmstation.domain.calendar_errors import PlannedElsewhere
from cmstation.ui.calendar.deeds.one_deed import all_of
from cmstation.ui.calendar.deeds.plan_copies import NOTICE
from cmstation.ui.calendar.dialogs.between_accounts import BetweenAccountsDialog
from cmstation.ui.calendar.look import Landing
from cmstation.ui.notices import Notice

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

Steps = list[Callable[[], "Done[Any]"]]


class LaneDeeds(QObject):
    """Changes lanes; where the day changes too, both are one command.

    Signals:
        landed: what became of the items (`Moved`).
    """

    landed = Signal(object)

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands

    def changes_lane(self, items: Sequence[CalendarItem], landing: Landing) -> bool:
        """Tell whether a drop means another lane than the one where the first item stands."""
        first = items[0]
        if landing.account is not None:
            return bool(first.accounts) and landing.account not in first.accounts
        return landing.campaign is not None and (first.campaign or 0) != landing.campaign

    def drop(self, items: Sequence[CalendarItem], landing: Landing, days: int, *, copies: bool) -> None:
        """Put items into another lane, some days later too."""
        if any(item.key.kind is ItemKind.REMOTE for item in items):
            self._commands.tell_error(PlannedElsewhere(key=items[0].key))
        elif landing.account is None:
            self._give_campaign(items, landing.campaign or None, days, copies=copies)
        elif len(items) == 1:
            self._ask_account(items[0], landing.account, days, copies=copies)
        else:
            words = self.tr("Give posts another account one by one: each may have words of its own there.")
            self._commands.noticed.emit(Notice(words, key=NOTICE))

    # --- accounts ---

    def _ask_account(self, item: CalendarItem, account: int, days: int, *, copies: bool) -> None:
        names = self._tab.account_names
        dialog = BetweenAccountsDialog(self._tab.icons, item, names, account, parent=self._tab.window())

        def exchange(old: int) -> None:
            self._exchange(item.key, old, account, days, copies=copies)

        dialog.exchanged.connect(exchange)
        dialog.open()

    def _exchange(self, key: ItemKey, old: int, new: int, days: int, *, copies: bool) -> None:
        hands = self._station.hands

        def work() -> "Done[Moved]":
            if copies:
                copied = hands.copy((key,), days=days)
                (copy,) = copied.value
                return _with_keys((copy,), [lambda: copied, lambda: hands.to_account(copy, old, new)])
            return _shifted((key,), [lambda: hands.to_account(key, old, new)], self._shift((key,), days))

        text = self.tr("Copied for another account") if copies else self.tr("Account exchanged")
        self._run(work, text)

    # --- campaigns ---

    def _give_campaign(
        self, items: Sequence[CalendarItem], campaign: int | None, days: int, *, copies: bool
    ) -> None:
        hands, keys = self._station.hands, tuple(item.key for item in items)

        def work() -> "Done[Moved]":
            if copies:
                copied = hands.copy(keys, days=days)
                given = self._campaign_steps(copied.value, campaign)
                return _with_keys(copied.value, [lambda: copied, *given])
            return _shifted(keys, self._campaign_steps(keys, campaign), self._shift(keys, days))

        text = self.tr("Copied into another campaign") if copies else self.tr("Campaign changed")
        self._run(work, text)

    def _campaign_steps(self, keys: Sequence[ItemKey], campaign: int | None) -> Steps:
        hands, events = self._station.hands, self._station.events
        posts = [key.identity for key in keys if key.kind is ItemKind.POST]
        steps: Steps = [lambda: hands.give_campaign(posts, campaign)] if posts else []
        for key in keys:
            if key.kind is ItemKind.EVENT:
                steps.append(lambda key=key: events.update(key, whole=True, campaign=campaign))
        return steps

    # --- inside ---

    def _shift(self, keys: tuple[ItemKey, ...], days: int) -> "Callable[[], Done[Moved]] | None":
        return (lambda: self._station.hands.shift(keys, days=days)) if days else None

    def _run(self, work: "Callable[[], Done[Moved]]", text: str) -> None:
        self._commands.run(work, done=self.landed.emit, undo_text=text, owner=self)


def _with_keys(keys: tuple[ItemKey, ...], steps: Steps) -> "Done[Moved]":
    return replace(all_of(steps), value=Moved(keys))


def _shifted(
    keys: tuple[ItemKey, ...], steps: Steps, shift: "Callable[[], Done[Moved]] | None"
) -> "Done[Moved]":
    return _with_keys(keys, steps) if shift is None else all_of([*steps, shift])
