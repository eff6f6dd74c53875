"""One time context for each Trends screen, shared by what draws it and what tells of it at the cursor."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from console.app.timecontext import TimeContext
from widgets.trends.model import TrendModel
from widgets.trends.naming import place_of

_contexts: WeakKeyDictionary[TrendModel, TimeContext] = WeakKeyDictionary()


def context_of(model: TrendModel) -> TimeContext:
    """The context of a screen; made when it is first asked for, closed when the screen goes."""
    made = _contexts.get(model)
    if made is None:
        made = _contexts[model] = TimeContext(model.console)
        model.destroyed.connect(made.close)
    return made


def look_with(model: TrendModel, pixels: int) -> TimeContext:
    """The context, looking at what the screen shows: the places of its pens."""
    context = context_of(model)
    context.show((place_of(pen.id) for pen in model.pens), model.start, model.end, pixels)
    return context
