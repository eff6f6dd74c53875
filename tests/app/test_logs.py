"""The log: it rotates, tells no secret, holds back repetition, and cannot be fooled or stopped by what it writes."""

from __future__ import annotations

import io
import logging
import sys
import threading
import warnings

import pytest

from console.app import logs
from console.app.logs import DiscreetFormatter, RateLimit, hide_in_logs, start_logs, stop_logs, visible

log = logging.getLogger("floor")


@pytest.fixture(autouse=True)
def quiet_again(expected_log):
    expected_log("", maybe=True)  # here everything is said on purpose
    level = logging.getLogger().level
    yield
    stop_logs()
    logging.captureWarnings(False)
    logging.getLogger().setLevel(level)


def lines(path) -> list[str]:
    stop_logs()
    return path.read_text(encoding="utf-8").splitlines()


def test_what_is_said_is_in_the_file_with_time_level_thread_and_place(tmp_path):
    path = start_logs(tmp_path)
    log.info("Line 2 焊接 runs")
    log.debug("not asked for")

    (line,) = lines(path)
    assert line.endswith("INFO    MainThread floor: Line 2 焊接 runs")


@pytest.mark.parametrize(
    "say",
    [
        lambda: log.warning("signing in with %s", "hunter22"),
        lambda: log.warning("connecting to mqtt://anna:other@mq.plant/x"),
        lambda: log.warning('payload {"user": "anna", "password": "other", "n": 1}'),
        lambda: log.warning("api_key=other; next"),
        lambda: log.warning("broker.password = 'other words'"),
        lambda: log.warning("%s", {"token": "other"}),
    ],
)
def test_a_secret_never_reaches_the_file(tmp_path, say):
    path = start_logs(tmp_path, secrets=["hunter22"])
    say()

    text = "\n".join(lines(path))
    assert "***" in text
    assert "hunter22" not in text
    assert "other" not in text


def test_a_secret_in_a_traceback_is_blotted_out_too(tmp_path):
    path = start_logs(tmp_path)
    hide_in_logs("hunter22")
    try:
        raise ValueError("refused: hunter22\n2025-01-01 00:00:00.000 ERROR   forged")
    except ValueError:
        log.exception("signing in failed")

    text = lines(path)
    assert "hunter22" not in "\n".join(text)
    assert all(line.startswith("    ") for line in text[1:])


def test_words_that_only_look_like_secrets_stay_readable():
    sentence = "the password was refused by the broker; 3 tokens left"

    assert DiscreetFormatter().redacted(sentence) == sentence


def test_text_from_outside_cannot_begin_a_line_or_turn_one_around(tmp_path):
    path = start_logs(tmp_path)
    log.error("topic %s", "a\n2025-01-01 00:00:00.000 ERROR forged \x1b[31m \u202e \ud800")

    (line,) = lines(path)
    assert line.endswith(r"topic a\n2025-01-01 00:00:00.000 ERROR forged \x1b[31m \u202e \ud800")


def test_printable_text_of_any_language_is_left_as_it_is():
    assert visible("工位 3 · Schweißen – 12 °C") == "工位 3 · Schweißen – 12 °C"


def test_the_file_rotates_and_never_takes_more_than_its_share(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "FILE_BYTES", 10_000)
    start_logs(tmp_path)
    for number in range(2_000):
        log.info("line %d of a long day " * 2 + str(number), number, number)
    stop_logs()

    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 5
    assert max(sizes) <= 10_000
    assert (logs.FILES, start_logs(tmp_path)) == (5, tmp_path / "gemba-console.log")


def test_a_message_said_a_thousand_times_is_written_a_few_times_and_then_counted(tmp_path):
    path = start_logs(tmp_path)
    for number in range(1_000):
        log.warning("payload of %s cannot be read", f"topic/{number}")
    log.warning("something else")

    text = lines(path)
    assert len(text) == logs.PER_MINUTE + 2
    assert text[-1].endswith("floor: 980 more like this in a minute: payload of %s cannot be read")


def test_the_count_is_told_when_the_minute_is_over_and_the_message_may_be_said_again():
    now = [0.0]
    said: list[str] = []
    limit = RateLimit(lambda record: said.append(record.getMessage()), most=2, clock=lambda: now[0])

    def say(text: str) -> bool:
        return limit.filter(logging.LogRecord("floor", logging.INFO, "", 0, text, (), None))

    assert [say("a") for _ in range(5)] == [True, True, False, False, False]
    assert say("b")
    now[0] = 61.0
    assert say("a")
    assert said == ["3 more like this in a minute: a"]


def test_many_threads_and_many_messages_lose_no_count():
    said: list[int] = []
    limit = RateLimit(lambda record: said.append(record.args[0]), most=1)
    passed: list[bool] = []

    def talk() -> None:
        for number in range(3_000):
            passed.append(limit.filter(logging.LogRecord("floor", logging.INFO, "", 0, f"m{number % 1500}", (), None)))

    threads = [threading.Thread(target=talk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    limit.flush()

    assert sum(passed) + sum(said) == 12_000
    assert len(limit._counts) == 0


def test_the_console_is_silent_unless_asked(tmp_path, capsys):
    start_logs(tmp_path)
    log.error("for the file")

    assert capsys.readouterr().err == ""


def test_a_console_that_knows_no_chinese_gets_escapes_and_no_exception(tmp_path, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stderr", stream)
    start_logs(tmp_path, verbose=True)
    log.error("焊接 stopped")
    stream.flush()

    assert b"\\u710a\\u63a5 stopped" in stream.buffer.getvalue()


def test_a_windowed_program_without_a_console_still_logs(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    path = start_logs(tmp_path, verbose=True)
    log.error("nobody sees this")

    assert len(lines(path)) == 1


def test_a_closed_console_or_a_bad_message_stops_nothing(tmp_path, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # pytest's own would raise
    path = start_logs(tmp_path, verbose=True)
    stream.close()
    log.error("%d pieces", "seven")
    log.error("after it")

    assert lines(path)[-1].endswith("after it")


def test_a_folder_that_refuses_a_log_stops_nothing(tmp_path):
    assert start_logs(tmp_path / "gone") is None
    log.error("said to nobody")


def test_a_python_warning_is_in_the_log(tmp_path):
    path = start_logs(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("old way", stacklevel=1)

    assert any("old way" in line for line in lines(path))


def test_starting_twice_writes_each_line_once(tmp_path):
    start_logs(tmp_path)
    path = start_logs(tmp_path)
    log.info("once")

    assert len(lines(path)) == 1


def test_a_log_that_cannot_be_renamed_goes_on_in_the_same_file(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "FILE_BYTES", 2_000)
    path = start_logs(tmp_path)
    (tmp_path / f"{path.name}.0" / "held").mkdir(parents=True)  # what Windows says of a file that is read elsewhere
    (tmp_path / f"{path.name}.1").write_text("the one before")

    for number in range(40):
        logging.getLogger(f"floor{number}").info("%s", "x" * 200)

    assert len(lines(path)) == 40
    assert (tmp_path / f"{path.name}.1").read_text() == "the one before"
