"""The window with one thing of the network at many moments: its picture, and what is chosen for it."""
