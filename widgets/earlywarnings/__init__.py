"""Early warnings: what is about to go wrong, its evidence, and how often that was right."""
