"""Rules of telling people outside: each message arrives once, what does not arrive is known, nothing waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.app import outward
from console.app.channelsecrets import keep_secrets
from console.app.outward import Options
from console.app.parcels import Secrets
from console.domain.andon import Severity
from console.domain.channels import Channel, ChannelKind, Security, Shape, Whom
from console.domain.commands.andon import AcknowledgeCall, CloseCall, ReopenCall, WorsenCall
from console.domain.commands.notices import RetryNotice, SetChannel, SetContact
from console.domain.notices import Reason, State, Why
from tests.app.outposts import QUICK, Outpost
from tests.app.posts import MailPlace, Trickle, WebPlace
from tests.brokers import Authority


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Outpost]:
    made = Outpost(tmp_path)
    made.staff()
    made.reach("lea")
    yield made
    made.close()


@pytest.fixture
def post() -> Iterator[MailPlace]:
    with MailPlace() as place:
        yield place


@pytest.fixture
def web() -> Iterator[WebPlace]:
    with WebPlace() as place:
        yield place


def test_whom_the_ladder_tells_gets_one_mail(works: Outpost, post: MailPlace) -> None:
    works.mail(post)
    call = works.call("help")
    (notice,) = works.until_all(State.DELIVERED)
    ((sender, to, mail),) = post.got
    assert (sender, to) == ("andon@works.test", ["lea@works.test"])
    assert notice.reason is Reason.RAISED
    assert (notice.recipient, notice.persons) == ("lea", ("lea",))
    assert "Wire feed jams" in mail["Subject"]
    assert "L1 · 10" in mail["Subject"]
    assert call.id in mail.get_content()
    assert mail["Message-ID"] == f"<{notice.id}@works.test>"
    works.settle()
    assert len(post.got) == 1


def test_each_step_of_the_ladder_is_told_to_the_next(works: Outpost, web: WebPlace) -> None:
    works.web(web)
    works.call()
    works.until_all(State.DELIVERED)
    works.after(1200)
    works.until(lambda: len(web.got) >= 3)
    reasons = [told["reason"] for _, _, told in web.got]
    assert reasons[0] == "raised"
    assert set(reasons[1:]) == {"escalated"}
    assert [told["level"] for _, _, told in web.got] == list(range(len(reasons)))


def test_worse_open_again_and_over_are_told_to_those_who_know_of_it(works: Outpost, web: WebPlace) -> None:
    works.web(web, over=True)
    call = works.call("help")
    works.until(lambda: web.got)
    works.give(WorsenCall(call.id, "L1/10", Severity.MAJOR), who="sue")
    works.until(lambda: len(web.got) == 2)
    works.give(AcknowledgeCall(call.id, "L1/10"), who="lea")
    works.clock.at += 60
    from console.domain.commands.andon import ResolveCall, VerifyCall

    works.give(ResolveCall(call.id, "L1/10"), who="lea")
    works.give(VerifyCall(call.id, "L1/10"), who="sue")
    works.give(CloseCall(call.id, "L1/10"), who="sue")
    works.until(lambda: len(web.got) == 3)
    works.give(ReopenCall(call.id, "L1/10", "again"), who="sue")
    works.until(lambda: len(web.got) == 4)
    assert [told["reason"] for _, _, told in web.got] == ["raised", "worsened", "over", "reopened"]
    assert all([to["id"] for to in told["to"]] == ["lea"] for _, _, told in web.got)


def test_a_channel_tells_only_of_what_it_is_for(works: Outpost, web: WebPlace) -> None:
    works.web(web, severity=Severity.MAJOR, areas=("Body",), categories=("machine",))
    works.call("help")
    works.call("machine", severity=Severity.MINOR)
    loud = works.call("machine", severity=Severity.CRITICAL)
    works.until(lambda: web.got)
    works.settle()
    assert {told["call"] for _, _, told in web.got} == {loud.id}


def test_what_happened_before_a_channel_was_switched_on_is_not_told_on_it(works: Outpost, web: WebPlace) -> None:
    works.call("help")
    works.clock.at += 5
    works.web(web)
    works.after(120)
    assert [told["reason"] for _, _, told in web.got if told["reason"] == "raised"] == []


def test_somebody_without_an_address_is_shown_as_not_told(works: Outpost, post: MailPlace) -> None:
    works.give(SetContact("lea", version=1))
    works.mail(post)
    works.call("help")
    (notice,) = works.until_all(State.GIVEN_UP)
    assert notice.why == Why.NO_ADDRESS
    works.until(lambda: works.outward.told.lost == 1)
    works.give(SetContact("lea", "lea@works.test", version=2))
    works.give(RetryNotice(notice.id, notice.place), who="sue")
    works.until_all(State.DELIVERED)
    assert len(post.got) == 1
    works.until(lambda: works.outward.told.lost == 0)


def test_a_server_that_is_away_gets_each_message_once_when_it_is_back(works: Outpost, post: MailPlace) -> None:
    works.mail(post)
    post.stop()
    works.call("help")
    (notice,) = works.until_all(State.FAILED)
    assert (notice.why, notice.tries) == (Why.CLOSED, 1)
    works.until(lambda: works.outward.told.lost == 1)
    works.pass_time(21)
    works.until(lambda: works.notices()[0].tries == 2)
    post.start()
    works.pass_time(41)
    works.until_all(State.DELIVERED)
    assert len(post.got) == 1
    assert works.shown()[0].notice.why == ""
    works.until(lambda: works.outward.told.lost == 0)


def test_a_message_that_nobody_takes_is_given_up_and_shown(works: Outpost, web: WebPlace) -> None:
    web.status = 500
    works.web(web)
    works.call("help")
    for tries, wait in enumerate((21, 41, 81, 0), 1):
        works.until(lambda tries=tries: works.notices() and works.notices()[0].tries == tries)
        works.pass_time(wait)
    (notice,) = works.notices()
    assert (notice.state, notice.why, notice.said) == (State.GIVEN_UP, Why.REFUSED, "HTTP 500")
    assert len(web.got) == 4
    assert [shown.lost for shown in works.shown(lost=True)] == [True]


def test_a_recipient_whom_the_server_does_not_know_is_not_tried_again(works: Outpost, post: MailPlace) -> None:
    post.unknown.add("lea@works.test")
    works.mail(post)
    works.call("help")
    (notice,) = works.until_all(State.GIVEN_UP)
    assert notice.why == Why.RECIPIENT
    assert notice.said == "550 no box for lea@works.test"


def test_what_was_answered_meanwhile_is_not_sent_any_more(works: Outpost, post: MailPlace) -> None:
    works.mail(post)
    post.stop()
    call = works.call("help")
    works.until_all(State.FAILED)
    works.clock.at += 5
    works.give(AcknowledgeCall(call.id, "L1/10"), who="lea")
    works.until_all(State.NOT_NEEDED)
    post.start()
    works.pass_time(100)
    assert post.got == []


def test_what_waited_when_the_console_ended_is_sent_after_the_start(works: Outpost, post: MailPlace) -> None:
    works.mail(post)
    post.stop()
    works.call("help")
    closed = works.call("help", "Over soon")
    works.until(lambda: sorted(one.state for one in works.notices()) == [State.FAILED, State.WAITING])
    works.clock.at += 60
    works.give(AcknowledgeCall(closed.id, "L1/10"), who="lea")
    works.again()
    post.start()
    works.pass_time(100)
    works.until(lambda: {one.state for one in works.notices()} == {State.DELIVERED, State.NOT_NEEDED})
    assert len(post.got) == 1


def test_a_step_that_was_carried_out_just_before_the_end_is_told_after_the_start(
    works: Outpost, post: MailPlace
) -> None:
    works.mail(post)
    works.outward._begun = False  # the power goes between the step and its messages
    works.call("help")
    assert works.notices() == []
    works.again()
    works.pass_time(90)
    works.until(lambda: post.got)
    works.until_all(State.DELIVERED)
    assert len(post.got) == 1


def test_killed_between_sending_and_writing_it_down_it_is_sent_again_with_the_same_id(
    works: Outpost, post: MailPlace
) -> None:
    works.mail(post)
    post.before_answer = works.outward._carriers.close  # no answer comes through any more
    back = works.outward._carriers._back
    works.outward._carriers._back = lambda *_: None  # type: ignore[method-assign]
    post.before_answer = lambda: None
    works.call("help")
    works.until(lambda: post.got)
    assert back is not None
    works.again()
    works.pass_time(30)
    works.until_all(State.DELIVERED)
    first, second = (mail["Message-ID"] for _, _, mail in post.got)
    assert first == second


def test_a_burst_is_told_in_one_message(tmp_path: Path, web: WebPlace) -> None:
    works = Outpost(tmp_path, Options(per_minute=3, tries=4, first_pause=20.0, timeout=2.0))
    works.staff()
    works.web(web, Shape.WECOM)
    web.stop()
    for number in range(12):
        works.call("help", f"Trouble {number}")
    works.until(lambda: [one.state for one in works.notices()].count(State.FAILED) >= 1)
    web.start()
    works.pass_time(30)
    works.until_all(State.DELIVERED, 12)
    assert len(web.got) <= 2  # the one that was tried before may have its own pause
    text = "\n".join(told["text"]["content"] for _, _, told in web.got)
    assert "messages about calls" in text
    assert all(f"Trouble {number}" in text for number in range(12))
    works.close()


def test_a_server_that_hangs_never_delays_the_console(works: Outpost, post: MailPlace, web: WebPlace) -> None:
    post.hang.set()
    works.mail(post)
    works.web(web)
    longest = 0.0
    works.call("help")
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        began = time.monotonic()
        works.console.tick()
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.002)
    assert web.got, "the other channel goes on"
    assert longest < 0.2, longest
    works.until(lambda: {one.why for one in works.notices()} == {"", Why.SILENT})
    began = time.monotonic()
    works.console.close()
    assert time.monotonic() - began < 5
    works.begin()


def test_a_server_that_never_comes_to_an_end_is_given_up(tmp_path: Path) -> None:
    works = Outpost(tmp_path, Options(tries=4, timeout=0.2))
    works.staff()
    with Trickle() as place:
        channel = works.channel(Channel("web", "Group", ChannelKind.WEBHOOK, f"http://127.0.0.1:{place.port}"))
        keep_secrets(tmp_path, channel, Secrets(url=f"http://127.0.0.1:{place.port}/x"))
        works.outward.look_again()
        works.call("help")
        (notice,) = works.until_all(State.FAILED)
        assert notice.why == Why.SILENT
        works.close()


def test_the_proxy_of_the_environment_is_used(works: Outpost, web: WebPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.address)
    channel = works.channel(Channel("web", "Group", ChannelKind.WEBHOOK, "http://chat.works.test"))
    keep_secrets(works.folder, channel, Secrets(url="http://chat.works.test/hook"))
    works.outward.look_again()
    works.call("help")
    works.until_all(State.DELIVERED)
    assert [path for path, _, _ in web.got] == ["http://chat.works.test/hook"]


def test_a_fault_of_ours_in_one_message_stops_nothing_else(
    works: Outpost, web: WebPlace, post: MailPlace, monkeypatch: pytest.MonkeyPatch, expected_log: Any
) -> None:
    expected_log("A message could not be made")
    works.web(web)
    works.mail(post, language="en")
    real = outward.parcel_of

    def faulty(many: Any, channel: Channel, around: Any) -> Any:
        if channel.kind is ChannelKind.MAIL:
            raise KeyError("gap")
        return real(many, channel, around)

    monkeypatch.setattr(outward, "parcel_of", faulty)
    works.call("help")
    works.until(
        lambda: {one.channel: one.state for one in works.notices()} == {"web": State.DELIVERED, "mail": State.GIVEN_UP}
    )
    assert {one.said for one in works.notices()} == {"", "KeyError"}


def test_a_channel_that_is_switched_off_sends_nothing_more(works: Outpost, post: MailPlace) -> None:
    channel = works.mail(post)
    post.stop()
    works.call("help")
    works.until_all(State.FAILED)
    from dataclasses import replace

    works.give(SetChannel(replace(channel, active=False), 1))
    (notice,) = works.until_all(State.GIVEN_UP)
    assert notice.why == Why.CHANNEL_OFF


def test_a_test_message_tells_at_once_whether_the_way_is_good(works: Outpost, post: MailPlace, web: WebPlace) -> None:
    answers: list[Any] = []
    mail = works.mail(post)
    works.outward.try_out(mail, "me@works.test", Secrets(), answers.append)
    works.until(lambda: answers)
    assert answers == [None]
    assert post.got[0][1] == ["me@works.test"]
    post.stop()
    works.outward.try_out(mail, "me@works.test", Secrets(), answers.append)
    works.until(lambda: len(answers) == 2)
    assert answers[1].why is Why.CLOSED
    assert works.notices() == []


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_mail_goes_over_a_checked_certificate_only(tmp_path: Path, authority: Authority, security: Security) -> None:
    right = authority.issue("mail", ("localhost",))
    options = Options(**{**_fields(QUICK), "ca_file": str(authority.ca)})
    works = Outpost(tmp_path, options)
    works.staff()
    works.reach("lea")
    with MailPlace(right, at_once=security is Security.TLS) as place:
        place.accounts["andon"] = "mail-pass-77"
        channel = works.mail(place, security, user="andon")
        keep_secrets(tmp_path, channel, Secrets(password="mail-pass-77"))
        works.outward.look_again()
        works.call("help")
        works.until_all(State.DELIVERED)
        assert place.secret
    works.close()


@pytest.mark.parametrize(
    ("hosts", "days", "known", "why"),
    [
        (("elsewhere.test",), 30, True, Why.CERTIFICATE_NAME),
        (("localhost",), -0.5, True, Why.CERTIFICATE_DATES),
        (("localhost",), 30, False, Why.CERTIFICATE),
    ],
)
def test_a_wrong_certificate_is_refused_with_its_reason(
    tmp_path: Path, authority: Authority, hosts: tuple[str, ...], days: float, known: bool, why: Why
) -> None:
    papers = authority.issue(f"web{days}{known}", hosts, ends=days)
    works = Outpost(tmp_path, Options(**{**_fields(QUICK), "ca_file": str(authority.ca) if known else ""}))
    works.staff()
    with WebPlace(papers) as place:
        works.web(place)
        works.call("help")
        (notice,) = works.until_all(State.FAILED)
        assert notice.why == why
        assert place.got == []
    works.close()


def test_a_redirect_is_not_followed(works: Outpost, web: WebPlace) -> None:
    web.status, web.headers = 302, {"Location": f"{web.address}/elsewhere"}
    works.web(web)
    works.call("help")
    (notice,) = works.until_all(State.FAILED)
    assert (notice.why, notice.said) == (Why.REFUSED, "HTTP 302")
    assert len(web.got) == 1


def test_a_console_that_does_not_know_the_address_says_so(works: Outpost, web: WebPlace) -> None:
    works.channel(Channel("web", "Group", ChannelKind.WEBHOOK, web.address, Shape.TEAMS))
    works.call("help")
    (notice,) = works.until_all(State.FAILED)
    assert notice.why == Why.NO_SECRET


def test_fixed_recipients_get_every_call(works: Outpost, post: MailPlace) -> None:
    works.mail(post, whom=Whom.FIXED, recipients=("desk@works.test", "boss@works.test"))
    works.call("help")
    works.until_all(State.DELIVERED, 2)
    assert sorted(to for _, (to,), _ in post.got) == ["boss@works.test", "desk@works.test"]


def test_a_call_that_was_acknowledged_after_its_message_shows_that(works: Outpost, post: MailPlace) -> None:
    works.mail(post)
    call = works.call("help")
    works.until_all(State.DELIVERED)
    assert works.shown()[0].acknowledged is None
    works.clock.at += 30
    works.give(AcknowledgeCall(call.id, "L1/10"), who="lea")
    works.settle()
    assert works.shown()[0].acknowledged == works.now


def _fields(options: Options) -> dict[str, Any]:
    return {name: getattr(options, name) for name in Options.__dataclass_fields__}
