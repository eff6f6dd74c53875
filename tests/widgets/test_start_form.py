"""Rules of the broker form: every refusal stands beside its field and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.telemetry.broker import BrokerSettings
from widgets.start.form import BrokerForm


@pytest.fixture
def form(qtbot: QtBot) -> BrokerForm:
    made = BrokerForm("gemba0123")
    qtbot.addWidget(made)
    made.show()
    made.wanted_settings = []  # type: ignore[attr-defined]
    made.wanted.connect(made.wanted_settings.append)  # type: ignore[attr-defined]
    return made


def wanted(form: BrokerForm) -> list[BrokerSettings]:
    return form.wanted_settings  # type: ignore[attr-defined, no-any-return]


def fill(form: BrokerForm, **texts: str) -> None:
    for name, text in texts.items():
        form.fields[name].edit.setText(text)


def refusal(form: BrokerForm, name: str) -> str:
    label = form.fields[name].refusal
    return "" if label.isHidden() else label.text()


def test_a_host_alone_is_enough(qtbot: QtBot, form: BrokerForm) -> None:
    fill(form, host="  broker.local ")
    qtbot.keyClick(form.fields["host"].edit, Qt.Key.Key_Return)
    assert wanted(form) == [BrokerSettings("broker.local", 1883, "gemba0123", tls=False)]


@pytest.mark.parametrize("host", ["", "   ", "mqtt://x", "x/y", "two words", "x:1883", "x\u202ey", "tab\tbed"])
def test_a_host_that_is_none_is_refused_beside_the_field(form: BrokerForm, host: str) -> None:
    fill(form, host=host)
    form.submit()
    assert wanted(form) == []
    assert refusal(form, "host").startswith("Type ")


@pytest.mark.parametrize("host", ["10.1.2.3", "::1", "[fe80::1]", "broker", "müller.example"])
def test_names_and_addresses_are_taken(form: BrokerForm, host: str) -> None:
    fill(form, host=host)
    form.submit()
    assert wanted(form)[0].host == host.strip("[]")


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "1e3", "1883.0", "٣", "99999999999999999999", "abc", " "])
def test_a_port_that_is_none_is_refused_beside_the_field(form: BrokerForm, port: str) -> None:
    fill(form, host="x", port=port)
    form.submit()
    assert wanted(form) == []
    assert "from 1 to 65535" in refusal(form, "port")
    assert form.fields["port"].edit.accessibleDescription() == refusal(form, "port")


def test_the_keyboard_goes_to_the_first_field_that_is_refused(qtbot: QtBot, form: BrokerForm) -> None:
    fill(form, host="x", port="0", password="p")
    form.activateWindow()
    form.submit()
    assert form.focusWidget() is form.fields["port"].edit


def test_a_refusal_goes_away_as_soon_as_the_field_is_right(qtbot: QtBot, form: BrokerForm) -> None:
    fill(form, port="0")
    form.submit()
    assert refusal(form, "host")
    qtbot.keyClicks(form.fields["host"].edit, "b")
    assert refusal(form, "host") == ""
    assert refusal(form, "port")


def test_switching_encryption_changes_only_a_usual_port(form: BrokerForm) -> None:
    form.tls.setChecked(True)
    assert form.text("port") == "8883"
    form.tls.setChecked(False)
    assert form.text("port") == "1883"
    fill(form, port="1234")
    form.tls.setChecked(True)
    assert form.text("port") == "1234"


def test_certificate_files_are_asked_for_only_with_encryption(form: BrokerForm) -> None:
    assert form.fields["ca_file"].isHidden()
    form.tls.setChecked(True)
    assert not form.fields["ca_file"].isHidden()
    fill(form, host="x", ca_file="/nowhere")
    form.tls.setChecked(False)
    form.submit()
    assert wanted(form)[0].ca_file == ""


def test_a_missing_folder_or_foreign_file_is_refused(form: BrokerForm, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n" * 100)
    form.tls.setChecked(True)
    fill(form, host="x", ca_file=str(tmp_path / "none.pem"), cert_file=str(tmp_path), key_file=str(picture))
    form.submit()
    assert wanted(form) == []
    assert "cannot be read" in refusal(form, "ca_file")
    assert "cannot be read" in refusal(form, "cert_file")
    assert "PEM" in refusal(form, "key_file")


def test_a_path_with_a_null_character_is_refused_and_not_a_crash(form: BrokerForm) -> None:
    form.tls.setChecked(True)
    fill(form, host="x", ca_file="/tmp/\0")
    form.submit()
    assert wanted(form) == []


def test_a_key_without_its_certificate_is_refused(form: BrokerForm, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("-----BEGIN PRIVATE KEY-----\n")
    form.tls.setChecked(True)
    fill(form, host="x", key_file=str(key))
    form.submit()
    assert "certificate" in refusal(form, "key_file")


def test_a_password_without_a_user_is_refused(form: BrokerForm) -> None:
    fill(form, host="x", password="secret")
    form.submit()
    assert "user" in refusal(form, "password")


def test_the_password_is_never_shown_and_kept_as_typed(form: BrokerForm) -> None:
    assert form.fields["password"].edit.echoMode() == QLineEdit.EchoMode.Password
    fill(form, host="x", user="u", password="  blank ")
    form.submit()
    assert wanted(form)[0].password == "  blank "


def test_an_empty_client_id_takes_the_usual_one(form: BrokerForm) -> None:
    fill(form, host="x", client_id="")
    form.submit()
    assert wanted(form)[0].client_id == "gemba0123"


def test_settings_in_use_are_shown_without_the_password(form: BrokerForm) -> None:
    form.fill(BrokerSettings("h", 8884, "id", "u", "secret", True, "/ca.pem"))
    shown = {name: form.text(name) for name in ("host", "port", "client_id", "user", "password", "ca_file")}
    assert shown == {"host": "h", "port": "8884", "client_id": "id", "user": "u", "password": "", "ca_file": "/ca.pem"}
    assert form.tls.isChecked()


def test_what_the_form_does_not_ask_for_stays_as_it_is(form: BrokerForm) -> None:
    form.fill(BrokerSettings("h", 1883, "id", keepalive=90))
    form.submit()
    assert wanted(form)[0].keepalive == 90


def test_a_file_in_the_home_folder_is_handed_on_with_its_whole_path(
    form: BrokerForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "ca.pem").write_text("-----BEGIN CERTIFICATE-----\n")
    form.tls.setChecked(True)
    fill(form, host="x", ca_file="~/ca.pem")
    form.submit()
    assert wanted(form)[0].ca_file == str(tmp_path / "ca.pem")
