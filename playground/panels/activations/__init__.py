"""The dock of activation functions."""
