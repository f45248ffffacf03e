"""The scratch line: arithmetic on the numbers of the moment."""
