"""Before the constituent meeting: which seats are to be filled, by whom, and by which rules."""
