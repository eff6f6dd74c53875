"""Promise 14 for messages: no address of a webhook, password or signing secret is in a log, a record or an export."""

from __future__ import annotations

import logging
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.app.channelsecrets import keep_secrets
from console.app.parcels import Secrets
from console.domain.channels import Channel, ChannelKind, Shape, checked_channel
from console.domain.notices import State, Why
from console.records.export import export_records
from tests.app.outposts import Outpost
from tests.app.posts import MailPlace, WebPlace

TOKEN, PASSWORD, SIGNING = "tok-5514-secret", "mail-word-8812", "SECsigning3377"


def test_no_secret_of_a_channel_lies_about(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, expected_log: object
) -> None:
    caplog.set_level(logging.DEBUG)
    works = Outpost(tmp_path / "console")
    works.staff()
    works.reach("lea")
    with MailPlace() as post, WebPlace() as web:
        post.accounts["andon"] = "another word"  # the server quotes the wrong password in its answer
        mail = works.mail(post, user="andon")
        keep_secrets(works.folder, mail, Secrets(password=PASSWORD))
        group = works.channel(Channel("group", "Group", ChannelKind.WEBHOOK, web.address, Shape.DINGTALK))
        keep_secrets(works.folder, group, Secrets(url=f"{web.address}/send?access_token={TOKEN}", signing=SIGNING))
        web.answer = b'{"errcode": 310000, "errmsg": "bad ' + TOKEN.encode() + b'"}'
        works.outward.look_again()
        works.call("help")
        works.until(lambda: [one.state for one in works.notices()] == [State.FAILED] * 2)
        assert TOKEN in web.got[0][0]
        assert "sign=" in web.got[0][0]
        whys = {one.channel: one.why for one in works.notices()}
        assert whys == {"mail": Why.PASSWORD, "group": Why.REFUSED}
        answers: list[object] = []
        works.outward.try_out(checked_channel(mail), "me@works.test", Secrets(), answers.append)
        works.until(lambda: answers)
        assert PASSWORD not in str(answers[0])
        web.stop()
        works.pass_time(30)
        works.until(lambda: all(one.tries == 2 for one in works.notices()))
    works.close()
    export_records(works.folder / "records.db", tmp_path / "export.zip", datetime.now(UTC), "test")
    export_records(works.folder / "records.db", tmp_path / "exported", datetime.now(UTC), "test", proofs=True)

    logged = "\n".join(logging.Formatter().format(record) for record in caplog.records)
    kept = works.folder / "secrets.toml"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != kept]
    assert len(files) > 5
    for secret in (TOKEN, PASSWORD, SIGNING):
        assert secret in kept.read_text(encoding="utf-8")
        assert secret not in logged
        assert [path for path in files if secret.encode() in path.read_bytes()] == []


def test_a_password_is_not_sent_to_another_server_than_it_was_given_for(tmp_path: Path) -> None:
    works = Outpost(tmp_path)
    works.staff()
    works.reach("lea")
    with MailPlace() as right, MailPlace() as other:
        right.accounts["andon"] = other.accounts["andon"] = PASSWORD
        mail = works.mail(right, user="andon")
        keep_secrets(works.folder, mail, Secrets(password=PASSWORD))
        works.outward.look_again()
        from dataclasses import replace

        from console.domain.commands.notices import SetChannel

        works.give(SetChannel(replace(mail, address=f"localhost:{other.port}"), 1))
        works.call("help")
        (notice,) = works.until_all(State.FAILED)
        assert notice.why == Why.NO_SECRET
        assert other.got == []
    works.close()
