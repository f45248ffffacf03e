"""The search for settings: what is tried, the trials in table and pictures, and what they say."""
