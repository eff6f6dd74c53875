"""Who signs in, who may do what, and what people have learnt."""
