import numpy as np


def step_function(x):
    """Return 1 where x is above 0, else 0: whole numbers.

    x may be an array of any shape; the result has the same shape.
    """
    pass
