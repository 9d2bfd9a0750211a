"""The card of the preview: the post as one network shows it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.domain.networks import Network
from cmstation.ui.drafts.preview.blocks import Block, Text, clip_to
from cmstation.ui.drafts.preview.faces import (
    bluesky,
    facebook,
    google_business,
    instagram,
    linkedin,
    mastodon,
    scoopit,
    threads,
    tumblr,
    wordpress,
    x,
    youtube,
)
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Radius, Space

translate = QCoreApplication.translate

FACES: Final[dict[Network, Callable[[Icons, PostSeen], list[Block]]]] = {
    Network.WORDPRESS: wordpress.blocks,
    Network.MASTODON: mastodon.blocks,
    Network.BLUESKY: bluesky.blocks,
    Network.FACEBOOK: facebook.blocks,
    Network.INSTAGRAM: instagram.blocks,
    Network.X: x.blocks,
    Network.LINKEDIN: linkedin.blocks,
    Network.THREADS: threads.blocks,
    Network.YOUTUBE: youtube.blocks,
    Network.TUMBLR: tumblr.blocks,
    Network.SCOOPIT: scoopit.blocks,
    Network.GOOGLE_BUSINESS: google_business.blocks,
}
PADDING = Space.M


class PreviewCard(QWidget):
    """Paints one post as its network would; a click or Enter unfolds a long text.

    Signals:
        resized: the card wants another height.
    """

    resized = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._post: PostSeen | None = None
        self._blocks: list[Block] = []
        self._unfolded: tuple[int, str] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("focusRing", True)
        icons.theme.changed.connect(self.update)

    @property
    def post(self) -> PostSeen | None:
        """What is shown."""
        return self._post

    def show_post(self, post: PostSeen | None) -> None:
        """Show a post, or nothing."""
        self._post = post
        self._compose()

    def card_height(self, width: int) -> int:
        """Return how high the card is at a width."""
        inside = width - 2 * PADDING
        total = 2 * PADDING
        for block in self._blocks:
            high = block.height(width if block.bleed else inside)
            total += block.gap + high if high else 0
        return total if self._blocks else 0

    # --- Qt ---

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self.card_height(width)

    def sizeHint(self) -> QSize:
        width = self.width() or 288
        return QSize(width, self.card_height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRect(0, 0, self.width(), self.card_height(self.width()))
        rounded(
            painter, ground, fill=theme.colour("surface"), line=theme.colour("border"), radius=Radius.CARD
        )
        clip_to(painter, ground.adjusted(1, 1, -1, -1), Radius.CARD - 1)
        top, inside = PADDING, self.width() - 2 * PADDING
        for block in self._blocks:
            width = self.width() - 2 if block.bleed else inside
            high = block.height(width)
            if not high:
                continue
            top += block.gap
            painter.save()
            block.paint(painter, QRect(1 if block.bleed else PADDING, top, width, high))
            painter.restore()
            top += high

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._unfold()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._unfold()
            return
        super().keyPressEvent(event)

    # --- inside ---

    def _unfold(self) -> None:
        post = self._post
        if post is None or not (self._foldable() or self._unfolded):
            return
        key = (post.account.id, post.text)
        self._unfolded = None if self._unfolded == key else key
        self._compose()

    def _foldable(self) -> bool:
        return any(isinstance(block, Text) and block.folded for block in self._blocks)

    def _compose(self) -> None:
        post = self._post
        self._blocks = [] if post is None else FACES[post.account.network](self._icons, post)
        if post is not None and self._unfolded == (post.account.id, post.text):
            for block in self._blocks:
                if isinstance(block, Text):
                    block.unfold()
        self.card_height(self.width())
        foldable = self._foldable()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if foldable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if foldable else Qt.CursorShape.ArrowCursor)
        if post is not None:
            network = post.account.network.proper_name
            self.setAccessibleName(translate("Preview", "Preview on {network}").format(network=network))
            self.setAccessibleDescription(post.text[:1000])
        self.updateGeometry()
        self.update()
        self.resized.emit()
