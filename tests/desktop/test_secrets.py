"""Secrets stay in the keyring, whole or not at all, and every trouble has its own name."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.desktop.secrets import PIECE, SERVICE, Backend, KeyringSecrets
from cmstation.domain.accounts import Secret
from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable, StationError
from tests.fakes.narrow_keyring import WINDOWS_LIMIT, NarrowKeyring, PowerCut
from tests.servers.keyring_session import KeyringSession

LONG = "jeton-é’👩🏽‍⚕️-" * 400
parts = st.dictionaries(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=200), max_size=3)


def on(back_end: NarrowKeyring, scope: str = "clinic") -> KeyringSecrets:
    return KeyringSecrets(scope, lambda: back_end)


@pytest.fixture
def narrow() -> NarrowKeyring:
    return NarrowKeyring()


# --- round trips ---


@given(found=parts)
def test_every_secret_comes_back_as_it_was(found: dict[str, str]) -> None:
    secrets = on(NarrowKeyring(limit=PIECE))

    secrets.set("account-1", Secret(found))

    kept = secrets.get("account-1")
    assert kept is not None
    assert kept.parts == found


def test_a_long_token_is_kept_in_pieces_that_windows_takes(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"access": LONG, "refresh": LONG[::-1]}))

    assert len(narrow.kept) > 10
    assert max(len(value) for value in narrow.kept.values()) <= WINDOWS_LIMIT
    kept = on(narrow).get("account-1")
    assert kept is not None
    assert kept.parts == {"access": LONG, "refresh": LONG[::-1]}


def test_a_shorter_secret_leaves_no_piece_of_the_longer_one(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"access": LONG}))

    on(narrow).set("account-1", Secret({"access": "short"}))

    assert len(narrow.kept) == 2
    assert "".join(narrow.kept.values()).count("short") == 1


def test_names_and_scopes_stay_apart(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"password": "one"}))
    on(narrow).set("account-10", Secret({"password": "ten"}))
    on(narrow, "rehearsal").set("account-1", Secret({"password": "other"}))

    on(narrow).remove("account-1")

    assert on(narrow).get("account-1") is None
    assert (on(narrow).get("account-10") or Secret({})).parts == {"password": "ten"}
    assert (on(narrow, "rehearsal").get("account-1") or Secret({})).parts == {"password": "other"}


def test_what_was_never_kept_is_not_there_and_forgetting_it_succeeds(narrow: NarrowKeyring) -> None:
    assert on(narrow).get("account-1") is None

    on(narrow).remove("account-1")

    assert narrow.kept == {}


def test_forgetting_leaves_nothing(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"access": LONG}))

    on(narrow).remove("account-1")

    assert narrow.kept == {}


# --- empty parts ---


def test_an_empty_part_never_replaces_a_stored_one(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"access": "old", "refresh": "keep me"}))

    on(narrow).set("account-1", Secret({"access": "new", "refresh": ""}))

    kept = on(narrow).get("account-1")
    assert kept is not None
    assert kept.parts == {"access": "new", "refresh": "keep me"}


@given(before=parts, after=st.dictionaries(st.text(min_size=1, max_size=3), st.text(max_size=5), max_size=3))
def test_nothing_stored_is_ever_emptied(before: dict[str, str], after: dict[str, str]) -> None:
    secrets = on(NarrowKeyring())
    secrets.set("account-1", Secret(before))

    secrets.set("account-1", Secret(after))

    kept = secrets.get("account-1")
    assert kept is not None
    assert kept.parts == {**before, **{name: value for name, value in after.items() if value}}


# --- a crash at any call ---


def calls_of(secrets_before: dict[str, str], change: str) -> int:
    """Count the calls that one change makes."""
    back_end = NarrowKeyring()
    on(back_end).set("account-1", Secret(secrets_before))
    back_end.calls = 0
    apply(back_end, change)
    return back_end.calls


def apply(back_end: NarrowKeyring, change: str) -> None:
    if change == "set":
        on(back_end).set("account-1", Secret({"access": LONG[::-1]}))
    else:
        on(back_end).remove("account-1")


def test_a_crash_between_pieces_leaves_the_old_or_the_new_secret_whole() -> None:
    before, after = {"access": LONG}, {"access": LONG[::-1]}
    seen: list[bool] = []

    for cut_at in range(calls_of(before, "set")):
        back_end = NarrowKeyring()
        on(back_end).set("account-1", Secret(before))
        back_end.calls, back_end.cut_at = 0, cut_at
        with pytest.raises(PowerCut):
            apply(back_end, "set")
        back_end.cut_at = None

        kept = on(back_end).get("account-1")
        assert kept is not None
        assert kept.parts in (before, after)
        seen.append(kept.parts == after)

    assert False in seen
    assert True in seen
    assert seen == sorted(seen), "once the new one is there, it stays"


@pytest.mark.parametrize("crashed", ["set", "remove"])
def test_forgetting_after_a_crash_leaves_nothing(crashed: str) -> None:
    before = {"access": LONG}

    for cut_at in range(calls_of(before, crashed)):
        back_end = NarrowKeyring()
        on(back_end).set("account-1", Secret(before))
        back_end.calls, back_end.cut_at = 0, cut_at
        with pytest.raises(PowerCut):
            apply(back_end, crashed)
        back_end.cut_at = None

        on(back_end).remove("account-1")

        assert back_end.kept == {}, f"cut at call {cut_at}"


def test_a_crash_while_keeping_the_first_secret_leaves_none_or_all() -> None:
    total = NarrowKeyring()
    apply(total, "set")

    for cut_at in range(total.calls):
        back_end = NarrowKeyring()
        back_end.cut_at = cut_at
        with pytest.raises(PowerCut):
            apply(back_end, "set")
        back_end.cut_at = None

        kept = on(back_end).get("account-1")

        assert kept is None or kept.parts == {"access": LONG[::-1]}
        on(back_end).set("account-1", Secret({"access": "again"}))
        assert len(back_end.kept) == 2


def test_a_piece_that_is_gone_counts_as_no_secret(narrow: NarrowKeyring) -> None:
    on(narrow).set("account-1", Secret({"access": LONG}))
    gone = next(key for key, value in narrow.kept.items() if len(value) > 100)
    del narrow.kept[gone]

    assert on(narrow).get("account-1") is None


@pytest.mark.parametrize("header", ["", "x", "1 x", "1 0", "-1 -1", "1"])
def test_a_header_of_another_program_counts_as_no_secret(narrow: NarrowKeyring, header: str) -> None:
    narrow.kept[SERVICE, "clinic/account-1/0"] = header

    assert on(narrow).get("account-1") is None
    on(narrow).set("account-1", Secret({"password": "word"}))
    assert (on(narrow).get("account-1") or Secret({})).parts == {"password": "word"}


# --- three troubles, three names ---


@pytest.mark.parametrize(
    ("trouble", "named"),
    [
        (keyring.errors.KeyringLocked("locked"), SecretsLocked),
        (keyring.errors.NoKeyringError("none"), SecretsUnavailable),
        (keyring.errors.InitError("no bus"), SecretsUnavailable),
        (keyring.errors.PasswordSetError("denied for s3cret"), SecretsRefused),
        (keyring.errors.KeyringError("denied"), SecretsRefused),
        (OSError(1312, "A specified logon session does not exist"), SecretsRefused),
    ],
)
def test_missing_locked_and_refused_are_three_situations(
    narrow: NarrowKeyring, trouble: Exception, named: type[StationError]
) -> None:
    narrow.trouble = trouble
    secrets = on(narrow)

    for question in (
        lambda: secrets.get("account-1"),
        lambda: secrets.set("account-1", Secret({"password": "s3cret"})),
        lambda: secrets.remove("account-1"),
        secrets.works,
    ):
        with pytest.raises(StationError) as told:
            question()
        assert type(told.value) is named
        assert "s3cret" not in str(told.value)
        assert told.value.__cause__ is None
        assert told.value.__suppress_context__


def test_a_trial_leaves_nothing_behind(narrow: NarrowKeyring) -> None:
    on(narrow).works()

    assert narrow.kept == {}


PROGRAM = """\
import json, sys
from cmstation.desktop.secrets import KeyringSecrets
from cmstation.domain.accounts import Secret
from cmstation.domain.errors import StationError
secrets = KeyringSecrets("a program of its own")
try:
    if sys.argv[1] == "set":
        secrets.set("account-1", Secret({"password": "s3cret-word" * 5000}))
    found = secrets.get("account-1")
    print(json.dumps(len(found.parts["password"]) if found else None))
