"""Searching finds posts and pictures by their words, wherever those stand."""

from tests.desktop.image_samples import drawing, encoded
from tests.services.conftest import Bench

PICTURE = encoded(drawing(), "PNG")


def titles(bench: Bench, words: str, limit: int = 20) -> list[str]:
    return [row.title for row in bench.station.search.find(words, limit).posts]


def test_words_are_found_in_every_part_of_a_post_without_accents(bench: Bench) -> None:
    account = bench.account()
    drafts = bench.station.drafts
    theme = bench.station.labels.add_theme("Prévention").value.id
    post = drafts.new(title="Été à l’hôpital", text="Le cœur d’abord", theme=theme, tags=["santé"]).value.id
    drafts.set_version(post, account.id, text="Version du réseau")
    drafts.update(post, sources="Haute Autorité")
    media = drafts.attach_bytes(post, PICTURE, "a.png").attachments[0].media.id
    drafts.describe(post, media, "La façade au crépuscule")
    drafts.new(title="Autre", text="Rien à voir")

    for words in (
        "ete",
        "HOPITAL",
        "coeur",
        "reseau",
        "sante",
        "haute",
        "prevention",
        "crepuscule",
        "ete coe",
    ):
        assert titles(bench, words) == ["Été à l’hôpital"], words


def test_every_word_must_occur(bench: Bench) -> None:
    bench.station.drafts.new(title="Don du sang", text="Jeudi")

    assert titles(bench, "sang jeudi") == ["Don du sang"]
    assert titles(bench, "sang vendredi") == []


def test_pictures_are_found_beside_posts(bench: Bench) -> None:
    item = bench.station.library.add_bytes(PICTURE, "facade.png").value
    bench.station.drafts.new(title="Façade rénovée", text="")

    found = bench.station.search.find("facade")

    assert [row.title for row in found.posts] == ["Façade rénovée"]
    assert [one.id for one in found.media] == [item.id]


def test_archived_posts_come_last_and_deleted_ones_never(bench: Bench) -> None:
    drafts = bench.station.drafts
    archived = drafts.new(title="Sang archivé").value.id
    deleted = drafts.new(title="Sang jeté").value.id
    drafts.new(title="Sang présent")
    drafts.archive(archived)
    drafts.delete(deleted)

    assert titles(bench, "sang") == ["Sang présent", "Sang archivé"]
    assert titles(bench, "sang", limit=1) == ["Sang présent"]


def test_signs_that_mean_something_to_a_database_mean_nothing(bench: Bench) -> None:
    bench.station.drafts.new(title="Don du sang")

    for words in ('"', "sang*", "sang OR", "%' --", "NEAR(", "^", "sang\0", "\ud800"):
        found = titles(bench, words)
        assert found in ([], ["Don du sang"]), words
    assert titles(bench, '"sang"') == ["Don du sang"]
