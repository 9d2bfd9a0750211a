"""A post of an organisation on LinkedIn."""

from PySide6.QtCore import QCoreApplication

from cmstation.ui.drafts.preview.blocks import Action, Actions, Block, Head, Line, Text
from cmstation.ui.drafts.preview.picture_places import Arrangement
from cmstation.ui.drafts.preview.pictures import Pictures
from cmstation.ui.drafts.preview.post_seen import PostSeen
from cmstation.ui.drafts.preview.text_lines import Fold
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space

translate = QCoreApplication.translate
FOLD = 3


def blocks(icons: Icons, post: PostSeen) -> list[Block]:
    """Compose the card."""
    more = Fold(FOLD, translate("Preview", "more"))
    return [
        Head(icons, post, f"{post.when} · ", square=0, second_icon="globe"),
        Text(icons, post.text, overflow=post.overflow, fold=more),
        Pictures(icons, post.pictures, Arrangement.COLLAGE, inner_gap=2, bleed=True, tallest=1.25),
        Line(icons, gap=Space.M),
        Actions(
            icons,
            (
                Action("heart", translate("Preview", "Like")),
                Action("reply", translate("Preview", "Comment")),
                Action("boost", translate("Preview", "Repost")),
            ),
        ),
    ]
