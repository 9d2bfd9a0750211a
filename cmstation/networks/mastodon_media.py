"""Uploads pictures to a Mastodon-like server, each once, with their alternative texts."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from cmstation.domain.errors import NotReadyYet
from cmstation.domain.folding import storable
from cmstation.domain.networks import Journal, Picture
from cmstation.networks.answers import as_mapping, content_of, field_of
from cmstation.networks.mastodon_calls import DIALECT, MastodonCalls

# Uploads that no status uses are thrown away by the server after a day.
KEPT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture on the server that no status shows yet.

    Args:
        ready: whether the server was done with it at once.
    """

    identity: str
    ready: bool


def upload(calls: MastodonCalls, picture: Picture, journal: Journal, now: datetime) -> Upload:
    """Upload a picture, unless the journal knows that it is there.

    Args:
        now: aware UTC.
    """
    alt_text = "" if picture.decorative else storable(picture.alt_text)
    name = f"upload.{sha256(f'{picture.digest} {alt_text}'.encode()).hexdigest()[:32]}"
    known = _noted(journal.get(name), now)
    if known is not None:
        return known
    file = (_plain_name(picture), picture.data, picture.mime)
    answer = calls.upload("/api/v2/media", file, alt_text, journal)
    if answer.status in (404, 405):  # servers of the family that know the first edition only
        answer = calls.upload("/api/v1/media", file, alt_text, journal)
    identity = field_of(as_mapping(content_of(answer, DIALECT), answer), "id", str, answer)
    made = Upload(identity, ready=answer.status != 202)
    journal.note(name, json.dumps({"id": made.identity, "ready": made.ready, "at": now.isoformat()}))
    return made


def ensure_ready(calls: MastodonCalls, made: Upload, journal: Journal) -> None:
    """Make sure that the server is done with an upload.

    Raises:
        NotReadyYet: it still works on it.
        ContentRefused: it cannot use the picture.
    """
    if made.ready:
        return
    answer = calls.read(f"/api/v1/media/{made.identity}", step="processing", journal=journal)
    if answer.status == 206:
        raise NotReadyYet(status=206, code="processing")
    content_of(answer, DIALECT)


def _noted(note: str | None, now: datetime) -> Upload | None:
    if note is None:
        return None
    told = json.loads(note)
    if now - datetime.fromisoformat(told["at"]) > KEPT:
        return None
    return Upload(str(told["id"]), bool(told["ready"]))


def _plain_name(picture: Picture) -> str:
    """Return a file name that every server reads the same way."""
    name = picture.file_name
    if name.isascii() and name.isprintable() and not set(name) & set('"\\;'):
        return name
    ending = picture.mime.partition("/")[2].replace("jpeg", "jpg")
    return f"{picture.digest[:12]}.{ending}"
