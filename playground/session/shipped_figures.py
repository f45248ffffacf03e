"""What was measured of the network that ships with the program, read without loading the network."""

from __future__ import annotations

import importlib.resources
import json
import zipfile

import numpy as np


def shipped_accuracy() -> float | None:
    """Return the shipped network's accuracy on MNIST's 10,000 test images, or None where it is not on record.

    Only the notes are read, in 2 ms: the network itself is loaded off the window's thread, and whatever is
    wrong with its file is told there.
    """
    file = importlib.resources.files("resources") / "networks" / "digits.npz"
    try:
        with importlib.resources.as_file(file) as path, np.load(path, allow_pickle=False) as stored:
            notes = json.loads(str(stored["about"]))["notes"]
        return float(notes["mnist_test_accuracy"])
    except (EOFError, OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile):
        return None
