"""The session: what leaves, what never leaves, and what a broken line means."""

import base64
import json
import logging
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import responses
from requests.exceptions import ChunkedEncodingError, ConnectTimeout, ReadTimeout
from requests.exceptions import ConnectionError as RequestsConnectionError

from cmstation.domain.errors import (
    AddressNotAllowed,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    Offline,
    OutcomeUnknown,
    SignInNeeded,
)
from cmstation.networks import failures
from cmstation.networks.answers import Dialect, named, refusal_of
from cmstation.networks.session import Session, Waits
from tests.fakes.hostile_server import HostileServer, answer, hangs_up, resets, says, stays_silent
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import everything_said

SHORT = Waits(connect=1, read=0.4, whole=2)
SECRET = "jeton-tres-secret-4711"
OK = answer(b'{"ok": true}')


@pytest.fixture
def session() -> Iterator[Session]:
    """A session that does not wait long."""
    session = Session(reading=SHORT, writing=SHORT, sending=SHORT)
    yield session
    session.close()


@pytest.fixture
def journal() -> MemoryJournal:
    """A journal."""
    return MemoryJournal()


def test_an_answer_comes_back_whole(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(says(OK)) as server:
        got = session.get(f"{server.address}/a?q=x", step="look", journal=journal)

    assert (got.status, json.loads(got.body), got.write) == (200, {"ok": True}, False)
    assert got.header("content-TYPE") == "application/json"
    assert journal.calls == [("look", f"GET 127.0.0.1:{server.port}/a?q=…", 200, "answered")]


def test_it_says_who_it_is_and_nothing_else(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(says(OK)) as server:
        session.write("POST", server.address, step="s", journal=journal, json={"mot": "été"})

    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert b"User-Agent: CM Station/" in head
    assert b"Cookie" not in head
    assert body == b'{"mot":"\\u00e9t\\u00e9"}'


@pytest.mark.parametrize("send", ["write", "send_once"])
@pytest.mark.parametrize(
    "act",
    [
        pytest.param(stays_silent, id="silence"),
        pytest.param(hangs_up, id="hung_up"),
        pytest.param(resets, id="reset"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{}"), id="half"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), id="bad_chunk"),
        pytest.param(says(b"\x00\x01 garbage\r\n\r\n"), id="garbage"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x"] * 40, pause=0.1), id="drip"),
        pytest.param(
            says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"), id="bad_gzip"
        ),
    ],
)
def test_a_write_without_a_whole_answer_is_unknown_and_never_repeated(
    session: Session, journal: MemoryJournal, act: Any, send: str
) -> None:
    with HostileServer(act) as server, pytest.raises(OutcomeUnknown) as caught:
        getattr(session, send)("POST", server.address, step="send", journal=journal, json={})

    assert server.connections == 1
    assert caught.value.code in ("read_timeout", "cut")
    assert journal.calls == [("send", f"POST 127.0.0.1:{server.port}/", None, caught.value.code)]
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_large_body_cut_while_it_leaves_is_unknown(journal: MemoryJournal) -> None:
    patient = Session(sending=Waits(connect=20, read=20, whole=60))

    with HostileServer(resets, reads=False) as server, pytest.raises(OutcomeUnknown):
        patient.write("POST", server.address, step="upload", journal=journal, content=b"x" * 30_000_000)

    patient.close()


def test_a_cut_read_is_repeated_once(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(hangs_up, says(OK)) as server:
        got = session.get(server.address, step="look", journal=journal)

    assert got.status == 200
    assert [call[2:] for call in journal.calls] == [(None, "cut"), (200, "answered")]


def test_a_read_that_stays_cut_is_free_to_try_again(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(hangs_up) as server, pytest.raises(NotSent):
        session.get(server.address, step="look", journal=journal)

    assert server.connections == 2


def test_a_slow_read_is_not_repeated(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(stays_silent) as server, pytest.raises(NotSent) as caught:
        session.get(server.address, step="look", journal=journal)

    assert server.connections == 1
    assert caught.value.code == "read_timeout"


def test_reads_keep_their_connection_and_writes_take_a_new_one(session: Session) -> None:
    kept = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}"

    def serves_two(line: Any, closing: Any) -> None:
        line.sendall(kept)
        line.recv(65536)
        line.sendall(kept)

    with HostileServer(serves_two, says(OK)) as server:
        session.get(server.address, step="look")
        session.get(server.address, step="look")
        before = server.connections
        session.write("POST", server.address, step="write")

    assert before == 1
    assert server.connections == 2


def test_a_refused_connection_is_not_sent(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(says(OK)) as server:
        address = server.address

    with pytest.raises(NotSent) as caught:
        session.send_once("POST", address, step="send", journal=journal, json={})

    assert caught.value.code == "refused"
    assert not isinstance(caught.value, Offline)


def test_a_server_without_tls_is_not_sent(session: Session, journal: MemoryJournal) -> None:
    plain = HostileServer(says(b"HTTP/1.1 400 Bad\r\n\r\n"), reads=False)
    with plain as server, pytest.raises(NotSent) as caught:
        session.send_once("POST", f"https://127.0.0.1:{server.port}/", step="send", journal=journal, json={})

    assert caught.value.code == "tls"


def test_an_unknown_certificate_is_not_sent(session: Session, journal: MemoryJournal, tmp_path: Path) -> None:
    context = _self_signed(tmp_path)

    def speaks_tls(line: Any, closing: Any) -> None:
        with context.wrap_socket(line, server_side=True) as safe:
            safe.recv(65536)
            raise AssertionError("it was sent")

    with HostileServer(speaks_tls, reads=False) as server, pytest.raises(NotSent) as caught:
        session.send_once("POST", f"https://localhost:{server.port}/", step="send", journal=journal, json={})

    assert caught.value.code == "certificate"


def test_an_unknown_name_is_not_sent_and_names_the_cause(session: Session, journal: MemoryJournal) -> None:
    with pytest.raises(NotSent) as caught:
        session.write("POST", "https://clinique.invalid/", step="send", journal=journal, json={})

    assert caught.value.code in ("name_not_found", "offline")
    assert isinstance(caught.value, Offline) == (caught.value.code == "offline")


@pytest.mark.parametrize(
    ("trouble", "kind", "code"),
    [
        (ConnectTimeout(), NotSent, "connect_timeout"),
        (ReadTimeout(), OutcomeUnknown, "read_timeout"),
        (RequestsConnectionError("closed"), OutcomeUnknown, "cut"),
        (ChunkedEncodingError(), OutcomeUnknown, "cut"),
        (RequestsConnectionError(OSError(101, "Network is unreachable")), OutcomeUnknown, "cut"),
    ],
)
@responses.activate
def test_where_the_wire_was_not_seen_a_write_counts_as_sent_unless_it_surely_was_not(
    session: Session, journal: MemoryJournal, trouble: Exception, kind: type[NetworkError], code: str
) -> None:
    responses.post("https://clinique.example/", body=trouble)

    with pytest.raises(kind) as caught:
        session.write("POST", "https://clinique.example/", step="send", journal=journal)

    assert type(caught.value) is kind
    assert caught.value.code == code


@responses.activate
def test_a_redirect_keeps_the_secret_on_its_own_server_and_drops_it_elsewhere(
    session: Session, journal: MemoryJournal
) -> None:
    responses.get("https://a.example/", status=301, headers={"Location": "/deux"})
    responses.get("https://a.example/deux", status=302, headers={"Location": "https://b.example/trois"})
    responses.get("https://b.example/trois", json={})

    got = session.get(
        "https://a.example/",
        step="look",
        journal=journal,
        headers={"Authorization": f"Bearer {SECRET}", "X-Key": SECRET, "Accept": "text/html"},
    )

    carried = [dict(call.request.headers) for call in responses.calls]
    assert [one.get("Authorization") for one in carried] == [f"Bearer {SECRET}"] * 2 + [None]
    assert "X-Key" not in carried[2]
    assert carried[2]["Accept"] == "text/html"
    assert got.url == "https://b.example/trois"
    assert len(journal.calls) == 3


@pytest.mark.parametrize("place", ["http://b.example/", "http://127.0.0.1:9/", "https://x:y@b.example/"])
@responses.activate
def test_a_redirect_to_an_unsafe_place_is_not_followed(session: Session, place: str) -> None:
    responses.get("https://a.example/", status=302, headers={"Location": place})

    with pytest.raises(AddressNotAllowed):
        session.get("https://a.example/", step="look")

    assert len(responses.calls) == 1


def test_redirects_without_end_are_not_understood(session: Session) -> None:
    circle = HostileServer(says(answer(b"", status="302 Found", headers="Location: /")))
    with circle as server, pytest.raises(AnswerNotUnderstood):
        session.get(server.address, step="look")


def test_a_redirected_write_is_not_followed(session: Session, journal: MemoryJournal) -> None:
    with HostileServer(says(answer(b"", status="307 Moved", headers="Location: /other"))) as server:
        got = session.send_once("POST", server.address, step="send", journal=journal, json={})

    assert got.status == 307
    assert server.connections == 1


@pytest.mark.parametrize(("write", "kind"), [(True, OutcomeUnknown), (False, AnswerNotUnderstood)])
def test_too_long_a_body_is_cut_off(session: Session, write: bool, kind: type[NetworkError]) -> None:
    with HostileServer(says(answer(b"x" * 9_000_000))) as server, pytest.raises(kind) as caught:
        if write:
            session.write("POST", server.address, step="s")
        else:
            session.get(server.address, step="s")

    assert caught.value.code == "too_long"


def test_cookies_and_netrc_are_left_alone(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login nobody password nothing\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    cookie = answer(b"{}", headers="Set-Cookie: a=b; Path=/")

    with HostileServer(says(cookie)) as server:
        session.get(server.address, step="one")
        session.get(server.address, step="two")

    assert all(b"Authorization" not in one and b"Cookie" not in one for one in server.requests)


def test_a_proxy_of_the_computer_is_not_asked_for_what_is_on_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")

    with HostileServer(says(OK)) as server:
        assert session.get(server.address, step="look").status == 200


def test_a_proxy_that_is_gone_means_not_sent(
    session: Session, journal: MemoryJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HostileServer(says(OK)) as server:
        monkeypatch.setenv("https_proxy", server.address)
    monkeypatch.setenv("no_proxy", "")

    with pytest.raises(NotSent) as caught:
        session.send_once("POST", "https://clinique.example/", step="send", journal=journal)

    assert caught.value.code == "proxy"


def test_a_proxy_that_refuses_the_tunnel_means_not_sent(
    session: Session, journal: MemoryJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HostileServer(says(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) as server:
        monkeypatch.setenv("https_proxy", server.address)
        monkeypatch.setenv("no_proxy", "")
        with pytest.raises(NotSent):
            session.send_once("POST", "https://clinique.example/", step="send", journal=journal)

    assert server.requests[0].startswith(b"CONNECT clinique.example:443")


@pytest.mark.parametrize("secret", ["mot\nde passe", "mot de passe é", "a\rb"])
def test_a_secret_that_no_header_can_carry_asks_to_sign_in(session: Session, secret: str) -> None:
    with pytest.raises(SignInNeeded) as caught:
        session.get("https://clinique.example/", step="look", headers={"Authorization": f"Bearer {secret}"})

    assert secret not in everything_said(caught.value)


def test_no_secret_shows_when_a_server_repeats_it(
    session: Session, journal: MemoryJournal, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    word = base64.b64encode(f"marie:{SECRET}".encode()).decode()
    echo = answer(json.dumps({"error": f"{word} {SECRET} corps-secret"}).encode(), status="400 Bad Request")

    with HostileServer(says(echo)) as server:
        got = session.write(
            "POST",
            f"{server.address}/?token=requete-secrete",
            step="s",
            journal=journal,
            headers={"Authorization": f"Basic {word}"},
            form={"password": "corps-secret"},
            secrets=["corps-secret"],
        )
    error = refusal_of(got, Dialect(code=named("error")))

    said = everything_said(error) + repr(got) + repr(journal.calls) + caplog.text
    for secret in (word, SECRET, "corps-secret", "requete-secrete"):
        assert secret not in said


def test_importing_the_session_does_not_import_requests() -> None:
    program = "import sys, cmstation.networks.wordpress; print('requests' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"


def test_without_a_way_out_an_unknown_name_means_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    from socket import gaierror, socket

    from cmstation.networks.wire import new_trace

    def no_route(self: socket, address: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "connect", no_route)

    failure = failures.failure_of(gaierror(-2, "Name or service not known"), new_trace(), "t", write=True)

    assert isinstance(failure, Offline)


def _self_signed(folder: Path) -> ssl.SSLContext:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=localhost"
    try:
        subprocess.run(command, shell=True, cwd=folder, check=True, capture_output=True)
    except subprocess.CalledProcessError:
        pytest.skip("openssl is not installed")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
