"""Pictures in a post."""

import pytest

from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from tests.storage.station import NOW, Station


def shown(draft: Draft) -> list[int]:
    """Name the media of a post in their order."""
    return [attachment.media.id for attachment in draft.attachments]


def test_a_picture_keeps_what_the_post_says_of_it(station: Station) -> None:
    post, medium = station.post(), station.medium(alt_text="Le hall")
    box = CropBox(0.1, 0.2, 0.5, 0.25)

    station.posts.attach(post.id, medium.id, NOW, alt_text="Le hall d’accueil")
    after = station.posts.set_attachment(post.id, medium.id, NOW, decorative=True, crops={"instagram": box})

    (attachment,) = after.attachments
    assert (attachment.alt_text, attachment.decorative) == ("Le hall d’accueil", True)
    assert attachment.crops == {"instagram": box}
    assert (attachment.media.id, attachment.media.used_in, attachment.media.had) == (medium.id, 1, ("exif",))
    assert after == station.posts.get(post.id)


def test_pictures_are_put_where_they_are_wanted(station: Station) -> None:
    post = station.post()
    first, second, third = station.medium(), station.medium(), station.medium()
    station.posts.attach(post.id, first.id, NOW)
    station.posts.attach(post.id, second.id, NOW, position=0)

    third_between = station.posts.attach(post.id, third.id, NOW, position=1)
    reordered = station.posts.reorder(post.id, [first.id, third.id], NOW)
    detached = station.posts.detach(post.id, third.id, NOW)

    assert shown(third_between) == [second.id, third.id, first.id]
    assert shown(reordered) == [first.id, third.id, second.id]
    assert shown(detached) == [first.id, second.id]


def test_the_same_picture_is_shown_once(station: Station) -> None:
    post, first, second = station.post(), station.medium(), station.medium()
    station.posts.attach(post.id, first.id, NOW, alt_text="Avant")
    station.posts.attach(post.id, second.id, NOW)

    after = station.posts.attach(post.id, first.id, NOW, alt_text="Après")

    assert shown(after) == [second.id, first.id]
    assert after.attachments[1].alt_text == "Après"


def test_a_picture_that_is_not_there_is_not_found(station: Station) -> None:
    post, medium, deleted = station.post(), station.medium(), station.medium()
    station.media.delete(deleted.id, NOW)

    for change in (
        lambda: station.posts.attach(post.id, 99, NOW),
        lambda: station.posts.attach(post.id, deleted.id, NOW),
        lambda: station.posts.detach(post.id, medium.id, NOW),
        lambda: station.posts.reorder(post.id, [medium.id], NOW),
        lambda: station.posts.set_attachment(post.id, medium.id, NOW, alt_text="x"),
    ):
        with pytest.raises(NotFound):
            change()

    assert station.posts.get(post.id) == post


def test_pictures_of_a_post_that_left_stay(station: Station) -> None:
    account, shown_one, other = station.account(), station.medium(), station.medium()
    post = station.post(account)
    station.posts.attach(post.id, shown_one.id, NOW, alt_text="Le hall")
    station.in_state(post, account, DeliveryState.SENT)
    before = station.posts.get(post.id)

    for change in (
        lambda: station.posts.attach(post.id, other.id, NOW),
        lambda: station.posts.detach(post.id, shown_one.id, NOW),
        lambda: station.posts.reorder(post.id, [shown_one.id], NOW),
        lambda: station.posts.set_attachment(post.id, shown_one.id, NOW, alt_text="x"),
    ):
        with pytest.raises(PublishedIsImmutable):
            change()

    assert station.posts.get(post.id) == before
