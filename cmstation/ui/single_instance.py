"""A second start on the same data folder brings the first window to the front."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ASK = b"raise\n"
_ANSWER = b"raised\n"


class FirstWindow(QObject):
    """Listen for second starts.

    Listen only while holding the folder's lock: then a socket left by a dead program is known to be stale.

    Signals:
        asked: a second start wants the window in front.
    """

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin to listen; tell whether it works. Without it a second start only says so in words."""
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _greet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:  # pyright: ignore[reportUnnecessaryComparison]
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(self._hear)
            if caller.bytesAvailable():
                self._answer(caller)

    @Slot()
    def _hear(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine() or caller.readLine(64).data() != _ASK:
            return
        caller.write(_ANSWER)
        caller.flush()
        self.asked.emit()


def ask_first_window(folder: Path, timeout_ms: int = 2000) -> bool:
    """Ask the window that holds this folder to come to the front; tell whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(folder))
    if not socket.waitForConnected(timeout_ms):
        return False
    socket.write(_ASK)
    answered = socket.waitForReadyRead(timeout_ms) and socket.readAll().data() == _ANSWER
    socket.disconnectFromServer()
    return answered


def _server_name(folder: Path) -> str:
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = ""
    spot = f"{person}\0{folder.resolve()}".encode()
    return f"cmstation-{hashlib.sha256(spot).hexdigest()[:24]}"
