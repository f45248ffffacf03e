"""The rows of the data: leafing through them, and looking for those that a network gets wrong."""
