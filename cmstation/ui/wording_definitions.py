"""What each figure counts, in plain words, by the key of its definition."""

from typing import Final

from cmstation.ui.translation_mark import QT_TRANSLATE_NOOP

_FOLLOWERS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How many accounts follow this one at the moment of the reading."
)
_ALL_POSTS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How many posts the account shows at that moment, its answers to others included."
)
_PUBLIC_POSTS = QT_TRANSLATE_NOOP("MetricDefinitions", "How many posts the account shows at that moment.")
_LIKES = QT_TRANSLATE_NOOP("MetricDefinitions", "How many people marked the post as liked.")
_ALL_REACTIONS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How many people reacted to the post, whichever reaction they chose."
)
_COMMENTS = QT_TRANSLATE_NOOP("MetricDefinitions", "How many comments stand under the post.")
_ANSWERS = QT_TRANSLATE_NOOP("MetricDefinitions", "How many posts answer this one.")
_REPOSTS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often the post was passed on as it is; quotes with words of one’s own are not in it.",
)
_SHARES = QT_TRANSLATE_NOOP("MetricDefinitions", "How often the post was shared from the network.")
_SAVES = QT_TRANSLATE_NOOP("MetricDefinitions", "How many people put the post aside to find it again.")
_PLAYS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How often a video was started, by the network’s own least duration."
)
_DISPLAYS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How often the post was displayed; one person can count several times."
)
_ACCOUNT_DISPLAYS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often the account’s posts were displayed that day; one person can count several times.",
)
_POST_PEOPLE = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How many different people had the post on their screen, as the network estimates it.",
)
_ACCOUNT_PEOPLE = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How many different people had something of the account on their screen that day, as the network "
    "estimates it. "
    "Days cannot be added up: the same person comes back.",
)
_POST_CLICKS = QT_TRANSLATE_NOOP("MetricDefinitions", "How often something in the post was clicked.")
_PROFILE_VISITS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often the account’s own page was opened that day, without its posts seen elsewhere.",
)
_FACEBOOK_IMPRESSIONS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often it was displayed, as Facebook counted until November 2025. The views that followed are "
    "counted "
    "otherwise and cannot be set against it.",
)
_FACEBOOK_VIEWS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often it was displayed or played, as Facebook counts since November 2025; seeing it again counts "
    "again.",
)
_FACEBOOK_REACH = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How many different people it was displayed to, as Facebook counted until June 2026."
)
_FACEBOOK_VIEWERS = QT_TRANSLATE_NOOP(
    "MetricDefinitions", "How many different people viewed it, as Facebook counts since November 2025."
)
_INSTAGRAM_IMPRESSIONS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often it was displayed, as Instagram counted until April 2025. Views have taken its place and "
    "cannot be "
    "set against it.",
)
_INSTAGRAM_VIEWS = QT_TRANSLATE_NOOP(
    "MetricDefinitions",
    "How often it was displayed or played, as Instagram counts since April 2025; seeing it again counts "
    "again.",
)

