"""The screen of past handovers: found, read, and what keeps being handed over."""
