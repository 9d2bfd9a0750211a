"""What is looked at before a post leaves: lengths, titles, pictures, links, accounts. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.checks.findings import Finding, Severity, Topic, in_order
from cmstation.domain.counting.count import CountProblem, TextLimits, count
from cmstation.domain.drafts import Draft
from cmstation.domain.media import Attachment
from cmstation.domain.network_rules import NetworkRules, rules_for
from cmstation.domain.networks import Network, Way
from cmstation.domain.outgoing_text import text_as_sent
from cmstation.domain.templates import variables_in

_PROBLEMS = {
    CountProblem.TOO_MANY_HASHTAGS: Topic.TOO_MANY_HASHTAGS,
    CountProblem.TOO_MANY_MENTIONS: Topic.TOO_MANY_MENTIONS,
    CountProblem.TOO_MANY_LINKS: Topic.TOO_MANY_LINKS,
    CountProblem.FORBIDDEN_CHARACTER: Topic.FORBIDDEN_CHARACTER,
}
JUST_PASSED = timedelta(minutes=5)


def findings_for(
    draft: Draft,
    accounts: Sequence[Account],
    *,
    now: datetime,
    missing_media: frozenset[int] = frozenset(),
    same_text_in: Mapping[int, int] | None = None,
    close_to: Mapping[int, int] | None = None,
) -> tuple[Finding, ...]:
    """Look at a post as each chosen account would publish it.

    Args:
        accounts: the chosen accounts.
        now: aware UTC.
        missing_media: media whose original cannot be found on disk.
        same_text_in: account → other post that left with the same text within a day.
        close_to: account → other post that is planned for about the same hour.
    """
    found: list[Finding] = []
    if not accounts:
        found.append(Finding(Severity.BLOCKING, Topic.NO_ACCOUNT))
    found += _whole_post(draft, accounts, now, missing_media)
    for account in accounts:
        found += account_findings(draft, account)
        found += _others(Topic.SAME_TEXT_RECENTLY, account, same_text_in)
        found += _others(Topic.CLOSE_TO_ANOTHER, account, close_to)
    return in_order(found)


def account_findings(draft: Draft, account: Account) -> list[Finding]:
    """Look at one account's version."""
    rules = rules_for(account)
    return [
        *_sign_in(account),
        *_title(draft, account, rules),
        *_length(draft, account),
        *_link(draft.version(account.id).link or "", account.id),
        *_pictures(draft, account, rules),
        *_first_comment(draft, account, rules),
    ]


def limits_of(account: Account) -> TextLimits | None:
    """Return what the server said about text, as the counter wants it."""
    if account.limits is None:
        return None
    return TextLimits(account.limits.max_characters, account.limits.characters_per_url)


def _others(topic: Topic, account: Account, posts: Mapping[int, int] | None) -> list[Finding]:
    if not posts or account.id not in posts:
        return []
    return [Finding(Severity.WARNING, topic, account.id, facts={"post": posts[account.id]})]


def _whole_post(
    draft: Draft, accounts: Sequence[Account], now: datetime, missing: frozenset[int]
) -> list[Finding]:
    found = [_described(draft.attachments)] if draft.attachments else []
    found = [
        *(
            Finding(Severity.BLOCKING, Topic.NOT_DESCRIBED, media=a.media.id, facts={"picture": place})
            for place, a in enumerate(draft.attachments, start=1)
            if not a.described
        ),
        *(finding for finding in found if finding is not None),
        *(
            Finding(
                Severity.BLOCKING, Topic.PICTURE_MISSING, media=a.media.id, facts={"name": a.media.file_name}
            )
            for a in draft.attachments
            if a.media.id in missing
        ),
    ]
    for name in variables_in(*_said(draft, accounts)):
        found.append(Finding(Severity.BLOCKING, Topic.VARIABLE_LEFT, facts={"name": name}))
    found += _link(draft.link)
    if draft.planned is not None and now - draft.planned.instant > JUST_PASSED and not draft.deliveries:
        found.append(Finding(Severity.WARNING, Topic.TIME_PASSED))
    return found


def _said(draft: Draft, accounts: Sequence[Account]) -> list[str]:
    """Return every text that would leave; the base's own while no account is chosen."""
    if not accounts:
        return [draft.title, draft.text, draft.first_comment]
    found = [attachment.alt_text for attachment in draft.attachments if not attachment.decorative]
    for account in accounts:
        found += [
            draft.title_for(account.id),
            draft.text_for(account.id),
            draft.first_comment_for(account.id),
        ]
    return found


