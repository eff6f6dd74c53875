"""The make-believe plant, a broker for it, and recordings of real machines played back."""