except StationError as trouble:
    print(json.dumps(type(trouble).__name__))
"""


def answer_of(change: str, environment: dict[str, str], home: Path) -> object:
    """Run a program of its own that keeps or reads a secret."""
    own = {**os.environ, **environment, "HOME": str(home), "XDG_DATA_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, change], env=own, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


NOWHERE = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


def test_without_a_keyring_the_program_says_so_and_writes_no_file(tmp_path: Path) -> None:
    assert answer_of("set", NOWHERE, tmp_path) == "SecretsUnavailable"

    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("back_end", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_a_keyring_that_keeps_nothing_counts_as_none(tmp_path: Path, back_end: str) -> None:
    environment = {**NOWHERE, "PYTHON_KEYRING_BACKEND": back_end}

    assert answer_of("set", environment, tmp_path) == "SecretsUnavailable"


# --- the real keyring ---


@pytest.fixture
def real(keyring_of_this_process: KeyringSession) -> KeyringSecrets:
    from keyring.backends.SecretService import Keyring

    assert keyring_of_this_process.environment
    back_end = cast("Backend", Keyring())
    return KeyringSecrets("tests of secrets", lambda: back_end)


@pytest.mark.real_server
def test_the_real_keyring_keeps_changes_and_forgets(real: KeyringSecrets) -> None:
    real.set("account-1", Secret({"access": "première", "refresh": "r"}))
    real.set("account-1", Secret({"access": "deuxième", "refresh": ""}))

    kept = real.get("account-1")
    assert kept is not None
    assert kept.parts == {"access": "deuxième", "refresh": "r"}
    real.remove("account-1")
    assert real.get("account-1") is None
    real.works()


@pytest.mark.real_server
def test_the_real_keyring_keeps_sixty_kilobytes(real: KeyringSecrets) -> None:
    token = "0123456789abcdef" * 3750

    real.set("account-2", Secret({"access": token}))

    kept = real.get("account-2")
    assert kept is not None
    assert kept.parts == {"access": token}
    real.remove("account-2")


@pytest.mark.real_server
def test_another_program_reads_the_secret_and_a_locked_keyring_says_so(
    keyring_session: KeyringSession, tmp_path: Path
) -> None:
    environment = {**NOWHERE, **keyring_session.environment}

    assert answer_of("set", environment, tmp_path) == 55_000
    keyring_session.lock()
    assert answer_of("get", environment, tmp_path) == "SecretsLocked"
    assert answer_of("set", environment, tmp_path) == "SecretsLocked"
    keyring_session.unlock()
    assert answer_of("get", environment, tmp_path) == 55_000

    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.real_server
def test_a_keyring_that_ends_half_way_is_named(keyring_session: KeyringSession) -> None:
    from keyring.backends.SecretService import Keyring

    with keyring_session.used_by_this_process():
        back_end = cast("Backend", Keyring())
        secrets = KeyringSecrets("ends", lambda: back_end)
        secrets.set("account-1", Secret({"password": "word"}))
        keyring_session.stop()

        with pytest.raises((SecretsUnavailable, SecretsRefused, SecretsLocked)):
            secrets.get("account-1")

        keyring_session.start()
        assert (secrets.get("account-1") or Secret({})).parts == {"password": "word"}
        secrets.remove("account-1")
