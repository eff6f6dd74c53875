"""Sending: one message over mail or a webhook, on a thread of the channel's own. Certificates are always checked.

Imported only there: what speaks to servers costs time that the start of the window does not have.
"""

from __future__ import annotations

import base64
import smtplib
import ssl
import time
import urllib.request
from email.message import EmailMessage
from email.utils import formatdate
from typing import IO, Any
from urllib.parse import parse_qsl, urlsplit

from console import __version__
from console.app.parcels import Parcel, Secrets, Unsent
from console.app.sendfaults import unsent
from console.app.webhooks import judge, signed
from console.domain.channels import Channel, ChannelKind, Security, Shape, mail_server, public_address
from console.domain.notices import Why

ANSWER_MOST = 64 * 1024  # bytes of an answer that are read
AGENT = f"GembaConsole/{__version__}"


def send(parcel: Parcel, secrets: Secrets, ca_file: str, timeout: float) -> None:
    """Send it and return when the server has taken it; Unsent says why not. `timeout` holds for each single answer."""
    try:
        way = _mail if parcel.channel.kind is ChannelKind.MAIL else _post
        way(parcel, secrets, _context(ca_file), timeout)
    except Exception as error:
        raise unsent(error, _unspeakable(parcel.channel, secrets)) from None


def _unspeakable(channel: Channel, secrets: Secrets) -> tuple[str, ...]:
    """What a server may quote in its answer and nobody may read: the secrets, whole, in parts and as they were sent."""
    parts = urlsplit(secrets.url)
    values = [value for _, value in parse_qsl(parts.query)]
    pieces = [piece for piece in (*parts.path.split("/"), *values) if len(piece) > 5]
    told = [secrets.password, f"\0{channel.user}\0{secrets.password}"] if secrets.password else []
    sent = [base64.b64encode(text.encode()).decode() for text in told]
    return (secrets.url, parts.query, *pieces, secrets.password, secrets.signing, *sent)


def _context(ca_file: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError):
            raise Unsent(Why.CERTIFICATE, "the file of the own authority cannot be read") from None
    return context


def _mail(parcel: Parcel, secrets: Secrets, context: ssl.SSLContext, timeout: float) -> None:
    channel = parcel.channel
    if channel.user and not secrets.password:
        raise Unsent(Why.NO_SECRET)
    host, port = mail_server(channel)
    mail = _composed(parcel)
    with _connected(channel, host, port, context, timeout) as server:
        if channel.security is Security.STARTTLS:
            server.starttls(context=context)
        if channel.user:
            server.login(channel.user, secrets.password)
        server.send_message(mail, channel.sender, [parcel.to])


def _connected(channel: Channel, host: str, port: int, context: ssl.SSLContext, timeout: float) -> smtplib.SMTP:
    if channel.security is Security.TLS:
        return smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)
    return smtplib.SMTP(host, port, timeout=timeout)


def _composed(parcel: Parcel) -> EmailMessage:
    """The same message id whenever it is sent again, so that a mail server may throw the second one away."""
    domain = parcel.channel.sender.rpartition("@")[2]
    mail = EmailMessage()
    mail["Subject"] = parcel.message.subject
    mail["From"] = parcel.channel.sender
    mail["To"] = parcel.to
    mail["Date"] = formatdate(localtime=True)
    mail["Message-ID"] = f"<{parcel.id}@{domain}>"
    if parcel.call:
        mail["References"] = f"<{parcel.call}@{domain}>"  # mails about one call lie together
    mail["Auto-Submitted"] = "auto-generated"
    if parcel.urgent:
        mail["Importance"] = "high"
    mail.set_content("\n".join(parcel.message.lines) + "\n")
    return mail


def _post(parcel: Parcel, secrets: Secrets, context: ssl.SSLContext, timeout: float) -> None:
    channel = parcel.channel
    if not secrets.url:
        raise Unsent(Why.NO_SECRET)
    if public_address(secrets.url) != channel.address:
        raise Unsent(Why.NO_SECRET, "the address kept on this PC is for another server")
    signing = secrets.signing if channel.shape is Shape.DINGTALK else ""
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": AGENT, "X-Gemba-Notice": parcel.id}
    request = urllib.request.Request(signed(secrets.url, signing, time.time()), parcel.body, headers, method="POST")
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _NoRedirect(), _AnyAnswer())
    with opener.open(request, timeout=timeout) as answer:
        judge(channel.shape, answer.status, _read(answer, 2 * timeout))


def _read(answer: IO[bytes], seconds: float) -> bytes:
    """The beginning of an answer; one that trickles is not waited for to its end."""
    end, found = time.monotonic() + seconds, b""
    while len(found) < ANSWER_MOST and time.monotonic() < end:
        piece: bytes = answer.read1(4096) if hasattr(answer, "read1") else answer.read(4096)
        if not piece:
            return found
        found += piece
    if time.monotonic() >= end:
        raise TimeoutError
    return found


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A message is for the server that was named and for no other."""

    def redirect_request(self, *_: Any) -> None:
        """None: the answer counts as it is."""
        return


class _AnyAnswer(urllib.request.HTTPErrorProcessor):
    """Every status is an answer; what it means is judged elsewhere."""

    def http_response(self, request: Any, response: Any) -> Any:
        """As it came."""
        return response

    https_response = http_response
