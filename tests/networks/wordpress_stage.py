"""A real WordPress as the contract's stage, read back through its public interface."""

import base64
import html
import json
import re
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.networks import Network, Way
from cmstation.networks.session import Session, Waits
from cmstation.networks.wordpress import WordPress
from tests.networks.contract_stage import SeenPost
from tests.servers.wordpress import WordPressServer, WordPressUser

IMPATIENT = Waits(connect=2, read=3, whole=6)
WRONG_PASSWORD = "abcd EFGH ijkl MNOP qrst UVWX"


class WordPressStage:
    """One user of one test site."""

    send_call = ("POST", "/wp/v2/posts/")

    def __init__(self, server: WordPressServer, user: str = "editor") -> None:
        self.server = server
        self.user: WordPressUser = server.users[user]

    @property
    def address(self) -> str:
        """Where the site is."""
        return self.server.url

    @property
    def secret_words(self) -> tuple[str, ...]:
        """The application passwords, as they are and as headers carry them."""
        words: list[str] = []
        for password in (self.user.application_password, WRONG_PASSWORD):
            words += [password, password.replace(" ", "")]
            words.append(base64.b64encode(f"{self.user.name}:{password}".encode()).decode())
        return tuple(words)

    def account(self, *, address: str | None = None, login: str | None = None) -> Account:
        """Describe the user's account."""
        return Account(
            1,
            Network.WORDPRESS,
            Way.DIRECT,
            "Site",
            "",
            address or self.address,
            self.user.name if login is None else login,
            AccountState.READY,
            0,
        )

    def publisher(
        self,
        *,
        address: str | None = None,
        wrong_secret: bool = False,
        clock: Clock | None = None,
        password: str | None = None,
        login: str | None = None,
    ) -> WordPress:
        """Build the adapter anew."""
        clock = clock or SystemClock()
        patient = Session(clock)
        impatient = Session(clock, reading=IMPATIENT, writing=IMPATIENT, sending=IMPATIENT)
        word = self.user.application_password if password is None else password
        return WordPress(
            patient if address is None else impatient,
            self.account(address=address, login=login),
            Secret({"password": WRONG_PASSWORD if wrong_secret else word}),
            clock,
        )

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read the public posts as a visitor does, the picture above the text included."""
        rows = self.ask("/wp/v2/posts", search=word, per_page="100", _embed="wp:featuredmedia", visitor=True)
        return [_seen(row) for row in rows if word in row["content"]["rendered"]]

    def hidden(self, word: str) -> int:
        """Count drafts and pictures with this word."""
        drafts = self.ask("/wp/v2/posts", search=word, per_page="100", status="draft,pending,private,future")
        return len(drafts) + len(self.pictures(word))

    def pictures(self, word: str) -> list[dict[str, Any]]:
        """Read the pictures with this word in the alternative text."""
        rows = self.ask("/wp/v2/media", per_page="100", context="edit", _fields="id,alt_text,slug,title")
        return [row for row in rows if word in row["alt_text"]]

    def post(self, identity: int | str) -> dict[str, Any]:
        """Read one post with all that its editor sees."""
        return self.ask(f"/wp/v2/posts/{identity}", context="edit")

    def ask(self, route: str, *, visitor: bool = False, **params: str) -> Any:
        """Ask the site itself, as an administrator or as a visitor."""
        return self.call("GET", route, params, visitor=visitor)

    def call(self, method: str, route: str, params: dict[str, str], *, visitor: bool = False) -> Any:
        """Call the site as an administrator or as a visitor."""
        query = urllib.parse.urlencode({"rest_route": route, **params})
        request = urllib.request.Request(f"{self.address}/?{query}", method=method)
        if not visitor:
            admin = self.server.users["admin"]
            word = base64.b64encode(f"admin:{admin.application_password}".encode()).decode()
            request.add_header("Authorization", f"Basic {word}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())


def _seen(row: dict[str, Any]) -> SeenPost:
    rendered = row["content"]["rendered"]
    above = [one.get("alt_text", "") for one in row.get("_embedded", {}).get("wp:featuredmedia", [])]
    inside = [html.unescape(alt) for alt in re.findall(r'<img[^>]*\balt="([^"]*)"', rendered)]
    seen = SeenPost(
        str(row["id"]),
        html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br\s*/?>", "\n", rendered))),
        tuple(html.unescape(link) for link in re.findall(r'<a href="([^"]*)"', rendered)),
    )
    return replace(seen, alt_texts=tuple(above + inside))
