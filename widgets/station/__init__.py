"""One station: what it does, did and said."""

from widgets.station.page import StationPage

__all__ = ["StationPage"]
