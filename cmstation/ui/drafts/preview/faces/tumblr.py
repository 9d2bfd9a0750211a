"""A post on Tumblr: pictures from edge to edge, the title large, tags at the foot."""

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, Line, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    tags = "  ".join(f"#{tag}" for tag in post.tags)
    return [
        Head(icons, post, post.when, square=3),
        Pictures(icons, post.pictures, Arrangement.ROWS, inner_gap=4, bleed=True),
        Text(icons, post.title, font="page", line=26, gap=Space.M),
        Text(icons, post.text, overflow=post.overflow, font="text", line=20),
        Text(icons, tags, font="note", line=18),
        Line(icons, gap=Space.M),
        Actions(icons, (Action("reply"), Action("boost"), Action("heart"))),
    ]
