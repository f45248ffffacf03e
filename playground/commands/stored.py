"""Networks in files, as the commands need them: documents of the window, and weights as .npz."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nn.arrays import frozen
from nn.datasets import DATASETS
from nn.files.storage import load_network, save_network
from nn.imports.file_bytes import read_bytes
from nn.messages import printable
from nn.network import Network
from nn.training import Checkpoint, TrainingConfig
from playground.commands import pictures
from playground.commands.endings import UNSOUND, UNWRITTEN, Refusal, unwritten
from playground.session.document.exporting import run_of
from playground.session.document.state import DatasetChoice, DocumentState, RunRecord
from playground.session.running.descent import Descent, descent_of, likely

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.exports import Run
    from nn.network import NetworkSpec
    from playground.session.document.kept_way import KeptWay
    from playground.session.document.saved import SavedDocument

DOCUMENT, WEIGHTS = "document of NN Playground (safetensors)", "weights of NN Playground (.npz)"
_ZIP = b"PK"


@dataclass(frozen=True, eq=False)
class Stored:
    """A network as a file describes it.

    Attributes
    ----------
    kind : str
        `DOCUMENT` or `WEIGHTS`.
    choice : DatasetChoice or None
        What it learned from, None where the file does not say.
    notes : dict
        What else stands in a file of weights.
    document : SavedDocument or None
        Everything that a document holds, None for weights.
    """

    kind: str
    spec: NetworkSpec
    checkpoint: Checkpoint
    config: TrainingConfig
    choice: DatasetChoice | None = None
    history: tuple[RunRecord, ...] = ()
    notes: dict[str, Any] = field(default_factory=dict)
    document: SavedDocument | None = None

    @property
    def way(self) -> KeptWay | None:
        """The way that training came, where the file tells it."""
        return None if self.document is None else self.document.way

    def network(self) -> Network:
        """Return the network with its weights."""
        network = Network(self.spec, None)
        network.load(self.checkpoint.params, self.checkpoint.state)
        return network

    def run(self) -> Run:
        """Return the network and how it became what it is, for exports."""
        data = None if self.choice is None else dataset(self.choice)
        return run_of(self.spec, self.checkpoint, self.config, self.choice, data, self._descent())

    def _descent(self) -> Descent | None:
        """Return how training came here: as the file tells it, else as if nothing was changed on the way."""
        if not self.checkpoint.iteration:
            return None
        return likely(self.spec, self.config) if self.way is None else descent_of(self.way, self.choice)


def open_stored(path: Path) -> Stored:
    """Read a file.

    Raises
    ------
    Refusal
        If it holds no network of this program; the text says what is wrong.
    """
    try:
        if not path.is_file():  # a pipe or a device may never end
            path.stat()
            raise Refusal(UNSOUND, f"{printable(str(path))} is no file that can be read; give a document or weights")
        content = read_bytes(path)  # which does not wait for what some files of the system have to say
        return _weights(path) if content[:2] == _ZIP else _document(path, content)
    except OSError as error:
        raise Refusal(UNSOUND, f"{printable(str(path))} cannot be read: {error.strerror or error}") from error
    except (TypeError, ValueError) as error:
        raise Refusal(UNSOUND, str(error)) from error


def dataset(choice: DatasetChoice) -> Dataset:
    """Return the data of a choice, with the points that a person made.

    Raises
    ------
    Refusal
        If they cannot be made or read.
    """
    pictures.use()
    try:
        made = choice.kept if choice.kept is not None else DATASETS[choice.name](**choice.options)
    except (OSError, TypeError, ValueError) as error:
        raise Refusal(UNSOUND, f"the data {printable(choice.name)} cannot be had: {printable(str(error))}") from error
    return made if choice.train is None else replace(made, x=choice.train.x, t=choice.train.t)


def save(path: Path, document: SavedDocument) -> None:
    """Write the whole document, or for a name that ends in ``.npz`` the weights of its network.

    Raises
    ------
    Refusal
        If it cannot be written.
    """
    try:
        if path.suffix == ".npz":
            _save_weights(path, document.state)
        else:
            _save_document(path, document)
    except OSError as error:
        raise unwritten(path, error) from error
    except ValueError as error:  # it could not be read again
        raise Refusal(UNWRITTEN, f"{printable(str(path))} was not written: {error}") from error


def _weights(path: Path) -> Stored:
    network, notes = load_network(path)
    checkpoint = Checkpoint(int(notes.get("iterations", 0)), frozen(network.flat_params), frozen(network.flat_state))
    config = TrainingConfig(**notes["config"]) if "config" in notes else TrainingConfig()
    choice = DatasetChoice(**notes["dataset"]) if "dataset" in notes else None
    return Stored(WEIGHTS, network.spec, checkpoint, config, choice, notes=notes)


def _document(path: Path, content: bytes) -> Stored:
    from playground.session.document.file import NotADocument, Unsound, unpack

    try:
        saved = unpack(content, path.parent)
    except Unsound as error:
        raise Refusal(
            UNSOUND, f"{printable(str(path))}: {error}; open it in the window to import its weights"
        ) from error
    except NotADocument as error:
        raise ValueError(f"{printable(str(path))} holds no network of this program: {error}") from error
    state = saved.state
    return Stored(DOCUMENT, state.spec, state.checkpoint, state.config, state.dataset, state.history, document=saved)


def _save_weights(path: Path, state: DocumentState) -> None:
    from nn.exports.weights import notes_of

    stored = Stored(WEIGHTS, state.spec, state.checkpoint, state.config, state.dataset)
    save_network(path, stored.network(), notes_of(stored.run()))


def _save_document(path: Path, document: SavedDocument) -> None:
    from nn.files.atomic_file import replace_file
    from playground.session.document.file import pack

    replace_file(path, pack(document))
