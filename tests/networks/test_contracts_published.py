"""Our requests against the machine-readable contract that Mastodon publishes.

The document is not part of the project: CMSTATION_SPECS names the folder that holds it.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from openapi_core import Config, OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest

from cmstation.domain.networks import Json
from cmstation.networks.mastodon_sign_in import ask_permission, exchange_code
from tests.fakes.cutting_proxy import CuttingProxy, Request
from tests.fakes.memory_journal import MemoryJournal
from tests.networks.contract_stage import sample
from tests.networks.mastodon_stage import adapter_for, impatient_session
from tests.servers.mastodon import MastodonServer

# The library cannot judge OAuth 2 itself; the adapter's tests do.
pytestmark = pytest.mark.filterwarnings("ignore:Unsupported scheme type:UserWarning")
HOST = "https://mastodon.example"
_FILE = "mastodon-openapi.json"
_BESIDE_THE_PROJECT = Path(__file__).parents[2].parent / "shared" / "specs"


@pytest.fixture(scope="module")
def contract() -> OpenAPI:
    """Give the published contract, or say loudly that it is missing."""
    file = Path(os.environ.get("CMSTATION_SPECS") or _BESIDE_THE_PROJECT) / _FILE
    if not file.is_file():
        pytest.skip(f"Mastodon's published contract, {_FILE}, is not there; CMSTATION_SPECS names its folder")
    document = _amended(json.loads(file.read_text(encoding="utf-8")))
    # The document itself has small faults (a default of the wrong type); only our requests are judged.
    no_check = Config(spec_validator_cls=None)  # pyright: ignore[reportArgumentType]
    return OpenAPI.from_dict(document, config=no_check)


def _amended(document: dict[str, Any]) -> dict[str, Any]:
    """Mend where the document contradicts Mastodon's own words, or the library cannot read it.

    A status may have a text and pictures, which `oneOf` forbids; an idempotency key is a string; a
    file's bytes are no text.
    """
    publish = document["paths"]["/api/v1/statuses"]["post"]
    body = publish["requestBody"]["content"]["application/json"]["schema"]
    body["anyOf"] = body.pop("oneOf")
    for parameter in publish["parameters"]:
        if parameter["name"] == "Idempotency-Key":
            parameter["schema"] = {"type": "string"}
    upload = document["paths"]["/api/v2/media"]["post"]["requestBody"]["content"]["multipart/form-data"]
    upload["schema"]["properties"]["file"] = {}
    return document


def _faults(contract: OpenAPI, requests: Iterable[Request]) -> list[str]:
    found: list[str] = []
    for request in requests:
        try:
            contract.validate_request(_as_published(request))
        except OpenAPIError as fault:
            found.append(f"{request.method} {request.path}: {fault!r} {fault.__cause__!r}")
    return found


def _as_published(request: Request) -> MockRequest:
    """Read one of our requests as the contract sees it."""
    headers: Mapping[str, Any] = {name.title(): value for name, value in request.headers}
    kind, body = headers.get("Content-Type", "application/json"), request.body
    if kind.startswith("application/x-www-form-urlencoded"):
        # RFC 6749 asks for a form; the document describes the same fields as JSON.
        body, kind = json.dumps(dict(parse_qsl(body.decode()))).encode(), "application/json"
    parts = urlsplit(request.path)
    args = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return MockRequest(
        HOST,
        request.method.lower(),
        parts.path,
        args=args,
        headers=dict(headers),
        data=body,
        content_type=kind,
    )


def _made_by_publishing(server: MastodonServer) -> list[Request]:
    """Publish, schedule, move, comment, look, delete and check; return every request that was made."""
    later = datetime.now(UTC) + timedelta(days=2)
    options = {"visibility": "unlisted", "spoiler_text": "Grippe"}
    with CuttingProxy(server.url) as proxy:
        publisher, journal = adapter_for(server, address=proxy.address), MemoryJournal()
        parent = publisher.send(publisher.prepare(sample("contrat"), journal), journal)
        outgoings = (
            replace(sample("contrat deux", pictures=1), publish_at=later, options=options),
            replace(sample("contrat trois", pictures=0), reply_to=parent),
        )
        for outgoing in outgoings:
            mine = MemoryJournal()
            payload: Mapping[str, Json] = publisher.prepare(outgoing, mine)
            receipt = publisher.send(payload, mine)
            publisher.find(payload, mine, datetime.now(UTC))
            if receipt.scheduled:
                publisher.settle(receipt, payload, mine)
                publisher.scheduled()
                publisher.reschedule(receipt, later + timedelta(hours=1), mine)
            publisher.delete(receipt, mine)
        publisher.check()
        return proxy.seen


@pytest.mark.real_server
def test_every_request_of_publishing_keeps_the_published_contract(
    contract: OpenAPI, mastodon_server: MastodonServer
) -> None:
    requests = [one for one in _made_by_publishing(mastodon_server) if one.path.startswith("/api/")]

    assert _faults(contract, requests) == []
    names = {(one.method, urlsplit(one.path).path.rstrip("0123456789")) for one in requests}
    assert {
        ("POST", "/api/v1/statuses"),
        ("POST", "/api/v2/media"),
        ("GET", "/api/v1/scheduled_statuses"),
        ("GET", "/api/v1/scheduled_statuses/"),
        ("PUT", "/api/v1/scheduled_statuses/"),
        ("DELETE", "/api/v1/scheduled_statuses/"),
        ("DELETE", "/api/v1/statuses/"),
        ("GET", "/api/v2/instance"),
    } <= names


@pytest.mark.real_server
def test_every_request_of_signing_in_keeps_the_published_contract(
    contract: OpenAPI, mastodon_server: MastodonServer
) -> None:
    with CuttingProxy(mastodon_server.url) as proxy:
        asked = ask_permission(impatient_session(), proxy.address)
        with pytest.raises(Exception, match="code_refused"):
            exchange_code(impatient_session(), asked, "nothing")
        requests = proxy.seen
    page = Request("GET", asked.page.removeprefix(proxy.address), (), b"")

    assert [one.path for one in requests] == ["/api/v1/apps", "/oauth/token"]
    assert _faults(contract, [*requests, page]) == []


def test_the_contract_would_notice_a_wrong_request(contract: OpenAPI) -> None:
    wrong = (
        Request("POST", "/api/v1/statuses", (), b'{"visibility":"everybody","status":"Bonjour"}'),
        Request("POST", "/api/v1/statuses", (), b'{"visibility":"public"}'),
        Request("GET", "/api/v1/nothing_like_it", (), b""),
    )

    assert len(_faults(contract, wrong)) == len(wrong)
