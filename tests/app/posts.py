"""A mail server and a web server for tests: they take what is sent, refuse it, hang or are away."""

from __future__ import annotations

import base64
import json
import os
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.brokers import HOST, Papers, free_port

os.environ.setdefault("no_proxy", "localhost,127.0.0.1")  # what tests start here is reached without any proxy


def server_context(papers: Papers) -> ssl.SSLContext:
    """What a server with these papers speaks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.cert, papers.key)
    return context


class Place:
    """A server on a port of its own that can go away and come back on the same port."""

    def __init__(self, port: int | None = None) -> None:
        self.port = port or free_port()
        self.hang = threading.Event()  # set: it takes connections and says nothing
        self.ended = threading.Event()
        self._server: socketserver.TCPServer | None = None

    def start(self) -> Any:
        """Begin to take connections."""
        self.ended.clear()
        self._server = self._make()
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def stop(self) -> None:
        """Take no more."""
        self.ended.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _make(self) -> socketserver.TCPServer:
        raise NotImplementedError

    def __enter__(self) -> Any:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()


class MailPlace(Place):
    """An SMTP server. `accounts` is who may sign in, `unknown` whom it has no box for."""

    def __init__(self, papers: Papers | None = None, at_once: bool = False, port: int | None = None) -> None:
        super().__init__(port)
        self.papers, self.at_once = papers, at_once  # TLS from the first byte, else after STARTTLS
        self.accounts: dict[str, str] = {}
        self.unknown: set[str] = set()
        self.busy = False
        self.got: list[tuple[str, list[str], EmailMessage]] = []
        self.secret = False  # whether the last mail came encrypted
        self.before_answer: Callable[[], None] = lambda: None  # after a mail was taken

    def _make(self) -> socketserver.TCPServer:
        place = self

        class Talk(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                _Conversation(place, self.request).talk()

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request: Any, address: Any) -> None:
                """A client that goes away is no business of the test's."""

        return Server((HOST, self.port), Talk)


class _Conversation:
    def __init__(self, place: MailPlace, sock: socket.socket) -> None:
        self.place, self.sock = place, sock
        self.sender, self.to, self.let_in = "", list[str](), False
        if place.papers is not None and place.at_once:
            self.sock = server_context(place.papers).wrap_socket(sock, server_side=True)
        self.lines = self.sock.makefile("rb")

    def say(self, *lines: str) -> None:
        self.sock.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def talk(self) -> None:
        if self.place.hang.is_set():
            self.place.ended.wait(30)
            return
        self.say("220 mail.test ESMTP")
        while line := self.lines.readline():
            word, _, rest = line.decode(errors="replace").strip().partition(" ")
            if word.upper() == "QUIT":
                self.say("221 bye")
                return
            getattr(self, "on_" + word.lower(), self.on_other)(rest)

    def on_other(self, rest: str) -> None:
        self.say("250 ok")

    def on_ehlo(self, rest: str) -> None:
        encrypted = isinstance(self.sock, ssl.SSLSocket)
        offers = ["STARTTLS"] if self.place.papers is not None and not encrypted else []
        offers += ["AUTH PLAIN"] if self.place.accounts else []
        every = ["mail.test", *offers]
        self.say(*[f"250{' ' if i == len(every) - 1 else '-'}{one}" for i, one in enumerate(every)])

    def on_starttls(self, rest: str) -> None:
        self.say("220 go ahead")
        assert self.place.papers is not None
        self.sock = server_context(self.place.papers).wrap_socket(self.sock, server_side=True)
        self.lines = self.sock.makefile("rb")

    def on_auth(self, rest: str) -> None:
        _, user, password = base64.b64decode(rest.split()[1]).decode().split("\0")
        self.let_in = self.place.accounts.get(user) == password
        self.say("235 welcome" if self.let_in else f"535 authentication failed for {password}")

    def on_mail(self, rest: str) -> None:
        if self.place.accounts and not self.let_in:
            self.say("530 sign in first")
        elif self.place.busy:
            self.say("451 try later")
        else:
            self.sender, self.to = rest.partition("<")[2].partition(">")[0], []
            self.say("250 ok")

    def on_rcpt(self, rest: str) -> None:
        who = rest.partition("<")[2].partition(">")[0]
        if who in self.place.unknown:
            self.say(f"550 no box for {who}")
        else:
            self.to.append(who)
            self.say("250 ok")

    def on_data(self, rest: str) -> None:
        self.say("354 go on")
        raw = b""
        while (line := self.lines.readline()) not in (b".\r\n", b""):
            raw += line[1:] if line.startswith(b".") else line
        mail = message_from_bytes(raw, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.place.secret = isinstance(self.sock, ssl.SSLSocket)
        self.place.got.append((self.sender, self.to, mail))
        self.place.before_answer()
        self.say("250 taken")


class WebPlace(Place):
    """A web server that keeps what is posted: (path with query, headers, JSON)."""

    def __init__(self, papers: Papers | None = None, port: int | None = None) -> None:
        super().__init__(port)
        self.papers = papers
        self.got: list[tuple[str, dict[str, str], Any]] = []
        self.status, self.answer = 200, b'{"errcode": 0, "errmsg": "ok"}'
        self.headers: dict[str, str] = {}

    @property
    def address(self) -> str:
        """Scheme, host and port."""
        return f"{'https' if self.papers else 'http'}://{HOST if not self.papers else 'localhost'}:{self.port}"

    def _make(self) -> socketserver.TCPServer:
        place = self

        class Talk(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # noqa: N802
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if place.hang.is_set():
                    place.ended.wait(30)
                    return
                place.got.append((self.path, dict(self.headers.items()), json.loads(body)))
                self.send_response(place.status)
                for name, value in place.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(place.answer)))
                self.end_headers()
                self.wfile.write(place.answer)

            def do_GET(self) -> None:  # noqa: N802
                place.got.append((self.path, {}, "GET"))
                self.send_error(404)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request: Any, address: Any) -> None:
                """A client that goes away is no business of the test's."""

        made = Server((HOST, self.port), Talk)
        if self.papers is not None:
            made.socket = server_context(self.papers).wrap_socket(made.socket, server_side=True)
        return made


class Trickle(Place):
    """A server that answers a letter at a time and never comes to an end."""

    def _make(self) -> socketserver.TCPServer:
        place = self

        class Talk(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                self.request.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                while not place.ended.wait(0.05):
                    self.request.sendall(b"x")

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def handle_error(self, request: Any, address: Any) -> None:
                """A client that goes away is no business of the test's."""

        return Server((HOST, self.port), Talk)
