"""Has the document written again when the review rests for a moment, and shows it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from cmstation.ui.watch.review.preview_pages import PreviewPiece, piece_of
from cmstation.ui.watch.review.saving import Composing

if TYPE_CHECKING:
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.review.preview_pane import PreviewPane

PAUSE_MS = 300
_NAME = "press-review-preview"


class ReviewPreviewing(QObject):
    """The preview of one review."""

    def __init__(self, pane: "PreviewPane", parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._reviews: PressReviews | None = None
        self._commands: Commands | None = None
        self._composing: Composing | None = None
        self._item: int | None = None
        self._piece = PreviewPiece("", b"")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.show_now)
        pane.piece_wanted.connect(self._turn)

    def attach(self, reviews: "PressReviews", commands: "Commands") -> None:
        """Receive the services."""
        self._reviews, self._commands = reviews, commands

    def open(self, composing: Composing) -> None:
        """Show another review from its beginning."""
        self._composing, self._item = composing, None
        self._piece = PreviewPiece("", b"")
        self.show_now()

    @Slot()
    def show_soon(self) -> None:
        """Show what the review has become, once it rests."""
        self._pause.start()

    @Slot(int)
    def follow(self, item: int) -> None:
        """Show the piece that has the article on which the person works."""
        if item != self._item:
            self._item = item
            if self._piece.of > 1:
                self.show_soon()

    @Slot()
    def show_now(self) -> None:
        """Have the document written."""
        self._pause.stop()
        composing, reviews, commands = self._composing, self._reviews, self._commands
        if composing is None or reviews is None or commands is None or not composing.review.entries:
            return
        review, number, item = composing.review, self._piece.number, self._item

        def show(piece: PreviewPiece) -> None:
            if composing is self._composing:
                self._piece = piece
                self._pane.show_piece(piece, id(composing))

        commands.ask(
            lambda: piece_of(reviews, review, number, item), show, owner=self, lane=_NAME, replaces=_NAME
        )

    @Slot(int)
    def _turn(self, number: int) -> None:
        self._item = None
        self._piece = PreviewPiece("", b"", max(0, number))
        self.show_now()
