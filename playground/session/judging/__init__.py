"""How good the network that is looked at is on many samples: asked in threads, when somebody wants to know."""
