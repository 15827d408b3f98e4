"""The days of a constitution: those that documents name, and those that rules give."""
