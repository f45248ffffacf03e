"""Networks in files: NumPy's .npz, which every NumPy can read and which cannot run code."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from nn.arrays import Array, Shape, as_float
from nn.files.atomic_file import replace_file
from nn.files.packing import packed
from nn.imports.file_bytes import Watch, unwatched
from nn.messages import Message
from nn.network import Network
from nn.network.spec import NetworkSpec

# What NumPy, zipfile and json raise for bytes that are no such file, or no longer.
_DAMAGE = (
    EOFError,
    KeyError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def save_network(
    path: str | Path, network: Network, notes: Mapping[str, Any] | None = None, watch: Watch = unwatched
) -> None:
    """Write a network: its parameters by the book's names, its spec and notes as JSON.

    Parameters
    ----------
    path : str or Path
        File to write, ending in ``.npz``.
    network : Network
        What to keep.
    notes : mapping, optional
        Anything JSON can hold, such as the recipe and the accuracy.
    watch : callable, optional
        Is told which share is done, and may raise `Cancelled`.

    Raises
    ------
    OSError
        If it cannot be written; then what was there is as it was.
    """
    about = json.dumps({"spec": network.spec.to_json(), "notes": dict(notes or {})})
    arrays = {**network.params, "state": network.flat_state, "about": np.array(about)}
    replace_file(path, [packed(arrays, watch)])


def load_network(path: str | Path) -> tuple[Network, dict[str, Any]]:
    """Return the network and the notes that `save_network` wrote.

    Raises
    ------
    ValueError
        If the file is not such a network; the message names the file and what is wrong.
    OSError
        If it cannot be read.
    """
    content = io.BytesIO(Path(path).read_bytes())
    try:
        with np.load(content, allow_pickle=False) as file:
            return _network_in(file)
    except _DAMAGE as error:
        raise ValueError(
            Message("{path} does not hold a network of this program: {reason}", path=path, reason=error)
        ) from error


def _network_in(file: Mapping[str, Any]) -> tuple[Network, dict[str, Any]]:
    about = json.loads(str(file["about"]))
    if not isinstance(about, dict) or not isinstance(about.get("notes"), dict) or "spec" not in about:
        raise TypeError(Message("its entry 'about' must be an object with a spec and notes"))
    network = Network(NetworkSpec.from_json(about["spec"]), None)
    for name, param in network.params.items():
        param[...] = _checked(name, file[name], param.shape)
    network.flat_state[...] = _checked("state", file["state"], network.flat_state.shape)
    return network, about["notes"]


def _checked(name: str, array: Any, shape: Shape) -> Array:
    values = as_float(array, name)
    if values.shape != shape:  # a single number would fill a matrix silently
        raise ValueError(
            Message("{name} has shape {shape}, expected {wanted}", name=name, shape=values.shape, wanted=shape)
        )
    return values
