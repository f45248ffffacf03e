"""What every layer of pictures is: a window that is moved across them."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from nn.arrays import Array, Shape, as_float
from nn.choices.options import Option
from nn.layers.base import Layer
from nn.messages import Message
from nn.windows import MOST_PADDING, Pair, Window, steps_of, text_of

MOST_PIXELS = 1000
"""Height, width and stride of a window at the most."""

REMAINDERS = ("floor", "refuse")


def window_options(size: int, stride: int) -> tuple[Option, ...]:
    """Return the options of a window of `size` pixels that moves on by `stride`."""
    return (
        Option("size", size, minimum=1, maximum=MOST_PIXELS, help="Height of the window in pixels."),
        Option("width", 0, minimum=0, maximum=MOST_PIXELS, help="Width of the window in pixels; 0 is as wide as high."),
        Option("stride", stride, minimum=1, maximum=MOST_PIXELS, help="Pixels from one place to the next."),
        Option("pad", 0, minimum=0, maximum=MOST_PADDING, help="Pixels put around the picture on each side."),
        Option(
            "remainder",
            "floor",
            choices=REMAINDERS,
            help="What becomes of pixels at the edge that the window does not reach: 'floor' leaves them out, as the "
            "book does, 'refuse' does not build such a layer.",
        ),
    )


class ImageLayer(Layer):
    """A layer of pictures: each sample has the shape (channels, height, width)."""

    takes_images = True

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window = window
        self._input_shape: Shape = ()

    @classmethod
    def spelled_out(cls, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the options with height and width in the place of a pair."""
        match options.get("size"):
            case (height, width) if "width" not in options:
                return {**options, "size": height, "width": width}
        return options

    @classmethod
    def window_for(cls, input_shape: Shape, **options: Any) -> Window:
        """Return the window that the options say, for pictures of this shape."""
        size = (options["size"], options["width"] or options["size"])
        pad = (options["pad"],) * 2
        return Window(size, (options["stride"],) * 2, pad)

    @classmethod
    def arguments(cls, input_shape: Shape, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the layer's class is called with beside its parameters, for pictures of this shape."""
        window = cls.window_for(input_shape, **options)
        return {"stride": window.stride, "pad": window.pad}

    @classmethod
    def places(cls, input_shape: Shape, window: Window, remainder: str = "floor") -> Pair:
        """Return how many places a window has on pictures of this shape.

        Raises
        ------
        ValueError
            If these are no pictures, the window does not fit, or there is a remainder that is refused.
        """
        check_pictures(cls.__name__, input_shape)
        places = window.output(_plane(input_shape))
        below, right = window.left_over(_plane(input_shape))
        if remainder == "refuse" and (below or right):
            raise ValueError(
                Message(
                    "a window of {size} with stride {stride} does not reach {below} rows and {right} columns at the "
                    "edge of a picture of {picture}; change size, stride or padding, or let them be left out",
                    size=text_of(window.size),
                    stride=steps_of(window.stride),
                    below=below,
                    right=right,
                    picture=text_of(_plane(input_shape)),
                )
            )
        return places

    @property
    def _places(self) -> Pair:
        """How many places the window had in the last pass; before the first one, a place."""
        return self.window.output(_plane(self._input_shape[1:])) if self._input_shape else (1, 1)

    def _taken(self, x: Array, channels: int | None = None) -> Array:
        """Return `x` as pictures of so many channels, and keep their shape."""
        x = as_float(x)
        if x.ndim != 4 or (channels is not None and x.shape[1] != channels):
            raise ValueError(
                Message(
                    "{layer} expects pictures of shape (N, {channels}, H, W), got {shape}; give such ones or build "
                    "the layer for another input",
                    layer=self.name,
                    channels=channels or "C",
                    shape=x.shape,
                )
            )
        self.window.output(_plane(x.shape[1:]))
        self._input_shape = x.shape
        return x


def check_pictures(layer: str, shape: Shape) -> None:
    """Raise ValueError, with the way out, if samples of this shape are no pictures."""
    if len(shape) == 3:
        return
    side = round(prod(shape) ** 0.5)
    example = (1, side, side) if side * side == prod(shape) else (1, *shape) if len(shape) == 2 else (1, 28, 28)
    raise ValueError(
        Message(
            "{layer} works on pictures of shape (channels, height, width), got {shape}; give the network such an "
            "input, for instance {example}",
            layer=layer,
            shape=shape,
            example=example,
        )
    )


def left_out(window: Window, input_shape: Shape) -> Message | None:
    """Return what is to be said about pixels that no place of the window reaches, None where all are."""
    below, right = window.left_over(_plane(input_shape))
    if not below and not right:
        return None
    return Message(
        "{below} rows at the bottom and {right} columns at the right are left out: a window of {size} with stride "
        "{stride} does not reach them",
        below=below,
        right=right,
        size=text_of(window.size),
        stride=steps_of(window.stride),
    )


def _plane(shape: Shape) -> Pair:
    return shape[1], shape[2]
