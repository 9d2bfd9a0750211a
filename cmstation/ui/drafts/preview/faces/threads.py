"""A post on Threads: pictures side by side, running out of the card."""

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    return [
        Head(icons, post, post.handle, beside=post.hour),
        Text(icons, post.text, overflow=post.overflow),
        Pictures(icons, post.pictures, Arrangement.STRIP, radius=8, inner_gap=6, tallest=1.2),
        Actions(icons, (Action("heart"), Action("reply"), Action("boost"), Action("sending")), packed=True),
    ]
