"""Earlier contents of a post."""

from datetime import timedelta

import pytest

from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.storage.post_history import BEFORE_RESTORE, content_of
from tests.storage.station import NOW, Station

LATER = NOW + timedelta(minutes=5)


def test_a_snapshot_holds_everything_that_a_restore_brings_back(station: Station) -> None:
    theme, campaign = station.labels.add_theme("Prévention", "info"), station.labels.add_campaign("Mars bleu")
    site, page = station.account(), station.account()
    medium, second = station.medium(), station.medium()
    post = station.posts.add(
        NOW,
        title="Titre",
        text="Texte",
        theme=theme.id,
        campaign=campaign.id,
        tags=("santé",),
        link="https://a.example",
        language="br",
        sources="HAS",
        first_comment="Merci",
        accounts=[site.id, page.id],
    )
    station.posts.set_version(post.id, page.id, NOW, text="Court", options={"cw": "sang"})
    station.posts.attach(post.id, medium.id, NOW, alt_text="Le hall")
    station.posts.attach(post.id, second.id, NOW, decorative=True)
    box = CropBox(0, 0, 0.5, 0.5)
    before = station.posts.set_attachment(post.id, medium.id, NOW, crops={"instagram": box})
    kept = station.posts.snapshot(post.id, NOW, "autosave")
    assert kept is not None

    station.posts.update(
        post.id, LATER, expected=None, title="x", text="x", theme=None, campaign=None, tags=(), link="",
        language="fr", sources="", first_comment="",
    )  # fmt: skip
    station.posts.choose_accounts(post.id, [site.id], LATER)
    station.posts.set_version(post.id, site.id, LATER, text="own")
    station.posts.detach(post.id, medium.id, LATER)
    after = station.posts.restore(post.id, kept.id, LATER)

    assert content_of(after) == content_of(before)
    assert after.attachments == before.attachments
    assert after.versions == before.versions
    assert station.posts.rows(DraftFilter(words="court"))[0].id == post.id


def test_the_present_is_kept_before_an_earlier_content_comes_back(station: Station) -> None:
    post = station.post(text="Premier")
    first = station.posts.snapshot(post.id, NOW, "autosave")
    assert first is not None
    station.posts.update(post.id, LATER, expected=None, text="Deuxième")

    station.posts.restore(post.id, first.id, LATER)

    newest, oldest = station.posts.history(post.id)
    assert (newest.text, newest.reason, newest.at) == ("Deuxième", BEFORE_RESTORE, LATER)
    assert oldest == first
    assert station.posts.restore(post.id, newest.id, LATER).text == "Deuxième"


def test_the_same_content_is_kept_once(station: Station) -> None:
    post = station.post(text="a\x00b")

    first = station.posts.snapshot(post.id, NOW, "autosave")
    second = station.posts.snapshot(post.id, LATER, "autosave")

    assert first is not None
    assert second is None
    assert station.posts.history(post.id) == (first,)


def test_what_was_removed_meanwhile_does_not_stop_a_restore(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    account, medium = station.account(), station.medium()
    post = station.posts.add(NOW, text="Texte", theme=theme.id, accounts=[account.id])
    station.posts.attach(post.id, medium.id, NOW, alt_text="Le hall")
    kept = station.posts.snapshot(post.id, NOW, "autosave")
    assert kept is not None
    station.posts.detach(post.id, medium.id, NOW)
    station.labels.remove_theme(theme.id)
    station.accounts.remove(account.id, NOW)
    station.media.delete(medium.id, NOW)

    after = station.posts.restore(post.id, kept.id, LATER)

    assert (after.theme, after.accounts) == (None, ())
    assert [(found.media.id, found.alt_text) for found in after.attachments] == [(medium.id, "Le hall")]
    assert station.media.get(medium.id).deleted_at is None


def test_a_restore_keeps_accounts_with_a_delivery_on_its_way(station: Station) -> None:
    account = station.account()
    post = station.post()
    kept = station.posts.snapshot(post.id, NOW, "autosave")
    assert kept is not None
    station.posts.choose_accounts(post.id, [account.id], NOW)
    station.waiting(post, account)

    assert station.posts.restore(post.id, kept.id, LATER).accounts == (account.id,)


def test_nothing_is_restored_into_a_live_post(station: Station) -> None:
    account = station.account()
    post = station.post(account, text="Premier")
    kept = station.posts.snapshot(post.id, NOW, "autosave")
    assert kept is not None
    station.posts.update(post.id, NOW, expected=None, text="Publié")
    station.in_state(post, account, DeliveryState.SENT)

    with pytest.raises(PublishedIsImmutable):
        station.posts.restore(post.id, kept.id, LATER)

    assert station.posts.get(post.id).text == "Publié"
    assert station.posts.history(post.id) == (kept,)


def test_the_snapshot_of_another_post_is_not_found(station: Station) -> None:
    post, other = station.post(), station.post()
    kept = station.posts.snapshot(other.id, NOW, "autosave")
    assert kept is not None

    with pytest.raises(NotFound):
        station.posts.restore(post.id, kept.id, LATER)
