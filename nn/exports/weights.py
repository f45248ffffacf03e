"""Weights as .npz: the book's names, for NumPy and for this program."""

from __future__ import annotations

from pathlib import Path

from nn.exports.base import Run, export
from nn.files.storage import save_network
from nn.imports.file_bytes import Watch, unwatched


@export("npz", ".npz", "The weights as NumPy arrays under the book's names, W1, b1, ...; this program reads them too.")
def write_npz(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the weights; see `nn.exports.Export.write`."""
    path = path if path.suffix == ".npz" else path.with_name(f"{path.name}.npz")  # as NumPy does
    save_network(path, run.network, notes_of(run), watch)
    return (path,)


def notes_of(run: Run) -> dict[str, object]:
    """Return how a network became what it is, as plain data."""
    options = dict(run.config.optimizer_options)
    names = ("optimizer", *(option.name for option in run.config.options))
    config = {name: getattr(run.config, name) for name in names} | {"optimizer_options": options}
    notes: dict[str, object] = {"config": config, "iterations": run.iterations}
    if run.data is not None and not run.has_own_points:
        notes["dataset"] = {"name": run.data.name, "options": dict(run.data_options)}
    return notes
