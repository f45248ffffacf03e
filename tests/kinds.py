"""Networks of every registered kind of layer: those of pictures stand where there are pictures."""

from __future__ import annotations

from nn import LAYERS, LayerSpec, NetworkSpec

OF_ROWS = [kind for kind in LAYERS if not LAYERS[kind].takes_images]
OF_PICTURES = [kind for kind in LAYERS if LAYERS[kind].takes_images]
PICTURE = (2, 5, 4)


def network_with(
    kind: str, *, outputs: int = 2, repeat: int = 1, dtype: str = "float32", **options: object
) -> NetworkSpec:
    """Return a network with layers of a kind in the middle: of neurons, or of the channels of small pictures."""
    layers = (LayerSpec(kind, options),) * repeat
    end = LayerSpec.of("Affine", units=outputs)
    if kind in OF_ROWS:
        return NetworkSpec((2,), (LayerSpec.of("Affine", units=3), *layers, end), dtype=dtype)
    if kind == "GlobalAveragePooling":  # nothing is a picture behind it
        layers = layers[:1]
    first = LayerSpec.of("Convolution", filters=3, same=True)
    picture = (PICTURE[0], *(side * 2**repeat for side in PICTURE[1:]))
    return NetworkSpec(picture, (first, *layers, end), dtype=dtype)
