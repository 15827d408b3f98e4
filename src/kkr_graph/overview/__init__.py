"""The appointment overview: who sits where, which seats there are, as a file to send out."""
