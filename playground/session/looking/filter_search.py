"""What a filter of the network that is looked at looks for, searched in the test data, in a thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.inspection.convolution.exciting import Progress, most_exciting
from nn.network import Network
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.inspection.convolution.exciting import Find
    from nn.network import NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Moment


class Wish(NamedTuple):
    """Whose filter is asked about, and the data that are searched."""

    spec: NetworkSpec
    moment: Moment
    data: Dataset
    layer: int
    filter: int


class _Search:
    """A search under way; another thread looks at it for whether it is still wanted."""

    def __init__(self, wish: Wish, params: Array, state: Array) -> None:
        self.wish, self._params, self._state = wish, params, state
        self.is_unwanted = False

    def run(self, tell: Callable[[_Search, Progress], object]) -> None:
        """Tell each block's finds as they come."""
        wish = self.wish
        network = Network(wish.spec, None)
        network.load(self._params, self._state)
        with np.errstate(all="ignore"):  # a network that diverged has no finds
            for progress in most_exciting(network, wish.layer, wish.filter, wish.data.x_test, wish.data.scale):
                if self.is_unwanted:
                    return
                tell(self, progress)


class FilterSearch(QObject):
    """Searches when it is asked to, with progress; what was found stays until another is asked about.

    Attributes
    ----------
    wish : Wish or None
        What was asked last.
    finds : tuple of Find
        The best so far.
    done : int
        How many samples have been looked at.
    """

    changed = Signal()
    """Something was found, or the search has ended."""
    failed = Signal(str)
    """Traceback of an error."""
    _told = Signal(object, object)

    def __init__(self, looking: Looking, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking, self._library = looking, library
        self.wish: Wish | None = None
        self.finds: tuple[Find, ...] = ()
        self.done = 0
        self._search: _Search | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._told.connect(self._on_told)
        looking.network_changed.connect(self._forget)
        library.data_changed.connect(self._forget)

    def close(self) -> None:
        """Drop the search and end the thread."""
        self._drop()
        self._loader.close()

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._search is not None

    @property
    def is_current(self) -> bool:
        """Whether what was found is about the weights of the moment."""
        return self.wish is not None and self.wish.moment == self._looking.subject.moment

    def obstacle(self) -> str:
        """Say why nothing can be searched, in the person's language; empty if it can."""
        data, spec = self._library.data, self._looking.network.spec
        if data is None:
            return QCoreApplication.translate("Session", "The data are still being loaded.")
        if data.x.size // max(len(data.x), 1) != np.prod(spec.input_shape):
            return QCoreApplication.translate(
                "Session", "The network that you look at takes other inputs than your data have."
            )
        if not len(data.x_test):
            return QCoreApplication.translate("Session", "There are no samples in this part of the data.")
        return ""

    def start(self, layer: int, filter_: int) -> None:
        """Search for what excites a filter most, in place of what was asked before."""
        data, network = self._library.data, self._looking.network
        if self.obstacle() or data is None:
            return
        self._drop()
        self.wish = Wish(network.spec, self._looking.subject.moment, data, layer, filter_)
        self.finds, self.done = (), 0
        self._search = search = _Search(self.wish, network.flat_params.copy(), network.flat_state.copy())
        self._loader.load(Job(search, partial(search.run, self._told.emit)))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Search no further; what was found so far stays."""
        if self._search is not None:
            self._drop()
            self.changed.emit()

    def _drop(self) -> None:
        if self._search is not None:
            self._search.is_unwanted = True
        self._search = None

    @Slot(object)
    def _forget(self, _what: object) -> None:
        self._drop()
        self.wish, self.finds, self.done = None, (), 0
        self.changed.emit()

    @Slot(object, object)
    def _on_told(self, search: _Search, progress: Progress) -> None:
        if search is self._search:
            self.done, self.finds = progress
            self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.key is not self._search:
            return
        self._search = None
        if loaded.failure:
            self.failed.emit(loaded.failure)
        self.changed.emit()
