"""What is watched, and what it says."""
