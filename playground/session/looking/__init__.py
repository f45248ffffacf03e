"""The subject that all panels look at: a network, its moment, a sample, and what the one makes of the other."""
