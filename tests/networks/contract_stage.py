"""What the contract says and how it looks at a network: samples, and the stage that each adapter gives."""

import io
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Protocol
from uuid import uuid4

from cmstation.domain.errors import StationError
from cmstation.domain.networks import Outgoing, Picture, Publisher

CREATED_AT = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)
LINK = "https://clinique.example/maternite?utm_id=ab12cd34"
HOSTILE_TEXTS = {
    "right_to_left": "מרפאה \u202e txet \u202c مستشفى",
    "emoji": "👩🏽‍⚕️ 🇫🇷 e\u0301 et 𝒜",
    "markup": "<script>alert(1)</script> & <b>gras</b> \"'] --> <!-- [gallery]",
    "typography": "« Bonjour » : l’été 50 % …\n\n\nfin ;",
}


@dataclass(frozen=True)
class SeenPost:
    """A post as a visitor of the network sees it.

    Args:
        text: its text, without markup.
        links: addresses that can be clicked (or, where text links itself, that stand in the text).
        alt_texts: of its pictures, in their order.
    """

    remote_id: str
    text: str
    links: tuple[str, ...] = ()
    alt_texts: tuple[str, ...] = ()


class Stage(Protocol):
    """A real server with one account, and ways to look at it that are not the adapter's."""

    @property
    def address(self) -> str:
        """Where the server is: "http://127.0.0.1:port"."""
        ...

    @property
    def send_call(self) -> tuple[str, str]:
        """Method, and a part of the path, of the one irreversible call (and of no other call)."""
        ...

    @property
    def secret_words(self) -> tuple[str, ...]:
        """What must never show anywhere."""
        ...

    def publisher(self, *, address: str | None = None, wrong_secret: bool = False) -> Publisher:
        """Build the adapter anew, as after a restart; through another address when one is given.

        Its session waits about a second for an answer when an address is given.
        """
        ...

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read the public posts whose text contains this word."""
        ...

    def hidden(self, word: str) -> int | None:
        """Count what is there but not public (drafts, uploads) with this word; None: cannot be seen."""
        ...


def picture(word: str, number: int, *, alt_text: str | None = None) -> Picture:
    """Make a small real picture, different for each word and number."""
    from PIL import Image

    colour = tuple(sha256(f"{word}{number}".encode()).digest()[:3])
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(stream, "PNG")
    content = stream.getvalue()
    return Picture(
        content,
        sha256(content).hexdigest(),
        "image/png",
        f"salle-{number}.png",
        64,
        48,
        f"Salle {number} {word}" if alt_text is None else alt_text,
    )


def sample(word: str, *, pictures: int = 2, link: str = LINK) -> Outgoing:
    """Make something to say that holds a word found nowhere else."""
    return Outgoing(
        key=uuid4().hex,
        text=f"La maternité {word} ouvre ses portes.\n\nVisite libre : {link}".strip(" :"),
        created_at=CREATED_AT,
        title=f"Portes ouvertes {word}",
        link=link,
        tags=("maternité",),
        pictures=tuple(picture(word, number) for number in range(1, pictures + 1)),
    )


def everything_said(error: BaseException) -> str:
    """Return all that a log or a crash report could show of an error."""
    chain = "".join(traceback.format_exception(error))
    facts = repr(error.facts) if isinstance(error, StationError) else ""
    return f"{chain} {error!r} {error.args!r} {facts} {error.__context__!r} {error.__cause__!r}"


def without_spaces(text: str) -> str:
    """Return a text without what networks may fold: spaces and line ends."""
    return "".join(text.split())
