"""The answer of a network, whatever went in."""
