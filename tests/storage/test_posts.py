"""Posts: written, changed, put aside, thrown away."""

from datetime import timedelta

import pytest

from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState, Stage
from cmstation.domain.errors import ChangedElsewhere, NotFound, PublishedIsImmutable
from cmstation.storage.post_fields import PostFields
from tests.storage.station import DAY, NOW, Station, in_hours

LATER = NOW + timedelta(minutes=5)


def test_a_post_is_read_as_it_was_written(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    campaign = station.labels.add_campaign("Octobre rose")
    site, page = station.account(), station.account()

    written = station.posts.add(
        NOW,
        title="Dépistage",
        text="Parlez-en.",
        stage=Stage.IN_REVIEW,
        language="fr",
        theme=theme.id,
        campaign=campaign.id,
        tags=("santé", "œuvre"),
        link="https://a.example/x",
        accounts=[page.id, site.id],
        planned=in_hours(3),
        sources="HAS",
        first_comment="Merci",
    )

    assert station.posts.get(written.id) == written
    assert written.accounts == (site.id, page.id)
    assert (written.revision, written.state) == (1, PostState.IN_REVIEW)
    assert (written.tags, written.planned) == (("santé", "œuvre"), in_hours(3))
    assert (written.theme, written.campaign) == (theme.id, campaign.id)
    assert (written.created_at, written.changed_at) == (NOW, NOW)
    assert (written.sources, written.first_comment, written.link) == ("HAS", "Merci", "https://a.example/x")


def test_an_unknown_post_is_not_found(station: Station) -> None:
    with pytest.raises(NotFound) as missing:
        station.posts.get(404)

    assert missing.value.facts == {"subject": "post", "identity": 404}


@pytest.mark.parametrize("label", ["theme", "campaign"])
def test_a_label_that_someone_removed_is_not_found(station: Station, label: str) -> None:
    post = station.post()
    fields = PostFields(theme=9) if label == "theme" else PostFields(campaign=9)

    with pytest.raises(NotFound) as missing:
        station.posts.update(post.id, NOW, expected=None, **fields)

    assert missing.value.facts["subject"] == label
    assert station.posts.get(post.id) == post


def test_every_change_counts_a_revision(station: Station) -> None:
    post = station.post()

    changed = station.posts.update(post.id, LATER, expected=post.revision, text="Venez vendredi.")

    assert (changed.text, changed.revision, changed.changed_at) == ("Venez vendredi.", 2, LATER)
    assert changed.created_at == NOW


def test_storing_the_same_again_is_no_change(station: Station) -> None:
    post = station.post()

    after = station.posts.update(post.id, LATER, expected=None, text=post.text, tags=list(post.tags))

    assert after == post


def test_a_newer_revision_is_never_overwritten(station: Station) -> None:
    post = station.post()
    newer = station.posts.update(post.id, LATER, expected=post.revision, text="De la collègue")

    with pytest.raises(ChangedElsewhere) as refused:
        station.posts.update(post.id, LATER, expected=post.revision, text="De moi")

    assert refused.value.facts == {"post": post.id, "expected": 1, "found": 2}
    assert station.posts.get(post.id) == newer


def test_an_unknown_field_is_a_defect_and_changes_nothing(station: Station) -> None:
    post = station.post()

    with pytest.raises(TypeError):
        station.posts.update(post.id, NOW, expected=None, colour="red")  # pyright: ignore[reportCallIssue]

    assert station.posts.get(post.id) == post


@pytest.mark.parametrize("state", sorted(LEFT_STATES))
@pytest.mark.parametrize(
    "fields",
    [
        PostFields(title="Autre"),
        PostFields(text="Autre"),
        PostFields(link="https://b.example"),
        PostFields(first_comment="Autre"),
        PostFields(sources="Autre"),
        PostFields(language="en"),
        PostFields(planned=in_hours(48)),
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_has_left_keeps_its_content(
    sqlite_station: Station, state: DeliveryState, fields: PostFields
) -> None:
    account = sqlite_station.account()
    post = sqlite_station.post(account)
    sqlite_station.in_state(post, account, state)
    before = sqlite_station.posts.get(post.id)

    with pytest.raises(PublishedIsImmutable):
        sqlite_station.posts.update(post.id, LATER, expected=None, **fields)

    assert sqlite_station.posts.get(post.id) == before


def test_labels_of_a_live_post_may_change(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    station.in_state(post, account, DeliveryState.SENT)
    theme = station.labels.add_theme("Prévention", "info")

    after = station.posts.update(
        post.id, LATER, expected=None, theme=theme.id, tags=("santé",), text=post.text, title=post.title
    )

    assert (after.theme, after.tags, after.state) == (theme.id, ("santé",), PostState.LIVE)


def test_a_post_that_failed_before_it_was_armed_may_be_written_again(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.in_state(post, account, DeliveryState.PREPARING)
    station.deliveries.failed(delivery.id, NOW, "upload_refused", "")

    after = station.posts.update(post.id, LATER, expected=None, text="Plus court")

    assert (after.text, after.state) == ("Plus court", PostState.FAILED)


@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.WAITING])
def test_what_was_armed_once_keeps_its_content_until_it_is_given_up(
    station: Station, state: DeliveryState
) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.in_state(post, account, DeliveryState.FAILED)
    if state is DeliveryState.WAITING:
        station.deliveries.again(delivery.id, NOW, NOW, "", "")

    with pytest.raises(PublishedIsImmutable):
        station.posts.update(post.id, LATER, expected=None, text="Plus court")
    station.deliveries.cancel(delivery.id, NOW)

    assert station.posts.update(post.id, LATER, expected=None, text="Plus court").text == "Plus court"


def test_what_certainly_did_not_leave_may_be_written_again(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    delivery = station.sending(post, account)
    station.deliveries.again(delivery.id, NOW, NOW, "offline", "", thaw=True)

    after = station.posts.update(post.id, LATER, expected=None, text="Plus court")

    assert (after.text, after.state) == ("Plus court", PostState.SCHEDULED)


def test_the_stage_is_the_state_until_something_is_planned(station: Station) -> None:
    account = station.account()
    post = station.post(account)
    approved = station.posts.update(post.id, NOW, expected=None, stage=Stage.APPROVED)

    station.waiting(post, account)

    assert approved.state is PostState.APPROVED
    assert station.posts.get(post.id).state is PostState.SCHEDULED


def test_an_archived_post_comes_back_as_it_was(station: Station) -> None:
    post = station.post()

    archived = station.posts.archive(post.id, LATER)
    again = station.posts.archive(post.id, LATER + DAY)
    back = station.posts.unarchive(post.id, LATER)

    assert (archived.state, archived.archived_at) == (PostState.ARCHIVED, LATER)
    assert again == archived
    assert (back.state, back.archived_at, back.text) == (PostState.DRAFT, None, post.text)


def test_a_deleted_post_can_be_taken_out_of_the_bin(station: Station) -> None:
    post = station.post()

    deleted = station.posts.delete(post.id, LATER)
    listed = station.posts.rows(DraftFilter())
    back = station.posts.undelete(post.id, LATER)

    assert deleted.deleted_at == LATER
    assert listed == ()
    assert (back.deleted_at, back.text) == (None, post.text)


@pytest.mark.parametrize("state", sorted(LEFT_STATES | {DeliveryState.PREPARING}))
def test_what_is_public_or_may_be_is_not_thrown_away(sqlite_station: Station, state: DeliveryState) -> None:
    account = sqlite_station.account()
    post = sqlite_station.post(account)
    sqlite_station.in_state(post, account, state)

    with pytest.raises(PublishedIsImmutable):
        sqlite_station.posts.delete(post.id, LATER)

    assert sqlite_station.posts.get(post.id).deleted_at is None
    assert sqlite_station.posts.archive(post.id, LATER).state is PostState.ARCHIVED


@pytest.mark.parametrize(
    "state", [DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.FAILED, DeliveryState.CANCELLED]
)
def test_what_never_left_may_be_thrown_away(sqlite_station: Station, state: DeliveryState) -> None:
    account = sqlite_station.account()
    post = sqlite_station.post(account)
    sqlite_station.in_state(post, account, state)

    assert sqlite_station.posts.delete(post.id, LATER).deleted_at == LATER


def test_the_bin_is_emptied_of_old_posts_only(station: Station) -> None:
    account, medium = station.account(), station.medium()
    old, young, kept = station.post(account), station.post(account), station.post(account)
    station.posts.attach(old.id, medium.id, NOW)
    station.posts.snapshot(old.id, NOW, "test")
    station.waiting(old, account)
    station.posts.delete(old.id, NOW - 40 * DAY)
    station.posts.delete(young.id, NOW)

    purged = station.posts.purge(NOW - 30 * DAY)

    assert purged == 1
    assert station.posts.get(young.id).deleted_at == NOW
    assert station.posts.get(kept.id).deleted_at is None
    assert station.posts.count(DraftFilter(words="sang", deleted=True)) == 1
    assert station.database.check() == ()
    with pytest.raises(NotFound):
        station.posts.get(old.id)


def test_the_identity_of_a_purged_post_is_never_given_out_again(station: Station) -> None:
    post = station.post()
    station.posts.delete(post.id, NOW - DAY)
    station.posts.purge(NOW)

    assert station.post().id > post.id


def test_texts_sent_lately_or_waiting_are_found_for_the_same_account(station: Station) -> None:
    account, other = station.account(), station.account()
    sent, waiting, old, own, planned_elsewhere = (station.post(account, other, text=t) for t in "abcde")
    station.posts.set_version(waiting.id, account.id, NOW, text="own words")
    station.in_state(sent, account, DeliveryState.SENT)
    station.waiting(waiting, account)
    station.waiting(own, account)
    station.waiting(planned_elsewhere, other)
    station.in_state(old, account, DeliveryState.FAILED)

    found = station.posts.recent_texts(account.id, NOW - DAY, but_not_post=own.id)
    later = station.posts.recent_texts(account.id, NOW + DAY, but_not_post=own.id)

    assert found == ((sent.id, "a"), (waiting.id, "own words"))
    assert later == ((waiting.id, "own words"),)
