"""Stand-ins for libraries that a learner's program imports and that are not there."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any

from nn.messages import Message
from nn.own_code.loading.refused import Refused

DRAWING = frozenset({"matplotlib", "mpl_toolkits", "pylab", "seaborn", "plotly", "PIL", "cv2", "IPython", "graphviz"})
"""Libraries that show something: their calls do nothing."""
FRAMEWORKS = frozenset({"torch", "torchvision", "keras", "tensorflow", "jax", "flax", "chainer", "mxnet", "paddle"})
"""Libraries that would do the learner's work: importing one is nothing yet, using it is refused."""


class Blank:
    """Takes everything and does nothing."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __getattr__(self, name: str) -> Blank:
        if name.startswith("__"):
            raise AttributeError(name)
        return Blank(name)

    def __call__(self, *args: Any, **keywords: Any) -> Blank:  # noqa: D102
        return Blank("result")

    def __iter__(self) -> Iterator[Blank]:
        yield from (Blank("part") for _ in range(2))  # fig, ax = plt.subplots()

    def __getitem__(self, key: Any) -> Blank:
        return Blank("part")

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __enter__(self) -> Blank:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class _BlankModule(types.ModuleType):
    __path__: list[str] = []  # noqa: RUF012 - a module's own name for it

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Blank(name)


class _FrameworkModule(types.ModuleType):
    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise Refused(
            Message(
                "This uses {library}, which is not here: this program follows code written with NumPy alone",
                library=self.__name__.partition(".")[0],
            )
        )


def blank_module(name: str) -> types.ModuleType | None:
    """Return the stand-in for a library, None for all that has none."""
    top = name.partition(".")[0]
    if top in DRAWING:
        return _BlankModule(name)
    if top in FRAMEWORKS:
        return _FrameworkModule(name)
    if top == "tqdm":
        return _progress_module(name)
    return None


def note_about(name: str) -> Message:
    """Return what a person ought to know about a stand-in."""
    top = name.partition(".")[0]
    if top in DRAWING:
        return Message("Plots and pictures ({library}) are skipped here.", library=top)
    if top == "tqdm":
        return Message("The progress bar ({library}) is skipped here.", library=top)
    return Message("{library} is not here; only what uses NumPy alone can be followed.", library=top)


def _progress_module(name: str) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update(
        __path__=[],
        tqdm=lambda values=(), *args, **keywords: values,
        trange=lambda *args, **keywords: range(*args),
    )
    return module
