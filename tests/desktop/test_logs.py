"""The diary and the reports hide every secret, and leave ordinary sentences alone."""

import base64
import json
import logging
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cmstation.desktop.logs import RedactingFormatter, end_diary, redacted, start_diary

APP_PASSWORD = "abcd EFGH 1jkl mnop QRst uvwx"
BLUESKY_PASSWORD = "ab1c-d2ef-gh3i-jk4l"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaWQ6cGxjOmFiYyJ9.c2lnbmF0dXJlLW9mLXRva2Vu"
TOKEN = "Zx9_bK3-qW7rT1yU5iO8pA2sD4fG6hJ0kL"
BASIC = base64.b64encode(b"redaction:abcd EFGH 1jkl").decode()
# what the diary might be told, and the secret in it
TOLD = (
    (f"Authorization: Bearer {TOKEN}", TOKEN),
    (f"Authorization: Basic {BASIC}", BASIC),
    (f"authorization: DPoP {JWT}", JWT),
    (f"Authorization: token {TOKEN}", TOKEN),
    (f"authorization={TOKEN}", TOKEN),
    (str({"Authorization": f"Bearer {TOKEN}", "Accept": "*/*"}), TOKEN),
    (str({"Authorization": f"Basic {BASIC}"}), BASIC),
    (json.dumps({"Authorization": TOKEN}), TOKEN),
    (f"sent Bearer {TOKEN} to the server", TOKEN),
    (f"sent basic {BASIC}", BASIC),
    (f"Proxy-Authorization: Basic {BASIC}", BASIC),
    (f"Set-Cookie: wordpress_logged_in={TOKEN}; path=/; HttpOnly", TOKEN),
    (f"Cookie: a=1; session={TOKEN}", TOKEN),
    (f"jwt {JWT} refused", JWT),
    (f"password {APP_PASSWORD}", APP_PASSWORD),
    (f"user said {APP_PASSWORD} again", APP_PASSWORD),
    (f"password: {APP_PASSWORD}", "uvwx"),
    (json.dumps({"password": APP_PASSWORD, "user": "redaction"}), "uvwx"),
    (json.dumps({"password": "deux mots, ou trois"}), "trois"),
    (json.dumps({"password": 'avec "guillemets" dedans'}), "dedans"),
    (f"identifier ok, {BLUESKY_PASSWORD}", BLUESKY_PASSWORD),
    (f"https://site.example/?access_token={TOKEN}&page=2", TOKEN),
    (f"https://site.example/oauth?code={TOKEN}&state=abcdefgh", TOKEN),
    (f"https://site.example/oauth?code=1234&state={TOKEN}", TOKEN),
    (f"https://redaction:{TOKEN}@site.example/", TOKEN),
    (f"client_secret={TOKEN}", TOKEN),
    (f"app_password={TOKEN},rest", TOKEN),
    (f"refresh-token: {TOKEN}", TOKEN),
    (f"X-Api-Key: {TOKEN}", TOKEN),
    (f"id_token={TOKEN}", TOKEN),
    (f"code_verifier={TOKEN}", TOKEN),
    (json.dumps({"accessJwt": "short1", "refreshJwt": "short2"}, separators=(",", ":")), "short1"),
    (json.dumps({"accessJwt": "short1", "refreshJwt": "short2"}, indent=1), "short2"),
    ("{'access_token' : 'short3'}", "short3"),
    ('password="never closed', "closed"),
)
SENTENCES = (
    "Le secret : bien dormir, et tôt.",
    "Le secret: bien dormir.",
    "Code postal : 75012, code de la porte : 4 587 B.",
    "Mot de passe : celui de la salle d’attente est affiché.",
    "Vous avez tous pris deux fois rien avec cela pour dire oui.",
    "Rendez-vous peut-être après-midi, c’est-à-dire vers 14 h 30.",
    "La politique de cookies : https://clinique.example/cookies?page=2",
    "Autorisation : le formulaire est à l’accueil (code couleur : bleu).",
    "WARNING cmstation.services.sender: sending delivery 12",
    "GET clinique.example/wp-json/wp/v2/posts?search=don+du+sang 200",
    "post 123e4567-e89b-12d3-a456-426614174000 answered 401 ExpiredToken",
    "Un style basic et sobre ; la clinique ouvre à 8 h, tél. 01 23 45 67 89.",
)
FRENCH = (
    "la le les un une des du de en à aux vous nous votre avec pour dans sans plus tout tous deux fois soin "
    "santé clinique maternité équipe accueil rendez-vous peut-être aujourd’hui jeudi matin code secret "
    "cookie autorisation mot passe clé état dès œuvre sœur garçon 15 2026 8 h 30 vaccin prévention basic"
)
JOINTS = (" ", ", ", ". ", "\u202f; ", "\u00a0: ", "\u202f! ", " – ", "\n")


@pytest.fixture(autouse=True)
def no_diary_left() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    end_diary()
    logging.getLogger().setLevel(level)


