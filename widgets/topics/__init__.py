"""What is on the broker, topic by topic."""

from widgets.topics.page import TopicsPage

__all__ = ["TopicsPage"]
