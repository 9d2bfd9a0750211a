"""Does what may wait, piece by piece, once the person rests for a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

REST_MS = 120
_BETWEEN_MS = 2


class IdlePieces(QObject):
    """Calls for one small piece of work after the other, and lets the window breathe between them."""

    def __init__(self, piece: Callable[[], bool], parent: QObject) -> None:
        """Wait for `begin`.

        Args:
            piece: does a few milliseconds of work, and tells whether some is left.
        """
        super().__init__(parent)
        self._piece = piece
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do_piece)

    @property
    def under_way(self) -> bool:
        """Whether something may be left to do."""
        return self._timer.isActive()

    @Slot()
    def begin(self) -> None:
        """Begin anew after a rest."""
        self._timer.start(REST_MS)

    @Slot()
    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    @Slot()
    def _do_piece(self) -> None:
        if self._piece():
            self._timer.start(_BETWEEN_MS)
