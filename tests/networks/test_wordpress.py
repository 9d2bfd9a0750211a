"""What only WordPress has: drafts, hours, words for search engines, drawers, people's own hands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import ContentRefused, NotSent, OutcomeUnknown, PermissionMissing, SignInNeeded
from cmstation.domain.networks import Outgoing, Verdict
from cmstation.networks.wordpress import draft_slug
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import CREATED_AT, picture, sample
from tests.networks.wordpress_stage import WordPressStage
from tests.servers.wordpress import WordPressServer

pytestmark = pytest.mark.real_server


@pytest.fixture
def word() -> str:
    """A word of this test alone."""
    return f"q{uuid4().hex[:10]}"


@pytest.fixture
def journal() -> MemoryJournal:
    """The delivery's memory."""
    return MemoryJournal()


@pytest.fixture
def searchable() -> Iterator[WordPressStage]:
    """A site with a search plugin, which is no other test's."""
    with WordPressServer(post_fields=("_yoast_wpseo_title", "_yoast_wpseo_metadesc")) as server:
        yield WordPressStage(server)


def with_options(outgoing: Outgoing, **options: str) -> Outgoing:
    """Set what only a site knows."""
    return replace(outgoing, options=options)


def test_title_excerpt_address_and_first_picture_are_set(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = replace(
        with_options(sample(word), excerpt=f"Venez <{word}> & voyez", slug=f"Journée Œuvre {word}"),
        title=f"Été & <b>santé</b> {word}",
    )

    publisher = wordpress.publisher()
    receipt = publisher.send(publisher.prepare(outgoing, journal), journal)

    post = wordpress.post(receipt.remote_id)
    assert post["title"]["raw"] == f"Été &amp; &lt;b&gt;santé&lt;/b&gt; {word}"
    assert f"Venez &lt;{word}&gt; &amp; voyez" in post["excerpt"]["rendered"]
    assert post["slug"] == f"journee-oeuvre-{word}"
    assert receipt.url == post["link"]
    assert receipt.url.endswith(f"/journee-oeuvre-{word}/")
    above = next(one for one in wordpress.pictures(word) if one["id"] == post["featured_media"])
    assert above["alt_text"] == f"Salle 1 {word}"
    assert post["content"]["raw"].count("<img") == 1
    assert f"wp-image-{post['featured_media']}" not in post["content"]["raw"]


def test_all_pictures_stand_in_the_text_when_none_is_wanted_above_it(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = replace(
        with_options(sample(word), featured="no"),
        pictures=(
            picture(word, 1, alt_text=f'Dit "ici" <{word}>'),
            replace(picture(word, 2), decorative=True),
        ),
    )

    publisher = wordpress.publisher()
    publisher.send(publisher.prepare(outgoing, journal), journal)

    (seen,) = wordpress.posts(word)
    assert seen.alt_texts == (f'Dit "ici" <{word}>', "")
    assert wordpress.post(seen.remote_id)["featured_media"] == 0


def test_categories_and_tags_are_found_or_made_by_name(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = with_options(sample(word, pictures=0), categories=f"Santé {word}, Vie & soins {word},")
    outgoing = replace(outgoing, tags=(f"#Bébé{word}", f"bébé{word}", ""))
    publisher = wordpress.publisher()

    first = publisher.send(publisher.prepare(outgoing, journal), journal)
    again = replace(outgoing, key=uuid4().hex)
    second = publisher.send(publisher.prepare(again, MemoryJournal()), MemoryJournal())

    one, other = wordpress.post(first.remote_id), wordpress.post(second.remote_id)
    assert len(one["categories"]) == 2
    assert len(one["tags"]) == 1
    assert (one["categories"], one["tags"]) == (other["categories"], other["tags"])


def test_an_existing_tag_that_the_search_misses_is_taken_from_the_refusal(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    with CuttingProxy(wordpress.address) as proxy:
        publisher = wordpress.publisher(address=proxy.address)
        wordpress.call("POST", "/wp/v2/tags", {"name": f"Été {word}"})
        outgoing = replace(sample(word, pictures=0), tags=(f"Ete {word}",))

        receipt = publisher.send(publisher.prepare(outgoing, journal), journal)

    assert len(wordpress.post(receipt.remote_id)["tags"]) == 1


def test_an_author_publishes_without_a_category_that_they_may_not_make(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    author = WordPressStage(wordpress.server, "author")
    publisher = author.publisher()

    outgoing = with_options(sample(word, pictures=1), categories=f"Neuf {word}")
    publisher.send(publisher.prepare(replace(outgoing, tags=()), journal), journal)

    assert len(author.posts(word)) == 1
    assert journal.get("remark.categories.not_allowed") == f"Neuf {word}"


def test_a_contributor_is_told_which_right_is_missing(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    contributor = WordPressStage(wordpress.server, "contributor")
    publisher = contributor.publisher()

    with pytest.raises(PermissionMissing):
        publisher.prepare(sample(word, pictures=1), journal)
    payload = publisher.prepare(replace(sample(word, pictures=0), tags=()), MemoryJournal())
    with pytest.raises(PermissionMissing):
        publisher.send(payload, journal)

    assert contributor.posts(word) == []


def test_words_for_search_engines_reach_a_site_that_takes_them(
    searchable: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = with_options(sample(word, pictures=0), seo_title="Titre", seo_description="Résumé « ici »")
    publisher = searchable.publisher()

    receipt = publisher.send(publisher.prepare(outgoing, journal), journal)

    meta = searchable.post(receipt.remote_id)["meta"]
    assert (meta["_yoast_wpseo_title"], meta["_yoast_wpseo_metadesc"]) == ("Titre", "Résumé « ici »")
    assert journal.get("remark.search_words") == "yoast"


def test_words_for_search_engines_are_remarked_where_no_plugin_takes_them(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = with_options(sample(word, pictures=0), seo_title="Titre")

    wordpress.publisher().prepare(outgoing, journal)

    assert journal.get("remark.search_words") == "no_plugin"


def test_the_site_keeps_a_post_until_its_hour_and_is_woken_when_nobody_visits(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    clock = FixedClock(datetime.now(UTC))
    publisher = wordpress.publisher(clock=clock)
    hour = clock.instant.replace(microsecond=0) + timedelta(minutes=3)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=hour), journal)

    receipt = publisher.send(payload, journal)
    again = publisher.send(payload, journal)
    found = publisher.find(payload, journal, CREATED_AT)
    before = publisher.settle(receipt, payload, journal)
    nudges_before = [call for call in journal.calls if "wp-cron" in call[1]]
    clock.instant = hour + timedelta(seconds=1)
    late = publisher.settle(receipt, payload, journal)

    assert receipt == again == found.receipt
    assert (receipt.scheduled, receipt.url) == (True, "")
    assert found.verdict is Verdict.LIVE
    assert before.verdict is Verdict.NOT_LIVE
    assert nudges_before == []
    # The site's own clock has not reached the hour, so waking it changes nothing: it still keeps the post.
    assert late.verdict is Verdict.NOT_LIVE
    assert [call[2] for call in journal.calls if "wp-cron" in call[1]] == [200]
    assert wordpress.post(receipt.remote_id)["date_gmt"] == hour.strftime("%Y-%m-%dT%H:%M:%S")
    assert wordpress.posts(word) == []


def test_a_post_whose_hour_has_come_is_found_with_its_address(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    clock = FixedClock(datetime.now(UTC))
    publisher = wordpress.publisher(clock=clock)
    past = clock.instant - timedelta(minutes=1)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=past), journal)
    receipt = publisher.send(payload, journal)

    finding = publisher.settle(receipt, payload, journal)

    assert finding.verdict is Verdict.LIVE
    assert finding.receipt is not None
    assert finding.receipt.url.startswith(wordpress.address)


def test_a_waiting_post_can_be_taken_back(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    publisher = wordpress.publisher()
    hour = datetime.now(UTC) + timedelta(hours=1)
    payload = publisher.prepare(replace(sample(word, pictures=0), publish_at=hour), journal)
    receipt = publisher.send(payload, journal)

    publisher.delete(receipt, journal)

    assert wordpress.post(receipt.remote_id)["status"] == "trash"
    assert publisher.settle(receipt, payload, journal).verdict is Verdict.UNDECIDED


def test_a_post_trashed_by_hand_is_for_a_person_to_decide(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    publisher = wordpress.publisher()
    payload = publisher.prepare(sample(word, pictures=0), journal)
    receipt = publisher.send(payload, journal)
    wordpress.call("DELETE", f"/wp/v2/posts/{receipt.remote_id}", {})

    trashed = publisher.find(payload, journal, CREATED_AT)
    wordpress.call("DELETE", f"/wp/v2/posts/{receipt.remote_id}", {"force": "true"})
    erased = publisher.find(payload, journal, CREATED_AT)

    assert trashed.verdict is erased.verdict is Verdict.UNDECIDED
    assert "status: trash" in trashed.evidence
    assert "status: 404" in erased.evidence


def test_a_draft_thrown_away_by_hand_is_made_again(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = sample(word, pictures=1)
    publisher = wordpress.publisher()
    payload = publisher.prepare(outgoing, journal)
    wordpress.call("DELETE", f"/wp/v2/posts/{payload['post']}", {})

    again = publisher.prepare(outgoing, journal)
    publisher.send(again, journal)

    assert again["post"] != payload["post"]
    assert len(wordpress.posts(word)) == 1
    assert len(wordpress.pictures(word)) == 1


def test_a_changed_text_reaches_the_draft_of_an_earlier_try(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = sample(word, pictures=0)
    publisher = wordpress.publisher()
    first = publisher.prepare(outgoing, journal)

    second = publisher.prepare(replace(outgoing, text=f"Corrigé {word}"), MemoryJournal())
    publisher.send(second, journal)

    (seen,) = wordpress.posts(word)
    assert first == second
    assert f"Corrigé {word}" in seen.text


def test_a_forbidden_kind_of_file_is_refused_content(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    wrong = replace(picture(word, 1), data=b"%PDF-1.4 nothing", mime="image/png")

    with pytest.raises(ContentRefused) as caught:
        wordpress.publisher().prepare(replace(sample(word), pictures=(wrong,)), journal)

    assert caught.value.code.startswith("rest_upload")


def test_a_site_without_pretty_addresses_is_published_on_too(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    with CuttingProxy(wordpress.address) as proxy:
        proxy.when("GET", "/wp-json/", Trouble.PAGE_INSTEAD, times=1000)
        proxy.when("GET", "/?_", Trouble.PAGE_INSTEAD, times=1000)
        proxy.when_path_is("/", Trouble.PAGE_INSTEAD)  # its Link header would name the other way
        publisher = wordpress.publisher(address=proxy.address)
        outgoing = with_options(sample(word, pictures=1), seo_title="x", categories=f"c{word}")

        receipt = publisher.send(publisher.prepare(outgoing, journal), journal)
        found = publisher.find({"post": int(receipt.remote_id)}, journal, CREATED_AT)
        publisher.delete(receipt, journal)

        assert proxy.asked("POST", "rest_route=%2Fwp%2Fv2%2Fposts%2F") == 1
    assert found.receipt == receipt
    assert wordpress.posts(word) == []


def test_a_site_that_was_away_finds_nothing_and_says_so(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    with CuttingProxy(wordpress.address) as proxy:
        publisher = wordpress.publisher(address=proxy.address)
        payload = publisher.prepare(sample(word, pictures=0), journal)
        proxy.when(*wordpress.send_call, Trouble.ANSWER_LOST)
        with pytest.raises(OutcomeUnknown):
            publisher.send(payload, journal)

    with pytest.raises(NotSent):
        publisher.find(payload, journal, CREATED_AT)
    assert wordpress.publisher().find(payload, journal, CREATED_AT).verdict is Verdict.LIVE


def test_without_a_password_on_this_computer_one_must_sign_in(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    with pytest.raises(SignInNeeded) as caught:
        wordpress.publisher(password="").prepare(sample(word), journal)

    assert caught.value.code == "no_secret"


def test_the_draft_carries_the_key_of_the_delivery(
    wordpress: WordPressStage, word: str, journal: MemoryJournal
) -> None:
    outgoing = sample(word, pictures=1)

    payload = wordpress.publisher().prepare(outgoing, journal)

    assert wordpress.post(str(payload["post"]))["slug"] == draft_slug(outgoing) == f"cm-{outgoing.key}"
    assert wordpress.pictures(word)[0]["slug"].startswith(f"cm-{outgoing.key}-1-")
