"""The media library: originals on disk under their hash, facts in the database, thumbnails beside."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import DiskFull, FolderNotWritable, NotFound
from cmstation.domain.media import Attachment, MediaItem
from cmstation.domain.media_uses import MediaUse
from cmstation.services.done import Done
from cmstation.storage.media import MediaTable

MOST_BYTES = 50_000_000


class ThumbnailMaker(Protocol):
    """Something that makes small pictures (`desktop/thumbnails.py`)."""

    def thumbnail(self, source: bytes | Path, side: int, *, digest: str = "") -> bytes:
        """Return a small picture's bytes, made once."""
        ...


class Library:
    """What a person can do with media."""

    def __init__(self, table: MediaTable, folder: Path, thumbnails: ThumbnailMaker, clock: Clock) -> None:
        self._table = table
        self._folder = folder
        self._thumbnails = thumbnails
        self._clock = clock

    def rows(
        self, words: str = "", *, bare: bool = False, limit: int | None = None, offset: int = 0
    ) -> tuple[MediaItem, ...]:
        """Return the media, newest first; `bare` keeps those that nobody has described."""
        return self._table.rows(words, bare=bare, limit=limit, offset=offset)

    def count(self, *, bare: bool = False) -> int:
        """Return how many media there are, or how many nobody has described."""
        return self._table.count(bare=bare)

    def uses(self, media: int) -> tuple[MediaUse, ...]:
        """Return the posts that show a medium."""
        return self._table.uses(media)

    def get(self, media: int) -> MediaItem:
        """Return one medium."""
        return self._table.get(media)

    def add_file(self, path: Path) -> Done[MediaItem]:
        """Take a picture file into the library.

        Raises:
            StationError: unreadable, too large, damaged or not a picture (see `domain/media_errors.py`).
        """
        from cmstation.desktop.images import read_picture_file  # noqa: PLC0415 (Pillow comes late)

        return self.add_bytes(read_picture_file(path, limit_bytes=MOST_BYTES), path.name)

    def add_bytes(self, data: bytes, file_name: str) -> Done[MediaItem]:
        """Take a picture's bytes into the library; the same picture is kept once."""
        from cmstation.desktop.images import inspect  # noqa: PLC0415

        facts = inspect(data)
        digest = hashlib.sha256(data).hexdigest()
        self._keep(digest, data)
        item = self._table.add(
            self._clock.now(),
            digest=digest,
            file_name=file_name,
            mime=facts.mime,
            bytes=facts.bytes,
            width=facts.width,
            height=facts.height,
            had=facts.has_metadata,
        )
        return Done(item, Changes(media=frozenset({item.id})))

    def describe(self, media: int, alt_text: str, *, decorative: bool = False) -> Done[MediaItem]:
        """Write the alternative text that new posts start from."""
        before = self._table.get(media)
        item = self._table.update(media, self._clock.now(), alt_text=alt_text, decorative=decorative)

        def undo() -> Changes:
            self._table.update(
                media, self._clock.now(), alt_text=before.alt_text, decorative=before.decorative
            )
            return Changes(media=frozenset({media}))

        return Done(item, Changes(media=frozenset({media})), undo)

    def describe_if_bare(self, media: int, alt_text: str, *, decorative: bool) -> None:
        """Give the library a description when it has none yet."""
        item = self._table.get(media)
        if not item.alt_text and not item.decorative and (alt_text or decorative):
            self._table.update(media, self._clock.now(), alt_text=alt_text, decorative=decorative)

    def delete(self, media: int) -> Done[int]:
        """Take a medium out of the library; the file stays until the bin is emptied."""
        self._table.delete(media, self._clock.now())
        changes = Changes(media=frozenset({media}))

        def undo() -> Changes:
            self._table.undelete(media)
            return changes

        return Done(media, changes, undo)

    def original(self, item: MediaItem) -> bytes:
        """Return an original's bytes, checked against its hash.

        Raises:
            NotFound: the file is gone or was altered outside the program.
        """
        try:
            data = self.path(item).read_bytes()
        except OSError as problem:
            raise NotFound(subject="media_file", identity=item.id) from problem
        if hashlib.sha256(data).hexdigest() != item.digest:
            raise NotFound(subject="media_file", identity=item.id)
        return data

    def path(self, item: MediaItem) -> Path:
        """Return where an original lies."""
        return self._folder / item.digest[:2] / item.digest

    def thumbnail(self, item: MediaItem, side: int) -> bytes:
        """Return a small picture, made once and kept."""
        return self._thumbnails.thumbnail(self.path(item), side, digest=item.digest)

    def thumbnail_of(self, digest: str, side: int) -> bytes:
        """Return the small picture of an original known by its hash."""
        return self._thumbnails.thumbnail(self._folder / digest[:2] / digest, side, digest=digest)

    def missing(self, attachments: Sequence[Attachment]) -> frozenset[int]:
        """Return the media whose original is not on disk."""
        return frozenset(a.media.id for a in attachments if not self.path(a.media).is_file())

    def _keep(self, digest: str, data: bytes) -> None:
        """Write the original whole or not at all, under its hash."""
        place = self._folder / digest[:2] / digest
        if _holds(place, data):
            return
        half = place.with_name(f"{digest}.{secrets.token_hex(4)}.part")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.replace(place)
        except OSError as problem:
            half.unlink(missing_ok=True)
            if problem.errno in {28, 122}:  # ENOSPC, EDQUOT
                raise DiskFull(folder=str(self._folder)) from problem
            raise FolderNotWritable(folder=str(self._folder)) from problem


def _holds(place: Path, data: bytes) -> bool:
    """Tell whether a file holds exactly this; one that was altered outside the program is written anew."""
    try:
        return place.stat().st_size == len(data) and place.read_bytes() == data
    except OSError:
        return False
