"""The form for a broker: what a person types, checked field by field, and the settings that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.telemetry.broker import SECURE_PORT, BrokerSettings
from widgets.cards import Button, Entry, Picture, Text, Tick
from widgets.plain import tip

PLAIN_PORT = 1883
LONGEST = 512
NARROW = 110
FILES = ("ca_file", "cert_file", "key_file")
FIELDS = ("host", "port", "user", "password", "client_id", *FILES)


class Field(QWidget):
    """A line to type in, perhaps with a button that looks for a file, and the refusal under it."""

    def __init__(self, ask_file: Callable[[], str] | None = None, narrow: bool = False) -> None:
        super().__init__()
        self.edit = Entry()
        self.edit.setMaxLength(LONGEST)
        self.browse = Button("folder-open", lambda: self._browse(ask_file)) if ask_file else None
        self.refusal, self._mark = Text("bad", 12, wrap=True), Picture("circle-x", "bad", 14)
        self.locked = Picture("lock", "text_muted", 15)
        self.locked.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.locked)
        if self.browse:
            row.addWidget(self.browse)
        if narrow:
            self.edit.setFixedWidth(NARROW)
            row.addStretch(1)
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self.refusal, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addLayout(wrong)
        self.refuse("")

    def refuse(self, why: str) -> None:
        """Say beside the field what is wrong and what to do; "" takes it back."""
        self.refusal.say(why)
        self.refusal.setVisible(bool(why))
        self._mark.setVisible(bool(why))
        self.edit.setAccessibleDescription(why)

    def lock(self, who: str) -> None:
        """Show that somebody sets it for all consoles; "" lets it be typed in again."""
        self.edit.setReadOnly(bool(who))
        self.edit.setEnabled(not who)
        self.locked.setVisible(bool(who))
        for part in (self.edit, self.locked):
            part.setToolTip(tip(who))
        self.locked.setAccessibleName(who)
        if self.browse is not None:
            self.browse.setEnabled(not who)

    def _browse(self, ask_file: Callable[[], str] | None) -> None:
        chosen = ask_file() if ask_file else ""
        if chosen:
            self.edit.setText(chosen)


class BrokerForm(QWidget):
    """Host, port, encryption, sign-in. `wanted` carries BrokerSettings once every field is right."""

    wanted = Signal(object)

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.default_client_id = client_id
        self._keepalive = BrokerSettings("").keepalive  # nothing to type it in: what is in force stays
        self.fields = {name: Field(self._ask_file if name in FILES else None, name == "port") for name in FIELDS}
        self.labels = {name: QLabel() for name in FIELDS}
        self.tls = Tick()
        self.pinned = Text("text_muted", 12, wrap=True)
        self.pinned.hide()
        self._tls_pinned = ""
        self.connect_button = Button("plug", self.submit, primary=True)
        self._refused: dict[str, Callable[[], str]] = {}
        self._lay_out()
        for name, field in self.fields.items():
            field.edit.returnPressed.connect(self.submit)
            field.edit.textEdited.connect(lambda _, name=name: self._forgive(name))
        self.fields["password"].edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["client_id"].edit.setText(client_id)
        self.fields["port"].edit.setText(str(PLAIN_PORT))
        self.tls.toggled.connect(self._tls_switched)
        self._tls_switched(False)
        self.retranslate()

    def fill(self, settings: BrokerSettings) -> None:
        """Show settings that are in use; the password stays as it is typed."""
        self.tls.setChecked(settings.uses_tls)
        self._keepalive = settings.keepalive
        for name in FIELDS:
            value = str(getattr(settings, name))
            if name != "password" and not (name == "client_id" and not value):
                self.fields[name].edit.setText(value)

    def lock(self, pins: Mapping[str, str]) -> None:
        """Show what is set for all consoles (field -> who sets it); such fields keep what is in force."""
        for name, field in self.fields.items():
            field.lock(pins.get(name, ""))
        self.tls.setEnabled("tls" not in pins)
        self.tls.setToolTip(tip(pins.get("tls", "")))
        self._tls_pinned = pins.get("tls", "")
        self.pinned.setVisible(bool(pins))
        self._say_pinned()

    def _say_pinned(self) -> None:
        words = self.tr("Fields with a lock are set by your IT and cannot be changed here.")
        self.pinned.say(f"{words}\nTLS: {self._tls_pinned}" if self._tls_pinned else words)

    def text(self, name: str) -> str:
        """What was typed into a field, without blanks around it (a password as it is)."""
        typed = self.fields[name].edit.text()
        return typed if name == "password" else typed.strip()

    def submit(self) -> None:
        """Check every field; emit `wanted` when all are right, else go to the first that is not."""
        self._refused = {name: why for name, why in self._checks().items() if why()}
        self._say_refusals()
        if self._refused:
            self.fields[next(iter(self._refused))].edit.setFocus()
            return
        self.wanted.emit(self.settings())

    def settings(self) -> BrokerSettings:
        """Settings of what is typed now; the fields must have passed the check."""
        secure = self.tls.isChecked()
        ca, cert, key = (str(_path(self.text(name))) if secure and self.text(name) else "" for name in FILES)
        return BrokerSettings(
            host=self.text("host").strip("[]"),
            port=int(self.text("port")),
            client_id=self.text("client_id") or self.default_client_id,
            user=self.text("user"),
            password=self.text("password"),
            tls=secure,
            ca_file=ca,
            cert_file=cert,
            key_file=key,
            keepalive=self._keepalive,
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        words = (self.tr("&Host"), self.tr("&Port"), self.tr("&User"), self.tr("P&assword"), self.tr("Client &id"))
        files = (self.tr("&Authority (CA) file"), self.tr("C&ertificate file"), self.tr("&Key file"))
        for name, label in zip(FIELDS, (*words, *files), strict=True):
            self.labels[name].setText(label)
            self.fields[name].edit.setAccessibleName(label.replace("&", ""))
            if button := self.fields[name].browse:
                button.name_silently(self.tr("Look for the file: {0}").format(label.replace("&", "")))
        self.tls.setText(self.tr("Encrypt with &TLS and check the broker's certificate"))
        self.fields["host"].edit.setPlaceholderText(self.tr("for example 192.168.1.20 or broker.plant.local"))
        self.fields["user"].edit.setPlaceholderText(self.tr("empty: sign in without"))
        self.fields["ca_file"].edit.setPlaceholderText(self.tr("empty: what this computer trusts"))
        self.fields["cert_file"].edit.setPlaceholderText(self.tr("only where the broker asks for one"))
        self.fields["key_file"].edit.setPlaceholderText(self.tr("empty: it is in the certificate file"))
        self.connect_button.name(self.tr("Connect"))
        self._say_pinned()
        self._say_refusals()

    # Checking

    def _checks(self) -> dict[str, Callable[[], str]]:
        checks: dict[str, Callable[[], str]] = {"host": self._check_host, "port": self._check_port}
        checks["client_id"] = self._check_client
        checks["password"] = self._check_password
        if self.tls.isChecked():
            for name in (name for name in FILES if not self.fields[name].edit.isReadOnly()):  # whoever connects tells
                checks[name] = lambda name=name: self._check_file(name)  # type: ignore[misc]
        return checks

    def _check_host(self) -> str:
        host = self.text("host")
        if not host:
            return self.tr("Type the name or address of the broker.")
        if "://" in host or "/" in host or any(sign.isspace() or not sign.isprintable() for sign in host):
            return self.tr("Type only the name or address: no mqtt:// in front, no path, no blanks.")
        if host.count(":") == 1:
            return self.tr("Type the port into its own field below.")
        return ""

    def _check_port(self) -> str:
        port = self.text("port")
        if port.isascii() and port.isdigit() and len(port) < 6 and 1 <= int(port) <= 65535:
            return ""
        return self.tr("The port is a whole number from 1 to 65535; 1883 is usual, 8883 with TLS.")

    def _check_client(self) -> str:
        typed = self.text("client_id")
        if all(sign.isprintable() for sign in typed) and len(typed.encode("utf-8", "replace")) <= 128:
            return ""
        return self.tr("At most 128 letters and digits, no invisible signs. Empty it to take the usual one.")

    def _check_password(self) -> str:
        if self.text("password") and not self.text("user"):
            return self.tr("A password needs a user: type one above, or empty this field.")
        return ""

    def _check_file(self, name: str) -> str:
        typed = self.text(name)
        if name == "key_file" and typed and not self.text("cert_file"):
            return self.tr("A key goes with a certificate: choose its certificate file above.")
        if not typed:
            return ""
        try:
            with _path(typed).open("rb") as file:
                return "" if b"-----BEGIN" in file.read(65536) else self._not_pem()
        except (OSError, ValueError, RuntimeError) as error:  # the last one: ~nobody
            why = getattr(error, "strerror", None) or str(error)
            return self.tr("This file cannot be read ({0}). Choose it with the button at the right.").format(why)

    def _not_pem(self) -> str:
        return self.tr("This file holds no certificate or key in PEM form (text that begins with -----BEGIN).")

    def _say_refusals(self) -> None:
        for name, field in self.fields.items():
            field.refuse(self._refused[name]() if name in self._refused else "")

    def _forgive(self, name: str) -> None:
        if name in self._refused and not self._refused[name]():
            del self._refused[name]
        self._say_refusals()

    # How it is made

    def _tls_switched(self, secure: bool) -> None:
        for name in FILES:
            self.fields[name].setVisible(secure)
            self.labels[name].setVisible(secure)
        usual, other = (SECURE_PORT, PLAIN_PORT) if secure else (PLAIN_PORT, SECURE_PORT)
        if self.text("port") in ("", str(other)):
            self.fields["port"].edit.setText(str(usual))

    def _ask_file(self) -> str:
        kinds = self.tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)")
        return QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)[0]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        order = ("host", "port", "tls", *FILES, "user", "password", "client_id")
        for row, name in enumerate(order):
            if name == "tls":
                grid.addWidget(self.tls, row, 1)
                continue
            label = self.labels[name]
            label.setBuddy(self.fields[name].edit)
            label.setFixedHeight(32)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.fields[name], row, 1)
        grid.addWidget(self.pinned, len(order), 1)
        self._order_tabs(order)

    def _order_tabs(self, order: tuple[str, ...]) -> None:
        widgets: list[QWidget] = []
        for name in order:
            field = self.fields.get(name)
            widgets += [self.tls] if field is None else [w for w in (field.edit, field.browse) if w]
        for before, after in zip(widgets, widgets[1:], strict=False):
            QWidget.setTabOrder(before, after)


def _path(typed: str) -> Path:
    """A path as it was typed, the home folder put in for ~."""
    return Path(typed).expanduser()


def port_words(settings: BrokerSettings) -> str:
    """host:port, and whether the way there is encrypted."""
    translate = QCoreApplication.translate
    safe = translate("start", "encrypted") if settings.uses_tls else translate("start", "not encrypted")
    return f"{settings.address} · {safe}"
