"""Code that exported programs are put together from: each class stands alone, on NumPy or PyTorch, in the book's style.

It does without annotations and abstractions, because it is there to be read in somebody's file. Tests hold every class
against the engine, bit for bit.
"""
