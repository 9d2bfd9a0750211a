"""A refresh reads what is due, stores what came, and blames each source for its own trouble alone."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import SourceKind, SourceTrouble
from tests.fakes import feed_server as served
from tests.fakes.feed_server import Feed, FeedServer, InTurn, NewIdentities, rss, until
from tests.services.watch_refresh_stage import NOW, WatchStage, watch_in

KILLED = """
import sys
from pathlib import Path
from tests.services.watch_refresh_stage import watch_in
with watch_in(Path(sys.argv[1])) as here:
    here.service.refresh(lambda done, total: None)
"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def here(tmp_path: Path) -> Iterator[WatchStage]:
    with watch_in(tmp_path) as stage:
        yield stage


def later(here: WatchStage, **span: float) -> None:
    assert isinstance(here.clock, FixedClock)
    here.clock.instant += timedelta(**span)


# --- what is new ------------------------------------------------------------------------------------------


def test_what_is_due_is_read_stored_and_found(here: WatchStage, server: FeedServer) -> None:
    one, two = here.add(
        server.put("/un", Feed(rss("Grippe", "Éthique"))), server.put("/deux", Feed(rss("Sœur")))
    )

    report = here.refresh()

    assert (report.read, report.unchanged, report.new_items, report.failed) == (2, 0, 3, ())
    assert here.titles() == ["Grippe", "Sœur", "Éthique"]
    assert here.titles("ethiq") == ["Éthique"]
    assert here.sources.get(one.id).title == "Revue"
    assert here.sources.get(two.id).site == "https://exemple.fr/"
    assert here.state(one).read_at == NOW


def test_nothing_is_read_before_its_time(here: WatchStage, server: FeedServer) -> None:
    (source,) = here.add(server.put("/un", Feed(rss("Grippe"))))
    here.refresh()

    early = here.refresh()
    due = here.state(source).due_at
    later(here, hours=25)
    here.refresh()

    assert (early.read, early.unchanged) == (0, 0)
    assert due is not None
    assert due > NOW
    assert len(server.asked) == 2


