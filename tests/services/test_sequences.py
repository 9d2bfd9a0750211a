"""A sequence is made from one content, and its posts leave it again."""

from datetime import time

import pytest

from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.drafts import DraftFilter, PostState, Stage
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import HourDoesNotExist
from cmstation.domain.sequences import (
    ANNOUNCEMENT,
    HEALTH_DAY,
    OPEN_DAY,
    AlreadyInSequence,
    Member,
    Scenario,
    Step,
    StepMeaning,
)
from tests.services.conftest import Bench
from tests.services.sequence_bench import ANCHOR, NBSP, NIGHT, SequenceBench, at, undone


@pytest.fixture
def here(bench: Bench) -> SequenceBench:
    return SequenceBench(bench)


# --- making ---


def test_one_content_becomes_three_posts_at_their_hours(here: SequenceBench) -> None:
    account = here.bench.account()
    post = here.post(account, planned=at("2026-10-20T12:00"))

    done = here.sequences.make(post, ANNOUNCEMENT, ANCHOR)

    assert here.walls(done.value) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]
    assert [member.offset_days for member in done.value.members] == [-7, 0, 3]
    assert done.value.members[1] == Member(post, 0, time(10))
    assert (done.value.name, done.value.anchor) == ("Portes ouvertes", ANCHOR)
    assert done.changes.posts == {member.post for member in done.value.members}
    assert done.changes.calendar


def test_copies_say_the_same_under_a_title_of_their_own_and_are_to_be_approved(here: SequenceBench) -> None:
    account, blog = here.bench.account(), here.bench.account(Network.WORDPRESS)
    post = here.post(account, blog, stage=Stage.APPROVED)
    here.drafts.set_version(post, blog.id, title="Nos portes ouvertes")

    found = here.sequences.make(post, OPEN_DAY, at("2026-11-20T10:00")).value

    copies = [here.drafts.open(member.post) for member in found.members if member.post != post]
    assert [copy.title for copy in copies] == [
        f"À venir{NBSP}: Portes ouvertes",
        f"Rappel{NBSP}: Portes ouvertes",
        f"C’est demain{NBSP}: Portes ouvertes",
    ]
    assert copies[1].title_for(blog.id) == f"Rappel{NBSP}: Nos portes ouvertes"
    assert {copy.text for copy in copies} == {"Venez nous voir."}
    assert {copy.state for copy in copies} == {PostState.DRAFT}
    assert here.drafts.open(post).title == "Portes ouvertes"
    assert here.drafts.open(post).stage is Stage.APPROVED


def test_a_copy_of_a_post_without_a_title_is_named_after_its_step(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(title=""), ANNOUNCEMENT, ANCHOR).value

    titles = [here.drafts.open(member.post).title for member in found.members]
    assert titles == ["À venir", "", "Rappel"]
    assert found.name == "Venez nous voir."


def test_one_undo_takes_a_sequence_back(here: SequenceBench) -> None:
    post = here.post(here.bench.account(), planned=at("2026-10-20T12:00"))
    done = here.sequences.make(post, HEALTH_DAY, ANCHOR)

    undone(done)

    assert here.sequences.all() == ()
    assert here.wall(post) == "2026-10-20 12:00"
    copies = [member.post for member in done.value.members if member.post != post]
    assert all(here.drafts.open(copy).deleted_at is not None for copy in copies)
    assert len(here.sequences.make(post, HEALTH_DAY, ANCHOR).value.members) == 4


def test_steps_whose_hour_has_passed_are_left_out(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, at("2026-10-16T10:00")).value

    assert here.walls(found) == ["2026-10-16 10:00", "2026-10-19 12:00"]


def test_the_post_may_become_another_step(here: SequenceBench) -> None:
    post = here.post()

    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR, as_step=0, name="Automne").value

    assert here.wall(post) == "2026-10-24 09:00"
    assert found.name == "Automne"
    with pytest.raises(ValueError, match="no such step"):
        here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR, as_step=3)