def _described(attachments: tuple[Attachment, ...]) -> Finding | None:
    if all(attachment.described for attachment in attachments):
        return Finding(Severity.PASSED, Topic.ALL_DESCRIBED)
    return None


def _link(link: str, account: int | None = None) -> list[Finding]:
    if not link:
        return []
    scheme = _scheme_of(link)
    if scheme is None:
        return [Finding(Severity.BLOCKING, Topic.LINK_NOT_VALID, account, facts={"link": link[:200]})]
    return [Finding(Severity.WARNING, Topic.LINK_NOT_SECURE, account)] if scheme == "http" else []


def _scheme_of(link: str) -> str | None:
    """Return "https" or "http", None when the link leads nowhere."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return None
    known = parts.scheme in {"http", "https"} and "." in host.strip(".")
    return parts.scheme if known and not any(letter.isspace() for letter in link) else None


def _sign_in(account: Account) -> list[Finding]:
    if account.state is AccountState.PAUSED:
        return [Finding(Severity.BLOCKING, Topic.ACCOUNT_PAUSED, account.id)]
    if account.state is AccountState.SIGN_IN_NEEDED and account.way is Way.DIRECT:
        return [Finding(Severity.BLOCKING, Topic.SIGN_IN_NEEDED, account.id)]
    return []


def _title(draft: Draft, account: Account, rules: NetworkRules) -> list[Finding]:
    title = draft.title_for(account.id).strip()
    if rules.title_needed and not title:
        return [Finding(Severity.BLOCKING, Topic.TITLE_MISSING, account.id)]
    if rules.max_title is not None and len(title) > rules.max_title:
        facts: dict[str, str | int] = {"over": len(title) - rules.max_title, "limit": rules.max_title}
        return [Finding(Severity.BLOCKING, Topic.TITLE_TOO_LONG, account.id, facts=facts)]
    return []


def _length(draft: Draft, account: Account) -> list[Finding]:
    own = draft.text_for(account.id)
    if not own.strip() and not draft.attachments:
        return [Finding(Severity.BLOCKING, Topic.EMPTY, account.id)]
    warning = draft.version(account.id).options.get("spoiler_text", "")
    counted = count(account.network, text_as_sent(draft, account), limits_of(account), spoiler_text=warning)
    facts: dict[str, str | int] = {"length": counted.length}
    if counted.limit is not None:
        facts["limit"] = counted.limit
    found = [Finding(Severity.BLOCKING, _PROBLEMS[p], account.id) for p in counted.other_problems]
    second = counted.second
    if counted.over or second is not None:
        facts["over"] = counted.over or (second.over if second is not None else 0)
        if second is not None and not counted.over:
            facts["unit"] = second.unit.value
        place = min(counted.overflow_start or 0, len(own))
        return [Finding(Severity.BLOCKING, Topic.TOO_LONG, account.id, place=place, facts=facts), *found]
    return [Finding(Severity.PASSED, Topic.LENGTH_FITS, account.id, facts=facts), *found]


def _pictures(draft: Draft, account: Account, rules: NetworkRules) -> list[Finding]:
    found: list[Finding] = []
    pictures = len(draft.attachments)
    if pictures > rules.max_pictures:
        facts: dict[str, str | int] = {"pictures": pictures, "limit": rules.max_pictures}
        found.append(Finding(Severity.BLOCKING, Topic.TOO_MANY_PICTURES, account.id, facts=facts))
    if pictures < rules.min_pictures:
        found.append(Finding(Severity.BLOCKING, Topic.PICTURE_NEEDED, account.id))
    for place, attachment in enumerate(draft.attachments, start=1):
        if rules.max_alt and len(attachment.alt_text) > rules.max_alt:
            long: dict[str, str | int] = {
                "picture": place,
                "over": len(attachment.alt_text) - rules.max_alt,
                "limit": rules.max_alt,
            }
            found.append(
                Finding(Severity.BLOCKING, Topic.ALT_TOO_LONG, account.id, attachment.media.id, facts=long)
            )
    return found


def _first_comment(draft: Draft, account: Account, rules: NetworkRules) -> list[Finding]:
    comment = draft.first_comment_for(account.id)
    if not comment.strip():
        return []
    if not rules.first_comment:
        return [Finding(Severity.WARNING, Topic.COMMENT_IMPOSSIBLE, account.id)]
    if account.network is Network.YOUTUBE:
        return []
    counted = count(account.network, comment, limits_of(account))
    if not counted.fits:
        facts: dict[str, str | int] = {"over": counted.over}
        return [Finding(Severity.BLOCKING, Topic.COMMENT_TOO_LONG, account.id, facts=facts)]
    return []
