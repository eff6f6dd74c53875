"""The Audits page: rounds that are begun, filled in and signed."""
