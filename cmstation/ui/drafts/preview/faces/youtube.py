"""A film on YouTube: its thumbnail, its title, the channel and the folded description."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter

from cmstation.ui.drafts.preview.blocks import Block, Drawn, Head, Text
from cmstation.ui.drafts.preview.pictures import draw_picture, draw_play
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.drafts.preview.text_lines import Fold
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate
FOLD = 3
THUMBNAIL = 161


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    title = post.title or translate("Preview", "Title of the video")
    more = Fold(FOLD, translate("Preview", "more"))

    def draw(painter: QPainter, room: QRect) -> None:
        first = post.pictures[0] if post.pictures else None
        draw_picture(painter, room, first and first.pixmap, first and first.crop, icons)
        draw_play(painter, room, icons, "")

    return [
        Drawn(icons, THUMBNAIL, draw, gap=-Space.M, bleed=True),
        Text(icons, title, font="section", line=20, colour="text" if post.title else "muted", gap=Space.M),
        Head(icons, post, post.when, size=32, gap=Space.S),
        Text(icons, post.text, overflow=post.overflow, fold=more),
    ]
