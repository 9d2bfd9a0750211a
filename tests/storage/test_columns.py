"""What goes into a column comes out of it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from cmstation.domain.folding import storable
from cmstation.domain.networks import Json, Network, Way
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage.post_fields import PostFields
from tests.storage.station import NOW, Station

ON_ONE_DATABASE = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD_TEXTS = (
    "a\x00b",
    "\ud800",
    "fin \udfff",
    "😀\ud83d",
    "مرحبا بكم في العيادة",
    "\u202eabc\u202c",
    "e\u0301",
    "  \r\n\t ",
    "🩸" * 50,
)


def moments() -> st.SearchStrategy[datetime]:
    """Draw aware instants in any zone."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    return st.datetimes(datetime(1970, 1, 3), datetime(9999, 12, 29), timezones=offsets)  # noqa: DTZ001


@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_every_text_comes_back_as_far_as_it_can_be_stored(station: Station, odd: str) -> None:
    account, medium = station.account(name=odd), station.medium(odd, alt_text=odd)
    theme, campaign = station.labels.add_theme(odd, odd), station.labels.add_campaign(odd)
    template = station.labels.add_template(odd, odd, odd)
    post = station.posts.add(
        NOW, title=odd, text=odd, tags=(odd,), link=odd, sources=odd, first_comment=odd, language=odd
    )
    station.posts.set_version(
        post.id, account.id, NOW, text=odd, title=odd, link=odd, first_comment=odd, options={odd: odd}
    )
    station.posts.attach(post.id, medium.id, NOW, alt_text=odd)
    kept = station.posts.snapshot(post.id, NOW, odd)
    station.settings.set("odd", {odd: [odd, None, 1]})
    delivery = station.waiting(post, account)
    station.deliveries.journal_note(delivery.id, "odd", odd)
    station.deliveries.claim(delivery.id, NOW, "owner")
    failed = station.deliveries.failed(delivery.id, NOW, odd, odd)
    clean = storable(odd)

    after = station.posts.get(post.id)
    version = after.version(account.id)

    assert {after.title, after.text, after.link, after.sources, after.first_comment, after.language} == {
        clean
    }
    assert {version.text, version.title, version.link, version.first_comment} == {clean}
    assert (after.tags, version.options, after.attachments[0].alt_text) == ((clean,), {clean: clean}, clean)
    assert (account.name, theme.name, campaign.name, template.text) == (clean,) * 4
    assert (medium.file_name, medium.alt_text) == (clean, clean)
    assert kept is not None
    assert (kept.reason, kept.text, kept.content["tags"]) == (clean, clean, [clean])
    assert station.settings.get("odd") == {clean: [clean, None, 1]}
    assert station.deliveries.journal_get(delivery.id, "odd") == clean
    assert (failed.error, failed.detail) == (clean, clean)


def test_a_very_long_text_comes_back_whole(station: Station) -> None:
    text = "Œuvre de l’équipe. " * 60_000

    post = station.post(text=text)

    assert len(text.encode()) > 1_000_000
    assert station.posts.get(post.id).text == text


@ON_ONE_DATABASE
@given(
    title=st.text(),
    tags=st.lists(st.text(max_size=20), max_size=4),
    options=st.dictionaries(st.text(), st.text()),
)
def test_texts_of_all_kinds_come_back(
    station: Station, title: str, tags: list[str], options: dict[str, str]
) -> None:
    account = station.accounts.all()[0] if station.accounts.all() else station.account()
    post = station.posts.add(NOW, title=title, tags=tags, accounts=[account.id])

    after = station.posts.set_version(post.id, account.id, NOW, options=options)

    assert (after.title, after.tags) == (storable(title), tuple(map(storable, tags)))
    assert after.version(account.id).options == {storable(name): storable(options[name]) for name in options}


@ON_ONE_DATABASE
@given(moment=moments())
def test_instants_come_back_in_utc(station: Station, moment: datetime) -> None:
    planned = PlannedTime(moment, "Europe/Paris", moment.replace(tzinfo=None))

    after = station.posts.add(moment, planned=planned)

    assert after.planned == planned
    assert after.created_at == moment
    assert after.created_at.tzinfo is UTC
    assert after.planned is not None
    assert after.planned.wall.tzinfo is None


def test_a_naive_time_is_refused(station: Station) -> None:
    post = station.post()
    naive, aware = NOW.replace(tzinfo=None), NOW
    for planned in (PlannedTime(naive, "UTC", naive), PlannedTime(aware, "UTC", aware)):
        with pytest.raises(StatementError) as refused:
            station.posts.update(post.id, NOW, expected=None, **PostFields(planned=planned))
        assert isinstance(refused.value.orig, TypeError)
    with pytest.raises(StatementError):
        station.posts.add(naive)

    assert station.posts.get(post.id) == post


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("é"), inner, max_size=1),
    max_leaves=6,
)


@ON_ONE_DATABASE
@given(value=VALUES)
def test_settings_of_all_kinds_come_back(station: Station, value: Json) -> None:
    station.settings.set("name", value)

    assert station.settings.get("name", "default") == value


def test_a_setting_that_was_never_set_has_its_default(station: Station) -> None:
    station.settings.set("none", None)
    station.settings.set("b", [1])
    station.settings.set("b", [2])

    assert station.settings.get("none", "default") is None
    assert station.settings.get("other", "default") == "default"
    assert station.settings.all() == {"none": None, "b": [2]}


def test_every_network_and_way_can_be_stored(station: Station) -> None:
    account = station.account()

    for network in Network:
        for way in Way:
            after = station.accounts.update(account.id, network=network, way=way)
            assert (after.network, after.way) == (network, way)
