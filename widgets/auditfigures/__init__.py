"""Figures of audits: scores over time, rankings, findings, and their reports on paper."""
