"""An update on a Google Business profile: picture, text, and the button that leads to the link."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter

from cmstation.ui.drafts.preview.blocks import Block, Drawn, Head, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.drafts.preview.text_lines import Fold
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate
FOLD = 4


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    more = Fold(FOLD, translate("Preview", "More"))
    found: list[Block] = [
        Head(icons, post, post.when),
        Pictures(icons, post.pictures[:1], Arrangement.FIRST, bleed=True, tallest=0.75, flattest=0.75),
        Text(icons, post.text, overflow=post.overflow, fold=more, gap=Space.M),
    ]
    if post.link:
        found.append(_learn_more(icons))
    return found


def _learn_more(icons: Icons) -> Drawn:
    words = translate("Preview", "Learn more")

    def draw(painter: QPainter, room: QRect) -> None:
        theme = icons.theme
        wide = round(theme.metrics("medium").horizontalAdvance(words)) + 2 * Space.L
        frame = QRect(room.left(), room.top(), wide, 32)
        rounded(painter, frame, line=theme.colour("border"), radius=16)
        align = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, frame, words, theme, font="medium", colour="accent", align=align)

    return Drawn(icons, 32, draw, gap=Space.M)
