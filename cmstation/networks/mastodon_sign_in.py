"""Signs in to a Mastodon-like server: in the browser, with a copied code, or with a pasted token."""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import AddressNotAllowed, SignInNeeded
from cmstation.domain.networks import Json
from cmstation.domain.sign_in import OpenPage, ReturnPage
from cmstation.networks.answers import as_mapping, content_of, field_of
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.mastodon_calls import DIALECT
from cmstation.networks.places import allowed
from cmstation.networks.sign_in import PATIENCE, Loopback, Pkce, show_page, with_query

if TYPE_CHECKING:
    from cmstation.networks.session import Session

SCOPES = "read:accounts read:statuses write:statuses write:media"
COPIED_CODE = "urn:ietf:wg:oauth:2.0:oob"
PROGRAM = "CM Station"
_LONGEST_TOKEN = 500


@dataclass(frozen=True, slots=True)
class Permission:
    """A sign-in that has begun: the page where the person says yes, and what the exchange needs later.

    Args:
        page: to open in a browser.
        back: where the server sends the browser, or COPIED_CODE when it shows a code.
    """

    address: str
    page: str = field(repr=False)
    back: str
    client_id: str
    client_secret: str = field(repr=False)
    pkce: Pkce = field(repr=False)


def instance_address(typed: str) -> str:
    """Return the base address of what a person typed: a server, an address or a whole handle.

    Raises:
        AddressNotAllowed: it names no server, or not a secure one.
    """
    words = typed.strip().rstrip("/")
    if "://" not in words:
        words = "https://" + words.rpartition("@")[2]
    parts = allowed(words)
    if parts.hostname is None or ("." not in parts.hostname and parts.scheme == "https"):
        raise AddressNotAllowed(address=parts.hostname or "")
    return f"{parts.scheme}://{parts.netloc}"


def authorise_mastodon(
    session: "Session",
    address: str,
    open_page: OpenPage,
    page: ReturnPage,
    cancelled: threading.Event,
    *,
    patience: timedelta = PATIENCE,
) -> Secret:
    """Have the person allow this program in their browser.

    Returns:
        The secret: parts access, scope, client_id, client_secret (the latter two to revoke it later).

    Raises:
        SignInAbandoned: the person said no, cancelled, or nothing came in time.
        NetworkError: the server cannot be reached or refuses.
    """
    with Loopback(page) as loopback:
        asked = ask_permission(session, address, loopback.address, loopback.state)
        show_page(open_page, asked.page)
        answer = loopback.wait(patience, cancelled)
    return exchange_code(session, asked, answer.get("code", ""))


def ask_permission(session: "Session", address: str, back: str = COPIED_CODE, state: str = "") -> Permission:
    """Introduce this program to a server, and return the page on which the person allows it.

    Args:
        back: COPIED_CODE lets the server show a code, to be given to `exchange_code`.
        state: returns unchanged with the answer; "" with a copied code.
    """
    answer = session.write(
        "POST",
        f"{address}/api/v1/apps",
        step="register",
        journal=NO_JOURNAL,
        json={"client_name": PROGRAM, "redirect_uris": [back], "scopes": SCOPES},
    )
    if answer.status in (400, 422):  # before 4.3 the field was one line of text
        answer = session.write(
            "POST",
            f"{address}/api/v1/apps",
            step="register",
            journal=NO_JOURNAL,
            form={"client_name": PROGRAM, "redirect_uris": back, "scopes": SCOPES},
        )
    made = as_mapping(content_of(answer, DIALECT), answer)
    pkce = Pkce.fresh()
    client = field_of(made, "client_id", str, answer)
    asked = {
        "response_type": "code",
        "client_id": client,
        "redirect_uri": back,
        "scope": SCOPES,
        "code_challenge": pkce.challenge,
        "code_challenge_method": pkce.method,
    }
    if state:
        asked["state"] = state
    return Permission(
        address=address,
        page=with_query(f"{address}/oauth/authorize", asked),
        back=back,
        client_id=client,
        client_secret=field_of(made, "client_secret", str, answer),
        pkce=pkce,
    )


def exchange_code(session: "Session", asked: Permission, code: str) -> Secret:
    """Exchange the code that the person brought back for a token.

    Raises:
        SignInNeeded: the code is empty, wrong, used or too old.
    """
    words = "".join(code.split())
    if not words:
        raise SignInNeeded(code="no_code")
    form = {
        "grant_type": "authorization_code",
        "code": words,
        "client_id": asked.client_id,
        "client_secret": asked.client_secret,
        "redirect_uri": asked.back,
        "code_verifier": asked.pkce.verifier,
        "scope": SCOPES,
    }
    answer = session.write(
        "POST",
        f"{asked.address}/oauth/token",
        step="exchange",
        journal=NO_JOURNAL,
        form=form,
        secrets=(words, asked.client_secret, asked.pkce.verifier),
    )
    if answer.status in (400, 401):
        raise SignInNeeded(status=answer.status, code="code_refused")
    made = as_mapping(content_of(answer, DIALECT), answer)
    return Secret(
        {
            "access": field_of(made, "access_token", str, answer),
            "scope": _words(made, "scope") or SCOPES,
            "client_id": asked.client_id,
            "client_secret": asked.client_secret,
        }
    )


def pasted_token(typed: str) -> Secret:
    """Return the secret of a token that the person copied from the server's settings.

    Raises:
        SignInNeeded: it cannot be a token.
    """
    words = re.sub(r"^\s*bearer(\s+|$)", "", typed, flags=re.IGNORECASE).strip()
    if not words or len(words) > _LONGEST_TOKEN or not words.isascii() or any(map(str.isspace, words)):
        raise SignInNeeded(code="no_token")
    return Secret({"access": words})


def sign_out(session: "Session", address: str, secret: Secret) -> None:
    """Have the server forget a token that this program was given; a pasted one stays the person's.

    Raises:
        NetworkError: the server cannot be reached or refuses.
    """
    parts = secret.parts
    if not parts.get("client_id"):
        return
    form = {
        "client_id": parts["client_id"],
        "client_secret": parts.get("client_secret", ""),
        "token": parts.get("access", ""),
    }
    answer = session.write(
        "POST",
        f"{address}/oauth/revoke",
        step="revoke",
        journal=NO_JOURNAL,
        form=form,
        secrets=(parts.get("client_secret", ""), parts.get("access", "")),
    )
    content_of(answer, DIALECT, may_be_empty=True)


def settings_page(address: str) -> str:
    """Return the page on which a person makes a token by hand."""
    return f"{address.rstrip('/')}/settings/applications"


def _words(content: Mapping[str, Json], name: str) -> str:
    value = content.get(name)
    return value if isinstance(value, str) else ""
