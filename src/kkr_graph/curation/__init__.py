"""The files in which persons decide who is who, and the list of what they have to decide."""
