"""A scoop on a Scoop.it topic: where it comes from, its title, and what the clinic says of it."""

from PySide6.QtCore import QCoreApplication

from cmstation.ui.drafts.preview.blocks import AVATAR, Block, Head, Line, Text, Words
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    title = post.title or translate("Preview", "Title of the scoop")
    source = translate("Preview", "From {site}").format(site=post.host) if post.host else ""
    said = translate("Preview", "Insight of {name}").format(name=post.name)
    tags = "  ".join(f"#{tag}" for tag in post.tags)
    return [
        Text(icons, title, font="section", line=20, colour="text" if post.title else "muted", gap=0),
        Words(icons, source, gap=Space.XS),
        Pictures(icons, post.pictures[:1], Arrangement.FIRST, radius=4, tallest=0.7),
        Line(icons, gap=Space.M),
        Head(icons, post, post.when, beside="", size=AVATAR, gap=Space.M),
        Words(icons, said, font="note_strong", colour="muted"),
        Text(icons, post.text, overflow=post.overflow, gap=Space.XS),
        Text(icons, tags, font="note", line=18),
    ]
