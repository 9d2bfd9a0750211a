"""After a copy was taken back, nothing that left since the copy leaves a second time by itself."""

import os
from datetime import timedelta
from pathlib import Path

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter
from cmstation.domain.planned_time import at_instant
from cmstation.domain.restoration import RESTORED
from cmstation.services.restoring import Restoring
from tests.services.conftest import START, Bench, opened

ZONE = "Europe/Paris"
HOUR = timedelta(hours=1)


def damage(folder: Path) -> None:
    (folder / "cmstation.db").write_bytes(b"no database at all" * 900)


def public(bench: Bench, account: Account) -> list[str]:
    return [text for _key, text in bench.network_of(account).live]


def copy_now(bench: Bench) -> None:
    folder = bench.folder / "backups"
    for old in folder.iterdir():
        old.unlink()
    now = bench.clock.now()
    made = bench.station.database.backup(folder, now)
    assert made is not None
    os.utime(made, (now.timestamp(), now.timestamp()))


def test_a_post_that_left_after_the_copy_is_not_sent_again(bench: Bench) -> None:
    account = bench.account()
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    later = bench.station.drafts.new(text="Venez lundi.").value.id
    bench.station.outbox.plan(post, due=at_instant(START + HOUR, ZONE))
    bench.station.outbox.plan(later, due=at_instant(START + 9 * HOUR, ZONE))
    copy_now(bench)
    bench.pass_time(HOUR + timedelta(seconds=5))
    bench.station.outbox.deliver_due()
    assert public(bench, account) == ["Venez jeudi."]
    bench.station.close()
    damage(bench.folder)
    restoring = Restoring(bench.folder, bench.clock)
    copy = restoring.newest()
    assert copy is not None

    restored = restoring.take_back(copy)

    bench.station = opened(bench.folder, bench.clock, bench.secrets, bench.doors)
    bench.station.outbox.start()
    bench.station.outbox.wake()
    bench.station.outbox.deliver_due()
    assert public(bench, account) == ["Venez jeudi."]
    (held,) = bench.station.outbox.of_post(post)
    assert (held.state, held.error) == (DeliveryState.HELD, RESTORED)
    assert held in bench.station.outbox.needing_a_hand()
    assert bench.station.preferences.restored() == restored
    bench.pass_time(8 * HOUR)
    bench.station.outbox.deliver_due()
    assert public(bench, account) == ["Venez jeudi.", "Venez lundi."]


def test_the_person_may_send_it_all_the_same_or_take_it_back(bench: Bench) -> None:
    account = bench.account()
    posts = [bench.station.drafts.new(text=f"Texte {number}").value.id for number in range(2)]
    for post in posts:
        bench.station.outbox.plan(post, due=at_instant(START + HOUR, ZONE))
    copy_now(bench)
    bench.pass_time(2 * HOUR)
    bench.station.close()
    damage(bench.folder)
    restoring = Restoring(bench.folder, bench.clock)
    copy = restoring.newest()
    assert copy is not None
    restoring.take_back(copy)
    bench.station = opened(bench.folder, bench.clock, bench.secrets, bench.doors)
    (first,), (second,) = (bench.station.outbox.of_post(post) for post in posts)

    bench.station.outbox.send_again(first.id)
    bench.station.outbox.cancel(second.id)
    bench.station.outbox.deliver_due()

    assert public(bench, account) == ["Texte 0"]
    assert bench.station.outbox.of_post(posts[0])[0].error == ""


def test_a_file_that_is_sound_after_all_stays(bench: Bench) -> None:
    copy_now(bench)
    bench.station.drafts.new(text="Écrit après la copie")
    bench.station.close()
    restoring = Restoring(bench.folder, bench.clock)
    copy = restoring.newest()
    assert copy is not None

    assert restoring.take_back(copy) is None

    bench.station = opened(bench.folder, bench.clock, bench.secrets, bench.doors)
    assert len(bench.station.drafts.rows(DraftFilter())) == 1
    assert bench.station.preferences.restored() is None


def test_it_is_told_until_the_person_has_looked(bench: Bench) -> None:
    copy_now(bench)
    bench.station.close()
    damage(bench.folder)
    restoring = Restoring(bench.folder, bench.clock)
    copy = restoring.newest()
    assert copy is not None
    restoring.take_back(copy)
    bench.station = opened(bench.folder, bench.clock, bench.secrets, bench.doors)
    assert bench.restart().preferences.restored() is not None

    bench.station.preferences.forget_restored()

    assert bench.station.preferences.restored() is None
    assert bench.restart().preferences.restored() is None
