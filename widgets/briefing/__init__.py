"""The briefing before a shift: five calm minutes on one page, with who was there."""
