"""The stops screen: every stop of the shift with its reason, and what the reasons add up to."""
