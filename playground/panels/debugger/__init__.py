"""The dock of the debugger: an iteration of training, step by step."""
