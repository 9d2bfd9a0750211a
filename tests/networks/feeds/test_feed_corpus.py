"""Three hundred feeds of all kinds are read right, each entry of them."""

from itertools import pairwise

import pytest

from cmstation.domain.feeds import FeedFormat
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import FAULTS, SITE, URL, Fault, Sample, corpus, one_sample
from tests.networks.feeds.reading import words
from tests.networks.feeds.writers import WRITERS, Writer, json_feed, rdf, rss_091, rss_escaped

GROUPS = 10


def assert_read_right(sample: Sample) -> None:
    feed = parse(sample.document, url=URL, content_type=sample.content_type)
    assert feed.title == sample.title
    assert feed.ill_formed is sample.broken
    assert len(feed.items) == len(sample.expected)
    for item, story in zip(feed.items, sample.expected, strict=True):
        assert (item.title, item.link, item.id) == (story.title, story.link, story.id)
        assert item.published == story.published
        assert words(item.summary) == words(story.text.replace("&", "&amp;"))


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_entry_of_the_corpus_is_read_right(group: int) -> None:
    for sample in list(corpus())[group::GROUPS]:
        assert_read_right(sample)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_every_format_is_read_right_with_every_fault(writer: Writer, fault: Fault) -> None:
    assert_read_right(fault(one_sample(writer)))


@pytest.mark.parametrize(
    ("writer", "expected"),
    [
        (rss_091, FeedFormat.RSS),
        (rss_escaped, FeedFormat.RSS),
        (rdf, FeedFormat.RDF),
        (WRITERS[4], FeedFormat.ATOM),
        (json_feed, FeedFormat.JSON),
    ],
)
def test_a_feed_says_its_format_and_its_site(writer: Writer, expected: FeedFormat) -> None:
    sample = one_sample(writer)

    feed = parse(sample.document, url=URL, content_type=None)

    assert (feed.format, feed.site) == (expected, SITE)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_the_same_document_is_read_the_same_each_time(writer: Writer) -> None:
    sample = one_sample(writer, count=20)

    readings = [parse(sample.document, url=URL, content_type=None) for _ in range(3)]

    assert all(one == another for one, another in pairwise(readings))


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_a_feed_that_is_cut_anywhere_keeps_the_entries_before(writer: Writer) -> None:
    sample = one_sample(writer, count=4)
    whole = parse(sample.document, url=URL, content_type=None).items

    beginning = sample.document.index(whole[0].link.partition("?")[0].encode()) + 200

    for end in range(beginning, len(sample.document), 37):
        found = parse(sample.document[:end], url=URL, content_type=None).items
        # The very first entry may be incomplete: there is nothing else to show.
        assert len(found) <= 1 or found == whole[: len(found)]
