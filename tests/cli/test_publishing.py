"""Publishing without a window: what left, what did not, what nobody knows, by sentence and by code."""

from datetime import timedelta
from pathlib import Path

import pytest

from cmstation.desktop.owner_lock import OwnerLock
from cmstation.domain.clock import FixedClock, SystemClock
from cmstation.domain.planned_time import at_instant
from cmstation.open_station import Parts, open_station
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries
from tests.cli.conftest import Answer, Run
from tests.desktop.image_samples import drawing, encoded
from tests.fakes.secret_box import SecretBox


def ready_post(run: Run, mishap: str = "") -> tuple[int, int]:
    """Add an account with a mishap of its own and a post for it; return both numbers."""
    name = f"Essai [{mishap}]" if mishap else "Essai"
    account = run("account", "add", "mastodon", "--name", name, "--json").json["id"]
    post = run(
        "draft", "add", "--title", "T", "--text", f"Venez {name}.", "--accounts", account, "--json"
    ).json
    return post["post"]["id"], account


def states(answer: Answer) -> list[str]:
    return [delivery["state"] for delivery in answer.json]


def test_a_post_is_published_with_its_link(rehearse: Run) -> None:
    post, _ = ready_post(rehearse)

    answer = rehearse("publish", post)

    assert answer.code == 0
    (line,) = answer.lines
    assert line.split()[1:3] == ["sent", "Essai"]
    assert "https://repetition.example/mastodon/" in line
    assert rehearse("draft", "show", post, "--json").json["post"]["state"] == "live"


def test_publishing_twice_is_refused_and_sends_nothing(rehearse: Run) -> None:
    post, _ = ready_post(rehearse)
    first = rehearse("publish", post, "--json").json

    again = rehearse("publish", post, "--json")

    assert (again.code, again.json["error"]) == (1, "AlreadyPlanned")
    assert rehearse("deliveries", "--post", post, "--json").json == first


def test_a_post_is_published_on_some_accounts(rehearse: Run) -> None:
    post = rehearse("draft", "add", "--text", "Venez.", "--accounts", "3,5", "--json").json["post"]["id"]

    only = rehearse("publish", post, "--account", 3, "--json").json
    rest = rehearse("publish", post, "--json").json

    assert [one["account"] for one in only] == [3]
    assert [one["account"] for one in rest] == [5]


@pytest.mark.parametrize(
    ("mishap", "code", "state"),
    [
        ("answer_lost", 0, "sent"),
        ("not_arrived", 1, "waiting"),
        ("undecided", 4, "uncertain"),
        ("refused", 1, "failed"),
        ("sign_in", 5, "failed"),
        ("offline", 1, "waiting"),
        ("rate_limited", 1, "waiting"),
    ],
)
def test_the_code_tells_a_script_what_happened(rehearse: Run, mishap: str, code: int, state: str) -> None:
    post, _ = ready_post(rehearse, mishap)

    answer = rehearse("publish", post, "--json")

    assert (answer.code, states(answer)) == (code, [state])


def test_what_needs_a_hand_is_worded_for_a_person(rehearse: Run) -> None:
    post, _ = ready_post(rehearse, "refused")
    answer = rehearse("publish", post)

    assert "The network refuses this content." in answer.out


def test_evidence_is_shown_beside_what_is_uncertain(rehearse: Run) -> None:
    post, _ = ready_post(rehearse, "undecided")

    lines = rehearse("publish", post).lines

    assert "uncertain" in lines[0]
    assert any(
        line.strip().startswith("Page that was read: https://repetition.example") for line in lines[1:]
    )


def test_a_program_is_told_what_the_network_called_the_trouble(rehearse: Run) -> None:
    post, _ = ready_post(rehearse, "undecided")

    rehearse("publish", post)
    (found,) = rehearse("deliveries", "--post", post, "--json").json

    assert (found["error"], found["code"]) == ("outcome_unknown", "read_timeout")


def test_checks_refuse_and_say_why(rehearse: Run) -> None:
    post = rehearse("draft", "add", "--text", "x" * 600, "--accounts", 3, "--json").json["post"]["id"]

    spoken, answer = rehearse("publish", post), rehearse("publish", post, "--json")

    assert (spoken.code, answer.code) == (1, 1)
    assert spoken.err.splitlines() == ["This post cannot leave yet.", "  Bluesky: 300 characters too many"]
    assert [finding["topic"] for finding in answer.json["findings"]] == ["too_long"]
    assert rehearse("deliveries", "--post", post, "--json").json == []


def test_a_post_for_nobody_says_that_no_account_is_chosen(run: Run) -> None:
    post = run("draft", "add", "--text", "Venez.", "--json").json["post"]["id"]

    answer = run("publish", post)

    assert answer.code == 1
    assert "No account is chosen" in answer.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("publish", 999),
        ("publish", 3, "--account", 99),
        ("deliveries", "--post", 999),
        ("delivery", "resolve", 999, "--not-live"),
        ("delivery", "resolve", 999, "--live", "https://a.example/1"),
    ],
)
def test_numbers_of_nothing_are_not_found(rehearse: Run, wrong: tuple[object, ...]) -> None:
    assert rehearse(*wrong).code == 3


# --- at its hour ---


