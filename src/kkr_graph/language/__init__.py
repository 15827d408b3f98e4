"""What Danish administrative writing has in common: names, parties, bodies, days, sentences."""
