"""One WordPress site: where its REST interface is, and how it words things."""

import base64
import re
from collections.abc import Mapping, Sequence
from typing import Literal, Unpack
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    ContentRefused,
    DuplicateRefused,
    NetworkError,
    PermissionMissing,
    SignInNeeded,
)
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import Answer, Dialect, as_mapping, content_of, named, within
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.places import allowed
from cmstation.networks.session import Body, Session

POSTS = "/wp/v2/posts"
MEDIA = "/wp/v2/media"
INDEX_FIELDS = "name,url,home,namespaces,authentication"

WORDS = Dialect(
    code=named("code"),
    detail=named("message"),
    errors={
        "incorrect_password": SignInNeeded,
        "invalid_username": SignInNeeded,
        "invalid_email": SignInNeeded,
        "rest_not_logged_in": SignInNeeded,
        "application_passwords_disabled": SignInNeeded,
        "application_passwords_disabled_for_user": SignInNeeded,
        "rest_cannot_publish": PermissionMissing,
        "rest_cannot_edit": PermissionMissing,
        "term_exists": DuplicateRefused,
        # These come with status 500 although nothing was kept.
        "rest_upload_sideload_error": ContentRefused,
        "rest_upload_unknown_error": ContentRefused,
        "rest_upload_file_too_big": ContentRefused,
        "rest_upload_limited_space": ContentRefused,
        "rest_trash_not_supported": PermissionMissing,
    },
)


class WordPressSite:
    """Calls one site in one person's name.

    Args:
        address: the site's own address.
        login: WordPress user name.
        password: application password; "" where there is none on this computer.
    """

    def __init__(self, session: Session, address: str, login: str, password: str) -> None:
        self._session = session
        self.address = address.strip().rstrip("/")
        self.login = login
        self._password = password
        self._root = ""
        self.index: Mapping[str, Json] = {}

    def read(
        self,
        route: str,
        *,
        step: str,
        journal: Journal = NO_JOURNAL,
        method: Literal["GET", "OPTIONS"] = "GET",
        params: Mapping[str, str | Sequence[str]] | None = None,
    ) -> Answer:
        """Read a route as the person."""
        url, query = self._place(route, step, journal)
        return self._session.get(
            url,
            step=step,
            journal=journal,
            method=method,
            params={**query, **(params or {})},
            headers=self._headers(),
        )

    def change(
        self,
        method: str,
        route: str,
        *,
        step: str,
        journal: Journal = NO_JOURNAL,
        irreversible: bool = False,
        **body: Unpack[Body],
    ) -> Answer:
        """Change something as the person; once, with the long wait when it is the irreversible call."""
        url, query = self._place(route, step, journal)
        call = self._session.send_once if irreversible else self._session.write
        whole: Body = {**body, "params": query, "headers": self._headers()}
        return call(method, url, step=step, journal=journal, **whole)

    def visit(self, path: str, *, step: str, journal: Journal = NO_JOURNAL) -> Answer:
        """Read a page of the site as a stranger."""
        return self._session.get(
            self.address + path,
            step=step,
            journal=journal,
            headers={"Accept": "text/html,*/*"},
            limit=2_000_000,
        )

    def strange_write(self, path: str, content: bytes, *, kind: str, step: str) -> Answer:
        """Send to a page of the site without the person's header; the password is in the content."""
        return self._session.write(
            "POST",
            self.address + path,
            step=step,
            content=content,
            headers={"Content-Type": kind, "Accept": "*/*"},
            secrets=(self._password,),
        )

    @property
    def password(self) -> str:
        """The application password, for the one check that cannot put it in a header."""
        return self._password

    def root(self, step: str, journal: Journal = NO_JOURNAL) -> str:
        """Return where the REST interface answers, looked for once.

        Raises:
            AddressNotFound: code `no_rest` (not WordPress, or closed to everyone), or `elsewhere`.
        """
        if not self._root:
            allowed(self.address)
            self._root = self._pretty_root(step, journal) or self._announced_root(step, journal)
        return self._root

    def _pretty_root(self, step: str, journal: Journal) -> str:
        answer = self._session.get(
            f"{self.address}/wp-json/", step=step, journal=journal, params={"_fields": INDEX_FIELDS}
        )
        if not self._is_index(answer):
            return ""
        return self._trusted(answer.url.split("?")[0])

    def _announced_root(self, step: str, journal: Journal) -> str:
        """Follow the home page's Link header; without pretty permalinks it names ?rest_route=/."""
        home = self.visit("/", step=step, journal=journal)
        named_place = re.search(r'<([^<>]+)>;\s*rel="https://api\.w\.org/"', home.header("Link"))
        root = self._trusted(named_place.group(1)) if named_place else f"{self.address}/?rest_route=/"
        url, query = _place_of(root, "/")
        answer = self._session.get(url, step=step, journal=journal, params={**query, "_fields": INDEX_FIELDS})
        if not self._is_index(answer):
            raise AddressNotFound(
                status=answer.status,
                code=_closing_code(answer),
                address=urlsplit(self.address).hostname or "",
            )
        return root

    def _is_index(self, answer: Answer) -> bool:
        """Tell whether this is the REST interface's first page; a server in trouble raises instead."""
        try:
            index = as_mapping(content_of(answer, WORDS), answer)
        except (AnswerNotUnderstood, AddressNotFound, PermissionMissing, SignInNeeded, ContentRefused):
            return False
        except NetworkError as trouble:
            if trouble.status is None or trouble.status >= 500 or trouble.status == 429:
                raise
            return False
        spaces = index.get("namespaces")
        self.index = index
        return isinstance(spaces, Sequence) and "wp/v2" in spaces

    def _trusted(self, root: str) -> str:
        """Refuse a REST interface on a stranger's host: the password would go there."""
        here, there = urlsplit(self.address).hostname or "", allowed(root).hostname or ""
        short_here, short_there = here.removeprefix("www."), there.removeprefix("www.")
        related = short_there.endswith("." + short_here) or short_here.endswith("." + short_there)
        if short_here != short_there and not related:
            raise AddressNotFound(code="elsewhere", address=there)
        return root

    def _place(self, route: str, step: str, journal: Journal) -> tuple[str, dict[str, str]]:
        return _place_of(self.root(step, journal), route)

    def _headers(self) -> dict[str, str]:
        if not self._password or not self.login:
            raise SignInNeeded(code="no_secret")
        word = base64.b64encode(f"{self.login}:{self._password}".encode("utf-8", "replace")).decode("ascii")
        return {"Authorization": f"Basic {word}"}


def text_of(content: Json, *names: str) -> str:
    """Return nested text of an answer, "" where there is none."""
    value = within(content, *names)
    return value if isinstance(value, str) else ""


def _place_of(root: str, route: str) -> tuple[str, dict[str, str]]:
    """Return address and query of a route under a root of either kind."""
    parts = urlsplit(root)
    if "rest_route=" in parts.query:
        query = {name: value for name, value in parse_qsl(parts.query) if name != "rest_route"}
        return urlunsplit(parts._replace(query="")), {**query, "rest_route": route}
    return root.rstrip("/") + route, {}


def _closing_code(answer: Answer) -> str:
    """Tell a REST interface that a plugin closed from a place where there is none."""
    return "rest_closed" if answer.status in (401, 403) else "no_rest"
