"""Convolutional networks of the book, and a small one to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nn.choices.options import OptionValue
from nn.network.spec import LayerSpec, NetworkSpec

_DIGITS = (1, 28, 28)


def simple_convnet() -> NetworkSpec:
    """Return the network of chapter 7: conv - relu - pool - affine - relu - affine; all weights drawn with 0.01."""
    drawn: dict[str, OptionValue] = {"initializer": "std", "scale": 0.01}
    layers = (
        LayerSpec.of("Convolution", filters=30, size=5, **drawn),
        LayerSpec.of("Relu"),
        LayerSpec.of("Pooling"),
        LayerSpec.of("Affine", units=100, **drawn),
        LayerSpec.of("Relu"),
        LayerSpec.of("Affine", units=10, **drawn),
    )
    return NetworkSpec(_DIGITS, layers)


def deep_convnet() -> NetworkSpec:
    """Return the network of chapter 8: three times conv - relu - conv - relu - pool, then two affine layers.

    The book has a Dropout behind the last Affine, too: it drops scores, half of the right ones among them. Here it is
    left out; the answers are the same.
    """
    layers = [
        *_block(16),
        *_block(32, second_pad=2),  # which makes 16x16 of 14x14: that can be halved twice more
        *_block(64),
        LayerSpec.of("Affine", units=50),
        LayerSpec.of("Relu"),
        LayerSpec.of("Dropout", ratio=0.5),
        LayerSpec.of("Affine", units=10),
    ]
    return NetworkSpec(_DIGITS, tuple(layers))


def small_convnet() -> NetworkSpec:
    """Return one to see everything of: 8 and 16 filters of 3x3, each halved, and one affine layer."""
    layers = (
        LayerSpec.of("Convolution", filters=8, same=True),
        LayerSpec.of("Relu"),
        LayerSpec.of("Pooling"),
        LayerSpec.of("Convolution", filters=16, same=True),
        LayerSpec.of("Relu"),
        LayerSpec.of("Pooling"),
        LayerSpec.of("Affine", units=10),
    )
    return NetworkSpec(_DIGITS, layers)


def _block(filters: int, second_pad: int = 1) -> Iterator[LayerSpec]:
    for pad in (1, second_pad):
        yield LayerSpec.of("Convolution", filters=filters, pad=pad)
        yield LayerSpec.of("Relu")
    yield LayerSpec.of("Pooling")


PRESETS: dict[str, Callable[[], NetworkSpec]] = {
    "SmallConvNet": small_convnet,
    "SimpleConvNet": simple_convnet,
    "DeepConvNet": deep_convnet,
}
"""By the names of the book."""
