"""A post on Instagram: the picture first, the text below it."""

from PySide6.QtCore import QCoreApplication

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, Text, Words
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.drafts.preview.text_lines import Fold
from cmstation.ui.icons import Icons

translate = QCoreApplication.translate
FOLD = 2


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    name = post.handle.lstrip("@") or post.name
    more = Fold(FOLD, translate("Preview", "more"))
    found: list[Block] = [Head(icons, post, post.handle, size=32)]
    if post.pictures:
        found.append(
            Pictures(
                icons,
                post.pictures,
                Arrangement.CAROUSEL,
                numbered=True,
                bleed=True,
                tallest=1.25,
                flattest=1 / 1.91,
            )
        )
    else:
        found.append(Words(icons, translate("Preview", "A picture is needed here"), colour="danger"))
    found += [
        Actions(
            icons,
            (Action("heart"), Action("reply"), Action("sending"), Action("flag")),
            packed=True,
            last_right=True,
            side=20,
        ),
        Words(icons, name, font="strong", colour="text"),
        Text(icons, post.text, overflow=post.overflow, fold=more, gap=0),
        Words(icons, post.when),
    ]
    return found
