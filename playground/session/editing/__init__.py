"""Edits of the network, its weights, its training and its data, each an undo step."""
