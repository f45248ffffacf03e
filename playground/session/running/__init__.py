"""Training: where a run begins and ends, what it reports, and how it came to where it stands."""
