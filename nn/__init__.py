"""Layers, losses, optimizers and training in NumPy, with the names of *Deep Learning from Scratch*."""
