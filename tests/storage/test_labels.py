"""Themes, campaigns, templates and tags."""

import pytest

from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import NotFound
from cmstation.domain.labels import Campaign, Template, Theme
from tests.storage.station import NOW, Station


def test_themes_are_listed_in_order(station: Station) -> None:
    first = station.labels.add_theme("Prévention", "info")
    second = station.labels.add_theme("Équipe", "good")

    moved = station.labels.update_theme(second.id, position=-1, colour="plum")

    assert first == Theme(first.id, "Prévention", "info", 0)
    assert moved == Theme(second.id, "Équipe", "plum", -1)
    assert station.labels.themes() == (moved, first)


def test_posts_of_a_removed_theme_stay_without_one(station: Station) -> None:
    theme = station.labels.add_theme("Prévention", "info")
    post = station.posts.add(NOW, title="Titre", theme=theme.id)

    station.labels.remove_theme(theme.id)

    assert station.labels.themes() == ()
    assert station.posts.get(post.id).theme is None
    assert station.posts.rows(DraftFilter(words="prevention")) == ()


def test_a_campaign_that_is_over_comes_last(station: Station) -> None:
    first, second = station.labels.add_campaign("Octobre rose"), station.labels.add_campaign("Mars bleu")

    closed = station.labels.close_campaign(second.id)

    assert closed == Campaign(second.id, "Mars bleu", closed=True)
    assert station.labels.campaigns() == (first, closed)


def test_templates_are_listed_as_in_a_dictionary(station: Station) -> None:
    last = station.labels.add_template("Zen", "t", "x")
    first = station.labels.add_template("Écho", "Titre", "Bonjour {{nom}}")
    middle = station.labels.add_template("fête", "t", "x")

    assert first == Template(first.id, "Écho", "Titre", "Bonjour {{nom}}")
    assert station.labels.templates() == (first, middle, last)
    assert station.labels.update_template(last.id, name="Accueil").text == "x"
    assert [found.name for found in station.labels.templates()] == ["Accueil", "Écho", "fête"]
    station.labels.remove_template(middle.id)
    assert len(station.labels.templates()) == 2


def test_tags_in_use_are_known_once_each(station: Station) -> None:
    station.posts.add(NOW, tags=("santé", "équipe"))
    station.posts.add(NOW, tags=("Zoo", "santé"))
    deleted = station.posts.add(NOW, tags=("oublié",))
    station.posts.delete(deleted.id, NOW)

    assert station.labels.known_tags() == ("équipe", "santé", "Zoo")


def test_what_is_not_there_is_not_found(station: Station) -> None:
    labels = station.labels
    for missing, subject in (
        (lambda: labels.update_theme(9, name="x"), "theme"),
        (lambda: labels.remove_theme(9), "theme"),
        (lambda: labels.close_campaign(9), "campaign"),
        (lambda: labels.update_template(9, name="x"), "template"),
        (lambda: labels.remove_template(9), "template"),
    ):
        with pytest.raises(NotFound) as refused:
            missing()
        assert refused.value.facts == {"subject": subject, "identity": 9}
    with pytest.raises(TypeError):
        labels.update_theme(labels.add_theme("a", "info").id, size=3)  # pyright: ignore[reportCallIssue]