def test_what_is_due_is_published_and_only_that(rehearse: Run, folder: Path) -> None:
    nothing = rehearse("publish-due")
    assert (nothing.code, nothing.lines) == (0, ["Nothing was due."])
    assert rehearse("publish-due", "--json").json == []
    (due, _), (later, _) = ready_post(rehearse), ready_post(rehearse)
    now = SystemClock().now()
    station = open_station(folder, parts=Parts(SystemClock(), SecretBox()))
    station.outbox.plan(due, due=at_instant(now - timedelta(minutes=1), "Europe/Paris"))
    station.outbox.plan(later, due=at_instant(now + timedelta(hours=1), "Europe/Paris"))
    station.close()

    answer = rehearse("publish-due", "--json")

    assert [(one["post"], one["state"]) for one in answer.json] == [(due, "sent")]
    assert states(rehearse("deliveries", "--post", later, "--json")) == ["waiting"]


def test_what_is_long_past_asks_first(rehearse: Run, folder: Path) -> None:
    post, _ = ready_post(rehearse)
    station = open_station(folder, parts=Parts(SystemClock(), SecretBox()))
    station.outbox.plan(post, due=at_instant(SystemClock().now() - timedelta(hours=9), "Europe/Paris"))
    station.close()

    answer = rehearse("publish-due", "--json")

    assert (answer.code, states(answer)) == (1, ["held"])


def test_a_first_comment_leaves_with_its_post(rehearse: Run) -> None:
    post = rehearse(
        "draft", "add", "--text", "Venez.", "--accounts", 3, "--first-comment", "Le programme", "--json"
    ).json["post"]["id"]

    sent = rehearse("publish", post, "--json").json

    assert [(one["kind"], one["state"]) for one in sent] == [("post", "sent"), ("first_comment", "sent")]


def test_what_a_killed_program_was_sending_is_looked_for(rehearse: Run, folder: Path) -> None:
    post, _ = ready_post(rehearse)
    station = open_station(folder, parts=Parts(SystemClock(), SecretBox()))
    (delivery,) = station.outbox.plan(post).value
    station.close()
    leave_half_way(folder, delivery.id)

    answer = rehearse("publish-due", "--json")

    (found,) = [one for one in answer.json if one["id"] == delivery.id]
    assert (found["state"], found["error"]) == ("waiting", "interrupted")
    assert answer.code == 1


def leave_half_way(folder: Path, delivery: int) -> None:
    """Claim and arm a delivery in the name of a program that is gone."""
    database, now = Database.in_folder(folder), SystemClock().now()
    database.open(now)
    owner = OwnerLock(folder / "owners")
    table = Deliveries(database)
    assert table.claim(delivery, now, owner.name) is not None
    payload = b'{"key":"k","mishap":"","publish_at":null}'
    table.arm(delivery, now, owner.name, payload, "digest")
    owner.release()
    database.close()


def test_a_clock_set_back_is_told_beside_the_result(rehearse: Run, folder: Path) -> None:
    future = FixedClock(SystemClock().now().replace(year=SystemClock().now().year + 1))
    station = open_station(folder, parts=Parts(future, SecretBox()))
    station.clock_watch.look()
    station.close()
    post, _ = ready_post(rehearse)

    answer = rehearse("publish", post)

    assert answer.code == 0
    assert "clock is earlier" in answer.err
    assert "sent" in answer.out


# --- the person decides ---


def uncertain(run: Run) -> int:
    post, _ = ready_post(run, "undecided")
    return int(run("publish", post, "--json").json[0]["id"])


def test_what_the_person_saw_live_is_live(rehearse: Run) -> None:
    delivery = uncertain(rehearse)

    answer = rehearse(
        "delivery", "resolve", delivery, "--live", "https://sante.example/@tilleuls/1", "--json"
    )

    assert answer.code == 0
    assert [(one["state"], one["remote_url"]) for one in answer.json] == [
        ("sent", "https://sante.example/@tilleuls/1")
    ]


def test_what_the_person_did_not_see_leaves_once_more(rehearse: Run) -> None:
    delivery = uncertain(rehearse)

    assert states(rehearse("delivery", "resolve", delivery, "--not-live", "--json")) == ["waiting"]
    sent = rehearse("publish-due", "--json")

    assert [one["state"] for one in sent.json if one["id"] == delivery] == ["sent"]
    assert rehearse("delivery", "resolve", delivery, "--not-live").code == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--live",),
        ("--live", "http://a.example"),
        ("--live", "pas un lien"),
        ("--live", "https://a.example/1", "--not-live"),
    ],
)
def test_a_decision_must_be_clear(rehearse: Run, words: tuple[str, ...]) -> None:
    delivery = uncertain(rehearse)

    assert rehearse("delivery", "resolve", delivery, *words).code == 2

    (kept,) = [one for one in rehearse("deliveries", "--json").json if one["id"] == delivery]
    assert kept["state"] == "uncertain"


def test_an_assisted_post_is_made_ready_to_paste(run: Run, folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(encoded(drawing(), "PNG"))
    run("account", "add", "facebook")
    post = run("draft", "add", "--text", "Venez.", "--picture", picture, "Un dessin", "--json").json["post"]

    lines = run("publish", post["id"]).lines

    assert "handed_over" in lines[0]
    ready = Path(lines[2].strip())
    assert lines[1].strip().startswith("https://business.facebook.com/")
    assert [file.name for file in ready.iterdir()] == ["1-a.png"]
    assert lines[3].strip() == "Venez."
    assert run("delivery", "resolve", 1, "--live", "https://www.facebook.com/1").code == 0
    assert not ready.exists()
    assert folder in ready.parents


def test_every_delivery_is_listed(rehearse: Run) -> None:
    listed = rehearse("deliveries", "--json").json

    assert {"sent", "failed", "uncertain", "waiting"} <= {one["state"] for one in listed}
    assert len(rehearse("deliveries").lines) >= len(listed)
