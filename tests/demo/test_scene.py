"""The scene of the pictures stays what it is described to be."""

import pytest

from console.demo.catalogue import demo_plant
from console.demo.scene import board_scene
from console.demo.simulator import Simulator
from console.domain.stations import StationState


@pytest.mark.parametrize(("lines", "timezone"), [(4, "Asia/Shanghai"), (8, "Europe/Berlin")])
def test_the_board_scene_shows_a_long_stop_a_changeover_and_a_silent_station(lines: int, timezone: str) -> None:
    scene = board_scene(timezone)
    simulator = Simulator(scene.seed, scene.start, demo_plant(lines, timezone))
    simulator.skip(scene.moment - 60)
    heard = {m.topic.split("/")[3] for m in simulator.run(scene.moment) if m.topic.startswith("Plant2/Filling/L4/")}
    press, filling = simulator.flows["L2"], simulator.flows["L4"]
    assert (press.posts[3].state, press.posts[3].reason) == (StationState.STOPPED, "Material shortage")
    assert 240 < scene.moment - press.posts[3].since < 480
    assert [post.state for post in press.posts[4:]] == [StationState.NOT_PLANNED] * 3
    assert [post.state for post in filling.posts] == [StationState.CHANGEOVER] * 4 + [StationState.NOT_PLANNED]
    assert "30" not in heard
    assert "20" in heard
    assert all(0.6 < flow.oee(scene.moment) < 0.92 for flow in simulator.flows.values())
