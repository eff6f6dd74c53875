"""The words of every screen's refusals, and the functions of those that need more than words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from console.domain.errors import Refusal
from widgets.actions.words import REFUSED as ACTIONS
from widgets.actions.words import SPECIAL as _ACTIONS
from widgets.attachments.words import REFUSED as ATTACHMENTS
from widgets.attachments.words import SPECIAL as _ATTACHMENTS
from widgets.backups.words import REFUSED as BACKUPS
from widgets.backups.words import SPECIAL as _BACKUPS
from widgets.calls.words import REFUSED as CALLS
from widgets.calls.words import SPECIAL as _CALLS
from widgets.callsetup.messagewords import REFUSED as MESSAGES
from widgets.callsetup.messagewords import SPECIAL as _MESSAGES
from widgets.compare.words import REFUSED as COMPARE
from widgets.control.refused import REFUSED as CONTROL
from widgets.earlywarnings.words import REFUSED as WARNINGS
from widgets.earlywarnings.words import SPECIAL as _WARNINGS
from widgets.exchange.words import REFUSED as EXCHANGE
from widgets.orders.skillwords import lacking_words
from widgets.orders.words import REFUSED as ORDERS
from widgets.plan.words import REFUSED as PLANS
from widgets.plan.words import SPECIAL as _PLANS
from widgets.products.words import REFUSED as PRODUCTS
from widgets.rounds.words import REFUSED as ROUNDS
from widgets.settings.words import REFUSED as SETTINGS
from widgets.settings.words import SPECIAL as _SETTINGS
from widgets.stops.words import REFUSED as STOPS
from widgets.stops.words import SPECIAL as _STOPS
from widgets.trail.words import REFUSED as TRAIL
from widgets.trends.words import REFUSED as TRENDS

SCREENS: tuple[Mapping[str, str], ...] = (
    ATTACHMENTS,
    BACKUPS,
    TRAIL,
    CALLS,
    ACTIONS,
    STOPS,
    WARNINGS,
    TRENDS,
    CONTROL,
    COMPARE,
    ORDERS,
    PRODUCTS,
    EXCHANGE,
    ROUNDS,
    PLANS,
    MESSAGES,
    SETTINGS,
)
SPECIAL: Mapping[str, Callable[[Refusal], str]] = {
    "skill_lacking": lacking_words,
    **_ACTIONS,
    **_ATTACHMENTS,
    **_BACKUPS,
    **_CALLS,
    **_MESSAGES,
    **_WARNINGS,
    **_PLANS,
    **_SETTINGS,
    **_STOPS,
}
