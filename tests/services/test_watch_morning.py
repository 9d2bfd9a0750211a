"""Morning mode: each story decided once, drafts that fit, and a place that survives a kill."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.checks.findings import Severity, Topic
from cmstation.domain.drafts import Draft
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Network
from cmstation.domain.watch import DecisionKind, Reading, StoryFilter
from tests.services.watch_bench import WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVERYTHING = StoryFilter()
LONG = "La télésurveillance des insuffisants cardiaques " + "change le quotidien des familles, " * 20


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


def three_stories(bench: WatchBench) -> tuple[int, ...]:
    """Store three stories; the newest comes first in a morning."""
    source = bench.source()
    for ago, title in enumerate(("Un potager au collège", "Grippe, la campagne", "Un parking fermé"), 1):
        bench.tell(source, title, "Des mots.", ago=ago * HOUR)
    bench.refresh()
    return bench.station.watch_morning.begin(EVERYTHING).queue


def relayed(bench: WatchBench, *networks: Network, title: str = "La télésurveillance progresse") -> Draft:
    story = bench.item(title, "Une étude.").story
    accounts = [bench.account(network).id for network in networks]
    decision = bench.station.watch_morning.decide(story, DecisionKind.RELAY, accounts, "Camille").value
    return bench.station.drafts.open(decision.posts[0])


# --- the round ---


def test_a_morning_shows_what_is_not_decided_the_newest_first(bench: WatchBench) -> None:
    three_stories(bench)
    state = bench.station.watch_morning.begin(EVERYTHING)

    titles = [bench.station.watch_reading.story(story)[0].title for story in state.queue]

    assert titles == ["Un potager au collège", "Grippe, la campagne", "Un parking fermé"]
    assert (state.at, state.seconds, state.decided, state.began_at) == (0, 0, 0, NOW)


def test_a_killed_program_resumes_at_the_same_story_with_its_timer(bench: WatchBench) -> None:
    queue = three_stories(bench)
    bench.station.watch_morning.decide(queue[0], DecisionKind.DISMISS)
    state = bench.station.watch_morning.resume()
    assert state is not None
    bench.station.watch_morning.keep(type(state)(state.queue, state.at, state.began_at, 95, state.decided))

    resumed = bench.restart().watch_morning.resume()

    assert resumed is not None
    assert (resumed.story, resumed.at, resumed.seconds, resumed.decided) == (queue[1], 1, 95, 1)
    assert resumed.began_at == NOW


def test_a_morning_that_ended_is_not_resumed(bench: WatchBench) -> None:
    three_stories(bench)

    bench.station.watch_morning.end()

    assert bench.restart().watch_morning.resume() is None


def test_a_story_cleared_away_meanwhile_leaves_the_round_without_moving_it(bench: WatchBench) -> None:
    queue = three_stories(bench)
    bench.station.watch_morning.decide(queue[0], DecisionKind.REVIEW)
    bench.station.watch_sources.remove(bench.station.watch_sources.all()[0].source.id)

    resumed = bench.station.watch_morning.resume()

    assert resumed is not None
    assert (resumed.queue, resumed.at, resumed.story) == ((queue[0],), 1, None)


def test_what_is_put_off_comes_back_first_the_next_morning(bench: WatchBench) -> None:
    queue = three_stories(bench)
    morning = bench.station.watch_morning
    morning.decide(queue[1], DecisionKind.LATER)
    bench.pass_time(HOUR)
    morning.decide(queue[2], DecisionKind.LATER)

    assert morning.later() == (queue[1], queue[2])
    assert morning.begin(EVERYTHING).queue == (queue[1], queue[2], queue[0])
    assert bench.station.watch_reading.counts().later == 2


def test_what_is_put_off_counts_as_a_step_but_not_as_a_decision(bench: WatchBench) -> None:
    queue = three_stories(bench)

    bench.station.watch_morning.decide(queue[0], DecisionKind.LATER)

    state = bench.station.watch_morning.resume()
    assert state is not None
    assert (state.at, state.decided) == (1, 0)
    (row,) = bench.station.watch_reading.rows([queue[0]])
    assert row.unread


def test_a_round_may_go_again_through_what_was_kept_for_the_review(bench: WatchBench) -> None:
    queue = three_stories(bench)
    bench.station.watch_morning.decide(queue[2], DecisionKind.REVIEW)

    again = bench.station.watch_morning.begin(StoryFilter(reading=Reading.REVIEW))

    assert again.queue == (queue[2],)


def test_a_round_of_what_is_unread_leaves_out_what_was_decided(bench: WatchBench) -> None:
    queue = three_stories(bench)
    bench.station.watch_morning.decide(queue[0], DecisionKind.DISMISS)
    bench.station.watch_reading.set_read([queue[1]], True)

    assert bench.station.watch_morning.begin(StoryFilter(reading=Reading.UNREAD)).queue == (queue[2],)


# --- decisions ---


@pytest.mark.parametrize("kind", [DecisionKind.REVIEW, DecisionKind.DISMISS, DecisionKind.PHYSICIANS])
def test_a_decision_is_kept_with_who_and_when(bench: WatchBench, kind: DecisionKind) -> None:
    story = three_stories(bench)[0]
    bench.pass_time(HOUR)

    bench.station.watch_morning.decide(story, kind, who="Camille")

    decision = bench.restart().watch_reading.story(story)[0].decision
    assert decision is not None
    assert (decision.kind, decision.who, decision.at) == (kind, "Camille", NOW + HOUR)


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_a_decision_that_is_taken_back_leaves_no_trace(bench: WatchBench, kind: DecisionKind) -> None:
    bench.account()
    queue = three_stories(bench)
    before = bench.station.watch_morning.resume()

    undone(bench.station.watch_morning.decide(queue[0], kind, who="Camille"))

    (row,) = bench.station.watch_reading.rows([queue[0]])
    assert (row.decision, row.unread) == (None, True)
    assert bench.station.watch_board.waiting() == ()
    assert bench.station.watch_morning.relayed(queue[0]) == ()
    assert bench.station.watch_morning.resume() == before


def test_what_is_sent_to_physicians_waits_on_the_board_once(bench: WatchBench) -> None:
    story = three_stories(bench)[0]
    morning = bench.station.watch_morning

    morning.decide(story, DecisionKind.PHYSICIANS, who="Camille", question="Est-ce solide ?")
    morning.decide(story, DecisionKind.PHYSICIANS, who="Camille", question="Est-ce solide ?")

    (row,) = bench.station.watch_board.waiting()
    assert (row.item.story, row.opinion.question, row.opinion.asked_by) == (
        story,
        "Est-ce solide ?",
        "Camille",
    )


def test_a_story_that_is_not_there_is_not_decided(bench: WatchBench) -> None:
    with pytest.raises(NotFound):
        bench.station.watch_morning.decide(999, DecisionKind.DISMISS)


# --- relays ---


def test_a_relay_is_a_draft_with_title_source_and_link(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON)

    assert draft.title == "La télésurveillance progresse"
    assert draft.text == "La télésurveillance progresse\n\nSource\u00a0: Gazette"
    assert draft.link == "https://gazette.example/feed/0"
    assert draft.sources == "Gazette, 13/10/2026, https://gazette.example/feed/0"


def test_a_relay_and_its_item_know_each_other(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON)
    item = bench.found("La télésurveillance progresse")

    assert bench.station.watch_reading.made_of(draft.id) == item.id
    assert item.decision is not None
    assert item.decision.posts == (draft.id,)


def test_a_relay_is_for_the_chosen_accounts_or_for_all(bench: WatchBench) -> None:
    chosen, other = bench.account(Network.MASTODON), bench.account(Network.BLUESKY)
    first, second, _third = three_stories(bench)
    decide = bench.station.watch_morning.decide

    some = decide(first, DecisionKind.RELAY, [chosen.id]).value.posts[0]
    every = decide(second, DecisionKind.RELAY).value.posts[0]

    assert bench.station.drafts.open(some).accounts == (chosen.id,)
    assert bench.station.drafts.open(every).accounts == (chosen.id, other.id)


def test_versions_follow_the_base_where_it_fits(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON, Network.BLUESKY, Network.X, Network.LINKEDIN)

    assert [version.detached for version in draft.versions] == [False] * 4


def test_an_account_that_the_base_is_too_long_for_gets_its_own_words_and_the_base_stays_whole(
    bench: WatchBench,
) -> None:
    draft = relayed(bench, Network.X, Network.BLUESKY, Network.FACEBOOK, Network.YOUTUBE, title=LONG)

    whole = LONG.strip()
    assert draft.text.startswith(whole)
    of_x, _bluesky, facebook, youtube = draft.versions
    assert of_x.text is not None
    assert of_x.text.endswith("Source\u00a0: Gazette")
    assert "…" in of_x.text
    assert whole.startswith(of_x.text.partition("…")[0])
    assert facebook.text is None
    assert youtube.title is not None
    assert len(youtube.title) <= 100
    blocking = {
        (finding.topic, finding.account)
        for finding in bench.station.drafts.findings(draft)
        if finding.severity is Severity.BLOCKING
    }
    assert {topic for topic, _ in blocking} <= {Topic.PICTURE_NEEDED, Topic.NO_ACCOUNT}


def test_deciding_twice_makes_no_second_draft_but_adds_the_accounts(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON)
    item, more = bench.found("La télésurveillance progresse"), bench.account(Network.BLUESKY)
    morning = bench.station.watch_morning
    assert morning.relayed(item.story) == (draft.id,)

    done = morning.decide(item.story, DecisionKind.RELAY, [more.id])

    assert done.value.posts == (draft.id,)
    assert bench.station.drafts.open(draft.id).accounts == (*draft.accounts, more.id)
    undone(done)
    assert bench.station.drafts.open(draft.id).accounts == draft.accounts
    assert morning.relayed(item.story) == (draft.id,)


def test_another_draft_is_made_when_it_is_asked_for(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON)
    item = bench.found("La télésurveillance progresse")

    done = bench.station.watch_morning.decide(item.story, DecisionKind.RELAY, again=True)

    assert done.value.posts != (draft.id,)
    assert len(bench.station.watch_morning.relayed(item.story)) == 2


def test_a_draft_in_the_bin_does_not_keep_the_story_from_being_relayed_anew(bench: WatchBench) -> None:
    draft = relayed(bench, Network.MASTODON)
    item = bench.found("La télésurveillance progresse")
    bench.station.drafts.delete(draft.id)

    done = bench.station.watch_morning.decide(item.story, DecisionKind.RELAY)

    assert done.value.posts != (draft.id,)


def test_undo_puts_the_draft_into_the_bin(bench: WatchBench) -> None:
    bench.account()
    story = three_stories(bench)[0]
    done = bench.station.watch_morning.decide(story, DecisionKind.RELAY)

    undone(done)

    assert bench.station.drafts.open(done.value.posts[0]).deleted_at is not None
    assert done.changes.posts == {done.value.posts[0]}
    assert done.changes.watch


def test_the_sources_of_a_story_are_all_named(bench: WatchBench) -> None:
    bench.account()
    one, two = bench.source("gazette"), bench.source("courrier")
    title = "La Clinique des Tilleuls ouvre une unité de télésurveillance cardiaque"
    for source, ago in ((one, 1), (two, 2)):
        bench.tell(source, title, "Quarante patients seront suivis.", ago=ago * HOUR)
    bench.refresh()
    (story,) = bench.station.watch_reading.keys(EVERYTHING)

    posts = bench.station.watch_morning.decide(story, DecisionKind.RELAY).value.posts

    lines = bench.station.drafts.open(posts[0]).sources.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["Courrier", "Gazette"]


def test_an_article_on_paper_is_relayed_without_a_link_and_names_its_newspaper(bench: WatchBench) -> None:
    bench.account()
    added = bench.station.watch_reading.add_paper("Portrait", "Le Courrier du Val", None, "Une page.").value

    posts = bench.station.watch_morning.decide(added.story, DecisionKind.RELAY).value.posts

    draft = bench.station.drafts.open(posts[0])
    assert (draft.text, draft.link) == ("Portrait\n\nSource\u00a0: Le Courrier du Val", "")
