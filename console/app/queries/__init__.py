"""Queries: functions of a read desk that answer one question of a screen. One file a noun."""
