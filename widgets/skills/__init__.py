"""The skills matrix: who has learnt what, how well, until when, and whether it is enough."""
