"""Who is entitled to which seats: exact, with every quotient, and stopping where lots decide."""
