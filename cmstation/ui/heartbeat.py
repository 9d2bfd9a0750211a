"""Every thirty seconds: what is due leaves, what is in doubt is looked for, and the person is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.ui.commands import SENDING_LANE
from cmstation.ui.dates import day_bounds, local_day

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection

INTERVAL_MS = 30_000
SOON_MS = 20
LATER_MS = 500
_BEAT = "heartbeat"
_LOOK = "looking"
_CLOCK = "clock"
_LEAVING = frozenset({PostState.SCHEDULED, PostState.SENDING})
MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class Pulse:
    """What the header shows.

    Args:
        due: posts that should still leave today.
        needing: deliveries that wait for the person.
    """

    due: tuple[int, ...] = ()
    needing: tuple[Delivery, ...] = ()

    @property
    def posts_needing(self) -> tuple[int, ...]:
        """The posts of these deliveries, each once."""
        return tuple(dict.fromkeys(delivery.post for delivery in self.needing))


class Heartbeat(QObject):
    """Ask the database what is due; a timer armed for the hour of a post would sleep with the laptop.

    Signals:
        felt: a `Pulse`.
        came_up: the deliveries that newly wait for the person, a tuple.
    """

    felt = Signal(object)
    came_up = Signal(object)

    def __init__(
        self,
        station: "Station",
        commands: "Commands",
        connection: "Connection",
        *,
        interval_ms: int = INTERVAL_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._connection = connection
        self._told: dict[int, DeliveryState] = {}
        self._recovered = False
        self._again = False
        # Read by the lanes between two deliveries.
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self.beat)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._take_up)
        commands.changed.connect(self._follow)
        connection.back.connect(self.line_back)

    def start(self) -> None:
        """Recover what an earlier run left half-way, then beat."""
        self._timer.start()
        self._watch_clock()
        jobs = self._commands.jobs
        jobs.start(
            lambda _progress: self._station.outbox.start(),
            on_success=self._started,
            on_failure=self._start_failed,
            lane=_BEAT,
            owner=self,
        )

    def stop(self) -> None:
        """Take nothing up any more; what is leaving goes on to its outcome."""
        self._stopped = True
        self._timer.stop()
        self._soon.stop()
        self._recovered = False

    @Slot()
    def beat(self) -> None:
        """Take up what is due, and look for what is in doubt."""
        if not self._recovered:
            return
        self._watch_clock()
        self._connection.look()
        self._take_up()
        self._look()

    @Slot()
    def line_back(self) -> None:
        """The line is back, or the person asks: what only waited for it leaves without its pause."""
        self._commands.run(self._station.outbox.wake)
        self.beat()

    @Slot()
    def _take_up(self) -> None:
        if not self._recovered:
            return
        jobs = self._commands.jobs
        if jobs.busy_lane(_BEAT):
            self._again = True
            return
        jobs.start(
            lambda _progress: (self._due(), self._pulse()),
            on_success=self._found,
            on_failure=self._commands.tell_error,
            lane=_BEAT,
            owner=self,
        )

    # --- on other threads ---

    def _due(self) -> dict[int, tuple[Delivery, ...]]:
        return self._station.outbox.due_by_account() if self._connection.may_send else {}

    def _pulse(self) -> Pulse:
        station = self._station
        now, zone = station.clock.now(), station.preferences.zone()
        evening = day_bounds(local_day(now, zone), zone)[1]
        leaving = station.drafts.rows(DraftFilter(states=_LEAVING, end=evening), limit=MOST_COUNTED)
        return Pulse(tuple(row.id for row in leaving), station.outbox.needing_a_hand())

    def _deliver_all(self, deliveries: tuple[Delivery, ...]) -> Changes:
        changes = Changes()
        for delivery in deliveries:
            if self._connection.may_send and not self._stopped:
                changes |= self._station.outbox.deliver(delivery.id)
        return changes

    # --- on the window's thread ---

    def _started(self, changes: Changes) -> None:
        self._recovered = True
        if changes:
            self._commands.changed.emit(changes)
        self.beat()

    def _start_failed(self, error: Exception) -> None:
        # Sending goes on: what could not be recovered now is looked for at each beat.
        self._commands.tell_error(error)
        self._started(Changes())

    def _found(self, found: tuple[dict[int, tuple[Delivery, ...]], Pulse]) -> None:
        lanes, pulse = found
        self._feel(pulse)
        for account, deliveries in lanes.items():
            self._start_lane(f"{SENDING_LANE}{account}", deliveries)
        if self._again:
            self._again = False
            self._soon.start(LATER_MS)

    def _start_lane(self, lane: str, deliveries: tuple[Delivery, ...]) -> None:
        jobs = self._commands.jobs
        if jobs.busy_lane(lane):
            return
        jobs.start(
            lambda _progress: self._deliver_all(deliveries),
            on_success=self._tell,
            on_failure=self._commands.tell_error,
            lane=lane,
            owner=self,
        )

    def _look(self) -> None:
        jobs = self._commands.jobs
        if jobs.busy_lane(_LOOK) or not self._connection.may_send:
            return
        jobs.start(
            lambda _progress: self._station.outbox.look_again(),
            on_success=self._tell,
            on_failure=self._commands.tell_error,
            lane=_LOOK,
            owner=self,
        )

    def _watch_clock(self) -> None:
        """Tell a clock that was set back, apart from all else: it keeps nothing from being looked at."""
        jobs = self._commands.jobs
        if jobs.busy_lane(_CLOCK):
            return
        jobs.start(
            lambda _progress: self._station.clock_watch.look(),
            on_success=lambda _nothing: None,
            on_failure=self._commands.tell_error,
            lane=_CLOCK,
            owner=self,
        )

    def _tell(self, changes: Changes) -> None:
        if changes:
            self._commands.changed.emit(changes)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        """A delivery was planned, cancelled or sent: count again, and take up what is due now."""
        if (changes.deliveries or changes.everything) and not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _feel(self, pulse: Pulse) -> None:
        seen = {delivery.id: delivery.state for delivery in pulse.needing}
        fresh = tuple(found for found in pulse.needing if self._told.get(found.id) is not found.state)
        if fresh:
            self.came_up.emit(fresh)
        self._told = seen
        self.felt.emit(pulse)
