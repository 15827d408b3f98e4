"""Whose meeting it was, on which day, and what sort of document tells of it."""
