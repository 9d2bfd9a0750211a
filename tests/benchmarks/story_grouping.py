"""Measure the grouping of items into stories: `python -m tests.benchmarks.story_grouping`.

First how well it groups the labelled headlines, with every pair that is wrong. Then how fast it finds the
stories of 15,000 items among 50,000 recent ones. That stream is made up: events of a dozen kinds in
thousands of towns, so that nearly every item has others that look like it. Times are of the processor, per
item, the best of three rounds, and of hundreds of items in a row (the tenth that other programs disturbed
least, and the middle). How long this computer takes for a million empty turns stands beside them.
"""

import gc
import random
import statistics
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from cmstation.domain import story_words
from cmstation.domain.stories import Arrival, Grouper, StoryKey
from cmstation.domain.story_fingerprints import Fingerprint, fingerprint
from cmstation.domain.web_addresses import canonical
from tests.domain.stories import labelled, stream

RECENT, NEW, ROUNDS, AT_ONCE = 50_000, 15_000, 3, 100
GOAL_US, GOAL_MB = 60, 60


def print_quality() -> None:
    """Print precision and recall on the labelled headlines, in several orders, and what is wrong."""
    items = labelled.read()
    arrivals = labelled.arrivals(items)
    keys = Grouper().add_all(arrivals)
    stories, alike = len({item.story for item in items}), len(labelled.look_alikes(items))
    print(f"{len(items)} labelled headlines, {stories} stories, {alike} pairs that only look alike")
    for name, half in {
        "fitted": [item for item in items if not item.held_out],
        "held out": [item for item in items if item.held_out],
        "overall": items,
    }.items():
        print(f"  {name:<10}{worded(labelled.score(half, keys))}")
    for seed in range(5):
        grouper = Grouper()
        mixed = {one.item: grouper.add(one) for one in random.Random(seed).sample(arrivals, len(arrivals))}
        moved = len(items) - sum(map(len, labelled.groups(keys) & labelled.groups(mixed)))
        print(f"  order {seed}   {worded(labelled.score(items, mixed))}, {moved} items in other groups")
    for one, other in combinations(items, 2):
        if (one.story == other.story) != (keys[one.item] == keys[other.item]):
            print("  missed" if one.story == other.story else "  wrong ", one.title, "<>", other.title)


def worded(score: labelled.Score) -> str:
    return f"precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}"


def empty_loop_ms() -> float:
    """Return the time of a million empty turns."""
    start = time.process_time()
    for _ in range(1_000_000):
        pass
    return (time.process_time() - start) * 1_000


def per_item(work: Callable[[int], object], count: int) -> list[float]:
    """Do something for each item; return the microseconds that each hundred took per item."""
    gc.collect()
    took: list[float] = []
    for first in range(0, count, AT_ONCE):
        start = time.process_time()
        for place in range(first, min(first + AT_ONCE, count)):
            work(place)
        took.append((time.process_time() - start) * 1e6 / AT_ONCE)
    return took


def restored(stored: Sequence[tuple[Arrival, bytes]], stories: Mapping[int, StoryKey]) -> Grouper:
    """Build a grouper as a start does, from what was stored."""
    grouper = Grouper()
    for arrival, blob in stored:
        mark = Fingerprint.unpacked(blob)
        grouper.add(Arrival(arrival.item, arrival.source, arrival.at, mark, stories[arrival.item]))
    return grouper


def pairs(counts: Iterable[int]) -> int:
    """Return how many pairs groups of these sizes hold."""
    return sum(count * (count - 1) // 2 for count in counts)


def print_speed() -> float:
    """Print what each step takes; return the microseconds of fingerprint and story together."""
    rows = stream.rows(RECENT + NEW, 1, per_day=13_000)
    recent, new = stream.arrivals(rows[:RECENT]), rows[RECENT:]
    stories = Grouper().add_all(recent)
    stored = [(arrival, arrival.mark.packed()) for arrival in recent]
    addresses = [canonical(row.link) for row in new]
    rounds: list[dict[str, list[float]]] = []
    stories_of_all: dict[int, StoryKey] = {}
    for _ in range(ROUNDS):
        grouper = restored(stored, stories)
        story_words.forget()
        marks: list[Fingerprint] = []
        found: dict[int, StoryKey] = {}
        turns = empty_loop_ms()

        def take(place: int, marks: list[Fingerprint] = marks) -> None:
            marks.append(fingerprint(new[place].title, new[place].summary, addresses[place]))

        def find(
            place: int,
            marks: list[Fingerprint] = marks,
            found: dict[int, StoryKey] = found,
            grouper: Grouper = grouper,
        ) -> None:
            row, item = new[place], RECENT + 1 + place
            found[item] = grouper.add(Arrival(item, row.source, row.at, marks[place]))

        rounds.append(
            {
                "canonical address": per_item(lambda place: canonical(new[place].link), NEW),
                "fingerprint": per_item(take, NEW),
                "story": per_item(find, NEW),
                "turns": [turns],
            }
        )
        stories_of_all = {**stories, **found}
    print(
        f"{NEW} items among {RECENT}; a million empty turns take {min(r['turns'][0] for r in rounds):.0f} ms"
    )
    total = 0.0
    for step in ("canonical address", "fingerprint", "story"):
        best = min((took[step] for took in rounds), key=statistics.fmean)
        total += statistics.fmean(best) if step != "canonical address" else 0
        tenth, middle = statistics.quantiles(best, n=10)[0], statistics.median(best)
        mean = statistics.fmean(best)
        print(f"  {step:<18} mean {mean:5.1f} µs   undisturbed {tenth:5.1f}   middle {middle:5.1f}")
    print(f"  fingerprint and story: {total:.1f} µs an item (goal {GOAL_US})")
    both = Counter((stories_of_all[place + 1], row.story) for place, row in enumerate(rows))
    right = pairs(both.values())
    precision = right / pairs(Counter(stories_of_all.values()).values())
    recall = right / pairs(Counter(row.story for row in rows).values())
    print(f"  precision {precision:.3f}, recall {recall:.3f} of pairs in the stream")
    return total


def print_memory() -> float:
    """Print what the recent items cost; return the megabytes."""
    arrivals = stream.arrivals(stream.rows(RECENT, 1, per_day=13_000))
    stories = Grouper().add_all(arrivals)
    stored = [(arrival, arrival.mark.packed()) for arrival in arrivals]
    start = time.process_time()
    restored(stored, stories)
    print(f"restoring {RECENT} items from their fingerprints: {time.process_time() - start:.2f} s")
    del arrivals
    gc.collect()
    tracemalloc.start()
    grouper = restored(stored, stories)
    gc.collect()
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    size = statistics.fmean(len(blob) for _arrival, blob in stored)
    print(f"  memory of {len(grouper)} recent items {megabytes:.1f} MB (goal {GOAL_MB})", end="; ")
    print(f"a stored fingerprint {size:.0f} bytes")
    return megabytes


def main() -> int:
    print_quality()
    speed, memory = print_speed(), print_memory()
    return 0 if speed <= GOAL_US and memory <= GOAL_MB else 1


if __name__ == "__main__":
    raise SystemExit(main())
