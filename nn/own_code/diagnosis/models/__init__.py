"""The book's classes as they should be, in its own words: text that lines are taken from, never run."""
