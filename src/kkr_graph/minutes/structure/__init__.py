"""How minutes are built: the front, the items, and the sections of each item."""
