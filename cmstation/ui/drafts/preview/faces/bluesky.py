"""A post on Bluesky: pictures, or a card for the link."""

from PySide6.QtCore import Qt

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, LinkCard, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons

ROUND = 8


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    second = " · ".join(part for part in (post.handle, post.hour) if part)
    found: list[Block] = [
        Head(icons, post, second),
        Text(icons, post.text, overflow=post.overflow),
        Pictures(
            icons,
            post.pictures,
            Arrangement.TILES,
            radius=ROUND,
            tallest=1.1,
            alt_at=Qt.Corner.BottomRightCorner,
        ),
    ]
    if post.link:
        found.append(LinkCard(icons, post.title, post.host, radius=ROUND, host_first=False))
    found.append(Actions(icons, (Action("reply"), Action("boost"), Action("heart"), Action("more"))))
    return found
