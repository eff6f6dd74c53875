"""Hearing the floor: the MQTT client, one codec a dialect, and the mapping from topics to readings."""
