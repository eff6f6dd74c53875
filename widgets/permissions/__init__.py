"""Who may do what: role by command, how far it reaches, and what a role sees of it."""
