"""Publishes on Bluesky: records with fixed keys, so that sending again can never make two."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.clock import Clock
from cmstation.domain.errors import ContentRefused, NetworkError, NotReadyYet, NotSent, RateLimited
from cmstation.domain.folding import storable
from cmstation.domain.networks import (
    AccountReport,
    Finding,
    Journal,
    Json,
    Outgoing,
    Picture,
    Receipt,
    TellStep,
    Verdict,
    tell_nobody,
)
from cmstation.networks.bluesky_calls import BlueskyCalls, Keep
from cmstation.networks.bluesky_check import check_account
from cmstation.networks.bluesky_record import (
    POST_TYPE,
    Extras,
    external,
    handles_in,
    post_record,
    printable,
)
from cmstation.networks.link_card import fetch_card, fetch_thumb
from cmstation.networks.places import is_loopback
from cmstation.networks.tid import tid_for

if TYPE_CHECKING:
    from cmstation.networks.session import Session

# Older servers stop at 1,000,000 bytes; newer ones take twice as much.
LARGEST_PICTURE = 999_999
# A server may throw away what no record uses.
UPLOAD_KEPT = timedelta(hours=1)
# Later than this, a missing post may have been deleted by hand: only the person can tell.
SURELY_OURS = timedelta(hours=24)
_NOBODY = "-"


def keep_nothing(secret: Secret) -> None:
    """Let renewed tokens go: the next start signs in with the password."""


class Bluesky:
    """One account on a Bluesky server: publisher and checker.

    Args:
        secret: parts password (an app password) and, once signed in, access, refresh, did, handle, pds.
        keep: receives the secret with renewed tokens.
        pages: session for reading the pages that are linked; by default one that does not wait long.
    """

    def __init__(
        self,
        session: "Session",
        account: Account,
        secret: Secret,
        clock: Clock,
        keep: Keep = keep_nothing,
        *,
        pages: "Session | None" = None,
    ) -> None:
        self._account = account
        self._clock = clock
        self._calls = BlueskyCalls(session, account, secret, keep)
        self._pages = pages or _hasty_session(clock)

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        """Upload the pictures, resolve mentions, read the link's card; return the payload of `send`."""
        self._calls.ensure_signed_in(journal)
        blobs = {picture.digest: self._blob(picture, journal) for picture in outgoing.pictures}
        parent = _reference(outgoing.reply_to)
        extras = Extras(
            blobs=blobs,
            dids=self._dids(storable(outgoing.text), journal),
            card=None if outgoing.pictures or not outgoing.link else self._card(outgoing.link, journal),
            root=parent,
            parent=parent,
        )
        return {
            "repo": self._calls.did,
            "collection": POST_TYPE,
            "rkey": tid_for(outgoing.key, outgoing.created_at),
            "record": post_record(printable(outgoing), extras),
        }

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Put the record under its key; an identical one that is there already is left alone."""
        body = {**payload, "swapRecord": None}
        try:
            made = self._calls.publish("com.atproto.repo.putRecord", body, step="send", journal=journal)
        except NotReadyYet as refusal:
            # The server has thrown the uploads away: the next `prepare` must bring them again.
            first_time = journal.get("uploads_lost") is None
            journal.note("uploads_lost", self._clock.now().isoformat())
            if not first_time:
                raise
            raise NotSent(status=refusal.status, code=refusal.code, detail=refusal.detail) from refusal
        return self._receipt(str(made.get("uri", "")), str(made.get("cid", "")), payload)

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        """Look for the record under its key."""
        self._calls.ensure_signed_in(journal)
        place = {name: str(payload[name]) for name in ("repo", "collection", "rkey")}
        try:
            found = self._calls.query("com.atproto.repo.getRecord", place, step="find", journal=journal)
        except NetworkError as refusal:
            if refusal.code != "RecordNotFound":
                raise
            return self._missing(place, since)
        receipt = self._receipt(str(found.get("uri", "")), str(found.get("cid", "")), payload)
        return Finding(Verdict.LIVE, receipt, (f"record: {receipt.remote_id}",))

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        """Delete the record; the server answers the same when it is gone already."""
        repo, collection, rkey = _place_in(receipt.remote_id)
        body = {"repo": repo, "collection": collection, "rkey": rkey}
        self._calls.change("com.atproto.repo.deleteRecord", body, step="delete", journal=journal)

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        """Try the connection step by step."""
        return check_account(self._calls, self._account, tell)

    def _blob(self, picture: Picture, journal: Journal) -> Json:
        if len(picture.data) > LARGEST_PICTURE:
            raise ContentRefused(
                code="picture_too_large", field="picture", size=len(picture.data), limit=LARGEST_PICTURE
            )
        return self._uploaded(picture.data, picture.mime, f"upload.{picture.digest[:40]}", journal)

    def _uploaded(self, content: bytes, mime: str, name: str, journal: Journal) -> Json:
        known = _fresh_note(journal, name, self._clock.now())
        if known is not None:
            return known
        blob = self._calls.upload(content, mime, step="upload", journal=journal)
        journal.note(name, _noted(blob, self._clock.now()))
        return blob

    def _dids(self, text: str, journal: Journal) -> dict[str, str]:
        """Resolve the mentioned handles; one that nobody has stays out."""
        found: dict[str, str] = {}
        for handle in handles_in(text):
            name = f"mention.{handle}"
            did = journal.get(name) or self._resolve(handle, journal)
            journal.note(name, did)
            if did != _NOBODY:
                found[handle] = did
        return found

    def _resolve(self, handle: str, journal: Journal) -> str:
        try:
            told = self._calls.query(
                "com.atproto.identity.resolveHandle", {"handle": handle}, step="mention", journal=journal
            )
        except RateLimited:
            raise
        except NotSent as trouble:
            if trouble.status is None:  # the line is down, not the handle unknown
                raise
            return _NOBODY
        except NetworkError:
            return _NOBODY
        did = told.get("did")
        return did if isinstance(did, str) and did.startswith("did:") else _NOBODY

    def _card(self, link: str, journal: Journal) -> Json:
        """Write the link's card, the same for every try; its picture is a gift, never a condition."""
        name = f"card.{sha256(link.encode('utf-8', 'replace')).hexdigest()[:40]}"
        known = _fresh_note(journal, name, self._clock.now())
        if known is not None:
            return known
        card = fetch_card(self._pages, link, journal)
        thumb = fetch_thumb(self._pages, card, journal)
        blob = None
        if thumb is not None:
            try:
                blob = self._calls.upload(thumb.data, thumb.mime, step="upload", journal=journal)
            except ContentRefused:
                blob = None
        made = external(card.address, card.title, card.description, blob)
        journal.note(name, _noted(made, self._clock.now()))
        return made

    def _missing(self, place: Mapping[str, str], since: datetime) -> Finding:
        evidence = (f"no record: {place['collection']}/{place['rkey']}",)
        if self._clock.now() - since > SURELY_OURS:
            return Finding(
                Verdict.UNDECIDED, None, (*evidence, f"since: {since.isoformat(timespec='seconds')}")
            )
        return Finding(Verdict.NOT_LIVE, None, evidence)

    def _receipt(self, uri: str, cid: str, payload: Mapping[str, Json]) -> Receipt:
        place = {name: str(payload[name]) for name in ("repo", "collection", "rkey")}
        uri = uri or "at://" + "/".join(place.values())
        return Receipt(uri, self._url(place), extra={"cid": cid})

    def _url(self, place: Mapping[str, str]) -> str:
        """Return where a person can look at a post."""
        pds = self._calls.pds
        if is_loopback(urlsplit(pds).hostname or ""):  # nobody shows the posts of such a server
            return f"{pds}/xrpc/com.atproto.repo.getRecord?{urlencode(place)}"
        handle = self._calls.handle
        name = place["repo"] if not handle or handle == "handle.invalid" else handle
        return f"https://bsky.app/profile/{name}/post/{place['rkey']}"


def _hasty_session(clock: Clock) -> "Session":
    from cmstation.networks.session import Session, Waits  # noqa: PLC0415

    return Session(clock, reading=Waits(connect=5, read=8, whole=20))


def _reference(receipt: Receipt | None) -> Mapping[str, Json] | None:
    if receipt is None:
        return None
    return {"uri": receipt.remote_id, "cid": receipt.extra.get("cid", "")}


def _place_in(uri: str) -> tuple[str, str, str]:
    repo, collection, rkey = uri.removeprefix("at://").split("/")
    return repo, collection, rkey


def _noted(made: Json, now: datetime) -> str:
    return json.dumps({"made": made, "at": now.isoformat()})


def _fresh_note(journal: Journal, name: str, now: datetime) -> Json:
    """Return what an earlier try uploaded, None when there is nothing or the server may have lost it."""
    told = journal.get(name)
    if told is None:
        return None
    note = json.loads(told)
    made_at = datetime.fromisoformat(note["at"])
    lost = journal.get("uploads_lost")
    if now - made_at > UPLOAD_KEPT or (lost is not None and datetime.fromisoformat(lost) >= made_at):
        return None
    return note["made"]
