"""Who gets, has or leaves a role, as sentences tell it."""
