"""Compare: any figure by time, line, shift, product and crew, side by side."""
