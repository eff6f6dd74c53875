"""The response figures screen: how fast calls are answered, before against now, and the health of the alarms."""
