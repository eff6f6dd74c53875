"""The Safety page: reports of hazards and accidents, the cross of the month and the days without an accident."""
