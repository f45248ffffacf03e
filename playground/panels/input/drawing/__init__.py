"""A sheet to draw on: digits, or what the pictures of a person's own show."""
