"""An article on the clinic's site: picture, title, date, text, and the other pictures below."""

from PySide6.QtCore import QCoreApplication

from cmstation.ui.drafts.preview.blocks import Block, LinkCard, Text, Words
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    first, others = post.pictures[:1], post.pictures[1:]
    title = post.title or translate("Preview", "Title of the article")
    categories = post.options.get("categories", "")
    date = " · ".join(part for part in (post.when, categories) if part)
    seo = post.options.get("seo_title", "") or post.options.get("seo_description", "")
    found: list[Block] = [
        Words(icons, post.host or post.handle or post.name, gap=0),
        Pictures(icons, first, Arrangement.FIRST, bleed=True, tallest=0.6, flattest=0.52),
        Text(icons, title, font="page", colour="text" if post.title else "muted", line=26, gap=Space.M),
        Words(icons, date, gap=Space.XS),
        Text(icons, post.text, overflow=post.overflow, font="text", line=20, gap=Space.M),
        Pictures(icons, others, Arrangement.ROWS, radius=4),
    ]
    if post.link:
        found.append(LinkCard(icons, post.link, post.host))
    if seo:
        found.append(Words(icons, translate("Preview", "In search results: {title}").format(title=seo)))
    return found
