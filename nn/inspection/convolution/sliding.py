"""What slides at a step of a pass: the window of its layer, and the numbers that meet there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nn.arrays import Array
from nn.inspection.convolution.convolved import Convolved
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.pooled import Averaged, Pooled
from nn.inspection.convolution.sweep import Place, strongest_place
from nn.layers.base import LAYERS
from nn.network.naming import param_names, value_names
from nn.network.spec import NetworkSpec
from nn.windows import Window


@dataclass(frozen=True, eq=False)
class Sliding:
    """A convolution or a pooling, of all samples of a pass; nobody writes into the arrays.

    Attributes
    ----------
    x : ndarray, shape (N, C, H, W)
    window : Window
    x_name, y_name : str
        What the input and the output are called.
    w, b : ndarray or None
        Filters (FN, C, FH, FW) and biases; None where the window pools.
    w_name, b_name : str
    takes_mean : bool
        Whether pooling takes the mean of a window, and not its largest number.
    dy : ndarray or None
        The gradient by the output, (N, FN, OH, OW); None before it has come back.
    is_whole : bool
        Whether the window is as large as the picture, and the output has neither rows nor columns.
    """

    x: Array
    window: Window
    x_name: str
    y_name: str
    w: Array | None = None
    b: Array | None = None
    w_name: str = ""
    b_name: str = ""
    dy: Array | None = None
    takes_mean: bool = False
    is_whole: bool = False

    @property
    def filters(self) -> int:
        """How many pictures come out."""
        return self.x.shape[1] if self.w is None else len(self.w)

    @property
    def channels(self) -> int:
        """How many pictures a filter reads, 1 where each is taken by itself."""
        return 1 if self.w is None else self.x.shape[1]

    def convolved(self, row: int, filter_: int, channel: int) -> Convolved:
        """Return one filter over one sample."""
        assert self.w is not None
        assert self.b is not None
        names = self._names(row, filter_, channel)
        return Convolved(
            self.x[row], self.w[filter_], float(self.b[filter_]), self.window.stride, self.window.pad, names
        )

    def pooled(self, row: int, channel: int) -> Pooled | Averaged:
        """Return one channel of one sample."""
        names = self._names(row, channel, channel)
        return (Averaged if self.takes_mean else Pooled)(self.x[row, channel], self.window, names)

    def strongest(self, row: int, filter_: int) -> Place:
        """Return the place of an output picture's largest number, whatever its sign."""
        return strongest_place(self._picture(row, filter_).output)

    @property
    def last(self) -> Place:
        """The last place of the window."""
        sweep = self._picture(0, 0).sweep
        return sweep.place(sweep.count - 1)

    def _picture(self, row: int, filter_: int) -> Convolved | Pooled | Averaged:
        return self.pooled(row, filter_) if self.w is None else self.convolved(row, filter_, 0)

    def index_of(self, row: int, filter_: int, place: tuple[int, int]) -> tuple[int, ...]:
        """Return the index of an output in its array."""
        return (row, filter_) if self.is_whole else (row, filter_, *place)

    def place_of(self, index: tuple[int, ...]) -> tuple[int, int] | None:
        """Return row and column of an output by its index, None for what is none."""
        if len(index) != (2 if self.is_whole else 4):
            return None
        return (0, 0) if self.is_whole else (index[2], index[3])

    def _names(self, row: int, filter_: int, channel: int) -> Names:
        return Names(
            self.x_name,
            self.w_name,
            self.b_name,
            self.y_name,
            f"d{self.y_name}",
            channel,
            row=row,
            filter=filter_,
            samples=len(self.x),
            is_whole=self.is_whole,
        )


def sliding_of(spec: NetworkSpec, layer: int | None, values: Mapping[str, Array]) -> Sliding | None:
    """Return what slides in a layer, None where nothing does that can be shown place by place.

    Parameters
    ----------
    spec : NetworkSpec
    layer : int or None
        Index in its layers; None for the loss.
    values : mapping of str to ndarray
        What is known, by the book's names.
    """
    if layer is None or spec.layers[layer].kind not in ("Convolution", "Pooling", "GlobalAveragePooling"):
        return None
    kind, options = LAYERS[spec.layers[layer].kind], dict(spec.layers[layer].options)
    shape = spec.plans[layer - 1].output if layer else spec.input_shape
    x_name, y_name = value_names(spec)[layer : layer + 2]
    x, dy = values.get(x_name), values.get(f"d{y_name}")
    if x is None or x.ndim != 4:
        return None
    if spec.layers[layer].kind == "GlobalAveragePooling":
        dy = None if dy is None else dy[..., None, None]
        whole = (shape[1], shape[2])
        return Sliding(x, Window(whole, whole), x_name, y_name, dy=dy, takes_mean=True, is_whole=True)
    window = kind.window_for(shape, **options)  # type: ignore[attr-defined]
    names = param_names(spec)[layer]
    if not names:
        return Sliding(x, window, x_name, y_name, dy=dy, takes_mean=options["method"] == "average")
    w, b = values.get(names["W"]), values.get(names["b"])
    return None if w is None or b is None else Sliding(x, window, x_name, y_name, w, b, names["W"], names["b"], dy)
