"""A small IMAP server on this computer that also refuses, lies, stalls and breaks off."""

import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

Act = Callable[["Conversation", str], None]
LETTER = (
    b"From: =?utf-8?q?L=C3=A9a_de_la_Revue?= <lea@revue.example>\r\n"
    b"Subject: Une lettre\r\nMessage-ID: <%d@revue.example>\r\n"
    b"Date: Fri, 20 Nov 2026 08:00:00 +0100\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b"<p>Bonjour %d</p>\r\n"
)


def letter(number: int) -> bytes:
    """Write a small newsletter."""
    return LETTER % (number, number)


@dataclass
class Conversation:
    """What is said on one line."""

    line: socket.socket
    closing: threading.Event
    tag: str = ""

    def say(self, *lines: str | bytes) -> None:
        """Send lines."""
        for one in lines:
            self.line.sendall((one if isinstance(one, bytes) else one.encode()) + b"\r\n")

    def done(self, answer: str = "OK done") -> None:
        """End the present command."""
        self.say(f"{self.tag} {answer}")

    def stall(self) -> None:
        """Say nothing more."""
        self.closing.wait(30)


@dataclass
class ImapServer:
    """Holds one folder; a test may say how a command is answered instead.

    Attributes:
        letters: by UID.
        acts: by the command's first words, such as "LOGIN" or "UID FETCH".
        asked: all commands, without passwords.
    """

    context: ssl.SSLContext | None
    letters: dict[int, bytes] = field(default_factory=dict[int, bytes])
    validity: int = 7
    password: str = "geheim"
    capabilities: str = "IMAP4rev1 AUTH=PLAIN"
    acts: dict[str, Act] = field(default_factory=dict[str, Act])
    greeting: str = "* OK ready"
    asked: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        while not self._closing.is_set():
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._converse, args=(line,), daemon=True).start()

    def _converse(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), line:
            if self.context is None:
                self._closing.wait(30)
                return
            with self.context.wrap_socket(line, server_side=True) as safe:
                self._answer_all(Conversation(safe, self._closing), safe)

    def _answer_all(self, talk: Conversation, line: socket.socket) -> None:
        talk.say(self.greeting)
        with line.makefile("rb") as heard:
            while not self._closing.is_set() and (raw := heard.readline()):
                talk.tag, _, command = raw.decode("utf-8", "replace").strip().partition(" ")
                if command == "AUTHENTICATE PLAIN":
                    self.asked.append(command)
                    if not self._own(talk, command):
                        talk.say("+ ")
                        self._sign_in(talk, heard.readline())
                    continue
                self.asked.append("LOGIN …" if command.startswith("LOGIN") else command)
                if not self._own(talk, command):
                    self._answer(talk, command)
                if command == "LOGOUT":
                    return

    def _own(self, talk: Conversation, command: str) -> bool:
        act = next((act for start, act in self.acts.items() if command.startswith(start)), None)
        if act is not None:
            act(talk, command)
        return act is not None

    def _sign_in(self, talk: Conversation, said: bytes) -> None:
        import base64

        given = base64.b64decode(said).decode().split("\0")[-1]
        talk.done("OK signed in" if given == self.password else "NO [AUTHENTICATIONFAILED] wrong")

    def _answer(self, talk: Conversation, command: str) -> None:
        if command == "CAPABILITY":
            talk.say(f"* CAPABILITY {self.capabilities}")
        elif command.startswith("LOGIN"):
            talk.done(
                "OK signed in" if f'"{self.password}"' in command else "NO [AUTHENTICATIONFAILED] wrong"
            )
            return
        elif command.startswith("EXAMINE"):
            talk.say(f"* {len(self.letters)} EXISTS", f"* OK [UIDVALIDITY {self.validity}] valid")
        elif command == "LOGOUT":
            talk.say("* BYE")
        elif found := re.fullmatch(r"UID FETCH (\d+):\* \(UID INTERNALDATE\)", command):
            least = min(int(found[1]), max(self.letters, default=0))
            self._list(talk, [uid for uid in sorted(self.letters) if uid >= least])
        elif found := re.fullmatch(r"FETCH (\d+):\* \(UID INTERNALDATE\)", command):
            self._list(talk, sorted(self.letters)[int(found[1]) - 1 :])
        elif found := re.fullmatch(r"UID FETCH (\d+) \(BODY.PEEK\[\]<0\.(\d+)>\)", command):
            self._send(talk, int(found[1]), int(found[2]))
        else:
            talk.done("BAD unknown")
            return
        talk.done()

    def _list(self, talk: Conversation, uids: list[int]) -> None:
        order = sorted(self.letters)
        for uid in uids:
            dated = f'"{1 + uid % 28:2}-Nov-2026 08:00:00 +0100"'
            talk.say(f"* {order.index(uid) + 1} FETCH (UID {uid} INTERNALDATE {dated})")

    def _send(self, talk: Conversation, uid: int, most: int) -> None:
        body = self.letters.get(uid)
        if body is not None:
            piece = body[:most]
            head = f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(piece)}}}\r\n".encode()
            talk.line.sendall(head + piece + b")\r\n")
