"""The code of the current step in the book's style, with its line lit."""
