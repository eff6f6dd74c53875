"""How the recording of every signal goes, in the words of the status page."""

from __future__ import annotations

from console.domain.health import Recording
from console.history.history import History


def recording(history: History) -> Recording:
    """What the history says of itself; cheap."""
    said, forecast = history.statistics, history.forecast()
    return Recording(
        open=said.open,
        trouble=said.trouble,
        full=said.code == "full",
        damage=said.damage,
        dropped=said.dropped,
        lag=said.lag,
        size=said.size,
        oldest=said.oldest,
        per_day=forecast.per_day,
        needed=forecast.needed,
        days=forecast.days,
        days_that_fit=forecast.days_that_fit,
    )
