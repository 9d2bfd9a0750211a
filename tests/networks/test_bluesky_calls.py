"""Bluesky's tokens: signed in once, renewed when they expire, never lost."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
import responses

from cmstation.domain.accounts import Secret
from cmstation.domain.errors import (
    NotSent,
    OutcomeUnknown,
    RateLimited,
    SecretsLocked,
    SignInNeeded,
)
from cmstation.domain.networks import Journal
from cmstation.networks.bluesky_calls import BlueskyCalls, Keep
from cmstation.networks.session import Session
from tests.fakes.cutting_proxy import CuttingProxy, Trouble
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.bluesky_stage import (
    HANDLE,
    WRONG_PASSWORD,
    BlueskyStage,
    SecretSafe,
    account_at,
    adapter_with,
)
from tests.networks.contract_stage import everything_said, sample
from tests.servers.bluesky import BlueskyServer

ENTRANCE = "https://bsky.example"
PDS = "https://pds.example"
SESSION = "/xrpc/com.atproto.server.getSession"
REFRESH = "/xrpc/com.atproto.server.refreshSession"
CREATE = "/xrpc/com.atproto.server.createSession"


@pytest.fixture
def stage(bluesky_server: BlueskyServer) -> BlueskyStage:
    """Give a real server."""
    return BlueskyStage(bluesky_server)


def _expired(stage: BlueskyStage, token: str) -> str:
    """Return the same token as the server would have made it long ago."""
    head, middle, _ = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(middle + "=="))
    claims |= {"iat": claims["iat"] - 100_000, "exp": claims["iat"] - 90_000}
    body = f"{head}.{_letters(json.dumps(claims).encode())}"
    folder = stage.server._folder  # pyright: ignore[reportPrivateUsage]
    assert folder is not None
    secret = (folder / "jwt-secret").read_bytes()
    return f"{body}.{_letters(hmac.digest(secret, body.encode(), hashlib.sha256))}"


def _letters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _signed_in(stage: BlueskyStage) -> SecretSafe:
    stage.publisher()
    return SecretSafe(stage.safe.secret.parts)


@pytest.mark.real_server
class TestRealTokens:
    """Against the real server."""

    def test_many_posts_sign_in_only_once(self, stage: BlueskyStage) -> None:
        safe = SecretSafe({"password": stage.server.accounts[HANDLE].app_password})
        journal = MemoryJournal()

        for number in range(4):
            publisher = adapter_with(stage.address, safe.secret, safe.keep)
            publisher.send(publisher.prepare(sample(f"once{number}", pictures=0), journal), journal)

        assert sum("createSession" in call[1] for call in journal.calls) == 1
        assert safe.secret.parts["did"] == stage.server.accounts[HANDLE].did

    def test_an_expired_token_is_renewed_and_the_call_made_again(self, stage: BlueskyStage) -> None:
        safe = _signed_in(stage)
        before = dict(safe.secret.parts)
        expired = _expired(stage, before["access"])
        safe.secret = Secret({**before, "access": expired})
        journal = MemoryJournal()
        publisher = adapter_with(stage.address, safe.secret, safe.keep)

        publisher.send(publisher.prepare(sample("expired", pictures=1), journal), journal)

        statuses = [(target.rpartition(".")[2], status) for _, target, status, _ in journal.calls]
        assert statuses[:3] == [("uploadBlob", 400), ("refreshSession", 200), ("uploadBlob", 200)]
        assert len(safe.kept) == 1
        after = safe.secret.parts
        assert after["refresh"] not in ("", before["refresh"])
        assert after["access"] not in ("", expired)
        assert after["password"] == before["password"]

    def test_the_renewed_refresh_token_works_in_its_turn(self, stage: BlueskyStage) -> None:
        safe = _signed_in(stage)
        for _ in range(3):
            stale = Secret({**safe.secret.parts, "access": _expired(stage, safe.secret.parts["access"])})
            calls = BlueskyCalls(Session(), account_at(stage.address), stale, safe.keep)
            calls.signed_query("com.atproto.server.getSession", {}, step="check", journal=MemoryJournal())

        assert len({secret.parts["refresh"] for secret in safe.kept}) == 3

    def test_an_unusable_refresh_token_leads_back_to_the_password(self, stage: BlueskyStage) -> None:
        safe = _signed_in(stage)
        parts = {**safe.secret.parts, "access": "not.a.token", "refresh": "not.a.token"}
        journal = MemoryJournal()
        calls = BlueskyCalls(Session(), account_at(stage.address), Secret(parts), safe.keep)

        calls.signed_query("com.atproto.server.getSession", {}, step="check", journal=journal)

        names = [target.rpartition(".")[2] for _, target, _, _ in journal.calls]
        assert names == ["getSession", "refreshSession", "createSession", "getSession"]

    def test_without_a_password_an_unusable_refresh_token_asks_to_sign_in(self, stage: BlueskyStage) -> None:
        parts = {"access": "not.a.token", "refresh": "not.a.token", "did": "did:plc:x", "pds": stage.address}
        calls = BlueskyCalls(Session(), account_at(stage.address), Secret(parts), SecretSafe({}).keep)

        with pytest.raises(SignInNeeded):
            calls.signed_query("com.atproto.server.getSession", {}, step="check", journal=MemoryJournal())

    def test_a_lost_answer_to_a_renewal_during_sending_means_not_sent(self, stage: BlueskyStage) -> None:
        safe = _signed_in(stage)
        journal = MemoryJournal()
        with CuttingProxy(stage.address) as proxy:
            parts = {**safe.secret.parts, "pds": proxy.address}
            payload = adapter_with(proxy.address, Secret(parts), safe.keep, patient=False).prepare(
                sample("renewal", pictures=0), journal
            )
            parts["access"] = _expired(stage, parts["access"])
            publisher = adapter_with(proxy.address, Secret(parts), safe.keep, patient=False)
            proxy.when("POST", "refreshSession", Trouble.ANSWER_LOST)

            with pytest.raises(NotSent):
                publisher.send(payload, journal)
            # The old refresh token still counts for a while, so nothing was lost.
            publisher.send(payload, journal)

        assert len(stage.posts("renewal")) == 1

    def test_a_wrong_password_shows_nowhere(self, stage: BlueskyStage) -> None:
        calls = BlueskyCalls(
            Session(), account_at(stage.address), Secret({"password": WRONG_PASSWORD}), SecretSafe({}).keep
        )

        with pytest.raises(SignInNeeded) as caught:
            calls.sign_in(MemoryJournal())

        assert WRONG_PASSWORD not in everything_said(caught.value) + repr(calls) + repr(calls.secret)


def _handed_out(number: int, **more: Any) -> dict[str, Any]:
    return {
        "did": "did:plc:abc",
        "handle": "clinique.example",
        "accessJwt": f"access-{number}",
        "refreshJwt": f"refresh-{number}",
        **more,
    }


def _document(address: str) -> dict[str, Any]:
    service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": address}
    return {"didDoc": {"id": "did:plc:abc", "service": [service]}}


def _calls(parts: dict[str, str], keep: Keep) -> BlueskyCalls:
    return BlueskyCalls(Session(), account_at(ENTRANCE), Secret(parts), keep)


def _ask(calls: BlueskyCalls, journal: Journal | None = None) -> None:
    calls.signed_query("com.atproto.server.getSession", {}, step="check", journal=journal or MemoryJournal())


class TestScriptedServers:
    """Answers that the real server gives rarely."""

    def test_calls_go_to_the_server_that_the_account_names(self) -> None:
        safe = SecretSafe({"password": "pass-word"})
        with responses.RequestsMock() as web:
            web.post(ENTRANCE + CREATE, json=_handed_out(1, **_document(f"{PDS}/")))
            web.get(PDS + SESSION, json={"did": "did:plc:abc"})
            _ask(_calls(safe.secret.parts, safe.keep))

        assert safe.secret.parts["pds"] == PDS

    @pytest.mark.parametrize(
        "address", ["http://pds.example", "ftp://pds.example", "", "https://user@pds.example", "x"]
    )
    def test_a_server_that_may_not_be_called_is_not_called(self, address: str) -> None:
        safe = SecretSafe({"password": "pass-word"})
        with responses.RequestsMock() as web:
            web.post(ENTRANCE + CREATE, json=_handed_out(1, **_document(address)))
            web.get(ENTRANCE + SESSION, json={})
            _ask(_calls(safe.secret.parts, safe.keep))

        assert "pds" not in safe.secret.parts

    @pytest.mark.parametrize("refresh", ["", None, 5])
    def test_an_empty_refresh_token_never_overwrites_a_good_one(self, refresh: object) -> None:
        safe = SecretSafe({"access": "access-1", "refresh": "refresh-1", "did": "did:plc:abc"})
        with responses.RequestsMock() as web:
            web.get(ENTRANCE + SESSION, json={"error": "ExpiredToken"}, status=400)
            web.post(ENTRANCE + REFRESH, json={**_handed_out(2), "refreshJwt": refresh})
            try:
                web.get(ENTRANCE + SESSION, json={})
                _ask(_calls(safe.secret.parts, safe.keep))
            except NotSent:
                web.assert_all_requests_are_fired = False

        assert safe.secret.parts["refresh"] == "refresh-1"

    def test_a_locked_keyring_does_not_stop_a_call_and_is_asked_again(self) -> None:
        kept: list[Secret] = []
        locked = [True, False]

        def keep(secret: Secret) -> None:
            if locked.pop(0):
                raise SecretsLocked
            kept.append(secret)

        with responses.RequestsMock() as web:
            web.post(ENTRANCE + CREATE, json=_handed_out(1))
            web.get(ENTRANCE + SESSION, json={})
            web.get(ENTRANCE + SESSION, json={})
            calls = _calls({"password": "pass-word"}, keep)
            _ask(calls)
            _ask(calls)

        assert [secret.parts["refresh"] for secret in kept] == ["refresh-1"]

    def test_an_expired_token_is_renewed_only_once(self) -> None:
        safe = SecretSafe({"access": "access-1", "refresh": "refresh-1", "did": "did:plc:abc"})
        with responses.RequestsMock() as web:
            web.get(ENTRANCE + SESSION, json={"error": "ExpiredToken"}, status=400)
            web.post(ENTRANCE + REFRESH, json=_handed_out(2))
            with pytest.raises(SignInNeeded):
                _ask(_calls(safe.secret.parts, safe.keep))

            assert len(web.calls) == 3

    def test_too_many_sign_ins_tell_until_when_to_wait(self) -> None:
        with responses.RequestsMock() as web:
            web.post(
                ENTRANCE + CREATE,
                json={"error": "RateLimitExceeded", "message": "Too many"},
                status=429,
                headers={"RateLimit-Reset": "1900000000"},
            )
            with pytest.raises(RateLimited) as caught:
                _ask(_calls({"password": "pass-word"}, SecretSafe({}).keep))

        assert caught.value.retry_at is not None

    def test_another_refusal_is_not_taken_for_an_expired_token(self) -> None:
        parts = {"access": "access-1", "refresh": "refresh-1", "did": "did:plc:abc"}
        with responses.RequestsMock() as web:
            web.post(ENTRANCE + "/xrpc/com.atproto.repo.putRecord", body="<html>", status=400)
            with pytest.raises(OutcomeUnknown):
                _calls(parts, SecretSafe({}).keep).publish(
                    "com.atproto.repo.putRecord", {}, step="send", journal=MemoryJournal()
                )

            assert len(web.calls) == 1
