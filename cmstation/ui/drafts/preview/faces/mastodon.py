"""A post on Mastodon, folded behind its content warning when it has one."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Drawn, Head, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Radius, Space

translate = QCoreApplication.translate
SQUARE = 6
_WHO_SEES_IT = {"unlisted": "moon", "private": "lock", "direct": "mail"}


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    seen_by = _WHO_SEES_IT.get(post.options.get("visibility", ""), "globe")
    second = f"{post.handle} · {post.hour} · " if post.handle else f"{post.hour} · "
    found: list[Block] = [Head(icons, post, second, square=SQUARE, second_icon=seen_by)]
    warning = post.options.get("spoiler_text", "")
    if warning:
        found.append(_warning(icons, warning))
    found += [
        Text(icons, post.text, overflow=post.overflow),
        Pictures(
            icons,
            post.pictures,
            Arrangement.TILES,
            radius=8,
            inner_gap=2,
            tallest=1.0,
            alt_at=Qt.Corner.BottomLeftCorner,
        ),
        Actions(icons, (Action("reply"), Action("boost"), Action("star"), Action("flag"), Action("more"))),
    ]
    return found


def _warning(icons: Icons, words: str) -> Drawn:
    def draw(painter: QPainter, room: QRect) -> None:
        theme = icons.theme
        rounded(painter, room, fill=theme.colour("warning_soft"), radius=Radius.CONTROL)
        icons.paint(painter, room.left() + Space.S, room.top() + 8, "warning", "warning", 16)
        inside = room.adjusted(Space.XXL, 0, -Space.S, 0)
        shown = translate("Preview", "Hidden behind: {warning}").format(warning=words)
        draw_elided(painter, inside, shown, theme, font="note_medium", colour="warning")

    return Drawn(icons, 32, draw)
