"""How good a network is on many samples: its answers, what it takes for what, and how sure it may be."""
