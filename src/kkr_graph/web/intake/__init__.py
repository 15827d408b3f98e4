"""The pages on which documents are added and taken back."""
