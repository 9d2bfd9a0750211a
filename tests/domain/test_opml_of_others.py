"""Lists as other programs write them: shapes made up here after what each of them does."""

import pytest

from cmstation.domain import opml
from cmstation.domain.opml import OpmlContents, OpmlFeed

NETVIBES = """<?xml version="1.0" encoding="utf-8"?>
<opml version="1.1"><head><title>Netvibes Export</title></head><body>
<outline text="Veille &amp; santé" title="Veille &amp; santé">
<outline title="Le Quotidien &quot;santé&quot;" type="rss" xmlUrl="https://q.example/rss?a=1&amp;b=2" htmlUrl="https://q.example"/>
<outline title="Météo" type="widget" />
</outline></body></opml>"""

FEEDLY = """<?xml version="1.0" encoding="UTF-8"?>

<opml version="1.0">
    <head>
        <title>Claire subscriptions in feedly Cloud</title>
    </head>
    <body>
        <outline text="éthique" title="éthique">
            <outline type="rss" text="Comité" title="Comité" xmlUrl="https://c.example/feed" htmlUrl="https://c.example"/>
        </outline>
        <outline text="Presse" title="Presse">
            <outline type="rss" text="Comité" title="Comité" xmlUrl="https://c.example/feed" htmlUrl="https://c.example"/>
        </outline>
    </body>
</opml>"""

