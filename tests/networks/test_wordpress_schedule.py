"""What waits on a real WordPress site is listed and moved; what is lost on the line is read back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from cmstation.domain.calendar_errors import HourTooNear, LeavingNow, NoLongerWaiting
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import (
    NotSent,
    OutcomeUnknown,
    PermissionMissing,
    PublishedIsImmutable,
    SignInNeeded,
)
from cmstation.domain.networks import Receipt, Verdict
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import everything_said, sample
from tests.networks.wordpress_stage import WordPressStage

pytestmark = pytest.mark.real_server
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def word() -> str:
    return f"w{uuid4().hex[:10]}"


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


def later(wait: timedelta = DAY) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + wait


def kept(wordpress: WordPressStage, word: str, wait: timedelta = DAY) -> tuple[Receipt, datetime]:
    """Let the site keep a post of ours."""
    publisher, journal, hour = wordpress.publisher(), MemoryJournal(), later(wait)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=hour), journal)
    return publisher.send(payload, journal), hour


def planned_by_hand(wordpress: WordPressStage, title: str, hour: datetime, content: str = "") -> str:
    """Plan a post as the site's people do."""
    date = hour.strftime("%Y-%m-%dT%H:%M:%S")
    fields = {"title": title, "content": content, "status": "future", "date_gmt": date}
    return str(wordpress.call("POST", "/wp/v2/posts", fields)["id"])


def hour_there(wordpress: WordPressStage, post: str) -> tuple[str, datetime]:
    row = wordpress.post(post)
    return row["status"], datetime.fromisoformat(row["date_gmt"]).replace(tzinfo=UTC)


# --- listing ---


def test_what_waits_is_listed_with_its_words(wordpress: WordPressStage, word: str) -> None:
    hour = later(3 * DAY)
    content = f"<!-- wp:paragraph --><p>Soirée &amp; café <b>{word}</b></p><!-- /wp:paragraph -->"
    post = planned_by_hand(wordpress, f"L’été {word} &lt;ici&gt;", hour, content)

    found = next(one for one in wordpress.publisher().scheduled() if one.remote_id == post)

    assert found.due == hour
    assert found.title == f"L’été {word} <ici>"
    assert found.text == f"Soirée & café {word}"
    assert found.url.startswith(wordpress.address)


def test_drafts_and_public_posts_are_not_listed(wordpress: WordPressStage, word: str) -> None:
    publisher, journal = wordpress.publisher(), MemoryJournal()
    draft = publisher.prepare(sample(word, pictures=0), journal)
    public = publisher.send(publisher.prepare(sample(f"{word}p", pictures=0), MemoryJournal()), journal)

    names = {one.remote_id for one in publisher.scheduled()}

    assert str(draft["post"]) not in names
    assert public.remote_id not in names


