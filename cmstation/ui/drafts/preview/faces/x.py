"""A post on X."""

from PySide6.QtCore import Qt

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons

ROUND = 14


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    return [
        Head(icons, post, post.handle, beside=f"· {post.hour}"),
        Text(icons, post.text, overflow=post.overflow),
        Pictures(
            icons,
            post.pictures,
            Arrangement.TILES,
            radius=ROUND,
            inner_gap=2,
            tallest=1.1,
            alt_at=Qt.Corner.BottomLeftCorner,
        ),
        Actions(
            icons, (Action("reply"), Action("boost"), Action("heart"), Action("chart"), Action("upload"))
        ),
    ]
