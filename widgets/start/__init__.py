"""The first start and the connection: which broker, which plant."""
