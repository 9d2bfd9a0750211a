"""What WordPress needs and no server is needed for: addresses' words, search plugins, late hours."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import responses
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import OutcomeUnknown, PermissionMissing
from cmstation.domain.networks import Json, Network, Receipt, Verdict, Way
from cmstation.networks.session import Session
from cmstation.networks.wordpress import WordPress, final_slug
from cmstation.networks.wordpress_search_words import plugin_in, search_fields
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import sample

SITE = "https://clinique.example"
POST = f"{SITE}/wp-json/wp/v2/posts/7"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PAYLOAD: dict[str, Json] = {"post": 7, "status": "future", "slug": "a", "date_gmt": "2026-03-02T08:59:00"}
WAITING = Receipt("7", "", scheduled=True)


def publisher() -> WordPress:
    """An account on a site that `responses` plays."""
    account = Account(1, Network.WORDPRESS, Way.DIRECT, "Site", "", SITE, "marie", AccountState.READY, 0)
    return WordPress(Session(), account, Secret({"password": "abcd EFGH ijkl"}), FixedClock(NOW))


def play_index() -> None:
    """Play the first page of the REST interface."""
    responses.get(f"{SITE}/wp-json/", json={"namespaces": ["wp/v2"]})


def post(status: str) -> dict[str, object]:
    """Make a post as the site tells it."""
    return {"id": 7, "status": status, "link": f"{SITE}/a/", "date_gmt": "2026-03-02T08:59:00"}


@pytest.mark.parametrize(
    ("slug", "title", "text", "wanted"),
    [
        ("", "L’été à l’hôpital : 3 conseils", "", "l-ete-a-l-hopital-3-conseils"),
        ("Mon Adresse/choisie", "Titre", "", "mon-adresse-choisie"),
        ("…", "Œuvre & Cœur", "", "oeuvre-coeur"),
        ("", "", "Premiers mots\ndu texte", "premiers-mots-du-texte"),
        ("", "مستشفى", "👩🏽‍⚕️", "cm-"),
        ("", "mot " * 40, "", ("mot-" * 20)[:-1]),
    ],
)
def test_the_words_of_an_address(slug: str, title: str, text: str, wanted: str) -> None:
    outgoing = replace(sample("x"), title=title, text=text, options={"slug": slug})

    found = final_slug(outgoing)

    assert found == (wanted + outgoing.key[:8] if wanted == "cm-" else wanted)


@given(st.text(), st.text())
def test_an_address_is_always_plain(title: str, text: str) -> None:
    slug = final_slug(replace(sample("x", pictures=0), title=title, text=text))

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        ({"meta": {"properties": {"_yoast_wpseo_title": {}, "_yoast_wpseo_metadesc": {}}}}, "yoast"),
        ({"meta": {"properties": {"rank_math_title": {}, "rank_math_description": {}}}}, "rank_math"),
        ({"meta": {"properties": {"_seopress_titles_title": {}, "_seopress_titles_desc": {}}}}, "seopress"),
        ({"meta": {"properties": []}, "aioseo_meta_data": {"type": "object"}}, "aioseo"),
        ({"meta": {"properties": {"_yoast_wpseo_title": {}}}}, None),
        ({"meta": {"properties": []}}, None),
        ({}, None),
    ],
)
def test_a_search_plugin_is_known_by_its_fields(properties: dict[str, Json], name: str | None) -> None:
    plugin = plugin_in({"schema": {"properties": properties}})

    assert (plugin.name if plugin else None) == name


def test_empty_words_for_search_engines_change_nothing() -> None:
    plugin = plugin_in({"schema": {"properties": {"aioseo_meta_data": {}}}})
    assert plugin is not None

    assert search_fields(plugin, "", "Résumé") == {"aioseo_meta_data": {"description": "Résumé"}}


@responses.activate
def test_a_late_site_is_woken_and_asked_again() -> None:
    play_index()
    responses.get(POST, json=post("future"))
    responses.get(f"{SITE}/wp-cron.php", body="")
    responses.get(POST, json=post("publish"))

    finding = publisher().settle(WAITING, PAYLOAD, MemoryJournal())

    assert finding.verdict is Verdict.LIVE
    assert finding.receipt == Receipt("7", f"{SITE}/a/")
    nudge = next(call.request for call in responses.calls if "wp-cron" in str(call.request.url))
    assert "Authorization" not in nudge.headers


@responses.activate
def test_a_site_that_cannot_be_woken_still_keeps_the_post() -> None:
    play_index()
    responses.get(POST, json=post("future"))
    responses.get(f"{SITE}/wp-cron.php", status=403, body="no")

    finding = publisher().settle(WAITING, PAYLOAD, MemoryJournal())

    assert finding.verdict is Verdict.NOT_LIVE
    assert "status: future" in finding.evidence


@responses.activate
def test_before_its_hour_nobody_is_woken() -> None:
    play_index()
    responses.get(POST, json=post("future"))
    hour = (NOW + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%S")

    finding = publisher().settle(WAITING, {**PAYLOAD, "date_gmt": hour}, MemoryJournal())

    assert finding.verdict is Verdict.NOT_LIVE
    assert len(responses.calls) == 2


@responses.activate
def test_a_post_kept_for_approval_is_a_missing_right() -> None:
    play_index()
    responses.post(POST, json=post("pending"))

    with pytest.raises(PermissionMissing) as caught:
        publisher().send(PAYLOAD, MemoryJournal())

    assert (caught.value.code, caught.value.facts["right"]) == ("kept_pending", "publish_posts")


@responses.activate
def test_the_irreversible_call_says_exactly_the_payload() -> None:
    play_index()
    responses.post(POST, json=post("future"))

    receipt = publisher().send(PAYLOAD, MemoryJournal())

    said = json.loads(responses.calls[-1].request.body or b"")
    assert said == {"status": "future", "slug": "a", "date_gmt": "2026-03-02T08:59:00"}
    assert receipt == WAITING


@responses.activate
def test_a_site_without_trash_erases() -> None:
    play_index()
    responses.delete(POST, status=501, json={"code": "rest_trash_not_supported", "message": "…"})
    responses.delete(POST, json={"deleted": True})

    publisher().delete(WAITING, MemoryJournal())

    assert [call.request.body for call in responses.calls[1:]] == [None, "force=true"]


@responses.activate
def test_a_fire_walls_404_is_not_taken_for_a_deleted_post() -> None:
    play_index()
    responses.delete(POST, status=404, body="<html>Not here</html>")

    with pytest.raises(OutcomeUnknown):
        publisher().delete(WAITING, MemoryJournal())
