"""Whether this computer is on line, and whether the person wants to stay off line."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot


class ConnectionState(StrEnum):
    """What the header shows."""

    ONLINE = "online"
    OFFLINE = "offline"
    KEPT_OFFLINE = "kept_offline"  # the person's wish: nothing leaves


class Connection(QObject):
    """Know the state of the line; asks the system, never a server.

    Signals:
        changed: the state is another one.
        back: the computer is on line again, or the person allows sending again.
    """

    changed = Signal()
    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reachable = True
        self._kept_offline = False
        self._system: QObject | None = None

    @property
    def state(self) -> ConnectionState:
        """What holds now."""
        if self._kept_offline:
            return ConnectionState.KEPT_OFFLINE
        return ConnectionState.ONLINE if self._reachable else ConnectionState.OFFLINE

    @property
    def may_send(self) -> bool:
        """Whether anything may leave: a line that seems down is tried all the same, a wish holds."""
        return not self._kept_offline

    def watch(self) -> None:
        """Begin to follow the system; called after the first paint, since it loads a library."""
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415

        reachability = QNetworkInformation.Feature.Reachability
        if QNetworkInformation.loadBackendByFeatures(reachability):
            self._system = QNetworkInformation.instance()
            QNetworkInformation.instance().reachabilityChanged.connect(self._ask_system)
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask again; the heartbeat does so where the system tells nothing by itself."""
        if self._system is not None:
            self._ask_system()
        else:
            self._set_reachable(_has_an_address())

    def keep_offline(self, wanted: bool) -> None:
        """Stop or allow all sending, whatever the line."""
        before = self.state
        self._kept_offline = wanted
        self._tell(before)

    @Slot()
    def _ask_system(self) -> None:
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415

        gone = QNetworkInformation.Reachability.Disconnected
        self._set_reachable(QNetworkInformation.instance().reachability() is not gone)

    def _set_reachable(self, reachable: bool) -> None:
        before = self.state
        self._reachable = reachable
        self._tell(before)

    def _tell(self, before: ConnectionState) -> None:
        if self.state is before:
            return
        self.changed.emit()
        if self.state is ConnectionState.ONLINE:
            self.back.emit()


def _has_an_address() -> bool:
    """Tell whether any cable or antenna of this computer carries an address; sends nothing."""
    from PySide6.QtNetwork import QNetworkInterface  # noqa: PLC0415

    flag = QNetworkInterface.InterfaceFlag
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        joined = flags & flag.IsUp and flags & flag.IsRunning and not flags & flag.IsLoopBack
        if joined and any(not entry.ip().isLinkLocal() for entry in interface.addressEntries()):
            return True
    return False
