"""The measurements of the console: each row is ours beside a reference taken in the same run."""
