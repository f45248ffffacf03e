"""The first second: from an empty process to a window whose panels are alive."""
