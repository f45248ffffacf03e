"""The data and networks that ship with the program, loaded off the window's thread and kept at hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.datasets import DATASETS
from nn.imports.refusal import BadFile
from playground.session.document.state import DatasetChoice
from playground.session.loading import Job, Loaded, Loader
from playground.session.phrase import said
from playground.session.shipped import load_shipped

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import Network

KEPT = 4
"""Datasets kept in memory, so that undoing a choice does not load again; the largest takes 55 MB."""


class Library(QObject):
    """Gives datasets and the shipped network, each by a signal, once it is there.

    Attributes
    ----------
    data : Dataset or None
        What the choice last given to `follow` stands for, None while it is being loaded.
    shipped : Network or None
        The network that ships with the program, None while it is being loaded; for reading only.
    shipped_accuracy : float or None
        The share of MNIST's test images that the shipped network reads, None while it is not known.
    """

    fetched = Signal(object, object)
    """DatasetChoice and Dataset: a choice asked for with `fetch` is there."""
    data_changed = Signal(object)
    """Dataset of the choice last given to `follow`, None while it is being loaded."""
    shipped_loaded = Signal(object)
    """Network that ships with the program."""
    unavailable = Signal(object, str, str)
    """What could not be loaded (a DatasetChoice, or the shipped network's file), why, and a traceback.

    There is none where a person's own file is gone or cannot be read.
    """
    settled = Signal()
    """Nothing is being loaded any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data: Dataset | None = None
        self.shipped: Network | None = None
        self.shipped_accuracy: float | None = None
        self._followed: DatasetChoice | None = None
        self._kept: list[tuple[DatasetChoice, Dataset]] = []
        self._awaited = 0  # jobs given to the loader and not done
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)

    @property
    def made(self) -> Dataset | None:
        """What `data` was before a person edited its points, None where that is not at hand."""
        return None if self._followed is None else self._made(self._followed)

    def load_shipped(self) -> None:
        """Load the network that ships with the program; `shipped_loaded` follows."""
        self._load(Job("shipped", load_shipped))

    def fetch(self, choice: DatasetChoice) -> None:
        """Load a dataset as it is made, without points of a person's own, unless it is at hand; `fetched` follows."""
        made = self._made(choice)
        if made is not None:
            self.fetched.emit(choice.base, made)
            return
        self._load(Job(choice.base, partial(self._read, choice.base)))

    def put(self, choice: DatasetChoice, data: Dataset) -> None:
        """Keep a dataset that somebody else has read by the options of `choice`, so that nobody reads it again."""
        self._keep(choice.base, data)

    def put_shipped(self, network: Network, accuracy: float | None = None) -> None:
        """Take the network that ships with the program, and what was measured when it was made."""
        self.shipped, self.shipped_accuracy = network, accuracy
        self.shipped_loaded.emit(network)

    def follow(self, choice: DatasetChoice) -> None:
        """Let `data` be the dataset of `choice`, at once when it is at hand, else as soon as it is loaded."""
        data = self._at_hand(choice)
        self._followed = choice
        if data is not self.data:
            self.data = data
            self.data_changed.emit(data)
        if data is None:
            self.fetch(choice)

    def close(self) -> None:
        """End the loading thread, waiting for what it is reading at the moment."""
        self._loader.close()

    def _load(self, job: Job) -> None:
        self._awaited += 1
        self._loader.load(job)

    def _read(self, choice: DatasetChoice) -> Dataset | BadFile:
        if choice.kept is not None:
            return choice.kept
        try:
            return DATASETS[choice.name](**choice.options)
        except BadFile as refusal:
            return refusal

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.failure:
            self.unavailable.emit(loaded.key, loaded.reason, loaded.failure)
        elif isinstance(loaded.result, BadFile):
            self.unavailable.emit(loaded.key, said(loaded.result), "")
        elif isinstance(loaded.key, DatasetChoice):
            self.fetched.emit(loaded.key, self._keep(loaded.key, loaded.result))
        else:
            self.put_shipped(*loaded.result)
        self._awaited -= 1
        if not self._awaited:
            self.settled.emit()

    def _at_hand(self, choice: DatasetChoice) -> Dataset | None:
        """Give the dataset of `choice` if nothing has to be loaded: the same object as long as it is followed."""
        if choice == self._followed and self.data is not None:
            return self.data
        made = self._made(choice)
        if made is None or choice.train is None:
            return made
        return replace(made, x=choice.train.x, t=choice.train.t)

    def _made(self, choice: DatasetChoice) -> Dataset | None:
        return choice.kept if choice.kept is not None else self._find(choice.base)

    def _find(self, choice: DatasetChoice) -> Dataset | None:
        return next((data for known, data in self._kept if known == choice), None)

    def _keep(self, choice: DatasetChoice, loaded: Dataset) -> Dataset:
        """Keep what was loaded, unless it is there already: a run may be using it."""
        data = self._find(choice)
        if data is None:
            data = loaded
            self._kept = [*self._kept[1 - KEPT :], (choice, data)]
        if self._followed is not None and choice == self._followed.base:
            self.follow(self._followed)
        return data
