"""Publishes on a WordPress site: a draft first, then one repeatable call that makes it public."""

import html
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import cast

from cmstation.domain.accounts import Account, Secret
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NetworkError, PermissionMissing, StationError
from cmstation.domain.networks import (
    AccountReport,
    Finding,
    Journal,
    Json,
    Outgoing,
    Receipt,
    ScheduledPost,
    TellStep,
    Verdict,
    tell_nobody,
)
from cmstation.networks.answers import (
    Answer,
    as_mapping,
    as_rows,
    content_of,
    field_of,
    refusal_of,
)
from cmstation.networks.plain_html import addresses_in, escaped, figures, paragraphs
from cmstation.networks.session import Session
from cmstation.networks.wordpress_check import WordPressCheck
from cmstation.networks.wordpress_media import WordPressMedia
from cmstation.networks.wordpress_schedule import (
    SHORTEST_WAIT,
    WordPressSchedule,
    from_site_time,
    payload_at,
    site_time,
)
from cmstation.networks.wordpress_search_words import plugin_in, search_fields
from cmstation.networks.wordpress_site import POSTS, WORDS, WordPressSite, text_of
from cmstation.networks.wordpress_terms import WordPressTerms

_ANY_STATUS = "draft,pending,private,future,publish"
_FIELDS = "id,slug,status,link,date_gmt,modified_gmt"
_LONGEST_SLUG = 80
_GONE = frozenset({"rest_post_invalid_id", "rest_already_trashed"})


