"""The training dock: run buttons, where training stands, and everything that can be chosen about it."""