INOREADER = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0">
    <head><title>Subscriptions from Inoreader [https://www.inoreader.com]</title></head>
    <body>
        <outline text="Alertes" title="Alertes">
            <outline text="Alerte - clinique" title="Alerte - clinique" type="rss"
                xmlUrl="https://www.google.com/alerts/feeds/0123/4567" htmlUrl="https://www.google.com/search?q=clinique"/>
        </outline>
    </body>
</opml>"""

THUNDERBIRD = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0" xmlns:fz="urn:forumzilla:">
  <head>
    <title>Flux - Thunderbird</title>
    <dateCreated>Mon, 03 Mar 2025 08:00:00 GMT</dateCreated>
  </head>
  <body>
    <outline title="Santé">
      <outline type="rss" title="Agence" text="Agence" version="RSS" fz:quickMode="true"
        fz:options="{&quot;updates&quot;:{&quot;enabled&quot;:true}}" xmlUrl="https://a.example/rss.xml" htmlUrl="https://a.example/"/>
    </outline>
  </body>
</opml>"""

NEWSBOAT = """<?xml version="1.0"?>
<opml version="1.0">
  <head>
    <title>newsboat - Exported Feeds</title>
  </head>
  <body>
    <outline type="rss" xmlUrl="https://n.example/atom.xml" htmlUrl="https://n.example/" title="N" text="N"/>
    <outline type="rss" xmlUrl="exec:~/bin/feed" htmlUrl="" title="" text=""/>
  </body>
</opml>"""

RSS_GUARD = """<?xml version="1.0" encoding="UTF-8"?>
<opml xmlns:rssguard="https://github.com/martinrotter/rssguard" version="2.0">
    <head><title>RSS Guard</title><dateCreated>Mon, 3 Mar 2025 09:00:00 GMT</dateCreated></head>
    <body>
        <outline description="" text="Vide" title="Vide" rssguard:icon="AAAA"/>
        <outline text="Pleine"><outline text="F" title="F" description="un fil" encoding="UTF-8"
          type="rss" version="ATOM" xmlUrl="https://f.example/a"
          rssguard:xmlUrlType="0" rssguard:postProcess=""/></outline>
    </body>
</opml>"""

FRESHRSS = """<?xml version="1.0" encoding="UTF-8"?>
<opml xmlns:frss="https://freshrss.org/opml" version="2.0">
  <head><title>FreshRSS</title><dateCreated>Mon, 03 Mar 2025 08:00:00 +0000</dateCreated></head>
  <body>
    <outline text="Blogs" frss:opmlUrl="">
      <outline text="Blog" type="HTML+XPath" xmlUrl="https://b.example/" htmlUrl="https://b.example/"
        description="Un blog" category="a,/b/c" frss:xPathItem="//article" frss:priority="feed"/>
    </outline>
  </body>
</opml>"""

GOOGLE_READER = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0">
    <head>
        <title>abonnements de claire dans Google Reader</title>
    </head>
    <body>
        <outline title="revues" text="revues">
            <outline text="R" title="R" type="rss"
                xmlUrl="http://r.example/feed" htmlUrl="http://r.example"/>
        </outline>
        <outline text="S" title="S" type="rss" xmlUrl="http://s.example/feed" htmlUrl="http://s.example"/>
    </body>
</opml>"""


def test_netvibes() -> None:
    assert opml.contents(NETVIBES.encode()) == OpmlContents(
        "Netvibes Export",
        (
            OpmlFeed(
                'Le Quotidien "santé"',
                "https://q.example/rss?a=1&b=2",
                ("Veille & santé",),
                site="https://q.example",
            ),
        ),
        ignored=1,
    )


def test_feedly_lists_a_feed_once_for_each_of_its_folders() -> None:
    feeds = opml.read(FEEDLY.encode())

    assert [(feed.title, feed.folders) for feed in feeds] == [
        ("Comité", ("éthique",)),
        ("Comité", ("Presse",)),
    ]


def test_inoreader() -> None:
    assert opml.read(INOREADER.encode()) == [
        OpmlFeed(
            "Alerte - clinique",
            "https://www.google.com/alerts/feeds/0123/4567",
            ("Alertes",),
            site="https://www.google.com/search?q=clinique",
        )
    ]


def test_thunderbird() -> None:
    (feed,) = opml.read(THUNDERBIRD.encode())

    assert (feed.title, feed.url, feed.folders) == ("Agence", "https://a.example/rss.xml", ("Santé",))
    assert feed.others == (
        ("version", "RSS"),
        ("{urn:forumzilla:}quickMode", "true"),
        ("{urn:forumzilla:}options", '{"updates":{"enabled":true}}'),
    )


def test_newsboat() -> None:
    feeds = opml.read(NEWSBOAT.encode())

    assert [(feed.title, feed.url) for feed in feeds] == [
        ("N", "https://n.example/atom.xml"),
        ("", "exec:~/bin/feed"),
    ]


def test_rss_guard() -> None:
    contents = opml.contents(RSS_GUARD.encode())

    assert contents.empty_folders == (("Vide",),)
    assert [(feed.folders, feed.description) for feed in contents.feeds] == [(("Pleine",), "un fil")]


def test_freshrss() -> None:
    (feed,) = opml.read(FRESHRSS.encode())

    assert feed == OpmlFeed(
        "Blog",
        "https://b.example/",
        ("Blogs",),
        site="https://b.example/",
        kind="HTML+XPath",
        description="Un blog",
        categories=("a", "/b/c"),
        others=(
            ("{https://freshrss.org/opml}xPathItem", "//article"),
            ("{https://freshrss.org/opml}priority", "feed"),
        ),
    )


def test_google_reader() -> None:
    feeds = opml.read(GOOGLE_READER.encode())

    assert [(feed.url, feed.folders) for feed in feeds] == [
        ("http://r.example/feed", ("revues",)),
        ("http://s.example/feed", ()),
    ]


@pytest.mark.parametrize(
    "text", [NETVIBES, FEEDLY, INOREADER, THUNDERBIRD, NEWSBOAT, RSS_GUARD, FRESHRSS, GOOGLE_READER]
)
def test_what_others_wrote_is_the_same_after_we_wrote_it(text: str) -> None:
    contents = opml.contents(text.encode())

    again = opml.contents(
        opml.write(contents.feeds, title=contents.title, empty_folders=contents.empty_folders)
    )

    assert again.feeds == contents.feeds
    assert again.empty_folders == contents.empty_folders


@pytest.mark.parametrize(
    "text", [NETVIBES, FEEDLY, INOREADER, THUNDERBIRD, NEWSBOAT, RSS_GUARD, FRESHRSS, GOOGLE_READER]
)
def test_a_broken_sign_changes_nothing_else(text: str) -> None:
    # A bare ampersand makes the whole file ill-formed.
    broken = text.replace("<head>", "<head><note>this & that</note>")

    assert opml.contents(broken.encode()) == opml.contents(text.encode())
