"""Edits of networks: layers and neurons that come and go, what survives of it, cuts into what has learned."""
