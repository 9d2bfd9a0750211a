"""Write offline, describe two photos, press one button once the network is back, and see where it is live."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QTabBar, QTextEdit

from cmstation.domain.accounts import NewAccount, Secret
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import PostState
from cmstation.domain.networks import Network, Way
from cmstation.open_station import open_station
from cmstation.ui.drafts.media_strip import MediaModel
from tests.journeys.conftest import Officer
from tests.servers.bluesky import BlueskyServer
from tests.servers.keyring_session import KeyringSession
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.real_server, pytest.mark.journey, pytest.mark.timeout(300)]

TITLE = "Portes ouvertes de la maternité"
TEXT = "Visitez les salles de naissance samedi, de 9 h à 18 h.\nUn goûter attend les grands frères et sœurs."
OWN_TEXT = "Samedi, visitez notre maternité. #PortesOuvertes https://clinique.example/maternite"
ALT_TEXTS = ("La façade de la clinique sous les tilleuls", "Une sage-femme sourit à l’accueil")
HANDLE = "clinique.test"


@pytest.fixture
def clinic(
    tmp_path: Path,
    wordpress_server: WordPressServer,
    bluesky_server: BlueskyServer,
    keyring_of_this_process: KeyringSession,
) -> Path:
    """A data folder with two real accounts, their secrets in a real keyring."""
    folder = tmp_path / "clinic"
    station = open_station(folder)
    editor, sky = wordpress_server.users["editor"], bluesky_server.accounts[HANDLE]
    station.accounts.add(
        NewAccount(Network.WORDPRESS, Way.DIRECT, "Site", wordpress_server.url, editor.name),
        Secret({"password": editor.application_password}),
    )
    station.accounts.add(
        NewAccount(Network.BLUESKY, Way.DIRECT, "Bluesky", bluesky_server.url, sky.handle, sky.handle),
        Secret({"password": sky.app_password}),
    )
    station.preferences.set_countdown_seconds(1)
    station.close()
    return folder


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, Path]:
    """Two photos with a place and a camera in them."""
    made: list[Path] = []
    for name, colour in (("facade.jpg", (40, 120, 90)), ("accueil.jpg", (180, 90, 120))):
        image = Image.new("RGB", (1600, 900), colour)
        exif = Image.Exif()
        exif[0x010F] = "GEHEIMKAMERA"
        exif.get_ifd(0x8825)[1] = "N"
        image.save(tmp_path / name, exif=exif)
        made.append(tmp_path / name)
    return made[0], made[1]


def test_a_post_written_offline_is_live_on_both_networks(
    clinic: Path,
    photos: tuple[Path, Path],
    open_window: Callable[[Path], Officer],
    wordpress_server: WordPressServer,
    bluesky_server: BlueskyServer,
    keyring_of_this_process: KeyringSession,
) -> None:
    wordpress_server.stop()
    bluesky_server.stop()
    try:
        officer = open_window(clinic)
        officer.stay_offline(True)
        write(officer, photos)
    finally:
        wordpress_server.start()
        bluesky_server.start()
    officer.stay_offline(False)

    officer.click(officer.drafts.composer.parts.publish)
    post = officer.drafts.current_post()
    assert post is not None
    officer.wait_until(lambda: officer.station.drafts.open(post).state is PostState.LIVE)

    deliveries = officer.station.outbox.of_post(post)
    assert {delivery.state for delivery in deliveries} == {DeliveryState.SENT}
    assert all(delivery.remote_url for delivery in deliveries)
    look_at_wordpress(wordpress_server, deliveries[0].remote_id)
    look_at_bluesky(bluesky_server)
    officer.close()
    secrets = (
        wordpress_server.users["editor"].application_password,
        bluesky_server.accounts[HANDLE].app_password,
    )
    look_for_secrets(clinic, secrets)


def write(officer: Officer, photos: tuple[Path, Path]) -> None:
    """Write title, base text and Bluesky's own text, paste and describe the photos."""
    parts = officer.drafts.composer.parts
    officer.press("Ctrl+N")
    officer.wait_until(lambda: officer.drafts.current_post() is not None)
    officer.type_into(parts.title, TITLE)
    officer.type_into(parts.editor, TEXT)
    strip = parts.tabs.findChildren(QTabBar)[0]
    officer.click(strip, strip.tabRect(2).center())
    officer.type_over(parts.editor, OWN_TEXT)
    officer.put_files_on_the_clipboard(*photos)
    parts.editor.setFocus()
    officer.press("Ctrl+V")
    officer.wait_until(lambda: parts.media.model.rowCount() == 2)
    for place, words in enumerate(ALT_TEXTS):
        describe(officer, place, words)
    officer.wait_until(lambda: not saving(officer))


