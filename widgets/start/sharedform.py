"""The form for the shared database: what a person types, checked field by field, and the address that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QWidget

from console.domain.hosts import is_local
from console.domain.sharing import Address, Engine
from widgets.cards import Choice, Text, Tick
from widgets.plain import tip
from widgets.start.form import Field

PORTS = {Engine.POSTGRESQL: 5432, Engine.MARIADB: 3306, Engine.SQLSERVER: 1433}
FIELDS = ("host", "port", "database", "user", "password", "ca_file")


class SharedForm(QWidget):
    """Kind of server, host, database, sign-in, encryption. `wanted` carries an Address once every field is right."""

    wanted = Signal(object)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.engine, self.engine_label = Choice(), QLabel()
        for kind in Engine:
            self.engine.addItem("", kind)
        self.fields = {n: Field(self._ask_file if n == "ca_file" else None, n == "port") for n in FIELDS}
        self.labels = {name: QLabel() for name in FIELDS}
        self.tls, self.open_way = Tick(), Text("warning", 12, wrap=True)
        self.pinned = Text("text_muted", 12, wrap=True)
        self.pinned.hide()
        self._pins: dict[str, str] = {}
        self._tls_chosen = False  # by a person, and not by the host
        self._refused: dict[str, Callable[[], str]] = {}
        self._lay_out()
        for name, field in self.fields.items():
            field.edit.returnPressed.connect(self.submit)
            field.edit.textEdited.connect(lambda _, name=name: self._typed(name))
        self.fields["password"].edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.engine.currentIndexChanged.connect(self._engine_changed)
        self.tls.clicked.connect(self._tls_clicked)
        self.fill(Address(Engine.POSTGRESQL, ""))
        self.retranslate()

    def fill(self, address: Address) -> None:
        """Show an address; its password is not shown."""
        self.engine.setCurrentIndex(list(Engine).index(address.engine))
        typed = {"host": address.host, "database": address.database, "user": address.user, "ca_file": address.ca_file}
        for name, value in typed.items():
            self.fields[name].edit.setText(value)
        self.fields["port"].edit.setText(str(address.port or PORTS[address.engine]))
        self.fields["password"].edit.clear()
        self._tls_chosen = address.tls != "auto"
        self.tls.setChecked(address.tls == "on" if self._tls_chosen else self._usual_tls(address.ca_file))
        self._refused = {}
        self._show_state()

    def text(self, name: str) -> str:
        """What was typed into a field, without blanks around it (a password as it is)."""
        typed = self.fields[name].edit.text()
        return typed if name == "password" else typed.strip()

    def kind(self) -> Engine:
        """The kind of server that is chosen."""
        return list(Engine)[max(0, self.engine.currentIndex())]

    def submit(self) -> None:
        """Check every field; emit `wanted` when all are right, else go to the first that is not."""
        self._refused = {name: why for name, why in self._checks().items() if why()}
        self._show_state()
        if self._refused:
            self.fields[next(iter(self._refused))].edit.setFocus()
            return
        self.wanted.emit(self.address())

    def address(self) -> Address:
        """The address of what is typed now; the fields must have passed the check."""
        secure = self.tls.isChecked()
        ca_file = str(Path(self.text("ca_file")).expanduser()) if secure and self.text("ca_file") else ""
        port, tls = int(self.text("port") or 0), "on" if secure else "off"
        return Address(
            self.kind(),
            self.text("host").strip("[]"),
            0 if port == PORTS[self.kind()] else port,
            self.text("database"),
            self.text("user"),
            self.text("password"),
            tls if self._tls_chosen and secure != self._usual_tls(ca_file) else "auto",
            ca_file,
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for row, words in enumerate(("PostgreSQL", "MariaDB / MySQL", "Microsoft SQL Server")):
            self.engine.setItemText(row, words)
        self.engine_label.setText(self.tr("&Kind"))
        self.engine.setAccessibleName(self.tr("Kind of database server"))
        words = (self.tr("&Server"), self.tr("P&ort"), self.tr("&Database"), self.tr("Us&er"), self.tr("Pass&word"))
        for name, label in zip(FIELDS, (*words, self.tr("A&uthority (CA) file")), strict=True):
            self.labels[name].setText(label)
            self.fields[name].edit.setAccessibleName(label.replace("&", ""))
            if button := self.fields[name].browse:
                button.name_silently(self.tr("Look for the file: {0}").format(label.replace("&", "")))
        self.tls.setText(self.tr("Encrypt with T&LS and check the server's certificate"))
        self.fields["host"].edit.setPlaceholderText(self.tr("for example 192.168.1.30 or database.plant.local"))
        self.fields["ca_file"].edit.setPlaceholderText(self.tr("empty: what this computer trusts"))
        self._say_pinned()
        self.open_way.say(self.tr("Not encrypted: whoever listens in the network reads the password and the records."))
        self._show_state()

    def lock(self, pins: Mapping[str, str]) -> None:
        """Show what is set for all consoles (field -> who sets it)."""
        for name, field in self.fields.items():
            field.lock(pins.get(name, ""))
        for name, part in (("engine", self.engine), ("tls", self.tls)):
            part.setEnabled(name not in pins)
            part.setToolTip(tip(pins.get(name, "")))
        self._pins = dict(pins)
        self.pinned.setVisible(bool(pins))
        self._say_pinned()

    def _say_pinned(self) -> None:
        told = [self.tr("Fields with a lock are set by your IT and cannot be changed here.")]
        for name, part in (("engine", self.engine_label.text().replace("&", "")), ("tls", "TLS")):
            told += [f"{part}: {self._pins[name]}"] if name in self._pins else []
        self.pinned.say("\n".join(told))

    def keeps_password(self, keeps: bool) -> None:
        """Say that an empty field leaves the password as it is."""
        words = self.tr("empty: as it is") if keeps else ""
        self.fields["password"].edit.setPlaceholderText(words)

    # Checking

    def _checks(self) -> dict[str, Callable[[], str]]:
        checks: dict[str, Callable[[], str]] = {"host": self._check_host, "port": self._check_port}
        checks["database"], checks["user"] = self._check_database, self._check_user
        if self.tls.isChecked() and not self.fields["ca_file"].edit.isReadOnly():  # whoever connects tells
            checks["ca_file"] = self._check_file
        return checks

    def _check_host(self) -> str:
        host = self.text("host")
        if not host:
            return self.tr("Type the name or address of the database server.")
        if "://" in host or "/" in host or "\\" in host or any(s.isspace() or not s.isprintable() for s in host):
            return self.tr("Type only the name or address: no postgresql:// in front, no path, no blanks.")
        return self.tr("Type the port into its own field below.") if host.count(":") == 1 else ""

    def _check_port(self) -> str:
        port = self.text("port")
        if port.isascii() and port.isdigit() and len(port) < 6 and 1 <= int(port) <= 65535:
            return ""
        return self.tr("The port is a whole number from 1 to 65535; {0} is usual.").format(PORTS[self.kind()])

    def _check_database(self) -> str:
        return "" if self.text("database") else self.tr("Type the name of the database, for example gemba.")

    def _check_user(self) -> str:
        return "" if self.text("user") else self.tr("Type the user that the database server knows this console by.")

    def _check_file(self) -> str:
        typed = self.text("ca_file")
        if not typed:
            return ""
        try:
            with Path(typed).expanduser().open("rb") as file:
                found = b"-----BEGIN" in file.read(65536)
        except (OSError, ValueError, RuntimeError) as error:  # the last one: ~nobody
            why = getattr(error, "strerror", None) or str(error)
            return self.tr("This file cannot be read ({0}). Choose it with the button at the right.").format(why)
        words = self.tr("This file holds no certificate in PEM form (text that begins with -----BEGIN).")
        return "" if found else words

    # Reacting

    def _typed(self, name: str) -> None:
        if name in self._refused and not self._refused[name]():
            del self._refused[name]
        if not self._tls_chosen and name in ("host", "ca_file"):
            self.tls.setChecked(self._usual_tls(self.text("ca_file")))
        self._show_state()
        self.edited.emit()

    def _engine_changed(self) -> None:
        if self.text("port") in ("", *map(str, PORTS.values())):
            self.fields["port"].edit.setText(str(PORTS[self.kind()]))
        self.edited.emit()

    def _tls_clicked(self) -> None:
        self._tls_chosen = True
        self._show_state()
        self.edited.emit()

    def _usual_tls(self, ca_file: str) -> bool:
        """What "auto" means: encrypted, unless the server is this computer."""
        host = self.text("host")
        return bool(ca_file) or bool(host and not is_local(host))

    def _show_state(self) -> None:
        secure, host = self.tls.isChecked(), self.text("host")
        self.fields["ca_file"].setVisible(secure)
        self.labels["ca_file"].setVisible(secure)
        self.open_way.setVisible(bool(host) and not secure and not is_local(host))
        for name, field in self.fields.items():
            field.refuse(self._refused[name]() if name in self._refused else "")

    def _ask_file(self) -> str:
        kinds = self.tr("PEM files (*.pem *.crt *.cer);;All files (*)")
        return QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)[0]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[QLabel | None, QWidget]] = [(self.engine_label, self.engine)]
        rows += [(self.labels[name], self.fields[name]) for name in FIELDS[:-1]]
        rows += [(None, self.tls), (None, self.open_way), (self.labels["ca_file"], self.fields["ca_file"])]
        for row, (label, widget) in enumerate(rows):
            side = Qt.AlignmentFlag.AlignLeft if widget is self.engine else Qt.AlignmentFlag(0)
            grid.addWidget(widget, row, 1, side)
            if label is not None:
                label.setFixedHeight(32)
                grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.pinned, len(rows), 1)
        self.engine_label.setBuddy(self.engine)
        for name, label in self.labels.items():
            label.setBuddy(self.fields[name].edit)