def test_a_scheduled_post_takes_its_steps_hour_in_the_outbox(here: SequenceBench) -> None:
    account = here.bench.account()
    post = here.post(account, planned=at("2026-10-20T12:00"))
    here.schedule(post)

    done = here.sequences.make(post, ANNOUNCEMENT, ANCHOR)
    there = here.due(post, account), here.wall(post)
    undone(done)

    assert there == ("2026-10-31 10:00", "2026-10-31 10:00")
    assert here.due(post, account) == here.wall(post) == "2026-10-20 12:00"


def test_nothing_is_made_when_the_post_itself_cannot_go_there(here: SequenceBench) -> None:
    account = here.bench.account()
    sent, late = here.post(account), here.post(account)
    here.outbox.plan(sent)
    here.outbox.deliver_due()
    before = here.drafts.count(DraftFilter())

    with pytest.raises(PublishedIsImmutable):
        here.sequences.make(sent, ANNOUNCEMENT, ANCHOR)
    with pytest.raises(HourHasPassed):
        here.sequences.make(late, ANNOUNCEMENT, at("2026-10-12T10:00"))

    assert here.sequences.all() == ()
    assert here.drafts.count(DraftFilter()) == before


def test_a_post_is_in_one_sequence_and_one_put_away_in_none(here: SequenceBench) -> None:
    post, gone = here.post(), here.post()
    here.sequences.make(post, ANNOUNCEMENT, ANCHOR)
    here.drafts.delete(gone)

    with pytest.raises(AlreadyInSequence):
        here.sequences.make(post, OPEN_DAY, ANCHOR)
    with pytest.raises(NotFound):
        here.sequences.make(gone, OPEN_DAY, ANCHOR)


def test_a_step_in_the_skipped_hour_asks_before_anything_is_made(here: SequenceBench) -> None:
    post, anchor = here.post(), at("2027-03-29T10:00")

    with pytest.raises(HourDoesNotExist):
        here.sequences.make(post, NIGHT, anchor)

    assert here.wall(post) == ""
    found = here.sequences.make(post, NIGHT, anchor, later_if_missing=True).value
    assert here.walls(found) == ["2027-03-28 03:30", "2027-03-29 10:00"]
    assert found.members[0].wall == time(2, 30)


# --- leaving ---


def test_a_post_leaves_its_sequence_and_comes_back(here: SequenceBench) -> None:
    post = here.post()
    found = here.sequences.make(post, ANNOUNCEMENT, ANCHOR).value

    done = here.sequences.detach(post)
    without = here.sequences.get(found.id)
    undone(done)

    assert [member.offset_days for member in without.members] == [-7, 3]
    assert here.wall(post) == "2026-10-31 10:00"
    assert here.sequences.of_post(post) == found
    with pytest.raises(NotFound):
        here.sequences.detach(here.post())


def test_the_last_post_that_left_brings_its_sequence_back(here: SequenceBench) -> None:
    post = here.post()
    found = here.sequences.make(post, Scenario("one", (Step(0, StepMeaning.THE_DAY),)), ANCHOR).value

    done = here.sequences.detach(post)
    gone = here.sequences.all()
    undone(done)

    assert gone == ()
    assert here.sequences.all() == (found,)


def test_a_forgotten_sequence_leaves_its_posts_where_they_are(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR).value

    done = here.sequences.forget(found.id)
    gone = here.sequences.all()
    undone(done)

    assert gone == ()
    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]
    assert here.sequences.all() == (found,)


def test_a_move_is_undone_after_the_sequence_was_forgotten(here: SequenceBench) -> None:
    found = here.sequences.make(here.post(), ANNOUNCEMENT, ANCHOR).value
    moved = here.sequences.retime(found.id, at("2026-11-07T10:00"))
    here.sequences.forget(found.id)

    undone(moved)

    assert here.walls(found) == ["2026-10-24 09:00", "2026-10-31 10:00", "2026-11-03 12:00"]
