"""A post as it leaves: the clinic's own links carry the marks of each account."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from cmstation.domain.accounts import Account
from cmstation.domain.campaign_links import host_of, links_in, marked_text, slug, tagged
from cmstation.domain.drafts import Draft, Version
from cmstation.domain.networks import Network
from cmstation.domain.outgoing_text import carries_link_apart, text_as_sent


@dataclass(frozen=True, slots=True)
class LinkMarks:
    """The marks of one post.

    Args:
        own_hosts: the clinic's own sites.
        campaign: a name as people write it, or "".
    """

    own_hosts: tuple[str, ...] = ()
    campaign: str = ""

    def leaving(self, draft: Draft, accounts: Iterable[Account]) -> Draft:
        """Return a post in which these accounts say their links with marks; what a person wrote stays."""
        marked = {account.id: self._version(draft, account) for account in accounts}
        versions = tuple(marked.get(version.account, version) for version in draft.versions)
        return draft if versions == draft.versions else replace(draft, versions=versions)

    def hosts(self, draft: Draft, account: Account) -> tuple[str, ...]:
        """Return the sites to which an account's links carry marks, each once."""
        tag = self._tag(account)
        said = [text_as_sent(draft, account), draft.first_comment_for(account.id)]
        if carries_link_apart(account, pictures=len(draft.attachments)):
            said.append(draft.link_for(account.id))
        links = (link for text in said for _place, link in links_in(text))
        return tuple(dict.fromkeys(host_of(link) for link in links if tag(link) != link))

    def place_as_written(self, text: str, account: Account, place: int) -> int:
        """Return where something in the marked text stands in the text as it was written.

        What stands in the marks themselves stands at the beginning of their link.
        """
        tag, added = self._tag(account), 0
        for start, link in links_in(text):
            begin, marked = start + added, len(tag(link))
            if place < begin + len(link) or marked == len(link):
                continue
            if place < begin + marked:
                return start
            added += marked - len(link)
        return place - added

    def _version(self, draft: Draft, account: Account) -> Version:
        said, tag = draft.version(account.id), self._tag(account)

        def marked(own: str | None, spoken: str) -> str | None:
            leaving = marked_text(spoken, tag)
            return own if leaving == spoken else leaving

        return replace(
            said,
            text=marked(said.text, draft.text_for(account.id)),
            link=marked(said.link, draft.link_for(account.id)),
            first_comment=marked(said.first_comment, draft.first_comment_for(account.id)),
        )

    def _tag(self, account: Account) -> Callable[[str], str]:
        # Marks on links from the clinic's site to itself would hide where its visitors came from.
        hosts = () if account.network is Network.WORDPRESS else self.own_hosts
        return lambda link: tagged(link, hosts, source=_source(account), campaign=self.campaign)


def shows_marks(armed: bytes, account: Account) -> bool:
    """Tell whether the content with which a delivery was armed carries the marks of its account."""
    return f"utm_source={_source(account)}".encode() in armed


def _source(account: Account) -> str:
    return slug(account.network.value)
