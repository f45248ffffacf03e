"""What a cell of a feature map was made of: the book's 5 and 7 rows, and the truth by gradients."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.inspection.columns import columns_of
from nn.inspection.convolution.receptive import receptive_fields

of = LayerSpec.of


def spec(*layers, shape=(1, 20, 18)):
    return NetworkSpec(shape, (*layers, of("Affine", units=2)), "SoftmaxWithLoss", dtype="float64")


def conv(**options):
    return of("Convolution", **{"filters": 2, "size": 3, **options})


def test_two_filters_of_3_see_5_and_three_see_7():
    fields = receptive_fields(spec(conv(), of("Relu"), conv(), conv()), 3, 4, 4)
    assert fields[-1] == (4, 4, 7, 7)
    assert fields[0] == fields[1] == (4, 4, 5, 5)


@pytest.mark.parametrize(
    "layers",
    [
        (conv(pad=1), of("Relu"), of("Pooling", method="average"), conv(pad=1, stride=2)),
        (conv(size=2, width=5, stride=3), conv(size=1), of("Pooling", size=3, stride=2, method="average")),
        (conv(), of("GlobalAveragePooling")),
    ],
)
def test_the_field_is_where_the_output_changes_with_the_input(layers):
    network = Network(spec(*layers), seed=1)
    last = len(layers) - 1
    x = np.abs(np.random.default_rng(0).normal(size=(1, 1, 20, 18)))

    def cell(x):
        for layer in list(network.layers.values())[: last + 1]:
            layer.params.get("W", np.zeros(0))[...] = 1.0  # so that nothing is 0 by chance
            x = layer.forward(x)
        return x

    shape = cell(x).shape
    row, column = (shape[2] // 2, shape[3] // 2) if len(shape) == 4 else (0, 0)
    seen = np.zeros((20, 18), bool)
    before = cell(x)[0, 0]
    for i, j in np.ndindex(20, 18):
        moved = x.copy()
        moved[0, 0, i, j] += 1
        after = cell(moved)[0, 0]
        seen[i, j] = (after[row, column] != before[row, column]) if len(shape) == 4 else after != before
    rows, columns = np.where(seen.any(1))[0], np.where(seen.any(0))[0]
    if len(shape) == 4:
        top, left, height, width = receptive_fields(network.spec, last, row, column)[-1]
        assert (top, top + height - 1, left, left + width - 1) == (rows[0], rows[-1], columns[0], columns[-1])
    else:
        assert seen.all()
        assert receptive_fields(network.spec, last, 0, 0)[-1] == (0, 0, 20, 18)


def test_feature_maps_stand_side_by_side_and_every_number_has_its_cell():
    columns = columns_of(spec(conv(filters=6, pad=1), of("Pooling"), of("Flatten")))
    assert [column.maps is not None for column in columns] == [False, True, True, False]
    maps = columns[1].maps
    assert sorted(maps.order) == list(range(6 * 20 * 18))
    sheet = np.array(maps.order).reshape(maps.sides)
    high, wide = maps.tile
    assert (sheet[:high, :wide] == np.arange(high * wide).reshape(high, wide)).all()
    assert maps.sides[0] * maps.sides[1] == 6 * 20 * 18