DEFINITIONS: Final[dict[str, str]] = {
    "wordpress.account.posts": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many articles are published on the site at that moment."
    ),
    "wordpress.account.comments": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many approved comments the site shows at that moment, under all its articles.",
    ),
    "wordpress.account.views": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many pages of the site were opened that day, as its audience tool (Matomo or Plausible) "
        "counts them.",
    ),
    "wordpress.account.visits": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many visits began that day, as the site’s audience tool counts them; a visit can open several "
        "pages.",
    ),
    "wordpress.account.visitors": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many different browsers came that day, as the site’s audience tool tells them apart. Days "
        "cannot be "
        "added up: the same person comes back.",
    ),
    "wordpress.post.comments": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many approved comments stand under the article."
    ),
    "wordpress.post.views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the article was opened, as the site’s audience tool counts it."
    ),
    "wordpress.post.visitors": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many different browsers opened the article, as the site’s audience tool tells them apart.",
    ),
    "mastodon.account.followers": _FOLLOWERS,
    "mastodon.account.posts": _ALL_POSTS,
    "mastodon.post.reactions": _LIKES,
    "mastodon.post.comments": _ANSWERS,
    "mastodon.post.shares": _REPOSTS,
    "bluesky.account.followers": _FOLLOWERS,
    "bluesky.account.posts": _ALL_POSTS,
    "bluesky.post.reactions": _LIKES,
    "bluesky.post.comments": _ANSWERS,
    "bluesky.post.shares": _REPOSTS,
    "bluesky.post.saves": _SAVES,
    "facebook.account.fans": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many people marked the page itself as liked. They are not the same as those who follow it.",
    ),
    "facebook.account.followers": _FOLLOWERS,
    "facebook.account.posts": _PUBLIC_POSTS,
    "facebook.account.impressions": _FACEBOOK_IMPRESSIONS,
    "facebook.account.reach": _FACEBOOK_REACH,
    "facebook.account.views": _FACEBOOK_VIEWS,
    "facebook.account.viewers": _FACEBOOK_VIEWERS,
    "facebook.account.reactions": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many reactions the page’s posts received that day."
    ),
    "facebook.account.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the page’s own buttons and links were clicked that day."
    ),
    "facebook.account.video_views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the page’s videos were seen for three seconds or more that day."
    ),
    "facebook.account.visits": _PROFILE_VISITS,
    "facebook.post.impressions": _FACEBOOK_IMPRESSIONS,
    "facebook.post.reach": _FACEBOOK_REACH,
    "facebook.post.views": _FACEBOOK_VIEWS,
    "facebook.post.viewers": _FACEBOOK_VIEWERS,
    "facebook.post.reactions": _ALL_REACTIONS,
    "facebook.post.comments": _COMMENTS,
    "facebook.post.shares": _SHARES,
    "facebook.post.clicks": _POST_CLICKS,
    "facebook.post.video_views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the video was seen for three seconds or more."
    ),
    "instagram.account.followers": _FOLLOWERS,
    "instagram.account.posts": _PUBLIC_POSTS,
    "instagram.account.reach": _ACCOUNT_PEOPLE,
    "instagram.account.impressions": _INSTAGRAM_IMPRESSIONS,
    "instagram.account.views": _INSTAGRAM_VIEWS,
    "instagram.account.visits": _PROFILE_VISITS,
    "instagram.account.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How often the profile’s link was clicked that day; Instagram told it until January 2025.",
    ),
    "instagram.post.impressions": _INSTAGRAM_IMPRESSIONS,
    "instagram.post.video_views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the video was started, as Instagram counted until April 2025."
    ),
    "instagram.post.views": _INSTAGRAM_VIEWS,
    "instagram.post.reach": _POST_PEOPLE,
    "instagram.post.reactions": _LIKES,
    "instagram.post.comments": _COMMENTS,
    "instagram.post.shares": _SHARES,
    "instagram.post.saves": _SAVES,
    "x.account.followers": _FOLLOWERS,
    "x.account.posts": _ALL_POSTS,
    "x.account.impressions": _ACCOUNT_DISPLAYS,
    "x.account.visits": _PROFILE_VISITS,
    "x.post.impressions": _DISPLAYS,
    "x.post.views": _DISPLAYS,
    "x.post.reactions": _LIKES,
    "x.post.comments": _ANSWERS,
    "x.post.shares": _REPOSTS,
    "x.post.saves": _SAVES,
    "x.post.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How often the post’s link was clicked. Only the account itself sees it, for thirty days after the "
        "post.",
    ),
    "x.post.video_views": _PLAYS,
    "linkedin.account.followers": _FOLLOWERS,
    "linkedin.account.posts": _PUBLIC_POSTS,
    "linkedin.account.impressions": _ACCOUNT_DISPLAYS,
    "linkedin.account.reach": _ACCOUNT_PEOPLE,
    "linkedin.account.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the page’s posts, its name or its logo were clicked that day."
    ),
    "linkedin.account.visits": _PROFILE_VISITS,
    "linkedin.account.visitors": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many different members opened the page that day."
    ),
    "linkedin.post.impressions": _DISPLAYS,
    "linkedin.post.reach": _POST_PEOPLE,
    "linkedin.post.reactions": _ALL_REACTIONS,
    "linkedin.post.comments": _COMMENTS,
    "linkedin.post.shares": _SHARES,
    "linkedin.post.clicks": _POST_CLICKS,
    "linkedin.post.video_views": _PLAYS,
    "threads.account.followers": _FOLLOWERS,
    "threads.account.posts": _PUBLIC_POSTS,
    "threads.account.visits": _PROFILE_VISITS,
    "threads.account.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the account’s links were clicked that day."
    ),
    "threads.post.views": _DISPLAYS,
    "threads.post.reactions": _LIKES,
    "threads.post.comments": _ANSWERS,
    "threads.post.shares": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the post was passed on, as it is or quoted with words of one’s own."
    ),
    "youtube.account.followers": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many people subscribed to the channel at that moment. YouTube gives three digits that count "
        "and rounds "
        "the rest down.",
    ),
    "youtube.account.posts": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many public videos the channel has at that moment."
    ),
    "youtube.account.views": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How often the channel’s videos were seen that day; YouTube tells it two days later.",
    ),
    "youtube.account.video_views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the channel’s videos were seen since it exists."
    ),
    "youtube.post.video_views": QT_TRANSLATE_NOOP("MetricDefinitions", "How often the video was seen."),
    "youtube.post.reactions": _LIKES,
    "youtube.post.comments": _COMMENTS,
    "youtube.post.shares": _SHARES,
    "tumblr.account.followers": _FOLLOWERS,
    "tumblr.account.posts": _PUBLIC_POSTS,
    "tumblr.post.notes": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "Tumblr’s notes: likes, reblogs and answers in one number, which cannot be told apart.",
    ),
    "scoopit.account.followers": _FOLLOWERS,
    "scoopit.account.posts": _PUBLIC_POSTS,
    "scoopit.account.views": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the topic was seen since it exists."
    ),
    "scoopit.account.visitors": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many different visitors the topic had since it exists."
    ),
    "scoopit.post.views": _DISPLAYS,
    "scoopit.post.reactions": _ALL_REACTIONS,
    "scoopit.post.comments": _COMMENTS,
    "google_business.account.impressions": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How many people saw the clinic’s card in the search or on the map that day, each once a day.",
    ),
    "google_business.account.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How often people called, asked the way or opened the site from the card that day.",
    ),
    "google_business.account.reviews": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How many reviews people left on the clinic’s card until that moment."
    ),
    "google_business.post.views": QT_TRANSLATE_NOOP(
        "MetricDefinitions",
        "How often the post was seen, as its own page shows it; the network tells it nowhere else.",
    ),
    "google_business.post.clicks": QT_TRANSLATE_NOOP(
        "MetricDefinitions", "How often the post’s button was clicked, as its own page shows it."
    ),
}
