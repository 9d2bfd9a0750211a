"""What a person does with posts: nothing typed is lost, and every step can be taken back."""

from datetime import timedelta

import pytest

from cmstation.domain.checks.findings import Topic
from cmstation.domain.crops import CropBox
from cmstation.domain.drafts import Draft, DraftFilter, PostState, Stage
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.domain.planned_time import at_instant
from cmstation.services.drafts import SNAPSHOT_EVERY
from tests.desktop.image_samples import drawing, encoded
from tests.services.conftest import Bench

PARIS = "Europe/Paris"
PICTURE = encoded(drawing(), "PNG")
OTHER_PICTURE = encoded(drawing(80, 60), "PNG")


def written(bench: Bench, text: str = "Venez jeudi.") -> Draft:
    return bench.station.drafts.new(title="Don du sang", text=text).value


def texts(bench: Bench, post: int) -> list[str]:
    """Return the texts that the history keeps, newest first."""
    return [kept.text for kept in bench.station.drafts.history(post)]


# --- the history ---


def test_typing_keeps_a_version_every_few_minutes_not_at_each_key(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id

    for number in range(5):
        drafts.update(post, text=f"Venez jeudi{'.' * number}")
    assert texts(bench, post) == ["Venez jeudi."]
    bench.pass_time(SNAPSHOT_EVERY)
    drafts.update(post, text="Venez vendredi.")

    assert texts(bench, post) == ["Venez jeudi....", "Venez jeudi."]


def test_a_restart_forgets_no_typing(bench: Bench) -> None:
    post = written(bench).id
    bench.station.drafts.update(post, text="Venez vendredi.")

    station = bench.restart()

    assert station.drafts.open(post).text == "Venez vendredi."
    assert texts(bench, post) == ["Venez jeudi."]


def test_a_clock_set_back_still_keeps_versions(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id
    drafts.update(post, text="Un")
    bench.pass_time(-timedelta(days=1))

    drafts.update(post, text="Deux")

    assert texts(bench, post) == ["Un", "Venez jeudi."]


def test_what_did_not_change_is_kept_once(bench: Bench) -> None:
    post = written(bench).id

    for _ in range(3):
        bench.pass_time(SNAPSHOT_EVERY)
        bench.station.drafts.keep_version(post, "autosave")

    assert texts(bench, post) == ["Venez jeudi."]


def test_an_earlier_version_comes_back_and_the_present_one_is_kept(bench: Bench) -> None:
    account = bench.account()
    drafts, post = bench.station.drafts, written(bench).id
    drafts.set_version(post, account.id, text="Version du réseau")
    drafts.keep_version(post, "autosave")
    kept = drafts.history(post)[0].id
    drafts.update(post, text="Autre texte", tags=["sang"])
    drafts.set_version(post, account.id, text=None)

    done = drafts.restore(post, kept)

    assert done.value.text == "Venez jeudi."
    assert done.value.tags == ()
    assert done.value.text_for(account.id) == "Version du réseau"
    assert texts(bench, post)[0] == "Autre texte"


def test_a_restore_can_be_taken_back(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id
    drafts.keep_version(post, "autosave")
    kept = drafts.history(post)[0].id
    drafts.update(post, text="Autre texte", link="https://clinique.example")
    done = drafts.restore(post, kept)

    assert done.undo is not None
    changes = done.undo()

    assert changes.posts == {post}
    assert drafts.open(post).text == "Autre texte"
    assert drafts.open(post).link == "https://clinique.example"


def test_a_version_of_another_post_cannot_be_restored(bench: Bench) -> None:
    drafts, post, other = bench.station.drafts, written(bench).id, written(bench, "Autre").id
    drafts.keep_version(other, "autosave")

    with pytest.raises(NotFound):
        drafts.restore(post, drafts.history(other)[0].id)

    assert drafts.open(post).text == "Venez jeudi."


# --- saving ---


def test_two_writers_do_not_overwrite_each_other(bench: Bench) -> None:
    drafts, draft = bench.station.drafts, written(bench)
    drafts.update(draft.id, expected=draft.revision, text="Du premier")

    with pytest.raises(ChangedElsewhere) as refused:
        drafts.update(draft.id, expected=draft.revision, text="Du second")

    assert refused.value.facts["expected"] == draft.revision
    assert drafts.open(draft.id).text == "Du premier"


def test_a_hostile_paste_is_stored_without_what_cannot_be_stored(bench: Bench) -> None:
    post = written(bench).id

    draft = bench.station.drafts.update(post, text="a\ud800b\0c", title="\udfff")

    assert (draft.text, draft.title) == ("a\ufffdb\ufffdc", "\ufffd")


def test_a_megabyte_of_text_is_kept_whole(bench: Bench) -> None:
    post, book = written(bench).id, "Été à l’hôpital. " * 60_000

    bench.station.drafts.update(post, text=book)

    assert bench.station.drafts.open(post).text == book


def test_an_account_taken_off_keeps_its_text_for_later(bench: Bench) -> None:
    one, two = bench.account(), bench.account()
    drafts, post = bench.station.drafts, written(bench).id
    drafts.set_version(post, two.id, text="À part")

    drafts.choose_accounts(post, [one.id])
    assert drafts.open(post).accounts == (one.id,)
    drafts.choose_accounts(post, [one.id, two.id])

    assert drafts.open(post).text_for(two.id) == "À part"


# --- pictures of a post ---


def test_a_detached_picture_comes_back_in_its_place_with_its_words(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id
    first = drafts.attach_bytes(post, PICTURE, "un.png").attachments[0].media.id
    drafts.attach_bytes(post, OTHER_PICTURE, "deux.png")
    drafts.describe(post, first, "La façade")
    drafts.crop(post, first, {"instagram": CropBox(0.1, 0.1, 0.5, 0.5)})

    done = drafts.detach(post, first)
    assert [a.media.file_name for a in done.value.attachments] == ["deux.png"]
    assert done.undo is not None
    done.undo()

    back = drafts.open(post).attachments
    assert back[0].media.id == first
    assert back[0].alt_text == "La façade"
    assert back[0].crops == {"instagram": CropBox(0.1, 0.1, 0.5, 0.5)}


def test_words_for_a_picture_are_kept_for_the_next_post(bench: Bench) -> None:
    drafts, one, two = bench.station.drafts, written(bench).id, written(bench, "Autre").id
    media = drafts.attach_bytes(one, PICTURE, "un.png").attachments[0].media.id
    drafts.describe(one, media, "La façade")

    again = drafts.attach_bytes(two, PICTURE, "copie.png").attachments[0]

    assert (again.media.id, again.alt_text) == (media, "La façade")
    drafts.describe(two, media, "L’entrée, rue des Érables")
    assert bench.station.library.get(media).alt_text == "La façade"
    assert drafts.open(one).attachments[0].alt_text == "La façade"


def test_pictures_take_the_order_that_is_asked_for(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id
    drafts.attach_bytes(post, PICTURE, "un.png")
    media = [a.media.id for a in drafts.attach_bytes(post, OTHER_PICTURE, "deux.png").attachments]

    draft = drafts.reorder(post, media[::-1])

    assert [a.media.id for a in draft.attachments] == media[::-1]


# --- whole posts ---


def test_a_duplicate_has_everything_but_its_time_and_what_left(bench: Bench) -> None:
    station, account = bench.station, bench.account()
    theme = station.labels.add_theme("Prévention").value.id
    campaign = station.labels.add_campaign("Don").value.id
    source = station.drafts.new(
        title="Don du sang",
        text="Venez jeudi.",
        stage=Stage.APPROVED,
        theme=theme,
        campaign=campaign,
        tags=["sang", "don"],
        language="en",
        link="https://clinique.example/don",
        planned=at_instant(bench.clock.now(), PARIS),
    ).value.id
    station.drafts.update(source, first_comment="Horaires", sources="EFS 2026")
    station.drafts.set_version(
        source,
        account.id,
        text="Version",
        title="Titre",
        link="https://b.example",
        first_comment="À part",
        options={"visibility": "public"},
    )
    media = station.drafts.attach_bytes(source, PICTURE, "un.png").attachments[0].media.id
    station.drafts.describe(source, media, "La façade")
    station.drafts.crop(source, media, {"bluesky": CropBox(0, 0, 0.5, 0.5)})
    station.outbox.plan(source)
    station.outbox.deliver_due()

    copy = station.drafts.duplicate(source).value

    original = station.drafts.open(source)
    assert original.deliveries
    assert (copy.planned, copy.deliveries, copy.stage, copy.state) == (
        None,
        (),
        Stage.DRAFT,
        PostState.DRAFT,
    )
    for name in (
        "title",
        "text",
        "theme",
        "campaign",
        "tags",
        "language",
        "link",
        "first_comment",
        "sources",
    ):
        assert getattr(copy, name) == getattr(original, name), name
    assert copy.versions == original.versions
    assert [(a.media.id, a.alt_text, a.decorative, a.crops) for a in copy.attachments] == [
        (a.media.id, a.alt_text, a.decorative, a.crops) for a in original.attachments
    ]


def test_a_duplicate_can_be_taken_back(bench: Bench) -> None:
    source = written(bench).id
    done = bench.station.drafts.duplicate(source)

    assert done.undo is not None
    done.undo()

    rows = bench.station.drafts.rows(DraftFilter())
    assert [row.id for row in rows] == [source]


@pytest.mark.parametrize("step", ["archive", "delete"])
def test_putting_away_and_taking_back_leave_the_post_as_it_was(bench: Bench, step: str) -> None:
    drafts, before = bench.station.drafts, written(bench)

    done = drafts.archive(before.id) if step == "archive" else drafts.delete(before.id)
    assert drafts.rows(DraftFilter()) == ()
    assert drafts.count(DraftFilter(archived=step == "archive", deleted=step == "delete")) == 1
    assert done.undo is not None
    done.undo()

    after = drafts.open(before.id)
    assert (after.text, after.state, after.archived_at, after.deleted_at) == (
        before.text,
        PostState.DRAFT,
        None,
        None,
    )
    assert [row.id for row in drafts.rows(DraftFilter())] == [before.id]


def test_the_bin_is_emptied_after_a_month_and_not_before(bench: Bench) -> None:
    drafts, post = bench.station.drafts, written(bench).id
    drafts.delete(post)
    bench.pass_time(timedelta(days=30))
    assert drafts.empty_bin() == 0

    bench.pass_time(timedelta(seconds=1))

    assert drafts.empty_bin() == 1
    with pytest.raises(NotFound):
        drafts.open(post)


def test_a_deleted_post_does_not_leave(bench: Bench) -> None:
    account, post = bench.account(), written(bench).id
    bench.station.drafts.choose_accounts(post, [account.id])
    bench.station.outbox.plan(post, due=at_instant(bench.clock.now() + timedelta(minutes=5), PARIS))
    done = bench.station.drafts.delete(post)
    bench.pass_time(timedelta(minutes=6))

    bench.station.outbox.deliver_due()
    assert not bench.network_of(account).live
    assert done.undo is not None
    done.undo()
    bench.station.outbox.deliver_due()

    assert len(bench.network_of(account).live) == 1


def test_a_template_is_filled_and_what_is_unknown_stays(bench: Bench) -> None:
    station = bench.station
    template = station.labels.add_template("Journée", "{{journée}}", "Le {{date}} à {{lieu}}").value.id

    draft = station.drafts.from_template(template, {"journée": "Don du sang", "date": "15 mai"}).value

    assert (draft.title, draft.text) == ("Don du sang", "Le 15 mai à {{lieu}}")
    assert Topic.VARIABLE_LEFT in {finding.topic for finding in station.drafts.findings(draft)}
