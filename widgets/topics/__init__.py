"""What is on the broker, topic by topic."""
