"""A person's own code in training: what is trained, its curve, and what it reads of a drawn digit."""