def test_more_than_one_page_is_read(
    wordpress: WordPressStage, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmstation.networks.wordpress_schedule.PAGE", 2)
    hours = [later(days * DAY) for days in (40, 41, 42, 43, 44)]
    posts = [planned_by_hand(wordpress, f"{word} {place}", hour) for place, hour in enumerate(hours)]

    found = {one.remote_id: one.due for one in wordpress.publisher().scheduled()}

    assert [found.get(post) for post in posts] == hours


def test_without_the_right_password_nothing_is_listed(wordpress: WordPressStage) -> None:
    with pytest.raises(SignInNeeded) as refused:
        wordpress.publisher(wrong_secret=True).scheduled()

    assert not any(secret in everything_said(refused.value) for secret in wordpress.secret_words)


# --- moving ---


def test_a_waiting_post_is_moved_and_may_be_moved_again(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    receipt, hour = kept(wordpress, word)
    publisher, to = wordpress.publisher(), hour + 5 * DAY

    moved = publisher.reschedule(receipt, to, journal)
    again = publisher.reschedule(receipt, to, journal)

    assert moved == again == receipt
    assert hour_there(wordpress, receipt.remote_id) == ("future", to)
    assert [call[1] for call in journal.calls if call[1].startswith("POST")] != []
    assert sum(call[1].startswith("POST") for call in journal.calls) == 1


def test_an_earlier_hour_may_be_given_too(wordpress: WordPressStage, word: str) -> None:
    receipt, _ = kept(wordpress, word, 3 * DAY)
    to = later(DAY)

    wordpress.publisher().reschedule(receipt, to, MemoryJournal())

    assert hour_there(wordpress, receipt.remote_id) == ("future", to)


def test_what_somebody_planned_by_hand_is_moved(wordpress: WordPressStage, word: str) -> None:
    post, to = planned_by_hand(wordpress, word, later()), later(4 * DAY)

    wordpress.publisher().reschedule(Receipt(post, "", scheduled=True), to, MemoryJournal())

    assert hour_there(wordpress, post) == ("future", to)


def test_the_payload_for_the_new_hour_is_what_prepare_would_have_made(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    publisher, outgoing, to = wordpress.publisher(), sample(word, pictures=0), later(4 * DAY)
    payload = publisher.prepare(replace(outgoing, publish_at=later()), journal)

    moved = publisher.payload_at(payload, to)

    assert moved == publisher.prepare(replace(outgoing, publish_at=to), journal)


def test_after_a_move_the_site_is_not_woken_before_the_new_hour(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    clock = FixedClock(datetime.now(UTC))
    publisher = wordpress.publisher(clock=clock)
    old, new = later(), later(4 * DAY)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=old), journal)
    receipt = publisher.send(payload, journal)
    publisher.reschedule(receipt, new, journal)
    clock.instant = old + MINUTE

    finding = publisher.settle(receipt, publisher.payload_at(payload, new), journal)

    assert finding.verdict is Verdict.NOT_LIVE
    assert not [call for call in journal.calls if "wp-cron" in call[1]]


def test_too_near_an_hour_is_refused_before_anything_is_asked(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    receipt, hour = kept(wordpress, word)

    with pytest.raises(HourTooNear):
        wordpress.publisher().reschedule(receipt, datetime.now(UTC) + MINUTE, journal)

    assert journal.calls == []
    assert hour_there(wordpress, receipt.remote_id) == ("future", hour)


def test_a_post_whose_hour_has_come_is_left_alone(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    receipt, hour = kept(wordpress, word)
    publisher = wordpress.publisher(clock=FixedClock(hour - timedelta(seconds=20)))

    with pytest.raises(LeavingNow):
        publisher.reschedule(receipt, hour + DAY, journal)

    assert hour_there(wordpress, receipt.remote_id) == ("future", hour)


def test_a_public_post_is_never_hidden_by_a_move(wordpress: WordPressStage, word: str) -> None:
    publisher, journal = wordpress.publisher(), MemoryJournal()
    receipt = publisher.send(publisher.prepare(sample(word, pictures=0), journal), journal)

    with pytest.raises(PublishedIsImmutable):
        publisher.reschedule(receipt, later(), journal)

    assert len(wordpress.posts(word)) == 1


@pytest.mark.parametrize("force", ["false", "true"])
def test_what_was_thrown_away_there_no_longer_waits(wordpress: WordPressStage, word: str, force: str) -> None:
    receipt, hour = kept(wordpress, word)
    wordpress.call("DELETE", f"/wp/v2/posts/{receipt.remote_id}", {"force": force})

    with pytest.raises(NoLongerWaiting):
        wordpress.publisher().reschedule(receipt, hour + DAY, MemoryJournal())


def test_a_draft_that_was_taken_back_there_is_not_planned_again(wordpress: WordPressStage, word: str) -> None:
    receipt, hour = kept(wordpress, word)
    wordpress.call("POST", f"/wp/v2/posts/{receipt.remote_id}", {"status": "draft"})

    with pytest.raises(NoLongerWaiting) as told:
        wordpress.publisher().reschedule(receipt, hour + DAY, MemoryJournal())

    assert told.value.facts["found"] == "draft"
    assert wordpress.post(receipt.remote_id)["status"] == "draft"


def test_a_contributor_is_told_that_they_may_not(wordpress: WordPressStage, word: str) -> None:
    receipt, hour = kept(wordpress, word)
    contributor = WordPressStage(wordpress.server, "contributor")

    with pytest.raises(PermissionMissing):
        contributor.publisher().reschedule(receipt, hour + DAY, MemoryJournal())

    assert hour_there(wordpress, receipt.remote_id) == ("future", hour)


# --- the line ---


@pytest.mark.parametrize(
    "trouble",
    [Trouble.ANSWER_LOST, Trouble.ANSWER_HALVED, Trouble.FAILED_BUT_DONE, Trouble.PAGE_BUT_DONE],
)
def test_a_move_whose_answer_is_lost_is_read_back(
    wordpress: WordPressStage, word: str, trouble: Trouble
) -> None:
    receipt, hour = kept(wordpress, word)
    with CuttingProxy(wordpress.address) as proxy:
        proxy.when("POST", f"/wp/v2/posts/{receipt.remote_id}", trouble)

        moved = wordpress.publisher(address=proxy.address).reschedule(receipt, hour + DAY, MemoryJournal())

        assert proxy.asked("POST", "/wp/v2/posts/") == 1
    assert moved == receipt
    assert hour_there(wordpress, receipt.remote_id) == ("future", hour + DAY)


@pytest.mark.parametrize("trouble", [Trouble.CUT_BEFORE, Trouble.PAGE_INSTEAD])
def test_a_move_that_never_arrived_is_told_as_such(
    wordpress: WordPressStage, word: str, trouble: Trouble
) -> None:
    receipt, hour = kept(wordpress, word)
    with CuttingProxy(wordpress.address) as proxy:
        proxy.when("POST", f"/wp/v2/posts/{receipt.remote_id}", trouble)

        with pytest.raises(NotSent) as told:
            wordpress.publisher(address=proxy.address).reschedule(receipt, hour + DAY, MemoryJournal())

    assert told.value.code == "not_moved"
    assert not any(secret in everything_said(told.value) for secret in wordpress.secret_words)
    assert hour_there(wordpress, receipt.remote_id) == ("future", hour)


def test_when_the_site_cannot_be_asked_either_nobody_knows(wordpress: WordPressStage, word: str) -> None:
    receipt, hour = kept(wordpress, word)
    with CuttingProxy(wordpress.address) as proxy:
        publisher = wordpress.publisher(address=proxy.address)
        publisher.scheduled()
        proxy.when("POST", f"/wp/v2/posts/{receipt.remote_id}", Trouble.ANSWER_LOST)
        path = f"/wp-json/wp/v2/posts/{receipt.remote_id}"
        seen = [0]

        class AfterTheFirst(MemoryJournal):
            def called(
                self, step: str, target: str, status: int | None, took: timedelta, outcome: str
            ) -> None:
                super().called(step, target, status, took, outcome)
                seen[0] += 1
                proxy.when("GET", path, Trouble.CUT_BEFORE, times=9)

        with pytest.raises(OutcomeUnknown):
            publisher.reschedule(receipt, hour + DAY, AfterTheFirst())

    assert seen[0] >= 2
    assert hour_there(wordpress, receipt.remote_id) == ("future", hour + DAY)
