"""Calls a Bluesky server (PDS) with an account's tokens, and renews them when they have expired."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.errors import (
    AccountBlocked,
    AddressNotAllowed,
    ContentRefused,
    DuplicateRefused,
    NetworkError,
    NotReadyYet,
    NotSent,
    OutcomeUnknown,
    PermissionMissing,
    RateLimited,
    SecondFactorNeeded,
    SignInNeeded,
    StationError,
)
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import Answer, Dialect, as_mapping, content_of, field_of, named, within
from cmstation.networks.journal_log import NO_JOURNAL
from cmstation.networks.places import allowed

if TYPE_CHECKING:
    from cmstation.networks.session import Session

Keep = Callable[[Secret], None]

DIALECT = Dialect(
    code=named("error"),
    detail=named("message"),
    errors={
        "ExpiredToken": SignInNeeded,
        "InvalidToken": SignInNeeded,
        "AuthMissing": SignInNeeded,
        "AuthenticationRequired": SignInNeeded,
        "AuthFactorTokenRequired": SecondFactorNeeded,
        "AccountTakedown": AccountBlocked,
        "AccountSuspended": AccountBlocked,
        "AccountDeactivated": AccountBlocked,
        "AccountNotFound": SignInNeeded,
        "InsufficientScope": PermissionMissing,
        "RateLimitExceeded": RateLimited,
        "InvalidSwap": DuplicateRefused,
        "BlobTooLarge": ContentRefused,
        "InvalidMimeType": ContentRefused,
        "BlobNotFound": NotReadyYet,
    },
)
_STALE = frozenset({"ExpiredToken", "InvalidToken"})
_SESSION_PARTS = {"accessJwt": "access", "refreshJwt": "refresh", "did": "did", "handle": "handle"}


def plain_handle(typed: str) -> str:
    """Return the handle in what a person typed: "@Marie.bsky.social" or the address of a profile."""
    words = typed.strip()
    if "/profile/" in words:
        words = words.partition("/profile/")[2].partition("/")[0].partition("?")[0]
    words = "".join(sign for sign in words if sign.isprintable() and not sign.isspace())
    return words.lstrip("@") if words.startswith("did:") else words.lstrip("@").lower()


class BlueskyCalls:
    """The calls of one account.

    Args:
        secret: parts password, and, once signed in: access, refresh, did, handle, pds.
        keep: receives the secret with new tokens, as soon as the server has handed them out.
    """

    def __init__(self, session: "Session", account: Account, secret: Secret, keep: Keep) -> None:
        self._session = session
        self._account = account
        self._parts = dict(secret.parts)
        self._keep = keep
        self._unkept = False

    @property
    def secret(self) -> Secret:
        """The account's secret with its present tokens."""
        return Secret(dict(self._parts))

    @property
    def did(self) -> str:
        """The account's lasting name; "" before the first sign-in."""
        return self._parts.get("did", "")

    @property
    def handle(self) -> str:
        """The account's readable name."""
        return self._parts.get("handle", "") or self._account.login or self._account.handle

    @property
    def pds(self) -> str:
        """The base address of the server that holds the account."""
        return self._parts.get("pds", "") or self._account.address.rstrip("/")

    def query(
        self, name: str, params: Mapping[str, str], *, step: str, journal: Journal
    ) -> Mapping[str, Json]:
        """Read something public."""
        answer = self._session.get(self._url(name), step=step, journal=journal, params=params)
        return _content(answer)

    def ask_entrance(self, name: str, params: Mapping[str, str]) -> Mapping[str, Json]:
        """Read something public where the account signs in, which may not be its own server."""
        url = f"{self._account.address.rstrip('/')}/xrpc/{name}"
        return _content(self._session.get(url, step="check", journal=NO_JOURNAL, params=params))

    def signed_query(
        self, name: str, params: Mapping[str, str], *, step: str, journal: Journal
    ) -> Mapping[str, Json]:
        """Read something as the account."""

        def ask(headers: Mapping[str, str]) -> Answer:
            return self._session.get(
                self._url(name), step=step, journal=journal, params=params, headers=headers
            )

        return self._signed(ask, journal)

    def change(
        self, name: str, body: Mapping[str, Json], *, step: str, journal: Journal
    ) -> Mapping[str, Json]:
        """Change something as the account."""

        def ask(headers: Mapping[str, str]) -> Answer:
            return self._session.write(
                "POST", self._url(name), step=step, journal=journal, json=body, headers=headers
            )

        return self._signed(ask, journal)

    def publish(
        self, name: str, body: Mapping[str, Json], *, step: str, journal: Journal
    ) -> Mapping[str, Json]:
        """Make the irreversible call; once more only when the first was refused for an expired token."""

        def ask(headers: Mapping[str, str]) -> Answer:
            return self._session.send_once(
                "POST", self._url(name), step=step, journal=journal, json=body, headers=headers
            )

        return self._signed(ask, journal)

    def upload(self, content: bytes, mime: str, *, step: str, journal: Journal) -> Json:
        """Upload a picture; return the blob object that a record refers to."""

        def ask(headers: Mapping[str, str]) -> Answer:
            return self._session.write(
                "POST",
                self._url("com.atproto.repo.uploadBlob"),
                step=step,
                journal=journal,
                content=content,
                headers={**headers, "Content-Type": mime},
            )

        blob = self._signed(ask, journal).get("blob")
        if not isinstance(blob, Mapping):
            raise OutcomeUnknown(code="missing_blob")
        return blob

    def sign_in(self, journal: Journal) -> Mapping[str, Json]:
        """Use the password; the network allows it only 30 times in 5 minutes.

        Raises:
            SignInNeeded, SecondFactorNeeded, AccountBlocked: as the server answered.
            NotSent: no answer.
        """
        password = self._parts.get("password", "")
        if not password:
            raise SignInNeeded(code="no_password")
        identifier = plain_handle(self._account.login or self._account.handle)
        body = {"identifier": identifier, "password": password}
        return self._begin(
            self._account.address.rstrip("/") + "/xrpc/com.atproto.server.createSession",
            journal,
            body=body,
        )

    def renew(self, journal: Journal) -> None:
        """Exchange the refresh token for new ones; with the password when it is no longer accepted."""
        refresh = self._parts.get("refresh", "")
        if refresh:
            try:
                self._begin(self._url("com.atproto.server.refreshSession"), journal, token=refresh)
                return
            except SignInNeeded:
                if not self._parts.get("password"):
                    raise
        self.sign_in(journal)

    def ensure_signed_in(self, journal: Journal) -> None:
        """Make sure that there are tokens and that the account's lasting name and server are known."""
        if not self._parts.get("access") or not self.did:
            self.renew(journal)
        elif self._unkept:
            self._hand_over()

    def _signed(self, ask: Callable[[Mapping[str, str]], Answer], journal: Journal) -> Mapping[str, Json]:
        self.ensure_signed_in(journal)
        answer = ask(self._authorisation())
        if _is_stale(answer):
            self.renew(journal)
            answer = ask(self._authorisation())
        return _content(answer)

    def _authorisation(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._parts.get('access', '')}"}

    def _begin(
        self, url: str, journal: Journal, *, body: Mapping[str, str] | None = None, token: str = ""
    ) -> Mapping[str, Json]:
        try:
            if body is not None:
                secrets = (body["password"],)
                answer = self._session.write(
                    "POST", url, step="sign_in", journal=journal, json=body, secrets=secrets
                )
            else:
                headers = {"Authorization": f"Bearer {token}"}
                answer = self._session.write("POST", url, step="renew", journal=journal, headers=headers)
            content = _content(answer)
            for name in ("accessJwt", "refreshJwt", "did"):
                field_of(content, name, str, answer)
        except OutcomeUnknown as unknown:
            # Nothing was published by this call: the delivery around it may simply be tried again.
            raise NotSent(status=unknown.status, code=unknown.code, detail=unknown.detail) from unknown
        self._take(content)
        return content

    def _take(self, content: Mapping[str, Json]) -> None:
        """Keep new tokens; what the server left out or empty never overwrites what we have."""
        for name, part in _SESSION_PARTS.items():
            value = content.get(name)
            if isinstance(value, str) and value:
                self._parts[part] = value
        pds = _pds_in(content)
        if pds:
            self._parts["pds"] = pds
        self._hand_over()

    def _hand_over(self) -> None:
        self._unkept = True
        try:
            self._keep(self.secret)
        except StationError:
            # A locked keyring must not stop a post: the tokens stay here and are offered again.
            return
        self._unkept = False

    def _url(self, name: str) -> str:
        return f"{self.pds}/xrpc/{name}"


def _content(answer: Answer) -> Mapping[str, Json]:
    content = content_of(answer, DIALECT, may_be_empty=True)
    return {} if content is None else as_mapping(content, answer)


def _is_stale(answer: Answer) -> bool:
    if answer.status not in (400, 401):
        return False
    try:
        _content(answer)
    except NetworkError as refusal:
        return refusal.code in _STALE
    return False


def _pds_in(content: Mapping[str, Json]) -> str:
    """Return the account's server as its DID document names it, "" when it names none we may call."""
    services = within(content, "didDoc", "service")
    if not isinstance(services, list | tuple):
        return ""
    for service in services:
        if not isinstance(service, Mapping) or not str(service.get("id", "")).endswith("#atproto_pds"):
            continue
        address = str(service.get("serviceEndpoint", "")).rstrip("/")
        try:
            allowed(address)
        except AddressNotAllowed:
            continue
        return address
    return ""
