"""A network as columns of neurons, drawn."""
