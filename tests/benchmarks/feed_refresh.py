"""Measure a refresh of 300 sources beside others: `python -m tests.benchmarks.feed_refresh`.

A real nginx serves 22 MB of French feeds from a hundred hosts of this computer. Newsboat, a bare pipeline and
ours read them in turn, each in a process of its own: everything is new first, then nothing has changed. Ours
stores all items so that they are found, groups them into stories, and measures how long another thread of it
has to wait for its turn.
"""

import gc
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from cmstation.app import TURN_SECONDS
from cmstation.domain.clock import SystemClock
from cmstation.domain.watch import SourceKind, StoryFilter
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.feed_reading import FeedReader
from cmstation.networks.feed_workshop import FeedWorkshops
from cmstation.services.watch_refresh import Refresh
from cmstation.services.watch_refresh_stories import StoryMemory
from cmstation.services.watch_refresh_storing import RefreshTables
from cmstation.storage.database import Database
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories
from tests.benchmarks import feed_refresh_peers as peers
from tests.benchmarks.feed_refresh_corpus import ITEMS, SOURCES, corpus

ROUNDS = ("first", "unchanged")
GOALS = {"newsboat": {"first": 2.0, "unchanged": 8.0}, "bare": {"first": 1 / 1.5, "unchanged": 1 / 1.5}}
LONGEST_HOLD_MS = 20
_BEAT_S = 0.005
# What a search for this word must find: its theme is in one title of fourteen.
_SEARCHED = "antibioresistance"


def main(arguments: Sequence[str]) -> int:
    """Compare; or be the one of those compared that is ours."""
    if arguments[:1] == ["ours"]:
        return _be_ours(Path(arguments[1]), _addresses(Path(arguments[2])), Path(arguments[3]))
    for name in peers.missing_tools():
        print(f"*** {name} is MISSING: nothing is said about it ***")
    if "nginx" in peers.missing_tools():
        return 1
    with tempfile.TemporaryDirectory() as made:
        return _compare(Path(made))


def _compare(folder: Path) -> int:
    folder.chmod(0o755)
    root = folder / "root"
    root.mkdir()
    names, size = list[str](), 0
    for feed in corpus(datetime.now(UTC)):
        (root / feed.name).write_bytes(feed.content)
        names.append(feed.name)
        size += len(feed.content)
    print(f"{len(names)} sources of {ITEMS} items, {size / 1e6:.1f} MB; bare parser: {peers.parser_name()}")
    seconds: dict[str, dict[str, float]] = {"newsboat": {}, "bare": {}, "ours": {}}
    with peers.nginx(root, folder / "nginx") as hosts:
        addresses = [f"{hosts[place % len(hosts)]}/{name}" for place, name in enumerate(names)]
        (folder / "addresses").write_text("\n".join(addresses))
        for number, name in enumerate(ROUNDS):
            if "newsboat" not in peers.missing_tools():
                run = peers.newsboat(addresses, folder / "newsboat")
                _print(
                    "newsboat", name, run.seconds, run.megabytes, peers.newsboat_items(folder / "newsboat")
                )
                seconds["newsboat"][name] = run.seconds
            for who in ("bare", "ours"):
                seconds[who][name] = _python_run(who, name, folder, number)
    return _judge(seconds)


def _python_run(who: str, name: str, folder: Path, number: int) -> float:
    said = folder / f"{who}-{number}.json"
    # The bare one must not carry what ours imports.
    module = "feed_refresh" if who == "ours" else "feed_refresh_peers"
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", who, str(folder / who)]
    run = peers.measured([*command, str(folder / "addresses"), str(said)])
    figures = cast("dict[str, float]", json.loads(said.read_text()))
    _print(who, name, figures["seconds"], run.megabytes, int(figures["items"]), figures)
    return figures["seconds"]


def _print(
    who: str, name: str, seconds: float, megabytes: float, items: int, more: dict[str, float] | None = None
) -> None:
    print(f"{who:9} {name:10} {seconds:6.2f} s  {megabytes:5.0f} MB  {items} items", end="")
    for key in ("processor", "found", "hold_ms", "usual_hold_ms"):
        if more is not None and key in more:
            print(f"  {key} {more[key]:.1f}", end="")
    print()


def _judge(seconds: dict[str, dict[str, float]]) -> int:
    missed = 0
    for who, goals in GOALS.items():
        for name, goal in goals.items():
            if name in seconds[who]:
                ratio = seconds[who][name] / seconds["ours"][name]
                missed += ratio < goal
                verdict = "reached" if ratio >= goal else "MISSED"
                print(f"{who} / ours, {name}: {ratio:.2f} (goal {goal:.2f}, {verdict})")
    return 1 if missed else 0


def _be_ours(folder: Path, addresses: Sequence[str], said: Path) -> int:
    # As `app.py` and `ui/garbage.py` do.
    sys.setswitchinterval(TURN_SECONDS)
    gc.disable()
    database = Database.in_folder(folder)
    database.open(datetime.now(UTC))
    try:
        sources, ingest, clock = WatchSources(database), WatchIngest(database), SystemClock()
        for address in addresses:
            sources.add(SourceKind.FEED, address, clock.now())
        turn = threading.Lock()
        tables = RefreshTables(sources, ingest, dict, lambda: StoryMemory.of_last_days(ingest, clock.now()))
        reader = FeedReader(FeedFetcher(clock), turn, FeedWorkshops(turn))
        refresh = Refresh(tables, {SourceKind.FEED: reader}, FeedCleaner(), clock, turn)
        stories = WatchStories(database)
        more: dict[str, float] = {}

        def work() -> int:
            report = refresh.refresh(lambda done, total: None, force=True)
            if report.failed or report.read + report.unchanged != SOURCES:
                sys.exit(f"{len(report.failed)} sources failed: {report.failed[:1]}")
            return report.new_items

        began, busy = time.perf_counter(), time.process_time()
        with _beating(more):
            items = work()
        seconds = time.perf_counter() - began, time.process_time() - busy
        more["found"] = stories.count(StoryFilter(words=_SEARCHED))
        _say(said, *seconds, items, more)
    finally:
        database.close()
    return 0


def _say(said: Path, seconds: float, processor: float, items: int, more: dict[str, float]) -> None:
    said.write_text(json.dumps({"seconds": seconds, "processor": processor, "items": items, **more}))


@contextmanager
def _beating(figures: dict[str, float]) -> Generator[None]:
    """Let a thread wake up every few milliseconds; note how late it was at most, as the window would be."""
    ended, late = threading.Event(), list[float]()

    def beat() -> None:
        before = time.perf_counter()
        while not ended.is_set():
            time.sleep(_BEAT_S)
            now = time.perf_counter()
            late.append((now - before - _BEAT_S) * 1000)
            before = now

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    yield
    ended.set()
    thread.join()
    figures |= {"hold_ms": max(late), "usual_hold_ms": statistics.quantiles(late, n=100)[98]}


def _addresses(file: Path) -> list[str]:
    return file.read_text().split()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
