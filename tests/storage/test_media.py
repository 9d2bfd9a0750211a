"""The library's media."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.delivery_errors import MediaInUse
from cmstation.domain.errors import NotFound
from cmstation.domain.media import MediaItem
from cmstation.storage.search import terms
from tests.storage.station import NOW, Station

WORDS = st.lists(
    st.sampled_from(("Œuvre", "l’été", "hall", "IMG_20%", "a*b")) | st.text(max_size=5), max_size=4
)


def add(station: Station, digest: str, **words: str) -> MediaItem:
    """Add a medium by its digest."""
    return station.media.add(
        NOW, digest=digest, file_name=words.get("file_name", "hall.jpg"), mime="image/png",
        bytes=3_000_000_000, width=4000, height=3000, had=("gps", "exif"), alt_text=words.get("alt_text", ""),
    )  # fmt: skip


def test_a_medium_is_read_as_it_was_added(station: Station) -> None:
    added = add(station, "ab" * 32, alt_text="Le hall")

    assert station.media.get(added.id) == added
    assert station.media.by_digest("ab" * 32) == added
    assert station.media.by_digest("cd" * 32) is None
    assert (added.file_name, added.mime, added.bytes) == ("hall.jpg", "image/png", 3_000_000_000)
    assert (added.width, added.height, added.had) == (4000, 3000, ("gps", "exif"))
    assert (added.alt_text, added.decorative, added.added_at, added.used_in) == ("Le hall", False, NOW, 0)


def test_the_same_original_is_stored_once(station: Station) -> None:
    first = add(station, "ab" * 32, alt_text="Le hall")

    again = add(station, "ab" * 32, file_name="copie.jpg")

    assert again == first
    assert station.media.rows() == (first,)


def test_an_original_that_was_thrown_away_comes_back(station: Station) -> None:
    first = add(station, "ab" * 32)
    station.media.delete(first.id, NOW)

    assert add(station, "ab" * 32) == first


def test_media_are_listed_newest_first(station: Station) -> None:
    old, new, deleted = station.medium(), station.medium(), station.medium()
    gone = station.media.delete(deleted.id, NOW + timedelta(hours=1))

    assert station.media.rows() == (new, old)
    assert station.media.rows(limit=1, offset=1) == (old,)
    assert station.media.rows(with_deleted=True) == (gone, new, old)
    assert station.media.undelete(deleted.id) == deleted


def test_words_find_names_and_descriptions(station: Station) -> None:
    hall = station.medium("IMG_2041.jpg", alt_text="L’entrée de la clinique, l’été")
    station.medium("logo.png")

    assert station.media.rows("img 2041") == (hall,)
    assert station.media.rows("ete ENTREE") == (hall,)
    assert station.media.rows("trée") == ()
    renamed = station.media.update(hall.id, NOW, alt_text="Le scanner", decorative=True)
    assert station.media.rows("scan") == (renamed,)
    assert station.media.rows("entrée") == ()
    assert (renamed.decorative, renamed.file_name) == (True, "IMG_2041.jpg")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=WORDS, asked=WORDS)
def test_words_find_what_a_naive_filter_finds(station: Station, said: list[str], asked: list[str]) -> None:
    medium = station.medium(" ".join(said))

    for words in (" ".join(asked), " ".join(said)[:4]):
        known = terms(" ".join(said))
        wanted = all(any(term.startswith(word) for term in known) for word in terms(words))
        assert (medium.id in {found.id for found in station.media.rows(words)}) == wanted


def test_a_medium_knows_how_many_posts_show_it(station: Station) -> None:
    medium = station.medium()
    first, second = station.post(), station.post()
    station.posts.attach(first.id, medium.id, NOW)
    station.posts.attach(second.id, medium.id, NOW)
    station.posts.delete(second.id, NOW)

    assert station.media.get(medium.id).used_in == 1
    assert [found.used_in for found in station.media.rows()] == [1]


@pytest.mark.parametrize(
    ("state", "free"),
    [
        (None, False),
        (DeliveryState.WAITING, False),
        (DeliveryState.FAILED, False),
        (DeliveryState.UNCERTAIN, False),
        (DeliveryState.SENT, True),
    ],
)
def test_a_medium_stays_while_a_post_still_needs_it(
    sqlite_station: Station, state: DeliveryState | None, free: bool
) -> None:
    station = sqlite_station
    account, medium = station.account(), station.medium()
    post = station.post(account)
    station.posts.attach(post.id, medium.id, NOW, alt_text="Le hall")
    if state is not None:
        station.in_state(post, account, state)

    if free:
        assert station.media.delete(medium.id, NOW).deleted_at == NOW
        assert station.posts.get(post.id).attachments[0].alt_text == "Le hall"
        return
    with pytest.raises(MediaInUse) as refused:
        station.media.delete(medium.id, NOW)
    assert refused.value.facts == {"media": medium.id, "posts": (post.id,)}
    assert station.media.get(medium.id).deleted_at is None


def test_a_post_that_is_half_sent_still_needs_its_pictures(station: Station) -> None:
    sent_to, waiting_for, medium = station.account(), station.account(), station.medium()
    post = station.post(sent_to, waiting_for)
    station.posts.attach(post.id, medium.id, NOW)
    station.waiting(post, waiting_for)
    station.in_state(post, sent_to, DeliveryState.SENT)

    with pytest.raises(MediaInUse):
        station.media.delete(medium.id, NOW)


def test_a_post_in_the_bin_does_not_hold_a_medium(station: Station) -> None:
    post, medium = station.post(), station.medium()
    station.posts.attach(post.id, medium.id, NOW)
    station.posts.delete(post.id, NOW)

    assert station.media.delete(medium.id, NOW).deleted_at == NOW


def test_what_is_not_there_is_not_found(station: Station) -> None:
    for missing in (
        lambda: station.media.get(9),
        lambda: station.media.update(9, NOW, alt_text="x"),
        lambda: station.media.delete(9, NOW),
        lambda: station.media.undelete(9),
    ):
        with pytest.raises(NotFound):
            missing()
    with pytest.raises(TypeError):
        station.media.update(station.medium().id, NOW, digest="x")  # pyright: ignore[reportCallIssue]
