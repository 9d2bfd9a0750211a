"""Compose what one delivery says, the same bytes at each try."""

import hashlib
import re
import unicodedata
from datetime import datetime
from pathlib import PurePath

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Severity, Topic
from cmstation.domain.delivery import Delivery, DeliveryKind
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotReady
from cmstation.domain.media import Attachment
from cmstation.domain.network_rules import rules_for
from cmstation.domain.networks import Outgoing, Picture, Receipt
from cmstation.domain.outgoing_text import carries_link_apart, text_as_sent
from cmstation.services.campaign_marks import CampaignMarks
from cmstation.services.library import Library

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_]+")
# Whether the account can be used shows when its door is opened.
_OF_THE_ACCOUNT = frozenset({Topic.SIGN_IN_NEEDED, Topic.ACCOUNT_PAUSED})
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}


class Composer:
    """Turn a draft into what leaves for one account.

    Args:
        marks: puts campaign marks on links; without it links leave as they were written.
    """

    def __init__(self, library: Library, marks: CampaignMarks | None = None) -> None:
        self._library = library
        self._marks = marks

    def leaving(self, draft: Draft) -> Draft:
        """Return a post whose texts, links and comments are those that leave now."""
        return draft if self._marks is None else self._marks.leaving(draft)

    def outgoing(
        self,
        draft: Draft,
        account: Account,
        delivery: Delivery,
        *,
        created_at: datetime,
        publish_at: datetime | None,
        reply_to: Receipt | None = None,
    ) -> Outgoing:
        """Return everything that one delivery says."""
        draft = self.leaving(draft)
        if delivery.kind is DeliveryKind.FIRST_COMMENT:
            return Outgoing(
                key=delivery.key,
                text=draft.first_comment_for(account.id),
                created_at=created_at,
                language=draft.language,
                options=draft.version(account.id).options,
                reply_to=reply_to,
            )
        return Outgoing(
            key=delivery.key,
            text=text_as_sent(draft, account),
            created_at=created_at,
            title=draft.title_for(account.id),
            link=self._link(draft, account),
            language=draft.language,
            tags=draft.tags,
            pictures=self.pictures(draft, account),
            options=draft.version(account.id).options,
            publish_at=publish_at,
        )

    def refuse_unless_ready(self, draft: Draft, account: Account, delivery: Delivery, now: datetime) -> None:
        """Look once more at what is about to leave: it may have been written on since it was planned.

        Raises:
            NotReady: a check refuses it (facts: post, findings).
        """
        from cmstation.domain.checks.ready import findings_for  # noqa: PLC0415 (counting imports regex)

        comment = delivery.kind is DeliveryKind.FIRST_COMMENT
        refused = tuple(
            finding
            for finding in findings_for(self.leaving(draft), (account,), now=now)
            if finding.severity is Severity.BLOCKING
            and finding.topic not in _OF_THE_ACCOUNT
            and (not comment or finding.topic is Topic.COMMENT_TOO_LONG)
        )
        if refused:
            raise NotReady(post=draft.id, findings=refused)

    def pictures(self, draft: Draft, account: Account) -> tuple[Picture, ...]:
        """Return the copies that leave: turned, cropped, small enough, free of metadata."""
        chosen = draft.attachments[: rules_for(account).max_pictures]
        return tuple(self._picture(attachment, account) for attachment in chosen)

    def _picture(self, attachment: Attachment, account: Account) -> Picture:
        from cmstation.desktop.images import prepare  # noqa: PLC0415 (Pillow comes late)

        rules, item = rules_for(account), attachment.media
        limits = account.limits
        ready = prepare(
            self._library.original(item),
            crop=attachment.crops.get(account.network.value),
            max_bytes=rules.max_bytes,
            max_side=rules.max_side,
            max_pixels=limits.max_picture_pixels if limits else None,
            accepted=rules.accepted,
        )
        return Picture(
            data=ready.data,
            digest=hashlib.sha256(ready.data).hexdigest(),
            mime=ready.mime,
            file_name=_file_name(item.file_name, ready.mime),
            width=ready.width,
            height=ready.height,
            alt_text="" if attachment.decorative else attachment.alt_text,
            decorative=attachment.decorative,
        )

    @staticmethod
    def _link(draft: Draft, account: Account) -> str:
        if carries_link_apart(account, pictures=len(draft.attachments)):
            return draft.link_for(account.id)
        return ""


def _file_name(original: str, mime: str) -> str:
    """Name the copy: plain letters only, since a name can tell who is in the picture.

    Camera numbers and words the officer chose are kept; the ending follows the real format.
    """
    bare = unicodedata.normalize("NFKD", PurePath(original).stem.replace("œ", "oe").replace("Œ", "Oe"))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    stem = _NOT_PLAIN.sub("-", letters).strip("-")[:60]
    return f"{stem or 'photo'}{_ENDINGS.get(mime, '.jpg')}"