def test_an_unchanged_source_costs_one_question(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", Feed(rss("Grippe"))))
    here.refresh()
    cleaned = here.cleaner.cleaned

    report = here.refresh(force=True)

    assert (report.read, report.unchanged, report.new_items) == (0, 1, 0)
    assert "if-none-match" in server.asked[1].headers
    assert here.cleaner.cleaned == cleaned


def test_the_same_body_again_is_unchanged_even_without_a_mark(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", Feed(rss("Grippe"), marked=False)))
    here.refresh()

    report = here.refresh(force=True)

    assert (report.read, report.unchanged) == (0, 1)


def test_only_what_is_new_in_a_feed_is_cleaned(here: WatchStage, server: FeedServer) -> None:
    feed = Feed(rss("A", "B", "C"))
    here.add(server.put("/un", feed))
    here.refresh()
    feed.body = rss("A", "B", "C", "D")

    report = here.refresh(force=True)

    assert report.new_items == 1
    assert here.cleaner.cleaned == 4


def test_new_identities_of_the_same_articles_give_no_doubles(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", NewIdentities(("A", "B"))))
    here.refresh()

    report = here.refresh(force=True)

    assert (report.read, report.new_items) == (1, 0)
    assert here.titles() == ["A", "B"]


def test_one_source_may_be_read_alone(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", Feed(rss("A"))))
    two = here.sources.change(here.add(server.put("/deux", Feed(rss("B"))))[0].id, paused=True)

    report = here.refresh(two)

    assert report.read == 1
    assert server.paths() == ["/deux"]


def test_what_is_paused_or_on_paper_is_not_fetched(here: WatchStage, server: FeedServer) -> None:
    (source,) = here.add(server.put("/un", Feed(rss("A"))))
    here.sources.change(source.id, paused=True)
    here.sources.add(SourceKind.PAPER, "presse", NOW)

    report = here.refresh(force=True)

    assert report.read == 0
    assert server.asked == []


def test_a_permanent_redirect_is_kept(here: WatchStage, server: FeedServer) -> None:
    there = server.put("/nouveau", Feed(rss("A")))
    (source,) = here.add(server.put("/ancien", served.leads_to("/nouveau", 301)))

    here.refresh()

    assert here.sources.get(source.id).address == there


def test_a_permanent_redirect_to_a_page_is_not_kept(here: WatchStage, server: FeedServer) -> None:
    server.put("/connexion", served.gives(b"<html><body>Connexion</body></html>", "text/html"))
    (source,) = here.add(server.put("/flux", served.leads_to("/connexion", 301)))

    here.refresh()

    assert here.sources.get(source.id).address == server.url + "/flux"
    assert here.state(source).trouble is SourceTrouble.NOT_A_FEED


def test_a_feed_that_says_where_it_moved_is_followed_once_it_is_there(
    tmp_path: Path, server: FeedServer
) -> None:
    there = server.put("/nouveau", Feed(rss("A", "B")))
    with watch_in(tmp_path, inside=lambda address: False) as here:
        right, wrong = here.add(
            server.put("/ancien", Feed(moved_to(there))),
            server.put("/autre", Feed(moved_to(server.url + "/rien"))),
        )

        here.refresh()

        assert here.sources.get(right.id).address == there
        assert here.sources.get(wrong.id).address == server.url + "/autre"


def moved_to(place: str) -> bytes:
    space = b'<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    extra = f"<itunes:new-feed-url>{place}</itunes:new-feed-url>"
    return rss("A", extra=extra).replace(b"<rss ", space)


# --- troubles ---------------------------------------------------------------------------------------------


def test_hostile_neighbours_take_nothing_from_the_good_ones(here: WatchStage) -> None:
    acts: dict[str, tuple[served.Act, SourceTrouble | None]] = {
        "/bon": (Feed(rss("A")), None),
        "/sans-fin": (served.endless, SourceTrouble.TOO_LONG),
        "/enorme": (served.enormous, SourceTrouble.TOO_LONG),
        "/bombe": (served.bomb(), SourceTrouble.TOO_LONG),
        "/gouttes": (served.drips(0.05), SourceTrouble.TIMED_OUT),
        "/muet": (served.silent, SourceTrouble.TIMED_OUT),
        "/page": (served.gives(b"<html><body>Non</body></html>", "text/html"), SourceTrouble.NOT_A_FEED),
        "/parti": (served.refuses(410), SourceTrouble.GONE),
        "/interdit": (served.refuses(403), SourceTrouble.REFUSED),
        "/cle": (served.refuses(401), SourceTrouble.SIGN_IN_NEEDED),
        "/panne": (served.refuses(500), SourceTrouble.SERVER_TROUBLE),
        "/fichier": (served.leads_to("file:///etc/passwd"), SourceTrouble.UNSAFE_ADDRESS),
        "/coupe": (served.resets, SourceTrouble.NO_ANSWER),
        "/autre-bon": (Feed(rss("B")), None),
    }
    servers = [FeedServer() for _ in acts]
    for one in servers:
        one.__enter__()
    try:
        addresses = [one.put(path, acts[path][0]) for one, path in zip(servers, acts, strict=True)]
        sources = here.add(*addresses)
        report = here.refresh()
    finally:
        for one in servers:
            one.__exit__(None, None, None)

    assert {path: here.state(source).trouble for path, source in zip(acts, sources, strict=True)} == {
        path: trouble for path, (_, trouble) in acts.items()
    }
    assert (report.read, len(report.failed), report.offline) == (2, 12, False)
    assert here.titles() == ["A", "B"]


def test_a_server_is_asked_by_two_at_most(here: WatchStage, server: FeedServer) -> None:
    here.add(*(server.put(f"/{name}", served.slow(Feed(rss(f"T{name}")), 0.03)) for name in range(8)))

    report = here.refresh()

    assert report.read == 8
    assert server.busiest == 2


def test_a_server_that_asks_to_wait_is_left_alone_as_a_whole(here: WatchStage, server: FeedServer) -> None:
    sources = here.add(
        *(server.put(f"/{name}", served.refuses(429, Retry_After="7200")) for name in range(6))
    )

    report = here.refresh()
    forced = here.refresh(force=True)

    assert len(server.asked) <= 2
    assert report.waits_until == forced.waits_until == NOW + timedelta(hours=2)
    assert {here.state(source).due_at for source in sources} == {NOW + timedelta(hours=2)}
    assert {here.state(source).trouble for source in sources} == {SourceTrouble.ASKED_TO_WAIT}
    assert {here.state(source).failures for source in sources} == {0}


def test_a_server_may_be_asked_again_after_its_wait(here: WatchStage, server: FeedServer) -> None:
    act = InTurn([served.refuses(503, Retry_After="60"), Feed(rss("A"))])
    (source,) = here.add(server.put("/un", act))
    here.refresh()
    later(here, hours=2)

    report = here.refresh()

    assert report.read == 1
    assert here.state(source).trouble is None


def test_a_dead_source_is_paused_with_its_cause(here: WatchStage, server: FeedServer) -> None:
    (source,) = here.add(server.put("/un", served.refuses(410)))

    reports = [here.refresh() for _ in range(3) if not later(here, days=2)]

    assert [report.paused for report in reports] == [(), (), (source.id,)]
    assert here.sources.get(source.id).paused
    assert (here.state(source).trouble, here.state(source).detail) == (SourceTrouble.GONE, "410")
    assert here.refresh(force=True).failed == ()


def test_being_offline_is_told_once_and_no_source_is_blamed(here: WatchStage) -> None:
    sources = here.add(*(f"http://lieu-{number}.invalid/flux" for number in range(20)))

    report = here.refresh()

    assert report.offline
    assert report.failed == ()
    assert {here.state(source).failures for source in sources} == {0}


def test_a_wrong_name_among_good_ones_is_that_source_s_own_trouble(
    here: WatchStage, server: FeedServer
) -> None:
    wrong, _ = here.add("http://nulle-part.invalid/flux", server.put("/un", Feed(rss("A"))))

    report = here.refresh()

    assert not report.offline
    assert [state.source for state in report.failed] == [wrong.id]


def test_what_we_cannot_digest_is_the_trouble_of_one_source(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", Feed(rss("A"))), server.put("/deux", Feed(rss("B"))))
    usual = here.cleaner.text

    def stumbles(html: str) -> str:
        if "Texte de A" in html:
            raise ZeroDivisionError
        return usual(html)

    here.cleaner.text = stumbles

    report = here.refresh()

    assert [(state.trouble, state.detail) for state in report.failed] == [
        (SourceTrouble.NOT_UNDERSTOOD, "ZeroDivisionError")
    ]
    assert here.titles() == ["B"]


# --- interruptions ----------------------------------------------------------------------------------------


class Enough(Exception):
    """The person cancelled."""


def test_a_cancelled_refresh_keeps_what_was_read(here: WatchStage) -> None:
    with FeedServer() as quick, FeedServer() as slow:
        good = here.add(*(quick.put(f"/{name}", Feed(rss(f"T{name}"))) for name in range(4)))
        stuck = here.add(*(slow.put(f"/{name}", served.silent) for name in range(4)))

        def progress(done: int, total: int) -> None:
            assert total == 8
            if done >= 4:
                raise Enough

        with pytest.raises(Enough):
            here.service.refresh(progress)

    assert here.titles() == ["T0", "T1", "T2", "T3"]
    assert all(here.state(source).read_at == NOW for source in good)
    assert all(here.state(source).tried_at is None for source in stuck)


def test_a_refresh_after_a_cancelled_one_goes_on(here: WatchStage, server: FeedServer) -> None:
    here.add(server.put("/un", Feed(rss("A"))))

    def progress(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        here.service.refresh(progress)

    assert here.refresh().new_items == 1


def test_progress_goes_up_to_the_end(here: WatchStage, server: FeedServer) -> None:
    here.add(*(server.put(f"/{name}", Feed(rss(f"T{name}"))) for name in range(5)))
    told: list[tuple[int, int]] = []

    here.service.refresh(lambda done, total: told.append((done, total)))

    assert told[0] == (0, 5)
    assert told[-1] == (5, 5)
    assert told == sorted(told)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_killed_refresh_loses_nothing_that_was_read_and_doubles_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    with FeedServer() as quick, FeedServer() as slow:
        with watch_in(folder) as before:
            before.add(*(quick.put(f"/{name}", Feed(rss(f"T{name}"))) for name in range(6)))
            before.add(*(slow.put(f"/{name}", served.silent) for name in range(6)))
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], cwd=os.curdir)
        stored = until(lambda: count_items(folder) > 0, seconds=30)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        kept = count_items(folder)
        for name in range(6):
            slow.put(f"/{name}", Feed(rss(f"S{name}")))
        with watch_in(folder) as after:
            after.refresh(force=True)
            titles = after.titles()

    assert stored
    assert kept > 0
    assert titles == [f"S{name}" for name in range(6)] + [f"T{name}" for name in range(6)]


def count_items(folder: Path) -> int:
    file = next(folder.glob("*.db"))
    with sqlite3.connect(file) as tables:
        return int(tables.execute("SELECT count(*) FROM watch_items").fetchone()[0])
