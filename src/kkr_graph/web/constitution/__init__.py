"""The workspace before the constituent meeting: one module for each of its pages."""
