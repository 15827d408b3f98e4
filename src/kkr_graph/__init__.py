"""Danish council minutes to a knowledge graph."""
