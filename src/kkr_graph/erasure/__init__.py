"""What is held about one person, wherever it lies, and its removal."""