class WordPress:
    """One WordPress account, through an application password.

    A draft's slug holds the delivery's key, so a draft whose answer was lost is found again; the call
    that makes it public names the draft's id, so repeating it cannot make a second post.

    Args:
        secret: parts: `password`, the application password.
    """

    def __init__(self, session: Session, account: Account, secret: Secret, clock: Clock) -> None:
        self._clock = clock
        self._site = WordPressSite(session, account.address, account.login, secret.parts.get("password", ""))
        self._media = WordPressMedia(self._site)
        self._terms = WordPressTerms(self._site)
        self._schedule = WordPressSchedule(self._site, clock)

    @property
    def shortest_wait(self) -> timedelta:
        """How far ahead the hour must be for the site to keep the post."""
        return SHORTEST_WAIT

    def check(self, tell: TellStep = tell_nobody) -> AccountReport:
        """Try each step of the way to a post, without leaving anything on the site."""
        return WordPressCheck(self._site, tell).run()

    def prepare(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        """Upload the pictures and keep the text as a draft; nothing of it is public.

        Options read: excerpt, slug, categories (comma separated), seo_title, seo_description, and
        featured ("no": no picture above the text; else the first picture is there, not in the text).
        """
        content = self._content(outgoing, journal)
        mark = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
        post = self._known_draft(journal)
        if post is None:
            post = self._found_draft(outgoing, content, journal) or self._new_draft(
                outgoing, content, journal
            )
            journal.note("draft", str(post))
        elif journal.get("content") != mark:
            # The person wrote on after an earlier try: the draft must say what leaves now.
            self._rewrite(post, content, journal)
        journal.note("content", mark)
        payload: dict[str, Json] = {"post": post, "status": "publish", "slug": final_slug(outgoing)}
        if outgoing.publish_at is not None:
            payload["status"] = "future"
            payload["date_gmt"] = site_time(outgoing.publish_at)
        return payload

    def send(self, payload: Mapping[str, Json], journal: Journal) -> Receipt:
        """Make the draft public, or let the site keep it until its hour; safe to repeat."""
        post = cast("int", payload["post"])
        answer = self._site.change(
            "POST",
            f"{POSTS}/{post}",
            step="send",
            journal=journal,
            irreversible=True,
            json={name: value for name, value in payload.items() if name != "post"},
        )
        row = as_mapping(content_of(answer, WORDS), answer)
        status = field_of(row, "status", str, answer)
        if status not in ("publish", "future"):
            # A plugin for editorial work took the right away; the post waits for somebody's approval.
            raise PermissionMissing(status=answer.status, code=f"kept_{status}", right="publish_posts")
        return _receipt(row, answer)

    def find(self, payload: Mapping[str, Json], journal: Journal, since: datetime) -> Finding:
        """Look at the post that `send` may have made public."""
        post = cast("int", payload["post"])
        answer = self._site.read(
            f"{POSTS}/{post}", step="find", journal=journal, params={"context": "edit", "_fields": _FIELDS}
        )
        if answer.status in (404, 410):
            return Finding(Verdict.UNDECIDED, evidence=(f"post: {post}", f"status: {answer.status}"))
        row = as_mapping(content_of(answer, WORDS), answer)
        status = field_of(row, "status", str, answer)
        evidence = _evidence(row)
        if status in ("publish", "future"):
            return Finding(Verdict.LIVE, _receipt(row, answer), evidence)
        if status in ("draft", "pending", "auto-draft"):
            return Finding(Verdict.NOT_LIVE, evidence=evidence)
        return Finding(Verdict.UNDECIDED, evidence=evidence)

    def settle(self, receipt: Receipt, payload: Mapping[str, Json], journal: Journal) -> Finding:
        """Tell whether the site published at its hour; a site without visitors is woken once.

        NOT_LIVE here means: the site still keeps it; ask again later.
        """
        finding = self._settled(payload, journal)
        due = from_site_time(str(payload.get("date_gmt", "")))
        if finding.verdict is Verdict.NOT_LIVE and due is not None and due <= self._clock.now():
            try:
                self._site.visit("/wp-cron.php?doing_wp_cron", step="settle", journal=journal)
            except (NetworkError, StationError):
                return finding
            finding = self._settled(payload, journal)
        return finding

    def scheduled(self) -> tuple[ScheduledPost, ...]:
        """Return what waits on the site for its hour."""
        return self._schedule.scheduled()

    def reschedule(self, receipt: Receipt, publish_at: datetime, journal: Journal) -> Receipt:
        """Give a waiting post another hour; see `ScheduledPosts.reschedule`."""
        return self._schedule.reschedule(receipt, publish_at, journal)

    def payload_at(self, payload: Mapping[str, Json], publish_at: datetime) -> Mapping[str, Json]:
        """Return the payload of the same post for another hour."""
        return payload_at(payload, publish_at)

    def delete(self, receipt: Receipt, journal: Journal) -> None:
        """Put the post into the site's trash, from where its people can still take it."""
        route = f"{POSTS}/{int(receipt.remote_id)}"
        answer = self._site.change("DELETE", route, step="delete", journal=journal)
        code = refusal_of(answer, WORDS).code if answer.status >= 400 else ""
        if code in _GONE:
            return
        if code == "rest_trash_not_supported":
            answer = self._site.change(
                "DELETE", route, step="delete", journal=journal, form={"force": "true"}
            )
        content_of(answer, WORDS)

    def _settled(self, payload: Mapping[str, Json], journal: Journal) -> Finding:
        finding = self.find(payload, journal, self._clock.now())
        if finding.receipt is not None and finding.receipt.scheduled:
            return Finding(Verdict.NOT_LIVE, evidence=finding.evidence)
        return finding

    def _known_draft(self, journal: Journal) -> int | None:
        """Return the noted draft, unless somebody has thrown it away meanwhile."""
        noted = journal.get("draft")
        if noted is None:
            return None
        answer = self._site.read(
            f"{POSTS}/{noted}",
            step="draft",
            journal=journal,
            params={"context": "edit", "_fields": "id,status"},
        )
        if answer.status in (404, 410):
            return None
        row = as_mapping(content_of(answer, WORDS), answer)
        return None if text_of(row, "status") == "trash" else field_of(row, "id", int, answer)

    def _found_draft(self, outgoing: Outgoing, content: Mapping[str, Json], journal: Journal) -> int | None:
        """Look for the draft of an earlier try by its slug, and bring what it says up to date."""
        slug = draft_slug(outgoing)
        answer = self._site.read(
            POSTS,
            step="draft",
            journal=journal,
            params={"slug": slug, "status": _ANY_STATUS, "context": "edit", "_fields": "id,slug,status"},
        )
        rows = [row for row in as_rows(content_of(answer, WORDS), answer) if row.get("slug") == slug]
        if not rows:
            return None
        post = field_of(rows[0], "id", int, answer)
        if text_of(rows[0], "status") in ("draft", "pending"):
            self._rewrite(post, content, journal)
        return post

    def _rewrite(self, post: int, content: Mapping[str, Json], journal: Journal) -> None:
        answer = self._site.change(
            "POST", f"{POSTS}/{post}", step="draft", journal=journal, json=dict(content)
        )
        content_of(answer, WORDS)

    def _new_draft(self, outgoing: Outgoing, content: Mapping[str, Json], journal: Journal) -> int:
        answer = self._site.change(
            "POST",
            POSTS,
            step="draft",
            journal=journal,
            json={**content, "slug": draft_slug(outgoing), "status": "draft"},
        )
        return field_of(as_mapping(content_of(answer, WORDS), answer), "id", int, answer)

    def _content(self, outgoing: Outgoing, journal: Journal) -> dict[str, Json]:
        """Build the whole draft, making sure that all it points to is on the site."""
        options = outgoing.options
        pictures = self._media.keep_all(outgoing, journal)
        above = pictures[:1] if options.get("featured") != "no" else ()
        text = outgoing.text
        if outgoing.link and outgoing.link not in addresses_in(text):
            text = f"{text}\n\n{outgoing.link}"
        below = figures(pictures[len(above) :])
        content: dict[str, Json] = {
            "title": html.escape(outgoing.title, quote=False),
            "content": "\n\n".join(filter(None, (paragraphs(text), below))),
            "featured_media": above[0].identity if above else 0,
        }
        if options.get("excerpt"):
            content["excerpt"] = escaped(options["excerpt"])
        for kind, names in (
            ("categories", options.get("categories", "").split(",")),
            ("tags", outgoing.tags),
        ):
            identities = self._terms.identities(kind, names, journal)
            if identities:
                content[kind] = identities
        return {**content, **self._search_fields(outgoing, journal)}

    def _search_fields(self, outgoing: Outgoing, journal: Journal) -> Mapping[str, Json]:
        title = outgoing.options.get("seo_title", "")
        description = outgoing.options.get("seo_description", "")
        if not title and not description:
            return {}
        answer = self._site.read(POSTS, step="search_words", journal=journal, method="OPTIONS")
        plugin = plugin_in(content_of(answer, WORDS))
        if plugin is None:
            journal.note("remark.search_words", "no_plugin")
            return {}
        journal.note("remark.search_words", plugin.name)
        return search_fields(plugin, title, description)


def draft_slug(outgoing: Outgoing) -> str:
    """Return the slug by which a draft is found again."""
    return f"cm-{outgoing.key}"


def final_slug(outgoing: Outgoing) -> str:
    """Return the words of the public address: chosen by the person, else from the title or the text."""
    for words in (outgoing.options.get("slug", ""), outgoing.title, outgoing.text[:_LONGEST_SLUG]):
        slug = _slug(words)
        if slug:
            return slug
    return f"cm-{outgoing.key[:8]}"


def _slug(words: str) -> str:
    plain = words.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "-")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > _LONGEST_SLUG:
        slug = slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]
    return slug


def _receipt(row: Mapping[str, Json], answer: Answer) -> Receipt:
    scheduled = text_of(row, "status") == "future"
    return Receipt(
        str(field_of(row, "id", int, answer)), "" if scheduled else text_of(row, "link"), scheduled=scheduled
    )


def _evidence(row: Mapping[str, Json]) -> tuple[str, ...]:
    names = ("status", "modified_gmt", "date_gmt", "link")
    return tuple(f"{name}: {text_of(row, name)}" for name in names if text_of(row, name))
