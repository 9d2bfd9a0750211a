"""The command line as a program of its own: pipes, codes, signals, and a real site with a real keyring."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.desktop.image_samples import drawing, encoded
from tests.servers.keyring_session import KeyringSession
from tests.servers.wordpress import WordPressServer

ROOT = Path(__file__).parents[2]
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


def cmstation(
    *words: object, folder: Path, stdin: str = "", environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run `python -m cmstation` on a folder."""
    return subprocess.run(
        [sys.executable, "-m", "cmstation", "--language", "en", "--data-dir", str(folder), *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **NO_KEYRING, **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def clinic(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "clinic"))


def test_a_reader_that_leaves_early_is_no_trouble(clinic: Path) -> None:
    command = [sys.executable, "-m", "cmstation", "--data-dir", str(clinic), "--rehearsal"]
    for words in (["draft", "list", "--json"], ["--help"]):
        read_end, write_end = os.pipe()
        os.close(read_end)
        done = subprocess.run(
            [*command, *words], cwd=ROOT, stdout=write_end, stderr=subprocess.PIPE, text=True, check=False
        )
        os.close(write_end)

        assert (done.returncode, done.stderr) == (0, ""), words


def test_the_help_does_not_wait_for_the_database() -> None:
    program = (
        "import sys\n"
        "from cmstation.__main__ import main\n"
        "try:\n    main(['draft', 'add', '--help'])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'sqlalchemy', 'keyring', 'requests', 'PIL', 'regex', 'PySide6.QtWidgets'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_codes_reach_the_shell(clinic: Path) -> None:
    assert cmstation("--rehearsal", "publish", "x", folder=clinic).returncode == 2
    assert cmstation("--rehearsal", "draft", "show", 999, folder=clinic).returncode == 3


def test_nothing_but_the_answer_is_on_standard_output(clinic: Path) -> None:
    done = cmstation("--rehearsal", "draft", "list", "--json", folder=clinic)

    assert len(json.loads(done.stdout)) > 20
    assert done.stderr == ""


def test_without_a_keyring_the_account_is_refused_with_a_sentence(tmp_path: Path) -> None:
    done = cmstation(
        "account", "add", "wordpress", "--address", "clinique.example", "--user", "r", "--unchecked",
        folder=tmp_path / "clinic", stdin="abcd EFGH 1jkl mnop QRst uvwx",
    )  # fmt: skip

    assert done.returncode == 5
    assert done.stderr.startswith("This computer offers no safe place for passwords.")
    assert "EFGH" not in done.stdout + done.stderr


def test_a_new_folder_is_made_and_a_home_is_understood(tmp_path: Path) -> None:
    done = cmstation("draft", "list", folder=Path("~/clinic"), environment={"HOME": str(tmp_path)})

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "clinic" / "cmstation.db").is_file()


def test_commands_at_the_same_time_do_not_disturb_each_other(clinic: Path) -> None:
    command = [sys.executable, "-m", "cmstation", "--data-dir", str(clinic), "--rehearsal", "draft", "add"]
    programs = [
        subprocess.Popen([*command, "--title", f"Ensemble {number}"], cwd=ROOT, stdout=subprocess.DEVNULL)
        for number in range(2)
    ]

    assert [program.wait(60) for program in programs] == [0, 0]

    listed = json.loads(cmstation("--rehearsal", "draft", "list", "--json", folder=clinic).stdout)
    assert sum(row["title"].startswith("Ensemble ") for row in listed) == 2


@pytest.mark.real_server
def test_a_whole_day_on_a_real_site_with_a_real_keyring(
    tmp_path: Path, wordpress_server: WordPressServer, keyring_session: KeyringSession
) -> None:
    folder, picture = tmp_path / "clinic", tmp_path / "façade.png"
    picture.write_bytes(encoded(drawing(), "PNG"))
    editor = wordpress_server.users["editor"]
    screenless = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
    real = {"PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring", **screenless}
    environment = {**keyring_session.environment, **real}

    def answer(*words: object, stdin: str = "", code: int = 0) -> object:
        done = cmstation(*words, "--json", folder=folder, stdin=stdin, environment=environment)
        assert done.returncode == code, done.stdout + done.stderr
        assert editor.application_password not in done.stdout + done.stderr
        return json.loads(done.stdout)

    site = ("account", "add", "wordpress", "--address", wordpress_server.url, "--user", editor.name)
    answer(*site, stdin=f"{editor.application_password}\n")
    answer("draft", "add", "--title", "Une journée en ligne de commande", "--text", "Venez jeudi.",
           "--picture", picture, "La façade")  # fmt: skip
    sent = answer("publish", 1)
    keyring_session.lock()
    answer("draft", "add", "--title", "Deuxième", "--text", "Trousseau fermé.")
    locked = answer("publish", 2, code=5)
    keyring_session.unlock()

    assert isinstance(sent, list)
    assert isinstance(locked, list)
    page = requests.get(sent[0]["remote_url"], timeout=30).text  # pyright: ignore[reportUnknownArgumentType]
    assert "Une journée en ligne de commande" in page
    assert "La façade" in page
    assert (locked[0]["state"], locked[0]["error"]) == ("failed", "secrets_locked")
    kept = [file for file in folder.rglob("*") if file.is_file()]
    assert not [file for file in kept if editor.application_password.encode() in file.read_bytes()]
