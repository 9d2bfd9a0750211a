"""Calls a Mastodon-like server as one account, and words its refusals as ours."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import AccountBlocked, SignInNeeded
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import Answer, Dialect

if TYPE_CHECKING:
    from cmstation.networks.session import Session

# The server has no error codes; these sentences are fixed in its source and never translated.
_SENTENCES = {
    "Your login is currently disabled": "login_disabled",
    "Your login is currently pending approval": "login_pending",
    "Your login is missing a confirmed e-mail address": "login_unconfirmed",
    "The access token is invalid": "token_invalid",
    "The access token was revoked": "token_revoked",
    "The access token expired": "token_expired",
    "This action is outside the authorized scopes": "outside_scopes",
}


def _code(content: Mapping[str, Json]) -> str:
    return _SENTENCES.get(str(content.get("error", "")), "")


def _detail(content: Mapping[str, Json]) -> str:
    words = (content.get("error_description"), content.get("error"))
    return next((word for word in words if isinstance(word, str) and word), "")


DIALECT = Dialect(
    code=_code,
    detail=_detail,
    errors={
        "login_disabled": AccountBlocked,
        "login_pending": AccountBlocked,
        "login_unconfirmed": AccountBlocked,
        "token_invalid": SignInNeeded,
        "token_revoked": SignInNeeded,
        "token_expired": SignInNeeded,
    },
)


def scheduled_path(identity: str) -> str:
    """Return where a scheduled status is."""
    return f"/api/v1/scheduled_statuses/{quote(identity, safe='')}"


class MastodonCalls:
    """The calls of one account.

    Args:
        secret: part access (the token).
    """

    def __init__(self, session: "Session", account: Account, secret: Secret) -> None:
        self._session = session
        self._token = secret.parts.get("access", "").strip()
        self.base = account.address.rstrip("/")

    def read(
        self,
        path: str,
        *,
        step: str,
        journal: Journal,
        params: Mapping[str, str | Sequence[str]] | None = None,
    ) -> Answer:
        """Read as the account."""
        return self._session.get(
            self.base + path, step=step, journal=journal, params=params or {}, headers=self._headers()
        )

    def read_public(self, path: str, *, step: str, journal: Journal) -> Answer:
        """Read what everybody may read; works without a token."""
        return self._session.get(self.base + path, step=step, journal=journal)

    def upload(self, path: str, file: tuple[str, bytes, str], description: str, journal: Journal) -> Answer:
        """Upload a picture with its alternative text."""
        return self._session.write(
            "POST",
            self.base + path,
            step="upload",
            journal=journal,
            files={"file": file},
            form={"description": description} if description else {},
            headers=self._headers(),
        )

    def remove(self, path: str, *, journal: Journal) -> Answer:
        """Delete something."""
        return self._session.write(
            "DELETE", self.base + path, step="delete", journal=journal, headers=self._headers()
        )

    def reschedule(self, identity: str, request: Json, journal: Journal) -> Answer:
        """Give a scheduled status another hour."""
        return self._session.send_once(
            "PUT",
            f"{self.base}{scheduled_path(identity)}",
            step="reschedule",
            journal=journal,
            json=request,
            headers=self._headers(),
        )

    def publish(self, request: Json, key: str, journal: Journal) -> Answer:
        """Make the irreversible call."""
        return self._session.send_once(
            "POST",
            f"{self.base}/api/v1/statuses",
            step="send",
            journal=journal,
            json=request,
            headers={**self._headers(), "Idempotency-Key": key},
        )

    def _headers(self) -> dict[str, str]:
        if not self._token:
            raise SignInNeeded(code="no_token")
        return {"Authorization": f"Bearer {self._token}"}
