"""A cable can be cut and mended, and loses an answer without losing the request."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from tests.servers.cable import Cable

TIMEOUT_S = 10


class Counter(BaseHTTPRequestHandler):
    seen = 0

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).seen += 1
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture
def cable() -> Iterator[Cable]:
    Counter.seen = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), Counter) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        with Cable(f"http://127.0.0.1:{server.server_port}") as cable:
            yield cable
        server.shutdown()
        thread.join()


def test_a_request_passes(cable: Cable) -> None:
    assert requests.post(f"{cable.url}/posts", data=b"Bonjour", timeout=TIMEOUT_S).status_code == 201
    assert b"Bonjour" in cable.requests


def test_nothing_passes_a_cut_cable_until_it_is_mended(cable: Cable) -> None:
    cable.cut()
    with pytest.raises(requests.ConnectionError):
        requests.post(cable.url, data=b"x", timeout=TIMEOUT_S)
    assert Counter.seen == 0

    cable.mend()

    assert requests.post(cable.url, data=b"x", timeout=TIMEOUT_S).status_code == 201


def test_an_open_connection_breaks_with_the_cable(cable: Cable) -> None:
    with requests.Session() as session:
        session.post(cable.url, data=b"x", timeout=TIMEOUT_S)

        cable.cut()

        with pytest.raises(requests.ConnectionError):
            session.post(cable.url, data=b"x", timeout=TIMEOUT_S)
    assert Counter.seen == 1


def test_a_lost_answer_belongs_to_a_request_that_arrived(cable: Cable) -> None:
    cable.lose_answers(1)

    with pytest.raises(requests.ConnectionError):
        requests.post(cable.url, data=b"x", timeout=TIMEOUT_S)
    assert Counter.seen == 1

    assert requests.post(cable.url, data=b"x", timeout=TIMEOUT_S).status_code == 201
