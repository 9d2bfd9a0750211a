"""The last look shows links as they leave."""

from PySide6.QtWidgets import QLabel

from cmstation.domain.networks import Network
from cmstation.ui.publishing.last_look import LastLook
from tests.ui.publishing.conftest import Stage, the

LINK = "https://clinique.example/don"


def looked_at(stage: Stage, *, wanted: bool) -> LastLook:
    stage.station.preferences.set_own_sites(["clinique.example"])
    stage.station.preferences.set_marks_links(wanted)
    accounts = [stage.account(), stage.account(Network.WORDPRESS)]
    stage.publishing.look(stage.post(*accounts, text=f"Venez : {LINK}"))
    stage.settle()
    return the(LastLook)


def said(look: LastLook) -> list[str]:
    return [label.text() for label in look.findChildren(QLabel) if "campaign marks" in label.text()]


def test_the_last_look_shows_marks_and_names_the_site_once(stage: Stage) -> None:
    look = looked_at(stage, wanted=True)

    texts = {row.row.account.network: row.row.text for row in look.rows}
    assert texts == {
        Network.BLUESKY: f"Venez : {LINK}?utm_source=bluesky&utm_medium=social",
        Network.WORDPRESS: f"Venez : {LINK}",
    }
    assert said(look) == ["Links to clinique.example carry campaign marks."]


def test_the_last_look_is_silent_about_marks_that_are_off(stage: Stage) -> None:
    look = looked_at(stage, wanted=False)

    assert {row.row.text for row in look.rows} == {f"Venez : {LINK}"}
    assert said(look) == []
