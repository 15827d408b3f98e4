"""Which seats there are, who holds them, and what that rests on; read from the graph."""
