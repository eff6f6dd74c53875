"""Products and what goes with them: parts, steps, stock at lines, replenishment, changeovers."""
