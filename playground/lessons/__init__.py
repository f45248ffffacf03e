"""Lessons as plain data: reading them, checking their numbers, knowing when a step is done."""
