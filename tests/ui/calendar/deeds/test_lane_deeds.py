"""Drops on the lanes of accounts and campaigns change what the lane stands for."""

from datetime import date

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.calendar.dialogs.between_accounts import BetweenAccountsDialog
from cmstation.ui.calendar.look import Landing
from tests.ui.calendar.tab_stage import PARIS, QUIET_DAY, Stage, wall


def test_another_accounts_lane_asks_first_and_cancel_changes_nothing(stage: Stage) -> None:
    old, new = accounts_without_picture(stage)
    key = stage.post(wall(22), accounts=[old])

    stage.drop(key, on=Landing(date(2026, 10, 23), account=new))
    dialog = stage.window(BetweenAccountsDialog)
    assert dialog.old.current() == old
    dialog.keep.click()
    stage.settled()

    assert stage.station.drafts.open(key.identity).accounts == (old,)
    assert stage.wall_of(key) == wall(22)


def test_another_accounts_lane_on_another_day_changes_both_with_one_undo(stage: Stage) -> None:
    old, new = accounts_without_picture(stage)
    key = stage.post(wall(22), accounts=[old])
    stage.station.outbox.plan(key.identity, due=at_wall_time(wall(22), PARIS))
    stage.look()

    stage.drop(key, on=Landing(date(2026, 10, 23), account=new))
    stage.window(BetweenAccountsDialog).change.click()
    stage.settled()

    draft = stage.station.drafts.open(key.identity)
    assert draft.accounts == (new,)
    assert stage.due(key) == [wall(23)]
    stage.undo()
    assert stage.station.drafts.open(key.identity).accounts == (old,)
    assert stage.due(key) == [wall(22)]


def test_a_campaigns_lane_changes_the_campaign_alone_or_the_day_too(stage: Stage) -> None:
    campaign = stage.station.labels.campaigns()[0].id
    key = stage.scheduled(wall(22))

    stage.drop(key, on=Landing(QUIET_DAY, campaign=campaign))
    assert stage.station.drafts.open(key.identity).campaign == campaign
    assert stage.due(key) == [wall(22)]

    stage.drop(key, on=Landing(date(2026, 10, 23), campaign=0))
    assert stage.station.drafts.open(key.identity).campaign is None
    assert stage.due(key) == [wall(23)]
    stage.undo()
    assert stage.station.drafts.open(key.identity).campaign == campaign
    assert stage.due(key) == [wall(22)]


def test_an_event_can_change_its_campaign_and_a_copy_begins_in_another(stage: Stage) -> None:
    campaign = stage.station.labels.campaigns()[0].id
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23))
    event = stage.station.events.add(EventKind.EVENT, "Salon", *days).value
    post = stage.post(wall(22))

    stage.drop(ItemKey(ItemKind.EVENT, event.id), on=Landing(QUIET_DAY, campaign=campaign))
    stage.drop(post, on=Landing(date(2026, 10, 24), campaign=campaign), copies=True)

    assert stage.station.events.get(event.id).campaign == campaign
    assert stage.station.drafts.open(post.identity).campaign is None
    (copy,) = stage.tab.shown.selected()
    assert stage.station.drafts.open(copy.identity).campaign == campaign
    assert stage.wall_of(copy) == wall(24)


def accounts_without_picture(stage: Stage) -> tuple[int, int]:
    """Two accounts that take a text alone."""

    wanted = {Network.BLUESKY, Network.MASTODON, Network.FACEBOOK, Network.LINKEDIN}
    found = [one.id for one in stage.station.accounts.all() if one.network in wanted]
    return found[0], found[1]
