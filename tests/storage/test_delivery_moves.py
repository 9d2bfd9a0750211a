"""States of deliveries only move along allowed edges, whatever is tried in whatever order."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.delivery_errors import PayloadChanged, TooLate, WrongState
from cmstation.domain.drafts import state_of
from cmstation.domain.networks import Receipt
from tests.storage.station import NOW, OWNER, Station, in_hours

S = DeliveryState
LATER = in_hours(1)

# Written out on purpose: this table is the rule, the code is what is tested.
EDGES: dict[str, dict[DeliveryState, DeliveryState]] = {
    "claim": {S.WAITING: S.PREPARING},
    "arm": {S.PREPARING: S.SENDING},
    "sent": dict.fromkeys((S.SENDING, S.UNCERTAIN, S.HANDED_OVER, S.ON_NETWORK), S.SENT),
    "scheduled": dict.fromkeys((S.SENDING, S.UNCERTAIN, S.HANDED_OVER, S.ON_NETWORK), S.ON_NETWORK),
    "uncertain": dict.fromkeys((S.SENDING, S.ON_NETWORK, S.UNCERTAIN), S.UNCERTAIN),
    "failed": dict.fromkeys(
        (S.WAITING, S.PREPARING, S.SENDING, S.UNCERTAIN, S.ON_NETWORK, S.HANDED_OVER), S.FAILED
    ),
    "held": {S.WAITING: S.HELD},
    "handed_over": dict.fromkeys((S.WAITING, S.HELD, S.PREPARING, S.FAILED), S.HANDED_OVER),
    "again": dict.fromkeys((S.PREPARING, S.SENDING, S.UNCERTAIN, S.FAILED, S.HELD), S.WAITING),
    "again, thawed": dict.fromkeys((S.PREPARING, S.SENDING, S.UNCERTAIN, S.FAILED, S.HELD), S.WAITING),
    "withdrawn": {S.ON_NETWORK: S.CANCELLED},
    "cancel": dict.fromkeys((S.WAITING, S.HELD, S.FAILED, S.HANDED_OVER), S.CANCELLED),
    "reschedule": dict.fromkeys((S.WAITING, S.HELD, S.FAILED), S.WAITING),
    "recover": {S.PREPARING: S.WAITING, S.SENDING: S.UNCERTAIN},
}
# These say "nothing to do" where others refuse.
QUIET = {"claim", "recover"}
SAME_AGAIN = {("sent", S.SENT), ("scheduled", S.SENT), ("cancel", S.CANCELLED)}


def attempt(station: Station, delivery: int, verb: str) -> None:
    """Try one change."""
    outbox = station.deliveries
    tries: dict[str, Callable[[], object]] = {
        "claim": lambda: outbox.claim(delivery, NOW, OWNER),
        "arm": lambda: outbox.arm(delivery, NOW, OWNER, b"{}", "digest"),
        "sent": lambda: outbox.sent(delivery, NOW, Receipt("1", "")),
        "scheduled": lambda: outbox.sent(delivery, NOW, Receipt("1", "", scheduled=True)),
        "uncertain": lambda: outbox.uncertain(delivery, NOW, "outcome_unknown", "", ()),
        "failed": lambda: outbox.failed(delivery, NOW, "content_refused", ""),
        "held": lambda: outbox.held(delivery, NOW),
        "handed_over": lambda: outbox.handed_over(delivery, NOW),
        "again": lambda: outbox.again(delivery, NOW, NOW, "not_sent", ""),
        "again, thawed": lambda: outbox.again(delivery, NOW, NOW, "not_sent", "", thaw=True),
        "withdrawn": lambda: outbox.withdrawn(delivery, NOW),
        "cancel": lambda: outbox.cancel(delivery, NOW),
        "reschedule": lambda: outbox.reschedule(delivery, NOW, LATER, NOW, False),
        "recover": lambda: outbox.recover(NOW, lambda _: False),
    }
    tries[verb]()


def expected(before: Delivery, verb: str) -> DeliveryState | None:
    """Return the state an edge leads to; None when there is no such edge."""
    return EDGES[verb].get(before.state)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(verbs=st.lists(st.sampled_from(sorted(EDGES)), min_size=1, max_size=12))
def test_states_only_move_along_allowed_edges(station: Station, verbs: list[str]) -> None:
    account = station.accounts.all()[0] if station.accounts.all() else station.account()
    post = station.post(account)
    delivery = station.waiting(post, account).id

    for verb in verbs:
        before = station.deliveries.get(delivery)
        refused = False
        try:
            attempt(station, delivery, verb)
        except (WrongState, TooLate, PayloadChanged):
            refused = True
        after = station.deliveries.get(delivery)
        target = expected(before, verb)
        if target is None:
            assert after == before, verb
            assert refused or verb in QUIET or (verb, before.state) in SAME_AGAIN
        else:
            assert (after.state, refused) == (target, False), verb
        assert after.key == before.key
        assert station.posts.get(post.id).state is state_of(post.stage, [after.state])


def test_from_every_state_every_change_obeys_the_table(sqlite_station: Station) -> None:
    station = sqlite_station
    account = station.account()

    for state in DeliveryState:
        for verb in EDGES:
            delivery = station.in_state(station.post(account), account, state)
            try:
                attempt(station, delivery.id, verb)
                refused = False
            except (WrongState, TooLate):
                refused = True
            after = station.deliveries.get(delivery.id)
            target = expected(delivery, verb)
            assert after.state is (target or state), (state, verb)
            quiet = verb in QUIET or (verb, state) in SAME_AGAIN
            assert refused == (target is None and not quiet), (state, verb)
