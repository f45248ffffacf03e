"""The centre of the window: the network itself, and what goes into it."""
