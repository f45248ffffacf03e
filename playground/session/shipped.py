"""The network that ships with the program."""

from __future__ import annotations

import importlib.resources
from typing import TYPE_CHECKING

from nn.files.storage import load_network

if TYPE_CHECKING:
    from nn.network import Network


def load_shipped() -> tuple[Network, float | None]:
    """Read the digit network that ships with the program, and what was measured when it was made."""
    file = importlib.resources.files("resources") / "networks" / "digits.npz"
    with importlib.resources.as_file(file) as path:
        network, notes = load_network(path)
    return network, notes.get("mnist_test_accuracy")