@pytest.mark.parametrize(("told", "secret"), TOLD)
def test_a_secret_is_hidden(told: str, secret: str) -> None:
    assert secret in told or json.dumps(secret)[1:-1] in told

    assert secret not in redacted(told)
    assert "[hidden]" in redacted(told)


@pytest.mark.parametrize(("told", "secret"), TOLD)
def test_hiding_twice_changes_nothing_more(told: str, secret: str) -> None:
    once = redacted(told)

    assert redacted(once) == once


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_is_left_alone(sentence: str) -> None:
    assert redacted(sentence) == sentence


@given(
    words=st.lists(st.sampled_from(FRENCH.split()), min_size=1, max_size=25),
    joints=st.lists(st.sampled_from(JOINTS), min_size=25, max_size=25),
)
def test_no_french_sentence_is_ever_touched(words: list[str], joints: list[str]) -> None:
    sentence = "".join(f"{word}{joint}" for word, joint in zip(words, joints, strict=False))

    assert redacted(sentence) == sentence


LETTERS = string.ascii_letters + string.digits


@given(groups=st.lists(st.text(LETTERS, min_size=4, max_size=4), min_size=6, max_size=6))
def test_every_application_password_of_wordpress_is_hidden(groups: list[str]) -> None:
    password = " ".join(groups)
    # One in a thousand million has neither a digit nor a capital inside.
    assume(re.search("[0-9]|[a-z][A-Z]", password))

    assert password not in redacted(f"signing in with {password}.")


@given(
    name=st.sampled_from(["password", "access_token", "client_secret", "refreshJwt", "api-key"]),
    value=st.text(LETTERS + "-._~+/ ,;:!é’", min_size=4, max_size=60).filter(lambda value: value.strip()),
)
def test_every_value_under_a_secret_name_in_json_is_hidden(name: str, value: str) -> None:
    told = json.dumps({"user": "redaction", name: f"<{value}>", "page": 2}, ensure_ascii=False)

    shown = redacted(told)

    assert f"<{value}>" not in shown
    assert '"user": "redaction"' in shown
    assert '"page": 2' in shown


@given(token=st.text(LETTERS + "-._~", min_size=8, max_size=80))
def test_every_bearer_token_is_hidden(token: str) -> None:
    assert token not in redacted(f"headers Authorization: Bearer {token}\nnext line")
    assert "next line" in redacted(f"headers Authorization: Bearer {token}\nnext line")


def test_a_known_secret_is_hidden_wherever_it_stands() -> None:
    known = frozenset({"clinique", "clinique-2026", "abc"})

    shown = redacted("clinique-2026, clinique, abc", lambda: known)

    assert shown == "[hidden], [hidden], abc"


def test_a_message_and_its_traceback_are_hidden() -> None:
    formatter = RedactingFormatter("%(message)s")
    try:
        raise RuntimeError(f"refused: Authorization: Bearer {TOKEN}")
    except RuntimeError as error:
        trouble = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "calling %s", (f"?token={TOKEN}",), trouble)

    shown = formatter.format(record)

    assert "RuntimeError" in shown
    assert "calling ?token=[hidden]" in shown
    assert TOKEN not in shown


def test_the_diary_on_disk_holds_no_secret(tmp_path: Path) -> None:
    file = start_diary(tmp_path)

    for told, _ in TOLD:
        logging.getLogger("cmstation.test").warning("%s", told)
        logging.getLogger("cmstation.test").error("with arguments: %s", {"headers": told})
    end_diary()

    written = file.read_text(encoding="utf-8")
    assert written.count("WARNING cmstation.test: ") == len(TOLD)
    assert [secret for _, secret in TOLD if secret in written] == []


def test_a_lone_surrogate_does_not_stop_the_diary(tmp_path: Path) -> None:
    file = start_diary(tmp_path)

    logging.getLogger("cmstation.test").warning("pasted: \ud800 and more")
    end_diary()

    assert "pasted: \\ud800 and more" in file.read_text(encoding="utf-8")


def test_starting_the_diary_again_writes_each_line_once(tmp_path: Path) -> None:
    start_diary(tmp_path)
    file = start_diary(tmp_path)

    logging.getLogger("cmstation.test").warning("once")
    end_diary()

    assert file.read_text(encoding="utf-8").count("once") == 1


def test_a_folder_that_refuses_leaves_the_program_without_a_diary(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    before = list(logging.getLogger().handlers)

    start_diary(tmp_path / "logs")

    assert logging.getLogger().handlers == before


def test_the_diary_turns_before_it_fills_the_disk(tmp_path: Path) -> None:
    full = tmp_path / "cmstation.log"
    for number in range(6):
        full.with_name(f"cmstation.log.{number}" if number else full.name).write_text(f"{number} " * 499_990)

    start_diary(tmp_path)
    logging.getLogger("cmstation.test").warning("a new line, longer than what is left")
    end_diary()

    assert len(list(tmp_path.iterdir())) == 6
    assert full.stat().st_size < 1000
    assert full.with_name("cmstation.log.1").read_text().startswith("0 ")
    assert full.with_name("cmstation.log.5").read_text().startswith("4 ")
