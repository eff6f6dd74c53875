"""What must not go wrong on the way: a plant that is replaced, a password in the log, a store that is not there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from console.app.commandline import Options
from console.app.compose import compose, settings_for
from console.app.logs import FILE, start_logs, stop_logs
from console.telemetry.broker import BrokerSettings
from console.telemetry.plantfile import load_plant
from tests.app.talking import console_on, plant_text, say, tell


def test_pieces_told_while_the_plant_is_replaced_count_on_the_new_one(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, plant_text(pulse=True))
    tell(console, clock, "L1/10", state="running", good=1)
    settle = console.floor.settle

    def settle_while_a_piece_is_told(now: float) -> list[object]:
        say(console, "L1/10", good=1)
        return settle(now)

    console.floor.settle = settle_while_a_piece_is_told  # type: ignore[method-assign]
    console.use_plant(load_plant(plant_text(pulse=True)))
    console.tick()
    assert console.floor.stations["L1/10"].good == 2
    console.close()


def test_the_password_of_a_connection_is_blotted_out_of_the_log(tmp_path: Path) -> None:
    console, _ = console_on(tmp_path)
    start_logs(tmp_path)
    try:
        console.listen(BrokerSettings("127.0.0.1", 1, user="u", password="hunter-two"))
        logging.getLogger("x").info("the broker answered: hunter-two is wrong")
    finally:
        console.close()
        stop_logs()
    text = (tmp_path / FILE).read_text()
    assert "the broker answered" in text
    assert "hunter-two" not in text


def test_a_store_that_cannot_be_made_is_told_and_the_floor_is_watched(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("shift log cannot be")
    expected_log("What was kept of this shift cannot be read", maybe=True)
    (tmp_path / "file").write_text("in the way")
    options = Options(overrides={"store.folder": str(tmp_path / "file" / "store")})
    running = compose(options, tmp_path, settings_for(options, tmp_path))
    assert running.console.store_trouble
    running.beat()
    running.close()
