"""The figures of work orders: how long they take, where they wait, what is late, and how the work flows."""
