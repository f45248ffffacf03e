"""One neuron: its arithmetic on a card, its words, its keys."""
