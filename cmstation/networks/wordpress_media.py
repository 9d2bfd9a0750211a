"""Puts pictures into a WordPress site's media library, each exactly once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmstation.domain.networks import Journal, Json, Outgoing, Picture
from cmstation.networks.answers import Answer, as_mapping, as_rows, content_of, field_of
from cmstation.networks.plain_html import Figure
from cmstation.networks.wordpress_site import MEDIA, WORDS, WordPressSite, text_of

_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
}
_STEP = "upload"


@dataclass(frozen=True, slots=True)
class _Kept:
    identity: int
    address: str


class WordPressMedia:
    """The media library, used for one delivery at a time."""

    def __init__(self, site: WordPressSite) -> None:
        self._site = site

    def keep_all(self, outgoing: Outgoing, journal: Journal) -> tuple[Figure, ...]:
        """Upload what is not there yet and return all pictures in their order."""
        return tuple(
            self._keep(outgoing, number, picture, journal)
            for number, picture in enumerate(outgoing.pictures, start=1)
        )

    def _keep(self, outgoing: Outgoing, number: int, picture: Picture, journal: Journal) -> Figure:
        # The digest belongs to the name: another picture in this place is another upload.
        name = f"cm-{outgoing.key}-{number}-{picture.digest[:8]}"
        words = {"title": outgoing.title or picture.file_name, "alt_text": alt_text(picture)}
        known = journal.get(name)
        noted: dict[str, Any] = json.loads(known) if known is not None else {}
        if noted:
            kept = _Kept(int(noted["id"]), str(noted["url"]))
            if noted.get("words") != words:
                self._describe(kept.identity, words, journal)
        else:
            kept = self._found(name, words, journal) or self._uploaded(name, picture, words, journal)
        if noted.get("words") != words:
            journal.note(name, json.dumps({"id": kept.identity, "url": kept.address, "words": words}))
        return Figure(kept.identity, kept.address, alt_text(picture))

    def _found(self, name: str, words: Mapping[str, str], journal: Journal) -> _Kept | None:
        """Look whether an earlier try, whose answer was lost, has put it there."""
        if journal.get(f"{name}.asked") is None:
            journal.note(f"{name}.asked", "yes")
            return None
        answer = self._site.read(
            MEDIA,
            step=_STEP,
            journal=journal,
            params={"slug": name, "context": "edit", "_fields": "id,slug,source_url"},
        )
        rows = [row for row in as_rows(content_of(answer, WORDS), answer) if row.get("slug") == name]
        if not rows:
            return None
        kept = _kept(rows[0], answer)
        # The try that was cut off may have kept the file and not yet its words.
        self._describe(kept.identity, words, journal)
        return kept

    def _describe(self, identity: int, words: Mapping[str, str], journal: Journal) -> None:
        route = f"{MEDIA}/{identity}"
        content_of(self._site.change("POST", route, step=_STEP, journal=journal, json=dict(words)), WORDS)

    def _uploaded(self, name: str, picture: Picture, words: Mapping[str, str], journal: Journal) -> _Kept:
        """Send the file and its words in one call, so that no picture is ever there without them."""
        ending = _ENDINGS.get(picture.mime, "jpg")
        answer = self._site.change(
            "POST",
            MEDIA,
            step=_STEP,
            journal=journal,
            files={"file": (f"{name}.{ending}", picture.data, picture.mime)},
            form={"slug": name, **words},
        )
        return _kept(as_mapping(content_of(answer, WORDS), answer), answer)


def alt_text(picture: Picture) -> str:
    """Return the words for people who do not see the picture; none when it only decorates."""
    return "" if picture.decorative else picture.alt_text


def _kept(row: Mapping[str, Json], answer: Answer) -> _Kept:
    return _Kept(field_of(row, "id", int, answer), text_of(row, "source_url"))
