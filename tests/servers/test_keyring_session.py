"""The keyring of the tests keeps secrets, locks, and is not the person's own."""

import json
import subprocess
import sys

import pytest

from tests.servers.keyring_session import KeyringSession

pytestmark = pytest.mark.real_server

READ = """\
import json, sys
import keyring, keyring.errors
from keyring.backends.SecretService import Keyring
keyring.set_keyring(Keyring())
try:
    print(json.dumps(keyring.get_password("CM Station tests", "token")))
except keyring.errors.KeyringError as error:
    print(json.dumps(type(error).__name__))
"""
WRITE = READ.replace(
    'get_password("CM Station tests", "token")', 'set_password("CM Station tests", "token", "t0")'
)


def answer_of(program: str, session: KeyringSession) -> object:
    with session.used_by_this_process():
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_secret_is_kept_over_a_restart(keyring_session: KeyringSession) -> None:
    answer_of(WRITE, keyring_session)

    keyring_session.stop()
    keyring_session.start()

    assert answer_of(READ, keyring_session) == "t0"


def test_a_locked_keyring_says_so_at_once(keyring_session: KeyringSession) -> None:
    answer_of(WRITE, keyring_session)

    keyring_session.lock()

    assert answer_of(READ, keyring_session) == "KeyringLocked"

    keyring_session.unlock()

    assert answer_of(READ, keyring_session) == "t0"
