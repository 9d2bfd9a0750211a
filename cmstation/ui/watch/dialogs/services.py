"""The services that the dialogs of the watch are joined to."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cmstation.domain.clock import Clock
    from cmstation.services.preferences import Preferences
    from cmstation.services.watch_alerts import Alerts
    from cmstation.services.watch_lists import ListBook
    from cmstation.services.watch_reading import WatchReading
    from cmstation.services.watch_sources import SourceBook


class WatchServices(Protocol):
    """The part of `Station` that the dialogs of the watch use."""

    @property
    def clock(self) -> "Clock": ...

    @property
    def preferences(self) -> "Preferences": ...

    @property
    def watch_sources(self) -> "SourceBook": ...

    @property
    def watch_lists(self) -> "ListBook": ...

    @property
    def watch_reading(self) -> "WatchReading": ...

    @property
    def watch_alerts(self) -> "Alerts": ...
