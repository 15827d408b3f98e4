"""The frozen values that the stages share: text with positions, what was read, who is who."""
