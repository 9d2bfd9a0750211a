"""A post beside the others and beside its deliveries: what left stays, what is alike is told."""

from datetime import timedelta

import pytest

from cmstation.domain.checks.findings import Topic
from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft, PostState
from cmstation.domain.errors import PublishedIsImmutable
from cmstation.domain.planned_time import at_instant
from tests.desktop.image_samples import drawing, encoded
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
PICTURE = encoded(drawing(), "PNG")


def written(bench: Bench, text: str = "Venez jeudi.") -> Draft:
    return bench.station.drafts.new(title="Don du sang", text=text).value


# --- after it left ---


def test_what_has_left_stays_as_it_left(bench: Bench) -> None:
    account, drafts = bench.account(), bench.station.drafts
    post = written(bench).id
    media = drafts.attach_bytes(post, PICTURE, "un.png").attachments[0].media.id
    drafts.describe(post, media, "La façade")
    drafts.keep_version(post, "autosave")
    kept = drafts.history(post)[-1].id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    before = drafts.open(post)

    for change in (
        lambda: drafts.update(post, text="Autre"),
        lambda: drafts.update(post, title="Autre"),
        lambda: drafts.update(post, link="https://autre.example"),
        lambda: drafts.set_version(post, account.id, text="Autre"),
        lambda: drafts.describe(post, media, "Autre"),
        lambda: drafts.detach(post, media),
        lambda: drafts.crop(post, media, {"x": CropBox(0, 0, 0.5, 0.5)}),
        lambda: drafts.restore(post, kept),
        lambda: drafts.choose_accounts(post, []),
        lambda: drafts.delete(post),
    ):
        with pytest.raises(PublishedIsImmutable):
            change()

    after = drafts.open(post)
    assert (after.text, after.title, after.attachments) == (before.text, before.title, before.attachments)
    assert bench.station.outbox.of_post(post)[0].state is DeliveryState.SENT


def test_what_has_left_may_be_sorted_and_archived(bench: Bench) -> None:
    bench.account()
    drafts, post = bench.station.drafts, written(bench).id
    bench.station.outbox.plan(post)
    bench.station.outbox.deliver_due()
    theme = bench.station.labels.add_theme("Prévention").value.id

    drafts.update(post, theme=theme, tags=["sang"])
    drafts.archive(post)

    after = drafts.open(post)
    assert (after.theme, after.tags, after.state) == (theme, ("sang",), PostState.ARCHIVED)


# --- findings that need the other posts ---


def test_the_same_text_within_a_day_is_warned_of_with_its_link_or_without(bench: Bench) -> None:
    account = bench.account()
    first = written(bench).id
    bench.station.drafts.update(first, link="https://clinique.example/don")
    bench.station.outbox.plan(first)
    bench.station.outbox.deliver_due()
    second = written(bench, "  VENEZ   jeudi. ")

    def warned() -> list[object]:
        found = bench.station.drafts.findings(second)
        return [one.facts["post"] for one in found if one.topic is Topic.SAME_TEXT_RECENTLY]

    assert warned() == [first]
    assert bench.station.outbox.of_post(first)[0].account == account.id
    bench.pass_time(timedelta(hours=24, seconds=1))
    assert warned() == []


def test_another_post_at_the_same_hour_is_warned_of_on_the_same_account_only(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    hour = at_instant(bench.clock.now() + timedelta(days=1), PARIS)
    near = at_instant(hour.instant + timedelta(minutes=10), PARIS)
    far = at_instant(hour.instant + timedelta(hours=1), PARIS)
    new = bench.station.drafts.new
    other = new(text="A", planned=hour, accounts=[one.id]).value.id

    def warned(draft: Draft) -> list[tuple[int | None, object]]:
        found = bench.station.drafts.findings(draft)
        return [(f.account, f.facts["post"]) for f in found if f.topic is Topic.CLOSE_TO_ANOTHER]

    draft = new(text="B", planned=near, accounts=[one.id, two.id]).value
    assert warned(draft) == [(one.id, other)]
    assert warned(new(text="C", planned=far, accounts=[one.id]).value) == []
    assert warned(new(text="D", planned=near, accounts=[two.id]).value) == [(two.id, draft.id)]


def test_a_picture_whose_file_is_gone_is_found_before_it_leaves(bench: Bench) -> None:
    bench.account()
    drafts, post = bench.station.drafts, written(bench).id
    draft = drafts.attach_bytes(post, PICTURE, "un.png")
    bench.station.library.path(draft.attachments[0].media).unlink()

    found = [one for one in drafts.findings(draft) if one.topic is Topic.PICTURE_MISSING]

    assert [one.facts for one in found] == [{"name": "un.png"}]
