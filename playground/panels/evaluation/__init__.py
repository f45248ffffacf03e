"""How good the network is on all its data: what it takes for what, which samples it gets wrong, how sure it may be."""
