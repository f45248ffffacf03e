"""The window around the panels, of which it knows none by name."""
