"""A person's own network in training: what was chosen, what is known of it, and the process in which it learns."""
