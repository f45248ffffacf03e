"""The document: its state, what undo takes back, and its file."""
