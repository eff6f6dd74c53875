"""Promise 14 for the records: no PIN, badge, hash or password is in the log, whatever is logged and whatever fails."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path

import pytest

from console.app.pins import badge_hash
from console.app.sharing import SharingDesk
from console.domain.commands.people import SetBadge, SetPin
from console.domain.people import Role
from console.domain.sharing import Link
from tests.app.staffed import ADA, Staffed, at, pin_hash
from tests.databases import PASSWORD, PostgreSQL
from tests.journeys.tampering import in_sqlite

RIGHT, WRONG, BADGE = "739182", "804615", "BADGE-00047113"


def test_no_secret_is_logged(tmp_path: Path, postgresql: PostgreSQL, caplog: pytest.LogCaptureFixture, expected_log):
    caplog.set_level(logging.DEBUG)
    expected_log("could not be carried out")
    expected_log("did not take one of|was not taken by the shared database")
    plant = Staffed(tmp_path)
    sharing = SharingDesk(plant.office, plant.mailbox, plant.bus, "Console 1")

    def until_link(link: Link) -> None:
        deadline = time.monotonic() + 20
        while sharing.sharing.link is not link or (link is Link.SHARED and sharing.sharing.waiting):
            assert time.monotonic() < deadline, sharing.sharing
            plant.mailbox.run_errands()
            time.sleep(0.01)

    plant.add("anna", at(Role.SUPERVISOR), pin=RIGHT, number="2")
    plant.must(SetBadge("anna", badge_hash(BADGE)), who=ADA)
    address = postgresql.fresh()
    sharing.join(replace(address, password="not-the-password"))
    until_link(Link.REFUSED)
    sharing.join(address)
    until_link(Link.SHARED)
    plant.sign_in("anna", WRONG)
    plant.pass_time(60)
    plant.sign_in("anna", RIGHT)
    box: list[object] = []
    plant.session.sign_in_badge(BADGE, box.append, box.append)
    plant.wait(box)
    until_link(Link.SHARED)
    tool = in_sqlite(plant.office.path)
    tool("CREATE TRIGGER odd BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'odd'); END")
    plant.do(SetPin("anna", pin_hash(WRONG)))
    tool("DROP TRIGGER odd")
    postgresql.sql("ALTER TABLE credential ADD COLUMN more integer NOT NULL DEFAULT 1", address.database)
    postgresql.sql("ALTER TABLE credential ALTER COLUMN more SET DEFAULT NULL", address.database)
    plant.add("bo", at(Role.OPERATOR), pin=WRONG, number="3")  # the database quotes the row that it does not take
    deadline = time.monotonic() + 20
    while "did not take" not in caplog.text:
        assert time.monotonic() < deadline
        plant.mailbox.run_errands()
        time.sleep(0.01)
    until_link(Link.SHARED)
    sharing.close()
    plant.close()

    shown = [logging.Formatter().format(record) for record in caplog.records]
    secrets = [RIGHT, WRONG, BADGE, badge_hash(BADGE), "argon2id", PASSWORD, "not-the-password"]
    assert len(shown) > 5
    assert [line for line in shown for secret in secrets if secret in line] == []
