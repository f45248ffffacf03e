"""The line that says what the whole window looks at: a network, at a moment, with a sample."""
