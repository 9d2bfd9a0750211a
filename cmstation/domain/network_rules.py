"""What each network takes besides text: pictures, titles, first comments (the networks' documents, 2026)."""

from dataclasses import dataclass, replace

from cmstation.domain.accounts import Account
from cmstation.domain.networks import Network

JPEG_PNG = ("image/jpeg", "image/png")
WEB_PICTURES = ("image/jpeg", "image/png", "image/gif", "image/webp")
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class NetworkRules:
    """One network's rules.

    Args:
        max_pictures: most pictures in one post.
        min_pictures: fewest; 1 where a post cannot exist without a picture.
        max_bytes: largest copy of one picture, in bytes.
        max_side: longest side worth sending, in pixels.
        max_alt: longest alternative text in characters; None where none is stated; 0 where none can be sent.
        has_title: whether the title is published.
        title_needed: whether nothing leaves without one.
        first_comment: whether a first comment can follow.
        publish_page: where the person pastes when we only assist.
    """

    max_pictures: int
    max_bytes: int
    accepted: tuple[str, ...]
    max_alt: int | None
    max_side: int = 4096
    min_pictures: int = 0
    has_title: bool = False
    title_needed: bool = False
    max_title: int | None = None
    first_comment: bool = True
    publish_page: str = ""


_RULES: dict[Network, NetworkRules] = {
    Network.WORDPRESS: NetworkRules(
        30, 20 * MEGABYTE, WEB_PICTURES, None, 2560, has_title=True, title_needed=True, first_comment=False
    ),
    Network.MASTODON: NetworkRules(4, 16 * MEGABYTE, WEB_PICTURES, 1500),
    # Older servers stop at 1,000,000 bytes, newer ones at 2,000,000: stay under both.
    Network.BLUESKY: NetworkRules(4, 976_000, ("image/jpeg", "image/png", "image/webp"), None, 2000),
    Network.FACEBOOK: NetworkRules(
        10, 10 * MEGABYTE, JPEG_PNG, 1000, 2048, publish_page="https://business.facebook.com/latest/composer"
    ),
    Network.INSTAGRAM: NetworkRules(
        10,
        8 * MEGABYTE,
        ("image/jpeg",),
        1000,
        1440,
        min_pictures=1,
        publish_page="https://www.instagram.com/",
    ),
    Network.X: NetworkRules(4, 5 * MEGABYTE, JPEG_PNG, 1000, publish_page="https://x.com/compose/post"),
    Network.LINKEDIN: NetworkRules(
        20, 10 * MEGABYTE, JPEG_PNG, 4086, publish_page="https://www.linkedin.com/feed/?shareActive=true"
    ),
    Network.THREADS: NetworkRules(
        20, 8 * MEGABYTE, JPEG_PNG, 1000, 1440, publish_page="https://www.threads.com/"
    ),
    Network.YOUTUBE: NetworkRules(
        1,
        2 * MEGABYTE,
        JPEG_PNG,
        0,
        1280,
        has_title=True,
        title_needed=True,
        max_title=100,
        publish_page="https://studio.youtube.com/",
    ),
    Network.TUMBLR: NetworkRules(
        30,
        10 * MEGABYTE,
        WEB_PICTURES,
        4096,
        has_title=True,
        first_comment=False,
        publish_page="https://www.tumblr.com/new",
    ),
    Network.SCOOPIT: NetworkRules(
        1,
        5 * MEGABYTE,
        JPEG_PNG,
        0,
        1280,
        has_title=True,
        first_comment=False,
        publish_page="https://www.scoop.it/",
    ),
    Network.GOOGLE_BUSINESS: NetworkRules(
        1,
        5 * MEGABYTE,
        JPEG_PNG,
        0,
        2048,
        first_comment=False,
        publish_page="https://business.google.com/posts",
    ),
}


def rules_of(network: Network) -> NetworkRules:
    """Return a network's rules."""
    return _RULES[network]


def rules_for(account: Account) -> NetworkRules:
    """Return the rules of an account: its network's, where its own server does not say otherwise.

    A server may take more or fewer pictures and words than usual; a copy is never heavier than the network's.
    """
    rules, limits = rules_of(account.network), account.limits
    if limits is None:
        return rules
    return replace(
        rules,
        max_pictures=rules.max_pictures if limits.max_pictures is None else limits.max_pictures,
        max_bytes=min(limits.max_picture_bytes or rules.max_bytes, rules.max_bytes),
        max_alt=rules.max_alt if limits.max_alt_text is None else limits.max_alt_text,
    )
