"""Weights as .safetensors, which PyTorch and others load as they are."""

from __future__ import annotations

import json
from pathlib import Path

from nn.exports.base import Run, export
from nn.exports.weights import notes_of
from nn.files.atomic_file import replace_file
from nn.files.packing import watched_pieces
from nn.files.safetensors import encode
from nn.imports.file_bytes import Watch, unwatched


@export("safetensors", ".safetensors", "The weights under the book's names, for PyTorch and others.")
def write_safetensors(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the weights, with the network's description beside them; see `nn.exports.Export.write`."""
    about = {"spec": json.dumps(run.network.spec.to_json()), "notes": json.dumps(notes_of(run))}
    replace_file(path, watched_pieces(encode(run.network.params, about), watch))
    return (path,)
