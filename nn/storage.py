"""Networks in files: NumPy's .npz, which every NumPy can read and which cannot run code."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from nn.network import Network
from nn.spec import NetworkSpec


def save_network(path: str | Path, network: Network, notes: Mapping[str, Any] | None = None) -> None:
    """Write a network: its parameters by the book's names, its spec and notes as JSON.

    Parameters
    ----------
    path : str or Path
        File to write, ending in ``.npz``.
    network : Network
        What to keep.
    notes : mapping, optional
        Anything JSON can hold, such as the recipe and the accuracy.
    """
    about = json.dumps({"spec": network.spec.to_json(), "notes": dict(notes or {})})
    arrays = {**network.params, "state": network.flat_state, "about": np.array(about)}
    np.savez_compressed(path, allow_pickle=False, **arrays)


def load_network(path: str | Path) -> tuple[Network, dict[str, Any]]:
    """Return the network and the notes that `save_network` wrote.

    Raises
    ------
    ValueError
        If the file is not such a network; the message names the file and what is wrong.
    OSError
        If it cannot be read.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            about = json.loads(str(file["about"]))
            network = Network(NetworkSpec.from_json(about["spec"]))
            for name, param in network.params.items():
                param[...] = file[name]
            network.flat_state[...] = file["state"]
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"{path} does not hold a network of this program: {error}") from error
    return network, about["notes"]
