"""Who came and who did not: lists, tables and sentences, and what they say together."""
