"""The knowledge screen: what was learned from calls, found again when it is needed."""
