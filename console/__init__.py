"""Gemba Console without its face: rules, telemetry, history and the running console. No Qt in here."""

__version__ = "0.1.0"
