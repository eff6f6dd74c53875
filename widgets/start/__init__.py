"""The first start and the connection: which broker, which plant."""

from widgets.start.page import StartPage

__all__ = ["StartPage"]
