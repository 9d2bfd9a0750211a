"""A web site on loopback whose pages a test writes."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


class PageServer:
    """Serve pages by path: bytes with their type, or a status alone, or a redirect.

    Attributes:
        asked: the paths that were asked for, in their order.
    """

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str, bytes]] = {}
        self.asked: list[str] = []
        self._server = _Server(("127.0.0.1", 0), _Request)
        self._server.site = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def show(self, path: str, content: bytes, kind: str = "text/html; charset=utf-8") -> str:
        """Put a page at a path; return its address."""
        self.pages[path] = (200, kind, content)
        return self.url + path

    def lead(self, path: str, there: str) -> str:
        """Redirect a path to an address; return the path's own."""
        self.pages[path] = (302, there, b"")
        return self.url + path


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: PageServer


class _Request(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append(self.path)
        status, kind, content = site.pages.get(self.path, (404, "text/html", b"<h1>Introuvable</h1>"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""
