"""Tells the person about deliveries that newly wait for them, and takes the notice back once they do not."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.restoration import RESTORED
from cmstation.ui.dates import when_words
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.heartbeat import Heartbeat, Pulse


MOST_TOLD = 3
MANY = "many-deliveries"


class ShowsDeliveries(Protocol):
    """The part of `ui/publishing` that notices lead to."""

    def show_result(self, post: int) -> None:
        """Show how each account of a post fares."""
        ...

    def hand_over(self, delivery: int) -> None:
        """Show what the person pastes."""
        ...

    def is_in_hand(self, delivery: int) -> bool:
        """Tell whether the person has it on screen to paste already, or will in a moment."""
        ...


class DeliveryNotices(QObject):
    """Word what came up.

    Signals:
        post_wanted: the person wants to see a post.
        all_wanted: the person wants to see all that waits.
    """

    post_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(
        self,
        station: "Station",
        commands: "Commands",
        notices: Notices,
        heartbeat: "Heartbeat",
        publishing: ShowsDeliveries,
        zone: str,
    ) -> None:
        super().__init__(heartbeat)
        self._station = station
        self._commands = commands
        self._notices = notices
        self._publishing = publishing
        self._zone = zone
        self._first = True
        self._told: frozenset[int] = frozenset()
        heartbeat.came_up.connect(self._tell)
        heartbeat.felt.connect(self._take_back)

    @Slot(object)
    def _tell(self, came_up: tuple[Delivery, ...]) -> None:
        """Tell a few one by one, many in one sentence.

        Old failures are counted in the header; only what waits for a gesture is told at the start.
        """
        gestures = {DeliveryState.HELD, DeliveryState.HANDED_OVER}
        told = [
            found
            for found in came_up
            if (not self._first or found.state in gestures) and not self._publishing.is_in_hand(found.id)
        ]
        if len(told) > MOST_TOLD:
            self._notices.show(self._many(len(told)))
            return
        for delivery in told:
            self._commands.ask(
                lambda found=delivery: self._names(found),
                lambda names, found=delivery: self._notices.show(self._notice(found, *names)),
                owner=self,
            )

    @Slot(object)
    def _take_back(self, pulse: "Pulse") -> None:
        needing = frozenset(delivery.id for delivery in pulse.needing)
        for gone in self._told - needing:
            self._notices.withdraw(_key(gone))
        if len(needing) <= MOST_TOLD:
            self._notices.withdraw(MANY)
        self._told = needing
        self._first = False

    def _names(self, delivery: Delivery) -> tuple[str, str]:
        draft = self._station.drafts.open(delivery.post)
        account = self._station.accounts.get(delivery.account)
        return draft.title or draft.text[:40], account.name

    def _notice(self, delivery: Delivery, title: str, account: str) -> Notice:
        if delivery.state is DeliveryState.HANDED_OVER:
            return self._to_paste(delivery, title, account)
        if delivery.state is DeliveryState.HELD and delivery.error == RESTORED:
            return self._restored(delivery, title, account)
        if delivery.state is DeliveryState.HELD:
            return self._late(delivery, title, account)
        if delivery.state is DeliveryState.UNCERTAIN:
            text = self.tr("“{title}” may be live on {account}: nobody can tell.")
            detail = self.tr("Look at the account, then say what you see. Nothing is sent again without you.")
            return self._with_result(delivery, text.format(title=title, account=account), detail, "warning")
        from cmstation.ui.wording import error_words  # noqa: PLC0415 - only when something went wrong

        words = error_words(delivery.error)
        text = self.tr("“{title}” did not leave for {account}.").format(title=title, account=account)
        return self._with_result(delivery, text, f"{words.what} {words.detail}".strip(), "danger")

    def _many(self, count: int) -> Notice:
        show = NoticeAction(self.tr("Show them"), self.all_wanted.emit)
        text = self.tr("%n publication(s) waiting for you", "", count)
        detail = self.tr("Some hours passed while CM Station was closed, or something did not go through.")
        return Notice(text, NoticeKind.WARNING, detail, (show,), sticky=True, key=MANY)

    def _to_paste(self, delivery: Delivery, title: str, account: str) -> Notice:
        text = self.tr("It is time: “{title}” for {account}, which you publish by hand.")
        open_it = NoticeAction(self.tr("Open"), lambda: self._hand_over(delivery.id))
        return Notice(
            text.format(title=title, account=account),
            NoticeKind.INFO,
            self.tr("The text and the pictures are ready: paste them, then give the link back."),
            (open_it,),
            sticky=True,
            key=_key(delivery.id),
        )

    def _restored(self, delivery: Delivery, title: str, account: str) -> Notice:
        text = self.tr("“{title}” may have left for {account} after the copy was made.")
        detail = self.tr("Look at the account first, then send it or take it back.")
        return self._with_result(delivery, text.format(title=title, account=account), detail, "warning")

    def _late(self, delivery: Delivery, title: str, account: str) -> Notice:
        when = when_words(delivery.due.instant, self._zone, self._station.clock.now())
        text = self.tr("“{title}” should have left for {account} ({when}).")
        actions = (
            NoticeAction(self.tr("Send now"), lambda: self._send_now(delivery.id)),
            NoticeAction(self.tr("Choose a time"), lambda: self.post_wanted.emit(delivery.post)),
        )
        return Notice(
            text.format(title=title, account=account, when=when),
            NoticeKind.WARNING,
            self.tr("The computer was off at that hour, so nothing was published."),
            actions,
            sticky=True,
            key=_key(delivery.id),
        )

    def _with_result(self, delivery: Delivery, text: str, detail: str, kind: str) -> Notice:
        see = NoticeAction(self.tr("See"), lambda: self._show_result(delivery.post))
        return Notice(text, NoticeKind(kind), detail, (see,), sticky=True, key=_key(delivery.id))

    def _hand_over(self, delivery: int) -> None:
        self._publishing.hand_over(delivery)

    def _show_result(self, post: int) -> None:
        self._publishing.show_result(post)

    def _send_now(self, delivery: int) -> None:
        self._commands.run(lambda: self._station.outbox.send_again(delivery))


def _key(delivery: int) -> str:
    return f"delivery-{delivery}"
