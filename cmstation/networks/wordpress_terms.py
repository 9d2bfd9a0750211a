"""Finds or makes the categories and tags of a WordPress post by their names."""

import html
import json
from collections.abc import Sequence

from cmstation.domain.errors import PermissionMissing
from cmstation.domain.networks import Journal, Json
from cmstation.networks.answers import as_mapping, as_rows, content_of, field_of, within
from cmstation.networks.wordpress_site import WORDS, WordPressSite, text_of

_STEP = "terms"


class WordPressTerms:
    """The site's words for sorting."""

    def __init__(self, site: WordPressSite) -> None:
        self._site = site

    def identities(self, kind: str, names: Sequence[str], journal: Journal) -> list[int]:
        """Return the ids of these names, making what is missing where the person may.

        Args:
            kind: "categories" or "tags".
            names: as people write them; a leading # is dropped.
        """
        wanted = list(dict.fromkeys(filter(None, (name.strip().lstrip("#").strip() for name in names))))
        if not wanted:
            return []
        note = f"{kind}:{json.dumps(wanted, ensure_ascii=False)}"
        known = journal.get(note)
        if known is None:
            found = [self._identity(kind, name, journal) for name in wanted]
            known = json.dumps(sorted({one for one in found if one is not None}))
            journal.note(note, known)
        return [int(one) for one in json.loads(known)]

    def _identity(self, kind: str, name: str, journal: Journal) -> int | None:
        found = self._find(kind, name, journal)
        if found is not None:
            return found
        try:
            return self._make(kind, name, journal)
        except PermissionMissing:
            # The post matters more than its drawer; the note is there to be shown.
            journal.note(f"remark.{kind}.not_allowed", name)
            return None

    def _find(self, kind: str, name: str, journal: Journal) -> int | None:
        answer = self._site.read(
            f"/wp/v2/{kind}",
            step=_STEP,
            journal=journal,
            params={"search": name, "per_page": "100", "_fields": "id,name"},
        )
        for row in as_rows(content_of(answer, WORDS), answer):
            if html.unescape(text_of(row, "name")).casefold() == name.casefold():
                return field_of(row, "id", int, answer)
        return None

    def _make(self, kind: str, name: str, journal: Journal) -> int:
        answer = self._site.change("POST", f"/wp/v2/{kind}", step=_STEP, journal=journal, json={"name": name})
        existing = _existing(answer.status, answer.body)
        if existing is not None:
            return existing
        return field_of(as_mapping(content_of(answer, WORDS), answer), "id", int, answer)


def _existing(status: int, body: bytes) -> int | None:
    """Read the id out of the refusal `term_exists`: the site compares names more loosely than we do."""
    if status not in (400, 409):
        return None
    try:
        said: Json = json.loads(body)
    except ValueError:
        return None
    identity = within(said, "data", "term_id")
    return identity if isinstance(identity, int) and text_of(said, "code") == "term_exists" else None
