"""A person's own code: written or opened, checked, and stepped through line by line."""
