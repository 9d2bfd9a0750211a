"""Authors, sounds, origins, intervals and dates are found wherever feeds put them."""

from datetime import UTC, datetime

import pytest

from tests.networks.feeds.reading import MODULES, only_entry, only_item, read, rss


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<dc:creator>Zoé Éluard</dc:creator>", "Zoé Éluard"),
        (
            "<dc:creator>Zoé</dc:creator><dc:creator>Jean</dc:creator><dc:creator>Zoé</dc:creator>",
            "Zoé, Jean",
        ),
        ("<author>zoe@exemple.fr (Zoé Éluard)</author>", "Zoé Éluard"),
        ("<author>Zoé Éluard &lt;zoe@exemple.fr&gt;</author>", "Zoé Éluard"),
        ("<author>zoe@exemple.fr</author>", "zoe@exemple.fr"),
        ("<itunes:author>Zoé</itunes:author>", "Zoé"),
        ("<atom:author><atom:name>Zoé</atom:name></atom:author>", "Zoé"),
        ("", ""),
    ],
)
def test_the_author_is_found_wherever_a_feed_names_one(inside: str, author: str) -> None:
    assert only_item(f"<item><title>Un</title>{inside}</item>", root=MODULES).author == author


def test_an_atom_entry_without_author_has_the_one_of_its_feed() -> None:
    assert only_entry("<title>Un</title>", feed="<author><name>Zoé</name></author>").author == "Zoé"


@pytest.mark.parametrize(
    ("inside", "media"),
    [
        ('<enclosure url="/s.mp3" type="audio/mpeg"/>', "https://exemple.fr/s.mp3"),
        ('<enclosure url="/1.jpg" type="image/jpeg"/><enclosure url="/s.mp3"/>', "https://exemple.fr/s.mp3"),
        ('<enclosure url="/une.jpg" type="image/jpeg"></enclosure>', "https://exemple.fr/une.jpg"),
        ('<enclosure url="file:///s.mp3" type="audio/mpeg"/>', ""),
        ('<media:content url="/f.mp4" medium="video"><x/></media:content>', "https://exemple.fr/f.mp4"),
        ('<media:content url="/f.jpg" medium="image"/>', ""),
        ('<atom:link rel="enclosure" type="audio/mpeg" href="/s.mp3"/>', "https://exemple.fr/s.mp3"),
    ],
)  # fmt: skip
def test_the_sound_or_film_of_an_entry_is_found(inside: str, media: str) -> None:
    assert only_item(f"<item><title>Un</title>{inside}</item>", root=MODULES).media == media


def test_who_published_an_entry_first_is_kept() -> None:
    told = '<item><title>Un - Le Monde</title><source url="https://lemonde.fr">Le Monde</source></item>'

    assert only_item(told).origin == "Le Monde"
    assert (
        only_entry("<title>Un</title><source><id>x</id><title>Le Monde</title></source>").origin == "Le Monde"
    )


def test_the_source_of_an_atom_entry_does_not_replace_what_the_entry_says() -> None:
    item = only_entry(
        '<source><id>s</id><title>Source</title><link href="/s"/><updated>2001-01-01</updated></source>'
        '<id>e</id><title>Un</title><link href="/e"/><updated>2024-10-02</updated>'
    )

    assert (item.id, item.title, item.link) == ("e", "Un", "https://exemple.fr/e")
    assert item.published == datetime(2024, 10, 2, tzinfo=UTC)


def test_titles_of_images_and_search_fields_are_not_the_feeds() -> None:
    box = "<image><title>Logo</title><link>/logo</link></image><textInput><title>Chercher</title></textInput>"
    feed = read(
        f"<rss version='2.0'><channel>{box}<title>Santé</title><link>/site</link>{box}</channel></rss>"
    )

    assert (feed.title, feed.site) == ("Santé", "https://exemple.fr/site")


@pytest.mark.parametrize(
    ("channel", "minutes"),
    [
        ("", None),
        ("<ttl>60</ttl>", 60),
        ("<ttl> 90 min </ttl>", 90),
        ("<ttl>0</ttl>", None),
        ("<ttl>bientôt</ttl>", None),
        ("<ttl>999999999</ttl>", 43_200),
        ("<sy:updatePeriod>\n hourly \n</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30),
        ("<sy:updatePeriod>weekly</sy:updatePeriod>", 10_080),
        ("<sy:updateFrequency>4</sy:updateFrequency>", 360),
        ("<ttl>15</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 1_440),
    ],
)
def test_a_feed_says_how_rarely_it_wants_to_be_read(channel: str, minutes: int | None) -> None:
    assert read(rss("", channel=channel, root=MODULES)).every_minutes == minutes


@pytest.mark.parametrize(
    ("written", "moved_to"),
    [
        ("https://exemple.fr/nouveau.xml", "https://exemple.fr/nouveau.xml"),
        ("https://exemple.fr/flux.xml", ""),
        ("file:///x", ""),
    ],
)
def test_a_podcast_says_where_it_moved(written: str, moved_to: str) -> None:
    channel = f"<itunes:new-feed-url>{written}</itunes:new-feed-url>"

    assert read(rss("", channel=channel, root=MODULES)).moved_to == moved_to


def test_the_first_date_that_can_be_read_counts() -> None:
    item = only_item(
        "<item><title>Un</title><pubDate>hier</pubDate><dc:date>2024-10-02T08:15:00+02:00</dc:date></item>",
        root=MODULES,
    )

    assert item.published == datetime(2024, 10, 2, 6, 15, tzinfo=UTC)


def test_publication_comes_before_changes() -> None:
    item = only_entry("<title>Un</title><updated>2024-10-05</updated><published>2024-10-02</published>")

    assert item.published == datetime(2024, 10, 2, tzinfo=UTC)


def test_prefixes_mean_what_the_document_declares() -> None:
    item = only_item(
        "<item><title>Un</title><x:creator>Zoé</x:creator><dc:creator>Non</dc:creator>"
        '<y:encoded xmlns:y="http://purl.org/rss/1.0/modules/content/">Texte</y:encoded></item>',
        root=' xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:dc="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    )

    assert (item.author, item.summary) == ("Zoé", "Texte")


def test_a_feed_whose_own_elements_have_a_prefix_is_read() -> None:
    feed = read(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns="http://www.w3.org/1999/xhtml">'
        "<a:title>Santé</a:title>"
        '<a:entry><a:title>Un</a:title><a:link href="/1"/><title>Non</title></a:entry></a:feed>'
    )

    assert (feed.title, feed.items[0].title, feed.items[0].link) == ("Santé", "Un", "https://exemple.fr/1")