def describe(officer: Officer, place: int, words: str) -> None:
    """Click a photo, write what it shows, confirm."""
    media = officer.drafts.composer.parts.media
    index = media.model.index(place, 0)
    media.view.scrollTo(index)
    officer.double_click(media.view, media.view.visualRect(index).center())
    officer.wait_until(lambda: open_dialog() is not None)
    dialog = open_dialog()
    assert dialog is not None
    field = next(
        field
        for kind in (QPlainTextEdit, QTextEdit)
        for field in dialog.findChildren(kind)
        if field.isVisible() and not field.isReadOnly()
    )
    officer.type_into(field, words)
    default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    officer.click(default)
    officer.wait_until(lambda: media.model.order() != [] and described(media.model, place))


def described(model: MediaModel, place: int) -> bool:
    attachment = model.attachment(model.index(place, 0))
    return attachment is not None and attachment.described


def open_dialog() -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)


def saving(officer: Officer) -> bool:
    saver = officer.drafts.composer.autosave
    return saver is not None and saver.is_pending


def look_at_wordpress(server: WordPressServer, identity: str) -> None:
    """Read text, images, alternative texts and link from the site itself."""
    found = requests.get(
        f"{server.url}/wp-json/wp/v2/posts", params={"search": "maternité"}, timeout=30
    ).json()
    (post,) = [one for one in found if html.unescape(one["title"]["rendered"]) == TITLE]
    body = html.unescape(post["content"]["rendered"])
    assert str(post["id"]) == identity
    assert "Visitez les salles de naissance samedi" in body
    assert "grands frères et sœurs" in body
    pictures = requests.get(f"{server.url}/wp-json/wp/v2/media", params={"per_page": 50}, timeout=30).json()
    ours = [one for one in pictures if one["alt_text"] in ALT_TEXTS]
    assert sorted(one["alt_text"] for one in ours) == sorted(ALT_TEXTS)
    for one in ours:
        assert b"GEHEIMKAMERA" not in requests.get(one["source_url"], timeout=30).content


def look_at_bluesky(server: BlueskyServer) -> None:
    """Read text, images, alternative texts and link from the PDS itself."""
    (record,) = [one["value"] for one in server.records(HANDLE) if "PortesOuvertes" in str(one)]
    assert record["text"] == OWN_TEXT
    images = record["embed"]["images"]
    assert [image["alt"] for image in images] == list(ALT_TEXTS)
    links = [
        feature["uri"] for facet in record["facets"] for feature in facet["features"] if "uri" in feature
    ]
    assert links == ["https://clinique.example/maternite"]
    did = server.accounts[HANDLE].did
    for image in images:
        assert b"GEHEIMKAMERA" not in server.blob(did, image["image"]["ref"]["$link"])


def look_for_secrets(folder: Path, secrets: tuple[str, ...]) -> None:
    """Look into every byte under the data folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.name == "cmstation.db" for file in files)
    forms = {form for secret in secrets for form in (secret, re.sub(r"[ -]", "", secret))}
    tokens = re.compile(rb"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}")
    for file in files:
        content = file.read_bytes()
        assert not [form for form in forms if form.encode() in content], file
        assert tokens.search(content) is None, file
