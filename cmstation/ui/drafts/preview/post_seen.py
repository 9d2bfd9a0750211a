"""What a preview shows: one post as one account would publish it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from PySide6.QtGui import QPixmap

from cmstation.domain.accounts import Account
from cmstation.domain.crops import CropBox, needed
from cmstation.domain.drafts import Draft
from cmstation.domain.outgoing_text import carries_link_apart, text_as_sent

# Words for what a place is, not its name: "Clinique des Tilleuls" is shown as T.
_KINDS_OF_PLACES = frozenset(
    {"clinique", "polyclinique", "hôpital", "centre", "maison", "clinic", "hospital"}
)


@dataclass(frozen=True, slots=True, eq=False)
class PictureSeen:
    """One picture of the post.

    Args:
        pixmap: None until it has come.
        ratio: width to height of what this network shows, its crop included.
    """

    pixmap: QPixmap | None
    ratio: float
    crop: CropBox | None
    alt_text: str


@dataclass(frozen=True, slots=True, eq=False)
class PostSeen:
    """One post on one account.

    Args:
        name: who speaks, as the network shows it.
        when: its day and hour in words.
        hour: its hour alone, for networks that show no day.
        link: the link that travels outside the text, else "".
        overflow: where the text becomes too long, in code points, or None.
    """

    account: Account
    name: str
    handle: str
    when: str
    hour: str
    title: str
    text: str
    link: str
    tags: tuple[str, ...]
    overflow: int | None
    pictures: tuple[PictureSeen, ...]
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    first_comment: str = ""

    @property
    def initial(self) -> str:
        """The letter of the avatar."""
        words = [word for word in self.name.split() if word[:1].isupper()]
        proper = [word for word in words if word.casefold() not in _KINDS_OF_PLACES]
        chosen = proper or words or self.name.split() or ["?"]
        return chosen[0][:1].upper()

    @property
    def host(self) -> str:
        """The site that the link leads to."""
        return host_of(self.link)


def post_seen(
    draft: Draft,
    account: Account,
    clinic: str,
    when: tuple[str, str],
    overflow: int | None,
    pixmaps: Mapping[str, QPixmap],
) -> PostSeen:
    """Look at a post as one account would publish it.

    Args:
        draft: as it leaves.
        when: day and hour in words, and the hour alone.
        pixmaps: pictures that have come, by digest.
    """
    apart = carries_link_apart(account, pictures=len(draft.attachments))
    return PostSeen(
        account=account,
        name=clinic or account.name,
        handle=account.handle or account.login,
        when=when[0],
        hour=when[1],
        title=draft.title_for(account.id),
        text=text_as_sent(draft, account),
        link=draft.link_for(account.id) if apart else "",
        tags=draft.tags,
        overflow=overflow,
        pictures=_pictures(draft, account, pixmaps),
        options=draft.version(account.id).options,
        first_comment=draft.first_comment_for(account.id),
    )


def host_of(link: str) -> str:
    """Return a link's host without `www.`, "" when it has none."""
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _pictures(draft: Draft, account: Account, pixmaps: Mapping[str, QPixmap]) -> tuple[PictureSeen, ...]:
    found: list[PictureSeen] = []
    for attachment in draft.attachments:
        width, height = attachment.media.width or 4, attachment.media.height or 3
        crop = attachment.crops.get(account.network.value) or needed(account.network, width, height)
        ratio = width / height if crop is None else (width * crop.width) / (height * crop.height)
        pixmap = pixmaps.get(attachment.media.digest)
        found.append(PictureSeen(pixmap, ratio, crop, attachment.alt_text))
    return tuple(found)
