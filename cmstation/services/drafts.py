"""Write posts: create, change, keep every version, duplicate, put away and take back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Unpack

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes, of_posts
from cmstation.domain.checks.findings import Finding
from cmstation.domain.clock import Clock
from cmstation.domain.crops import CropBox
from cmstation.domain.drafts import Draft, DraftFilter, DraftRow, Snapshot, Stage
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.templates import filled
from cmstation.services.campaign_marks import CampaignMarks
from cmstation.services.done import Done
from cmstation.services.library import Library
from cmstation.services.readiness import Readiness
from cmstation.storage.accounts import Accounts
from cmstation.storage.labels import Labels
from cmstation.storage.post_fields import PostFields, VersionFields
from cmstation.storage.posts import Posts

SNAPSHOT_EVERY = timedelta(minutes=2)


class Drafts:
    """What a person can do with posts that have not left.

    Args:
        marks: puts campaign marks on links; without it posts are looked at as they were written.
    """

    def __init__(
        self,
        posts: Posts,
        accounts: Accounts,
        labels: Labels,
        library: Library,
        clock: Clock,
        marks: CampaignMarks | None = None,
    ) -> None:
        self._posts = posts
        self._accounts = accounts
        self._labels = labels
        self._library = library
        self._clock = clock
        self._readiness = Readiness(posts, library, clock, marks)
        self._snapshot_at: dict[int, datetime] = {}
        self._after_edit: Callable[[Draft], bool] = _nothing_follows

    def tell_edits(self, after_edit: Callable[[Draft], bool]) -> None:
        """Name who hears of each stored edit, and answers whether deliveries of the post changed."""
        self._after_edit = after_edit

    # --- questions ---

    def rows(self, wanted: DraftFilter, *, limit: int | None = None, offset: int = 0) -> tuple[DraftRow, ...]:
        """Return the posts that a list or a calendar shows."""
        return self._posts.rows(wanted, limit=limit, offset=offset)

    def count(self, wanted: DraftFilter) -> int:
        """Return how many posts a filter keeps."""
        return self._posts.count(wanted)

    def open(self, post: int) -> Draft:
        """Return a post with all that the composer shows."""
        return self._posts.get(post)

    def history(self, post: int) -> tuple[Snapshot, ...]:
        """Return a post's earlier contents, newest first."""
        return self._posts.history(post)

    def chosen_accounts(self, draft: Draft) -> tuple[Account, ...]:
        """Return the accounts that a post is meant for, in their order."""
        return tuple(account for account in self._accounts.all() if account.id in draft.accounts)

    def findings(self, draft: Draft) -> tuple[Finding, ...]:
        """Look at a post before it leaves."""
        return self._readiness.findings(draft, self.chosen_accounts(draft))

    # --- writing ---

    def new(
        self,
        *,
        title: str = "",
        text: str = "",
        stage: Stage = Stage.DRAFT,
        accounts: Sequence[int] | None = None,
        theme: int | None = None,
        campaign: int | None = None,
        tags: Sequence[str] = (),
        language: str = "fr",
        link: str = "",
        planned: PlannedTime | None = None,
    ) -> Done[Draft]:
        """Start a post; for all accounts unless some are named."""
        chosen = [account.id for account in self._accounts.all()] if accounts is None else accounts
        draft = self._posts.add(
            self._clock.now(),
            title=title,
            text=text,
            stage=stage,
            language=language,
            theme=theme,
            campaign=campaign,
            tags=tuple(tags),
            link=link,
            accounts=chosen,
            planned=planned,
        )
        return Done(draft, of_posts(draft.id), lambda: self.delete(draft.id).changes)

    def update(self, post: int, *, expected: int | None = None, **fields: Unpack[PostFields]) -> Draft:
        """Save fields of the base: title, text, stage, theme, campaign, tags, language, link, planned …

        Raises:
            PublishedIsImmutable: the content has left already.
            ChangedElsewhere: `expected` is not the stored revision.
        """
        self._snapshot_now_and_then(post)
        return self._edited(self._posts.update(post, self._clock.now(), expected=expected, **fields))

    def set_version(self, post: int, account: int, **fields: Unpack[VersionFields]) -> Draft:
        """Save one account's own text, title, link, first_comment or options; None is "same as base"."""
        self._snapshot_now_and_then(post)
        return self._edited(self._posts.set_version(post, account, self._clock.now(), **fields))

    def choose_accounts(self, post: int, accounts: Sequence[int]) -> Draft:
        """Say which accounts a post is meant for; texts of accounts taken off are kept."""
        return self._edited(self._posts.choose_accounts(post, accounts, self._clock.now()))

    # --- media of a post ---

    def attach_file(self, post: int, path: Path) -> Draft:
        """Add a picture from a file to the library and to the post."""
        return self.attach(post, self._library.add_file(path).value.id)

    def attach_bytes(self, post: int, data: bytes, file_name: str) -> Draft:
        """Add a pasted picture to the library and to the post."""
        return self.attach(post, self._library.add_bytes(data, file_name).value.id)

    def attach(self, post: int, media: int) -> Draft:
        """Show a picture of the library in the post."""
        item, now = self._library.get(media), self._clock.now()
        return self._posts.attach(post, media, now, alt_text=item.alt_text, decorative=item.decorative)

    def describe(self, post: int, media: int, alt_text: str, *, decorative: bool = False) -> Draft:
        """Write a picture's alternative text in this post, or say that it is decorative."""
        now = self._clock.now()
        draft = self._posts.set_attachment(post, media, now, alt_text=alt_text, decorative=decorative)
        self._library.describe_if_bare(media, alt_text, decorative=decorative)
        return draft

    def crop(self, post: int, media: int, crops: Mapping[str, CropBox]) -> Draft:
        """Set a picture's crops by network key."""
        return self._posts.set_attachment(post, media, self._clock.now(), crops=dict(crops))

    def reorder(self, post: int, media: Sequence[int]) -> Draft:
        """Put the pictures in this order."""
        return self._posts.reorder(post, media, self._clock.now())

    def detach(self, post: int, media: int) -> Done[Draft]:
        """Take a picture off the post; the library keeps it."""
        before = self._posts.get(post)
        kept = next((a for a in before.attachments if a.media.id == media), None)
        place = [a.media.id for a in before.attachments].index(media) if kept else 0
        draft = self._posts.detach(post, media, self._clock.now())

        def undo() -> Changes:
            if kept is not None:
                now = self._clock.now()
                self._posts.attach(
                    post, media, now, alt_text=kept.alt_text, decorative=kept.decorative, position=place
                )
                self._posts.set_attachment(post, media, now, crops=kept.crops)
            return of_posts(post)

        return Done(draft, of_posts(post), undo)

    # --- versions kept ---

    def keep_version(self, post: int, reason: str) -> None:
        """Keep the present content in the history, unless the newest entry equals it."""
        now = self._clock.now()
        self._snapshot_at[post] = now
        self._posts.snapshot(post, now, reason)

    def restore(self, post: int, snapshot: int) -> Done[Draft]:
        """Bring an earlier content back; the present one joins the history first."""
        self.keep_version(post, "before_restore")
        present = self._posts.history(post)[0].id
        draft = self._edited(self._posts.restore(post, snapshot, self._clock.now()))

        def undo() -> Changes:
            self._edited(self._posts.restore(post, present, self._clock.now()))
            return of_posts(post)

        return Done(draft, of_posts(post), undo)

    # --- whole posts ---

    def duplicate(self, post: int) -> Done[Draft]:
        """Write a new draft with the same content, without its time and deliveries."""
        source = self._posts.get(post)
        done = self.new(
            title=source.title,
            text=source.text,
            accounts=source.accounts,
            theme=source.theme,
            campaign=source.campaign,
            tags=source.tags,
            language=source.language,
            link=source.link,
        )
        _copy_details(self._posts, source, done.value.id, self._clock.now())
        return Done(self._posts.get(done.value.id), done.changes, done.undo)

    def from_template(self, template: int, values: Mapping[str, str]) -> Done[Draft]:
        """Start a post from a template, its variables filled with what is known."""
        chosen = next(found for found in self._labels.templates() if found.id == template)
        return self.new(title=filled(chosen.title, values), text=filled(chosen.text, values))

    def archive(self, post: int) -> Done[int]:
        """Put a post away; it stays searchable."""
        self._posts.archive(post, self._clock.now())
        return Done(post, of_posts(post), lambda: self._unarchived(post))

    def unarchive(self, post: int) -> Done[int]:
        """Take a post out of the archive."""
        return Done(post, self._unarchived(post), lambda: self.archive(post).changes)

    def delete(self, post: int) -> Done[int]:
        """Put a post in the bin, from which undo brings it back for 30 days."""
        self._posts.delete(post, self._clock.now())
        return Done(post, of_posts(post), lambda: self._undeleted(post))

    def undelete(self, post: int) -> Done[int]:
        """Take a post out of the bin."""
        return Done(post, self._undeleted(post), lambda: self.delete(post).changes)

    def empty_bin(self, older_than: timedelta = timedelta(days=30)) -> int:
        """Erase what was deleted long ago; return how many posts."""
        return self._posts.purge(self._clock.now() - older_than)

    # --- inside ---

    def _edited(self, draft: Draft) -> Draft:
        return self._posts.get(draft.id) if self._after_edit(draft) else draft

    def _unarchived(self, post: int) -> Changes:
        self._posts.unarchive(post, self._clock.now())
        return of_posts(post)

    def _undeleted(self, post: int) -> Changes:
        self._posts.undelete(post, self._clock.now())
        return of_posts(post)

    def _snapshot_now_and_then(self, post: int) -> None:
        """Keep a version before a change when the last one is some minutes old."""
        now = self._clock.now()
        last = self._snapshot_at.get(post)
        if last is None or now - last >= SNAPSHOT_EVERY or now < last:
            self.keep_version(post, "autosave")


def _copy_details(posts: Posts, source: Draft, copy: int, now: datetime) -> None:
    posts.update(copy, now, expected=None, first_comment=source.first_comment, sources=source.sources)
    for version in source.versions:
        posts.set_version(
            copy,
            version.account,
            now,
            text=version.text,
            title=version.title,
            link=version.link,
            first_comment=version.first_comment,
            options=version.options,
        )
    for attachment in source.attachments:
        media = attachment.media.id
        posts.attach(copy, media, now, alt_text=attachment.alt_text, decorative=attachment.decorative)
        posts.set_attachment(copy, media, now, crops=attachment.crops)


def _nothing_follows(_draft: Draft) -> bool:
    return False
